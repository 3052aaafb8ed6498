"""Rotstift: correct what a machine has marked in news articles, and get training data out of it."""

__version__ = "0.1.0"

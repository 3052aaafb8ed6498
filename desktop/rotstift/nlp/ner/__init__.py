"""Entities by a trained model: a spaCy component ("rotstift_entities") with a small network of our own."""

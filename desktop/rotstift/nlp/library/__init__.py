"""Pipelines from elsewhere: what they are, whether they may be loaded, where they are kept. No spaCy."""

"""English for the walk: cue verbs, noun phrases and reports by word tables and word order."""

from rotstift.nlp.quotes.english.tongue import English

__all__ = ["English"]

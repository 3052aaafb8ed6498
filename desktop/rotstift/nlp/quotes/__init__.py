"""The built-in German quote suggester: rules and word tables only, no parser, no spaCy."""

from rotstift.nlp.quotes.rules import QuoteRules

__all__ = ["QuoteRules"]

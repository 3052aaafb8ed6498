"""The built-in quote suggester, German and English: rules and word tables, no parser, no spaCy."""

from rotstift.nlp.quotes.rules import QuoteRules

__all__ = ["QuoteRules"]

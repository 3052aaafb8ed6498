"""The margin cards: who speaks, in short."""

import pytest

from rotstift.model.items import Entity, Mention, Origin, Quote
from rotstift.model.span import Span
from rotstift.ui.article.cards import speaker_name

MADE = Origin("anna")


@pytest.mark.parametrize(
    ("phrase", "names", "shown"),
    [
        ("Ministerin Ada Lund", ("Ada Lund",), "Ada Lund"),
        ("Ada Lund und Per Holm", ("Ada Lund", "Per Holm"), "Ada Lund und Per Holm"),
        ("Ada Lund (Partei Mitte)", ("Ada Lund",), "Ada Lund"),
        ("die Behörde", (), "Behörde"),
    ],
)
def test_a_card_names_the_one_who_speaks_or_both(phrase, names, shown):
    spans = [Span(phrase.index(name), phrase.index(name) + len(name)) for name in names]
    people = [Entity(f"e{place}", span, "PER", MADE) for place, span in enumerate(spans)]
    whole = Span(0, len(phrase))
    quote = Quote("q", (Span(50, 60),), "direct", MADE, speaker=(Mention(whole),))
    assert speaker_name(quote, phrase, people) == shown

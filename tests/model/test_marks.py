"""Quotation marks: pairs within a line, and those left alone."""

import pytest
from hypothesis import given
from item_strategies import texts

from rotstift.model.marks import marked_stretches, unpaired_marks

ALL = set('„“”«»"‚‘‹›')


@pytest.mark.parametrize(
    ("text", "stretches", "loose"),
    [
        ("Er sagt: „Ja.“ Dann „nein“.", ["„Ja.“", "„nein“"], ""),
        ("“Yes,” she said.", ["“Yes,”"], ""),
        ("«Oui» und »nein« und »no»", ["«Oui»", "»nein«", "»no»"], ""),
        ('"Ja", sagte er, "gut."', ['"Ja"', '"gut."'], ""),
        ("„Er sagte ‚komm‘ zu mir“", ["„Er sagte ‚komm‘ zu mir“"], ""),
        ("›Ja‹ ‹no›", ["›Ja‹", "‹no›"], ""),
        ("„offen\nzu“ da", [], "„“"),
        ("Das „Haus steht", [], "„"),
        ('„gemischt" Ende', ['„gemischt"'], ""),
        ('„Der "Chef" kommt“', ['„Der "Chef" kommt“'], ""),
        ("Hans‘ Haus", [], ""),
        ("", [], ""),
    ],
)
def test_pairs(text, stretches, loose):
    assert [span.of(text) for span in marked_stretches(text)] == stretches
    assert "".join(text[at] for at in unpaired_marks(text)) == loose


@given(texts)
def test_stretches_are_in_order_within_lines_and_begin_and_end_with_marks(text):
    edge = 0
    for span in marked_stretches(text):
        assert span.start >= edge
        edge = span.end
        words = span.of(text)
        assert words[0] in ALL
        assert words[-1] in ALL
        assert "\n" not in words
    assert all(text[at] in ALL for at in unpaired_marks(text))
    assert list(unpaired_marks(text)) == sorted(set(unpaired_marks(text)))

"""Code points to UTF-16 units and back."""

from hypothesis import given
from hypothesis import strategies as st

from rotstift.ui.offsets import Utf16Map

TEXTS = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("😀🇩👩\u200dä a"), max_size=60
)


@given(TEXTS)
def test_both_ways_agree_with_the_encoding(text: str) -> None:
    offsets = Utf16Map(text)
    for point in range(len(text) + 1):
        units = len(text[:point].encode("utf-16-le")) // 2
        assert offsets.to_utf16(point) == units
        assert offsets.to_codepoints(units) == point


@given(TEXTS)
def test_inside_a_pair_is_before_its_character(text: str) -> None:
    offsets = Utf16Map(text)
    for point, char in enumerate(text):
        if ord(char) > 0xFFFF:
            assert offsets.to_codepoints(offsets.to_utf16(point) + 1) == point


def test_no_break_spaces_count_as_one() -> None:
    text = "der\u00a0Hafen 😀\u202fEnde"
    offsets = Utf16Map(text)
    assert offsets.to_utf16(text.index("Ende")) == text.index("Ende") + 1

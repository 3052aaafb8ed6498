"""Which way a letter and a paragraph read."""

import pytest

from rotstift.model.direction import is_right_to_left, reads_right_to_left, right_to_left_at

SHALOM, SALAM = "שלום", "سلام"


@pytest.mark.parametrize(("text", "wanted"), [
    ("Olaf sagte שלום", False),
    (f"{SHALOM} Olaf", True),
    (f"„{SALAM}“, sagte er", True),
    (f"12. {SALAM}", True),
    ("12, 13 – 14", False),
    ("", False),
    (f"\u2067{SHALOM}\u2069 sagte er", False),
])  # fmt: skip
def test_the_first_letter_outside_isolates_decides(text: str, wanted: bool) -> None:
    assert reads_right_to_left(text) is wanted


def test_each_line_decides_for_itself() -> None:
    text = f"Berlin\n{SHALOM} Berlin\nEnde"
    assert [right_to_left_at(text, position) for position in (0, 6, 7, 13, 19)] == [
        False, False, True, True, False,
    ]  # fmt: skip
    assert is_right_to_left(SALAM[0])
    assert not is_right_to_left("1")

"""Which keys may be given, and what becomes of the table when some are."""

import pytest

from rotstift.session.sample import shipped_scheme
from rotstift.ui import keymap
from rotstift.ui.actions import Action, all_actions

ROWS = all_actions(shipped_scheme(), "de")


def row(name: str, rows: tuple[Action, ...] = ROWS) -> Action:
    return next(one for one in rows if one.id == name)


def test_nothing_changed_is_the_table() -> None:
    assert keymap.rekeyed(ROWS, {}) == ROWS


def test_a_given_key_wins_over_the_table() -> None:
    changed = keymap.given(ROWS, {}, "flag", "K")
    rows = keymap.rekeyed(ROWS, changed)
    assert row("flag", rows).keys == ("K",)
    assert row("note", rows).keys == ()
    assert changed == {"flag": ["K"], "note": []}


def test_a_key_may_come_beside_those_that_are_there() -> None:
    changed = keymap.given(ROWS, {}, "remove", "Q", more=True)
    assert changed == {"remove": [*row("remove").keys, "Q"]}
    assert keymap.given(ROWS, changed, "remove", "Q", more=True) == changed


def test_the_usual_key_comes_back_from_whoever_has_it() -> None:
    changed = keymap.given(ROWS, {}, "flag", "K")
    assert keymap.as_usual(ROWS, changed, "note") == {"flag": []}
    assert keymap.as_usual(ROWS, keymap.as_usual(ROWS, changed, "note"), "flag") == {}


def test_a_label_of_the_scheme_takes_a_key_of_the_person() -> None:
    rows = keymap.rekeyed(ROWS, keymap.given(ROWS, {}, "label.PER", "Shift+P"))
    assert row("label.PER", rows).keys == ("Shift+P",)


def test_what_another_scheme_calls_its_labels_is_kept() -> None:
    changed = keymap.given(ROWS, {"label.FOOD": ["Z"]}, "flag", "Z")
    assert changed == {"label.FOOD": ["Z"], "flag": ["Z"]}


def test_what_somebody_wrote_into_the_file_by_hand_does_no_harm() -> None:
    changed = {"flag": ["Ctrl+Alt+F", "[", "1", "Esc"], "digit.1": ["Q"], "nothing": ["Y"]}
    rows = keymap.rekeyed(ROWS, changed)
    assert row("flag", rows).keys == ()
    assert row("digit.1", rows).keys == ("1",)
    rows = keymap.rekeyed(ROWS, {"flag": ["Y"], "note": ["Y"]})
    assert sorted((row("flag", rows).keys, row("note", rows).keys)) == [(), ("Y",)]


@pytest.mark.parametrize(
    "chord",
    [
        "Ctrl+Alt+F",
        "Meta+F",
        "[",
        "{",
        "@",
        "|",
        "^",
        "`",
        "/",
        "?",
        "5",
        "Esc",
        "Alt+P",
        "Shift",
        "Tab",
        "Space",
        "Return",
        "Down",
        "Home",
        "",
    ],
)
def test_what_cannot_be_reached_is_refused_with_a_sentence(chord: str) -> None:
    trouble = keymap.refusal(row("flag"), chord)
    assert trouble is not None
    assert str(trouble).endswith(".")


@pytest.mark.parametrize(
    "chord", ["Q", "Shift+Q", "Ctrl+J", "Ctrl+Shift+J", "F7", "Ctrl+7", "#", "Ctrl++", "Ins", "Ä"]
)
def test_what_every_german_keyboard_has_can_be_given(chord: str) -> None:
    assert keymap.refusal(row("flag"), chord) is None


def test_keys_of_the_page_may_be_what_means_something_else_in_a_list() -> None:
    assert keymap.refusal(row("accept"), "Return") is None
    assert keymap.refusal(row("escape"), "Q") is not None


def test_all_keys_of_the_table_could_be_given_by_a_person() -> None:
    for one in filter(keymap.changeable, ROWS):
        for key in one.keys:
            if key != "Ctrl+=":  # the second key for keyboards where plus needs Shift
                assert keymap.refusal(one, key) is None, (one.id, key)

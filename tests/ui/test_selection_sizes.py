"""The selection panel with any item at any size: its words never set the layout to work for ever."""

import random

import pytest
from pytestqt.qtbot import QtBot

from rotstift.model.items import Origin, Standing
from rotstift.ui.panels.selection import SelectionPanel
from rotstift.ui.panels.views import QuoteView

WORDS = [
    "der",
    "Minister",
    "sagte",
    "dass",
    "die",
    "Zusammenarbeit",
    "der",
    "Verkehrsministerkonferenz",
    "heute",
    "nicht",
    "in",
    "Betracht",
    "komme",
    "und",
    "„aber“",
]
BY_MACHINE = Origin("rules 1", Standing.SUGGESTED, 0.5)


def some(chance: random.Random, most: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, most)))


@pytest.mark.parametrize("width", [250, 328, 400])
def test_whatever_it_shows_the_layout_comes_to_rest(qtbot: QtBot, qapp, width: int) -> None:
    chance = random.Random(width)  # the first version ran into itself after some hundred of these
    panel = SelectionPanel()
    qtbot.addWidget(panel)
    panel.show()
    for number in range(400):
        roles = {role: some(chance, 12) for role in ("speaker", "cue") if chance.random() < 0.7}
        doubts = ("Der Sprecher ist weit weg",) * chance.randint(0, 3)
        panel.resize(width, chance.randint(150, 520))
        panel.show_view(
            QuoteView(some(chance, 60), "indirect", BY_MACHINE, roles, number, 400, 2, doubts)
        )
        qapp.processEvents()
    card = panel.card
    assert card.height() >= card.heightForWidth(card.width()), "nothing on it is cut"


@pytest.mark.parametrize("width", [300, 328, 400])
def test_what_would_wrap_in_a_narrower_panel_takes_no_room(qtbot: QtBot, width: int) -> None:
    """The least height of what is scrolled is that at its width: else its last row is cut off."""
    panel = SelectionPanel()
    qtbot.addWidget(panel)
    panel.resize(width, 900)
    panel.show()
    for length in range(20, 120, 3):
        text = " ".join(WORDS * 3)[:length]
        panel.show_view(QuoteView(text, "direct", BY_MACHINE, {}, 1, 2, 1, (text,), text))
        card = panel.card
        least = card.minimumHeight() or card.minimumSizeHint().height()
        assert least <= card.heightForWidth(width - 28), text

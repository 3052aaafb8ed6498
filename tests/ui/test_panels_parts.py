"""Selection, top bar, status line, hints, icons and style."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from rotstift.model.items import Origin, Standing, Status
from rotstift.model.scheme import parse_scheme
from rotstift.paths import resource
from rotstift.ui import icons, theme
from rotstift.ui.fonts import Fonts
from rotstift.ui.panels import paint
from rotstift.ui.panels.articles import ArticlesPanel
from rotstift.ui.panels.entities import EntitiesPanel
from rotstift.ui.panels.fields import FieldRow
from rotstift.ui.panels.hints import HintBar
from rotstift.ui.panels.history import HistoryPanel
from rotstift.ui.panels.parts import Shaft
from rotstift.ui.panels.selection import SelectionPanel
from rotstift.ui.panels.status import Job, Saved, StatusLine
from rotstift.ui.panels.topbar import TopBar
from rotstift.ui.panels.views import (
    Choices,
    EntityView,
    NegativeView,
    QuoteView,
    WordsView,
)
from rotstift.ui.style import style_sheet

SCHEME = parse_scheme(resource("schemes", "news-de.toml").read_text(encoding="utf-8"))
KEYS = {"role.speaker": "S", "type.direct": "D", "type.indirect": "I", "label.PER": "P"}
CHOICES = Choices(SCHEME.labels, SCHEME.quote_types, SCHEME.reasons, KEYS, "en")
ORIGIN = Origin("rules 1", Standing.SUGGESTED, 0.9)
QUOTE = QuoteView("„Ja“", "direct", ORIGIN, {"speaker": "<b>she</b>"}, 2, 7, 2, ("far away",))
VIEWS = (
    QUOTE,
    EntityView("Anna", "PER", ORIGIN, "Anna Muster", 1, 3),
    NegativeView("„so“", "scare", ORIGIN),
    WordsView("Anna"),
    None,
)


@pytest.fixture
def selection(qtbot):
    panel = SelectionPanel()
    qtbot.addWidget(panel)
    panel.set_choices(CHOICES)
    panel.resize(260, 500)
    panel.show()
    return panel


def _rows(panel):
    return {row.field.words: row for row in panel.card.findChildren(FieldRow)}


def test_a_quote_row_says_its_action_and_shows_its_key(selection, qtbot):
    selection.show_view(QUOTE)
    row = _rows(selection)["Speaker"]
    assert row.field.value == "<b>she</b>"
    assert row.field.keys == "S"
    with qtbot.waitSignal(selection.action) as caught:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert caught.args == ["role.speaker"]


def test_the_type_row_offers_the_shown_types(selection, qtbot):
    selection.show_view(QUOTE)
    row = _rows(selection)["Type"]
    menu = row.menu()
    shown = [kind.id for kind in SCHEME.quote_types if not kind.hidden]
    assert [entry.text().split("\t")[0] for entry in menu.actions()] == shown
    with qtbot.waitSignal(selection.action) as caught:
        menu.actions()[1].trigger()
    assert caught.args == ["type.indirect"]


def test_answering_a_click_with_another_view_is_safe(selection, qtbot):
    selection.action.connect(lambda _: selection.show_view(VIEWS[1]))
    for _ in range(20):
        selection.show_view(QUOTE)
        qtbot.mouseClick(_rows(selection)["Cue"], Qt.MouseButton.LeftButton)
        QApplication.processEvents()
    assert "Identity" in _rows(selection)


def test_selected_words_offer_labels_and_types(selection, qtbot):
    selection.show_view(WordsView("Anna"))
    rows = _rows(selection)
    with qtbot.waitSignal(selection.action) as caught:
        rows["Person"].click()
    assert caught.args == ["label.PER"]
    assert rows["direct"].field.action == "type.direct"


def test_accept_is_offered_for_suggestions_only(selection):
    selection.show_view(QUOTE)
    assert "Accept" in _button_words(selection)
    checked = replace(ORIGIN, standing=Standing.CHECKED)
    selection.show_view(replace(QUOTE, origin=checked))
    assert "Accept" not in _button_words(selection)


def _button_words(panel):
    return {button.text() for button in panel.card.findChildren(QPushButton)}


@pytest.mark.parametrize("view", VIEWS)
def test_no_label_takes_markup_and_rows_do_not_overlap(selection, qtbot, view):
    selection.resize(250, 320)
    selection.show_view(view)
    qtbot.wait(1)
    for label in selection.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    boxes = [row.geometry() for row in selection.card.findChildren(FieldRow)]
    assert all(not one.intersects(other) for one in boxes for other in boxes if one is not other)


def test_top_bar_says_actions_and_searches(qtbot):
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.set_project("a.rotstift")
    bar.set_keys({"confirm": paint.key_words("Ctrl+Return")})
    bar.resize(1024, 46)
    bar.show()
    assert bar.minimumSizeHint().width() <= 1024
    said = []
    bar.action.connect(said.append)
    for button in (bar.train, bar.export, bar.confirm):
        button.click()
    assert said == ["train", "export", "confirm"]
    with qtbot.waitSignal(bar.search) as caught:
        qtbot.keyClicks(bar.field, "bad")
    assert caught.args == ["bad"]
    with qtbot.waitSignal(bar.search) as caught:
        qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert caught.args == [""]
    bar.set_project("")
    assert not bar.confirm.isEnabled()


def test_status_line_shows_and_cancels_work(qtbot):
    line = StatusLine()
    qtbot.addWidget(line)
    line.resize(1024, 34)
    line.show()
    line.set_saved(Saved.SAVED)
    line.set_checked(19, 31)
    line.set_rate(0.87)
    line.set_seconds(41.4)
    assert line.checked.text().startswith("19 of 31")
    assert "87" in line.rate.text()
    assert line.rate.isVisible()
    line.set_job(Job("train", "Training", 3, 10))
    assert not line.rate.isVisible()
    with qtbot.waitSignal(line.cancel) as caught:
        line.job.stop.click()
    assert caught.args == ["train"]
    line.set_job(None)
    assert not line.job.isVisible()
    assert line.minimumSizeHint().width() <= 1024


def test_a_message_goes_after_a_while(qtbot):
    line = StatusLine()
    qtbot.addWidget(line)
    line._timer.setInterval(10)
    line.show_message("Removed", undo_key="Ctrl+Z")
    assert line.message.text() == "Removed"
    qtbot.waitUntil(lambda: line.message.text() == "", timeout=1000)


def test_hints_leave_out_what_does_not_fit(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    bar = HintBar(page)
    hints = [("X", "remove"), ("D I R", "type"), ("S", "speaker")] * 3
    page.resize(900, 400)
    page.show()
    bar.set_hints(hints)
    assert bar.shown == tuple(hints)
    page.resize(300, 400)
    qtbot.waitUntil(lambda: len(bar.shown) < len(hints))
    assert page.rect().contains(bar.geometry())
    bar.set_hints([])
    assert not bar.isVisible()


def test_every_interactive_widget_has_a_name(qtbot, selection):
    selection.show_view(QUOTE)
    parts = [TopBar(), StatusLine(), ArticlesPanel(), EntitiesPanel(), HistoryPanel()]
    for part in parts:
        qtbot.addWidget(part)
    kinds = (QAbstractButton, QAbstractItemView, QLineEdit)
    for part in (*parts, selection):
        for kind in kinds:
            for widget in part.findChildren(kind):
                ours = not widget.objectName().startswith("_q_") and (
                    not isinstance(widget.parent(), QLineEdit)
                )
                assert widget.accessibleName() or not ours, (part, widget)


def test_key_words_use_signs():
    assert paint.key_words("Ctrl+Return").endswith("+" + paint.RETURN)
    assert paint.key_words("Shift+Right").endswith("→")
    assert paint.caps("D I R") == ["D I R"]
    assert paint.caps("Alt+← Alt+→") == ["Alt+←", "Alt+→"]


def test_wrapped_text_keeps_every_character_and_cuts_the_rest(qapp):
    font = qapp.font()
    text = "Ein Bad 🏊 und noch ein Bad und viele Worte mehr 🏊 als in zwei Zeilen passen"
    assert paint.wrapped("kurz", font, 200, 2) == ["kurz"]
    lines = paint.wrapped(text, font, 120, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert " ".join(paint.wrapped(text, font, 120, 50)) == text


@pytest.mark.parametrize("status", list(Status))
def test_states_differ_in_shape(qapp, status):
    def picture(which):
        image = QImage(26, 26, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        painter.scale(2, 2)
        paint.state(painter, QRectF(0, 0, 13, 13), which, theme.LIGHT)
        painter.end()
        return bytes(image.convertToFormat(QImage.Format.Format_Alpha8).constBits())

    others = [other for other in Status if other is not status]
    assert all(picture(status) != picture(other) for other in others)


@pytest.mark.parametrize("name", icons.names())
def test_every_icon_draws_something_in_its_colour(qapp, name):
    image = icons.pixmap(name, "#c1121f", 96).toImage()
    inked = [
        image.pixelColor(x, y)
        for x in range(0, 96, 2)
        for y in range(0, 96, 2)
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert inked
    if "currentColor" in resource("icons", f"{name}.svg").read_text(encoding="utf-8"):
        assert any(colour.name() == "#c1121f" for colour in inked)


def test_icons_follow_the_theme(qapp, qtbot):
    button = QPushButton()
    qtbot.addWidget(button)
    try:
        theme.apply(qapp, theme.LIGHT)
        icons.tint(button, "confirm")
        light = button.icon().pixmap(24).toImage()
        theme.apply(qapp, theme.DARK)
        assert theme.current() is theme.DARK
        assert button.icon().pixmap(24).toImage() != light
    finally:
        theme.apply(qapp, theme.LIGHT)


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK])
def test_style_sheet_is_accepted_by_qt(qapp, qtbot, colours):
    sheet = style_sheet(colours, Fonts("Serif", "Sans"))
    assert "$" not in sheet
    try:
        theme.apply(qapp, colours, sheet)  # a parse error is a warning, and warnings fail the test
        button = QPushButton("x")
        qtbot.addWidget(button)
        button.setProperty("primary", "true")
        button.show()
        assert button.grab().toImage().pixelColor(20, 5).name() == colours.red
    finally:
        theme.apply(qapp, theme.LIGHT)


def test_long_text_is_shortened_between_words(qapp):
    text = " ".join(f"Wort{number}" for number in range(60))
    shown = paint.squeezed(text, qapp.font(), 200, 3)
    head, tail = shown.split(" … ")
    assert text.startswith(head + " ")
    assert text.endswith(" " + tail)
    assert paint.squeezed("kurz", qapp.font(), 200, 3) == "kurz"


class _Wraps(QWidget):
    """Needs a second row where it is narrower than 200 pixels."""

    def hasHeightForWidth(self):  # noqa: N802 - Qt names it
        return True

    def heightForWidth(self, width):  # noqa: N802
        return 130 if width >= 200 else 170

    def minimumSizeHint(self):  # noqa: N802
        return QSize(50, self.heightForWidth(self.width()))


def test_a_scroll_bar_from_before_goes_where_the_content_fits_at_full_width(qtbot):
    shaft = Shaft()
    qtbot.addWidget(shaft)
    shaft.setWidget(_Wraps())
    shaft.resize(200, 121)
    shaft.show()
    qtbot.waitUntil(lambda: shaft.verticalScrollBar().isVisible())
    shaft.resize(200, 131)
    qtbot.waitUntil(lambda: not shaft.verticalScrollBar().isVisible())

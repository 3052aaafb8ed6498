"""The few lines of style sheet that Fusion's palette cannot say, made from a theme."""

from string import Template
from typing import Protocol

from PySide6.QtGui import QColor, QFont

from rotstift.paths import resource
from rotstift.ui.theme import Theme

BASE = 14
"""Height of the window's text in logical pixels; everything else is a share of it."""
RADIUS = 7
"""Of buttons and fields, in logical pixels."""


class FontNames(Protocol):
    """The families that the window is set in."""

    @property
    def serif(self) -> str:
        """What articles are set in."""

    @property
    def sans(self) -> str:
        """What the window is set in."""


def app_font(fonts: FontNames) -> QFont:
    """The font for `QApplication.setFont`, before the first widget is made."""
    result = QFont(fonts.sans)
    result.setPixelSize(BASE)
    return result


def mixed(one: str, other: str, share: float) -> str:
    """A colour between two, `share` (0 to 1) of the first."""
    first, second = QColor(one), QColor(other)
    return QColor(
        round(first.red() * share + second.red() * (1 - share)),
        round(first.green() * share + second.green() * (1 - share)),
        round(first.blue() * share + second.blue() * (1 - share)),
    ).name()


_SHEET = Template("""
QMainWindow, QSplitter { background: $desk; }
QSplitter::handle { background: $line; }
QDialog, *[role="panel"] { background: $panel; }
*[role="top"] { background: $panel; border-bottom: 1px solid $line; }
*[role="bottom"] { background: $panel; border-top: 1px solid $line; }
*[role="card"] { background: $sheet; border: 1px solid $line; border-radius: 8px; }
*[role="inset"] { background: transparent; border: none; }

*[role="offer"] { background: $pop; border-radius: 8px; }
*[role="offer"] QPushButton { color: $on_pop; background: transparent; border: none;
  padding: 3px 8px; font-size: 13px; }
*[role="offer"] QPushButton:hover { background: $red; color: $on_red; }

QLabel[role="heading"] { color: $muted; font-size: 12px; font-weight: 600; }
QLabel[role="muted"], QCheckBox[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: 13px; }
QLabel[role="warn"] { color: $warn; font-size: 13px; }
QLabel[role="good"] { color: $good; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="title"] { font-size: 20px; font-weight: 600; }
*[role="serif"] { font-family: "$serif"; font-size: 15px; }

QPushButton { background: $sheet; border: 1px solid $edge; border-radius: ${radius}px;
  padding: 5px 12px; min-height: 20px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:disabled { color: $faded; border-color: $line; }
QPushButton:flat { background: transparent; border-color: transparent; }
QPushButton:flat:hover { background: $hover; }
QPushButton:focus { border: 2px solid $red; padding: 4px 11px; }
QPushButton[role="chip"] { text-align: left; background: $red_soft; color: $ink; border: 1px solid $line;
  padding: 2px 8px; font-size: 13px; min-height: 18px; }
QPushButton[role="chip"]:focus { border: 2px solid $red; padding: 1px 7px; }
QPushButton[primary="true"] { background: $red; color: $on_red;
  border-color: $red; font-weight: 600; padding: 5px 15px; }
QPushButton[primary="true"]:hover { background: $red_hover; }
QPushButton[primary="true"]:focus { border-color: $ring;
  padding: 4px 14px; }
QPushButton[primary="true"]:disabled {
  background: $line; color: $muted; border-color: $line; }
QToolButton { border: 2px solid transparent; border-radius: 6px; padding: 2px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $pressed; }
QToolButton:focus { border-color: $red; }
QToolButton[segment="true"] { color: $muted; padding: 2px 5px; font-size: 13px; }
QToolButton[segment="true"]::menu-indicator { image: none; }
QToolButton[segment="true"]:checked { background: $sheet; color: $ink; border: 1px solid $edge;
  padding: 3px 6px; font-weight: 600; }
QToolButton[segment="true"]:focus { border: 2px solid $red; padding: 2px 5px; }

QLineEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QComboBox { background: $sheet; color: $ink;
  border: 1px solid $edge; border-radius: ${radius}px; padding: 4px 8px; min-height: 20px;
  selection-background-color: $selection; selection-color: $ink;
  placeholder-text-color: $muted; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {
  border: 2px solid $red; padding: 3px 7px; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$down"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $sheet; border: 1px solid $edge; padding: 4px;
  selection-background-color: $red_soft; selection-color: $ink; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus { background: transparent; border: none;
  padding: 0; }
QAbstractSpinBox { padding-right: 22px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; width: 20px;
  border: none; }
QAbstractSpinBox::up-button { subcontrol-position: top right; margin-top: 3px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin-bottom: 3px; }
QAbstractSpinBox::up-arrow { image: url("$up"); width: 11px; height: 11px; }
QAbstractSpinBox::down-arrow { image: url("$down"); width: 11px; height: 11px; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $muted; border-radius: 4px;
  background: $sheet; }
QCheckBox::indicator:checked { background: $red; border-color: $red; image: url("$check"); }
QRadioButton::indicator { width: 14px; height: 14px; border: 2px solid $muted; border-radius: 9px;
  background: $sheet; }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 5px solid $red; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $edge; }
QCheckBox, QRadioButton { spacing: 8px; padding: 2px; border: 2px solid transparent;
  border-radius: 5px; }
QCheckBox:disabled, QRadioButton:disabled { color: $faded; }
QCheckBox:focus, QRadioButton:focus { border-color: $red; }

QListView, QTableView { background: transparent; border: none; outline: none; }
QScrollArea { background: transparent; outline: none; border: 2px solid transparent;
  border-radius: 6px; }
QScrollArea:focus { border-color: $red; }
*[role="shaft"] { border: none; }
QTableView:focus { border: 2px solid $red; border-radius: 6px; }
QTabBar { qproperty-drawBase: 0; }
QTabWidget::pane { border: none; border-top: 1px solid $line; padding-top: 8px; }
QTabBar::tab { color: $muted; background: transparent; border: 2px solid transparent;
  border-radius: 6px; padding: 4px 10px; margin: 0 2px 4px 0; }
QTabBar::tab:hover { background: $hover; }
QTabBar::tab:selected { color: $ink; background: $sheet; border: 1px solid $edge; padding: 5px 11px; }
QTabBar::tab:focus { border: 2px solid $red; padding: 4px 10px; }
*[role="card"] QListView, QTableView { background: $sheet; }
QTableView { border: 1px solid $line; border-radius: 8px; gridline-color: transparent;
  alternate-background-color: $panel; selection-background-color: $red_soft;
  selection-color: $ink; }
QTableView::item { padding: 3px 8px; }
QListWidget { background: $sheet; border: 1px solid $line; border-radius: 8px; padding: 4px; }
QListWidget:focus { border: 2px solid $red; padding: 3px; }
QListWidget::item { padding: 5px 8px; border-radius: 4px; color: $ink; }
QListWidget::item:selected { background: $red_soft; color: $ink; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; color: $muted; border: none;
  border-bottom: 1px solid $line; font-size: 12px; font-weight: 600; padding: 6px 10px 7px 11px; }

QProgressBar { background: $line; border: none; border-radius: 2px; }
QProgressBar::chunk { background: $good; border-radius: 2px; }
QProgressBar[work="true"]::chunk { background: $red; }

QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $handle; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: $sheet; border: 1px solid $edge; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 12px; border-radius: 5px; }
QMenu::item:selected { background: $red_soft; color: $ink; }
QMenu::item:disabled { color: $faded; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QMenuBar { background: $panel; }
QMenuBar::item { padding: 4px 10px; border-radius: 5px; }
QMenuBar::item:selected { background: $hover; }
QToolTip { background: $pop; color: $on_pop; border: none; padding: 5px 8px; }
""")


def style_sheet(theme: Theme, fonts: FontNames) -> str:
    """The style sheet of the whole application in this theme."""
    return _SHEET.substitute(
        desk=theme.desk,
        panel=theme.panel,
        sheet=theme.sheet,
        ink=theme.ink,
        muted=theme.muted,
        line=theme.line,
        red=theme.red,
        red_soft=theme.red_soft,
        on_red=theme.on_red,
        ring=theme.ring,
        good=theme.good,
        warn=theme.warn,
        selection=theme.selection,
        pop=theme.pop,
        on_pop=theme.on_pop,
        edge=theme.edge,
        hover=mixed(theme.line, theme.panel, 0.4),
        pressed=mixed(theme.line, theme.panel, 0.85),
        red_hover=mixed(theme.red, theme.ink, 0.88),
        faded=theme.edge,
        handle=theme.edge,
        radius=RADIUS,
        serif=fonts.serif,
        up=resource("icons", f"up-{theme.name}.svg").as_posix(),
        down=resource("icons", f"down-{theme.name}.svg").as_posix(),
        check=resource("icons", f"check-{theme.name}.svg").as_posix(),
    )

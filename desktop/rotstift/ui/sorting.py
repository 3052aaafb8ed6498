"""The words for what the list of articles is narrowed to and sorted by."""

from typing import TYPE_CHECKING

from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.store.search import Order
from rotstift.ui.panels.articles import FILTERS
from rotstift.ui.panels.parts import translate

if TYPE_CHECKING:
    from rotstift.ui.rows import Narrowed

FILTER_WORDS = {
    "all": QT_TRANSLATE_NOOP("Sorting", "All articles"),
    "open": QT_TRANSLATE_NOOP("Sorting", "Open"),
    "confirmed": QT_TRANSLATE_NOOP("Sorting", "Confirmed"),
    "flagged": QT_TRANSLATE_NOOP("Sorting", "Flagged"),
    "skipped": QT_TRANSLATE_NOOP("Sorting", "Skipped"),
    "noted": QT_TRANSLATE_NOOP("Sorting", "With notes"),
}
ORDER_WORDS = {
    Order.POSITION: QT_TRANSLATE_NOOP("Sorting", "As they came in"),
    Order.TITLE: QT_TRANSLATE_NOOP("Sorting", "Title"),
    Order.DATE: QT_TRANSLATE_NOOP("Sorting", "Date"),
    Order.STATUS: QT_TRANSLATE_NOOP("Sorting", "Status"),
    Order.DOUBT: QT_TRANSLATE_NOOP("Sorting", "Doubt"),
    Order.SUGGESTED: QT_TRANSLATE_NOOP("Sorting", "Suggestions"),
    Order.CHANGED: QT_TRANSLATE_NOOP("Sorting", "Last corrected"),
}
FALLING = (Order.DATE, Order.DOUBT, Order.SUGGESTED, Order.CHANGED)
"""Orders of which one mostly wants the latest, or the most, first."""


def narrowed_words(narrowed: "Narrowed") -> str:
    """What is on beside the four buttons and the search field; empty for nothing."""
    if narrowed.plain:
        return ""
    words = []
    if narrowed.filter not in FILTERS:
        words.append(translate("Sorting", FILTER_WORDS[narrowed.filter]))
    if narrowed.pipeline:
        words.append(narrowed.pipeline)
    if narrowed.among is not None:
        words.append(narrowed.query)
    if (narrowed.order, narrowed.down) != (Order.POSITION, False):
        order = translate("Sorting", ORDER_WORDS[Order(narrowed.order)])
        words.append(f"{order} {'↓' if narrowed.down else '↑'}")
    return " · ".join(words)

"""The same for all, asked: the preview of every hit in its sentence, for one article and for the whole project."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from rotstift.model.items import Status, label_of
from rotstift.model.same import Correction, Deed, Hit, further_hits
from rotstift.model.sameness import Sameness
from rotstift.session.desk.desk import Desk
from rotstift.session.same_all import Found, sentence_around, still_same
from rotstift.settings import Settings
from rotstift.ui.dialogs.same import Hit as HitRow
from rotstift.ui.dialogs.same import SameForAllDialog
from rotstift.ui.panels.parts import translate
from rotstift.ui.sameness import keep_sameness, sameness_of

Run = Callable[[Callable[[], None]], None]


def ask_same(desk: Desk, settings: Settings, parent: QWidget, run: Run) -> None:
    """The preview for the open article; Enter does it."""
    if desk.settle.further_same() is None:
        return
    core, correction = desk.core, desk.core.correction
    assert correction is not None
    text, state = core.text, core.state
    dialog = SameForAllDialog(correction_words(correction), core.sameness, parent)
    hits: list[Hit] = []

    def show(sameness: Sameness) -> None:
        keep_sameness(settings, sameness)
        core.sameness = sameness
        core.remember(correction)
        hits[:] = further_hits(text, state, correction, sameness)
        dialog.set_hits([_hit_row(text, str(n), hit) for n, hit in enumerate(hits)])

    def apply(keys: Sequence[str]) -> None:
        chosen = [hits[int(key)] for key in keys]
        run(lambda: desk.settle.do_same(correction, chosen))

    show(core.sameness)
    dialog.sameness_changed.connect(show)
    dialog.applied.connect(apply)
    dialog.open()


def ask_project(
    desk: Desk,
    correction: Correction,
    found: Sequence[Found],
    settings: Settings,
    parent: QWidget,
    apply: Callable[[list[Found]], None],
) -> None:
    """The preview for the whole project; what is confirmed is not chosen until a person chooses it."""
    dialog = SameForAllDialog(correction_words(correction), sameness_of(settings), parent)

    def show(sameness: Sameness) -> None:
        keep_sameness(settings, sameness)
        desk.core.sameness = sameness
        desk.core.remember(desk.core.correction)
        dialog.set_hits(
            [
                _found_row(str(number), one)
                for number, one in enumerate(found)
                if still_same(one, correction.words, sameness)
            ]
        )

    show(sameness_of(settings))
    dialog.sameness_changed.connect(show)
    dialog.applied.connect(lambda keys: apply([found[int(key)] for key in keys]))
    dialog.open()


def correction_words(correction: Correction) -> str:
    """What would be done, as a person would say it."""
    template = {
        Deed.LABEL: translate("Asking", "“{0}” is {1}"),
        Deed.BORDER: translate("Asking", "“{0}” gets the same borders"),
        Deed.REMOVE: translate("Asking", "“{0}” is not marked"),
        Deed.DENY: translate("Asking", "“{0}” is denied"),
        Deed.IDENTITY: translate("Asking", "“{0}” means {1}"),
    }[correction.deed]
    words = " ".join(correction.words.split())
    return template.replace("{0}", words).replace("{1}", correction.value or "–")


def _hit_row(text: str, key: str, hit: Hit) -> HitRow:
    before, after = sentence_around(text, hit.span)
    return HitRow(key, before, hit.span.of(text), after, now=label_of(hit.item))


def _found_row(key: str, one: Found) -> HitRow:
    states: Mapping[Status, str] = {
        Status.CONFIRMED: translate("Asking", "confirmed"),
        Status.SKIPPED: translate("Asking", "skipped"),
    }
    where = " · ".join(word for word in (one.title, states.get(one.status, "")) if word)
    wanted = one.status not in states
    return HitRow(
        key, one.before, one.words, one.after, where, label_of(one.hit.item), wanted, one.article
    )

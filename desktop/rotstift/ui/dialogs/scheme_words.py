"""What a change of the scheme does, in words."""

from collections.abc import Mapping

from rotstift.model.scheme_edit import Draft, Group, labels_of
from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.session.rescheming import Effect, effects
from rotstift.store.scheme_use import Use
from rotstift.ui.panels.parts import counted, translate

Counts = Mapping[Group, Mapping[str, Use]]
MOST = 7
"""Lines that are shown; what is left is counted."""
_GROUPS = {
    Group.LABEL: QT_TRANSLATE_NOOP("SchemeDialog", "Entities"),
    Group.TYPE: QT_TRANSLATE_NOOP("SchemeDialog", "Quote types"),
    Group.ROLE: QT_TRANSLATE_NOOP("SchemeDialog", "Roles"),
    Group.REASON: QT_TRANSLATE_NOOP("SchemeDialog", "Reasons for a no"),
}


def group_words(group: Group) -> str:
    """What a group is called."""
    return translate("SchemeDialog", _GROUPS[group])


def effect_lines(draft: Draft, used: Counts | None) -> list[str]:
    """What applying a draft does to what is there, a line each; None while it is being counted."""
    if not draft.changed:
        return [translate("SchemeDialog", "Nothing is changed yet.")]
    found = effects(draft, used or {})
    if found and used is None:
        return [translate("SchemeDialog", "What is marked is being counted …")]
    lines = [_effect(one) for one in found]
    if not any(one.use.items for one in found):
        lines.append(translate("SchemeDialog", "No existing mark is changed."))
    lines += _pipelines(draft, found)
    if len(lines) > MOST:
        more = QT_TRANSLATE_NOOP("SchemeDialog", "and %n more", "", 1)
        lines = [*lines[: MOST - 1], counted(len(lines) - MOST + 1, "SchemeDialog", more)]
    return lines


def _effect(one: Effect) -> str:
    head = (
        f"{one.old} → {one.new}"
        if one.new
        else translate("SchemeDialog", "{0} is removed").replace("{0}", one.old)
    )
    items = _items(one.group, one.use.items)
    if not one.use.items:
        return f"{head}: {items}"
    articles = counted(
        one.use.articles,
        "SchemeDialog",
        QT_TRANSLATE_NOOP("SchemeDialog", "in %n article(s)", "", 1),
    )
    confirmed = counted(
        one.use.confirmed,
        "SchemeDialog",
        QT_TRANSLATE_NOOP("SchemeDialog", "%n of them confirmed", "", 1),
    )
    if not one.use.confirmed:
        confirmed = translate("SchemeDialog", "none of them confirmed")
    return f"{head}: {items} {articles}, {confirmed}"


def _items(group: Group, number: int) -> str:
    words = {
        Group.LABEL: QT_TRANSLATE_NOOP("SchemeDialog", "%n mention(s)", "", 1),
        Group.TYPE: QT_TRANSLATE_NOOP("SchemeDialog", "%n quote(s)", "", 1),
    }.get(group, QT_TRANSLATE_NOOP("SchemeDialog", "%n mark(s)", "", 1))
    return counted(number, "SchemeDialog", words)


def _pipelines(draft: Draft, found: list[Effect]) -> list[str]:
    """What pipelines that were trained before make of it."""
    lines = []
    gone = [one.old for one in found if not one.new]
    if gone:
        words = translate("SchemeDialog", "What a pipeline still suggests as {0} is left out.")
        lines.append(words.replace("{0}", ", ".join(gone)))
    if any(one.new for one in found):
        lines.append(
            translate(
                "SchemeDialog", "A pipeline that says the old name is understood as the new one."
            )
        )
    before = {one.id for one in labels_of(draft.first, Group.LABEL)} | {one.new for one in found}
    new = [one.id for one in labels_of(draft.scheme, Group.LABEL) if one.id not in before]
    if new:
        words = translate(
            "SchemeDialog",
            "No pipeline suggests {0} before one is trained on articles that have it.",
        )
        lines.append(words.replace("{0}", ", ".join(new)))
    return lines

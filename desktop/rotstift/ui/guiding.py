"""Guiding: which guidelines belong to what the person does now."""

from collections.abc import Iterator, Mapping

from rotstift.model.items import Entity, Negative, Quote
from rotstift.model.scheme import Label, Scheme
from rotstift.session.desk.core import Core
from rotstift.session.desk.place import Mode
from rotstift.ui.panels.guide import GuideEntry


def guide_entries(
    core: Core, usual: Scheme, keys: Mapping[str, str], language: str
) -> list[GuideEntry]:
    """The entries for the mode, else for the focused item, else for everything.

    A label without a guideline takes the one that the shipped scheme has for it: projects keep the
    scheme that they were made with.
    """
    known = {label.id: label for group in _groups(usual).values() for label in group}
    entries = []
    for kind, label in _wanted(core):
        words = label.guideline or getattr(known.get(label.id), "guideline", None) or {}
        text = words.get(language) or words.get("en") or ""
        if text:
            key = keys.get(f"{kind}.{label.id}", "")
            entries.append(GuideEntry(label, label.name(language), key, text))
    return entries


def _groups(scheme: Scheme) -> dict[str, tuple[Label, ...]]:
    return {
        "label": scheme.labels,
        "type": scheme.quote_types,
        "role": scheme.roles,
        "reason": scheme.reasons,
    }


def _wanted(core: Core) -> Iterator[tuple[str, Label]]:
    groups, item, place = _groups(core.session.scheme), core.focused, core.place
    if place.mode is Mode.ROLE:
        yield from _named("role", groups, place.role)
    elif place.mode is Mode.REASON:
        yield from (("reason", label) for label in groups["reason"])
    elif isinstance(item, Entity):
        yield from _named("label", groups, item.label)
    elif isinstance(item, Quote):
        yield from _named("type", groups, item.type)
        yield from (("role", label) for label in groups["role"])
    elif isinstance(item, Negative):
        yield from _named("reason", groups, item.reason)
    else:
        for kind, labels in groups.items():
            yield from ((kind, label) for label in labels if not label.hidden)


def _named(
    kind: str, groups: Mapping[str, tuple[Label, ...]], wanted: str
) -> Iterator[tuple[str, Label]]:
    yield from ((kind, label) for label in groups[kind] if label.id == wanted)

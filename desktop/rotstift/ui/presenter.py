"""Presenter: what the panels show of the desk, as plain values."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rotstift.model.doubt import Doubt
from rotstift.model.doubt_weights import Why
from rotstift.model.history import EntryKind
from rotstift.model.items import (
    Entity,
    Markable,
    Negative,
    NegativeOf,
    Quote,
    Standing,
    role_spans,
    roles_of,
)
from rotstift.model.same import Hit
from rotstift.model.sameness import same_key
from rotstift.model.scheme import Label, Scheme
from rotstift.model.span import Span
from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.session.desk.core import Core
from rotstift.session.desk.noting import notes_in_order
from rotstift.session.desk.place import Mode, Place
from rotstift.store.records import LogEntry
from rotstift.ui.panels.entities import EntityGroup
from rotstift.ui.panels.hints import Hint
from rotstift.ui.panels.history import HistoryRow
from rotstift.ui.panels.notes import NoteRow
from rotstift.ui.panels.parts import counted, translate
from rotstift.ui.panels.views import (
    EntityView,
    NegativeView,
    QuoteView,
    View,
    WordsView,
)
from rotstift.ui.wording import doubt_words, edit_words

SHOWN_NAMES = 5
"""Identities that the bar names; the other digits stand over the text."""
SHOWN_SAME = 200
"""Further same mentions that the page marks at once; the key acts on all of them."""


def selection_view(core: Core) -> View | None:
    """The focused item, else the selected words, else nothing."""
    item = core.focused
    if item is None:
        words, marks = core.place.selection, core.doubt_here()
        return WordsView(words.of(core.text), *_doubt(marks)) if words else None
    doubts, doubt, by_lot = _doubt(core.doubt_of_focused())
    note = core.state.note_on(item.id)
    view = _item_view(core, item, doubts, note.text if note else "")
    return replace(view, doubt=doubt, by_lot=by_lot)


def _doubt(doubt: Doubt | None) -> tuple[tuple[str, ...], float | None, str]:
    """The reasons in words, how likely it is wrong, and the word for what the lot has chosen."""
    if doubt is None:
        return (), None, ""
    reasons = tuple(doubt_words(why) for why in doubt.why if why is not Why.SAMPLE)
    return reasons, doubt.score, doubt_words(Why.SAMPLE) if Why.SAMPLE in doubt.why else ""


def _item_view(
    core: Core, item: Markable, doubts: tuple[str, ...], note: str
) -> QuoteView | EntityView | NegativeView:
    text, state = core.text, core.state
    origin = item.origin
    match item:
        case Quote():
            number, total = _place(item, state.quotes)
            shown = " … ".join(part.of(text) for part in item.parts)
            roles = {role: _role_text(text, item, role) for role in roles_of(item)}
            return QuoteView(
                shown, item.type, origin, roles, number, total, len(item.parts), doubts, note
            )
        case Entity():
            number, total = _place(item, state.entities)
            words, identity = item.span.of(text), core.identities[item.id]
            return EntityView(words, item.label, origin, identity, number, total, doubts, note)
        case Negative():
            number, total = _place(item, state.negatives)
            of_quote = item.of is NegativeOf.QUOTE
            words = item.span.of(text)
            return NegativeView(words, item.reason, origin, of_quote, number, total, doubts, note)


def _place(item: Markable, items: Sequence[Markable]) -> tuple[int, int]:
    return items.index(item) + 1, len(items)


def _role_text(text: str, quote: Quote, role: str) -> str:
    return " … ".join(span.of(text) for span in role_spans(quote, role))


# -- entities -----------------------------------------------------------------------------------


def group_key(label: str, identity: str) -> str:
    """What mentions of one person, organisation or thing have in common."""
    return f"{label} {same_key(identity)}"


def entity_groups(core: Core, wikidata: Mapping[str, str]) -> list[EntityGroup]:
    """The article's entities by identity and label, most mentioned first.

    `wikidata`: the Wikidata id of each identity that has one.
    """
    groups: dict[str, list[Entity]] = {}
    for entity in core.state.entities:
        key = group_key(entity.label, core.identities[entity.id])
        groups.setdefault(key, []).append(entity)
    scheme = core.session.scheme
    labels = {label.id: label for label in scheme.labels}
    rows = [
        _group(key, members, core, labels.get(members[0].label, scheme.labels[0]), wikidata)
        for key, members in groups.items()
    ]
    return sorted(rows, key=lambda row: -row.count)


def _group(
    key: str, members: list[Entity], core: Core, label: Label, wikidata: Mapping[str, str]
) -> EntityGroup:
    names = {core.identities[entity.id] for entity in members}
    name = min(names, key=lambda one: (len(one), one))
    open_ones = sum(entity.origin.standing is Standing.SUGGESTED for entity in members)
    number = next((wikidata[one] for one in sorted(names) if one in wikidata), "")
    return EntityGroup(key, name, label, len(members), open_ones, number)


def next_mention(core: Core, key: str) -> str | None:
    """The id of the group's next mention after the focused item, round the end."""
    members = [
        entity
        for entity in core.state.entities
        if group_key(entity.label, core.identities[entity.id]) == key
    ]
    here = core.focused.span if core.focused else Span(0, 1)
    later = [entity for entity in members if entity.span > here]
    chosen = (later or members)[:1]
    return chosen[0].id if chosen else None


def note_rows(core: Core) -> list[NoteRow]:
    """The article's notes: its own, then those on items in text order."""
    article = translate("NotesPanel", "the article")
    rows = []
    for note in notes_in_order(core):
        item = core.state.get(note.target)
        about = item.span.of(core.text) if isinstance(item, Markable) else article
        rows.append(NoteRow(note.target, note.text, about))
    return rows


# -- history ------------------------------------------------------------------------------------


def history_rows(newest_first: Sequence[LogEntry]) -> list[HistoryRow]:
    """The article's edits, newest first; an undone one stays, struck out."""
    undone: dict[int, bool] = {}
    rows = []
    for entry in newest_first:
        if entry.kind is EntryKind.EDIT:
            what, detail = edit_words(entry)
            rows.append(HistoryRow(entry.seq, what, detail, undone.get(entry.seq, False)))
        elif entry.target is not None:
            undone.setdefault(entry.target, entry.kind is EntryKind.UNDO)
    return rows


def page_hints(core: Core, same: str) -> list[tuple[str, Span]]:
    """Key caps in the text: numbered candidates, else where the same-for-all key would act."""
    if core.place.hints:
        return [(hint.digit, hint.span) for hint in core.place.hints]
    if core.place.mode is not Mode.NORMAL:
        return []
    return [(same, hit.span) for hit in _nearest(core)]


def _nearest(core: Core) -> list[Hit]:
    """The further mentions around the person, as many as a page may number without being slow."""
    here = core.focused.span if core.focused else core.place.words
    position = bisect_left(core.further, here.start, key=lambda hit: hit.span.start) if here else 0
    first = max(0, min(position - SHOWN_SAME // 2, len(core.further) - SHOWN_SAME))
    return core.further[first : first + SHOWN_SAME]


# -- hints --------------------------------------------------------------------------------------


def hints(core: Core, keys: Mapping[str, str], scheme: Scheme, language: str) -> list[Hint]:
    """The keys that apply now, for the bar at the foot of the page."""
    place, item = core.place, core.focused
    if place.mode is Mode.REASON:
        reasons = enumerate(scheme.reasons, start=1)
        return [(str(number), reason.name(language)) for number, reason in reasons] + [_escape()]
    if place.mode is Mode.ROLE:
        return [
            ("1 … 9", translate("Hints", "numbered")),
            ("0", translate("Hints", "nobody")),
            (keys["take_words"], translate("Hints", "this word")),
            (keys["add_piece"], _adding(place)),
            _escape(),
        ]
    if place.mode is Mode.IDENTITY:
        return [*_whom(place), ("0", translate("Hints", "its own words")), _escape()]
    if place.mode is Mode.PART:
        return [(keys["take_words"], translate("Hints", "add these words")), _escape()]
    edges = (f"{keys['grow_left']} {keys['grow_right']}", translate("Hints", "borders"))
    types = _keys_of("type", scheme.quote_types, keys)
    labels = _keys_of("label", scheme.labels, keys)
    if item is None:
        start = [
            (labels, translate("Hints", "entity")),
            (types, translate("Hints", "quote")),
            (keys["negative"], translate("Hints", "nothing")),
        ]
        return [
            *_alike(core, keys),
            *start,
            edges,
            (keys["next_doubt"], translate("Hints", "next doubtful")),
            _confirm(keys),
        ]
    first = [(keys["remove"], translate("Hints", "remove"))]
    if item.origin.standing is Standing.SUGGESTED:
        first.insert(0, (keys["accept"], translate("Hints", "accept")))
    if isinstance(item, Entity):
        return [
            *first,
            (labels, translate("Hints", "label")),
            edges,
            *_alike(core, keys),
            _confirm(keys),
        ]
    if isinstance(item, Quote):
        roles = [
            (keys["role.speaker"], translate("Hints", "speaker")),
            (keys["role.cue"], translate("Hints", "cue")),
        ]
        return [
            *first,
            *roles,
            (types, translate("Hints", "type")),
            edges,
            (keys["negative"], translate("Hints", "no quote")),
        ]
    return [
        *first,
        (types, translate("Hints", "is a quote")),
        (keys["negative"], translate("Hints", "reason")),
        _confirm(keys),
    ]


def _whom(place: Place) -> list[Hint]:
    """The identities that the first digits stand for."""
    return [(str(number), name) for number, name in enumerate(place.names[:SHOWN_NAMES], start=1)]


def _adding(place: Place) -> str:
    return translate("Hints", "instead") if place.adding else translate("Hints", "in addition")


def _keys_of(kind: str, labels: Sequence[Label], keys: Mapping[str, str]) -> str:
    every = [keys.get(f"{kind}.{label.id}", "") for label in labels if not label.hidden]
    return " ".join(key for key in every if key)


def _alike(core: Core, keys: Mapping[str, str]) -> list[Hint]:
    """How many further mentions the last correction could be done to; nothing without any."""
    words = QT_TRANSLATE_NOOP("Hints", "%n more alike", "", 1)
    count = len(core.further)
    return [(keys["same"], counted(count, "Hints", words))] if count else []


def _escape() -> Hint:
    return "Esc", translate("Hints", "leave")


def _confirm(keys: Mapping[str, str]) -> Hint:
    return keys["confirm"], translate("Hints", "article is right")

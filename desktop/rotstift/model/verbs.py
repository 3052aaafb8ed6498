"""One builder for each thing that a person does to an article; each answers with an Edit."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rotstift.model.annotations import Annotations
from rotstift.model.checks import EditError
from rotstift.model.edit import Drop, Edit, Put, Step
from rotstift.model.items import (
    ROLES,
    STATUS_ID,
    ArticleStatus,
    Entity,
    Item,
    Markable,
    Mention,
    Negative,
    NegativeOf,
    Note,
    Origin,
    Quote,
    SourceKind,
    Standing,
    Status,
    Zone,
    ZoneKind,
    new_id,
    spans_of,
    with_more,
)
from rotstift.model.span import Span, hull
from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence

WORDS_LIMIT = 60
"""Code points of covered text that the log keeps with an edit, for the history."""
_KIND_OF_LABEL = {"PER": SourceKind.PERSON, "ORG": SourceKind.ORGANISATION}


def shown(text: str, *spans: Span) -> str:
    """The covered text in short, for the history: the pieces with … between them."""
    whole = " … ".join(span.of(text) for span in spans)
    return whole if len(whole) <= WORDS_LIMIT else f"{whole[: WORDS_LIMIT - 1]}…"


def _first_words(text: str) -> str:
    words = " ".join(text[: 4 * WORDS_LIMIT].split())
    return words if len(words) <= WORDS_LIMIT else f"{words[: WORDS_LIMIT - 1]}…"


def _by(author: str) -> Origin:
    return Origin(author, Standing.MADE)


def _edit(name: str, steps: Iterable[Step], text: str, *spans: Span, **words: str) -> Edit:
    more: Mapping[str, str] = {key.rstrip("_"): value for key, value in words.items() if value}
    return Edit(name, tuple(steps), {"text": shown(text, *spans), **more})


# -- any item ------------------------------------------------------------------------------------


def accept(text: str, item: Markable) -> Edit:
    """Say yes to a suggestion. Raises EditError for what is no suggestion."""
    if item.origin.standing is not Standing.SUGGESTED:
        raise EditError(Sentence(QT_TRANSLATE_NOOP("Messages", "This is no suggestion any more.")))
    done = replace(item, origin=item.origin.checked())
    return _edit("accept", [Put(done)], text, *spans_of(item))


def remove(text: str, state: Annotations, item: Item) -> Edit:
    """Take an item away; the quotes inside a removed one move up to its parent."""
    return _edit("remove", without(state, item), text, *spans_of(item), **_label_of(item))


def without(state: Annotations, item: Item) -> list[Step]:
    """The steps that drop an item and everything that would hang in the air."""
    steps: list[Step] = [Drop(item.id)]
    steps += [Drop(note.id) for note in state.notes if note.target == item.id]
    if isinstance(item, Quote):
        steps += [Put(replace(child, parent=item.parent)) for child in state.children(item.id)]
    return steps


def _label_of(item: Item) -> dict[str, str]:
    match item:
        case Entity():
            return {"from_": item.label}
        case Quote():
            return {"from_": item.type}
        case _:
            return {}


def deny(text: str, state: Annotations, item: Markable, reason: str, author: str) -> Edit:
    """Not a quote, not an entity: the item becomes a negative with a reason."""
    if isinstance(item, Negative):
        changed = replace(item, reason=reason, origin=_by(author))
        return _edit("deny", [Put(changed)], text, item.span, to=reason)
    of = NegativeOf.ENTITY if isinstance(item, Entity) else NegativeOf.QUOTE
    negative = Negative(new_id(), item.span, reason, _by(author), of)
    steps = [*without(state, item), Put(negative)]
    return _edit("deny", steps, text, *spans_of(item), to=reason, **_label_of(item))


def deny_words(text: str, span: Span, reason: str, of: NegativeOf, author: str) -> Edit:
    """Checked: these words, or these marks, are nothing."""
    negative = Negative(new_id(), span, reason, _by(author), of)
    return _edit("deny", [Put(negative)], text, span, to=reason)


def write_note(text: str, state: Annotations, target: str, words: str, author: str) -> Edit:
    """Put a note on an item ("" for the article), change it, or drop it when `words` is empty."""
    old = state.note_on(target)
    item = state.get(target)
    spans = spans_of(item) if item else ()
    if not words.strip():
        if old is None:
            raise EditError(Sentence(QT_TRANSLATE_NOOP("Messages", "There is no note to remove.")))
        return _edit("note", [Drop(old.id)], text, *spans)
    note = Note(old.id if old else new_id(), words, _by(author), target)
    return _edit("note", [Put(note)], text, *spans, to=words[:WORDS_LIMIT])


# -- entities ------------------------------------------------------------------------------------


def add_entity(text: str, span: Span, label: str, author: str) -> Edit:
    """Mark words as an entity."""
    return _edit("add", [Put(Entity(new_id(), span, label, _by(author)))], text, span, to=label)


def relabel(text: str, entity: Entity, label: str, author: str) -> Edit:
    """Give an entity another label; the same label again accepts a suggestion."""
    if entity.label == label:
        if entity.origin.standing is Standing.SUGGESTED:
            return accept(text, entity)
        raise EditError(
            Sentence(QT_TRANSLATE_NOOP("Messages", "It is {label} already."), label=label)
        )
    changed = replace(entity, label=label, origin=_by(author))
    return _edit("relabel", [Put(changed)], text, entity.span, from_=entity.label, to=label)


def move_entity(text: str, entity: Entity, span: Span, author: str) -> Edit:
    """Move an entity's borders."""
    changed = replace(entity, span=span, origin=_by(author))
    before = shown(text, entity.span)
    return _edit("move_border", [Put(changed)], text, span, from_=before, to=shown(text, span))


def identify(text: str, entity: Entity, identity: str | None, author: str) -> Edit:
    """Say who or what an entity is; None for nobody known."""
    changed = replace(entity, identity=identity or None, origin=_by(author))
    return _edit("identify", [Put(changed)], text, entity.span, to=identity or "")


# -- quotes --------------------------------------------------------------------------------------


def add_quote(text: str, state: Annotations, span: Span, kind: str, author: str) -> Edit:
    """Mark words as a quote; one that stands inside another gets it as its parent."""
    around = [quote for quote in state.quotes if _inside(span, quote)]
    parent = min(around, key=lambda quote: len(quote.span), default=None)
    quote = Quote(
        new_id(),
        (span,),
        kind,
        _by(author),
        speaker=parent.speaker if parent else (),
        parent=parent.id if parent else None,
        fragment=parent is not None and kind == "direct",
    )
    denied = [neg for neg in state.negatives if span.contains(neg.span) and neg.of is _QUOTE]
    drops = [step for negative in denied for step in without(state, negative)]
    return _edit("add", [*drops, Put(quote)], text, span, to=kind)


_QUOTE = NegativeOf.QUOTE


def _inside(span: Span, quote: Quote) -> bool:
    return any(part.contains(span) and part != span for part in quote.parts)


def set_type(text: str, quote: Quote, kind: str, author: str) -> Edit:
    """Give a quote another type; the same type again accepts a suggestion."""
    if quote.type == kind:
        if quote.origin.standing is Standing.SUGGESTED:
            return accept(text, quote)
        raise EditError(
            Sentence(QT_TRANSLATE_NOOP("Messages", "It is {label} already."), label=kind)
        )
    changed = replace(quote, type=kind, origin=_by(author))
    return _edit("relabel", [Put(changed)], text, *quote.parts, from_=quote.type, to=kind)


def set_fragment(text: str, quote: Quote, *, fragment: bool, author: str) -> Edit:
    """Say whether a quote is only a word or phrase inside a report."""
    changed = replace(quote, fragment=fragment, origin=_by(author))
    return _edit("fragment", [Put(changed)], text, *quote.parts)


def move_quote(text: str, quote: Quote, old: Span, new: Span, author: str) -> Edit:
    """Move the borders of one part; parts that it swallows are gone."""
    kept = [part for part in quote.parts if part != old and not part.overlaps(new)]
    changed = replace(quote, parts=tuple(sorted([*kept, new])), origin=_by(author))
    before = shown(text, old)
    return _edit("move_border", [Put(changed)], text, new, from_=before, to=shown(text, new))


def add_part(text: str, quote: Quote, span: Span, author: str) -> Edit:
    """Add a part to a quote in several pieces; pieces that touch become one."""
    joined = [part for part in quote.parts if part.overlaps(span)]
    kept = [part for part in quote.parts if part not in joined]
    parts = tuple(sorted([*kept, hull([*joined, span])]))
    if parts == quote.parts:
        raise EditError(
            Sentence(QT_TRANSLATE_NOOP("Messages", "This is part of the quote already."))
        )
    changed = replace(quote, parts=parts, origin=_by(author))
    return _edit("add_part", [Put(changed)], text, span)


def split(text: str, quote: Quote, author: str) -> Edit:
    """Make one quote of each part, with the same speaker, cue and addressee."""
    if len(quote.parts) < 2:
        raise EditError(Sentence(QT_TRANSLATE_NOOP("Messages", "This quote has only one part.")))
    first = replace(quote, parts=quote.parts[:1], origin=_by(author))
    others = [replace(first, id=new_id(), parts=(part,)) for part in quote.parts[1:]]
    return _edit("split", [Put(first), *map(Put, others)], text, *quote.parts)


def join(text: str, state: Annotations, first: Quote, second: Quote, author: str) -> Edit:
    """Make one quote of two: the parts of both, the first one's roles where it has them."""
    parts: list[Span] = []
    for part in sorted((*first.parts, *second.parts)):
        if parts and parts[-1].overlaps(part):
            parts[-1] = hull([parts[-1], part])
        else:
            parts.append(part)
    joined = replace(
        first,
        parts=tuple(parts),
        origin=_by(author),
        speaker=first.speaker or second.speaker,
        cue=first.cue or second.cue,
        addressee=first.addressee or second.addressee,
        via=first.via or second.via,
        more=tuple(sorted((dict(second.more) | dict(first.more)).items())),
        parent=second.parent if _stands_in(state, first, second) else first.parent,
    )
    moved = [
        Put(replace(child, parent=first.id))
        for child in state.children(second.id)
        if child.id != first.id
    ]
    notes = _joined_notes(state, first, second)
    return _edit("join", [Put(joined), *moved, *notes, Drop(second.id)], text, *parts)


def _stands_in(state: Annotations, inner: Quote, outer: Quote) -> bool:
    above = state.quote(inner.parent)
    while above is not None and above.id != outer.id:
        above = state.quote(above.parent)
    return above is not None


def _joined_notes(state: Annotations, first: Quote, second: Quote) -> list[Step]:
    """The second one's note goes to the first, behind the note that this one has."""
    old, lost = state.note_on(first.id), state.note_on(second.id)
    if lost is None:
        return []
    if old is None:
        return [Put(replace(lost, target=first.id))]
    return [Put(replace(old, text=f"{old.text}\n{lost.text}")), Drop(lost.id)]


# -- roles ---------------------------------------------------------------------------------------


def mention_of(state: Annotations, span: Span) -> Mention:
    """A mention whose kind follows from the entity inside it, if there is one."""
    inside = [entity for entity in state.entities if span.contains(entity.span)]
    kinds = [_KIND_OF_LABEL[entity.label] for entity in inside if entity.label in _KIND_OF_LABEL]
    return Mention(span, kinds[0] if kinds else SourceKind.UNKNOWN)


def set_role(
    text: str, state: Annotations, quote: Quote, role: str, spans: tuple[Span, ...], author: str
) -> Edit:
    """Fill a role ("speaker", "cue", "addressee", "via") with these spans; none empties it.

    Raises EditError for a cue or mention that is the quote itself.
    """
    if any(span in quote.parts for span in spans):
        raise EditError(
            Sentence(QT_TRANSLATE_NOOP("Messages", "A quote cannot be its own speaker or cue."))
        )
    if role not in ROLES:
        return _with_own_role(text, quote, role, spans, author)
    filler = spans if role == "cue" else tuple(mention_of(state, span) for span in spans)
    return with_role(text, quote, role, filler, author)


def _with_own_role(
    text: str, quote: Quote, role: str, spans: tuple[Span, ...], author: str
) -> Edit:
    """A role of the scheme's own is filled by the words themselves."""
    changed = with_more(quote, role, spans)
    if changed == quote and quote.origin.standing is not Standing.SUGGESTED:
        raise EditError(Sentence(QT_TRANSLATE_NOOP("Messages", "It is so already.")))
    told = shown(text, *spans)
    step = Put(replace(changed, origin=_by(author)))
    return _edit("set_role", [step], text, *quote.parts, role=role, to=told)


def with_role(
    text: str, quote: Quote, role: str, filler: tuple[Span, ...] | tuple[Mention, ...], author: str
) -> Edit:
    """Fill a role with what is ready for it: spans for a cue, mentions for the others."""
    spans = [one.span if isinstance(one, Mention) else one for one in filler]
    if getattr(quote, role) == filler and quote.origin.standing is not Standing.SUGGESTED:
        raise EditError(Sentence(QT_TRANSLATE_NOOP("Messages", "It is so already.")))
    changes: dict[str, object] = {role: filler, "origin": _by(author)}
    changed = replace(quote, **changes)  # type: ignore[arg-type]
    return _edit(f"set_{role}", [Put(changed)], text, *quote.parts, to=shown(text, *spans))


# -- the article ---------------------------------------------------------------------------------


def set_status(text: str, state: Annotations, status: Status) -> Edit:
    """Flag, skip, reopen. Raises EditError when it is so already."""
    if state.status is status:
        raise EditError(Sentence(QT_TRANSLATE_NOOP("Messages", "It is so already.")))
    step: Step = Drop(STATUS_ID) if status is Status.NEW else Put(ArticleStatus(status))
    return Edit(status.value, (step,), {"text": _first_words(text), "from": state.status.value})


def is_settled(state: Annotations) -> bool:
    """True for a confirmed article without suggestions: confirming it would change nothing."""
    return state.status is Status.CONFIRMED and not state.standings[Standing.SUGGESTED]


def confirm(text: str, state: Annotations) -> Edit:
    """Confirm the article: every suggestion left in it is accepted.

    Raises EditError when that was done before and nothing is left.
    """
    if is_settled(state):
        raise EditError(Sentence(QT_TRANSLATE_NOOP("Messages", "It is so already.")))
    left = [item for item in state.markables if item.origin.standing is Standing.SUGGESTED]
    accepted = [Put(replace(item, origin=item.origin.checked())) for item in left]
    steps = (*accepted, Put(ArticleStatus(Status.CONFIRMED)))
    return Edit("confirm", steps, {"text": _first_words(text), "count": str(len(left))})


def set_zone(text: str, state: Annotations, lines: Span, kind: ZoneKind, author: str) -> Edit:
    """Make whole lines a zone; zones that they cut are cut."""
    steps: list[Step] = []
    for zone in state.zones:
        if zone.span.overlaps(lines):
            steps.append(Drop(zone.id))
            steps += [
                Put(replace(zone, id=new_id(), span=rest)) for rest in _rest(zone.span, lines)
            ]
    steps.append(Put(Zone(new_id(), lines, kind, _by(author))))
    return _edit("zone", steps, text, lines, to=kind.value)


def _rest(span: Span, cut: Span) -> list[Span]:
    edges = [(span.start, min(span.end, cut.start)), (max(span.start, cut.end), span.end)]
    return [Span(start, end) for start, end in edges if start < end]


def move_negative(text: str, negative: Negative, span: Span, author: str) -> Edit:
    """Move a negative's borders."""
    changed = replace(negative, span=span, origin=_by(author))
    before = shown(text, negative.span)
    return _edit("move_border", [Put(changed)], text, span, from_=before, to=shown(text, span))

"""Hypothesis strategies for texts full of traps and for every kind of item, alone or as a valid state."""

from hypothesis import strategies as st

from rotstift.model.annotations import Annotations
from rotstift.model.items import (
    ArticleStatus,
    Entity,
    Item,
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
)
from rotstift.model.span import Span

LABELS = ("PER", "ORG", "LOC", "MISC")
TYPES = ("direct", "indirect", "reported", "free_indirect", "indirect_free")
REASONS = ("scare", "title", "name", "term", "other")
ODD = "aZ \u00a0\u202fäßu\u0308\u00ad\u200d👩👧👍🏽🇩🇪„“»«\"'’-,.:\n\t\u2028\u200b\u202e𝔘א٣"
"""Astral characters, combining marks, joiners, no-break spaces, marks, line ends, two directions."""

texts = st.text(
    st.one_of(st.sampled_from(ODD), st.characters(codec="utf-8", exclude_characters="\r\0\ufeff")),
    min_size=1,
    max_size=80,
)
words = st.text(st.characters(codec="utf-8"), max_size=12)
ids = st.text("abcdef0123456789", min_size=1, max_size=6)
scores = st.none() | st.floats(0, 1) | st.sampled_from([0, 1, -0.0])
origins = st.builds(Origin, words, st.sampled_from(Standing), scores)
judged = st.builds(Origin, words, st.sampled_from(Standing), scores, st.none() | st.booleans())
"""Of what a second opinion can be had on."""


def spans(length: int) -> st.SearchStrategy[Span]:
    """Spans within a text of so many code points."""
    edges = st.tuples(st.integers(0, length), st.integers(0, length))
    return edges.filter(lambda pair: pair[0] != pair[1]).map(lambda pair: Span(*sorted(pair)))


def parts(length: int) -> st.SearchStrategy[tuple[Span, ...]]:
    """One or more spans in order that do not overlap; some of them touch."""
    cuts = st.lists(st.integers(0, length), min_size=2, max_size=6, unique=True).map(sorted)
    return cuts.map(
        lambda at: tuple(Span(start, end) for start, end in zip(at[::2], at[1::2], strict=False))
    )


def mentions(length: int) -> st.SearchStrategy[tuple[Mention, ...]]:
    """None to two mentions of any kind."""
    one = st.builds(Mention, spans(length), st.sampled_from(SourceKind))
    return st.lists(one, max_size=2).map(tuple)


def entities(length: int) -> st.SearchStrategy[Entity]:
    identity = st.none() | words.filter(bool)
    return st.builds(Entity, ids, spans(length), st.sampled_from(LABELS), judged, identity)


def quotes(length: int, parents: st.SearchStrategy[str | None]) -> st.SearchStrategy[Quote]:
    return st.builds(
        Quote,
        ids,
        parts(length),
        st.sampled_from(TYPES),
        judged,
        speaker=mentions(length),
        cue=st.lists(spans(length), max_size=2).map(tuple),
        addressee=mentions(length),
        via=mentions(length),
        parent=parents,
        fragment=st.booleans(),
    )


def negatives(length: int) -> st.SearchStrategy[Negative]:
    of = st.sampled_from(NegativeOf)
    return st.builds(Negative, ids, spans(length), st.sampled_from(REASONS), judged, of)


def zones(length: int) -> st.SearchStrategy[Zone]:
    return st.builds(Zone, ids, spans(length), st.sampled_from(ZoneKind), origins)


def notes(targets: st.SearchStrategy[str]) -> st.SearchStrategy[Note]:
    return st.builds(Note, ids, words, origins, targets)


statuses = st.builds(ArticleStatus, st.sampled_from(Status))


def items(length: int) -> st.SearchStrategy[Item]:
    """Any item; parents and targets lead anywhere."""
    return st.one_of(
        entities(length),
        quotes(length, st.none() | ids),
        negatives(length),
        zones(length),
        notes(st.just("") | ids),
        statuses,
    )


@st.composite
def states(draw: st.DrawFn, length: int = 40, most: int = 8) -> Annotations:
    """A state that keeps every rule: ids once, parents and targets that are there, no circle."""
    table: dict[str, Item] = {}
    for item in draw(st.lists(items(length), max_size=most)):
        if item.id in table:
            continue
        table[item.id] = _settled(item, table)
    return Annotations.of(length, table.values())


def _settled(item: Item, table: dict[str, Item]) -> Item:
    from dataclasses import replace

    if isinstance(item, Quote) and not isinstance(table.get(item.parent or ""), Quote):
        above = [known.id for known in table.values() if isinstance(known, Quote)]
        return replace(item, parent=above[-1] if above and item.fragment else None)
    if isinstance(item, Note) and item.target not in table:
        return replace(item, target="")
    return item

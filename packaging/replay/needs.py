"""What has to be done to turn suggestions into the gold: the same for every tool, counted by each in its own way."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rotstift.model.annotations import Annotations
from rotstift.model.items import Quote, role_spans
from rotstift.model.span import Span

ROLES = ("speaker", "cue", "addressee")
"""The roles that the gold has."""
ALIKE = 0.4
"""Share of code points in common (Dice) from which a suggestion is corrected rather than made anew."""
Roles = dict[str, tuple[Span, ...]]


@dataclass(frozen=True)
class Wanted:
    """A quote as the gold has it."""

    type: str
    parts: tuple[Span, ...]
    roles: Roles = field(default_factory=dict)

    def role(self, name: str) -> tuple[Span, ...]:
        """The spans that fill a role, in text order."""
        return tuple(sorted(self.roles.get(name, ())))


@dataclass(frozen=True)
class Need:
    """One quote that is to be put right: what stands there (None: nothing) and what is wanted (None: nothing)."""

    there: Quote | None
    wanted: Wanted | None

    @property
    def right(self) -> bool:
        """True when nothing is to be done."""
        return not self.wrong

    @property
    def wrong(self) -> tuple[str, ...]:
        """The names of what is wrong: delete, add, type, a border for each edge, parts, roles."""
        if self.there is None or self.wanted is None:
            return ("add", *self._roles()) if self.there is None else ("delete",)
        return (*self._type(), *self._edges(), *self._roles())

    def _type(self) -> tuple[str, ...]:
        same = self.there and self.wanted and self.there.type == self.wanted.type
        return () if same else ("type",)

    def _edges(self) -> tuple[str, ...]:
        assert self.there
        assert self.wanted
        old, new = self.there.parts, self.wanted.parts
        if len(old) != len(new):
            return ("parts",) * max(1, abs(len(old) - len(new)))
        edges = (
            (one.start == two.start, one.end == two.end) for one, two in zip(old, new, strict=True)
        )
        return ("border",) * sum(not same for pair in edges for same in pair)

    def _roles(self) -> tuple[str, ...]:
        return tuple(role for role in ROLES if self.role_there(role) != self.role_wanted(role))

    def role_there(self, role: str) -> tuple[Span, ...]:
        """What fills a role now."""
        return tuple(sorted(role_spans(self.there, role))) if self.there else ()

    def role_wanted(self, role: str) -> tuple[Span, ...]:
        """What has to fill it."""
        return self.wanted.role(role) if self.wanted else ()


def needs(state: Annotations, gold: Sequence[Wanted]) -> list[Need]:
    """Every suggested and every wanted quote once, the most alike together; in text order."""
    pairs = sorted(
        (
            (_alike(quote.parts, one.parts), _same(quote, one), quote, number)
            for quote in state.quotes
            for number, one in enumerate(gold)
        ),
        key=lambda pair: pair[:2],
        reverse=True,
    )
    taken: dict[int, Quote] = {}
    used: set[str] = set()
    for share, _same_type, quote, number in pairs:
        if share >= ALIKE and number not in taken and quote.id not in used:
            taken[number] = quote
            used.add(quote.id)
    found = [Need(taken.get(number), one) for number, one in enumerate(gold)]
    found += [Need(quote, None) for quote in state.quotes if quote.id not in used]
    return sorted(found, key=_place)


def _same(quote: Quote, wanted: Wanted) -> int:
    """Of several that stand on the same words the one whose type and roles are right."""
    roles = sum(tuple(sorted(role_spans(quote, role))) == wanted.role(role) for role in ROLES)
    return 10 * (quote.type == wanted.type) + roles


def _alike(one: Iterable[Span], other: Iterable[Span]) -> float:
    left, right = (
        {place for span in spans for place in range(span.start, span.end)} for spans in (one, other)
    )
    return 2 * len(left & right) / (len(left) + len(right))


def _place(need: Need) -> tuple[int, int]:
    parts = need.wanted.parts if need.wanted else need.there.parts if need.there else ()
    return (parts[0].start, -parts[-1].end)


def wrong_links(found: Iterable[Need]) -> int:
    """Role spans that a person has to link."""
    return sum(
        len(need.role_wanted(role)) for need in found for role in need.wrong if role in ROLES
    )

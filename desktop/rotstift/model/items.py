"""What can be marked in an article: entities, quotes, negatives, zones, notes, and its status."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from rotstift.model.span import Span, hull


class Standing(StrEnum):
    """How sure an item is: three states, told apart everywhere without colour alone."""

    SUGGESTED = "suggested"
    """Proposed by a pipeline, not looked at."""
    CHECKED = "checked"
    """Proposed by a pipeline, accepted by a person as it was."""
    MADE = "made"
    """Made or changed by a person."""


class ZoneKind(StrEnum):
    """The part of the page that a stretch of text belongs to."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    LEAD = "lead"
    BODY = "body"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    TEASER = "teaser"
    CREDIT = "credit"


class Status(StrEnum):
    """How far the work on an article is."""

    NEW = "new"
    IN_PROGRESS = "in_progress"
    CONFIRMED = "confirmed"
    SKIPPED = "skipped"
    FLAGGED = "flagged"


class SourceKind(StrEnum):
    """What kind of speaker a mention names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    UNKNOWN = "unknown"


class NegativeOf(StrEnum):
    """What a negative says the stretch is not."""

    QUOTE = "quote"
    ENTITY = "entity"


class Reason(StrEnum):
    """Why quotation marks are no quote, or a name no entity."""

    SCARE = "scare"
    TITLE = "title"
    NAME = "name"
    TERM = "term"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Origin:
    """Who an item comes from, and how sure it is."""

    author: str
    """A person's name, or a pipeline's name and version: "rotstift-rules 1"."""
    standing: Standing = Standing.MADE
    score: float | None = None
    """The pipeline's score, 0 to 1; None for what a person made."""
    agreed: bool | None = None
    """Whether the pipeline's second opinion (its rules) says the same; None where it has none."""

    def __post_init__(self) -> None:
        # One way to write a number (not 1 or -0.0): the digest is taken of what is written.
        if self.score is not None:
            object.__setattr__(self, "score", float(self.score) + 0.0)

    def checked(self) -> "Origin":
        """The same origin after a person said yes to it."""
        return replace(self, standing=Standing.CHECKED)


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity: one contiguous span (possibly part of a word), a label, maybe an identity."""

    id: str
    span: Span
    label: str
    origin: Origin
    identity: str | None = None
    """Key shared by all mentions of one person, organisation or place; the fullest name."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that fills a role of a quote: the whole noun phrase, in one or more pieces."""

    span: Span
    kind: SourceKind = SourceKind.UNKNOWN
    identity: str | None = None
    """Who it is, where no entity inside it says so ("er", "der Minister"); the fullest name."""


@dataclass(frozen=True, slots=True)
class Quote:
    """One quote with everything that belongs to it."""

    id: str
    parts: tuple[Span, ...]
    """In text order; quotation marks belong to a direct quote."""
    type: str
    """direct, indirect, reported, free_indirect, indirect_free."""
    origin: Origin
    speaker: tuple[Mention, ...] = ()
    cue: tuple[Span, ...] = ()
    addressee: tuple[Mention, ...] = ()
    via: tuple[Mention, ...] = ()
    parent: str | None = None
    """Id of the quote that this one stands in."""
    fragment: bool = False
    """A quoted word or phrase inside a report."""
    more: tuple[tuple[str, tuple[Span, ...]], ...] = ()
    """What fills the scheme's own roles beside the four: id and spans, in the order of the ids."""

    @property
    def span(self) -> Span:
        """The hull of the parts."""
        return hull(self.parts)


@dataclass(frozen=True, slots=True)
class Negative:
    """Checked (or suggested): this stretch is no quote, or no entity, for a reason."""

    id: str
    span: Span
    reason: str
    origin: Origin
    of: NegativeOf = NegativeOf.QUOTE


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of whole lines that belongs to one part of the page."""

    id: str
    span: Span
    kind: ZoneKind
    origin: Origin


@dataclass(frozen=True, slots=True)
class Note:
    """What a person wrote beside an item, or beside the article (`target` is empty)."""

    id: str
    text: str
    origin: Origin
    target: str = ""


STATUS_ID = "status"


@dataclass(frozen=True, slots=True)
class ArticleStatus:
    """The status of the article, an item like the others so that it can be undone."""

    value: Status
    id: str = field(default=STATUS_ID)


Item = Entity | Quote | Negative | Zone | Note | ArticleStatus
Markable = Entity | Quote | Negative
"""The items that can have the focus."""

PART = "part"
"""What no role can be called: in the tables it stands beside the roles."""
ROLES: tuple[str, ...] = ("speaker", "cue", "addressee", "via")
"""The slots of a quote that mentions or cues fill; a scheme may have more, filled by plain spans."""


def new_id() -> str:
    """A fresh item id: 64 random bits in hex, given once and never used again."""
    return secrets.token_hex(8)


def label_of(item: Item | None) -> str:
    """What an item has from the scheme: an entity's label, a quote's type, a negative's reason; else empty."""
    match item:
        case Entity():
            return item.label
        case Quote():
            return item.type
        case Negative():
            return item.reason
    return ""


def spans_of(item: Item) -> tuple[Span, ...]:
    """Every stretch of text that the item marks itself (not its roles)."""
    match item:
        case Quote():
            return item.parts
        case Entity() | Negative() | Zone():
            return (item.span,)
        case _:
            return ()


def mentions_of(quote: Quote) -> tuple[Mention, ...]:
    """Everybody who plays a role in a quote."""
    return (*quote.speaker, *quote.addressee, *quote.via)


def roles_of(quote: Quote) -> tuple[str, ...]:
    """The four roles, and those of the scheme's own that are filled."""
    return (*ROLES, *(role for role, _spans in quote.more))


def with_more(quote: Quote, role: str, spans: Iterable[Span]) -> Quote:
    """The quote with a role of the scheme's own filled so; without spans it is empty."""
    filled = {**dict(quote.more), role: tuple(sorted(set(spans)))}
    return replace(quote, more=tuple(sorted((one, some) for one, some in filled.items() if some)))


def role_spans(quote: Quote, role: str) -> tuple[Span, ...]:
    """The spans that fill one role; none for a role of the scheme's own that nobody has filled."""
    if role not in ROLES:
        return dict(quote.more).get(role, ())
    if role == "cue":
        return quote.cue
    mentions = {"speaker": quote.speaker, "addressee": quote.addressee, "via": quote.via}[role]
    return tuple(mention.span for mention in mentions)

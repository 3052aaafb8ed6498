"""Voices: who says how much, in one article or in the whole project; speakers resolved to identities."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from rotstift.model.identity import Named, identities, is_pronoun, name_inside, plain_name
from rotstift.model.sameness import same_key
from rotstift.model.span import Span
from rotstift.session.session import Session
from rotstift.store.rows import Row
from rotstift.store.speaking import Spoken

PORTION = 40
"""Articles that are read at a time."""
NOBODY = ""
"""The name of the voice of quotes without a speaker."""
PRONOUN = "pronoun"
"""The kind of the one voice of all pronouns that nobody has resolved: "er" here is not "er" there."""


@dataclass(slots=True)
class Voice:
    """One person, organisation, document or nobody, and what is said by it."""

    name: str
    kind: str = ""
    """The label of the name, or the source kind of the mention; empty for nothing known."""
    types: Counter[str] = field(default_factory=Counter)
    """Quotes by type."""
    length: int = 0
    """Code points of its quotes."""
    articles: int = 0
    quotes: "array[int]" = field(default_factory=lambda: array("q"))
    """Numbers of the quotes' rows."""

    @property
    def count(self) -> int:
        """How many quotes."""
        return len(self.quotes)


@dataclass(slots=True)
class Voices:
    """Everybody who speaks, as far as was read."""

    table: dict[str, Voice] = field(default_factory=dict)
    done: int = 0
    total: int = 0
    """Articles."""

    @property
    def length(self) -> int:
        """Code points of all quotes, a quote with two speakers counted twice."""
        return sum(voice.length for voice in self.table.values())

    def ranked(self) -> list[Voice]:
        """Who says most first."""
        return sorted(self.table.values(), key=lambda one: (-one.length, one.name))


def voices(session: Session, articles: Sequence[str] | None = None) -> Iterator[Voices]:
    """Read the articles (all of them for None), a portion at a time; the same table after each.

    Raises StoreError.
    """
    ids = list(session.project.ids() if articles is None else articles)
    found = Voices(total=len(ids))
    for start in range(0, len(ids), PORTION):
        portion = ids[start : start + PORTION]
        _portion(found, session.project.speaking.of(portion))
        found.done += len(portion)
        yield found
    yield found


def _portion(found: Voices, spoken: Spoken) -> None:
    names = {key: list(rows) for key, rows in groupby(spoken.names, lambda row: row["article"])}
    speakers: dict[int, list[Row]] = {}
    for row in spoken.speakers:
        speakers.setdefault(row["number"], []).append(row)
    for article, quotes in groupby(spoken.quotes, lambda row: row["article"]):
        text = spoken.texts[article]
        known = _Known(text, [_named(text, row) for row in names.get(article, ())])
        _article(found, known, quotes, speakers)


class _Known:
    """The names of one article and whom they mean."""

    def __init__(self, text: str, names: list[Named]) -> None:
        self.text = text
        self.names = names
        self.identities = identities(text, names)


def _article(
    found: Voices, known: _Known, quotes: Iterable[Row], speakers: Mapping[int, Sequence[Row]]
) -> None:
    here: set[str] = set()
    for quote in quotes:
        heard = {_who(known, row) for row in speakers.get(quote["number"], ())}
        for key, name, kind in heard or {(NOBODY, NOBODY, "")}:
            voice = found.table.setdefault(key, Voice(name, kind))
            voice.kind = voice.kind or kind
            voice.types[quote["type"]] += 1
            voice.length += quote["length"] or 0
            voice.quotes.append(quote["number"])
            voice.articles += key not in here
            here.add(key)


def _named(text: str, row: Row) -> Named:
    span = Span(row["start"], row["end"])
    return Named(row["id"], span, row["label"], span.of(text), row["identity"])


def _who(known: _Known, row: Row) -> tuple[str, str, str]:
    """Key, name and kind of a speaker: as a person said, else the name inside it, else its own words.

    Words without a name in them mean somebody else in every article.
    """
    span = Span(row["start"], row["end"])
    inside = name_inside(span, known.names)
    kind = "" if row["kind"] == "unknown" else row["kind"] or ""
    if row["identity"]:
        return same_key(row["identity"]), row["identity"], inside.label if inside else kind
    if inside:
        name = known.identities[inside.id]
        return same_key(name), name, inside.label
    words = plain_name(span.of(known.text))
    if is_pronoun(words):
        return PRONOUN, words, PRONOUN
    return f"{same_key(words)} {row['article']}", words, kind

"""The small language of the project's search: words, "phrases", and fields such as `label:PER from:LOC`.

Every word and every field must hold; several values of one field, or values with commas, are alternatives.
Field names and values are understood in German as well.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rotstift.model.items import Standing, Status, ZoneKind
from rotstift.model.scheme import Label, Scheme
from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence

FIELDS: Mapping[str, tuple[str, ...]] = {
    "label": ("label", "etikett"),
    "entity": ("entity", "name", "entität"),
    "type": ("type", "typ", "art"),
    "speaker": ("speaker", "sprecher", "sprecherin"),
    "status": ("status",),
    "standing": ("standing", "stand"),
    "by": ("by", "wer", "durch"),
    "from": ("from", "von", "aus"),
    "to": ("to", "zu", "nach"),
    "note": ("note", "notiz"),
    "zone": ("zone", "teil"),
}
"""Each field with the names that a person may give it, in the order in which they are offered."""

REMOVED, NEGATIVE, OPEN = "removed", "negative", "open"
_STATUS: Mapping[str, tuple[str, ...]] = {
    OPEN: ("open", "offen"),
    Status.NEW: ("new", "neu"),
    Status.IN_PROGRESS: ("in_progress", "in-progress", "begonnen", "in-arbeit"),
    Status.CONFIRMED: ("confirmed", "geprüft", "bestätigt"),
    Status.SKIPPED: ("skipped", "übersprungen"),
    Status.FLAGGED: ("flagged", "vorgemerkt", "markiert"),
}
_STANDING: Mapping[str, tuple[str, ...]] = {
    Standing.SUGGESTED: ("suggested", "vorgeschlagen", "vorschlag"),
    Standing.CHECKED: ("checked", "angenommen", "geprüft"),
    Standing.MADE: ("made", "eigen", "gemacht", "geändert"),
}
_FATE: Mapping[str, tuple[str, ...]] = {
    REMOVED: ("removed", "entfernt", "gelöscht"),
    NEGATIVE: ("negative", "negativ", "verneint"),
}
_ZONE: Mapping[str, tuple[str, ...]] = {
    ZoneKind.HEADLINE: ("headline", "überschrift", "schlagzeile"),
    ZoneKind.DATELINE: ("dateline", "ortszeile"),
    ZoneKind.LEAD: ("lead", "vorspann"),
    ZoneKind.BODY: ("body", "fließtext", "text"),
    ZoneKind.SUBHEAD: ("subhead", "zwischentitel"),
    ZoneKind.CAPTION: ("caption", "bildunterschrift"),
    ZoneKind.TEASER: ("teaser", "anreißer"),
    ZoneKind.CREDIT: ("credit", "quelle"),
}
_PIECE = re.compile(
    r'(?P<name>[^\W\d_]+):(?P<values>(?:["„“][^"“”]*["“”]?|[^\s"„“”,]+|,)*)'
    r'|["„“](?P<phrase>[^"“”]*)["“”]?|(?P<word>[^\s"„“”]+)'
)
_VALUE = re.compile(r'["„“]([^"“”]*)["“”]?|([^\s",„“”]+)')

UNKNOWN_FIELD = QT_TRANSLATE_NOOP("Messages", "There is no field “{name}”. There are: {known}.")
NO_VALUE = QT_TRANSLATE_NOOP("Messages", "“{name}:” wants a word right behind it.")
UNKNOWN_VALUE = QT_TRANSLATE_NOOP(
    "Messages", "“{name}:” does not know “{value}”. It knows: {known}."
)


class QueryError(ValueError):
    """A query that cannot be meant so, with a sentence for the person."""

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template)
        self.sentence = Sentence(template, **values)


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for."""

    words: tuple[str, ...] = ()
    """Words and phrases of the text."""
    unfinished: bool = False
    """The last word may be a beginning: it is still being typed."""
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The values of each field, as the project itself calls them."""

    def get(self, name: str) -> tuple[str, ...]:
        """A field's values; none where it was not given."""
        return self.fields.get(name, ())

    def has(self, *names: str) -> bool:
        """True when any of these fields was given."""
        return any(name in self.fields for name in names)

    @property
    def empty(self) -> bool:
        """True when nothing is looked for."""
        return not self.words and not self.fields


def parse(text: str, scheme: Scheme, *, german: bool = False) -> Query:
    """What a person typed as a query. Raises QueryError, in whose sentence fields have German names or not."""
    words: list[str] = []
    fields: dict[str, tuple[str, ...]] = {}
    unfinished = False
    for piece in _PIECE.finditer(text):
        unfinished = False
        if piece["name"] is not None:
            name = _field(piece["name"], german=german)
            given = [one or two for one, two in _VALUE.findall(piece["values"])]
            given = [value for value in given if value.strip()]
            if not given:
                raise QueryError(NO_VALUE, name=piece["name"])
            known = _known(name, scheme)
            found = [_value(piece["name"], value, known) for value in given] if known else given
            fields[name] = (*fields.get(name, ()), *found)
        elif piece["phrase"] is not None:
            words += [piece["phrase"]] if any(map(str.isalnum, piece["phrase"])) else []
        elif any(map(str.isalnum, piece["word"])):
            words.append(piece["word"])
            unfinished = piece.end() == len(text)
    return Query(tuple(words), unfinished, fields)


def _field(given: str, *, german: bool) -> str:
    for name, names in FIELDS.items():
        if given.casefold() in names:
            return name
    known = ", ".join(field_name(name, german=german) for name in FIELDS)
    raise QueryError(UNKNOWN_FIELD, name=given, known=known)


def _value(name: str, given: str, known: Mapping[str, Iterable[str]]) -> str:
    for value, names in known.items():
        if given.casefold() in {value.casefold(), *(one.casefold() for one in names)}:
            return str(value)
    raise QueryError(UNKNOWN_VALUE, name=name, value=given, known=", ".join(map(str, known)))


def _named(labels: Iterable[Label]) -> dict[str, tuple[str, ...]]:
    return {label.id: (*label.words.values(), *label.was) for label in labels}


def _known(name: str, scheme: Scheme) -> Mapping[str, Iterable[str]]:
    """The values that a field knows; none where any words will do."""
    match name:
        case "label":
            return _named(scheme.labels)
        case "type":
            return _named(scheme.quote_types)
        case "from":
            return _named(scheme.labels) | _named(scheme.quote_types)
        case "to":
            return {**_named(scheme.labels), **_named(scheme.quote_types), **_FATE}
        case "status":
            return _STATUS
        case "standing":
            return _STANDING
        case "zone":
            return _ZONE
    return {}


def values_of(name: str, scheme: Scheme, *, german: bool) -> list[tuple[str, str]]:
    """The values that can be offered for a field, and what each is called in the person's language."""
    language = "de" if german else "en"
    labels = {one.id: one.name(language) for one in (*scheme.labels, *scheme.quote_types)}
    offered = []
    for value, names in _known(name, scheme).items():
        plain = tuple(names)
        own = plain[1] if german and len(plain) > 1 and value not in labels else str(value)
        offered.append((own, labels.get(str(value), "")))
    return offered


def field_name(name: str, *, german: bool) -> str:
    """What a field is called in the person's language."""
    names = FIELDS[name]
    return names[1] if german and len(names) > 1 and name not in ("label",) else names[0]

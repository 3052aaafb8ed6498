"""A spaCy pipeline as a suggester: its labels become ours, its offsets the article's."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rotstift.model.items import (
    Entity,
    Markable,
    Mention,
    Negative,
    Origin,
    Quote,
    Standing,
    new_id,
)
from rotstift.model.span import Span
from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.nlp.suggest import Request, SuggestError, Suggestions, author_of, looks_like_path

LABELS: Mapping[str, str] = {
    # the four of the German pipelines, and what others call them
    **dict.fromkeys(("PER", "PERSON", "PRS", "persName", "per"), "PER"),
    **dict.fromkeys(("ORG", "ORGANIZATION", "ORGANISATION", "org", "orgName"), "ORG"),
    **dict.fromkeys(("LOC", "GPE", "FAC", "LOCATION", "placeName", "loc", "geogName"), "LOC"),
    **dict.fromkeys(
        ("MISC", "OTH", "NORP", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW", "EVT", "MIS"), "MISC"
    ),
}
"""Entity labels of spaCy pipelines -> the labels of our scheme; a label not here is left out."""

QUOTE_TYPES: Mapping[str, str] = {
    name: name for name in ("direct", "indirect", "reported", "free_indirect", "indirect_free")
} | {
    "Direct": "direct",
    "Indirect": "indirect",
    "Reported": "reported",
    "FreeIndirect": "free_indirect",
    "IndirectFreeIndirect": "indirect_free",
}
"""Labels in doc.spans["quotes"] -> quote types."""

_MODEL_INPUT = str.maketrans({"\u00a0": " ", "\u202f": " ", "\t": " "})
"""One character for one: for the model's input only."""
_SAMPLE = 1 << 20
"""Bytes of each end of a file that go into a pipeline's version."""


@dataclass(frozen=True)
class SpacyPipeline:
    """A loaded spaCy pipeline. Reads the article line by line: sentences trained it, not pages."""

    name: str
    version: str
    nlp: Any

    def suggest(self, request: Request) -> list[Markable]:
        """Entities of doc.ents; quotes where doc.spans has them in our layout."""
        return list(self.suggestions(request).items)

    def suggestions(self, request: Request) -> Suggestions:
        """The items, and the labels that have no place in the scheme."""
        items: list[Markable] = []
        left_out: Counter[str] = Counter()
        origin = Origin(author_of(self), Standing.SUGGESTED)
        lines = list(_lines(request.text))
        inputs = ((line.translate(_MODEL_INPUT), start) for start, line in lines)
        with self.nlp.memory_zone():
            for doc, start in self.nlp.pipe(inputs, as_tuples=True):
                reader = _DocReader(doc, start, origin, left_out)
                items.extend(reader.entities())
                items.extend(reader.quotes())
                items.extend(reader.negatives())
        return Suggestions(tuple(items), left_out)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Where each line that is not blank starts, and the line."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, line
        start += len(line) + 1


@dataclass(frozen=True)
class _DocReader:
    doc: Any
    start: int
    """Where the doc's text starts in the article."""
    origin: Origin
    left_out: Counter[str]

    def _span(self, span: Any) -> Span | None:
        """The span's place in the article, blanks at its edges left out; None for blanks only."""
        text = span.text
        first = span.start_char + len(text) - len(text.lstrip())
        last = span.end_char - len(text) + len(text.rstrip())
        return Span(self.start + first, self.start + last) if first < last else None

    def _scored(self, score: float | None) -> Origin:
        if score is None:
            return self.origin
        return Origin(self.origin.author, self.origin.standing, min(max(float(score), 0.0), 1.0))

    def _group(self, key: str) -> list[tuple[Any, float | None]]:
        """The spans of a group with their scores, where the pipeline gives them."""
        if key not in self.doc.spans:
            return []
        group = self.doc.spans[key]
        scores = group.attrs.get("scores", ())
        every = list(group)
        known = [float(score) for score in scores] if len(scores) == len(every) else []
        return [(span, known[index] if known else None) for index, span in enumerate(every)]

    def _label(self, table: Mapping[str, str], label: str, prefix: str = "") -> str | None:
        if label not in table:
            self.left_out[prefix + label] += 1
        return table.get(label)

    def entities(self) -> Iterator[Entity]:
        """doc.ents, with our labels."""
        for ent in self.doc.ents:
            label, span = self._label(LABELS, ent.label_), self._span(ent)
            if label and span:
                yield Entity(new_id(), span, label, self.origin, ent.kb_id_ or None)

    def quotes(self) -> Iterator[Quote]:
        """doc.spans["quotes"]: the spans with one id are the parts of one quote."""
        found: dict[str, list[tuple[Span, str, float | None]]] = {}
        for number, (span, score) in enumerate(self._group("quotes")):
            kind, place = self._label(QUOTE_TYPES, span.label_, "quotes:"), self._span(span)
            if kind and place:
                found.setdefault(span.id_ or f"#{number}", []).append((place, kind, score))
        roles = {role: self._role(role, found) for role in ("speaker", "cue", "addressee", "via")}
        for key, parts in found.items():
            yield Quote(
                new_id(),
                tuple(sorted(part for part, _, _ in parts)),
                parts[0][1],
                self._scored(parts[0][2]),
                speaker=tuple(map(Mention, roles["speaker"].get(key, []))),
                cue=tuple(sorted(roles["cue"].get(key, []))),
                addressee=tuple(map(Mention, roles["addressee"].get(key, []))),
                via=tuple(map(Mention, roles["via"].get(key, []))),
            )

    def _role(
        self, role: str, quotes: Mapping[str, list[tuple[Span, str, float | None]]]
    ) -> dict[str, list[Span]]:
        """Quote key -> the spans of the role: by id, and without ids the nearest quote's."""
        table: dict[str, list[Span]] = {}
        for span, _ in self._group(role):
            place = self._span(span)
            if place is None or not quotes:
                continue
            nearest = min(quotes, key=lambda key: quotes[key][0][0].distance(place))
            table.setdefault(span.id_ if span.id_ in quotes else nearest, []).append(place)
        return table

    def negatives(self) -> Iterator[Negative]:
        """doc.spans["negatives"]: label = reason."""
        for span, score in self._group("negatives"):
            place = self._span(span)
            if place:
                yield Negative(new_id(), place, span.label_ or "other", self._scored(score))


_UNKNOWN = QT_TRANSLATE_NOOP("Messages", "it is neither built in nor installed")


def load_spacy(name: str) -> SpacyPipeline:
    """A spaCy pipeline by its package's name or its folder.

    Raises SuggestError with one sentence, whatever goes wrong inside spaCy.
    """
    import spacy

    target: str | Path = Path(name).expanduser() if looks_like_path(name) else name
    try:
        nlp = spacy.load(target)
    except OSError as error:
        known = "E050" in str(error)
        reason = Sentence(_UNKNOWN) if known else _first_line(error)
        raise SuggestError(
            Sentence(
                QT_TRANSLATE_NOOP("Messages", "There is no pipeline {name}: {reason}."),
                name=repr(name),
                reason=reason,
            )
        ) from None
    except Exception as error:
        reason = f"{type(error).__name__}: {_first_line(error)}"
        raise SuggestError(
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Messages", "The pipeline {name} could not be loaded ({reason})."
                ),
                name=repr(name),
                reason=reason,
            )
        ) from error
    return SpacyPipeline(_name(nlp, target), _version(nlp, target), nlp)


def _first_line(error: Exception) -> str:
    return str(error).split("\n", 1)[0].rstrip(".")


def _name(nlp: Any, target: str | Path) -> str:
    """A package's own name; for a folder the last part that says more than "model-best"."""
    if isinstance(target, str):
        return target
    parts = [part for part in target.resolve().parts if part not in ("model-best", "model-last")]
    return parts[-1] if parts else str(nlp.meta["name"])


def _version(nlp: Any, target: str | Path) -> str:
    """A package's version; for a folder also a digest, since training always writes 0.0.0."""
    version = str(nlp.meta.get("version", "0"))
    return version if isinstance(target, str) else f"{version}-{_digest(target)}"


def _digest(folder: Path) -> str:
    """8 hex digits over the names, sizes and both ends of all files."""
    total = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        size = file.stat().st_size
        total.update(f"{file.relative_to(folder).as_posix()} {size}\n".encode())
        with file.open("rb") as stream:
            total.update(stream.read(_SAMPLE))
            if size > _SAMPLE:
                stream.seek(max(_SAMPLE, size - _SAMPLE))
                total.update(stream.read(_SAMPLE))
    return total.hexdigest()[:8]

"""Features of a filler: how a phrase or a cue lies to the quote whose role it may fill."""

from collections.abc import Iterator

from rotstift.model.items import Quote, role_spans
from rotstift.model.span import Span
from rotstift.nlp.quotes.model.article import Article
from rotstift.nlp.quotes.model.candidates import TYPES, Candidate
from rotstift.nlp.quotes.model.hashing import ROLE_ROWS, rows_of
from rotstift.nlp.quotes.model.mentions import Filler
from rotstift.nlp.quotes.model.spans import size_bin
from rotstift.nlp.quotes.model.tokens import class_of
from rotstift.nlp.quotes.reading import Reading


class RoleFeatures:
    """Writes the feature rows of fillers for quotes of one article."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.readings = article.readings
        self._spoken: dict[Span, list[int]] = {}
        for quote in article.quotes:
            for span in role_spans(quote, "speaker"):
                self._spoken.setdefault(span, []).append(quote.parts[0].start)

    def none(self, c: Candidate, role: str, kind: str) -> tuple[int, ...]:
        """The rows for "nobody"."""
        item = c.item if isinstance(c.item, Quote) else None
        chosen = bool(item and role_spans(item, role))
        cue = c.frame.mode if c.frame else "none"
        names = ("bias", f"type={kind}", f"rule={chosen}", f"rule={chosen}{kind}", f"cue={cue}",
            f"ev={c.evidence}{chosen}", f"here={bool(self.readings[c.number].verbs)}{kind}",
            f"lemma={c.frame.lemma if c.frame else ''}")  # fmt: skip
        return rows_of((f"{role}:none:{name}" for name in names), ROLE_ROWS)

    def filler(self, c: Candidate, role: str, kind: str, filler: Filler) -> tuple[int, ...]:
        """The rows for one filler."""
        names = [*self._general(filler), *self._relation(c, role, kind, filler)]
        return rows_of((f"{role}:{name}" for name in names), ROLE_ROWS)

    def _general(self, filler: Filler) -> list[str]:
        if not filler.names:
            filler.names = list(self._names(filler))
        return filler.names

    def _names(self, filler: Filler) -> Iterator[str]:
        reading = self.readings[filler.number]
        tokens = reading.sentence.tokens
        start, end = filler.pieces[0][0], filler.pieces[-1][1]
        size = sum(b - a for a, b in filler.pieces)
        yield "bias"
        yield f"variant={filler.variant}"
        yield f"kind={filler.kind}"
        yield f"topic={filler.topic}"
        yield f"len={size_bin(size)}"
        yield f"firstc={_at(reading, start)}"
        yield f"firstw={tokens[start].low if not tokens[start].cap else 'cap'}"
        yield f"lastc={_at(reading, end - 1)}"
        yield f"beforec={_at(reading, start - 1)}"
        yield f"beforew={_low(reading, start - 1)}"
        yield f"after={_at(reading, end)}"
        yield f"variant+after={filler.variant}{_at(reading, end)}"
        yield f"start0={start == 0}"
        yield f"role={filler.role}"
        yield f"longer={filler.longer}{filler.variant}"
        words = [t.text for a, b in filler.pieces for t in tokens[a:b]]
        comma = "," in words
        yield f"inside={comma}{'(' in words}{'und' in words}"
        yield f"fn={filler.frame.lemma if filler.frame else ''}"

    def _relation(self, c: Candidate, role: str, kind: str, f: Filler) -> Iterator[str]:
        item = c.item if isinstance(c.item, Quote) else None
        chosen = item is not None and role_spans(item, role) == f.spans
        far = f.number - c.number
        frame = c.frame
        yield f"rule={chosen}"
        if chosen:
            yield f"rule={c.evidence}"
            yield f"rule={kind}{f.variant}"
            yield f"rule={f.kind}{far}"
        yield f"type={kind}"
        yield f"far={far}{kind}"
        yield f"far={far}{f.role}"
        yield f"far+kind={far}{f.kind}{f.topic}"
        side = "before" if f.spans[-1].end <= c.parts[0].start else (
            "behind" if f.spans[0].start >= c.parts[-1].end else "amid")  # fmt: skip
        yield f"side={side}{far if far else ''}"
        if frame is not None and frame.cue and far == 0:
            own = f.frame is not None and f.frame.cue == frame.cue
            yield f"own={own}{f.role}"
            yield f"own={own}{f.role}{frame.mode}"
            yield f"mode={frame.mode}{f.variant}"
            gap = f.pieces[0][0] - frame.cue[-1] if f.pieces[0][0] > frame.cue[0] else -1
            yield f"cuegap={min(gap, 4)}"
            yield f"cuegap={min(gap, 4)}{frame.first:d}{frame.passive:d}{frame.mode}"
            yield f"passive={frame.passive}{gap > 0}"
            yield f"lemma={frame.lemma}{own}{f.role}"
        elif frame is None:
            yield f"noframe={f.role}{far}{f.topic}"
        yield from self._distance(c, f, far, side)

    def _distance(self, c: Candidate, f: Filler, far: int, side: str) -> Iterator[str]:
        gap = c.parts[0].distance(f.spans[0])
        yield f"gap={min(gap.bit_length(), 9)}{side}"
        spoke = self._spoken.get(f.spans[0], [])
        before = sum(place < c.parts[0].start for place in spoke)
        yield f"spoke={min(before, 2)}{far}"
        yield f"spoke={min(before, 2)}{f.kind}{bool(c.frame)}"
        same = (
            self.readings[f.number].sentence.paragraph == self.readings[c.number].sentence.paragraph
        )
        yield f"para={same}{min(far, 0)}"


def _at(reading: Reading, index: int) -> str:
    tokens = reading.sentence.tokens
    if not 0 <= index < len(tokens):
        return "^"
    return "«»" if tokens[index].marked else class_of(tokens[index].text)


def _low(reading: Reading, index: int) -> str:
    tokens = reading.sentence.tokens
    if not 0 <= index < len(tokens) or tokens[index].cap:
        return "^"
    return tokens[index].low


__all__ = ["TYPES", "RoleFeatures"]

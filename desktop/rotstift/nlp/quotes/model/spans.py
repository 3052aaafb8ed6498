"""Features of a candidate: what the rules, the borders, the words and the neighbours say of it."""

from collections.abc import Iterator

from rotstift.model.items import Quote
from rotstift.nlp.quotes.cues import Frame
from rotstift.nlp.quotes.model.article import Article
from rotstift.nlp.quotes.model.candidates import MARKS, SENTENCE, Candidate
from rotstift.nlp.quotes.model.hashing import SPAN_ROWS, rows_of
from rotstift.nlp.quotes.model.tokens import class_of
from rotstift.nlp.quotes.reading import Reading
from rotstift.nlp.quotes.sentences import Token

_WORDS = frozenset(("soll", "sollen", "sollte", "sollten", "will", "wollen", "dürfte", "dürften",
    "könnte", "könnten", "würde", "würden", "offenbar", "angeblich", "man", "ich", "wir"))  # fmt: skip


def size_bin(number: int) -> str:
    """1, 2, 3, 4-5, 6-9, 10-15, 16-25, 26 and more."""
    for limit in (1, 2, 3, 5, 9, 15, 25):
        if number <= limit:
            return str(limit)
    return "26"


class SpanFeatures:
    """Writes the feature rows of all candidates of one article."""

    def __init__(self, article: Article, candidates: list[Candidate]) -> None:
        self.article = article
        self.readings = article.readings
        self.by_number: dict[int, list[Candidate]] = {}
        for candidate in candidates:
            if candidate.evidence:
                self.by_number.setdefault(candidate.number, []).append(candidate)
        self._sentences = [self._told(number) for number in range(len(self.readings))]
        self._general: dict[int, list[str]] = {}

    def fill(self, candidates: list[Candidate]) -> None:
        """Set `rows` of each candidate."""
        for candidate in candidates:
            names = list(self._names(candidate))
            shape = candidate.shape
            candidate.rows = rows_of((f"{shape}:{name}" for name in names), SPAN_ROWS)

    def _told(self, number: int) -> str:
        """The types of the rules' quotes in a sentence: what "somebody spoke here" means."""
        found = {c.item.type for c in self.by_number.get(number, ()) if isinstance(c.item, Quote)}
        return "+".join(sorted(found))

    def _names(self, c: Candidate) -> Iterator[str]:
        reading = self.readings[c.number]
        if c.number not in self._general:
            self._general[c.number] = list(self._of_sentence(c.number, reading))
        yield from self._general[c.number]
        yield "bias"
        evidence = c.evidence if isinstance(c.item, Quote) else f"no-{c.evidence}"
        yield f"ev={evidence}"
        yield f"src={c.sources[0] if c.sources else ''}"
        yield f"parts={len(c.parts)}"
        yield from self._frame(c, reading)
        if c.shape == MARKS:
            yield from self._marks(c, reading)
        else:
            yield from self._borders(c, reading)
            yield from self._inside(c, reading)
        yield from self._rivals(c)

    def _of_sentence(self, number: int, reading: Reading) -> Iterator[str]:
        tokens = reading.sentence.tokens
        before = self._sentences[number - 1] if number else "start"
        after = self._sentences[number + 1] if number + 1 < len(self.readings) else "end"
        same = (
            number > 0
            and self.readings[number - 1].sentence.paragraph == reading.sentence.paragraph
        )
        yield f"prev={before}{same}"
        yield f"next={after}"
        yield f"here={self._sentences[number]}"
        yield f"first={tokens[0].low if class_of(tokens[0].text) != 'cap' else 'cap'}"
        yield f"firstclass={class_of(tokens[0].text)}"
        yield f"zone={self._zone(reading)}"
        yield f"place={min(number, 2)}"
        yield f"clauses={min(len(reading.clauses), 5)}"
        yield f"end={tokens[-1].text if not tokens[-1].word else ''}"
        kinds = {kind for frame in reading.verbs for kind in frame.kinds}
        yield "verbs=" + "+".join(sorted(kinds))
        yield f"particles={'+'.join(f.mode for f in reading.particles)}"
        for frame in reading.verbs[:3]:
            yield f"lemma={frame.lemma}"
        for token in tokens:
            if token.low in _WORDS:
                yield f"has={token.low}"
        konj = _konj(reading, 0, len(tokens))
        yield f"konj={konj}"
        yield f"konj+prev={konj}{bool(before)}{same}"
        yield f"marks={min(len(reading.quoted), 2)}"

    def _zone(self, reading: Reading) -> str:
        span = reading.sentence.span
        return next((z.kind.value for z in self.article.zones if z.span.overlaps(span)), "none")

    def _frame(self, c: Candidate, reading: Reading) -> Iterator[str]:
        frame, side = _nearest(c, reading)
        yield f"side={side}"
        if frame is None:
            return
        kinds = "+".join(sorted(frame.kinds))
        form = f"{frame.mode}{frame.first:d}{frame.final:d}{frame.passive:d}{frame.speaker is not None:d}"
        yield f"fkinds={kinds}{side}"
        yield f"fform={form}{side}"
        yield f"flemma={frame.lemma}"
        yield f"flemma={frame.lemma}{side}"

    def _marks(self, c: Candidate, reading: Reading) -> Iterator[str]:
        text = self.article.text
        token = reading.sentence.tokens[c.token]
        inner = text[c.parts[0].start + 1 : c.parts[-1].end - 1].strip()
        size = len(inner.split())
        case = "cap" if next((x for x in inner if x.isalnum()), " ").isupper() else "low"
        yield f"level={c.level}"
        yield f"size={size_bin(size)}"
        yield f"sizecase={size_bin(size)}{case}{token.ends if not c.level else inner[-1:] in '.!?'}"
        before, after = _token(reading, c.token - 1), _token(reading, c.token + 1)
        yield f"before={_name(before)}"
        yield f"beforeclass={_class(before)}{case}"
        yield f"beforesize={_class(before)}{size_bin(size)}"
        yield f"after={_name(after)}"
        yield f"afterclass={_class(after)}"
        words = inner.split() or [""]
        yield f"head={class_of(words[0].strip(',.;:'))}"
        yield f"tail={class_of(words[-1].strip(',.;:!?'))}{size_bin(size)}"
        yield f"konj={_konj(reading, 0, len(reading.sentence.tokens))}{size_bin(size)}"
        yield f"said={self._sentences[c.number]}{size_bin(size)}{case}"
        yield f"held={self._held(c)}"
        yield f"held={self._held(c)}{size_bin(size)}{case}"
        twin = sum(1 for m in self.article.walk.marked if m.inner(text) == inner)
        yield f"twins={min(twin, 3)}"
        yield f"alone={len(reading.sentence.tokens) <= 2}"

    def _held(self, c: Candidate) -> str:
        """The rules' quote that the stretch stands in."""
        for other in self.by_number.get(c.number, ()):
            outer = other is not c and isinstance(other.item, Quote) and other.shape != MARKS
            if outer and any(part.contains(c.parts[0]) for part in other.parts):
                return other.evidence
        return ""

    def _borders(self, c: Candidate, reading: Reading) -> Iterator[str]:
        (start, _), (_, end) = c.pieces[0], c.pieces[-1]
        tokens = reading.sentence.tokens
        first, last = tokens[start], tokens[end - 1]
        before, after = _token(reading, start - 1), _token(reading, end)
        body = reading.sentence.body_end
        yield f"from0={start == 0}{end >= body}"
        yield f"size={size_bin(sum(b - a for a, b in c.pieces))}"
        yield f"before={_name(before)}"
        yield f"before2={_class(_token(reading, start - 2))}{_name(before)}"
        yield f"after={_name(after)}{_class(_token(reading, end + 1))}"
        yield f"firstw={_name(first)}"
        yield f"firstc={_class(first)}"
        yield f"secondc={_class(_token(reading, start + 1))}"
        yield f"first+before={_class(first)}{_name(before)}"
        yield f"lastc={_class(last)}"
        yield f"firstlast={_class(first)}{_class(last)}"
        if len(c.pieces) > 1:
            yield f"gap={size_bin(c.pieces[1][0] - c.pieces[0][1])}"
            yield f"gapfirst={_name(_token(reading, c.pieces[0][1]))}"
            yield f"secondpart={_class(tokens[c.pieces[1][0]])}"

    def _inside(self, c: Candidate, reading: Reading) -> Iterator[str]:
        (start, _), (_, end) = c.pieces[0], c.pieces[-1]
        yield f"inkonj={_konj(reading, start, end)}"
        clause = next((x for x in reading.clauses if x.start >= start), None)
        if clause is not None:
            yield f"konj1={_konj(reading, clause.start, clause.end)}{start == 0}"
        count = sum(start <= x.start < end for x in reading.clauses)
        yield f"inclauses={min(count, 4)}"
        own = sum(start <= frame.cue[0] < end for frame in [*reading.verbs, *reading.particles])
        yield f"incues={min(own, 2)}of{min(len(reading.verbs) + len(reading.particles), 3)}"
        held = sum(start <= index < end for index in reading.quoted)
        yield f"inmarks={min(held, 2)}of{min(len(reading.quoted), 2)}"
        for token in reading.sentence.tokens[start:end]:
            if token.low in _WORDS:
                yield f"in={token.low}"
        if c.shape == SENTENCE:
            yield f"outer={outer_quote(reading)}{len(reading.verbs)}"
            yield f"pointing={reading.sentence.tokens[0].low in ('das', 'dies')}{_class(_token(reading, 1))}"
            for frame in reading.verbs:
                yield f"rlemma={frame.lemma}"
                yield f"rform={'+'.join(sorted(frame.kinds))}{frame.final:d}{frame.passive:d}"

    def _rivals(self, c: Candidate) -> Iterator[str]:
        """How it lies to the rules' other quotes of the sentence."""
        for other in self.by_number.get(c.number, ()):
            if other is c or not isinstance(other.item, Quote) or other.shape == MARKS:
                continue
            yield f"rival={_relation(c, other)}"
            yield f"rival={_relation(c, other)}{other.evidence}"


def outer_quote(reading: Reading) -> bool:
    """A whole quote stands beside its cue: nothing of the sentence is left to report."""
    tokens = reading.sentence.tokens
    return any(
        (index > 0 and tokens[index - 1].sign(":"))
        or (tokens[index].ends and tokens[index].size > 2)
        for index in reading.quoted
    )


def _relation(c: Candidate, other: Candidate) -> str:
    a, b = c.parts[0].start, c.parts[-1].end
    x, y = other.parts[0].start, other.parts[-1].end
    if b <= x or y <= a:
        return "apart"
    if (a, b) == (x, y):
        return "same"
    if a >= x and b <= y:
        return "in" + ("<" if a > x else "") + (">" if b < y else "")
    return "around" if a <= x and b >= y else "cross"


def _nearest(c: Candidate, reading: Reading) -> tuple[Frame | None, str]:
    """The frame right before, right behind or in the gap, else the rules' one, else any inside."""
    (start, stop), (_, end) = c.pieces[0], c.pieces[-1]
    frames = [*reading.verbs, *reading.particles]
    for frame in frames:
        if len(c.pieces) > 1 and stop <= frame.cue[0] < c.pieces[1][0]:
            return frame, "gap"
    before = [frame for frame in frames if frame.cue[-1] < start]
    behind = [frame for frame in frames if frame.cue[0] >= end]
    near = max(before, key=lambda f: f.end, default=None)
    if near is not None and start - near.end <= 1:
        return near, "right-before"
    later = min(behind, key=lambda f: f.start, default=None)
    if later is not None and later.start - end <= 1:
        return later, "right-behind"
    if near is not None or later is not None:
        return (near, "before") if near is not None else (later, "behind")
    inside = next((f for f in frames if start <= f.cue[0] < end), None)
    return (inside, "inside") if inside is not None else (c.frame, "none")


def _konj(reading: Reading, start: int, end: int) -> str:
    if reading.finder.subjunctive(start, end, two=False):
        return "1"
    return "2" if reading.finder.subjunctive(start, end, two=True) else "0"


def _token(reading: Reading, index: int) -> Token | None:
    tokens = reading.sentence.tokens
    return tokens[index] if 0 <= index < len(tokens) else None


def _name(token: Token | None) -> str:
    """The word where it is a small one, else its class."""
    if token is None:
        return "^"
    return "«»" if token.marked else token.low if not token.cap else class_of(token.text)


def _class(token: Token | None) -> str:
    if token is None:
        return "^"
    return "«»" if token.marked else class_of(token.text)

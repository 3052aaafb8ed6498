"""Frames: the clause around a cue that attributes a quote, read off the text, the parts and the cue.

The German Wikinews set marks it as a role of its own ("Nach Angaben der Polizei", "sagte Meier",
"Meier erklärte,"); our scheme does not: it follows from the rest, and is worked out for exports and measures.
"""

from collections.abc import Iterable, Mapping, Sequence

from rotstift.model.items import Quote, role_spans
from rotstift.model.span import Span, hull
from rotstift.model.words import sentence_at

PARTICLES = frozenset(
    ("laut", "nach", "zufolge", "gemäß", "so", "demnach", "wonach", "danach", "zu folge", "lt")
)
"""Cues whose frame is no more than the cue with its speaker."""
_ENDS = ".!?… \n\u00a0\u202f"
_CLOSERS = '“”"«»‘’'


def frame_of(quote: Quote, text: str, others: Mapping[str, Quote] = {}) -> tuple[Span, ...]:
    """The pieces of the framing clause; empty for a quote without a cue.

    `others` are the article's quotes by id: a fragment's frame is cut by the quote it stands in too.
    """
    if not quote.cue or quote.type not in ("direct", "indirect"):
        return ()
    words = " ".join(span.of(text) for span in quote.cue).lower()
    if words in PARTICLES:
        return _particle(quote, text)
    parts = [*quote.parts]
    parent = others.get(quote.parent or "")
    if parent is not None and parent.type != "reported":
        parts += parent.parts
    return _clause(quote.cue, role_spans(quote, "speaker"), parts, text)


def _particle(quote: Quote, text: str) -> tuple[Span, ...]:
    """The cue with its speaker where both stand side by side; a comma before "so" comes along."""
    speaker = [span for span in role_spans(quote, "speaker") if _near(span, quote.cue)]
    frame = hull([*quote.cue, *speaker])
    if quote.cue[0].of(text) == "so":
        before = text[: frame.start].rstrip()
        if before.endswith(","):
            frame = Span(len(before) - 1, frame.end)
    return tuple(_without(frame, quote.parts)) or (frame,)


def _near(span: Span, cue: Sequence[Span]) -> bool:
    return min(span.distance(piece) for piece in cue) <= 2


def _clause(
    cue: Sequence[Span], speaker: Iterable[Span], parts: Sequence[Span], text: str
) -> tuple[Span, ...]:
    """The cue's sentence without the quote: the pieces that hold a piece of the cue or the speaker."""
    sentence = sentence_at(text, cue[0].start)
    near = [span for span in speaker if sentence.contains(span)]
    whole = hull([sentence, *[span for span in cue if span.distance(sentence) == 0]])
    wanted = [*cue, *near]
    pieces = [
        piece for piece in _without(whole, parts) if any(piece.overlaps(span) for span in wanted)
    ]
    trimmed = [_trimmed(piece, text) for piece in pieces]
    return tuple(piece for piece in trimmed if piece is not None)


def _without(whole: Span, parts: Sequence[Span]) -> list[Span]:
    """What is left of a stretch when the parts are taken out."""
    pieces: list[Span] = []
    start = whole.start
    for part in sorted(parts):
        if part.end <= start or part.start >= whole.end:
            continue
        if part.start > start:
            pieces.append(Span(start, part.start))
        start = part.end
    if start < whole.end:
        pieces.append(Span(start, whole.end))
    return pieces


def _trimmed(piece: Span, text: str) -> Span | None:
    """Without blanks and end signs at its edges; a comma stays."""
    start, end = piece.start, piece.end
    while start < end and text[start] in _ENDS + _CLOSERS:
        start += 1
    while end > start and text[end - 1] in _ENDS:
        end -= 1
    return Span(start, end) if start < end else None

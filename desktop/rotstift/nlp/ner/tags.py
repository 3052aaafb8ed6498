"""Tags: B, I, L, U of each label and O; spans as tags, and the best tags that make spans."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

OUT, BEGIN, INSIDE, LAST, UNIT = 0, 1, 2, 3, 4
NEVER = -1e6


@dataclass(frozen=True, slots=True)
class Found:
    """A span of tags."""

    start: int
    end: int
    """One past its last token."""
    label: int


@dataclass(frozen=True)
class Tags:
    """The tags of some labels: 0 is O, then B I L U of the first label, and so on."""

    labels: tuple[str, ...]

    @property
    def size(self) -> int:
        """How many tags there are."""
        return 1 + 4 * len(self.labels)

    def tag(self, kind: int, label: int) -> int:
        """The tag's number."""
        return 4 * label + kind

    def encode(self, length: int, spans: Iterable[Found]) -> "NDArray[np.int64]":
        """One tag a token."""
        import numpy as np

        tags = np.zeros(length, dtype="int64")
        for span in spans:
            if span.end - span.start == 1:
                tags[span.start] = self.tag(UNIT, span.label)
                continue
            tags[span.start : span.end] = self.tag(INSIDE, span.label)
            tags[span.start] = self.tag(BEGIN, span.label)
            tags[span.end - 1] = self.tag(LAST, span.label)
        return tags

    def spans(self, tags: Sequence[int]) -> list[Found]:
        """The spans of a row of tags that fit together."""
        found, start = [], 0
        for place, tag in enumerate(tags):
            label, kind = divmod(tag - 1, 4)
            kind += 1
            if kind in (BEGIN, UNIT):
                start = place
            if tag and kind in (LAST, UNIT):
                found.append(Found(start, place + 1, label))
        return found

    def best(
        self, scores: "Floats", lengths: "Sequence[int] | NDArray[np.int64]"
    ) -> "NDArray[np.int64]":
        """The best row of tags for each piece (Viterbi): all pieces at once, one token after another.

        `scores` are log probabilities, pieces end to end. Only allowed neighbours: inside a label only
        I and L of the same label may follow, so a state is either "outside" or "inside a label".
        """
        import numpy as np

        sizes = np.asarray(lengths, dtype="int64")
        order = np.argsort(-sizes, kind="stable")
        starts = (np.cumsum(sizes) - sizes)[order]
        sorted_lengths = sizes[order]
        count, labels = len(sizes), len(self.labels)
        kinds = scores[:, 1:].reshape(len(scores), labels, 4)
        # what a token can do between "outside": O or any U; the better of both
        outside = np.concatenate((scores[:, :1], kinds[:, :, 3]), axis=1)
        best_out = outside.argmax(axis=1)
        out_score = outside[np.arange(len(scores)), best_out]
        longest = int(sorted_lengths[0])
        free = np.zeros(count, dtype="float32")
        inner = np.full((count, labels), NEVER, dtype="float32")
        closed_by = np.zeros((longest, count), dtype="int64")
        opened = np.zeros((longest, count, labels), dtype="bool")
        for step in range(longest):
            alive = int(np.searchsorted(-sorted_lengths, -step, side="left"))
            at = starts[:alive] + step
            closing = inner[:alive] + kinds[at, :, 2]
            close = closing.argmax(axis=1)
            close_score = closing[np.arange(alive), close]
            stay_free = free[:alive] + out_score[at]
            closes = close_score > stay_free
            begin = free[:alive, None] + kinds[at, :, 0]
            go_on = inner[:alive] + kinds[at, :, 1]
            opened[step, :alive] = begin >= go_on
            inner[:alive] = np.maximum(begin, go_on)
            free[:alive] = np.where(closes, close_score, stay_free)
            closed_by[step, :alive] = np.where(closes, close + 1, 0)
        return self._trace(best_out, closed_by, opened, starts, sorted_lengths, len(scores))

    def _trace(
        self,
        best_out: "NDArray[np.int64]",
        closed_by: "NDArray[np.int64]",
        opened: "NDArray[np.bool_]",
        starts: "NDArray[np.int64]",
        lengths: "NDArray[np.int64]",
        total: int,
    ) -> "NDArray[np.int64]":
        """From the last token back to the first, all pieces at once."""
        import numpy as np

        tags = np.zeros(total, dtype="int64")
        inside = np.full(len(lengths), -1)
        for step in range(len(closed_by) - 1, -1, -1):
            alive = int(np.searchsorted(-lengths, -step, side="left"))
            state, at = inside[:alive], starts[:alive] + step
            free = state < 0
            closed = closed_by[step, :alive]
            begins = opened[step, np.arange(alive), np.maximum(state, 0)]
            out = best_out[at]
            tags[at] = np.where(
                free,
                np.where(
                    closed > 0,
                    4 * (closed - 1) + LAST,
                    np.where(out > 0, 4 * (out - 1) + UNIT, OUT),
                ),
                4 * state + np.where(begins, BEGIN, INSIDE),
            )
            inside[:alive] = np.where(
                free, np.where(closed > 0, closed - 1, -1), np.where(begins, -1, state)
            )
        return tags

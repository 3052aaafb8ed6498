"""The watch over spaCy's training loop: points of the curve, checkpoints, the best score, the end."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any

from rotstift.nlp.training_state import Checkpoint, Point, Run

LOGGER = "rotstift.Progress.v1"
"""Our name in spaCy's registry of loggers. Used while training only, never stored in a pipeline."""
_SAID_EVERY_S = 0.5

Progress = Callable[[int, int, str], None]
"""Called with (steps done, all steps, words)."""
Tell = Callable[[Point], None]


class Cancelled(Exception):
    """The caller asked to stop; no pipeline was written."""


class Enough(Exception):
    """No better score for a long time."""


@dataclass(slots=True)
class Watch:
    """Called after every step; what it knows is what the training has come to."""

    total: int
    patience: int
    progress: Progress
    point: Tell
    cancel: Callable[[], bool]
    done: int = 0
    best: float = -1.0
    best_step: int = 0
    before: float | None = None
    points: list[Point] = field(default_factory=list)
    known: frozenset[str] = frozenset()
    """Digests of the articles that the pipeline had learnt from before."""
    learnt: frozenset[str] = frozenset()
    """The same at the end."""
    fits: Mapping[str, Any] = field(default_factory=dict)
    checkpoint: Checkpoint | None = None
    _keeper: Run | None = None
    _last: Path = Path()
    """Where spaCy writes the pipeline as it is, before it calls us."""
    _words: str = "preparing"
    _said: float = 0.0
    _since: int = 0
    """Steps since the last point."""

    def go_on(self, checkpoint: Checkpoint) -> None:
        """Know what the training knew that is gone on with."""
        self.checkpoint, self.done = checkpoint, checkpoint.step
        self.best, self.best_step = checkpoint.best, checkpoint.best_step
        self.before, self.points = checkpoint.before, list(checkpoint.points)
        self.learnt |= checkpoint.learnt

    def keep_in(self, keeper: Run, last: Path) -> None:
        """Where checkpoints go to, and where the pipeline lies at each point."""
        self._keeper, self._last = keeper, last

    def begin_with(self, score: float, scores: Mapping[str, Any]) -> None:
        """The score before the first step."""
        self.before = float(score or 0.0)
        self._take(self.before, scores, {})

    def step(self, info: dict[str, Any] | None) -> None:
        """Called by spaCy after every step; `info` comes with an evaluation only."""
        if self.cancel():
            raise Cancelled
        self.done = min(self.done + 1, self.total)
        self._since += 1
        if info is not None:
            self._take(float(info["score"] or 0.0), info["other_scores"], info["losses"])
        elif monotonic() - self._said >= _SAID_EVERY_S:
            self._say()
        if self.patience and self.done - self.best_step >= self.patience:
            raise Enough

    def _take(self, score: float, scores: Mapping[str, Any], losses: Mapping[str, Any]) -> None:
        """A new point: on the curve, into a checkpoint, and told."""
        better = score > self.best
        if better:
            self.best, self.best_step = score, self.done
        loss = {name: float(value) / max(self._since, 1) for name, value in losses.items()}
        one = Point(self.done, loss, score, _numbers(scores), better)
        self.points.append(one)
        self._since = 0
        self._keep()
        self._words = f"score {score:.3f}"
        self.point(one)
        self._say()

    def _keep(self) -> None:
        if self._keeper is None:
            return
        folder = self.checkpoint.folder if self.checkpoint else Path()
        state = Checkpoint(
            folder,
            self.done,
            self.best,
            self.best_step,
            tuple(self.points),
            self.learnt,
            self.fits,
            self.before,
        )
        self.checkpoint = self._keeper.keep(state, self._last)

    def _say(self) -> None:
        self._said = monotonic()
        self.progress(self.done, self.total, self._words)


def _numbers(scores: Mapping[str, Any]) -> dict[str, float]:
    return {key: float(value) for key, value in scores.items() if isinstance(value, int | float)}

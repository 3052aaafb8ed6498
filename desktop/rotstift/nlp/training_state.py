"""What a training leaves in its folder: the split, the points of the curve, checkpoints. Knows no spaCy.

OUT/split.json        which articles were learnt from and which were held out
OUT/checkpoint/N/     after N steps: the pipeline as it is (last), the best so far (best), state.json
OUT/training.json     the curve of a training that has ended
OUT/model/            the pipeline; its meta.json names the articles it has learnt from
"""

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rotstift.model.article import text_digest
from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.nlp.align import SPACES

MODEL = "model"
SPLIT = "split.json"
CURVE = "training.json"
CHECKPOINTS = "checkpoint"
LEARNT = "rotstift"
"""The key in a pipeline's meta.json that tells what it has learnt from."""
OTHER_THINGS = QT_TRANSLATE_NOOP(
    "Messages", "{path} is a folder with other things in it: name a new folder."
)
_BARE = QT_TRANSLATE_NOOP(
    "Messages",
    "%n of the articles have no entity marked: names in them count as wrong.",
    "",
    1,
)
_UNREADABLE = (OSError, ValueError, LookupError, TypeError, AttributeError)


def learning_digest(text: str) -> str:
    """What makes two articles the same for training: SHA-256, no-break spaces taken as spaces."""
    return text_digest(text.translate(SPACES))


@dataclass(frozen=True, slots=True)
class Point:
    """One look at how the training goes."""

    step: int
    loss: Mapping[str, float]
    """Of each component, a mean over the steps since the last point."""
    score: float
    """On the articles held out, 0 to 1."""
    scores: Mapping[str, float] = field(default_factory=dict)
    """ents_f, ... as the components give them."""
    best: bool = False
    """None before it was as good."""

    def to_json(self) -> dict[str, Any]:
        """Plain values for the pipe and the files."""
        plain = {"step": self.step, "loss": dict(self.loss), "score": self.score}
        return plain | {"scores": dict(self.scores), "best": self.best}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Point":
        """What `to_json` made. Raises KeyError, TypeError or ValueError for anything else."""
        return cls(
            int(data["step"]),
            {str(name): float(value) for name, value in data["loss"].items()},
            float(data["score"]),
            {str(name): float(value) for name, value in data["scores"].items()},
            bool(data["best"]),
        )


@dataclass(frozen=True, slots=True)
class Split:
    """Articles by (id, learning digest)."""

    train: tuple[tuple[str, str], ...]
    dev: tuple[tuple[str, str], ...]

    @property
    def learnt(self) -> frozenset[str]:
        """Digests of the articles that were learnt from."""
        return frozenset(digest for _, digest in self.train)

    @property
    def held_out(self) -> frozenset[str]:
        """Digests of the articles that were not."""
        return frozenset(digest for _, digest in self.dev) - self.learnt

    def to_json(self) -> dict[str, Any]:
        """Plain values for split.json."""
        return {
            side: [{"id": article, "digest": digest} for article, digest in rows]
            for side, rows in (("train", self.train), ("dev", self.dev))
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Split":
        """What `to_json` made. Raises KeyError or TypeError for anything else."""
        sides = ([(row["id"], row["digest"]) for row in data[side]] for side in ("train", "dev"))
        return cls(*map(tuple, sides))


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A training that has not ended, as it stood at its last point."""

    folder: Path
    step: int
    best: float
    best_step: int
    points: tuple[Point, ...]
    learnt: frozenset[str]
    """Digests of all articles that the weights have seen."""
    fits: Mapping[str, Any]
    """What another training must have in common with this one to go on with it."""
    before: float | None = None
    """The score of the pipeline that it began with, where it began with a whole one."""

    @property
    def last_pipeline(self) -> Path:
        """The folder to go on from."""
        return self.folder / "last"

    @property
    def best_pipeline(self) -> Path:
        """The folder to publish."""
        return self.folder / "best"


class Run:
    """The folder of one training."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._checkpoints = folder / CHECKPOINTS

    def split(self) -> Split | None:
        """The split of the last training here; None where there was none or its file is damaged."""
        try:
            return Split.from_json(json.loads((self.folder / SPLIT).read_text(encoding="utf-8")))
        except _UNREADABLE:
            return None

    def write_split(self, split: Split) -> None:
        """Remember it. Raises OSError."""
        _write(self.folder / SPLIT, split.to_json())

    def curve(self) -> tuple[Point, ...]:
        """The points of the training that is under way here, or of the last one that ended."""
        checkpoint = self.checkpoint()
        if checkpoint:
            return checkpoint.points
        try:
            data = json.loads((self.folder / CURVE).read_text(encoding="utf-8"))
            return tuple(Point.from_json(row) for row in data["points"])
        except _UNREADABLE:
            return ()

    def checkpoint(self) -> Checkpoint | None:
        """The newest whole one; None where a training has to begin anew."""
        try:
            names = [path.name for path in self._checkpoints.iterdir() if path.name.isdigit()]
        except OSError:
            return None
        found = (_checkpoint(self._checkpoints / name) for name in sorted(names, key=int)[::-1])
        return next((one for one in found if one), None)

    def keep(self, state: Checkpoint, last: Path) -> Checkpoint:
        """Move the pipeline `last` in as a new checkpoint, all at once; older ones go. Raises OSError.

        It is the best one too where the state says that the best step is this one.
        """
        partial = self._checkpoints / f".{state.step}.partial"
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        last.replace(partial / "last")
        better = state.best_step == state.step
        best = partial / "last" if better else state.best_pipeline
        shutil.copytree(best, partial / "best", copy_function=_linked)
        _write(partial / "state.json", _state(state))
        whole = self._checkpoints / str(state.step)
        shutil.rmtree(whole, ignore_errors=True)
        partial.replace(whole)
        for other in self._checkpoints.iterdir():
            if other != whole:
                shutil.rmtree(other, ignore_errors=True)
        made = _checkpoint(whole)
        if made is None:
            raise OSError(f"{whole} could not be read back")
        return made

    def begin(self) -> None:
        """Forget an earlier training that has not ended."""
        shutil.rmtree(self._checkpoints, ignore_errors=True)

    def end(self, points: Iterable[Point], told: Mapping[str, Any]) -> None:
        """The training has ended: keep its curve and what else is told of it, not its checkpoints."""
        _write(self.folder / CURVE, {**told, "points": [point.to_json() for point in points]})
        self.begin()


def learnt_from(pipeline: Path) -> frozenset[str]:
    """Digests of the articles that a pipeline of ours was trained on; empty for any other."""
    try:
        meta = json.loads((pipeline / "meta.json").read_text(encoding="utf-8"))
        return frozenset(map(str, meta[LEARNT]["learnt"]))
    except _UNREADABLE:
        return frozenset()


def holds_other_things(pipeline: Path) -> bool:
    """Something is there already, and it is no pipeline that may be replaced."""
    there = pipeline.is_dir() and any(pipeline.iterdir())
    return there and not (pipeline / "meta.json").is_file()


def bare_notes(bare: int, every: int) -> list[Sentence]:
    """A warning where some articles have entities and others none; so many of them are bare."""
    return [Sentence(_BARE, n=bare)] if 0 < bare < every else []


def _linked(source: str, target: str) -> None:
    """A second name for the file; a copy where the disk cannot. Nobody writes into a checkpoint."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _write(path: Path, data: Mapping[str, Any]) -> None:
    """Whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.partial")
    draft.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    draft.replace(path)


def _state(state: Checkpoint) -> dict[str, Any]:
    return {
        "step": state.step,
        "best": state.best,
        "best_step": state.best_step,
        "before": state.before,
        "learnt": sorted(state.learnt),
        "fits": dict(state.fits),
        "points": [point.to_json() for point in state.points],
    }


def _checkpoint(folder: Path) -> Checkpoint | None:
    """None for a damaged one: training begins anew then, and nothing else is lost."""
    try:
        data = json.loads((folder / "state.json").read_text(encoding="utf-8"))
        made = Checkpoint(
            folder,
            int(data["step"]),
            float(data["best"]),
            int(data["best_step"]),
            tuple(Point.from_json(row) for row in data["points"]),
            frozenset(map(str, data["learnt"])),
            dict(data["fits"]),
            None if data["before"] is None else float(data["before"]),
        )
    except _UNREADABLE:
        return None
    whole = all((path / "meta.json").is_file() for path in (made.last_pipeline, made.best_pipeline))
    return made if whole else None

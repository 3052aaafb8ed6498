"""Training from a project: what is exported for it, what the worker is asked, what it leaves behind."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rotstift.model.items import Status
from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.nlp.protocol import sentence_from_json
from rotstift.nlp.training_state import (
    CHECKPOINTS,
    CURVE,
    MODEL,
    OTHER_THINGS,
    SPLIT,
    Point,
    Run,
    holds_other_things,
)
from rotstift.session.exporting import SPACY, ExportError, ExportPlan, check_plan
from rotstift.session.session import Session

DATA = "data"
"""Folder of the export inside a training's folder."""
_OURS = frozenset({DATA, MODEL, SPLIT, CURVE, CHECKPOINTS})
"""What a training leaves in its folder; besides, hidden files that are being written."""
_A_FILE = QT_TRANSLATE_NOOP("Messages", "{path} is a file: name a folder for the training.")
_ENDED = QT_TRANSLATE_NOOP(
    "Messages", "The training in {path} has ended: train without --resume to begin anew."
)
_TOO_FEW = QT_TRANSLATE_NOOP(
    "Messages", "The training in {path} has done {step} steps already: give it more than that."
)


@dataclass(frozen=True, slots=True)
class TrainPlan:
    """What to train on, how long, and where to: `out` is the training's folder."""

    out: Path
    steps: int = 400
    seed: int = 0
    """Another number: another split, another order."""
    share: float = 0.2
    """Part of the articles that is held out. An article always falls on the same side."""
    statuses: tuple[Status, ...] = (Status.CONFIRMED,)
    language: str = "de"
    quotes: bool | None = None
    """None: where the pipeline to begin with has a component that learns them; see nlp.training."""
    base: str | None = None
    """Folder of the pipeline to begin with; None for the shipped one, "" for nothing."""
    resume: bool = False
    """Go on with a training in this folder that was stopped."""
    patience: int = 0
    """Stop after so many steps without a better score; 0 for a third of all steps."""

    @property
    def data(self) -> Path:
        """Where the articles are exported to."""
        return self.out / DATA

    @property
    def model(self) -> Path:
        """Where the pipeline will be."""
        return self.out / MODEL

    @property
    def export(self) -> ExportPlan:
        """The export to be made first."""
        options = {
            "language": self.language,
            "share": self.share,
            "seed": self.seed,
            "split_hyphens": True,
            "plain_spaces": True,
            "quotes": True,
        }
        return ExportPlan(SPACY, self.data, self.statuses, options)


def check_training(session: Session, plan: TrainPlan) -> int:
    """How many articles there are. Raises ExportError when the plan cannot be carried out."""
    _check_place(plan.out)
    if plan.resume:
        _check_resumable(plan)
    return check_plan(session, plan.export)


def _check_place(out: Path) -> None:
    """A new folder, an empty one, or one of a training. Raises ExportError."""
    if not out.is_dir():
        if out.exists():
            raise ExportError(Sentence(_A_FILE, path=out))
        return
    names = {path.name for path in out.iterdir() if not path.name.startswith(".")}
    if names - _OURS and Run(out).split() is None:
        raise ExportError(Sentence(OTHER_THINGS, path=out))
    if holds_other_things(out / MODEL):
        raise ExportError(Sentence(OTHER_THINGS, path=out / MODEL))


def _check_resumable(plan: TrainPlan) -> None:
    """There is something left to do. Raises ExportError."""
    step = unfinished(plan.out)
    if step is None and plan.model.exists():
        raise ExportError(Sentence(_ENDED, path=plan.out))
    if step is not None and plan.steps <= step:
        raise ExportError(Sentence(_TOO_FEW, path=plan.out, step=step))


def train_message(plan: TrainPlan) -> dict[str, Any]:
    """The worker's request, once the export stands."""
    options = {
        "steps": plan.steps,
        "seed": plan.seed,
        "quotes": plan.quotes,
        "base": plan.base,
        "resume": plan.resume,
        "patience": plan.patience,
    }
    return {
        "do": "train",
        "train": str(_corpus(plan.data, "train")),
        "dev": str(_corpus(plan.data, "dev")),
        "out": str(plan.model),
        "folder": str(plan.out),
        "options": options,
    }


def _corpus(data: Path, name: str) -> Path:
    """A single file, or the folder of shards that a large export has."""
    single = data / f"{name}.spacy"
    return single if single.is_file() else data / name


@dataclass(frozen=True, slots=True)
class TrainResult:
    """What came out of a training."""

    pipeline: Path
    score: float
    """On the articles held out, 0 to 1."""
    before: float | None
    """The same of the pipeline that it began with; None where it began with nothing."""
    scores: Mapping[str, float]
    steps: int
    best_step: int
    points: tuple[Point, ...]
    notes: tuple[Sentence, ...]
    """What the person must know; in the order of importance."""

    @classmethod
    def of(cls, result: Mapping[str, Any]) -> "TrainResult":
        """From the worker's answer. Raises KeyError for a malformed one."""
        return cls(
            Path(result["pipeline"]),
            float(result["score"]),
            result["before"],
            dict(result["scores"]),
            int(result["steps"]),
            int(result["best_step"]),
            tuple(map(Point.from_json, result["points"])),
            tuple(map(sentence_from_json, result["notes"])),
        )

    def to_json(self) -> dict[str, Any]:
        """Plain values, the notes as sentences."""
        return {
            "pipeline": str(self.pipeline),
            "score": self.score,
            "before": self.before,
            "scores": dict(self.scores),
            "steps": self.steps,
            "best_step": self.best_step,
            "points": [point.to_json() for point in self.points],
            "notes": [str(note) for note in self.notes],
        }


def unfinished(out: Path) -> int | None:
    """The step that a stopped training in this folder would go on from; None where there is none."""
    checkpoint = Run(out).checkpoint()
    return checkpoint.step if checkpoint else None


def curve(out: Path) -> tuple[Point, ...]:
    """The points of the last training in this folder, also of one that was stopped."""
    return Run(out).curve()

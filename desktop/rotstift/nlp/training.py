"""Training: .spacy files in, a spaCy pipeline out, through spaCy's own config and loop."""

import io
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.nlp.training_config import Plan, training_config

LOGGER = "rotstift.Progress.v1"
"""Our name in spaCy's registry of loggers. Used while training only, never stored in a pipeline."""

Progress = Callable[[int, int, str], None]
"""Called with (steps done, all steps, words)."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person can choose."""

    steps: int = 400
    seed: int = 0
    quotes: bool = False
    """Learn quotes too. Not by default: from a few articles our rules are better, and a pipeline
    that marks quotes takes their place."""


class TrainingError(ValueError):
    """Training is impossible; one sentence that says what to do."""


class Cancelled(Exception):
    """The caller asked to stop; nothing was written."""


@dataclass(frozen=True, slots=True)
class Trained:
    """What came out."""

    pipeline: Path
    """The folder of the best pipeline: a suggester by path."""
    score: float
    """spaCy's own score on dev, 0 to 1."""
    scores: dict[str, float]
    """ents_f, ents_p, ents_r, spans_quotes_f, ... as far as they apply."""
    steps: int


@dataclass(slots=True)
class _Watch:
    """What the logger tells while the loop runs."""

    total: int
    progress: Progress
    cancel: Callable[[], bool]
    steps: int = 0
    best: float = -1.0
    scores: dict[str, float] | None = None

    def step(self, info: dict[str, Any] | None) -> None:
        """Called by spaCy after every step; `info` comes with an evaluation only."""
        if self.cancel():
            raise Cancelled
        self.steps += 1
        if info is None:
            return
        score = float(info["score"] or 0.0)
        if score > self.best:
            self.best, self.scores = score, _numbers(info["other_scores"])
        self.progress(min(self.steps, self.total), self.total, f"score {score:.3f}")


def _numbers(scores: dict[str, Any]) -> dict[str, float]:
    return {key: float(value) for key, value in scores.items() if isinstance(value, int | float)}


def train(
    train_path: Path,
    dev_path: Path,
    out: Path,
    wish: Wish = Wish(),
    *,
    progress: Progress = lambda _done, _total, _words: None,
    cancel: Callable[[], bool] = lambda: False,
) -> Trained:
    """Train entities and write the best pipeline to `out`; quotes too where wished.

    Runs in the worker. Raises TrainingError, Cancelled (then nothing is left behind) and OSError.
    """
    partial = out.parent / f".{out.name}.partial"
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    try:
        plan = _plan(train_path, wish, partial)
        watch = _Watch(wish.steps, progress, cancel)
        _run(plan, train_path, dev_path, partial, watch)
        _publish(partial / "model-best", out)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return Trained(out, max(watch.best, 0.0), watch.scores or {}, watch.steps)


def _plan(train_path: Path, wish: Wish, partial: Path) -> Plan:
    """Look at the docs once: what there is to learn, in which language, with which tokenizer."""
    tokenizer = train_path.parent / "tokenizer"
    language, entities, longest = "de", False, 0
    for doc in _docs(train_path):
        entities = entities or bool(doc.ents)
        if wish.quotes and "quotes" in doc.spans:
            longest = max([longest, *(len(span) for span in doc.spans["quotes"])])
    if (train_path.parent / "config.cfg").is_file():
        language = _language(train_path.parent / "config.cfg")
    if not entities and not longest:
        raise TrainingError(
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Messages", "There is nothing to learn from: mark and confirm something first."
                )
            )
        )
    copied = ""
    if tokenizer.is_dir():
        shutil.copytree(tokenizer, partial / "tokenizer")
        copied = str(partial / "tokenizer")
    return Plan(
        language,
        entities=entities,
        longest_quote=longest,
        steps=wish.steps,
        patience=max(wish.steps // 2, 200),
        evaluate_every=max(10, min(100, wish.steps // 8)),
        tokenizer=copied,
        logger=LOGGER,
        seed=wish.seed,
    )


def _docs(path: Path) -> Any:
    """All docs of a .spacy file, or of a folder of them, one file at a time."""
    import spacy
    from spacy.tokens import DocBin

    files = sorted(path.glob("*.spacy")) if path.is_dir() else [path]
    if not files or not files[0].is_file():
        raise TrainingError(
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Messages", "There is no file {path}: export the confirmed articles first."
                ),
                path=path,
            )
        )
    for file in files:
        try:
            bin_ = DocBin().from_disk(file)
        except ValueError:
            raise TrainingError(
                Sentence(
                    QT_TRANSLATE_NOOP(
                        "Messages", "{path} is no .spacy file: export the articles again."
                    ),
                    path=file,
                )
            ) from None
        yield from bin_.get_docs(spacy.blank("xx").vocab)


def _language(config: Path) -> str:
    from spacy.util import load_config

    return str(load_config(config, interpolate=False)["nlp"]["lang"])


def _run(plan: Plan, train_path: Path, dev_path: Path, folder: Path, watch: _Watch) -> None:
    from spacy import registry
    from spacy.training.initialize import init_nlp
    from spacy.training.loop import train as spacy_train

    def logger() -> Any:
        return lambda _nlp, _out, _err: (watch.step, lambda: None)

    registry.loggers.register(LOGGER, func=logger)
    next(iter(_docs(dev_path)), None)
    watch.progress(0, watch.total, "preparing")
    nlp = init_nlp(training_config(plan, train_path, dev_path))
    nlp.config["training"]["logger"] = {"@loggers": LOGGER}
    spacy_train(nlp, folder, stdout=io.StringIO(), stderr=io.StringIO())
    _make_loadable(folder / "model-best")


def _make_loadable(folder: Path) -> None:
    """Take our logger and our temporary paths out of the stored config: any spaCy may load it."""
    from spacy.util import load_config

    config = load_config(folder / "config.cfg", interpolate=False)
    config["training"]["logger"] = {"@loggers": "spacy.ConsoleLogger.v1"}
    config["initialize"]["before_init"] = None
    config["paths"] |= {"train": None, "dev": None}
    config.to_disk(folder / "config.cfg")


def _publish(best: Path, out: Path) -> None:
    if not best.is_dir():
        raise TrainingError(
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Messages", "Training ended before its first evaluation: give it more steps."
                )
            )
        )
    if out.is_dir():
        if any(out.iterdir()) and not (out / "meta.json").is_file():
            raise TrainingError(
                Sentence(
                    QT_TRANSLATE_NOOP(
                        "Messages", "{path} is a folder with other things in it: name a new folder."
                    ),
                    path=out,
                )
            )
        shutil.rmtree(out)
    best.replace(out)

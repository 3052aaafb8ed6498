"""Training: .spacy files in, a spaCy pipeline out, through spaCy's own config and loop.

It begins with the weights of the shipped pipeline (or of another one) where language and labels fit, and
else with nothing. A training with a folder of its own leaves a checkpoint at each point of its curve,
and one that was cancelled or killed goes on from there.
"""

import io
import json
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.nlp.library.recipe import OURS
from rotstift.nlp.training_config import Plan
from rotstift.nlp.training_data import Corpora, TrainingError, docs_in
from rotstift.nlp.training_recipe import ENTITIES, Base, Recipe, Start, config_of, recipe_for, widen
from rotstift.nlp.training_state import (
    LEARNT,
    OTHER_THINGS,
    Checkpoint,
    Point,
    Run,
    holds_other_things,
    learnt_from,
)
from rotstift.nlp.training_watch import LOGGER, Cancelled, Enough, Progress, Tell, Watch
from rotstift.paths import resource

SHIPPED = ("models", "rotstift-de")
"""The pipeline that training begins with when no other one is named."""

NO_MARKS = QT_TRANSLATE_NOOP(
    "Messages", "There is nothing to learn from: mark and confirm something first."
)
NO_CHECKPOINT = QT_TRANSLATE_NOOP(
    "Messages", "There was no unfinished training to go on with; this one began anew."
)
GIVEN_UP = QT_TRANSLATE_NOOP(
    "Messages", "The unfinished training in this folder was given up; this one began anew."
)
OTHER_TRAINING = QT_TRANSLATE_NOOP(
    "Messages",
    "The unfinished training had another language, beginning or seed; this one began anew.",
)
TAINTED = QT_TRANSLATE_NOOP(
    "Messages",
    "The unfinished training had learnt from articles that are held out now; this one began anew.",
)
WENT_ON = QT_TRANSLATE_NOOP(
    "Messages", "The training went on from step {step}, where it had been stopped."
)
KNOWN_ALREADY = QT_TRANSLATE_NOOP(
    "Messages",
    "The pipeline to begin with has learnt from %n of the held-out articles: the score flatters it.",
    "",
    1,
)
NO_BETTER = QT_TRANSLATE_NOOP(
    "Messages",
    "The training made the pipeline no better on the held-out articles; it is as it was before.",
)
NO_BETTER_AT_ALL = QT_TRANSLATE_NOOP(
    "Messages",
    "The training made the pipeline no better on the articles it learnt from, and none was held out; "
    "it is as it was before.",
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person can choose."""

    steps: int = 400
    seed: int = 0
    quotes: bool | None = None
    """Learn quotes too: None where our own component can begin with weights; True also with spaCy's,
    which from few articles are worse than our rules; False never."""
    base: str | None = None
    """Folder of the pipeline to begin with; None for the shipped one, "" for nothing."""
    resume: bool = False
    """Go on with a training that was stopped, where there is one."""
    patience: int = 0
    """Stop after so many steps without a better score; 0 for a third of all steps."""
    folder: Path | None = None
    """For the split, the curve and the checkpoints; without one nothing is kept of a training that is
    stopped."""


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
    best_step: int = 0
    before: float | None = None
    """The score of the pipeline that it began with; None where it began with nothing."""
    points: tuple[Point, ...] = ()
    notes: tuple[Sentence, ...] = ()
    """What else the person must know."""


def shipped_pipeline() -> Path | None:
    """The pipeline that comes along; None where it was not shipped."""
    try:
        folder = resource(*SHIPPED)
    except FileNotFoundError:
        return None
    return folder if (folder / "meta.json").is_file() else None


def train(
    train_path: Path,
    dev_path: Path,
    out: Path,
    wish: Wish = Wish(),
    *,
    progress: Progress = lambda _done, _total, _words: None,
    point: Tell = lambda _point: None,
    cancel: Callable[[], bool] = lambda: False,
) -> Trained:
    """Train on one side, choose the best by the other one, write it to `out`.

    Runs in the worker. Raises TrainingError, Cancelled and OSError.
    """
    _register()
    _check_place(out)
    partial = out.parent / f".{out.name}.partial"
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    try:
        corpora = Corpora.of(train_path, dev_path)
        if corpora.lesson.empty:
            raise TrainingError(Sentence(NO_MARKS))
        keeper = Run(wish.folder or partial)
        keeper.write_split(corpora.split)
        watch = Watch(
            wish.steps, wish.patience or max(wish.steps // 3, 100), progress, point, cancel
        )
        recipe = _prepared(corpora, wish, keeper, watch, partial)
        recipe = _run(recipe, corpora, watch, partial, keeper)
        trained = _published(recipe, corpora, watch, partial, out)
        told = {"score": trained.score, "before": trained.before, "notes": list(trained.notes)}
        keeper.end(trained.points, told | {"steps": trained.steps, "best_step": trained.best_step})
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return trained


def _register() -> None:
    """Make our components known to spaCy."""
    import importlib

    for name in OURS.values():
        importlib.import_module(name)


def _prepared(corpora: Corpora, wish: Wish, keeper: Run, watch: Watch, partial: Path) -> Recipe:
    """The recipe, from the checkpoint where there is one to go on with."""
    plan = _plan(corpora, wish, partial)
    base = _base(wish)
    recipe = recipe_for(corpora.lesson, plan, base, wish.quotes)
    if not recipe.learns:
        raise TrainingError(Sentence(NO_MARKS))
    watch.known = learnt_from(recipe.base.folder) if recipe.base else frozenset()
    watch.learnt = watch.known | corpora.split.learnt
    watch.fits = _fits(recipe, wish)
    if flattered := watch.known & corpora.split.held_out:
        note = Sentence(KNOWN_ALREADY, n=len(flattered))
        recipe = replace(recipe, notes=(*recipe.notes, note))
    recipe = replace(recipe, notes=(*recipe.notes, *corpora.notes))
    checkpoint = keeper.checkpoint()
    reason = _why_anew(checkpoint, wish, corpora, watch)
    if checkpoint is None or reason:
        keeper.begin()
        said = (Sentence(reason),) if reason else ()
        return replace(recipe, notes=(*said, *recipe.notes))
    return _resumed(recipe, checkpoint, watch)


def _why_anew(checkpoint: Checkpoint | None, wish: Wish, corpora: Corpora, watch: Watch) -> str:
    """Why training does not go on from the checkpoint; empty when it does, or when there is no reason."""
    if checkpoint is None:
        return NO_CHECKPOINT if wish.resume else ""
    if not wish.resume:
        return GIVEN_UP
    if dict(checkpoint.fits) != watch.fits:
        return OTHER_TRAINING
    seen = checkpoint.learnt - watch.learnt
    return TAINTED if seen & corpora.split.held_out else ""


def _resumed(recipe: Recipe, checkpoint: Checkpoint, watch: Watch) -> Recipe:
    """All components go on from the checkpoint, with what labels have come; the frozen ones stay so."""
    watch.go_on(checkpoint)
    base = Base.of(checkpoint.last_pipeline)
    if base is None:
        raise TrainingError(Sentence(NO_CHECKPOINT))
    frozen = {name for name, start in recipe.starts.items() if start is Start.FROZEN}
    starts = {name: Start.FROZEN if name in frozen else Start.GOES_ON for name in base.factories}
    if (entities := base.named(ENTITIES)) and entities not in frozen:
        starts[entities] = Start.WIDER
    note = Sentence(WENT_ON, step=checkpoint.step)
    plan = replace(
        recipe.plan,
        entities=False,
        longest_quote=0,
        steps=max(watch.total - checkpoint.step, 1),
        seed=recipe.plan.seed + checkpoint.step,
    )
    return replace(recipe, plan=plan, base=base, starts=starts, notes=(note, *recipe.notes))


def _base(wish: Wish) -> Base | None:
    if wish.base == "":
        return None
    folder = shipped_pipeline() if wish.base is None else Path(wish.base).expanduser()
    base = Base.of(folder) if folder else None
    if base is None and wish.base:
        raise TrainingError(
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Messages", "The folder {name} holds no spaCy pipeline to begin with."
                ),
                name=repr(wish.base),
            )
        )
    return base


def _plan(corpora: Corpora, wish: Wish, partial: Path) -> Plan:
    """How long, how often, with which seed and tokenizer."""
    tokenizer, copied = corpora.train.parent / "tokenizer", ""
    if tokenizer.is_dir():
        shutil.copytree(tokenizer, partial / "tokenizer")
        copied = str(partial / "tokenizer")
    return Plan(
        corpora.lesson.language,
        steps=wish.steps,
        patience=0,
        evaluate_every=max(10, min(100, wish.steps // 8)),
        tokenizer=copied,
        seed=wish.seed,
    )


def _fits(recipe: Recipe, wish: Wish) -> dict[str, Any]:
    """What two trainings must have in common for one to go on with the other."""
    begin = {name: start is not Start.FROZEN for name, start in recipe.starts.items()}
    made = list(recipe.plan.pipes)
    base = str(recipe.base.folder) if recipe.base else ""
    return {"language": recipe.plan.language, "base": base, "learning": begin, "made": made} | {
        "seed": wish.seed
    }


def _run(recipe: Recipe, corpora: Corpora, watch: Watch, partial: Path, keeper: Run) -> Recipe:
    """spaCy's loop; the watch keeps the checkpoints and ends it. The recipe as it was in the end."""
    from spacy import registry
    from spacy.training.loop import train as spacy_train

    next(iter(docs_in(corpora.dev)), None)
    watch.progress(watch.done, watch.total, "preparing")
    nlp, recipe = _initialised(recipe, corpora)
    watch.keep_in(keeper, partial / "model-last")
    registry.loggers.register(
        LOGGER, func=lambda: lambda _nlp, _out, _err: (watch.step, lambda: None)
    )
    nlp.config["training"]["logger"] = {"@loggers": LOGGER}
    if recipe.whole and not watch.points:
        _first_point(nlp, watch, partial)
    with suppress(Enough):
        spacy_train(nlp, partial, stdout=io.StringIO(), stderr=io.StringIO())
    if watch.before is not None and watch.best_step == 0:
        words = NO_BETTER if corpora.split.held_out else NO_BETTER_AT_ALL
        return replace(recipe, notes=(*recipe.notes, Sentence(words)))
    return recipe


def _initialised(recipe: Recipe, corpora: Corpora) -> tuple[Any, Recipe]:
    """The pipeline before its first step. Where our component takes no new labels, with spaCy's own."""
    from spacy.training.initialize import init_nlp

    nlp = init_nlp(config_of(recipe, corpora.train, corpora.dev))
    try:
        widen(nlp, recipe, corpora.lesson.labels)
    except Exception as error:
        reason = str(error).split("\n", 1)[0].rstrip(".") or type(error).__name__
        recipe = recipe.with_stock_entities(reason)
        nlp = init_nlp(config_of(recipe, corpora.train, corpora.dev))
    return nlp, recipe


def _first_point(nlp: Any, watch: Watch, partial: Path) -> None:
    """How good the pipeline is before it learns: what training must beat."""
    from spacy.training.loop import create_evaluation_callback
    from spacy.util import registry, resolve_dot_names

    config = nlp.config.interpolate()
    (corpus,) = resolve_dot_names(config, [config["training"]["dev_corpus"]])
    weights = registry.resolve({"it": config["training"]["score_weights"]})["it"]
    score, scores = create_evaluation_callback(nlp, corpus, weights)()
    nlp.to_disk(partial / "model-last")
    watch.begin_with(score, scores)


def _published(recipe: Recipe, corpora: Corpora, watch: Watch, partial: Path, out: Path) -> Trained:
    """Put the best pipeline where it belongs, all at once; an earlier one goes."""
    checkpoint = watch.checkpoint
    if checkpoint is None:
        raise TrainingError(
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Messages", "Training ended before its first evaluation: give it more steps."
                )
            )
        )
    draft = partial / "published"
    shutil.copytree(checkpoint.best_pipeline, draft)
    _make_loadable(draft)
    _tell_meta(draft, recipe, corpora, watch)
    _swap(draft, out, partial / "old")
    best = next(one for one in reversed(watch.points) if one.step == watch.best_step)
    return Trained(
        out,
        max(watch.best, 0.0),
        dict(best.scores),
        watch.done,
        watch.best_step,
        watch.before,
        tuple(watch.points),
        recipe.notes,
    )


def _make_loadable(folder: Path) -> None:
    """Take our logger and our temporary paths out of the stored config: any spaCy may load it."""
    from spacy.util import load_config

    config = load_config(folder / "config.cfg", interpolate=False)
    config["training"]["logger"] = {"@loggers": "spacy.ConsoleLogger.v1"}
    config["initialize"]["before_init"] = None
    config["paths"] |= {"train": None, "dev": None}
    config.to_disk(folder / "config.cfg")


def _tell_meta(folder: Path, recipe: Recipe, corpora: Corpora, watch: Watch) -> None:
    """What the pipeline has learnt from, how it wants to be used, and that its labels are the scheme's."""
    untaught = watch.before is not None and watch.best_step == 0
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    meta[LEARNT] = {
        **recipe.told,
        "labels": sorted(corpora.lesson.labels),
        "learnt": sorted(watch.known if untaught else watch.learnt),
        "held_out": sorted(corpora.split.held_out),
    }
    text = json.dumps(meta, ensure_ascii=False, indent=1)
    (folder / "meta.json").write_text(text + "\n", encoding="utf-8")


def _check_place(out: Path) -> None:
    if holds_other_things(out):
        raise TrainingError(Sentence(OTHER_THINGS, path=out))


def _swap(draft: Path, out: Path, old: Path) -> None:
    """At no moment is there half a pipeline under the name."""
    if out.is_dir():
        out.replace(old)
    draft.replace(out)


__all__ = ["Cancelled", "Trained", "TrainingError", "Wish", "shipped_pipeline", "train"]

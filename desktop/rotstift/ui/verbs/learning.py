"""Learning: train on what was confirmed, compare pipelines, choose one, let it mark what is still to do."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.session import evaluating, pipelines
from rotstift.session.evaluating import EvaluateError, Measured
from rotstift.session.exporting import ExportError
from rotstift.session.suggesting import SuggestReport
from rotstift.session.training import TrainPlan, TrainResult, unfinished
from rotstift.store.errors import StoreError
from rotstift.ui import comparing
from rotstift.ui.dialogs.pipelines import PipelineRow
from rotstift.ui.jobs import BUSY, TrainWork
from rotstift.ui.learning_jobs import AddPipelineWork, EvaluateWork, UntouchedWork
from rotstift.ui.panels.parts import translate
from rotstift.ui.panels.plots import CurvePoint
from rotstift.ui.verbs.base import Host
from rotstift.ui.wording import said

if TYPE_CHECKING:
    from rotstift.nlp.training_state import Point
    from rotstift.ui.dialogs.compare import CompareOptions
    from rotstift.ui.dialogs.pipelines import Adding, PipelinesDialog
    from rotstift.ui.dialogs.train import TrainOptions
    from rotstift.ui.dialogs.training import TrainingSheet


class Learning:
    """The verbs around pipelines: from confirmed articles to better suggestions."""

    def __init__(self, program: Host) -> None:
        self.program = program
        self._folder: Path | None = None
        """Of the last training: what was held out stands there."""
        self._trained = ""
        """The pipeline that it made."""

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """What these verbs are called in the table of actions."""
        return {
            "train": self.ask_train,
            "compare": self._ask_compare,
            "pipeline": self._ask_pipeline,
            "untouched": self._untouched,
        }

    # -- training -------------------------------------------------------------------------------

    def ask_train(self) -> None:
        """How long to train, and where to."""
        if self.program.work is not None:
            from rotstift.ui import asking

            asking.ask_train(self.program.work.session, self.program.window, self.train)

    def train(self, options: "TrainOptions") -> None:
        """Train on the confirmed articles, beside the typing, with the curve in a window of its own."""
        work = self.program.work
        if work is None:
            return
        if work.jobs.busy:
            self.program.say(Sentence(BUSY))
            return
        resume = options.resume and unfinished(options.folder) is not None
        plan = TrainPlan(options.folder, options.steps, options.seed, resume=resume)
        try:
            job = TrainWork(work.session, plan, work)
        except ExportError as error:
            self.program.say(error.sentence)
            return
        sheet = self._sheet(job, plan)
        failed = partial(self._training_failed, sheet)
        work.jobs.run(job, partial(self._end_training, sheet, plan), failed)

    def _sheet(self, job: TrainWork, plan: TrainPlan) -> "TrainingSheet":
        from rotstift.ui.dialogs.training import TrainingSheet

        work = self.program.work
        assert work is not None
        confirmed = sum(work.session.project.count(status) for status in plan.statuses)
        sheet = TrainingSheet(confirmed, self.program.window)
        points: list[CurvePoint] = []

        def tell(point: "Point") -> None:
            points.append(CurvePoint(point.step, point.score, sum(point.loss.values())))
            words = translate("TrainingSheet", "Step {0} of at most {1}")
            words = words.replace("{0}", str(point.step)).replace("{1}", str(plan.steps))
            sheet.tell(points, point.step, plan.steps, words)

        job.point.connect(tell)
        sheet.stopped.connect(job.cancel)
        sheet.stopped.connect(sheet.close)
        sheet.destroyed.connect(lambda: job.point.disconnect(tell) if _alive(job) else None)
        sheet.show()
        return sheet

    def _training_failed(self, sheet: "TrainingSheet", sentence: str) -> None:
        if _alive(sheet):
            sheet.fail(said(sentence))
        self.program.say(sentence, lasting=True)

    def _end_training(self, sheet: "TrainingSheet", plan: TrainPlan, result: TrainResult) -> None:
        self._trained, self._folder = str(result.pipeline), plan.out
        score = QLocale().toString(result.score * 100, "f", 1)
        words = QT_TRANSLATE_NOOP(
            "Messages", "The new pipeline has score {score}. {key} lets it make the suggestions."
        )
        key = self.program.keys.caps()["pipeline"]
        self.program.say(Sentence(words, score=score, key=key), lasting=True)
        if _alive(sheet):
            sheet.use.connect(self._use)
            sheet.use.connect(sheet.close)
            sheet.compare.connect(lambda _name: self._ask_compare())
            sheet.end(comparing.outcome_of(result))

    # -- putting to use -------------------------------------------------------------------------

    def _use(self, pipeline: str) -> None:
        """From now on this pipeline; the articles that nobody has touched get its suggestions."""
        if self.program.work is None:
            return
        self.program.settings.set("pipeline", pipeline)
        self.program.work.suggestions.choose(pipeline)
        self._untouched()

    def _untouched(self) -> None:
        work = self.program.work
        if work is None:
            return
        try:
            job = UntouchedWork(work.session, work.suggestions.pipeline, work)
        except StoreError as error:
            self.program.say(error.sentence)
            return
        work.jobs.run(job, self._used, self.program.say)

    def _used(self, report: SuggestReport) -> None:
        if report.troubles:
            self.program.say(report.troubles[0], lasting=True)
            return
        words = QT_TRANSLATE_NOOP(
            "Messages",
            "New suggestions in %n article(s) that nobody had touched; each can be undone.",
            "",
            1,
        )
        self.program.tell(words, n=report.articles)

    # -- comparing ------------------------------------------------------------------------------

    def _ask_compare(self) -> None:
        work = self.program.work
        if work is None:
            return
        from rotstift.model.items import Status
        from rotstift.ui.dialogs.compare import CompareDialog

        current = work.suggestions.pipeline
        candidates = comparing.candidates_of(pipelines.available(), current, self._trained)
        confirmed = work.session.project.count(Status.CONFIRMED)
        held = len(self._held_out() or ())
        dialog = CompareDialog(candidates, confirmed, held, self.program.window)
        dialog.chosen.connect(self.compare)
        dialog.open()

    def _held_out(self) -> frozenset[str] | None:
        """Digests of what the last training held out; None without one."""
        if self._folder is None:
            return None
        try:
            return evaluating.held_out_of(self._folder)
        except EvaluateError:
            return None

    def compare(self, options: "CompareOptions") -> None:
        """Measure the pipelines beside the typing, then show how they did."""
        work = self.program.work
        if work is None:
            return
        try:
            held = self._held_out() if options.held_out else None
            articles = evaluating.confirmed_articles(work.session, held)
        except (EvaluateError, StoreError) as error:
            self.program.say(error.sentence)
            return
        job = EvaluateWork(articles, options.pipelines, work, work.session.scheme)
        work.jobs.run(job, self._compared, self.program.say)

    def _compared(self, measured: list[Measured]) -> None:
        work = self.program.work
        if work is None:
            return
        from rotstift.ui.dialogs.compare import ComparisonSheet

        found = comparing.comparison_of(measured, work.session.scheme, self.program.language)
        sheet = ComparisonSheet(found, self.program.window)
        sheet.go.connect(self._go)
        sheet.show()

    def _go(self, article: str, start: int) -> None:
        """To the place of a mistake."""

        def go() -> None:
            if self.program.desk.core.article_id != article:
                self.program.desk.core.open(article)
            self.program.desk.go.point(start)

        self.program.guard(go)
        self.program.window.view.setFocus()

    # -- choosing -------------------------------------------------------------------------------

    def _ask_pipeline(self) -> None:
        work = self.program.work
        if work is None:
            return
        from rotstift.ui.dialogs.pipelines import PipelinesDialog

        current = self._trained or work.suggestions.pipeline
        dialog = PipelinesDialog(self._rows(current), current, self.program.window)
        dialog.chosen.connect(self._choose)
        dialog.asked.connect(partial(self._look_at, dialog))
        dialog.added.connect(partial(self._add, dialog))
        dialog.open()

    def _rows(self, *more: str) -> list[PipelineRow]:
        """Every pipeline that is known, and those named."""
        cards = pipelines.available()
        names = {card.name for card in cards}
        for name in dict.fromkeys(more):
            if name not in names:
                try:
                    cards.append(pipelines.describe(name))
                except pipelines.PipelineError:
                    continue  # a folder that has gone since: it is not offered
        return [comparing.pipeline_row(card) for card in cards]

    def _choose(self, name: str) -> None:
        if self.program.work is not None:
            self.program.settings.set("pipeline", name)
            self.program.work.suggestions.choose(name)
            self.program.work.suggestions.ask_again(self.program.desk.core.article_id)

    def _look_at(self, dialog: "PipelinesDialog", name: str) -> None:
        try:
            name = pipelines.describe(name).name  # a training's folder: its pipeline
        except pipelines.PipelineError as error:
            dialog.say(said(error.args[0]))
            return
        dialog.say("")
        dialog.set_rows(self._rows(name), name)

    def _add(self, dialog: "PipelinesDialog", wish: "Adding") -> None:
        work = self.program.work
        if work is None or not wish.source:
            return
        add = partial(pipelines.add, wish.source, sha256=wish.sha256)

        def done(card: pipelines.Card) -> None:
            if _alive(dialog):
                dialog.say("")
                dialog.set_rows(self._rows(), card.name)

        def failed(sentence: str) -> None:
            if _alive(dialog):
                dialog.say(said(sentence))

        work.jobs.run(AddPipelineWork(add, work), done, failed)


def _alive(thing: object) -> bool:
    """False once Qt has deleted it."""
    from shiboken6 import isValid

    return bool(isValid(thing))

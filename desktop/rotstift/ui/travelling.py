"""Travelling: undo and redo of what changed hundreds of articles, in slices, with progress and cancel."""

from rotstift.model.history import EntryKind
from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.session.session import Session
from rotstift.ui.dialogs.waiting import WaitingSheet
from rotstift.ui.jobs import Jobs
from rotstift.ui.panels.parts import translate
from rotstift.ui.sliced_jobs import SlicedWork, Slices
from rotstift.ui.window import Window
from rotstift.ui.wording import said

_WORDS = {
    EntryKind.UNDO: QT_TRANSLATE_NOOP("Jobs", "Taking it back"),
    EntryKind.REDO: QT_TRANSLATE_NOOP("Jobs", "Doing it again"),
}


def travel(window: Window, session: Session, jobs: Jobs, kind: EntryKind, articles: int) -> None:
    """Undo or redo the newest edit, behind a sheet that lets nothing else come between."""
    words = _WORDS[kind]
    slices = Slices(
        "travel",
        words,
        lambda one: one.travel_slowly(kind),
        int,
        lambda _session, _done: articles,
    )
    work = SlicedWork(slices, session, window)
    sheet = WaitingSheet(translate("Jobs", words), articles, window)
    sheet.given_up.connect(jobs.cancel)
    work.progress.connect(lambda job: sheet.show_progress(job.done))

    def failed(sentence: str) -> None:
        sheet.accept()
        window.status.show_message(said(sentence), lasting=True)

    sheet.show()
    jobs.run(work, lambda _done: sheet.accept(), failed)

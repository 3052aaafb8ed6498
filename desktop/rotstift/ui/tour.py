"""The tour: the sample project's whole round without a display, and a picture of the window."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from rotstift.model import verbs
from rotstift.model.items import Standing
from rotstift.session import exporting
from rotstift.session.desk.desk import Desk
from rotstift.session.exporting import report_lines
from rotstift.session.sample import open_sample
from rotstift.session.session import Session
from rotstift.session.suggesting import DEFAULT_PIPELINE, suggest_all
from rotstift.session.worker import Worker
from rotstift.settings import Settings
from rotstift.ui import look
from rotstift.ui.app import start


def tour(words: Sequence[str]) -> int:
    """Import, suggest, confirm, export, picture, all into one folder (the first word, else build/).

    Says each step. Answers the exit code.
    """
    print("There is no display: doing the sample project's round without a window.")
    folder = Path(words[0] if words else "build").absolute()
    place = folder / "sample.rotstift"
    place.unlink(missing_ok=True)
    session = open_sample(place, Settings.load().annotator)
    print(f"imported   {session.project.count()} articles into {place}")
    worker = Worker()
    try:
        _suggest(session, worker)
        _confirm(session)
        _export(session, worker, folder / "export")
    finally:
        worker.stop()
        session.close()
    for theme in ("light", "dark"):
        print(f"picture    {picture(place, theme, folder / f'window-{theme}.png')}")
    return 0


def _suggest(session: Session, worker: Worker) -> None:
    reports = list(suggest_all(session, [worker], DEFAULT_PIPELINE))
    print(f"suggested  {reports[-1].items} items by {reports[-1].author}")


def _confirm(session: Session) -> None:
    ids = session.project.ids()
    for article_id in ids[1:]:
        opened = session.look(article_id)
        session.do(article_id, verbs.confirm(opened.article.text, opened.state))
    print(f"confirmed  {len(ids) - 1} articles; the first one is left for you")


def _export(session: Session, worker: Worker, out: Path) -> None:
    shutil.rmtree(out, ignore_errors=True)
    plan = exporting.ExportPlan(exporting.SPACY, out, options={"split_hyphens": True})
    articles = exporting.chosen_articles(session, plan)
    report = exporting.write_export(plan, articles, worker)
    print(f"exported   {out}")
    for line in report_lines(report):
        print(f"           {line}")


def picture(project: Path, theme: str, out: Path) -> Path:
    """A picture of the window with a project open, in a theme."""
    _, program = start()
    program.settings.path = out.with_suffix(".settings")
    program.settings.changed["theme"] = theme
    look.show_theme(program.settings, program.window)
    program.open(project)
    _begin_article(program.desk)
    program.window.view.verticalScrollBar().setValue(0)
    _wait(400)
    program.window.grab().save(str(out))
    program.window.close()
    program.settings.path.unlink(missing_ok=True)
    QApplication.processEvents()
    return out


def _begin_article(desk: Desk) -> None:
    """Accept some items and focus a quote with a speaker: the picture should show what it is for."""
    for item in desk.core.state.markables[:9]:
        if item.origin.standing is Standing.SUGGESTED:
            desk.go.focus(item.id)
            desk.settle.accept()
    quotes = [one for one in desk.core.state.quotes if one.type == "direct" and one.speaker]
    if quotes:
        desk.go.focus(quotes[0].id)


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()

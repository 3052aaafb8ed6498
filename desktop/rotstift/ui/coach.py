"""Coach: leads through the first article; sees by the state what was done, and goes on by itself."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.session.desk.core import News
from rotstift.session.first_article import STEPS, Room, actions_taken, lesson
from rotstift.ui.panels.coach import CoachCard
from rotstift.ui.panels.parts import counted, translate
from rotstift.ui.window import Window
from rotstift.ui.wording import KEYS, said
from rotstift.ui.work import Work


class Coach(QObject):
    """Lives as long as the first article's project is open."""

    def __init__(self, window: Window, work: Work, language: str) -> None:
        super().__init__(work)
        self._window, self._work = window, work
        self._room = Room(work.desk, lesson(language))
        self._number = 0
        self._begun: list[int] = []
        """The log's newest edit at the beginning of each step: going back goes back to it."""
        self.card = CoachCard()
        self.card.skipped.connect(self.skip)
        self.card.went_back.connect(self.back)
        window.add_above(self.card)
        window.entities.hide()  # its room is the card's
        self.destroyed.connect(window.entities.show)
        window.folding.want("right_panel", shown=True)
        if window.right.isHidden():
            window.folding.toggle("right_panel")
        work.desk.core.listeners.append(self._on_news)
        work.keys_changed.connect(self._show)
        self.destroyed.connect(self.card.deleteLater)
        self._begin()

    @property
    def over(self) -> bool:
        """Whether all steps are done."""
        return self._number >= len(STEPS)

    def _on_news(self, news: News) -> None:
        if news & (News.STATE | News.ARTICLE):
            QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        """Go on as far as things are done."""
        if not self.over and STEPS[self._number].done(self._room):
            self._number += 1
            self._begin()

    def _begin(self) -> None:
        if self.over:
            self._show()
            return
        step = STEPS[self._number]
        self._begun[self._number :] = [self._last_edit()]
        step.begin(self._room)
        self._show()

    def _last_edit(self) -> int:
        return next(iter(self._work.session.newer_than(0)), 0)

    def _show(self) -> None:
        """The step, with the keys of now."""
        if self.over:
            self._show_end()
            return
        step = STEPS[self._number]
        keys = {name: KEYS.get(name) or "–" for name in step.actions}
        words = said(Sentence(step.words)).replace("{words}", self._room.lesson.words[step.about])
        for name, key in keys.items():
            words = words.replace(f"{{{name}}}", key)
        self.card.set_keys(*(KEYS.get(name, "") for name in ("guide_back", "guide_skip", "guide")))
        mouse = said(Sentence(step.mouse))
        self.card.show_step(self._number + 1, len(STEPS), words, tuple(keys.values()), mouse)
        self._announce(words)

    def _show_end(self) -> None:
        count = actions_taken(self._work.session)
        taken = QT_TRANSLATE_NOOP("Coach", "The article is confirmed: it took %n action(s).", "", 1)
        more = translate(
            "Coach",
            "{0} shows all keys. The sample project has more articles; the menu Project adds your own.",
        )
        words = counted(count, "Coach", taken)
        self.card.show_end(words, more.replace("{0}", KEYS.get("keys", "")))
        self._announce(words)

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.card, words))

    def skip(self) -> None:
        """The step is done for the person, since the next ones build on it."""
        if not self.over:
            STEPS[self._number].do(self._room)
            self._look()
        self._window.view.setFocus()

    def back(self) -> None:
        """What was done since the step before began is taken back."""
        if self._number and not self.over:
            self._number -= 1
            for _ in self._work.session.newer_than(self._begun[self._number]):
                self._work.desk.undo()
            if STEPS[self._number].done(self._room):  # what was undone by that step itself
                self._work.desk.redo()
            self._begin()
        self._window.view.setFocus()

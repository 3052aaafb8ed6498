"""Viewing: panels, text size, theme, language, keys, and who the person is."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QInputDialog

from rotstift.model.wording import Sentence
from rotstift.ui import look
from rotstift.ui.jobs import BUSY
from rotstift.ui.language import chosen_language
from rotstift.ui.panels.parts import translate
from rotstift.ui.verbs.base import Host
from rotstift.ui.widths import Widths

SIZES = (10, 40)
"""Smallest and largest text in logical pixels."""
USUAL_SIZE = 17


class Viewing:
    """The verbs that change what the window looks like."""

    def __init__(self, program: Host) -> None:
        self.program = program
        self.widths = Widths(program.window, program.settings)
        self._show_panels()

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """What these verbs are called in the table of actions."""
        program = self.program
        return {
            "larger": lambda: self._resize_text(1),
            "smaller": lambda: self._resize_text(-1),
            "usual_size": lambda: self._resize_text(0),
            "theme": lambda: look.toggle(program.settings, program.window),
            "language": self._change_language,
            "panel-left": lambda: self._fold("left_panel"),
            "panel-right": lambda: self._fold("right_panel"),
            "apply_language": self._speak,
            "apply_widths": self.widths.show,
            "about": self._show_about,
            "annotator": self._ask_annotator,
        } | dict(self.widths.verbs())

    def _show_about(self) -> None:
        from rotstift.ui import asking

        asking.show_about(
            self.program.work.session if self.program.work else None, self.program.window
        )

    def _ask_annotator(self) -> None:
        title = translate("Program", "Your name in the log")
        words = translate("Program", "Every correction is kept with the name of who made it:")
        name, ok = QInputDialog.getText(
            self.program.window, title, words, text=self.program.settings.annotator
        )
        if ok and name.strip():
            self.program.settings.set("annotator", name.strip())
            if self.program.work is not None:
                self.program.work.session.author = name.strip()

    def _change_language(self) -> None:
        """German to English, English to German."""
        if self.program.work is not None and self.program.work.jobs.busy:
            self.program.say(Sentence(BUSY))
            return
        self.program.settings.set("language", "en" if self.program.language == "de" else "de")
        self._speak()

    def _speak(self) -> None:
        """A new window with the same project, in the language of the settings."""
        wanted = chosen_language(str(self.program.settings["language"]))
        if wanted == self.program.language:
            return
        if self.program.work is not None and self.program.work.jobs.busy:
            self.program.settings.set("language", self.program.language)
            self.program.say(Sentence(BUSY))
            return
        path = self.program.work.path if self.program.work else None
        self.program.put_away()
        self.program.reborn.emit(
            path
        )  # before the old window closes: the last one closing ends the program
        self.program.window.close()
        self.program.window.deleteLater()

    def _resize_text(self, step: int) -> None:
        low, high = SIZES
        size = int(self.program.settings["text_size"]) + step if step else USUAL_SIZE
        self.program.settings.set("text_size", min(max(size, low), high))
        look.show_text_size(self.program.settings, self.program.window)

    def _fold(self, name: str) -> None:
        self.program.settings.set(name, self.program.window.folding.toggle(name))

    def _show_panels(self) -> None:
        for name in ("left_panel", "right_panel"):
            self.program.window.folding.want(name, shown=bool(self.program.settings[name]))

"""Comfort: notes one after the other, and the guideline beside the work."""

from collections.abc import Callable, Mapping

from rotstift.session.desk.noting import next_note
from rotstift.session.sample import shipped_scheme
from rotstift.ui.guiding import guide_entries
from rotstift.ui.panels.guide import GuidePanel
from rotstift.ui.verbs.base import Host


class Comfort:
    """The verbs that make the work go easily; imported with the first of them."""

    def __init__(self, program: Host) -> None:
        self.program = program
        self._usual = shipped_scheme()
        self._panel = GuidePanel()
        self._panel.hide()
        program.window.add_guide(self._panel)

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """What these verbs are called in the table of actions."""
        return {
            "next_note": lambda: next_note(self.program.desk.core),
            "guideline": self._toggle,
            "apply_guideline": self._apply,
        }

    def _toggle(self) -> None:
        """Show the guideline in place of entities and history; the same again gives these back."""
        settings, window = self.program.settings, self.program.window
        seen = bool(settings["guideline"]) and not window.right.isHidden()
        settings.set("guideline", not seen)
        if not seen and window.right.isHidden():
            self.program.perform("panel-right")
        self._apply()

    def _apply(self) -> None:
        shown = bool(self.program.settings["guideline"])
        self.program.window.show_guide(self._show if shown else None)
        self._show()

    def _show(self) -> None:
        """Follow the focus."""
        work = self.program.work
        keys = self.program.keys.caps()
        self._panel.set_key(keys["guideline"])
        if work is not None:
            self._panel.show_entries(
                guide_entries(work.desk.core, self._usual, keys, self.program.language)
            )

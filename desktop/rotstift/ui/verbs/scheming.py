"""Scheming: the project's scheme is changed, passed on, and taken from a file."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from rotstift.model.scheme import Scheme, SchemeError, parse_scheme
from rotstift.model.scheme_edit import Draft, Group
from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.session.rescheming import apply_draft, uses
from rotstift.session.sample import scheme_names, shipped_scheme
from rotstift.ui import look
from rotstift.ui.dialogs.new import NewDialog
from rotstift.ui.dialogs.scheme import Around, SchemeDialog
from rotstift.ui.jobs import BUSY
from rotstift.ui.keys import action_words
from rotstift.ui.panels.parts import translate
from rotstift.ui.panels.status import Job
from rotstift.ui.sliced_jobs import SlicedWork, Slices
from rotstift.ui.verbs.base import SUFFIX, Host
from rotstift.ui.wording import said

_KINDS = {
    Group.LABEL: "label.",
    Group.TYPE: "type.",
    Group.ROLE: "role.",
    Group.REASON: "reason.",
}
"""How the ids of a group's actions begin."""
_OWN = tuple(_KINDS.values())
_SUFFIX = ".toml"


COUNT = Slices(
    "count",
    QT_TRANSLATE_NOOP("Jobs", "Counting"),
    uses,
    lambda _found: 0,
    lambda _session, _found: 0,
)


def _slices(draft: Draft, total: int) -> Slices:
    return Slices(
        "scheme",
        QT_TRANSLATE_NOOP("Jobs", "Changing the scheme"),
        lambda session: apply_draft(session, draft),
        int,
        lambda _session, _done: total,
    )


class Scheming:
    """The verb of the scheme's dialog, and what the dialog asks for."""

    def __init__(self, program: Host) -> None:
        self.program = program

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """What these verbs are called in the table of actions."""
        return {"scheme": self.show_dialog, "new": self.ask_new}

    def ask_new(self) -> None:
        """A new project: where, and with which scheme."""
        work = self.program.work
        folder = work.path.parent if work is not None else Path.home()
        dialog = NewDialog(folder, scheme_names(), SUFFIX, self.program.window)
        dialog.chosen.connect(partial(self._make, dialog))
        dialog.show()

    def _make(self, dialog: NewDialog, path: Path, scheme: str | Path) -> None:
        try:
            found = shipped_scheme(scheme) if isinstance(scheme, str) else scheme_of(scheme)
        except (OSError, ValueError) as error:
            dialog.say(_not_taken(str(scheme), error))
            return
        if self.program.create(path, found):
            dialog.accept()
        else:
            dialog.say(self.program.window.status.message.text())

    def show_dialog(self) -> None:
        """The scheme, to be changed."""
        work = self.program.work
        if work is None:
            return
        if work.jobs.busy:
            self.program.say(Sentence(BUSY))
            return
        around = Around(self._keys(), self.program.language)
        dialog = SchemeDialog(work.session.scheme, around, self.program.window)
        counting = SlicedWork(COUNT, work.session, dialog)
        counting.done.connect(dialog.show_counts)
        dialog.finished.connect(counting.cancel)
        dialog.applied.connect(counting.cancel)
        counting.start()
        dialog.applied.connect(partial(self._apply, dialog))
        dialog.given_up.connect(work.jobs.cancel)
        dialog.passed_on.connect(partial(self._save, dialog))
        dialog.wanted.connect(partial(self._load, dialog))
        dialog.show()

    def _keys(self) -> dict[str, str]:
        """Plain letters that have another meaning, with what they do."""
        rows = self.program.keys.rows.values()
        return {
            key: action_words(row)
            for row in rows
            if not row.id.startswith(_OWN)
            for key in row.keys
            if len(key) == 1
        }

    def _apply(self, dialog: SchemeDialog, draft: Draft) -> None:
        work = self.program.work
        if work is None:
            return
        total = min(dialog.articles_changed(), work.session.project.count())
        slices = SlicedWork(_slices(draft, total), work.session, work)
        slices.progress.connect(partial(self._tell, dialog))
        work.jobs.run(
            slices,
            lambda _done: self._applied(dialog, draft),
            lambda words: dialog.show_trouble(said(words)),
        )

    def _applied(self, dialog: SchemeDialog, draft: Draft) -> None:
        """What the person has set for a label of their own goes with it to its new name."""
        settings, keys, colours = self.program.settings, {}, {}
        for group, names in draft.became.items():
            for old, new in names.items():
                name = f"{_KINDS[group]}{old}"
                if new and name in settings["keys"]:
                    keys[f"{_KINDS[group]}{new}"] = settings["keys"][name]
                if new and old in settings["colours"]:
                    colours[new] = settings["colours"][old]
        for key, more in (("keys", keys), ("colours", colours)):
            if more:
                settings.set(key, {**more, **settings[key]})
        if keys:
            self.program.change_keys()
        if colours:
            look.show_theme(settings, self.program.window)
        dialog.accept()

    @staticmethod
    def _tell(dialog: SchemeDialog, job: Job) -> None:
        dialog.show_progress(job.done, job.total)

    # -- files ----------------------------------------------------------------------------------

    def _load(self, dialog: SchemeDialog) -> None:
        title = translate("SchemeDialog", "Take a scheme from a file")
        name, _ = QFileDialog.getOpenFileName(dialog, title, "", f"TOML (*{_SUFFIX})")
        if name:
            self.take_file(dialog, Path(name))

    @staticmethod
    def take_file(dialog: SchemeDialog, path: Path) -> None:
        """The scheme of this file in the dialog; what is wrong with it is said there."""
        try:
            scheme = scheme_of(path)
        except (OSError, ValueError) as error:  # SchemeError and UnicodeDecodeError are ValueErrors
            dialog.say(_not_taken(path.name, error))
            return
        dialog.take(scheme)

    def _save(self, dialog: SchemeDialog, scheme: Scheme) -> None:
        title = translate("SchemeDialog", "Save the scheme as a file")
        name, _ = QFileDialog.getSaveFileName(
            dialog, title, f"{scheme.name}{_SUFFIX}", "TOML (*.toml)"
        )
        if name:
            self.save_file(dialog, scheme, Path(name))

    @staticmethod
    def save_file(dialog: SchemeDialog, scheme: Scheme, path: Path) -> None:
        """Write the scheme; a disk that does not take it is told in the dialog."""
        whole = path if path.suffix else path.with_suffix(_SUFFIX)
        try:
            whole.write_text(scheme.source, encoding="utf-8")
        except OSError as error:
            template = translate("SchemeDialog", "{0} cannot be written: {1}")
            words = template.replace("{0}", whole.name)
            dialog.say(words.replace("{1}", str(error.strerror or error)))


def _not_taken(name: str, error: Exception) -> str:
    template = translate("SchemeDialog", "{0} cannot be taken: {1}")
    return template.replace("{0}", name).replace("{1}", str(error))


def scheme_of(path: Path) -> Scheme:
    """The scheme in a TOML file. Raises OSError, UnicodeDecodeError, or SchemeError.

    A scheme for the window needs a label, a quote type and a reason.
    """
    scheme = parse_scheme(path.read_text(encoding="utf-8"))
    if not (scheme.labels and scheme.quote_types and scheme.reasons):
        raise SchemeError(translate("SchemeDialog", "It lacks labels, quote types, or reasons."))
    return scheme

"""What can go wrong with a project file, each as one sentence for the person."""

from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence


class StoreError(Exception):
    """The file cannot be used as asked; the message is a sentence that says what to do."""

    def __init__(self, template: str, /, **values: object) -> None:
        super().__init__(Sentence(template, **values))

    @property
    def sentence(self) -> Sentence:
        """The message, which can still be said in another language."""
        sentence: Sentence = self.args[0]
        return sentence


class ProjectInUse(StoreError):
    """Another window or program has the project open."""


class NotAProject(StoreError):
    """The file is there, but it is no Rotstift project, or it is damaged."""


class NewerProject(StoreError):
    """A newer Rotstift wrote the file."""


class WriteFailed(StoreError):
    """The disk did not take it; nothing was changed."""


NO_PROJECT = QT_TRANSLATE_NOOP(
    "Messages", "There is no project at {path}. Look whether it was moved, or make a new one."
)
NOT_READ = QT_TRANSLATE_NOOP("Messages", "{path} cannot be read: {reason}.")
NO_ROTSTIFT = QT_TRANSLATE_NOOP("Messages", "{name} is not a Rotstift project.")
OTHER_DATABASE = QT_TRANSLATE_NOOP("Messages", "{name} is a database, but not a Rotstift project.")
PROTECTED = QT_TRANSLATE_NOOP(
    "Messages", "{name} is write-protected; make it writable or copy it elsewhere."
)
IN_USE = QT_TRANSLATE_NOOP(
    "Messages", "{name} is open in another window or program. Close it there, then try again."
)
DAMAGED = QT_TRANSLATE_NOOP("Messages", "{name} is damaged ({reason}). Restore a backup copy.")
NOT_OPENED = QT_TRANSLATE_NOOP("Messages", "{name} cannot be opened: {reason}.")
NEWER = QT_TRANSLATE_NOOP(
    "Messages", "{name} was written by a newer Rotstift; update Rotstift to open it."
)
BAD_SCHEME = QT_TRANSLATE_NOOP(
    "Messages", "The scheme in {name} is damaged: {reason} Restore a backup copy."
)
EXISTS = QT_TRANSLATE_NOOP("Messages", "{path} exists already; choose another name.")
NOT_MADE = QT_TRANSLATE_NOOP("Messages", "No project can be made in {folder}: {reason}.")
UNDER_WAY = QT_TRANSLATE_NOOP(
    "Messages", "Something is being written just now; nothing was changed. Try again in a moment."
)
DISK_FULL = QT_TRANSLATE_NOOP(
    "Messages", "The disk is full; nothing was changed. Make room, then try again."
)
READ_ONLY = QT_TRANSLATE_NOOP(
    "Messages", "The project file has become read-only; nothing was changed."
)
NOT_TAKEN = QT_TRANSLATE_NOOP(
    "Messages", "The project file did not take the change ({reason}); nothing was changed."
)
NO_ARTICLE = QT_TRANSLATE_NOOP("Messages", "There is no article {article} in {name}.")
TEXT_DAMAGED = QT_TRANSLATE_NOOP(
    "Messages", "The text of {title} is damaged; restore a backup copy."
)
MARKS_DAMAGED = QT_TRANSLATE_NOOP(
    "Messages",
    "The annotations of {article} are damaged; “rotstift check --repair” rebuilds them from the log.",
)
NO_ENTRY = QT_TRANSLATE_NOOP("Messages", "The log has no entry {entry}.")
BAD_BACKUP = QT_TRANSLATE_NOOP(
    "Messages", "The backup would be damaged ({reason}) and was not kept."
)
NO_BACKUP = QT_TRANSLATE_NOOP("Messages", "No backup could be written to {folder}: {reason}.")
WRITTEN_MEANWHILE = QT_TRANSLATE_NOOP(
    "Messages", "the file was written to while it was being copied"
)
FILE_DAMAGED = QT_TRANSLATE_NOOP("Messages", "The file is damaged: {reason}.")
ROW_LOST = QT_TRANSLATE_NOOP(
    "Messages", "A row of {table} refers to one of {parent} that is not there."
)
INDEX_DAMAGED = QT_TRANSLATE_NOOP("Messages", "The search index is damaged: {reason}")
LOG_GAPS = QT_TRANSLATE_NOOP("Messages", "Entries of the log are missing.")

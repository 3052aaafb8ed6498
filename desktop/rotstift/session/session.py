"""Session: one open project and the one way to change it."""

from collections import OrderedDict
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from rotstift.model.annotations import Annotations
from rotstift.model.article import Article
from rotstift.model.edit import Drop, Edit, Put, Step, apply_steps
from rotstift.model.experience import Experience
from rotstift.model.history import EntryKind, History, LogMark
from rotstift.model.items import STATUS_ID, ArticleStatus, Markable, Status
from rotstift.model.sampling import drawn
from rotstift.model.scheme import Scheme
from rotstift.session.appraisal import FEW, SMALL, doubt_of, learn, meet
from rotstift.session.effort import Meter
from rotstift.session.fresh import suggestion_steps
from rotstift.session.telling import tell_all
from rotstift.store.backup import back_up
from rotstift.store.project import SCHEME, Project, drained
from rotstift.store.records import ArticleRow, Change, LogEntry, SettingChange, Written

CACHED = 16
"""Articles kept ready in memory."""
TOLD = 1000
"""Articles of one entry whose states are told; of the others nobody holds one."""


SHARE = "share"
"""The word of a log entry that says how many percent of the suggestions were drawn by lot then."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An article and its annotations as they stand."""

    article: Article
    state: Annotations


@dataclass(frozen=True, slots=True)
class Changed:
    """News for the views: what one entry did; both states of each article touched."""

    seq: int
    kind: EntryKind
    name: str
    states: Mapping[str, tuple[Annotations, Annotations]]
    touched: Mapping[str, frozenset[str]]
    """Ids of the items put or dropped, by article."""
    settings: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Settings of the project that changed, with the values before and after; empty for none."""


Listener = Callable[[Changed], None]


def utc_now() -> str:
    """The time for the log: UTC, ISO 8601, milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


class Session:
    """The only one who writes. Lives on the thread that opened it."""

    def __init__(self, project: Project, author: str, clock: Callable[[], str] = utc_now) -> None:
        self.project = project
        self.author = author
        self.clock = clock
        self.meter = Meter()
        self.experience = Experience()
        """What the log has taught about suggestions; `CatchingUp` adds what is older than the session."""
        self.share = 0
        """Percent of the suggestions that are drawn by lot, to be looked at like the doubtful ones."""
        self.by_doubt = False
        """True while the list has the most doubtful articles first: they do not stand for all."""
        self.stale: set[str] = set()
        """Long articles whose doubt is to be worked out when there is time."""
        self.listeners: list[Listener] = []
        self.learnt: list[Callable[[None], None]] = []
        """Who wants to know that the log's older part has been learnt from."""
        self._history = History(project.log_book.marks())
        self._cache: OrderedDict[str, Opened] = OrderedDict()

    @classmethod
    def open(cls, path: Path, author: str) -> "Session":
        """Open a project file. Raises StoreError with a sentence."""
        return cls(Project.open(path), author)

    @classmethod
    def create(cls, path: Path, scheme: Scheme, author: str) -> "Session":
        """Make a project file and open it. Raises StoreError with a sentence."""
        return cls(Project.create(path, scheme), author)

    def close(self) -> None:
        """Put everything into the one file and let go of it."""
        self.project.close()

    def back_up(self) -> Path:
        """A verified copy in the project's backup folder. Raises StoreError."""
        return back_up(self.project.database, self.project.path, datetime.now(UTC))

    @property
    def scheme(self) -> Scheme:
        """The project's scheme."""
        return self.project.scheme

    # -- looking --------------------------------------------------------------------------------

    def look(self, article_id: str) -> Opened:
        """An article as it stands. Raises StoreError when there is none or it is damaged."""
        if article_id in self._cache:
            self._cache.move_to_end(article_id)
            return self._cache[article_id]
        project = self.project
        return self._keep(Opened(project.article(article_id), project.state(article_id)))

    def _keep(self, opened: Opened) -> Opened:
        self._cache[opened.article.id] = opened
        self._cache.move_to_end(opened.article.id)
        if len(self._cache) > CACHED:
            self._cache.popitem(last=False)
        return opened

    def row(self, article_id: str) -> ArticleRow:
        """The article as the list shows it."""
        return self.project.row(article_id)

    def log_of(self, article_id: str, limit: int = 100) -> list[LogEntry]:
        """The article's newest log entries, newest first."""
        return self.project.log_book.entries_of(article_id, limit)

    # -- changing -------------------------------------------------------------------------------

    def do(self, article_id: str, edit: Edit) -> Changed:
        """Do one edit. When this returns it is on disk.

        Raises EditError (a rule) or WriteFailed (the disk); then nothing has happened.
        """
        return self.do_all({article_id: edit}, edit.name, edit.words)

    def do_all(
        self,
        edits: Mapping[str, Edit],
        name: str,
        words: Mapping[str, str],
        settings: Mapping[str, str] | None = None,
    ) -> Changed:
        """Do edits to several articles, and change settings of the project, as one entry, undone as one.

        An empty setting is taken away. Raises as `do` does, and SchemeError for a scheme that is none.
        """
        prepared = {key: self._with_progress(key, edit) for key, edit in edits.items()}
        written = [self._prepare(key, steps) for key, steps in prepared.items()]
        changes = self._setting_changes(settings or {})
        entry = self._entry(EntryKind.EDIT, name, self._drawn(words, edits))
        return self._write(entry, written, changes)

    def _with_progress(self, article_id: str, edit: Edit) -> tuple[Step, ...]:
        """The first correction in a new article puts it in progress."""
        state = self.look(article_id).state
        says_status = any(
            (step.id if isinstance(step, Drop) else step.item.id) == STATUS_ID
            for step in edit.steps
        )
        if state.status is not Status.NEW or says_status:
            return edit.steps
        return (*edit.steps, Put(ArticleStatus(Status.IN_PROGRESS)))

    def do_slowly(
        self,
        prepared: Iterable[tuple[str, tuple[Step, ...]]],
        name: str,
        words: Mapping[str, str],
        settings: Mapping[str, str],
    ) -> Iterator[int]:
        """The same for any number of articles, which keep their status; how many are done after each.

        One transaction: closed before its end, nothing has happened, and nothing else can be written
        meanwhile. Raises as `do_all` does.
        """
        written = (self._prepare(key, steps) for key, steps in prepared)
        entry = self._entry(EntryKind.EDIT, name, words)
        steps = self._writing(entry, written, self._setting_changes(settings))
        for done, _ in enumerate(steps, start=1):
            yield done

    def _setting_changes(self, settings: Mapping[str, str]) -> list[SettingChange]:
        known = self.project.setting
        return [
            SettingChange(key, known(key), value)
            for key, value in settings.items()
            if known(key) != value
        ]

    def state_of(self, article_id: str) -> Annotations:
        """An article's annotations, without keeping it ready. Raises StoreError."""
        opened = self._cache.get(article_id)
        return opened.state if opened else self.project.state(article_id)

    def _prepare(self, article_id: str, steps: tuple[Step, ...]) -> Written:
        before = self.state_of(article_id)
        after, backward = apply_steps(steps, before)
        return Written(Change(article_id, steps, backward), before, after)

    def _entry(
        self, kind: EntryKind, edit: str, words: Mapping[str, str], target: int | None = None
    ) -> LogEntry:
        """A new entry by this session's person, now."""
        told = self.meter.words(words)
        return LogEntry(self.clock(), self.author, kind, edit, target, told)

    def _drawn(self, words: Mapping[str, str], articles: Iterable[str]) -> Mapping[str, str]:
        """An edit's words with the share that is drawn, where its articles stand for all."""
        fair = not self.by_doubt or all(drawn(article, self.share) for article in articles)
        return {**words, SHARE: str(self.share)} if self.share and fair else words

    def _write(
        self,
        entry: LogEntry,
        written: Iterable[Written],
        settings: Sequence[SettingChange] = (),
        suggested_by: str | None = None,
    ) -> Changed:
        return drained(self._writing(entry, written, settings, suggested_by))

    def _writing(
        self,
        entry: LogEntry,
        written: Iterable[Written],
        settings: Sequence[SettingChange] = (),
        suggested_by: str | None = None,
    ) -> Generator[None, None, Changed]:
        told: dict[str, Written] = {}
        seq = yield from self.project.appending(
            entry, self._noted(entry, written, told), settings=settings, suggested_by=suggested_by
        )
        if entry.author == self.author:
            self.meter.taken()
        self._history.record(LogMark(seq, entry.kind, entry.target))
        for key, one in told.items():
            if key in self._cache:
                self._cache[key] = Opened(self._cache[key].article, one.after)
            if entry.name != SCHEME:
                self._learn(entry, one, self.look(key).article.text)
        changed = Changed(
            seq,
            entry.kind,
            entry.name,
            {key: (one.before, one.after) for key, one in told.items()},
            {key: one.change.touched for key, one in told.items()},
            {one.key: (one.before, one.after) for one in settings},
        )
        tell_all(self.listeners, changed)
        return changed

    def _appraised(self, entry: LogEntry, one: Written, before: int) -> Written:
        """The doubt of a long article, or of those after the first few, is left for a quiet moment."""
        article_id = one.change.article
        long = len(one.after.items) > SMALL or before >= FEW
        if (long and entry.kind is not EntryKind.MACHINE) or entry.name == SCHEME:
            self.stale.add(article_id)
            return one
        text = self.look(article_id).article.text
        return replace(one, doubt=doubt_of(text, one.after, self.experience))

    def _learn(self, entry: LogEntry, one: Written, text: str) -> None:
        learn(self.experience, entry, one.change, text)
        done = Status.CONFIRMED
        if one.after.status is done and one.before.status is not done:
            meet(self.experience, text, one.after)

    def experience_is_known(self) -> None:
        """All that the log had to teach has been read: whoever shows doubts looks again."""
        tell_all(self.learnt, None)

    def _noted(
        self, entry: LogEntry, written: Iterable[Written], told: dict[str, Written]
    ) -> Iterator[Written]:
        """Keep what is told as it passes by: the states of a whole project have no room in memory."""
        for one in written:
            known = self._appraised(entry, one, len(told))
            if len(told) < TOLD or one.change.article in self._cache:
                told[one.change.article] = known
            yield known

    # -- undo and redo --------------------------------------------------------------------------

    @property
    def undo_entry(self) -> LogEntry | None:
        """What undo would take back; None at the beginning."""
        target = self._history.undo_target
        return None if target is None else self.project.log_book.entry(target)

    @property
    def redo_entry(self) -> LogEntry | None:
        """What redo would do again; None when there is nothing."""
        target = self._history.redo_target
        return None if target is None else self.project.log_book.entry(target)

    def newer_than(self, seq: int) -> list[int]:
        """The edits that stand and were done after this one, in whichever article; newest first."""
        return self._history.newer_than(seq)

    def undo(self) -> Changed | None:
        """Take the last edit back, in whichever article it was. None when there is none.

        Raises WriteFailed; then nothing has happened.
        """
        return self._travel(self._history.undo_target, EntryKind.UNDO)

    def redo(self) -> Changed | None:
        """Do the last undone edit again. None when there is none. Raises WriteFailed."""
        return self._travel(self._history.redo_target, EntryKind.REDO)

    def travel_slowly(self, kind: EntryKind) -> Iterator[int]:
        """Undo, or redo, article by article; how many are done. As `do_slowly` is, all of it or nothing."""
        undo = kind is EntryKind.UNDO
        target = self._history.undo_target if undo else self._history.redo_target
        if target is not None:
            yield from (
                done for done, _ in enumerate(self._writing(*self._way(target, kind)), start=1)
            )

    def _travel(self, target: int | None, kind: EntryKind) -> Changed | None:
        return None if target is None else self._write(*self._way(target, kind))

    def _way(
        self, target: int, kind: EntryKind
    ) -> tuple[LogEntry, Iterable[Written], list[SettingChange]]:
        """What undo or redo of an entry writes."""
        entry = self.project.log_book.entry(target)
        undo = kind is EntryKind.UNDO
        written = (
            self._prepare(change.article, change.backward if undo else change.forward)
            for change in self.project.log_book.each_change(target)
        )
        settings = self.project.log_book.setting_changes(target)
        if undo:
            settings = [one.back for one in settings]
        return self._entry(kind, entry.name, entry.words, target), written, settings

    def size_of_travel(self, kind: EntryKind) -> int:
        """How many articles undo, or redo, would change."""
        undo = kind is EntryKind.UNDO
        target = self._history.undo_target if undo else self._history.redo_target
        return 0 if target is None else self.project.log_book.size(target)

    # -- machines -------------------------------------------------------------------------------

    def take_suggestions(
        self, article_id: str, items: Sequence[Markable], author: str, *, again: bool = False
    ) -> Changed | None:
        """Put a pipeline's items into an article.

        The first ones are a machine entry, outside the undo stack; an article that a person has
        confirmed or skipped meanwhile takes none (None). Asked for again, they replace the suggestions
        that nobody has touched, as one undoable edit, and a confirmed article is in progress again. In
        both cases what a person has settled or written a note on stays, and items that overlap one of
        these of the same kind, or have the id of one, are left out.
        """
        state = self.look(article_id).state
        finished = state.status in (Status.CONFIRMED, Status.SKIPPED)
        if finished and not again:
            return None
        steps = suggestion_steps(state, items, again=again)
        if finished:
            steps = (*steps, Put(ArticleStatus(Status.IN_PROGRESS)))
        edit = Edit("suggest", steps, {"to": author, "count": str(len(items))})
        written = self._prepare(article_id, edit.steps)
        kind = EntryKind.EDIT if again else EntryKind.MACHINE
        entry = LogEntry(self.clock(), author, kind, edit.name, None, edit.words)
        return self._write(entry, [written], suggested_by=author)

"""Project: articles, the log, and the tables derived from it, in one file."""

import json
import sqlite3
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import TypeVar

from rotstift.model.annotations import Annotations
from rotstift.model.article import Article, text_digest
from rotstift.model.items import Standing, Status
from rotstift.model.scheme import Scheme, SchemeError, parse_scheme
from rotstift.model.wording import Sentence
from rotstift.store import connection, errors, soundness
from rotstift.store.appraisals import Appraisals
from rotstift.store.backup import file_id
from rotstift.store.connection import writing
from rotstift.store.database import Database
from rotstift.store.derived import forget_items, replace_items, stored_items
from rotstift.store.errors import StoreError
from rotstift.store.figures import Figures
from rotstift.store.finder import Finder
from rotstift.store.log_book import LogBook, set_value
from rotstift.store.reading import Reader
from rotstift.store.records import (
    ROW_COLUMNS,
    ArticleRow,
    Change,
    LogEntry,
    NewArticle,
    SettingChange,
    Written,
    article_row_from,
    standing_deltas,
)
from rotstift.store.rows import Row
from rotstift.store.scheme_use import SchemeUse
from rotstift.store.search import Choice, Listing, merge
from rotstift.store.speaking import Speaking

VERIFIED_AT_OPEN = 500
"""Items up to which an article's digest is recomputed whenever it is opened; `check` does all."""

SCHEME = "scheme"
"""The setting that holds the project's scheme, as TOML."""


_Result = TypeVar("_Result")


def drained(steps: Generator[None, None, _Result]) -> _Result:
    """What a work that stops between its steps answers at its end."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: _Result = end.value
            return result


class Project:
    """One open project file. All reading and writing goes through here, on one thread."""

    def __init__(self, path: Path, database: Database) -> None:
        self.path = path
        self.database = database
        self._file = file_id(path)
        self._reader = Reader(path, database)
        self.log_book = LogBook(database, self._reader)
        self._listing = Listing(database)
        self.figures = Figures(self._reader.all)
        self.finder = Finder(self._reader)
        self.appraisals = Appraisals(database, self._reader)
        self.scheme_use = SchemeUse(self._reader.all)
        self.speaking = Speaking(self._reader)
        self.scheme = parse_scheme(self.setting(SCHEME))

    @classmethod
    def create(cls, path: Path, scheme: Scheme) -> "Project":
        """A new project. Raises StoreError when the place cannot be used."""
        connection.create(path, {SCHEME: scheme.source})
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> "Project":
        """An existing project. Raises StoreError with a sentence when it cannot be."""
        database = connection.connect(path)
        try:
            return cls(path, database)
        except SchemeError as error:
            database.close()
            raise StoreError(errors.BAD_SCHEME, name=path.name, reason=error) from None
        except BaseException:
            database.close()
            raise

    def close(self) -> None:
        """Everything into the one file, and let go of it; a full disk leaves the rest in the WAL."""
        with suppress(sqlite3.Error):
            self.database.execute("pragma wal_checkpoint(truncate)").fetchall()
        self.database.close()

    @property
    def lost(self) -> bool:
        """True when the path no longer leads to the file that is open: moved, deleted or replaced."""
        return file_id(self.path) != self._file

    @property
    def sqlite_version(self) -> str:
        """The SQLite that reads and writes the file."""
        return str(self._reader.all("select sqlite_version() as version")[0]["version"])

    # -- settings -------------------------------------------------------------------------------

    def setting(self, key: str, default: str = "") -> str:
        """What the project remembers under a key."""
        row = self._reader.one("select value from setting where key = ?", [key])
        return default if row is None else str(row["value"])

    def settings(self, beginning: str = "") -> dict[str, str]:
        """Everything the project remembers under keys that begin so."""
        sql = "select key, value from setting where substr(key, 1, ?) = ?"
        rows = self._reader.all(sql, [len(beginning), beginning])
        return {row["key"]: row["value"] for row in rows}

    def remember(self, key: str, value: str) -> None:
        """Keep a value (an empty one: forget it); not part of the log. Raises WriteFailed."""
        with writing(self.database):
            set_value(self.database, key, value)

    # -- articles -------------------------------------------------------------------------------

    def add(
        self,
        new: Sequence[NewArticle],
        entry: LogEntry,
        settings: Sequence[SettingChange] = (),
    ) -> int:
        """Put articles in with what is known of them: one log entry. Raises WriteFailed."""
        with writing(self.database):
            position = self._reader.scalar("select coalesce(max(position), 0) from article")
            rows = [
                self._insert_article(one, position + offset, entry.at)
                for offset, one in enumerate(new, start=1)
            ]
            seq = self.log_book.write(entry, settings)
            for one in new:
                change = Change(one.article.id, one.steps, ())
                self.log_book.write_change(seq, change)
                empty = Annotations(len(one.article.text))
                written = Written(change, empty, one.state, one.doubt)
                replace_items(self.database, change.article, change.touched, empty, one.state)
                self._update_article(written, None)
            merge(self.database, len(new))
        self._listing.added(rows)
        return seq

    def _insert_article(
        self, new: NewArticle, position: int, at: str
    ) -> tuple[str, int, int | None]:
        """The article's id, and the numbers of its rows."""
        article = new.article
        row = self.database.execute(
            "insert into article (id, position, title, source, source_digest, text_digest,"
            " length, meta, added_at, status, state_digest) values (?,?,?,?,?,?,?,?,?,?,?)",
            [
                article.id,
                position,
                article.title,
                article.source,
                article.source_digest,
                article.digest,
                len(article.text),
                json.dumps(dict(article.meta), ensure_ascii=False),
                at,
                new.state.status.value,
                new.state.digest,
            ],
        )
        cursor = self.database.execute(
            "insert into article_text values (?, ?, ?)", [article.id, article.title, article.text]
        )
        self.database.execute(
            "insert into article_text_fts (rowid, title, text) values (?, ?, ?)",
            [cursor.lastrowid, article.title, article.text],
        )
        return article.id, row.lastrowid or 0, cursor.lastrowid

    def has_article(self, article_id: str) -> bool:
        """True when the id is taken."""
        return self._reader.one("select 1 from article where id = ?", [article_id]) is not None

    def same_text(self, digest: str) -> str | None:
        """The id of an article with this text digest, or None."""
        row = self._reader.one("select id from article where text_digest = ? limit 1", [digest])
        return None if row is None else str(row["id"])

    def count(self, status: Status | None = None) -> int:
        """How many articles there are (with a status)."""
        if status is None:
            return self._reader.scalar("select count(*) from article")
        return self._reader.scalar("select count(*) from article where status = ?", [status.value])

    def ids(
        self,
        statuses: Iterable[Status] | None = None,
        search: str = "",
        *,
        by_doubt: bool = False,
        choice: Choice | None = None,
    ) -> list[str]:
        """The articles' ids in order, narrowed by status and by full text; the most doubtful first.

        `choice` narrows and orders further; its order goes before `by_doubt`.
        """
        with self._reader.guard():
            return self._listing.ids(statuses, search, by_doubt=by_doubt, choice=choice)

    def with_soft_hyphens(self) -> set[str]:
        """The ids of the articles whose text has soft hyphens: the full-text index parts words there."""
        sql = "select article from article_text where instr(text, char(173)) > 0"
        return {row["article"] for row in self._reader.all(sql)}

    def row(self, article_id: str) -> ArticleRow:
        """One article as the list shows it. Raises StoreError when there is none or it is damaged."""
        row = self._reader.one(f"select {ROW_COLUMNS} from article where id = ?", [article_id])
        if row is None:
            raise self._no_article(article_id)
        return self._list_row(row)

    @staticmethod
    def _list_row(row: Row) -> ArticleRow:
        try:
            return article_row_from(row)
        except ValueError:
            raise StoreError(errors.MARKS_DAMAGED, article=repr(row["id"])) from None

    def _no_article(self, article_id: str) -> StoreError:
        return StoreError(errors.NO_ARTICLE, article=repr(article_id), name=self.path.name)

    def rows(self) -> Iterator[ArticleRow]:
        """Every article as the list shows it, in order. Raises StoreError at a damaged one."""
        every = self._reader.all(f"select {ROW_COLUMNS} from article order by position")
        return map(self._list_row, every)

    def article(self, article_id: str) -> Article:
        """The article with its text. Raises StoreError when there is none or its text is damaged."""
        row = self._reader.one(
            "select article.*, text from article join article_text on article = id where id = ?",
            [article_id],
        )
        if row is None:
            raise self._no_article(article_id)
        if text_digest(row["text"]) != row["text_digest"] or len(row["text"]) != row["length"]:
            raise StoreError(errors.TEXT_DAMAGED, title=repr(row["title"]))
        return Article(
            row["id"],
            row["text"],
            row["title"],
            row["source"],
            row["source_digest"],
            json.loads(row["meta"]),
        )

    def text(self, article_id: str) -> str:
        """An article's text alone, not checked against its digest. Raises StoreError when there is none."""
        row = self._reader.one("select text from article_text where article = ?", [article_id])
        if row is None:
            raise self._no_article(article_id)
        return str(row["text"])

    def state(self, article_id: str) -> Annotations:
        """The article's annotations. Raises StoreError when they do not match their digest."""
        row = self._reader.one(
            "select length, state_digest from article where id = ?", [article_id]
        )
        if row is None:
            raise self._no_article(article_id)
        damaged = StoreError(errors.MARKS_DAMAGED, article=repr(article_id))
        try:
            with self._reader.guard():
                items = stored_items(self.database, article_id)
            if len(items) > VERIFIED_AT_OPEN:
                table = {item.id: item for item in items}
                return Annotations(row["length"], table, int(row["state_digest"], 16))
            state = Annotations.of(row["length"], items)
        except ValueError:
            raise damaged from None
        if state.digest != row["state_digest"]:
            raise damaged
        return state

    def stored_state(self, article_id: str) -> Annotations:
        """The article's annotations as the tables have them, whatever their digest says.

        Raises ValueError for rows that are none.
        """
        length = self._reader.scalar("select length from article where id = ?", [article_id])
        with self._reader.guard():
            return Annotations.of(length, stored_items(self.database, article_id))

    def digest_of(self, article_id: str) -> str:
        """The digest that the article's annotations should have."""
        row = self._reader.one("select state_digest from article where id = ?", [article_id])
        return str(row["state_digest"]) if row else ""

    def rebuild(self, article_id: str, state: Annotations, doubt: float | None = None) -> None:
        """Fill an article's derived tables anew, its doubt too. Raises WriteFailed."""
        standings = state.standings
        with writing(self.database):
            forget_items(self.database, article_id)
            empty = Annotations(state.length)
            replace_items(self.database, article_id, state.items, empty, state)
            self.database.execute(
                "update article set status = ?, state_digest = ?, suggested = ?, checked = ?,"
                " made = ?, doubt = ? where id = ?",
                [
                    state.status.value,
                    state.digest,
                    standings[Standing.SUGGESTED],
                    standings[Standing.CHECKED],
                    standings[Standing.MADE],
                    doubt,
                    article_id,
                ],
            )

    def file_problems(self) -> Iterator[Sentence]:
        """What SQLite itself finds wrong, a sentence each."""
        return chain.from_iterable(self.file_checks())

    def file_checks(self) -> Iterator[list[Sentence]]:
        """The same step by step, so that something else can be done between the steps."""
        return soundness.file_checks(self.database, self._reader.all)

    # -- the log --------------------------------------------------------------------------------

    def append(
        self,
        entry: LogEntry,
        written: Iterable[Written],
        *,
        settings: Sequence[SettingChange] = (),
        suggested_by: str | None = None,
    ) -> int:
        """What `appending` does, in one go."""
        return drained(self.appending(entry, written, settings=settings, suggested_by=suggested_by))

    def appending(
        self,
        entry: LogEntry,
        written: Iterable[Written],
        *,
        settings: Sequence[SettingChange] = (),
        suggested_by: str | None = None,
    ) -> Generator[None, None, int]:
        """Write one entry and what it did: log, settings and derived tables in one transaction.

        Stops after each article; closed before its end, nothing was changed. Answers the entry's number.
        Raises WriteFailed, or SchemeError for a scheme that is none; then nothing was changed.
        """
        schemes = [parse_scheme(one.after) for one in settings if one.key == SCHEME]
        with writing(self.database):
            seq = self.log_book.write(entry, settings)
            for one in written:
                self.log_book.write_change(seq, one.change)
                replace_items(
                    self.database, one.change.article, one.change.touched, one.before, one.after
                )
                self._update_article(one, suggested_by)
                yield
        self.scheme = schemes[0] if schemes else self.scheme
        return seq

    def _update_article(self, one: Written, suggested_by: str | None) -> None:
        deltas = standing_deltas(one)
        self.database.execute(
            "update article set status = ?, state_digest = ?, suggested = suggested + ?,"
            " checked = checked + ?, made = made + ?, doubt = ?,"
            " suggested_by = coalesce(?, suggested_by) where id = ?",
            [
                one.after.status.value,
                one.after.digest,
                *deltas,
                one.doubt,
                suggested_by,
                one.change.article,
            ],
        )

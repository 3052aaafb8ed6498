"""Soundness: what SQLite itself finds wrong with a project's file."""

from collections.abc import Callable, Iterator

from rotstift.model.wording import Sentence
from rotstift.store import errors
from rotstift.store.connection import writing
from rotstift.store.database import Database
from rotstift.store.errors import StoreError
from rotstift.store.rows import Row


def file_checks(database: Database, read: Callable[[str], list[Row]]) -> Iterator[list[Sentence]]:
    """Structure, foreign keys, the text index, the log's numbers: a list of problems each.

    Raises what `read` raises.
    """
    answers = [next(iter(row.values())) for row in read("pragma integrity_check(20)")]
    yield [Sentence(errors.FILE_DAMAGED, reason=answer) for answer in answers if answer != "ok"]
    yield [
        Sentence(errors.ROW_LOST, table=row["table"], parent=row["parent"])
        for row in read("pragma foreign_key_check")
    ]
    yield list(_index_problems(database))
    (log,) = read("select count(*) as n, coalesce(max(seq), 0) as last from log")
    yield [Sentence(errors.LOG_GAPS)] if log["n"] != log["last"] else []


def _index_problems(database: Database) -> Iterator[Sentence]:
    try:
        with writing(database):
            database.execute(
                "insert into article_text_fts (article_text_fts, rank)"
                " values ('integrity-check', 1)"
            )
    except StoreError as error:
        yield Sentence(errors.INDEX_DAMAGED, reason=error.sentence)

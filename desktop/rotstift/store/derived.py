"""The derived tables: kept in step with every change, read back, rebuilt."""

from collections.abc import Iterable

from rotstift.model.annotations import Annotations
from rotstift.model.items import STATUS_ID, ArticleStatus, Item, Quote, Status
from rotstift.store.database import Database
from rotstift.store.rows import TABLES, Row, item_from_row, item_row, quote_span_rows


def replace_items(
    database: Database,
    article_id: str,
    touched: Iterable[str],
    before: Annotations,
    after: Annotations,
) -> None:
    """Write the touched items as they are after a change; the caller holds the transaction."""
    come: list[Item] = []
    for item_id in touched:
        old, new = before.get(item_id), after.get(item_id)
        if old is not None:
            _delete(database, article_id, old)
        if new is not None:
            come.append(new)
    _insert(database, article_id, come)


def _delete(database: Database, article_id: str, item: Item) -> None:
    if isinstance(item, ArticleStatus):
        return
    key = [article_id, item.id]
    database.execute(f"delete from {TABLES[type(item)]} where article = ? and id = ?", key)
    if isinstance(item, Quote):
        database.execute("delete from quote_span where article = ? and quote = ?", key)


def _insert(database: Database, article_id: str, items: Iterable[Item]) -> None:
    rows: dict[str, list[Row]] = {}
    for item in items:
        if isinstance(item, ArticleStatus):
            continue
        rows.setdefault(TABLES[type(item)], []).append(item_row(article_id, item))
        if isinstance(item, Quote):
            rows.setdefault("quote_span", []).extend(quote_span_rows(article_id, item))
    for table, values in rows.items():
        columns = list(values[0])
        names = ", ".join(f"[{column}]" for column in columns)
        holes = ", ".join(f":{column}" for column in columns)
        database.conn.executemany(f"insert into {table} ({names}) values ({holes})", values)


def stored_items(database: Database, article_id: str) -> list[Item]:
    """All items of an article as the derived tables have them, status included when it is set.

    Raises ValueError when a row is none that an item has written.
    """
    try:
        return _stored_items(database, article_id)
    except (KeyError, TypeError) as error:
        raise ValueError(f"a row is malformed: {error}") from None


def _stored_items(database: Database, article_id: str) -> list[Item]:
    spans: dict[str, list[Row]] = {}
    for row in _rows(database, "quote_span", article_id, "order by quote, role, position"):
        spans.setdefault(row["quote"], []).append(row)
    items = [
        item_from_row(table, row, spans.pop(row["id"], ()) if table == "quote" else ())
        for table in TABLES.values()
        for row in _rows(database, table, article_id)
    ]
    if spans:
        raise ValueError(f"a quote is missing: {next(iter(spans))}")
    status = database.execute("select status from article where id = ?", [article_id]).fetchone()
    if status[0] != Status.NEW.value:
        items.append(ArticleStatus(Status(status[0]), STATUS_ID))
    return items


def _rows(database: Database, table: str, article_id: str, order: str = "") -> list[Row]:
    cursor = database.execute(f"select * from {table} where article = ? {order}", [article_id])
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def forget_items(database: Database, article_id: str) -> None:
    """Empty an article's derived rows; the caller holds the transaction and fills them again."""
    for table in (*TABLES.values(), "quote_span"):
        database.execute(f"delete from {table} where article = ?", [article_id])

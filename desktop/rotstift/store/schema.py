"""The schema of a project file, step by step. A released step is never edited."""

from sqlite_utils import Database, Migrations

migrations = Migrations("rotstift")

_APPEND_ONLY = """
create trigger {table}_no_update before update on {table}
begin select raise(abort, 'the log is append-only'); end;
create trigger {table}_no_delete before delete on {table}
begin select raise(abort, 'the log is append-only'); end;
"""
DATE = """substr(meta, nullif(instr(meta, '"date": "'), 0) + 9, 10)"""
"""An article's date as the store writes it into `meta`; null for none."""
_ITEM_COLUMNS: dict[str, type] = {
    "article": str,
    "id": str,
    "standing": str,
    "author": str,
    "score": float,
}
_ITEM_NEEDS = {"article", "id", "standing", "author"}


@migrations()
def m001_articles_and_log(db: Database) -> None:
    """Articles, the append-only log, and the tables derived from it."""
    _create_articles(db)
    _create_log(db)
    _create_marks(db)


def _create_articles(db: Database) -> None:
    db.table("setting").create(
        {"key": str, "value": str}, pk="key", not_null={"value"}, strict=True
    )
    db.table("article").create(
        {
            "id": str,
            "position": int,
            "title": str,
            "source": str,
            "source_digest": str,
            "text_digest": str,
            "length": int,
            "meta": str,
            "added_at": str,
            "status": str,
            "state_digest": str,
            "suggested_by": str,
            "suggested": int,
            "checked": int,
            "made": int,
        },
        pk="id",
        not_null={"position", "title", "text_digest", "length", "status", "state_digest"},
        defaults={"suggested": 0, "checked": 0, "made": 0},
        strict=True,
    )
    db.table("article_text").create(
        {"article": str, "title": str, "text": str},
        pk="article",
        foreign_keys=[("article", "article", "id")],
        not_null={"text"},
        strict=True,
    )
    db.table("article").create_index(["position"], unique=True)
    db.table("article").create_index(["text_digest"])
    db.table("article").create_index(["status", "position"])
    # No triggers: with trusted_schema off SQLite refuses a virtual table inside one. A text is
    # written once and never changed, so the store fills the index itself.
    db.table("article_text").enable_fts(["title", "text"], tokenize="unicode61 remove_diacritics 2")


def _create_log(db: Database) -> None:
    db.table("log").create(
        {
            "seq": int,
            "at": str,
            "author": str,
            "kind": str,
            "name": str,
            "target": int,
            "words": str,
        },
        pk="seq",
        not_null={"at", "author", "kind", "name"},
        foreign_keys=[("target", "log", "seq")],
        strict=True,
    )
    db.table("change").create(
        {"seq": int, "article": str, "forward": str, "backward": str},
        pk=("seq", "article"),
        not_null={"forward", "backward"},
        foreign_keys=[("seq", "log", "seq"), ("article", "article", "id")],
        strict=True,
    )
    db.table("change").create_index(["article", "seq"])
    for table in ("log", "change"):
        db.executescript(_APPEND_ONLY.format(table=table))


def _create_marks(db: Database) -> None:
    tables: dict[str, dict[str, type]] = {
        "entity": {"start": int, "end": int, "label": str, "identity": str},
        "quote": {"start": int, "end": int, "type": str, "parent": str, "fragment": int},
        "negative": {"start": int, "end": int, "reason": str, "of": str},
        "zone": {"start": int, "end": int, "kind": str},
        "note": {"target": str, "text": str},
    }
    for name, columns in tables.items():
        db.table(name).create(
            {**_ITEM_COLUMNS, **columns},
            pk=("article", "id"),
            not_null=_ITEM_NEEDS,
            foreign_keys=[("article", "article", "id")],
            strict=True,
        )
    db.table("quote_span").create(
        {
            "article": str,
            "quote": str,
            "role": str,
            "position": int,
            "start": int,
            "end": int,
            "kind": str,
        },
        pk=("article", "quote", "role", "position"),
        not_null={"start", "end"},
        foreign_keys=[("article", "article", "id")],
        strict=True,
    )
    db.table("entity").create_index(["label"])


@migrations()
def m002_settings_in_the_log(db: Database) -> None:
    """What an entry changes in the project itself: its scheme, what is known about identities."""
    db.table("setting_change").create(
        {"seq": int, "key": str, "before": str, "after": str},
        pk=("seq", "key"),
        not_null={"before", "after"},
        foreign_keys=[("seq", "log", "seq")],
        strict=True,
    )
    db.executescript(_APPEND_ONLY.format(table="setting_change"))


@migrations()
def m003_doubt(db: Database) -> None:
    """How many places of an article are probably wrong, and whether a second opinion says the same.

    Nothing is worked out here: in an old project `article.doubt` stays null until somebody looks.
    """
    db.execute("alter table article add column doubt real")
    db.table("article").create_index(["doubt"])
    for table in ("entity", "quote", "negative"):
        db.execute(f"alter table {table} add column agreed integer")


@migrations()
def m004_orders_of_the_list(db: Database) -> None:
    """Indexes for what the list is sorted and narrowed by, and for a search by quote type."""
    db.execute("create index idx_article_title on article (title collate nocase)")
    # With trusted_schema off no index may use json_extract.
    db.execute(f"create index idx_article_date on article ({DATE})")
    db.execute("create index idx_article_suggested on article (suggested)")
    db.execute("create index idx_article_suggested_by on article (suggested_by)")
    db.execute("create index idx_quote_type on quote (type)")
    db.execute("create index idx_log_persons on log (author, seq) where kind <> 'machine'")


@migrations()
def m005_identities_of_mentions(db: Database) -> None:
    """Who a mention in a quote is, where no entity inside it says so."""
    db.execute("alter table quote_span add column identity text")


@migrations()
def m006_the_index_merges_in_small_steps(db: Database) -> None:
    """Each addition merges a little of the full-text index (`search.merge`), instead of now and then a lot.

    Left to itself, FTS5 merged for 131 ms within one small import of 12,000 articles (measured).
    """
    for name, value in (("automerge", 0), ("crisismerge", 400)):
        db.execute(
            "insert into article_text_fts (article_text_fts, rank) values (?, ?)", [name, value]
        )

"""Throughput: articles in and out, beside bare SQLite and bare spaCy; searching a big project.

    python packaging/bench/throughput.py [--articles N]

The bare ones do what nothing around them could do faster: the same rows into two plain tables with
the same transactions and the same promises of the disk, and spans straight into a DocBin in memory.
"""

import argparse
import json
import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from material import many, project, workshop, write_jsonl
from table import Figure, rate, ratio, resident, show, spread

from rotstift.formats import Annotated
from rotstift.model.items import Entity, Quote, Status
from rotstift.session.exporting import SPACY, ExportPlan, chosen_articles, write_export
from rotstift.session.importing import BATCH, import_paths
from rotstift.session.sample import shipped_scheme
from rotstift.session.session import Session
from rotstift.session.worker import Worker
from rotstift.ui.rows import Narrowed, Rows

_HERE = 2_000
"""Articles whose texts are written as single files, and that are exported."""


def timed(run: Callable[[], Any]) -> tuple[Any, float]:
    """The answer, and the seconds it took."""
    begin = time.perf_counter()
    answer = run()
    return answer, time.perf_counter() - begin


def bare_sqlite(source: Path, target: Path) -> int:
    """The JSONL file into plain tables: no checks, no log, no index for searching."""
    connection = sqlite3.connect(target, isolation_level=None)
    for line in ("pragma journal_mode = wal", "pragma synchronous = full"):
        connection.execute(line)
    connection.execute("create table article (id text primary key, title text, text text)")
    connection.execute("create table span (article text, id text, kind text, start int, end int)")
    connection.execute("create index span_of on span (article)")
    with source.open(encoding="utf-8") as lines:
        every = [json.loads(line) for line in lines]
    for at in range(0, len(every), BATCH):
        connection.execute("begin immediate")
        for row in every[at : at + BATCH]:
            connection.execute("insert into article values (?, ?, ?)", [row["id"], "", row["text"]])
            spans = [
                (row["id"], one.get("id", ""), one["label"], one["start"], one["end"])
                for one in row["ents"]
            ]
            spans += [
                (row["id"], one["id"], one["type"], start, end)
                for one in row["quotes"]
                for start, end in one["parts"]
            ]
            connection.executemany("insert into span values (?, ?, ?, ?, ?)", spans)
        connection.execute("commit")
    connection.close()
    return len(every)


def bare_docbin(articles: Sequence[Annotated]) -> int:
    """Blank German, one span for each entity and quote, all into a DocBin in memory."""
    import spacy
    from spacy.tokens import DocBin
    from spacy.util import filter_spans

    nlp = spacy.blank("de")
    store = DocBin(store_user_data=True)
    for one in articles:
        doc = nlp.make_doc(one.article.text)
        found = [
            doc.char_span(item.span.start, item.span.end, label=item.label)
            for item in one.items
            if isinstance(item, Entity)
        ]
        doc.ents = filter_spans([span for span in found if span is not None])
        quotes = [
            doc.char_span(part.start, part.end, label=item.type, alignment_mode="expand")
            for item in one.items
            if isinstance(item, Quote)
            for part in item.parts
        ]
        doc.spans["sc"] = [span for span in quotes if span is not None]
        store.add(doc)
    return len(store.to_bytes())


def bring_in(folder: Path, count: int) -> tuple[Session, list[Figure]]:
    """A project filled from JSON lines."""
    source = folder / "articles.jsonl"
    write_jsonl(many(count), source)
    session = Session.create(folder / "many.rotstift", shipped_scheme(), "bench")
    before = resident()
    reports, seconds = timed(lambda: list(import_paths(session, [source])))
    after = resident()
    if len(reports[-1].added) != count:
        raise SystemExit(f"only {len(reports[-1].added)} of {count} articles came in")
    _, bare = timed(lambda: bare_sqlite(source, folder / "bare.sqlite"))
    grown = None if before is None or after is None else after - before
    return session, [
        rate("import from JSON lines", count, seconds),
        rate("bare sqlite3, the same spans", count, bare),
        ratio("import : bare sqlite3 (time)", seconds / bare),
        Figure("memory grown by the import", "–" if grown is None else f"{grown:.0f} MiB"),
    ]


def bring_in_texts(folder: Path) -> list[Figure]:
    """A project filled from a folder of text files."""
    texts = folder / "texts"
    texts.mkdir()
    for one in many(_HERE, 10):
        (texts / one.article.source).write_text(one.article.text, encoding="utf-8")
    session = Session.create(folder / "texts.rotstift", shipped_scheme(), "bench")
    reports, seconds = timed(lambda: list(import_paths(session, [texts])))
    session.close()
    return [rate("import from text files", len(reports[-1].added), seconds)]


def bring_out(folder: Path) -> list[Figure]:
    """JSON lines and DocBin out of a smaller project."""
    session = project(folder / "out.rotstift", many(_HERE))
    every = tuple(Status)
    plan = ExportPlan("jsonl", folder / "out.jsonl", every)
    worker = Worker()
    _, lines = timed(lambda: write_export(plan, chosen_articles(session, plan), worker))
    plan = ExportPlan(SPACY, folder / "spacy", every)
    worker.ask({"do": "ping"})  # the process is there
    warm = ExportPlan(SPACY, folder / "warm", every)
    first = list(chosen_articles(session, warm))
    write_export(warm, first[:20], worker)  # spaCy is imported, the tokenizer made
    _, docs = timed(lambda: write_export(plan, chosen_articles(session, plan), worker))
    bare_docbin(first[:20])
    _, bare = timed(lambda: bare_docbin(first))
    memory = resident(worker._process.pid) if worker._process else None
    worker.stop()
    session.close()
    return [
        rate("export to JSON lines", _HERE, lines),
        rate("export to DocBin (worker)", _HERE, docs),
        rate("bare spaCy, DocBin in memory", _HERE, bare),
        ratio("export : bare spaCy (time)", docs / bare),
        Figure("memory of the worker after it", "–" if memory is None else f"{memory:.0f} MiB"),
    ]


def look_up(session: Session) -> list[Figure]:
    """What a person waits for in a big project."""
    runs = 7

    def often(run: Callable[[], object]) -> list[float]:
        return [timed(run)[1] * 1000 for _ in range(runs)]

    path = session.project.path
    rows = Rows(session, Narrowed(words=""))
    lines = [
        spread("list of all articles", often(lambda: Rows(session, Narrowed(words=""))), 50),
        spread("list narrowed by status", often(lambda: Rows(session, Narrowed("open"))), 50),
        spread(
            "search: a word in every article",
            often(lambda: Rows(session, Narrowed(words="die"))),
            50,
        ),
        spread(
            "search: one article", often(lambda: Rows(session, Narrowed(words="Meldung 1234"))), 50
        ),
        spread("30 rows of the list", often(lambda: [rows.row(at) for at in range(30)]), 50),
    ]
    session.close()

    def reopen() -> None:
        Session.open(path, "bench").close()

    return [*lines, spread("open and close the project file", often(reopen))]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    chosen = parser.parse_args()
    with workshop() as folder:
        session, lines = bring_in(folder, chosen.articles)
        lines += bring_in_texts(folder)
        show("In and out (300 words and some 60 items an article)", lines + bring_out(folder))
        show(f"Searching {chosen.articles:,} articles", look_up(session))


if __name__ == "__main__":
    main()

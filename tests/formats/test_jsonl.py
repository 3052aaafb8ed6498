"""JSON lines: out and in again without a loss, and every bad line or annotation told."""

import gzip
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotstift.formats.base import Annotated
from rotstift.formats.jsonl import line_of, read, write
from rotstift.formats.refusals import Code, Refused, Scope
from rotstift.model.annotations import Annotations
from rotstift.model.article import Article
from rotstift.model.checks import state_problems
from rotstift.model.items import (
    ArticleStatus,
    Entity,
    Item,
    Mention,
    Negative,
    NegativeOf,
    Note,
    Origin,
    Quote,
    SourceKind,
    Standing,
    Status,
    Zone,
    ZoneKind,
)
from rotstift.model.report import Outcome, Report
from rotstift.model.scheme import parse_scheme
from rotstift.model.span import Span
from rotstift.paths import resource

SCHEME = parse_scheme(resource("schemes", "news-de.toml").read_text(encoding="utf-8"))
TEXT = "Anna sagte: „Ja.“ Dann ging Anna."


def lines(path: Path, *rows: Any) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def one(path: Path, row: dict[str, Any]) -> tuple[Annotated, list[Refused]]:
    found = list(read(lines(path / "a.jsonl", row), SCHEME))
    assert isinstance(found[0], Annotated)
    return found[0], [item for item in found[1:] if isinstance(item, Refused)]


# -- Lossless ------------------------------------------------------------------------------------

_ODD = "aZ \u00a0\u202fäß\u0308\u00ad\u200d👩👍🏽„“\"'\\\n\t\u2028\u2029\u0085\u200b\u202eא٣,."
_TEXTS = st.text(
    st.one_of(st.sampled_from(_ODD), st.characters(codec="utf-8", exclude_characters="\r\0")),
    min_size=1,
    max_size=60,
).map(lambda text: "x" + text)
_WORDS = st.text(st.characters(codec="utf-8"), max_size=8)
_SCORES = st.none() | st.floats(0, 1)
_ORIGINS = st.builds(Origin, _WORDS, st.sampled_from(Standing), _SCORES)


@st.composite
def _span(draw: st.DrawFn, length: int) -> Span:
    start = draw(st.integers(0, length - 1))
    return Span(start, draw(st.integers(start + 1, length)))


@st.composite
def _parts(draw: st.DrawFn, length: int) -> tuple[Span, ...]:
    edges = sorted(draw(st.sets(st.integers(0, length), min_size=2, max_size=6)))
    pairs = list(zip(edges[::2], edges[1::2], strict=False))
    return tuple(Span(start, end) for start, end in pairs)


@st.composite
def _item(draw: st.DrawFn, item_id: str, length: int, quotes: list[str]) -> Item:
    origin = draw(_ORIGINS)
    span = draw(_span(length))
    mentions = st.lists(
        st.builds(Mention, _span(length), st.sampled_from(SourceKind)), max_size=2
    ).map(tuple)
    kind = draw(st.sampled_from(["entity", "quote", "negative", "zone", "note"]))
    if kind == "entity":
        label = draw(st.sampled_from(SCHEME.labels)).id
        return Entity(item_id, span, label, origin, draw(st.none() | _WORDS))
    if kind == "negative":
        reason = draw(st.sampled_from(SCHEME.reasons)).id
        return Negative(item_id, span, reason, origin, draw(st.sampled_from(NegativeOf)))
    if kind == "zone":
        return Zone(item_id, span, draw(st.sampled_from(ZoneKind)), origin)
    if kind == "note":
        return Note(item_id, draw(_WORDS), origin, draw(st.sampled_from(["", *quotes])))
    quote = Quote(
        item_id,
        draw(_parts(length)),
        draw(st.sampled_from(SCHEME.quote_types)).id,
        origin,
        speaker=draw(mentions),
        cue=draw(st.lists(_span(length), max_size=2).map(tuple)),
        addressee=draw(mentions),
        via=draw(mentions),
        parent=draw(st.sampled_from([None, *quotes])),
        fragment=draw(st.booleans()),
    )
    quotes.append(item_id)
    return quote


@st.composite
def annotated(draw: st.DrawFn) -> Annotated:
    text = draw(_TEXTS)
    ids = draw(
        st.lists(_WORDS.filter(lambda word: word not in ("", "status")), unique=True, max_size=6)
    )
    quotes: list[str] = []
    items = [draw(_item(item_id, len(text), quotes)) for item_id in ids]
    status = draw(st.none() | st.builds(ArticleStatus, st.sampled_from(Status)))
    meta = draw(st.dictionaries(_WORDS, _WORDS, max_size=3))
    article = Article(draw(_WORDS), text, draw(_WORDS), draw(_WORDS), draw(_WORDS), meta)
    return Annotated(article, (*items, *([status] if status else [])))


def by_id(items: tuple[Item, ...]) -> dict[str, Item]:
    return {item.id: item for item in items}


@given(st.lists(annotated(), min_size=1, max_size=3))
def test_written_and_read_again_nothing_has_changed(
    tmp_path_factory: pytest.TempPathFactory, articles: list[Annotated]
) -> None:
    path = tmp_path_factory.getbasetemp() / "lossless.jsonl"
    report = write(articles, path)
    found = list(read(path, SCHEME))
    assert [item for item in found if isinstance(item, Refused)] == []
    for before, after in zip(articles, found, strict=True):
        assert isinstance(after, Annotated)
        assert after.article == before.article
        assert by_id(after.items) == by_id(before.items)
        assert len(after.items) == len(before.items)
    assert report.lossless
    assert sum(report.asked.values()) == sum(len(article.items) for article in articles)


@given(annotated())
def test_one_article_is_one_line_for_every_reader(article: Annotated) -> None:
    line = line_of(article, Report())
    assert len(line.decode("utf-8").splitlines()) == 1
    assert len(line.splitlines()) == 1


@given(annotated())
def test_what_comes_in_keeps_the_rules_of_the_model(article: Annotated) -> None:
    state = Annotations.of(len(article.article.text), article.items)
    assert state_problems(state, SCHEME) == []  # so the strategy makes real annotations


def test_the_written_object_is_the_one_of_the_design(tmp_path: Path) -> None:
    origin = Origin("rules 1", Standing.SUGGESTED, 0.5)
    items: tuple[Item, ...] = (
        Zone("z", Span(0, 33), ZoneKind.BODY, origin),
        Entity("e", Span(0, 4), "PER", Origin("Eva"), "Anna"),
        Quote(
            "q",
            (Span(12, 17),),
            "direct",
            origin,
            speaker=(Mention(Span(0, 4), SourceKind.PERSON), Mention(Span(28, 32))),
            cue=(Span(5, 10),),
        ),
        Negative("n", Span(12, 17), "scare", origin),
        ArticleStatus(Status.CONFIRMED),
    )
    write([Annotated(Article("a1", TEXT, "Anna"), items)], tmp_path / "a.jsonl")
    data = json.loads((tmp_path / "a.jsonl").read_text(encoding="utf-8"))
    assert data["zones"] == [[0, 33, "body"]]
    entity = {"start": 0, "end": 4, "label": "PER", "identity": "Anna", "status": "made"}
    assert entity.items() <= data["ents"][0].items()
    quote = {"id": "q", "type": "direct", "parts": [[12, 17]], "cue": [[5, 10]], "score": 0.5}
    assert quote.items() <= data["quotes"][0].items()
    assert data["quotes"][0]["speaker"] == [[0, 4, "person"], [28, 32]]
    assert {"start": 12, "end": 17, "reason": "scare"}.items() <= data["negatives"][0].items()
    assert (data["id"], data["text"], data["meta"], data["status"]) == ("a1", TEXT, {}, "confirmed")


# -- Writing whole or not at all -------------------------------------------------------------------


def test_an_item_beyond_the_text_is_counted_as_impossible(tmp_path: Path) -> None:
    items = (
        Entity("e", Span(30, 99), "PER", Origin("x")),
        Quote("q", (Span(0, 4),), "direct", Origin("x"), speaker=(Mention(Span(30, 99)),)),
        Entity("f", Span(0, 4), "PER", Origin("x")),
    )
    report = write([Annotated(Article("a", TEXT, "t"), items)], tmp_path / "a.jsonl")
    assert report.count(Outcome.IMPOSSIBLE, "entity") == 1
    assert report.count(Outcome.IMPOSSIBLE, "quote") == 1
    assert report.count(Outcome.WRITTEN, "entity") == 1
    assert report.gaps == []


def test_an_error_on_the_way_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("old", encoding="utf-8")

    def articles() -> Iterator[Annotated]:
        yield Annotated(Article("a", TEXT, "t"))
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write(articles(), path)
    assert path.read_text(encoding="utf-8") == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.jsonl"]


def test_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "real.jsonl")
    write([Annotated(Article("a", TEXT, "t"))], tmp_path / "link.jsonl")
    assert (tmp_path / "link.jsonl").is_symlink()
    assert (tmp_path / "real.jsonl").stat().st_size > 0


# -- Lines -----------------------------------------------------------------------------------------


def test_a_bare_text_gets_zones_title_source_and_digest(tmp_path: Path) -> None:
    text = f"Anna ist da\n04.02.2022\n{TEXT}\n"
    article, refused = one(tmp_path, {"text": text, "meta": {"agency": "dpa", "n": 3}, "date": "x"})
    assert refused == []
    assert [item.kind for item in article.items if isinstance(item, Zone)] == [
        "headline",
        "dateline",
        "body",
    ]
    assert article.article.title == "Anna ist da"
    assert article.article.source == "a.jsonl"
    assert len(article.article.source_digest) == 64
    assert article.article.meta == {"agency": "dpa", "n": "3", "date": "x"}


def test_an_empty_list_of_zones_stays_empty(tmp_path: Path) -> None:
    assert one(tmp_path, {"text": TEXT, "zones": []})[0].items == ()


def test_title_and_source_may_stand_in_meta(tmp_path: Path) -> None:
    row = {"id": 7, "text": TEXT, "meta": {"title": "T", "source": "S", "source_digest": "D"}}
    article = one(tmp_path, row)[0].article
    assert (article.id, article.title, article.source) == ("7", "T", "S")
    assert (article.source_digest, article.meta) == ("D", {})


def test_what_says_nothing_about_its_standing_is_a_suggestion(tmp_path: Path) -> None:
    row = {
        "text": TEXT,
        "zones": [],
        "ents": [[0, 4, "PER"], {"start": 28, "end": 32, "label": "PER"}],
    }
    article, refused = one(tmp_path, row)
    assert refused == []
    spans = [item.span for item in article.items if isinstance(item, Entity)]
    assert spans == [Span(0, 4), Span(28, 32)]
    origins = {item.origin for item in article.items if isinstance(item, Entity)}
    assert origins == {Origin("a.jsonl", Standing.SUGGESTED)}


def test_broken_lines_are_told_by_number_and_the_others_come_in(tmp_path: Path) -> None:
    good = json.dumps({"text": TEXT}).encode()
    rows = [
        good,
        b"{not json",
        b"",
        b"[1, 2]",
        b'{"id": "a"}',
        b'{"text": "  "}',
        b'{"text": 7}',
        b'{"text": "a\\u0000b"}',
        b'{"text": "a\\ud800b"}',
        b'{"text": "Gr\xfc\xdfe"}',
        b'{"text": "a", "score": NaN}',
        b"[" * 100_000,
        b'{"text": "a", "n": ' + b"9" * 5000 + b"}",
        b'{"text": "a", "title": 5}',
        b'{"text": "a", "meta": "x"}',
        b'{"text": "a", "meta": {"k": "\\udfff"}}',
        b"",
        good,
    ]
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + b"\r\n".join(rows))
    found = list(read(path, SCHEME))
    assert sum(isinstance(item, Annotated) for item in found) == 2
    told = [(item.line, item.code) for item in found if isinstance(item, Refused)]
    assert told == [
        (2, Code.LINE_NOT_JSON),
        (4, Code.LINE_NOT_OBJECT),
        (5, Code.LINE_WITHOUT_TEXT),
        (6, Code.LINE_WITHOUT_TEXT),
        (7, Code.LINE_WITHOUT_TEXT),
        (8, Code.LINE_BAD_TEXT),
        (9, Code.LINE_BAD_TEXT),
        (10, Code.LINE_NOT_UTF8),
        (11, Code.LINE_NOT_JSON),
        (12, Code.LINE_NOT_JSON),
        (13, Code.LINE_NOT_JSON),
        (14, Code.LINE_BAD_FIELD),
        (15, Code.LINE_BAD_FIELD),
        (16, Code.LINE_BAD_TEXT),
    ]
    for item in found:
        if isinstance(item, Refused):
            assert item.reason.startswith(f"Line {item.line} of a.jsonl")
            assert item.scope is Scope.LINE


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", Code.EMPTY),
        (b"\n \r\n", Code.BLANK),
        ('{"text": "a"}'.encode("utf-16"), Code.NOT_UTF8_LINES),
        (b"%PDF-1.4\n", Code.OTHER_KIND),
        (b"\x00\x01\x02", Code.BINARY),
    ],
)
def test_files_that_are_no_json_lines(tmp_path: Path, data: bytes, code: Code) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(data)
    (found,) = read(path, SCHEME)
    assert isinstance(found, Refused)
    assert (found.code, found.scope) == (code, Scope.FILE)
    assert "a.jsonl" in found.reason


def test_a_line_that_is_too_long_is_refused_and_the_next_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rotstift.formats.jsonl.SIZE_LIMIT", 1000)
    path = lines(tmp_path / "a.jsonl", {"text": "x" * 5000}, {"text": TEXT})
    refused, article = read(path, SCHEME)
    assert isinstance(refused, Refused)
    assert (refused.code, refused.line) == (Code.LINE_TOO_BIG, 1)
    assert isinstance(article, Annotated)


def test_memory_stays_flat(tmp_path: Path) -> None:
    row = json.dumps({"text": "Ein Satz nach dem anderen. " * 40, "zones": []})
    path = tmp_path / "a.jsonl"
    path.write_text((row + "\n") * 3000, encoding="utf-8")
    tracemalloc.start()
    try:
        assert sum(1 for _ in read(path, SCHEME)) == 3000
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert path.stat().st_size > 3_000_000
    assert peak < 500_000


# -- Annotations -----------------------------------------------------------------------------------

BAD: list[tuple[str, dict[str, Any], Code]] = [
    ("ents", {"start": 0, "end": 99, "label": "PER"}, Code.BEYOND_TEXT),
    ("ents", {"start": 4, "end": 4, "label": "PER"}, Code.BAD_SPAN),
    ("ents", {"start": 9, "end": 4, "label": "PER"}, Code.BAD_SPAN),
    ("ents", {"start": -4, "end": 4, "label": "PER"}, Code.BAD_SPAN),
    ("ents", {"start": 0.0, "end": 4, "label": "PER"}, Code.BAD_SPAN),
    ("ents", {"start": False, "end": True, "label": "PER"}, Code.BAD_SPAN),
    ("ents", {"start": "0", "end": 4, "label": "PER"}, Code.BAD_SPAN),
    ("ents", {"end": 4, "label": "PER"}, Code.BAD_SPAN),
    ("ents", {"start": 0, "end": 4, "label": "PERSON"}, Code.NOT_IN_SCHEME),
    ("ents", {"start": 0, "end": 4}, Code.NOT_IN_SCHEME),
    ("ents", {"start": 0, "end": 4, "label": "PER", "text": "Annas"}, Code.TEXT_DIFFERS),
    ("ents", {"start": 0, "end": 4, "label": "PER", "score": 1.5}, Code.BAD_SCORE),
    ("ents", {"start": 0, "end": 4, "label": "PER", "score": True}, Code.BAD_SCORE),
    ("ents", {"start": 0, "end": 4, "label": "PER", "status": "sure"}, Code.UNKNOWN_WORD),
    ("ents", {"start": 0, "end": 4, "label": "PER", "identity": 5}, Code.BAD_SHAPE),
    ("ents", {"start": 0, "end": 4, "label": "PER", "identity": "\ud800"}, Code.BAD_SHAPE),
    ("ents", {"start": 0, "end": 4, "label": "PER", "id": "good"}, Code.SAME_ID),
    ("ents", {"start": 0, "end": 4, "label": "PER", "id": "status"}, Code.SAME_ID),
    ("quotes", {"type": "direct"}, Code.BAD_SHAPE),
    ("quotes", {"type": "direct", "parts": []}, Code.BAD_SHAPE),
    ("quotes", {"type": "direct", "parts": [[0, 5], [4, 9]]}, Code.PARTS_OVERLAP),
    ("quotes", {"type": "direct", "parts": [[0, 5, 6]]}, Code.BAD_SPAN),
    ("quotes", {"type": "sung", "parts": [[0, 5]]}, Code.NOT_IN_SCHEME),
    ("quotes", {"type": "direct", "parts": [[0, 5]], "text": "Anna!"}, Code.TEXT_DIFFERS),
    ("quotes", {"type": "direct", "parts": [[0, 5]], "speaker": [[0, 99]]}, Code.BEYOND_TEXT),
    ("quotes", {"type": "direct", "parts": [[0, 5]], "via": [[0, 4, "x"]]}, Code.UNKNOWN_WORD),
    ("quotes", {"type": "direct", "parts": [[0, 5]], "cue": "x"}, Code.BAD_SHAPE),
    ("quotes", {"type": "direct", "parts": [[0, 5]], "fragment": 1}, Code.BAD_SHAPE),
    ("quotes", {"type": "direct", "parts": [[0, 5]], "parent": "none"}, Code.PARENT_MISSING),
    ("quotes", {"id": "q", "type": "direct", "parts": [[0, 5]], "parent": "q"}, Code.PARENT_CIRCLE),
    ("negatives", {"start": 0, "end": 4, "reason": "why"}, Code.NOT_IN_SCHEME),
    ("negatives", {"start": 0, "end": 4, "reason": "scare", "of": "x"}, Code.UNKNOWN_WORD),
    ("notes", {"text": 5}, Code.BAD_SHAPE),
    ("notes", {"text": "x", "target": "none"}, Code.TARGET_MISSING),
    ("zones", {"start": 0, "end": 4, "zone": "footer"}, Code.UNKNOWN_WORD),
]


@pytest.mark.parametrize(("name", "bad", "code"), BAD)
def test_a_bad_annotation_is_told_and_the_rest_comes_in(
    tmp_path: Path, name: str, bad: dict[str, Any], code: Code
) -> None:
    good = {"id": "good", "start": 0, "end": 4, "label": "PER", "text": "Anna"}
    row: dict[str, Any] = {"text": TEXT, "zones": [], "ents": [good]}
    row[name] = [*row.get(name, []), bad]
    article, refused = one(tmp_path, row)
    assert [item.id for item in article.items] == ["good"]
    ((told),) = refused
    assert (told.code, told.line, told.scope) == (code, 1, Scope.ANNOTATION)
    assert told.reason.startswith(f"Line 1 of a.jsonl, {name}[{len(row[name]) - 1}]: ")


def test_not_even_a_list_or_an_object(tmp_path: Path) -> None:
    row = {"text": TEXT, "zones": [[0, 4]], "ents": "x", "quotes": [5], "status": "done"}
    article, refused = one(tmp_path, row)
    assert article.items == ()
    assert [item.code for item in refused] == [Code.BAD_SHAPE] * 3 + [Code.UNKNOWN_WORD]


def test_what_stands_in_a_refused_quote_goes_with_it_and_is_told(tmp_path: Path) -> None:
    row = {
        "text": TEXT,
        "zones": [],
        "quotes": [
            {"id": 1, "type": "indirect", "parts": [[0, 99]]},
            {"id": 2, "type": "direct", "parts": [[12, 17]], "parent": 1},
            {"id": 3, "type": "direct", "parts": [[13, 15]], "parent": 2},
            {"id": 4, "type": "direct", "parts": [[0, 4]]},
        ],
        "notes": [{"id": "n", "text": "warum?", "target": 3}],
    }
    article, refused = one(tmp_path, row)
    assert [item.id for item in article.items] == ["4"]
    codes = [item.code for item in refused]
    assert codes == [
        Code.BEYOND_TEXT,
        Code.PARENT_MISSING,
        Code.PARENT_MISSING,
        Code.TARGET_MISSING,
    ]


def test_two_quotes_that_stand_in_each_other(tmp_path: Path) -> None:
    quotes = [
        {"id": "a", "type": "direct", "parts": [[0, 4]], "parent": "b"},
        {"id": "b", "type": "direct", "parts": [[0, 9]], "parent": "a"},
    ]
    article, refused = one(tmp_path, {"text": TEXT, "zones": [], "quotes": quotes})
    assert article.items == ()
    assert [item.code for item in refused] == [Code.PARENT_CIRCLE] * 2


def test_unknown_fields_are_told_once(tmp_path: Path) -> None:
    row = {"text": TEXT, "relations": [], "ents": [{"start": 0, "end": 4, "label": "PER", "kb": 1}]}
    found = list(read(lines(tmp_path / "a.jsonl", row, row), SCHEME))
    told = [item for item in found if isinstance(item, Refused)]
    assert [item.parameters["field"] for item in told] == ["relations", "ents.kb"]


# -- Line ends and the mark inside a text -----------------------------------------------------------


def test_offsets_follow_the_line_ends(tmp_path: Path) -> None:
    raw = "\ufeffEins\r\nZwei\rDrei\r\nVier"
    at = {word: raw.index(word) for word in ("Eins", "Zwei", "Drei", "Vier")}
    ents = [
        {"start": place, "end": place + 4, "label": "PER", "text": word}
        for word, place in at.items()
    ]
    ents.append({"start": 0, "end": 5, "label": "ORG", "text": "\ufeffEins"})
    ents.append({"start": 1, "end": 11, "label": "LOC", "text": "Eins\r\nZwei"})
    article, refused = one(tmp_path, {"text": raw, "zones": [], "ents": ents})
    assert refused == []
    text = article.article.text
    assert text == "Eins\nZwei\nDrei\nVier"
    covered = [item.span.of(text) for item in article.items if isinstance(item, Entity)]
    assert covered == ["Eins", "Zwei", "Drei", "Vier", "Eins", "Eins\nZwei"]


@pytest.mark.parametrize(("start", "end"), [(0, 1), (1, 6), (6, 8), (5, 6)])
def test_a_span_that_cuts_a_line_end_is_refused(tmp_path: Path, start: int, end: int) -> None:
    ents = [{"start": start, "end": end, "label": "PER"}]
    article, refused = one(tmp_path, {"text": "\ufeffEins\r\nZwei", "zones": [], "ents": ents})
    assert article.items == ()
    assert [item.code for item in refused] == [Code.CUTS_LINE_END]


@given(st.text("aä👍\r\n\ufeff", min_size=1, max_size=30).map(lambda text: text + "x"), st.data())
def test_no_span_is_ever_shifted(
    tmp_path_factory: pytest.TempPathFactory, raw: str, data: st.DataObject
) -> None:
    span = data.draw(_span(len(raw)))
    article, _ = one(
        tmp_path_factory.getbasetemp(),
        {"text": raw, "zones": [], "ents": [[span.start, span.end, "PER"]]},
    )
    for item in article.items:
        assert isinstance(item, Entity)
        wanted = raw[span.start : span.end].replace("\r\n", "\n").replace("\r", "\n")
        wanted = wanted.removeprefix("\ufeff") if span.start == 0 else wanted
        assert item.span.of(article.article.text) == wanted


# -- Data sets of other people, where they are ---------------------------------------------------------


def test_a_data_set_of_articles_comes_in_whole(shared: Path, tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    data = gzip.decompress((shared / "data/ner-smartdata-news-de/news_a.jsonl.gz").read_bytes())
    path.write_bytes(data)
    rows = [json.loads(line) for line in data.splitlines()]
    found = list(read(path, SCHEME))
    articles = [item for item in found if isinstance(item, Annotated)]
    assert [article.article.text for article in articles] == [row["text"] for row in rows]
    for article, row in zip(articles, rows, strict=True):
        spans = [
            [e.span.start, e.span.end, e.label] for e in article.items if isinstance(e, Entity)
        ]
        assert spans == row["ents"]
    told = [item.parameters["field"] for item in found if isinstance(item, Refused)]
    assert told == ["ents_full", "relations"]

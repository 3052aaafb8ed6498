"""The sample articles: sound files, the features that their README names, sound gold, our own words."""

import json
import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from foreign import copied, shingles

from rotstift.formats.base import Annotated
from rotstift.formats.jsonl import JSONL
from rotstift.model.annotations import Annotations
from rotstift.model.checks import item_problems
from rotstift.model.scheme import parse_scheme
from rotstift.paths import resource

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "resources" / "samples"
MARKED = ROOT / "tests" / "samples"

ARTICLES = sorted(SAMPLES.glob("[0-9][0-9]-*.txt"))
GOLD = sorted((SAMPLES / "gold").glob("*.jsonl"))
MARKS = runpy.run_path(str(MARKED / "gold_from_marks.py"))

# What the README says of an article, as something that can be looked for.
FEATURES = {
    "marks „…“": r"„[^“\n]+“",
    'marks "…"': r'"[^"\n]+"',
    "marks »…«": r"»[^«\n]+«",
    "marks “…”": r"“[^”\n]+”",
    "marks inside marks": r"„[^“\n]*‚[^‘\n]+‘|»[^«\n]*›[^‹\n]+‹|\"[^\"\n]*'[^'\n]+'|“[^”\n]*‘[^’\n]+’",
    "interrupted quote": r"[“”\"«],? (?:[a-zäöü]+|[A-Z]\w+) [^„“”\"»«.\n]{1,40}(?:„\w+“)?, [„“\"»][^A-ZÄÖÜ]",
    "quote over paragraphs": r"(?:„[^“\n]+\n+„[^“\n]+“|“[^”\n]+\n+“[^”\n]+”)",
    "quote that goes on without a cue": r"[“”\"«],? (?:sagte|verriet|zitierte|erklärte|berichtete|antwortete"
    r"|warnte|says|chief) [^„“”\"»«\n]{2,120}\. [„“\"»][A-ZÄÖÜ]",
    "speaker is a pronoun": r"[“”\"«],? (?:sagte|antwortete|gab|fügte|she|he) ?(?:er|sie|said|recalled)\b",
    "indirect with dass": r"(?<!weiß), dass |\bsaid that ",
    "indirect in the Konjunktiv": r"\b(?:sei|seien|habe|werde|wolle|könne|dauere|bräuchten|fehlten)\b",
    "laut": r"\b[Ll]aut (?!sagte)|\baccording to\b",
    "nach Angaben": r"\b[Nn]ach (?:eigenen )?(?:Angaben|Ansicht|Einschätzung)\b|\bVereinsangaben\b",
    "zufolge": r"\bzufolge\b",
    "so X": r"\bso (?:die |[A-Z])\w+",
    "demnach": r"\b[Dd]emnach\b",
    "wie X mitteilte": r"\b[Ww]ie [^.\n»]{4,70}(?:mitteilte|berichtete|sagte)\b",
    "reported speech act": r"\b(?:bezifferte|lobte|begrüßte|kritisierte|widersprach|warnte vor|beklagte"
    r"|forderte|drohte|winkte ab|kündigte|urged|disputes|complains)\b",
    "fragment in a report": r"[„“\"»][a-zäöü][^„“”\"«»\n]{2,45}[“”\"«]",
    "speaker is a document": r"\b(?:heißt es in|In einem Schreiben|In einem WHO-Bericht|einer Umfrage|einem"
    r" Gutachten|Abschlusserklärung|Bericht des|Im Programmheft|Rundmail|joint statement|newsletter)\b",
    "speaker is the object, with via": r"\bzitierte der Sender \w+ den\b",
    "addressee": r"\b(?:sagte|gesagt|verriet|told)\b[^.\n]{0,40}(?:Zeitung|Sportportal|Presse-Agentur"
    r"|Nachrichtenagentur|Handelskurier|Elbmarsch|Herald|Gericht|Radio Küste|reporters)",
    "headline quote without marks": r"\A(?:: )?[\w ]+: (?:Abstand|Das|Wir|Ostsee|All) ",
    "colon in a headline that is no quote": r"\A[^\n„]*(?:Arznei|Ohle|Kita|Lörrach|Lo\u0308rrach): ",
    "dateline on its own line": r"(?m)^\d\d\.\d\d\.\d{4} \| \d\d:\d\d Uhr$|^(?:Kassel|Saturday)\b[^.\n]*\.? ?"
    r"\w* 2024$|^DRESDEN, [^\n]+\)$|^Liveticker vom",
    "dateline before the lead": r"(?m)^[A-Z]\w+ \([\w-]+\) - ",
    "byline": r"(?m)^(?:Von|By|Interview:|Eine Glosse von) [A-Z]",
    "subhead": r"\n\n(?!(?:Mehr|Quelle|Foto|Photo|Zur|Weitere|Rückfragen)\b)[^\n.?:(]{8,60}\n\n",
    "caption": r"Foto: |Photo: |(?m:\| \d\d:\d\d min$)",
    "teaser": r"(?m)^Mehr zu",
    "credit": r"(?m)^\(?Quelle: ",
    "no-break space in a name": "[A-Z]\\w+\u00a0[A-Z]\\w+",
    "name in a compound": r"\b(?:EU|Nato|Ohle|WHO|Grünen|Nordkamp|FCM|Müritz|Koch)-[A-Z]\w+",
    "genitive of a name": r"\b(?:Finnlands|Brunsfeldes|Nordkamps|Sachsens|Clydeway’s|Ostseerats)\b",
    "abbreviation in brackets": r"\([A-Z][A-Za-z]{2,3}\)",
    "emoji": "\U0001f30a",
    "soft hyphen": "\u00ad",
    "decomposed umlaut": "[aou]\u0308",
    "starts with a colon": r"\A: ",
    "questions and answers": r"(?m)\?\n\nStavenhagen: ",
}


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def _rows(heading: str) -> list[list[str]]:
    """The cells of the table under a heading of the README, without its two head lines."""
    section = _read(SAMPLES / "README.md").split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def _article(number: str) -> str:
    return _read(next(path for path in ARTICLES if path.name.startswith(f"{number}-")))


def _gold(path: Path) -> dict[str, Any]:
    (line,) = _read(path).splitlines()
    data: dict[str, Any] = json.loads(line)
    return data


def by_name(path: Path) -> str:
    return path.stem


def test_there_are_enough_articles_two_of_them_english() -> None:
    assert len(ARTICLES) >= 12
    assert len(GOLD) >= 3
    english = [path for path in ARTICLES if len(re.findall(r"\bthe\b", _read(path))) > 5]
    assert len(english) == 2


@pytest.mark.parametrize("path", ARTICLES, ids=by_name)
def test_an_article_is_clean_utf8(path: Path) -> None:
    text = _read(path)
    assert "\r" not in text
    assert "\ufeff" not in text
    assert text.endswith("\n")
    assert 180 <= len(text.split()) <= 450


def test_the_readme_lists_every_article() -> None:
    assert [row[0].strip("`") for row in _rows("Articles")] == [path.name for path in ARTICLES]


def test_the_readme_lists_every_feature() -> None:
    assert sorted(row[0] for row in _rows("Features")) == sorted(FEATURES)


@pytest.mark.parametrize("feature", FEATURES)
def test_a_feature_is_where_the_readme_says(feature: str) -> None:
    (numbers,) = [row[1] for row in _rows("Features") if row[0] == feature]
    here = [path.name[:2] for path in ARTICLES if re.search(FEATURES[feature], _read(path))]
    assert numbers.split(", ") == here


def test_no_break_spaces_stand_in_four_articles_or_more() -> None:
    assert sum("\u00a0" in _read(path) for path in ARTICLES) >= 4


def test_marks_that_are_no_quote_are_where_the_readme_says() -> None:
    rows = _rows("Marks that are no quote")
    assert {row[1] for row in rows} == {"scare", "title", "name", "term", "other"}
    for stretch, _, number in rows:
        assert stretch in _article(number)


@pytest.mark.parametrize("path", GOLD, ids=by_name)
def test_gold_is_what_the_marked_copy_says(path: Path) -> None:
    copy = MARKS["marked_copy"](MARKED / f"{path.stem}.marked")
    assert _gold(path) == MARKS["gold_of"](copy)


@pytest.mark.parametrize("path", GOLD, ids=by_name)
def test_gold_covers_the_text_that_was_marked(path: Path) -> None:
    gold = _gold(path)
    text = gold["text"]
    assert text == _read(SAMPLES / f"{path.stem}.txt")
    for item in (*gold["ents"], *gold["negatives"]):
        assert text[item["start"] : item["end"]] == item["text"]
    for quote in gold["quotes"]:
        assert [text[start:end] for start, end in quote["parts"]] == quote["text"]
    for start, end in _gold_spans(gold):
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()


@pytest.mark.parametrize("path", GOLD, ids=by_name)
def test_gold_is_read_without_a_refusal(path: Path) -> None:
    scheme = parse_scheme(_read(resource("schemes", "news-de.toml")))
    assert JSONL.read is not None
    (found,) = JSONL.read(path, scheme)
    assert isinstance(found, Annotated), found
    gold = _gold(path)
    rows = sum(len(gold[key]) for key in ("zones", "ents", "quotes", "negatives"))
    state = Annotations(length=len(gold["text"])).changed(found.items, [])
    assert len(state.items) == rows
    assert not [problem for item in found.items for problem in item_problems(item, state)]


def _gold_spans(gold: dict[str, Any]) -> Iterator[tuple[int, int]]:
    for item in (*gold["ents"], *gold["negatives"]):
        yield item["start"], item["end"]
    for quote in gold["quotes"]:
        for role in ("parts", "speaker", "cue", "addressee", "via"):
            yield from ((span[0], span[1]) for span in quote[role])
    yield from ((start, end) for start, end, _ in gold["zones"])


@pytest.mark.parametrize("path", GOLD, ids=by_name)
def test_gold_keeps_the_boundary_rules(path: Path) -> None:
    gold = _gold(path)
    text = gold["text"]
    by_id = {quote["id"]: quote for quote in gold["quotes"]}
    for quote in gold["quotes"]:
        parts = [text[start:end] for start, end in quote["parts"]]
        assert quote["speaker"], quote["id"]
        if quote["type"] == "direct":
            assert all(part[0] in '„"‚' for part in parts), parts
            assert parts[-1][-1] in '“"‘', parts
        elif quote["type"] == "indirect":
            assert not any(part.endswith(".") for part in parts), parts
        else:
            assert parts[-1].endswith("."), parts
        _check_parent(quote, by_id)


def _check_parent(quote: dict[str, Any], by_id: dict[str, Any]) -> None:
    above = by_id[quote["parent"]]["parts"] if "parent" in quote else []
    if above:
        assert all(any(a <= start and end <= b for a, b in above) for start, end in quote["parts"])
    assert not quote.get("fragment") or above


@pytest.mark.parametrize("path", GOLD, ids=by_name)
def test_gold_settles_every_pair_of_marks(path: Path) -> None:
    gold = _gold(path)
    text = gold["text"]
    starts = {start for quote in gold["quotes"] for start, _ in quote["parts"]}
    starts |= {negative["start"] for negative in gold["negatives"]}
    for match in re.finditer(r"„|‚|\"[^\"\n]+\"", text):
        assert match.start() in starts, text[match.start() : match.start() + 40]


@pytest.mark.parametrize("path", GOLD, ids=by_name)
def test_gold_zones_are_whole_lines_and_cover_the_text(path: Path) -> None:
    gold = _gold(path)
    text = gold["text"]
    rest = list(text)
    for start, end, _ in gold["zones"]:
        assert start == 0 or text[start - 1] == "\n"
        assert text[end] == "\n"
        rest[start:end] = " " * (end - start)
    assert not "".join(rest).strip()


def test_no_eight_words_in_a_row_come_from_elsewhere() -> None:
    ours = {shingle for path in ARTICLES for shingle in shingles(_read(path))}
    assert len(ours) > 1000
    assert copied(ours) == []

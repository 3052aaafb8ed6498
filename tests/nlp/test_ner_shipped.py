"""The model that ships, on sentences of our own. What it misses is in docs/models/entities.md."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rotstift.nlp.ner.build import NAME, pipeline_of
from rotstift.nlp.ner.suggester import EntityModel
from rotstift.nlp.suggest import Request
from rotstift.paths import resource

FOLDER = ("models", "rotstift-de", "rotstift_entities")
LARGEST = 20 << 20


@pytest.fixture(scope="module")
def nlp() -> Any:
    return pipeline_of(resource(*FOLDER))


def found(nlp: Any, text: str) -> list[tuple[str, str]]:
    return [(ent.text, ent.label_) for ent in nlp(text).ents]


def test_plain_news(nlp: Any) -> None:
    text = "Angela Merkel reiste nach Warschau. Dort traf sie Vertreter der CDU."
    assert found(nlp, text) == [("Angela Merkel", "PER"), ("Warschau", "LOC"), ("CDU", "ORG")]


def test_part_of_a_word(nlp: Any) -> None:
    doc = nlp("Die Nato-Osterweiterung bleibt umstritten.")
    assert [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents] == [(4, 8, "ORG")]


def test_hyphens_inside_names_stay(nlp: Any) -> None:
    assert ("Baden-Württemberg", "LOC") in found(nlp, "In Baden-Württemberg fiel Schnee.")


def test_capitals(nlp: Any) -> None:
    assert ("ANGELA MERKEL", "PER") in found(nlp, "Am Abend sprach ANGELA MERKEL in BERLIN.")
    assert ("BERLIN", "LOC") in found(nlp, "Am Abend sprach ANGELA MERKEL in BERLIN.")


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", " "])
def test_no_break_spaces_inside_names(nlp: Any, blank: str) -> None:
    text = f"Am Abend traf Wladimir{blank}Putin in Peking ein."
    assert found(nlp, text) == [(f"Wladimir{blank}Putin", "PER"), ("Peking", "LOC")]


def test_bare_surname_has_the_identity_of_the_full_name(nlp: Any) -> None:
    doc = nlp("Petra Lindemann ist zurückgetreten.\nAm Dienstag sagte Lindemann, sie sei müde.")
    people = [(ent.text, ent.kb_id_) for ent in doc.ents if ent.label_ == "PER"]
    assert people == [("Petra Lindemann", "Petra Lindemann"), ("Lindemann", "Petra Lindemann")]


def test_adjectives_and_common_words_are_no_entities(nlp: Any) -> None:
    assert found(nlp, "Die deutsche Wirtschaft wächst wieder, die Preise steigen.") == []


def test_a_line_end_ends_a_name(nlp: Any) -> None:
    assert all("\n" not in text for text, _ in found(nlp, "Treffen in Berlin\nMerkel reist ab"))


def test_labels_and_size() -> None:
    component = pipeline_of(resource(*FOLDER)).get_pipe(NAME)
    assert set(component.labels) == {"PER", "LOC", "ORG", "MISC"}
    own = [*resource(*FOLDER).iterdir(), *resource(*FOLDER).parent.joinpath("lexemes").iterdir()]
    assert sum(file.stat().st_size for file in own) <= LARGEST


def test_suggester_gives_offsets_of_the_text() -> None:
    text = ": Wladimir\u00a0Putin sagte das.\n\nDie Nato-Osterweiterung sei falsch."
    items = EntityModel().suggest(Request(text))
    marked = [(item.span.of(text), item.label) for item in items]  # type: ignore[union-attr]
    assert ("Wladimir\u00a0Putin", "PER") in marked
    assert ("Nato", "ORG") in marked
    assert all(item.origin.score and 0 < item.origin.score <= 1 for item in items)


def test_our_own_challenges(nlp: Any) -> None:
    """Capitals, no-break spaces, surnames, parts of words: nine of ten as we marked them by hand."""
    right, found_, gold_ = 0, 0, 0
    for text, gold in challenges():
        marked = {(ent.start_char, ent.end_char, ent.label_) for ent in nlp(text).ents}
        right, found_, gold_ = right + len(marked & gold), found_ + len(marked), gold_ + len(gold)
    assert 2 * right / (found_ + gold_) > 0.9


def challenges() -> Iterator[tuple[str, set[tuple[int, int, str]]]]:
    """Texts of the fixture; "~" is a no-break space, "/" a line end."""
    lines = (Path(__file__).parent / "fixtures/entity_challenges.txt").read_text("utf-8")
    for line in lines.splitlines():
        if not line or line.startswith(("#", "=")):
            continue
        text, gold = "", set()
        for part in re.split(r"(\[[^\]]+\])", line.replace("~", "\u00a0").replace("/", "\n")):
            words, _, label = part.strip("[]").partition("|") if part[:1] == "[" else (part, "", "")
            if label:
                gold.add((len(text), len(text) + len(words), label))
            text += words
        yield text, gold


def test_half_a_compound_is_no_name(nlp: Any) -> None:
    text = "Der Partei- und Staatschef traf CDU- und SPD-Politiker in Peking."
    assert [words for words, _ in found(nlp, text) if words.endswith("-")] == []

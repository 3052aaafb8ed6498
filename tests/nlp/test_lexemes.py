"""The table of word forms: shipped, complete in its columns, with its detours."""

import numpy as np
import pytest

from rotstift.nlp import lexemes
from rotstift.nlp.lexemes import COLUMNS, Lexemes


@pytest.fixture(scope="module")
def table() -> Lexemes:
    return Lexemes.load()


def column(table: Lexemes, name: str, *words: str) -> list[int]:
    place = list(COLUMNS).index(name)
    return [int(value) for value in table.rows(words)[:, place]]


def test_rows_have_all_columns_within_their_sizes(table: Lexemes) -> None:
    rows = table.rows(["Merkel", "sagte", "und", "Xyzzyqwrt", "", "1.234", "Nato-Osterweiterung"])
    assert rows.shape == (7, len(COLUMNS))
    assert rows.dtype == np.uint16
    assert (rows.max(axis=0) < list(COLUMNS.values())).all()


def test_words_of_one_kind_share_their_coarse_class(table: Lexemes) -> None:
    people = column(table, "bits6", "Merkel", "Scholz", "Stoiber")
    assert len(set(people)) == 1
    assert column(table, "bits6", "Donnerstag") != people[:1]


def test_frequency_and_capital_order_words(table: Lexemes) -> None:
    und, merkel = column(table, "frequency", "und", "Merkel")
    assert und > merkel > 0
    small, large = column(table, "capital", "sagte", "Haus")
    assert small < large


def test_unknown_words_are_found_by_detours(table: Lexemes) -> None:
    names = ["Merkel", "qqqzzzxxx", "Stoltenbergs", "Mondfahrtkonferenz", "Vorab-Merkel"]
    expected = [
        lexemes.EXACT,
        lexemes.UNKNOWN,
        lexemes.GENITIVE,
        lexemes.ENDING,
        lexemes.LAST_PART,
    ]
    assert column(table, "how", *names) == expected
    assert column(table, "cluster", "Vorab-Merkel") == column(table, "cluster", "Merkel")
    assert column(table, "head", "Mondfahrtkonferenz") == column(table, "cluster", "Konferenz")


def test_the_other_case_of_capitals_is_the_name(table: Lexemes) -> None:
    assert column(table, "other", "BERLIN") == column(table, "cluster", "Berlin")


def test_rows_stay_right_when_the_table_grows_and_forgets(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = Lexemes(lexemes.resource("models", "rotstift-de", "lexemes"))
    before = fresh.rows(["Merkel", "Haus"]).copy()
    fresh.rows([f"Wort{number}" for number in range(3000)])
    assert (fresh.rows(["Merkel", "Haus"]) == before).all()
    monkeypatch.setattr(lexemes, "KEPT", 10)
    assert (fresh.rows(["Haus", "Merkel"]) == before[::-1]).all()

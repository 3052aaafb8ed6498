"""The rules on sentences of our own: quote, speaker, cue, addressee, via."""

import subprocess
import sys
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rotstift.model.annotations import Annotations
from rotstift.model.checks import item_problems
from rotstift.model.items import (
    Negative,
    Origin,
    Quote,
    SourceKind,
    Standing,
    Zone,
    ZoneKind,
    role_spans,
)
from rotstift.model.span import Span
from rotstift.nlp.quotes import QuoteRules
from rotstift.nlp.quotes.scores import score_of
from rotstift.nlp.suggest import Request, Suggester


def quotes(text: str) -> list[Quote]:
    return [item for item in QuoteRules().suggest(Request(text)) if isinstance(item, Quote)]


def negatives(text: str) -> list[tuple[str, str]]:
    items = QuoteRules().suggest(Request(text))
    return [(item.span.of(text), item.reason) for item in items if isinstance(item, Negative)]


def parts(quote: Quote, text: str) -> str:
    return " | ".join(part.of(text) for part in quote.parts)


def role(quote: Quote, name: str, text: str) -> str:
    return " | ".join(span.of(text) for span in role_spans(quote, name))


def test_it_is_a_suggester() -> None:
    suggester: Suggester = QuoteRules()
    (quote,) = suggester.suggest(Request("„Das ist gut“, sagte Eva Klein."))
    assert quote.origin.author == "rotstift-rules 1"
    assert quote.origin.standing is Standing.SUGGESTED
    assert quote.origin.score is not None
    assert 0 < quote.origin.score <= 1


DIRECT = [
    # text, speaker, cue
    ("„Wir bauen das Haus“, sagte Eva Klein.", "Eva Klein", "sagte"),
    ("Eva Klein sagte: „Wir bauen das Haus.“", "Eva Klein", "sagte"),
    ("Gestern sagte Eva Klein: „Wir bauen das Haus.“", "Eva Klein", "sagte"),
    ("„Wir bauen das Haus“, teilte die Firma am Montag mit.", "die Firma", "teilte | mit"),
    ("„Wir bauen das Haus“, so Bürgermeister Klein.", "Bürgermeister Klein", "so"),
    ("„Wir bauen das Haus!“ rief sie.", "sie", "rief"),
    (
        "„Wir bauen das Haus“, hat der Sprecher der Stadt Köln erklärt.",
        "der Sprecher der Stadt Köln",
        "erklärt",
    ),
    (
        "Eva Klein, Sprecherin der Stadt Köln, sagte: „Wir bauen das Haus.“",
        "Eva Klein, Sprecherin der Stadt Köln",
        "sagte",
    ),
    (
        "„Wir bauen das Haus“, erklärte die Bürgermeisterin von Bonn, Eva Klein (SPD).",
        "die Bürgermeisterin von Bonn, Eva Klein (SPD)",
        "erklärte",
    ),
    ("„Wir bauen das Haus“, heißt es in dem Brief.", "dem Brief", "heißt es"),
    ("Eva Klein: „Wir bauen das Haus nächstes Jahr.“", "Eva Klein", ""),
    ("„Wir bauen das Haus bald“, erinnerte sich Klein.", "Klein", "erinnerte"),
]


@pytest.mark.parametrize(("text", "speaker", "cue"), DIRECT)
def test_direct(text: str, speaker: str, cue: str) -> None:
    (quote,) = quotes(text)
    assert quote.type == "direct"
    assert parts(quote, text) == text[text.index("„") : text.index("“") + 1]
    assert role(quote, "speaker", text) == speaker
    assert role(quote, "cue", text) == cue


@pytest.mark.parametrize(("text", "speaker", "cue"), DIRECT)
def test_direct_with_straight_marks_and_no_break_spaces(text: str, speaker: str, cue: str) -> None:
    straight = text.replace("„", '"').replace("“", '"').replace(" ", "\u00a0")
    (quote,) = quotes(straight)
    assert role(quote, "speaker", straight).replace("\u00a0", " ") == speaker
    assert role(quote, "cue", straight).replace("\u00a0", " ") == cue


INDIRECT = [
    # text, quote, speaker, cue
    ("Klein sagte, dass das Haus steht.", "dass das Haus steht", "Klein", "sagte"),
    ("Klein sagte, das Haus stehe seit Mai.", "das Haus stehe seit Mai", "Klein", "sagte"),
    (
        "Die Polizei teilte mit, dass niemand verletzt wurde.",
        "dass niemand verletzt wurde",
        "Die Polizei",
        "teilte mit",
    ),
    (
        "Laut einem Sprecher der Polizei wurde niemand verletzt.",
        "wurde niemand verletzt",
        "einem Sprecher der Polizei",
        "Laut",
    ),
    (
        "Der Brand ist nach Angaben der Feuerwehr gelöscht.",
        "Der Brand ist | gelöscht",
        "Angaben der Feuerwehr",
        "nach",
    ),
    (
        "Der Bahn zufolge fahren die Züge wieder.",
        "fahren die Züge wieder",
        "Der Bahn",
        "zufolge",
    ),
    (
        "Die Züge fahren wieder, so die Bahn.",
        "Die Züge fahren wieder",
        "die Bahn",
        "so",
    ),
    (
        "Wie die Bahn am Montag mitteilte, fahren die Züge wieder.",
        "fahren die Züge wieder",
        "die Bahn",
        "mitteilte",
    ),
    (
        "Die Züge seien pünktlich gewesen, sagte ein Sprecher der Bahn.",
        "Die Züge seien pünktlich gewesen",
        "ein Sprecher der Bahn",
        "sagte",
    ),
    (
        "Die Firma hat angekündigt, das Werk zu schließen.",
        "das Werk zu schließen",
        "Die Firma",
        "angekündigt",
    ),
    (
        "Die Gewerkschaft wies den Vorwurf der Firma zurück, dass sie blockiere.",
        "dass sie blockiere",
        "Die Gewerkschaft",
        "wies | zurück",
    ),
    (
        "Der Kanzler geht davon aus, dass das Gesetz kommt.",
        "dass das Gesetz kommt",
        "Der Kanzler",
        "geht davon aus",
    ),
    (
        "Die Behauptung der Firma, dass alles sauber sei, wurde widerlegt.",
        "dass alles sauber sei",
        "der Firma",
        "Behauptung",
    ),
]


@pytest.mark.parametrize(("text", "said", "speaker", "cue"), INDIRECT)
def test_indirect(text: str, said: str, speaker: str, cue: str) -> None:
    found = [quote for quote in quotes(text) if quote.type == "indirect"]
    assert [parts(quote, text) for quote in found] == [said]
    assert role(found[0], "speaker", text) == speaker
    assert role(found[0], "cue", text) == cue


def test_interrupted_is_one_quote_in_two_parts() -> None:
    text = "„Wir bauen das Haus“, sagte sie, „und zwar noch in diesem Jahr.“ Dann ging sie."
    (quote,) = quotes(text)
    assert parts(quote, text) == "„Wir bauen das Haus“ | „und zwar noch in diesem Jahr.“"
    assert role(quote, "speaker", text) == "sie"


def test_a_new_sentence_after_the_attribution_is_a_quote_of_its_own() -> None:
    text = "„Wir bauen das Haus“, sagte Eva Klein. „Es wird schön und groß und hell.“"
    first, second = quotes(text)
    assert parts(second, text) == "„Es wird schön und groß und hell.“"
    assert role(second, "speaker", text) == "Eva Klein"
    assert second.cue == ()
    assert first.id != second.id


def test_quote_over_paragraphs() -> None:
    text = "Klein schrieb: „Wir bauen das Haus.\n\n„Es wird schön.“\n\nDas Haus steht schon."
    (quote,) = quotes(text)
    assert parts(quote, text) == "„Wir bauen das Haus. | „Es wird schön.“"
    assert role(quote, "speaker", text) == "Klein"


def test_a_lone_mark_gets_a_low_score_and_stays_in_its_paragraph() -> None:
    text = "Klein sagte: „Wir bauen das Haus gleich.\n\nDas Haus steht. Es regnet."
    (quote,) = [quote for quote in quotes(text) if quote.type == "direct"]
    assert parts(quote, text) == "„Wir bauen das Haus gleich."
    assert quote.origin.score is not None
    assert quote.origin.score < 0.5


def test_fragment_inside_reported_speech_has_a_parent() -> None:
    text = "Klein sagte, die Lage sei „sehr ernst“."
    outer, inner = quotes(text)
    assert (outer.type, inner.type) == ("indirect", "direct")
    assert parts(outer, text) == "die Lage sei „sehr ernst“"
    assert inner.fragment
    assert inner.parent == outer.id
    assert inner.speaker == outer.speaker


@pytest.mark.parametrize(
    ("text", "stretch", "reason"),
    [
        ("Im Kino läuft der Film „Der lange Weg“.", "„Der lange Weg“", "title"),
        ("Vor der Küste sank die Fähre „Nordstern“.", "„Nordstern“", "name"),
        ("Das sogenannte „Heizungsgesetz“ gilt ab Mai.", "„Heizungsgesetz“", "term"),
        ("Der Verein plant eine „Revolution“ im Stadion.", "„Revolution“", "scare"),
    ],
)
def test_likely_negatives(text: str, stretch: str, reason: str) -> None:
    found = negatives(text)
    assert [span for span, _reason in found] == [stretch]
    if reason != "scare":
        assert found[0][1] == reason
    assert quotes(text) == []


def test_subjunctive_goes_on_with_the_same_speaker() -> None:
    text = "Klein sagte, das Haus stehe. Es sei schön. Man habe lange gebaut. Gestern regnete es."
    first, second = quotes(text)
    assert parts(second, text) == "Es sei schön. Man habe lange gebaut."
    assert second.speaker == first.speaker
    assert second.cue == ()


def test_sentence_that_points_back() -> None:
    text = "Das Werk in Bonn schließt im Mai. Das teilte die Firma am Montag mit."
    (quote,) = quotes(text)
    assert parts(quote, text) == "Das Werk in Bonn schließt im Mai"
    assert role(quote, "speaker", text) == "die Firma"


def test_object_speaker_and_via() -> None:
    text = "„Ich komme morgen nach Bonn“, zitierte die Zeitung „Der Bote“ den Minister."
    (quote,) = [quote for quote in quotes(text) if quote.type == "direct"]
    assert role(quote, "speaker", text) == "den Minister"
    assert role(quote, "via", text) == "die Zeitung „Der Bote“"


def test_whom_it_was_said_to_is_the_addressee() -> None:
    text = "„Ich komme morgen“, sagte Klein der dpa."
    assert role(quotes(text)[0], "addressee", text) == "der dpa"
    text = "„Ich komme morgen“, sagte Klein gegenüber den Nachbarn."
    assert role(quotes(text)[0], "addressee", text) == "den Nachbarn"


def test_passive_demand() -> None:
    text = "Die Stadt wird darin aufgefordert, den Park zu öffnen."
    (quote,) = quotes(text)
    assert parts(quote, text) == "den Park zu öffnen"
    assert role(quote, "speaker", text) == "darin"
    assert role(quote, "addressee", text) == "Die Stadt"
    assert role(quote, "cue", text) == "aufgefordert"


def test_reported_act_is_low_scored() -> None:
    text = "Die Gewerkschaft forderte am Montag ein Ende der Kürzungen."
    (quote,) = quotes(text)
    assert quote.type == "reported"
    assert parts(quote, text) == text
    assert (quote.origin.score or 1) < score_of("dass")


def test_kind_of_speaker() -> None:
    kinds = {
        "„Wir kommen bald“, sagte Eva Klein.": SourceKind.PERSON,
        "„Wir kommen bald“, erklärte die Polizei.": SourceKind.ORGANISATION,
        "„Wir kommen bald“, heißt es in dem Bericht.": SourceKind.DOCUMENT,
    }
    for text, kind in kinds.items():
        assert quotes(text)[0].speaker[0].kind is kind


def zone(text: str, line: str, kind: ZoneKind) -> Zone:
    start = text.index(line)
    return Zone(kind.value, Span(start, start + len(line)), kind, Origin("test"))


def test_zones() -> None:
    text = "Klein: Das Haus steht jetzt\nKlein sagte, dass es steht.\nQuelle: dpa sagte, dass es so ist."
    lines = text.split("\n")
    zones = (
        zone(text, lines[0], ZoneKind.HEADLINE),
        zone(text, lines[1], ZoneKind.BODY),
        zone(text, lines[2], ZoneKind.CREDIT),
    )
    found = QuoteRules().suggest(Request(text, zones))
    assert [parts(item, text) for item in found if isinstance(item, Quote)] == [
        "Das Haus steht jetzt",
        "dass es steht",
    ]


def test_body_colon_is_no_headline() -> None:
    assert quotes("Es gab zwei Sieger.\nQuelle: dpa und andere") == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "Das Haus steht in Bonn. Es hat drei Zimmer und einen Garten.",
        "Das Spiel findet am Montag statt, und alle freuen sich darauf.",
        "Wenn es regnet, wäre das Fest vorbei, es sei denn, die Halle ist frei.",
    ],
)
def test_nothing_to_find(text: str) -> None:
    assert QuoteRules().suggest(Request(text)) == []


_PIECES = [
    "„", "“", '"', "»", "«", "'", ", ", ": ", ". ", "\n", " ", "sagte ", "Klein ", "der ", "dass ", "zu ",
    "teilte ", "mit ", "nach ", "Angaben ", "laut ", "zufolge ", "so ", "es ", "sei ", "habe ", "zitierte ",
    "die ", "Zeitung ", "wurde ", "gefordert ", "(", ")", "heißt ", "in ", "Das ", "demnach ", "wonach ", "wie ",
]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
def test_any_soup_of_words_gives_valid_items(text: str) -> None:
    items = QuoteRules().suggest(Request(text))
    state = Annotations.of(len(text), items)
    assert [problem for item in items for problem in item_problems(item, state)] == []


def test_no_spacy_is_imported() -> None:
    code = "import sys, rotstift.nlp.quotes as q; q.QuoteRules(); sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_article_takes_well_under_a_tenth_of_a_second() -> None:
    text = "„Wir bauen das Haus“, sagte Eva Klein, die das Amt in Bonn leitet. " * 40
    QuoteRules().suggest(Request(text))
    start = perf_counter()
    QuoteRules().suggest(Request(text + "Ende."))
    assert perf_counter() - start < 0.5  # 560 words; about 0.01 s on an idle machine


@pytest.mark.parametrize("piece", ["'a ", "„a ", "sagte ", "„a“ ", "der laut ", "„a b c d e\n"])
def test_absurd_texts_end_soon(piece: str) -> None:
    start = perf_counter()
    QuoteRules().suggest(Request(piece * 10_000))
    assert perf_counter() - start < 10

"""The quote rules on English sentences of our own, on the English samples, and in other languages."""

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rotstift.model.annotations import Annotations
from rotstift.model.checks import item_problems
from rotstift.model.items import Negative, Quote, SourceKind, role_spans
from rotstift.nlp.quotes import QuoteRules
from rotstift.nlp.quotes.language import language_of
from rotstift.nlp.quotes.scores import SCORES
from rotstift.nlp.suggest import Request
from rotstift.paths import resource


def quotes(text: str) -> list[Quote]:
    return [item for item in QuoteRules().suggest(Request(text)) if isinstance(item, Quote)]


def negatives(text: str) -> list[tuple[str, str]]:
    items = QuoteRules().suggest(Request(text))
    return [(item.span.of(text), item.reason) for item in items if isinstance(item, Negative)]


def parts(quote: Quote, text: str) -> str:
    return " | ".join(part.of(text) for part in quote.parts)


def role(quote: Quote, name: str, text: str) -> str:
    return " | ".join(span.of(text) for span in role_spans(quote, name))


def sample(name: str) -> str:
    return resource("samples", name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The shop is open.", "en"),
        ("Der Laden ist offen.", "de"),
        ("", "de"),
        (sample("13-harbour-ferry-wire.txt"), "en"),
        (sample("01-windkraft-landtag.txt"), "de"),
        ("Elle a dit que le prix est dans la liste et que nous avons tout vu. " * 3, "fr"),
        ("Мы не знаем, сказал он. " * 8, ""),
        ("lorem ipsum dolor sit amet consectetur adipiscing elit " * 5, ""),
    ],
)
def test_language(text: str, code: str) -> None:
    assert language_of(text) == code


def test_german_samples_with_english_words_in_them_stay_german() -> None:
    text = sample("05-ostsee-gipfel.txt") + "\n“It is over,” said the man to the crowd.\n"
    assert language_of(text) == "de"


DIRECT = [
    # text, speaker, cue
    ("“It is a good day,” Rowe said on Tuesday at a meeting in Leeds.", "Rowe", "said"),
    ("“It is a good day,” said Callum Rowe.", "Callum Rowe", "said"),
    ("“It is a good day”, said Callum Rowe.", "Callum Rowe", "said"),
    ("‘It is a good day,’ Rowe said.", "Rowe", "said"),
    ("“Is it a good day?” Tennant asked.", "Tennant", "asked"),
    ("“Is it a good day?” she asked.", "she", "asked"),
    ("Tennant said: “It is a good day.”", "Tennant", "said"),
    ("Tennant, head of the firm, said: “It is a good day.”", "Tennant, head of the firm", "said"),
    (
        "“It is a good day,” said Moira Tennant, chief executive of the Clydeway ferry company.",
        "Moira Tennant, chief executive of the Clydeway ferry company",
        "said",
    ),
    ("“It is a good day,” says Agnes Tolliver, 74, who runs it.", "Agnes Tolliver, 74", "says"),
    ("“It is a good day,” Rowe, who leads the union, said.", "Rowe", "said"),
    ("“It is a good day,” the company said in a statement.", "the company", "said"),
    ("“It is a good day,” according to the report.", "the report", "according to"),
    ("“It is a good day,” Rowe and Tennant said.", "Rowe and Tennant", "said"),
    ("She stood up and said: “It is a good day.”", "She", "said"),
    ("There was a note that read: “It is a good day.”", "a note", "read"),
    ("Asked if he was sorry, Rowe replied: “It is a good day.”", "Rowe", "replied"),
    ("Moira Tennant: “It is a good day.”", "Moira Tennant", ":"),
]


@pytest.mark.parametrize(("text", "speaker", "cue"), DIRECT)
def test_direct(text: str, speaker: str, cue: str) -> None:
    (quote,) = quotes(text)
    assert quote.type == "direct"
    assert role(quote, "speaker", text) == speaker
    assert role(quote, "cue", text) == cue


@pytest.mark.parametrize(("text", "speaker", "cue"), DIRECT)
def test_direct_with_straight_marks_and_no_break_spaces(text: str, speaker: str, cue: str) -> None:
    straight = text.translate({ord(mark): '"' for mark in "“”‘"}).replace("’ Rowe", '" Rowe')
    straight = straight.replace(" ", "\u00a0")
    (quote,) = quotes(straight)
    assert role(quote, "speaker", straight).replace("\u00a0", " ") == speaker
    assert role(quote, "cue", straight).replace("\u00a0", " ") == cue


INDIRECT = [
    # text, quote, speaker, cue
    ("Rowe said that the vote was over.", "that the vote was over", "Rowe", "said"),
    ("Rowe said the vote was over.", "the vote was over", "Rowe", "said"),
    ("In London the minister said the talks had ended.", "the talks had ended", "the minister",
     "said"),
    ("After the vote Rowe said it was over.", "it was over", "Rowe", "said"),
    ("The vote was over, police said.", "The vote was over", "police", "said"),
    ("The vote is over, said Ann Lee, a lawyer, on Monday.", "The vote is over",
     "Ann Lee, a lawyer", "said"),
    ("It is a day, she says, for the people.", "It is a day | for the people", "she", "says"),
    ("According to the police, nobody was hurt.", "nobody was hurt", "the police", "According to"),
    ("Nobody was hurt, according to the police.", "Nobody was hurt", "the police", "according to"),
    ("The woman who owns the house says it is old.", "it is old", "The woman", "says"),
    ("The council, which is run by them, said it was old.", "it was old", "The council", "said"),
    ("He asked whether the firm would pay.", "whether the firm would pay", "He", "asked"),
    ("The minister promised to build the road.", "to build the road", "The minister", "promised"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said", "speaker", "cue"), INDIRECT)
def test_indirect(text: str, said: str, speaker: str, cue: str) -> None:
    (quote,) = quotes(text)
    assert quote.type == "indirect"
    assert parts(quote, text) == said
    assert role(quote, "speaker", text) == speaker
    assert role(quote, "cue", text) == cue


@pytest.mark.parametrize(
    "text",
    [
        "She was told that the shop was closed by the owner.",
        "He did not say that the shop was closed.",
        "The claims of the insurers were denied by the court.",
        "The ministry of transport reported a loss of two million.",
        "The fund is open to claims until June.",
        "Photo: A queue of lorries at the port on Tuesday",
    ],
)
def test_nothing_to_find(text: str) -> None:
    assert QuoteRules().suggest(Request(text)) == []


def test_who_was_told_and_through_whom() -> None:
    text = "“We will not be moved,” he told reporters at the gate."
    assert role(quotes(text)[0], "addressee", text) == "reporters"
    text = "“We will not be moved,” Rowe told the Evening Post."
    assert role(quotes(text)[0], "via", text) == "the Evening Post"
    text = "Rowe told a crowd of supporters that he would go."
    assert role(quotes(text)[0], "addressee", text) == "a crowd of supporters"


def test_interrupted_is_one_quote_in_two_parts() -> None:
    text = "“They did not strike for money,” he said, “they struck for sleep.”"
    (quote,) = quotes(text)
    assert parts(quote, text) == "“They did not strike for money,” | “they struck for sleep.”"
    assert role(quote, "speaker", text) == "he"


def test_an_orphan_goes_on_with_the_speaker_of_the_sentence_before() -> None:
    text = "“You are free,” the judge told him. “You may go.” It rained. “It is wet in here.”"
    first, second, third = quotes(text)
    assert second.speaker == first.speaker
    assert second.cue == ()
    assert third.speaker == ()


def test_without_a_cue_there_is_no_speaker() -> None:
    text = "On the wall of the house were the words “We shall not be moved from here by you.”"
    (quote,) = quotes(text)
    assert (quote.speaker, quote.cue) == ((), ())
    assert (quote.origin.score or 1) <= 0.5


def test_fragment_inside_reported_speech_has_a_parent() -> None:
    text = "Tennant conceded that the system had been “unworkable.”"
    outer, inner = quotes(text)
    assert (outer.type, inner.type, inner.fragment) == ("indirect", "direct", True)
    assert inner.parent == outer.id
    assert inner.speaker == outer.speaker


def test_fragment_of_a_judging_verb() -> None:
    text = "The Seafarers’ Alliance (SFA) described the deal as “a decent compromise.”"
    (quote,) = quotes(text)
    assert quote.fragment
    assert role(quote, "speaker", text) == "The Seafarers’ Alliance (SFA)"
    assert quote.speaker[0].kind is SourceKind.ORGANISATION


@pytest.mark.parametrize(
    ("text", "stretch", "reason"),
    [
        ("The film “The Long Way” is on.", "“The Long Way”", "title"),
        ("A so-called “super tax” is to be paid.", "“super tax”", "term"),
        ("The ferry “Maid of Lorne” is on its way.", "“Maid of Lorne”", "name"),
        ("This was the “Maid of Lorne,” they knew.", "“Maid of Lorne,”", "name"),
        ("The word “love” is in all of her songs.", "“love”", "scare"),
    ],
)
def test_likely_negatives(text: str, stretch: str, reason: str) -> None:
    assert negatives(text) == [(stretch, reason)]
    assert [quote for quote in quotes(text) if quote.type == "direct"] == []


def test_headline() -> None:
    text = "Ferry operator Clydeway: All crews will be paid\n\nThe crews of the ferry are back."
    (quote,) = quotes(text)
    assert parts(quote, text) == "All crews will be paid"
    assert role(quote, "speaker", text) == "Ferry operator Clydeway"


WIRE = [
    ("“We have listened, and we have moved,”", "chief executive Moira Tennant", "told"),
    ("“Nobody should have to choose between a shift and a school run.”",
     "chief executive Moira Tennant", ""),
    ("“a decent compromise.”", "The Seafarers’ Alliance (SFA)", "described"),
    ("“They did not strike for money,” | “they struck for sleep.”", "he", "said"),
    ("“unworkable.”", "Tennant", "conceded"),
    ("“A lad came in and asked me, ‘Is there any milk at all?’ I gave him the last of my own,”",
     "she", "recalled"),
    ("“Hindsight is a very reliable ferry.”", "he", "replied"),
]  # fmt: skip


def test_the_wire_story() -> None:
    text = sample("13-harbour-ferry-wire.txt")
    found = [quote for quote in quotes(text) if quote.type == "direct"]
    assert [
        (parts(quote, text), role(quote, "speaker", text), role(quote, "cue", text))
        for quote in found
    ] == WIRE
    assert {span for span, _reason in negatives(text)} == {"“lifeline fund”", "“Maid of Lorne,”"}


def test_the_village_story() -> None:
    text = sample("14-village-bookshop.txt")
    found = [quote for quote in quotes(text) if quote.type == "direct"]
    speakers = [role(quote, "speaker", text) for quote in found]
    assert speakers == [
        "Agnes Tolliver, 74",
        "Agnes Tolliver, 74",
        "a note",
        "A blogger",
        "she",
        "Shropshire Council",
        "Tolliver",
        "Tolliver",
        "she",
    ]
    assert len(found[-2].parts) == 2
    assert [span for span, _reason in negatives(text)] == [
        "“Wet Paint, Dry Wit,”",
        "“Forecasts for Readers.”",
    ]


def test_what_nobody_has_measured_is_scored_low() -> None:
    rows = {name: score for name, score in SCORES.items() if name.startswith(("en-", "any-"))}
    assert len(rows) > 12
    assert max(rows.values()) <= 0.7


def test_an_unknown_language_gets_its_marks_and_nobody_to_speak() -> None:
    text = (
        "« Nous avons tout vu dans la ville et nous sommes là », dit le « roi » de la ville. " * 3
    )
    found = quotes(text)
    assert len(found) == 3
    assert all(not (quote.speaker or quote.cue or quote.addressee) for quote in found)
    assert all((quote.origin.score or 1) <= 0.5 for quote in found)
    assert len(negatives(text)) == 3


_PIECES = [
    "“", "”", '"', "‘", "’", ", ", ": ", ". ", "? ", "\n", " ", "said ", "Rowe ", "the ", "that ", "to ",
    "told ", "who ", "and ", "according to ", "as ", "put it ", "it ", "is ", "of ", "asked ", "called ",
    "minister ", "(", ")", "74", "in ", "The ", "said", "reports ", "not ", "Dr. ", "’s ", "- ", "; ",
]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
def test_any_soup_of_words_gives_valid_items(soup: str) -> None:
    text = soup + "\nIt is the end of the day and this is what she said."
    items = QuoteRules().suggest(Request(text))
    state = Annotations.of(len(text), items)
    assert [problem for item in items for problem in item_problems(item, state)] == []


@pytest.mark.parametrize("piece", ["the 'a ", "said ", "the “a” ", "the man said ", "of the man, "])
def test_absurd_texts_end_soon(piece: str) -> None:
    start = perf_counter()
    QuoteRules().suggest(Request(piece * 5_000))
    assert perf_counter() - start < 10

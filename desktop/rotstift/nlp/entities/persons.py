"""People: first name and surname, title and name, runs of names, a name beside a verb of speech."""

import re

from rotstift.nlp.entities import lexicon
from rotstift.nlp.entities.tokens import Candidate, Line, Token, base_forms

PARTICLES = frozenset(
    [
        "von",
        "van",
        "de",
        "der",
        "den",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "du",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ben",
        "ibn",
        "zu",
        "zum",
        "zur",
        "ter",
        "ten",
        "vom",
    ]
)
"""Small words inside a surname: "Ursula von der Leyen"."""
PLACE_BEFORE = frozenset(["in", "aus", "nach", "In", "Aus", "Nach"])
NOUN_LIKE = ("NN", "ADJ", "AJ0")
"""What the tagger may take a surname for: "Müller" a noun, "Frei" an adjective."""
LONGEST = 5
"""Tokens of the longest name."""


ROMAN = re.compile(r"[IVX]{1,5}")
"""Numbers of kings and popes."""


def _is_first(token: Token) -> bool:
    word = token.text
    if word in lexicon.no_persons():
        return False
    return word in lexicon.first_names() or (
        "-" in word and all(part in lexicon.first_names() for part in word.split("-"))
    )


def _may_be_surname(token: Token) -> bool:
    return (
        token.capital
        and token.is_word
        and len(token.text) > 1
        and not token.text.isupper()
        and token.text not in lexicon.no_persons()
        and not lexicon.is_title(token.text)
    )


def _is_listed(token: Token) -> bool:
    """A place, an organisation or another listed name: hardly a surname without a first name."""
    return lexicon.match_at([token], 0) is not None


def _is_initial(token: Token) -> bool:
    return len(token.text) == 2 and token.text[1] == "." and token.capital


def find_persons(line: Line) -> None:
    """All ways that one line alone gives."""
    index = 0
    while index < len(line.tokens):
        last = _person_at(line, index)
        index = index + 1 if last is None else last + 1


def _person_at(line: Line, index: int) -> int | None:
    """Add the person whose name starts here; its last token, or None."""
    token = line.tokens[index]
    if _is_first(token):
        return _after_first_name(line, index)
    if token.is_name and _may_be_surname(token):
        return _unlisted(line, index)
    return None


def _is_titled(line: Line, index: int) -> bool:
    return index > 0 and lexicon.is_title(line.tokens[index - 1].text)


def _after_first_name(line: Line, index: int) -> int | None:
    last = _surname_after(line, index, loose=True)
    if last > index:
        sure = line.tokens[last].is_name
        return _add(line, index, last, "per.first" if sure else "per.first.noun")
    if _is_titled(line, index):
        return _add(line, index, index, "per.title")
    return _add(line, index, index, "per.first.alone") if line.tokens[index].is_name else None


def _unlisted(line: Line, index: int) -> int | None:
    """A name that begins with no first name we know."""
    last = _surname_after(line, index, loose=False)
    if _is_titled(line, index):
        return _add(line, index, last, "per.title")
    if any(_is_listed(token) for token in line.tokens[index : last + 1]):
        return None
    if last == index:
        return _add(line, index, index, "per.said" if _beside_speech(line, index) else "per.alone")
    before = line.tokens[index - 1] if index else None
    if before and before.text in PLACE_BEFORE:
        line.add(index, last, "LOC", "place.preposition")
        return last
    articled = before is not None and before.tag.startswith(("ART", "AT0"))
    return _add(line, index, last, "per.names.article" if articled else "per.names")


def _surname_after(line: Line, index: int, *, loose: bool) -> int:
    """The last token of the name that starts at `index`; `index` itself where nothing follows.

    Loose: the first word after a first name may be what the tagger takes for a noun ("Peter Müller").
    """
    last, place = index, index + 1
    while place < len(line.tokens) and place - index < LONGEST:
        token = line.tokens[place]
        if _continues(token, loose=loose and last == index):
            last = place
        elif not (_is_initial(token) or token.text in PARTICLES):
            break
        place += 1
    return _with_number(line, last)


def _continues(token: Token, *, loose: bool) -> bool:
    if loose and token.capital and token.is_word and lexicon.is_title(token.text):
        return True  # "Steffi Graf", "Kai Richter"
    named = token.is_name or _is_first(token) or (loose and token.tag.startswith(NOUN_LIKE))
    return named and _may_be_surname(token)


def _with_number(line: Line, last: int) -> int:
    """ "Friedrich II.": the number and its dot belong to the name."""
    following = [token.text for token in line.tokens[last + 1 : last + 3]]
    if following and ROMAN.fullmatch(following[0].removesuffix(".")):
        return last + 2 if following[1:] == ["."] else last + 1
    return last


def _beside_speech(line: Line, index: int) -> bool:
    before = line.tokens[index - 1].text if index else ""
    after = line.tokens[index + 1].text if index + 1 < len(line.tokens) else ""
    return before in lexicon.speech_verbs() or after in lexicon.speech_verbs()


def _add(line: Line, first: int, last: int, evidence: str) -> int:
    words = [token.text for token in line.tokens[first : last + 1]]
    line.add(first, last, "PER", evidence, " ".join(words))
    return last


def surnames(persons: list[Candidate]) -> dict[str, str]:
    """What a person may be called later in the article -> the full name.

    The last word of a name; the first one too where it is no first name ("Xi" of "Xi Jinping").
    """
    table: dict[str, str] = {}
    for person in sorted(persons, key=lambda candidate: len(candidate.name)):
        words = person.name.split()
        table[words[-1]] = person.name
        if words[0] not in lexicon.first_names() and not words[0].endswith("."):
            table[words[0]] = person.name
    return table


def _other_thing(token: Token) -> bool:
    """A profession, a place or a firm by the same name is no mention of the person."""
    return lexicon.is_title(token.text) or _is_listed(token)


def find_repeats(line: Line, known: dict[str, str]) -> None:
    """Surnames of people whom the article names in full somewhere."""
    for index, token in enumerate(line.tokens):
        form = next((form for form in base_forms(token.text) if form in known), "")
        if form and token.capital and not _other_thing(token):
            line.add(index, index, "PER", _repeat(line, index), form)


def _repeat(line: Line, index: int) -> str:
    """A surname that is an ordinary word too counts beside a title or a verb of speech only."""
    if line.tokens[index].is_name:
        return "per.repeat"
    if _is_titled(line, index):
        return "per.title"
    return "per.said" if _beside_speech(line, index) else "per.repeat.noun"

"""Organisations and other names by the way they are built: "Muster AG", "Landgericht Köln", "FC Musterstadt"."""

import re

from rotstift.nlp.entities import lexicon
from rotstift.nlp.entities.tokens import Line, Token

LEGAL = frozenset(
    [
        "AG",
        "GmbH",
        "SE",
        "KG",
        "KGaA",
        "OHG",
        "Inc",
        "Inc.",
        "Corp",
        "Corp.",
        "Ltd",
        "Ltd.",
        "LLC",
        "plc",
        "Holding",
        "Group",
        "Gruppe",
    ]
)
CLUBS = frozenset(
    [
        "FC",
        "SV",
        "TSV",
        "VfB",
        "VfL",
        "SC",
        "FSV",
        "TuS",
        "BC",
        "EC",
        "EHC",
        "HC",
        "HSG",
        "SG",
        "SpVgg",
        "TSG",
        "ASV",
        "ESV",
        "FK",
        "NK",
        "AC",
        "AS",
        "SK",
        "TV",
        "BSC",
        "MSV",
        "SSV",
        "RW",
        "1.",
    ]
) - {"1.", "RW"}
INSTITUTIONS = re.compile(
    r"(?:Technische|Freie|Humboldt-?)?Universität|Universität|Uni|Hochschule|Fachhochschule|"
    r"(?:Land|Amts|Oberlandes|Verwaltungs|Arbeits|Sozial|Oberverwaltungs)gericht|Staatsanwaltschaft|"
    r"Polizeipräsidium|Landeskriminalamt|Handelskammer|Bistum|Erzbistum|Sparkasse|Volksbank|University"
)
AUTHORITY = re.compile(
    r"(?:Bundes|Landes|Reichs)[a-zäöüß]*(?:amt|amts|amtes|ministerium|ministeriums|gericht|gerichts|"
    r"gerichtshof|anstalt|agentur|zentrale|anwaltschaft|institut|bank|partei|liga|wehr|polizei)|"
    r"(?:Außen|Innen|Finanz|Wirtschafts|Verteidigungs|Justiz|Gesundheits|Umwelt|Verkehrs|Arbeits|Kultus|"
    r"Landwirtschafts|Familien|Bildungs)ministeriums?"
)
STREET = re.compile(
    r"[A-ZÄÖÜ][\w-]*(?:straße|strasse|platz|allee|gasse|brücke|park|burg|berg|insel|see|tal)s?"
)
ROAD = re.compile(r"[A-ZÄÖÜ][\w-]+[-](?:Straße|Platz|Allee|Brücke|Ufer|Weg|Insel|Park|See)")
PRIZE = re.compile(
    r"[A-ZÄÖÜ][\w-]+-(?:Preis|Preises|Cup|Pokal|Festival|Affäre|Prozess|Prozesses|Medaille|Orden|Trophy)"
)
PAPER = re.compile(
    r"[A-ZÄÖÜ][\w-]+-(?:Zeitung|Verlag|Stiftung|Institut|Instituts|Konzern|Gruppe|Bank|Universität)"
)
ACRONYM = re.compile(r"[A-ZÄÖÜ]{3,5}")
FIRM = re.compile(r"[A-ZÄÖÜ][\w&.'-]*")


def find_patterns(line: Line) -> None:
    """Every pattern at every token."""
    for index, token in enumerate(line.tokens):
        if not (token.capital or token.text[0].isdigit()):
            continue
        _legal(line, index, token)
        _club(line, index, token)
        _institution(line, index, token)
        for pattern, label, evidence in SINGLE:
            if pattern.fullmatch(token.text) and (evidence not in NEEDS_NAME or token.is_name):
                line.add(index, index, label, evidence)
        _acronym(line, index, token)
        _preposition(line, index, token)


SINGLE = (
    (AUTHORITY, "ORG", "org.authority"),
    (PAPER, "ORG", "org.compound"),
    (ROAD, "LOC", "place.road"),
    (STREET, "LOC", "place.street"),
    (PRIZE, "MISC", "misc.compound"),
)
NEEDS_NAME = frozenset(("place.street",))


def _legal(line: Line, index: int, token: Token) -> None:
    """Up to three capitalised words before AG, GmbH, ...; "& Co. KG" after it."""
    if token.text not in LEGAL or token.text == "Gruppe":
        return
    first = index
    while first and index - first < 3 and FIRM.fullmatch(line.tokens[first - 1].text):
        if line.tokens[first - 1].tag.startswith(("ART", "APPR", "PRON")):
            break
        first -= 1
    if first < index:
        line.add(first, index, "ORG", "org.legal")


def _club(line: Line, index: int, token: Token) -> None:
    """FC, SV, ... and the name after it, with a year or a second word."""
    if token.text not in CLUBS or index + 1 >= len(line.tokens):
        return
    following = line.tokens[index + 1]
    if not (following.capital and following.is_word and following.is_name):
        return
    last = index + 1
    if last + 1 < len(line.tokens) and (
        line.tokens[last + 1].is_name or re.fullmatch(r"\d\d|\d{4}", line.tokens[last + 1].text)
    ):
        last += 1
    first = index - 1 if index and re.fullmatch(r"1\.", line.tokens[index - 1].text) else index
    line.add(first, last, "ORG", "org.club")


def _institution(line: Line, index: int, token: Token) -> None:
    """ "Landgericht Köln", "Universität Heidelberg"."""
    if not INSTITUTIONS.fullmatch(token.text) or index + 1 >= len(line.tokens):
        return
    following = line.tokens[index + 1]
    if following.capital and following.is_name:
        match = lexicon.match_at(line.tokens, index + 1)
        line.add(index, match[1] if match else index + 1, "ORG", "org.institution")


def _acronym(line: Line, index: int, token: Token) -> None:
    shouting = sum(other.text.isupper() and len(other.text) > 1 for other in line.tokens) > 4
    if not ACRONYM.fullmatch(token.text) or shouting or token.text in lexicon.no_acronyms():
        return
    beside = line.tokens[max(index - 1, 0) : index] + line.tokens[index + 1 : index + 2]
    alone = not any(other.capital and other.is_name for other in beside)
    line.add(index, index, "ORG", "org.acronym" if alone else "org.acronym.beside")


IN = frozenset(["in", "aus", "nach", "bei", "In", "Aus", "Nach"])


def _preposition(line: Line, index: int, token: Token) -> None:
    """A name that nobody lists, after "in", "aus", "nach"."""
    if not index or line.tokens[index - 1].text not in IN or not token.is_name:
        return
    if token.is_word and len(token.text) > 3 and not token.text.isupper():
        line.add(index, index, "LOC", "place.preposition")

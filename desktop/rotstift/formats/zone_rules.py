"""Zone rules: the words and shapes by which a line of a news page is known. German and English."""

import re

_SPACE = r"[ \t\u00a0\u202f]"
_MONTHS = (
    "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    "|January|February|March|May|June|July|October|December"
    "|Jan|Feb|Mär|Mar|Apr|Jun|Jul|Aug|Sept?|Okt|Oct|Nov|Dez|Dec"
)
_WEEKDAYS = (
    "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|Mo|Di|Mi|Do|Fr|Sa|So"
    "|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tue|Wed|Thu|Fri|Sat|Sun"
)
_DAY = (
    r"(?:\d{1,2}\.\s*\d{1,2}\.\s*(?:\d{4}|\d{2})?"
    r"|\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}/\d{1,2}/\d{2,4}"
    rf"|\d{{1,2}}\.?\s*(?:{_MONTHS})\.?(?:,?\s*\d{{4}})?"
    rf"|(?:{_MONTHS})\.?\s+\d{{1,2}}(?:,?\s*\d{{4}})?)"
)
_TIME = r"\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:Uhr|[ap]\.?m\.?|GMT|UTC|CET|CEST|MEZ|MESZ|[A-Z]{2,4})?"
_DAY_AND_TIME = (
    rf"(?:(?:{_WEEKDAYS})\.?,?\s*)?(?:am\s+|den\s+)?{_DAY}"
    rf"(?:\s*(?:[,|–—-]|um|at|T|\s)?\s*{_TIME})?"
)
_STAMP_WORDS = (
    r"(?:Stand|Datum|Date|Erstellt|Zuletzt aktualisiert|Aktualisiert|Veröffentlicht|Geändert|Artikel"
    r"|Letzte Aktualisierung|Updated|Last (?:updated|modified)|Published|Posted)"
    r"(?:\s+(?:veröffentlicht|aktualisiert|am|vom|on|at))*"
)
_PLACE_NAME = (
    r"[A-ZÄÖÜ][\wäöüß.'’-]*(?:[ \u00a0](?:am|an|der|im|in|of|the|[A-ZÄÖÜ][\wäöüß.'’-]*)){0,4}"
)
_PLACES = rf"{_PLACE_NAME}(?:\s*[/,]\s*{_PLACE_NAME}){{0,3}}"

AGENCY = (
    r"(?:dpa(?:-AFX)?|AFP|afp|AP|ap|Reuters|REUTERS|reuters|rtr|KNA|epd|SID|sid|dapd|DAPD|APA|apa"
    r"|Keystone-SDA|sda|SDA|ddp|DJ|Dow Jones|dts|ots|TASS|PA|UPI|EFE|ANSA|Xinhua|Bloomberg|AWP|awp"
    r"|IANS|PTI|AAP|Kyodo|Belga|ANP|ANI|CNA|BBC|CNN)"
)
"""News agencies as they sign: a few dozen, in common use."""
_AGENCIES = rf"{AGENCY}(?:\s*[/,&+–-]\s*(?:{AGENCY}|[a-zäöü]{{2,4}})){{0,5}}"
_INITIALS = r"[a-zäöü]{2,4}(?:\s*/\s*[a-zäöü]{2,4}){0,5}"
# Repetitions have a limit everywhere here, so that no line can take a pattern long to refuse.

MEDIA_STAMP = re.compile(
    rf"(?:Video|Audio|Podcast)?[\s:|]*(?:{_DAY}\s*[|,·–-]\s*)?(?:\d{{1,2}}:)?\d{{1,3}}:\d{{2}}\s*"
    rf"(?:min|Min\.|Minuten|mins?|minutes)|{_DAY}\s*[|,·–-]\s*\d{{1,3}}\s*(?:min|Min\.|Minuten)"
)
"""A whole line under a video: its date and how long it runs."""

DATELINES: tuple[re.Pattern[str], ...] = (
    re.compile(rf"{_DAY_AND_TIME}"),
    re.compile(rf"(?:{_STAMP_WORDS})\s*[:,]?\s*{_DAY_AND_TIME}"),
    re.compile(rf"(?:{_STAMP_WORDS})\s*[:,]?\s*(?:(?:{_WEEKDAYS})\s*,?\s*)?{_TIME}"),
    re.compile(rf"{_PLACES}\s*[,|–-]\s*{_DAY_AND_TIME}"),
    re.compile(rf"(?:{_PLACES}(?:,\s*{_DAY})?\s*)?\({_AGENCIES}\)\s*[-–—:]?"),
)
"""Whole lines that say when and where. (A lone agency in brackets is a credit, tried before.)"""

_NAME_WORD = r"(?:[A-ZÄÖÜ][\wäöüßéèáàôîç.'’-]*)"
_PARTICLE = r"(?:von|van|de|der|den|del|della|di|da|dos|la|le|al|bin|zu|zum|ten|ter|y)"
_NAME = rf"{_NAME_WORD}(?:{_SPACE}(?:{_PARTICLE}{_SPACE})*{_NAME_WORD}){{0,4}}"
BYLINE = re.compile(
    rf"(?:Von|von|VON|By|by|BY|Text:|Autor:|Autorin:|Author:){_SPACE}+{_NAME}"
    rf"(?:{_SPACE}*(?:,|/|und|and|&){_SPACE}*{_NAME}){{0,4}}"
    rf"(?:{_SPACE}*(?:,|in|aus|for){_SPACE}*[^.!?]{{1,40}})?"
)
"""A whole line that says who wrote it; taken only above the text."""

AGENCY_PREFIX = re.compile(
    rf"(?:\({_AGENCIES}\)\s*)?{_PLACES}(?:,\s*{_DAY})?\s*\({_AGENCIES}\)\s*[-–—:.](?=\s)"
    rf"|\({_AGENCIES}\)\s*[-–—:](?=\s)"
)
"""The dateline at the start of a paragraph: "Berlin (dpa) -"."""
CAPITAL_PREFIX = re.compile(
    rf"[A-ZÄÖÜ]{{3,}}(?:[ /-][A-ZÄÖÜ]{{2,}}){{0,3}}(?:,\s*{_DAY})?\s+[-–—](?=\s)"
)
"""The same without an agency, in capitals; taken only at the first paragraph."""

_CAPTION_WORDS = (
    r"(?:Foto|Fotos|Bild|Bilder|Bildquelle|Archivbild|Archivfoto|Symbolbild|Symbolfoto|Grafik|Karte"
    r"|Video|Screenshot|Photo|Photos|Picture|Image|Graphic|File photo|FILE PHOTO)"
)
_SHOT = r"(?:Archivbild|Archivfoto|Archiv|Symbolbild|Symbolfoto|Bildmontage|file photo|File photo)"
CAPTIONS: tuple[re.Pattern[str], ...] = (
    re.compile(rf"\(?{_CAPTION_WORDS}\)?\s*[:|/©].*", re.DOTALL),
    re.compile(rf"\(?{_SHOT}\)?\.?"),
    re.compile(rf".*[(\[]\s*(?:{_CAPTION_WORDS}\s*[:/©]?|{_SHOT})[^()]{{0,60}}[)\]]\.?", re.DOTALL),
    re.compile(r".{20,}\s(?:©|Foto:|Bild:|Photo:)\s*[^.!?]{2,50}", re.DOTALL),
)
"""Whole lines about a picture."""

CREDITS: tuple[re.Pattern[str], ...] = (
    re.compile(r"(?:Quellen?|Sources?|Mit Material von|With material from)\s*:.*"),
    re.compile(rf"(?:Mit Material (?:von|der)|With material from)\s+{_AGENCIES}\.?"),
    re.compile(rf"\(?\s*(?:mit\s+|Mit\s+)?(?:{_INITIALS}\s*/\s*)?{_AGENCIES}\s*\)?\.?"),
    re.compile(rf"{_INITIALS}\s*\(\s*{_AGENCIES}\s*\)"),
    re.compile(r"(?:©|\([cC]\)\s|Copyright\b|Alle Rechte vorbehalten|All rights reserved).*"),
    re.compile(r"(?:Redaktion\s*:|(?:Edited|Reporting|Editing|Writing) by\s).{2,80}"),
)
"""Whole lines that say whose text it is."""

TEASERS: tuple[re.Pattern[str], ...] = (
    re.compile(
        r"(?:Mehr (?:zu|zum|zur|dazu|über|aus|Nachrichten|Meldungen|Informationen)|Auch interessant"
        r"|Siehe auch|Weitere (?:Meldungen|Artikel|Nachrichten|Themen|Beiträge|Informationen)"
        r"|Zum Thema|Zum Weiterlesen|Passend zum Thema|Themen in diesem Artikel"
        r"|See also|Related|More (?:on|about|from))\b.*[^.!,;]"
    ),
    re.compile(
        r"(?:Lesen Sie|Lies auch|Das könnte (?:Sie|Dich|dich)|Read (?:more|also|next)|Also read"
        r"|You (?:may|might) also like)\b.*"
    ),
    re.compile(r"(?:>>|→|➤|▶|\+\+)\s*.+"),
)
"""Whole lines that lead to other pages."""

TEASER_HEADING = re.compile(
    r"(?:Mehr zum Thema|Lesen Sie auch|Lesen Sie mehr|Auch interessant|Siehe auch|Zum Thema"
    r"|Das könnte Sie auch interessieren|Weitere \w+|Read more|Read also|Also read|See also"
    r"|Related(?: \w+)?|You (?:may|might) also like)\s*:?"
)
"""A teaser line that only announces the lines after it."""

LIST_ITEM = re.compile(r"(?:[-–—•*·▪+]|\d{1,2}[.)])\s")
"""How an item of a list begins."""

_CLOSING = " \t\u00a0\u202f\"'”“’»«)]"


def ends_a_sentence(line: str) -> bool:
    """True when the line closes a sentence or goes on, so that it is no title."""
    return line.rstrip(_CLOSING).endswith((".", "!", "?", ":", ";", ",", "…"))


def whole(pattern: re.Pattern[str], line: str) -> bool:
    """True when the pattern covers the line."""
    return pattern.fullmatch(line) is not None


def any_whole(patterns: tuple[re.Pattern[str], ...], line: str) -> bool:
    """True when one of the patterns covers the line."""
    return any(whole(pattern, line) for pattern in patterns)

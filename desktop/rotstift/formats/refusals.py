"""Refusals: everything that a file, a line or an annotation can be refused for, one sentence each.

The table is the only place with words. A window translates by `code` (and `Filekind` for the
parameter `what`) and fills in the same parameters.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rotstift.formats.filekinds import FILEKIND_WORDS, Filekind
from rotstift.model.wording import QT_TRANSLATE_NOOP

Parameters = Mapping[str, str | int]


class Scope(StrEnum):
    """How much is refused; everything around it comes in."""

    FILE = "file"
    LINE = "line"
    """One article of a file with one article a line."""
    ANNOTATION = "annotation"


class Code(StrEnum):
    """Why something is refused."""

    MISSING = "missing"
    NO_PERMISSION = "no_permission"
    NOT_A_FILE = "not_a_file"
    IS_FOLDER = "is_folder"
    UNREADABLE = "unreadable"
    TOO_BIG = "too_big"
    EMPTY = "empty"
    BLANK = "blank"
    OTHER_KIND = "other_kind"
    BINARY = "binary"
    UNDECODABLE = "undecodable"
    DAMAGED_UTF8 = "damaged_utf8"
    DAMAGED_UTF16 = "damaged_utf16"
    HAS_NUL = "has_nul"
    UNKNOWN_SUFFIX = "unknown_suffix"
    FOLDER_WITHOUT_FILES = "folder_without_files"
    NOT_UTF8_LINES = "not_utf8_lines"
    READER_FAILED = "reader_failed"
    BAD_MARKUP = "bad_markup"
    LINE_TOO_BIG = "line_too_big"
    LINE_NOT_UTF8 = "line_not_utf8"
    LINE_NOT_JSON = "line_not_json"
    LINE_NOT_OBJECT = "line_not_object"
    LINE_WITHOUT_TEXT = "line_without_text"
    LINE_BAD_TEXT = "line_bad_text"
    LINE_BAD_FIELD = "line_bad_field"
    UNKNOWN_FIELD = "unknown_field"
    BAD_SHAPE = "bad_shape"
    BAD_SPAN = "bad_span"
    BEYOND_TEXT = "beyond_text"
    TEXT_DIFFERS = "text_differs"
    CUTS_LINE_END = "cuts_line_end"
    NOT_IN_SCHEME = "not_in_scheme"
    UNKNOWN_WORD = "unknown_word"
    BAD_SCORE = "bad_score"
    BAD_WIKIDATA = "bad_wikidata"
    SAME_ID = "same_id"
    PARTS_OVERLAP = "parts_overlap"
    PARENT_MISSING = "parent_missing"
    PARENT_CIRCLE = "parent_circle"
    TARGET_MISSING = "target_missing"


@dataclass(frozen=True, slots=True)
class Sentence:
    """How far a refusal reaches, and its words in English."""

    scope: Scope
    words: str
    """A str.format template; the parameters are named in braces."""


SENTENCES: dict[Code, Sentence] = {
    Code.MISSING: Sentence(
        Scope.FILE, QT_TRANSLATE_NOOP("Refusals", "{name} is not there (any more).")
    ),
    Code.NO_PERMISSION: Sentence(
        Scope.FILE,
        QT_TRANSLATE_NOOP("Refusals", "{name} may not be read: ask its owner for the permission."),
    ),
    Code.NOT_A_FILE: Sentence(
        Scope.FILE,
        QT_TRANSLATE_NOOP(
            "Refusals", "{name} is a device or a pipe: only ordinary files can be added."
        ),
    ),
    Code.IS_FOLDER: Sentence(
        Scope.FILE, QT_TRANSLATE_NOOP("Refusals", "{name} is a folder, not a file.")
    ),
    Code.UNREADABLE: Sentence(
        Scope.FILE, QT_TRANSLATE_NOOP("Refusals", "{name} cannot be read: {detail}.")
    ),
    Code.TOO_BIG: Sentence(
        Scope.FILE,
        QT_TRANSLATE_NOOP(
            "Refusals",
            "{name} has {size} MB; an article has less than {limit} MB: split the file, one article each.",
        ),
    ),
    Code.EMPTY: Sentence(Scope.FILE, QT_TRANSLATE_NOOP("Refusals", "{name} is empty.")),
    Code.BLANK: Sentence(
        Scope.FILE, QT_TRANSLATE_NOOP("Refusals", "{name} has only spaces and empty lines in it.")
    ),
    Code.OTHER_KIND: Sentence(
        Scope.FILE,
        QT_TRANSLATE_NOOP(
            "Refusals",
            "{name} is {what}, not plain text: save its text as a .txt file and add that.",
        ),
    ),
    Code.BINARY: Sentence(
        Scope.FILE,
        QT_TRANSLATE_NOOP(
            "Refusals", "{name} is a binary file, not plain text: save its text as a .txt file."
        ),
    ),
    Code.UNDECODABLE: Sentence(
        Scope.FILE,
        QT_TRANSLATE_NOOP(
            "Refusals",
            "{name} is neither UTF-8 nor UTF-16 nor Windows-1252 (byte {place} is {byte}): "
            "save it as UTF-8.",
        ),
    ),
    Code.DAMAGED_UTF8: Sentence(
        Scope.FILE,
        QT_TRANSLATE_NOOP(
            "Refusals", "{name} is UTF-8 with a broken character at byte {place}: save it again."
        ),
    ),
    Code.DAMAGED_UTF16: Sentence(
        Scope.FILE,
        QT_TRANSLATE_NOOP(
            "Refusals", "{name} is {encoding} with a broken character: save it again as UTF-8."
        ),
    ),
    Code.HAS_NUL: Sentence(
        Scope.FILE,
        QT_TRANSLATE_NOOP(
            "Refusals",
            "{name} has a NUL character at place {place}: it is damaged or not plain text.",
        ),
    ),
    Code.UNKNOWN_SUFFIX: Sentence(
        Scope.FILE,
        QT_TRANSLATE_NOOP("Refusals", "{name} has an ending that is not known; known are {known}."),
    ),
    Code.FOLDER_WITHOUT_FILES: Sentence(
        Scope.FILE,
        QT_TRANSLATE_NOOP(
            "Refusals",
            "The folder {name} has no file that can be added; known endings are {known}.",
        ),
    ),
    Code.NOT_UTF8_LINES: Sentence(
        Scope.FILE,
        QT_TRANSLATE_NOOP(
            "Refusals", "{name} is {encoding}; JSON lines are always UTF-8: save it as UTF-8."
        ),
    ),
    Code.READER_FAILED: Sentence(
        Scope.FILE,
        QT_TRANSLATE_NOOP(
            "Refusals",
            "{name} could not be read to its end: the reader {reader} failed ({detail}).",
        ),
    ),
    Code.BAD_MARKUP: Sentence(
        Scope.LINE,
        QT_TRANSLATE_NOOP(
            "Refusals",
            "Line {line} of {name} is wrongly marked ({detail}): mend it and add it again.",
        ),
    ),
    Code.LINE_TOO_BIG: Sentence(
        Scope.LINE,
        QT_TRANSLATE_NOOP(
            "Refusals", "Line {line} of {name} has {limit} MB or more; an article has less."
        ),
    ),
    Code.LINE_NOT_UTF8: Sentence(
        Scope.LINE,
        QT_TRANSLATE_NOOP(
            "Refusals", "Line {line} of {name} is not UTF-8 (byte {place} of the line)."
        ),
    ),
    Code.LINE_NOT_JSON: Sentence(
        Scope.LINE,
        QT_TRANSLATE_NOOP(
            "Refusals",
            "Line {line} of {name} is not valid JSON (at character {place} of the line).",
        ),
    ),
    Code.LINE_NOT_OBJECT: Sentence(
        Scope.LINE,
        QT_TRANSLATE_NOOP(
            "Refusals", "Line {line} of {name} is not a JSON object with a text in it."
        ),
    ),
    Code.LINE_WITHOUT_TEXT: Sentence(
        Scope.LINE,
        QT_TRANSLATE_NOOP(
            "Refusals", 'Line {line} of {name} has no article: "text" is missing or empty.'
        ),
    ),
    Code.LINE_BAD_TEXT: Sentence(
        Scope.LINE,
        QT_TRANSLATE_NOOP(
            "Refusals",
            'Line {line} of {name}: "{field}" has a character that no text can have ({what}).',
        ),
    ),
    Code.LINE_BAD_FIELD: Sentence(
        Scope.LINE,
        QT_TRANSLATE_NOOP(
            "Refusals", 'Line {line} of {name}: "{field}" must be text, but is {value}.'
        ),
    ),
    Code.UNKNOWN_FIELD: Sentence(
        Scope.ANNOTATION,
        QT_TRANSLATE_NOOP(
            "Refusals",
            'Line {line} of {name}: the field "{field}" is not known and was left out, '
            "here and in all further lines.",
        ),
    ),
    Code.BAD_SHAPE: Sentence(
        Scope.ANNOTATION,
        QT_TRANSLATE_NOOP(
            "Refusals", "Line {line} of {name}, {where}: {field} must be {expected}, not {value}."
        ),
    ),
    Code.BAD_SPAN: Sentence(
        Scope.ANNOTATION,
        QT_TRANSLATE_NOOP(
            "Refusals",
            "Line {line} of {name}, {where}: {value} is no span; "
            "a span is two whole numbers, start before end.",
        ),
    ),
    Code.BEYOND_TEXT: Sentence(
        Scope.ANNOTATION,
        QT_TRANSLATE_NOOP(
            "Refusals",
            "Line {line} of {name}, {where}: the span {start} to {end} ends after the text "
            "({length} characters).",
        ),
    ),
    Code.TEXT_DIFFERS: Sentence(
        Scope.ANNOTATION,
        QT_TRANSLATE_NOOP(
            "Refusals",
            "Line {line} of {name}, {where}: the text at {start} to {end} is “{found}”, not “{given}”.",
        ),
    ),
    Code.CUTS_LINE_END: Sentence(
        Scope.ANNOTATION,
        QT_TRANSLATE_NOOP(
            "Refusals",
            "Line {line} of {name}, {where}: the span {start} to {end} cuts a line end (CR LF) "
            "or has nothing but the byte order mark in it.",
        ),
    ),
    Code.NOT_IN_SCHEME: Sentence(
        Scope.ANNOTATION,
        QT_TRANSLATE_NOOP(
            "Refusals",
            "Line {line} of {name}, {where}: the {field} “{value}” is not in the project's scheme "
            "(known are {known}).",
        ),
    ),
    Code.UNKNOWN_WORD: Sentence(
        Scope.ANNOTATION,
        QT_TRANSLATE_NOOP(
            "Refusals",
            "Line {line} of {name}, {where}: the {field} “{value}” is not known (known are {known}).",
        ),
    ),
    Code.BAD_WIKIDATA: Sentence(
        Scope.ANNOTATION,
        QT_TRANSLATE_NOOP(
            "Refusals",
            "Line {line} of {name}, {where}: the Wikidata id must be like Q42 and stand beside an "
            "identity, but is {value}.",
        ),
    ),
    Code.BAD_SCORE: Sentence(
        Scope.ANNOTATION,
        QT_TRANSLATE_NOOP(
            "Refusals",
            "Line {line} of {name}, {where}: the score must be a number from 0 to 1, not {value}.",
        ),
    ),
    Code.SAME_ID: Sentence(
        Scope.ANNOTATION,
        QT_TRANSLATE_NOOP(
            "Refusals",
            "Line {line} of {name}, {where}: the id “{value}” is taken by another annotation.",
        ),
    ),
    Code.PARTS_OVERLAP: Sentence(
        Scope.ANNOTATION,
        QT_TRANSLATE_NOOP(
            "Refusals", "Line {line} of {name}, {where}: two parts of the quote overlap."
        ),
    ),
    Code.PARENT_MISSING: Sentence(
        Scope.ANNOTATION,
        QT_TRANSLATE_NOOP(
            "Refusals",
            "Line {line} of {name}, {where}: it stands in the quote “{value}”, which is not there.",
        ),
    ),
    Code.PARENT_CIRCLE: Sentence(
        Scope.ANNOTATION,
        QT_TRANSLATE_NOOP(
            "Refusals", "Line {line} of {name}, {where}: the quote stands in itself."
        ),
    ),
    Code.TARGET_MISSING: Sentence(
        Scope.ANNOTATION,
        QT_TRANSLATE_NOOP(
            "Refusals",
            "Line {line} of {name}, {where}: the note is on “{value}”, which is not there.",
        ),
    ),
}


_VALUE_LIMIT = 80
"""Characters of somebody's value that a sentence shows."""


def shown(value: object) -> str:
    """The value as a sentence can show it: short, on one line."""
    words = value if isinstance(value, str) else repr(value)
    flat = " ".join(words.split())
    return flat if len(flat) <= _VALUE_LIMIT else flat[: _VALUE_LIMIT - 1] + "…"


def sentence(code: Code, parameters: Parameters) -> str:
    """The refusal in English, one sentence."""
    words = dict(parameters)
    if code is Code.OTHER_KIND:
        words["what"] = FILEKIND_WORDS[Filekind(str(words["what"]))]
    return SENTENCES[code].words.format_map(words)


class RefusalError(Exception):
    """Raised where something is found wrong; a reader turns it into a `Refused`."""

    def __init__(self, code: Code, **parameters: str | int) -> None:
        super().__init__(code, parameters)
        self.code = code
        self.parameters: Parameters = parameters

    def __str__(self) -> str:
        return f"{self.code}: {dict(self.parameters)}"


@dataclass(frozen=True)
class Refused:
    """Something that did not come in: where, and why."""

    source: str
    """The file or folder, as it was asked for."""
    line: int | None
    """Line in the file, from 1; None when the whole file is meant."""
    code: Code
    parameters: Parameters = field(default_factory=dict)

    @property
    def scope(self) -> Scope:
        """How much is refused."""
        return SENTENCES[self.code].scope

    @property
    def reason(self) -> str:
        """One sentence in English that names the file (and the line)."""
        return sentence(self.code, self.parameters)

"""Filekinds: what a file is that is no plain text, and what a refusal calls it."""

from enum import StrEnum

from rotstift.model.wording import QT_TRANSLATE_NOOP


class Filekind(StrEnum):
    """What a file is that is no plain text; the parameter `what` of OTHER_KIND."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    EPUB = "epub"
    RTF = "rtf"
    OFFICE = "office"
    POSTSCRIPT = "postscript"
    ARCHIVE = "archive"
    PICTURE = "picture"
    SOUND = "sound"
    VIDEO = "video"
    FONT = "font"
    PROGRAM = "program"
    SQLITE = "sqlite"
    PARQUET = "parquet"


FILEKIND_WORDS: dict[Filekind, str] = {
    Filekind.PDF: QT_TRANSLATE_NOOP("Refusals", "a PDF document"),
    Filekind.DOCX: QT_TRANSLATE_NOOP("Refusals", "a Word document"),
    Filekind.ODT: QT_TRANSLATE_NOOP("Refusals", "an OpenDocument file"),
    Filekind.EPUB: QT_TRANSLATE_NOOP("Refusals", "an e-book (EPUB)"),
    Filekind.RTF: QT_TRANSLATE_NOOP("Refusals", "an RTF document"),
    Filekind.OFFICE: QT_TRANSLATE_NOOP("Refusals", "an Office document"),
    Filekind.POSTSCRIPT: QT_TRANSLATE_NOOP("Refusals", "a PostScript file"),
    Filekind.ARCHIVE: QT_TRANSLATE_NOOP("Refusals", "a packed archive"),
    Filekind.PICTURE: QT_TRANSLATE_NOOP("Refusals", "a picture"),
    Filekind.SOUND: QT_TRANSLATE_NOOP("Refusals", "a sound file"),
    Filekind.VIDEO: QT_TRANSLATE_NOOP("Refusals", "a video"),
    Filekind.FONT: QT_TRANSLATE_NOOP("Refusals", "a font"),
    Filekind.PROGRAM: QT_TRANSLATE_NOOP("Refusals", "a program"),
    Filekind.SQLITE: QT_TRANSLATE_NOOP("Refusals", "a database (SQLite)"),
    Filekind.PARQUET: QT_TRANSLATE_NOOP("Refusals", "a Parquet table"),
}

"""First floor, east: files in and out, one format one file."""

from rotstift.formats.base import Annotated, FileFormat, Format, Found
from rotstift.formats.reading import read_paths
from rotstift.formats.refusals import Code, Refused, Scope
from rotstift.formats.table import Formats, all_formats

__all__ = [
    "Annotated",
    "Code",
    "FileFormat",
    "Format",
    "Formats",
    "Found",
    "Refused",
    "Scope",
    "all_formats",
    "read_paths",
]

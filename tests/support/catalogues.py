"""The window's catalogues of words, read from their .ts files."""

import xml.etree.ElementTree as Xml
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rotstift.paths import resource


@dataclass(frozen=True)
class Message:
    """One message of a .ts file."""

    context: str
    source: str
    numerus: bool
    forms: tuple[str, ...]
    state: str


def messages(path: Path) -> Iterator[Message]:
    for context in Xml.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            numerus = message.get("numerus") == "yes"
            texts = [form.text or "" for form in translation.iter("numerusform")]
            forms = tuple(texts) if numerus else (translation.text or "",)
            state = translation.get("type", "")
            yield Message(name, message.findtext("source", ""), numerus, forms, state)


def catalogue(spoken: str) -> list[Message]:
    return list(messages(resource("translations", f"rotstift_{spoken}.ts")))

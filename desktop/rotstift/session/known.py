"""Known: what a project knows about identities beside their names; in its settings, and so in the log."""

import json
import re
from collections.abc import Mapping

from rotstift.model.checks import EditError
from rotstift.model.identity import is_wikidata_id
from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.session.session import Changed, Session
from rotstift.store.records import SettingChange

IDENTITY = "identity:"
"""What the settings of identities begin with; the name follows."""
WIKIDATA = "wikidata"
_NUMBER = re.compile(
    r"(?:https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/)?(Q[1-9]\d{0,11})/?", re.IGNORECASE
)
_NO_NUMBER = QT_TRANSLATE_NOOP(
    "Messages", "“{words}” is no Wikidata id: write it like Q42, or paste the address of the item."
)


def wikidata(session: Session) -> Mapping[str, str]:
    """The Wikidata id of every identity that has one, by name; what is no such value is left out."""
    found: dict[str, str] = {}
    for key, value in session.project.settings(IDENTITY).items():
        number = _value(value)
        if number:
            found[key.removeprefix(IDENTITY)] = number
    return found


def _value(value: str) -> str:
    try:
        data = json.loads(value)
    except ValueError:
        return ""
    number = data.get(WIKIDATA) if isinstance(data, dict) else None
    return number if isinstance(number, str) and is_wikidata_id(number) else ""


def wikidata_id(words: str) -> str:
    """What a person typed or pasted as the id alone: "Q42"; empty for nothing. Raises EditError."""
    words = words.strip()
    if not words:
        return ""
    match = _NUMBER.fullmatch(words)
    if match is None:
        raise EditError(Sentence(_NO_NUMBER, words=words[:60]))
    return match.group(1).upper()


def set_wikidata(session: Session, identity: str, words: str) -> Changed | None:
    """Give an identity its Wikidata id in the whole project, or take it away; None for no change.

    Raises EditError for what is no id, WriteFailed when the disk does not take it.
    """
    number = wikidata_id(words)
    if wikidata(session).get(identity, "") == number:
        return None
    value = json.dumps({WIKIDATA: number}) if number else ""
    said = {"text": identity, "to": number or "–"}
    return session.do_all({}, "wikidata", said, {IDENTITY + identity: value})


def new_numbers(session: Session, told: Mapping[str, str]) -> list[SettingChange]:
    """The Wikidata ids that come in with articles; what the project knows already stays."""
    known = wikidata(session) if told else {}
    return [
        SettingChange(IDENTITY + name, "", json.dumps({WIKIDATA: number}))
        for name, number in told.items()
        if name not in known
    ]

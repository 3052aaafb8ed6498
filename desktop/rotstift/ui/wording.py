"""Words that the window says about things of the lower floors: doubts, edits, messages."""

from PySide6.QtCore import QCoreApplication

from rotstift.formats import Refused
from rotstift.formats.filekinds import FILEKIND_WORDS, Filekind
from rotstift.formats.refusals import SENTENCES, Code
from rotstift.model.doubt_weights import Why
from rotstift.model.history import EntryKind
from rotstift.model.wording import QT_TRANSLATE_NOOP, KeyOf, Sentence
from rotstift.store.records import LogEntry


def said(sentence: str) -> str:
    """A sentence of a lower floor in the person's language, and the sentences in it."""
    if not isinstance(sentence, Sentence):
        return sentence
    values = {name: _value(value) for name, value in sentence.values.items()}
    number = int(values["n"]) if "n" in values else -1
    template = QCoreApplication.translate("Messages", sentence.template, "", number)
    return template.format(**values) if values else template


SCHEME_WORDS = {
    EntryKind.EDIT: QT_TRANSLATE_NOOP("Messages", "The scheme is changed; undo takes it back."),
    EntryKind.UNDO: QT_TRANSLATE_NOOP("Messages", "The scheme is as it was before the change."),
    EntryKind.REDO: QT_TRANSLATE_NOOP("Messages", "The scheme is changed again."),
}
KEYS: dict[str, str] = {}
"""The keys of now by action id, in the words of the person's keyboard."""


def _value(value: str) -> str:
    return KEYS.get(value.action) or "–" if isinstance(value, KeyOf) else said(value)


def refusal_words(refused: Refused) -> str:
    """Why something did not come in, and what to do."""
    values = dict(refused.parameters)
    if "what" in values and refused.code is Code.OTHER_KIND:
        kind = FILEKIND_WORDS[Filekind(str(values["what"]))]
        values["what"] = QCoreApplication.translate("Refusals", kind)
    if "expected" in values:
        values["expected"] = QCoreApplication.translate("Refusals", str(values["expected"]))
    template = QCoreApplication.translate("Refusals", SENTENCES[refused.code].words)
    return template.format_map(values)


_KINDS = {
    "article": QT_TRANSLATE_NOOP("Report", "articles"),
    "entity": QT_TRANSLATE_NOOP("Report", "entities"),
    "quote": QT_TRANSLATE_NOOP("Report", "quotes"),
    "speaker": QT_TRANSLATE_NOOP("Report", "speakers"),
    "cue": QT_TRANSLATE_NOOP("Report", "cues"),
    "addressee": QT_TRANSLATE_NOOP("Report", "addressees"),
    "via": QT_TRANSLATE_NOOP("Report", "via"),
    "negative": QT_TRANSLATE_NOOP("Report", "negatives"),
    "zone": QT_TRANSLATE_NOOP("Report", "zones"),
    "note": QT_TRANSLATE_NOOP("Report", "notes"),
    "status": QT_TRANSLATE_NOOP("Report", "status"),
}


def kind_words(kind: str) -> str:
    """What an export counts, in the plural; its own name for one that a plug-in counts."""
    return report_words(_KINDS.get(kind, kind))


def report_words(words: str) -> str:
    """A reason or a note of an export; as it came where it is a plug-in's."""
    return QCoreApplication.translate("Report", words)


_DOUBTS = {
    Why.LOW_SCORE: QT_TRANSLATE_NOOP("Doubt", "The pipeline is not sure"),
    Why.DISAGREE: QT_TRANSLATE_NOOP("Doubt", "The rules say something else than the model"),
    Why.NO_SPEAKER: QT_TRANSLATE_NOOP("Doubt", "No speaker yet"),
    Why.FAR_SPEAKER: QT_TRANSLATE_NOOP("Doubt", "The speaker is far away"),
    Why.UNPAIRED: QT_TRANSLATE_NOOP("Doubt", "A quotation mark has no partner"),
    Why.UNDECIDED: QT_TRANSLATE_NOOP("Doubt", "Marks that nobody has decided on: quote, or not?"),
    Why.MIXED: QT_TRANSLATE_NOOP(
        "Doubt", "The same name has another label elsewhere in the article"
    ),
    Why.UNSEEN: QT_TRANSLATE_NOOP("Doubt", "This name is in none of the confirmed articles"),
    Why.LIKE_WRONG: QT_TRANSLATE_NOOP("Doubt", "Suggestions like this one were often wrong"),
    Why.SAMPLE: QT_TRANSLATE_NOOP(
        "Doubt", "Sample: drawn at random, so that the share of wrong suggestions is told honestly"
    ),
}


def doubt_words(why: Why) -> str:
    """A reason for doubt in the person's words."""
    return QCoreApplication.translate("Doubt", _DOUBTS[why])


_VERBS = {
    "import": QT_TRANSLATE_NOOP("History", "imported"),
    "suggest": QT_TRANSLATE_NOOP("History", "suggested"),
    "accept": QT_TRANSLATE_NOOP("History", "accepted"),
    "remove": QT_TRANSLATE_NOOP("History", "removed"),
    "deny": QT_TRANSLATE_NOOP("History", "denied"),
    "note": QT_TRANSLATE_NOOP("History", "note"),
    "add": QT_TRANSLATE_NOOP("History", "added"),
    "relabel": QT_TRANSLATE_NOOP("History", "relabelled"),
    "move_border": QT_TRANSLATE_NOOP("History", "border moved"),
    "identify": QT_TRANSLATE_NOOP("History", "identity"),
    "fragment": QT_TRANSLATE_NOOP("History", "fragment"),
    "add_part": QT_TRANSLATE_NOOP("History", "part added"),
    "split": QT_TRANSLATE_NOOP("History", "split"),
    "join": QT_TRANSLATE_NOOP("History", "joined"),
    "set_speaker": QT_TRANSLATE_NOOP("History", "speaker"),
    "set_cue": QT_TRANSLATE_NOOP("History", "cue"),
    "set_addressee": QT_TRANSLATE_NOOP("History", "addressee"),
    "set_via": QT_TRANSLATE_NOOP("History", "via"),
    "set_role": QT_TRANSLATE_NOOP("History", "role"),
    "wikidata": QT_TRANSLATE_NOOP("History", "Wikidata"),
    "zone": QT_TRANSLATE_NOOP("History", "zone"),
    "confirm": QT_TRANSLATE_NOOP("History", "confirmed"),
    "skipped": QT_TRANSLATE_NOOP("History", "skipped"),
    "flagged": QT_TRANSLATE_NOOP("History", "flagged"),
    "in_progress": QT_TRANSLATE_NOOP("History", "reopened"),
    "scheme": QT_TRANSLATE_NOOP("History", "scheme changed"),
    "same_label": QT_TRANSLATE_NOOP("History", "same for all"),
    "same_border": QT_TRANSLATE_NOOP("History", "same for all"),
    "same_remove": QT_TRANSLATE_NOOP("History", "same for all"),
    "same_deny": QT_TRANSLATE_NOOP("History", "same for all"),
    "same_identity": QT_TRANSLATE_NOOP("History", "same for all"),
}
_WHOLE_ARTICLE = frozenset({"confirm", "skipped", "flagged", "in_progress"})
_ROLES = frozenset({"set_speaker", "set_cue", "set_addressee", "set_via", "set_role"})


def verb_words(name: str) -> str:
    """What an edit did, in a word; its own name for one that a newer version wrote."""
    words = _VERBS.get(name)
    return QCoreApplication.translate("History", words) if words else name


def edit_words(entry: LogEntry) -> tuple[str, str]:
    """What was changed, and in passing how."""
    words = entry.words
    text, old, new = (" ".join(words.get(key, "").split()) for key in ("text", "from", "to"))
    count = words.get("count", "")
    detail = verb_words(entry.name) + (f" ×{count}" if count else "")
    if entry.name in _WHOLE_ARTICLE or entry.name == "suggest":
        return QCoreApplication.translate("History", "The article"), detail
    if entry.name == "move_border":
        return f"{old} → {new}", detail
    if entry.name in _ROLES:
        return f"{new or '–'} ← {text}", words.get("role", detail)
    change = " → ".join(part for part in (old, new) if part)
    return f"{text}  {change}".strip(), detail

"""What the selection panel is told (plain values), and the rows that it makes of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale

from rotstift.model.items import ROLES, Origin, Standing
from rotstift.model.scheme import Label
from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.ui.panels.fields import Choice, Field
from rotstift.ui.panels.parts import counted, translate


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A focused quote."""

    text: str
    type_id: str
    origin: Origin
    roles: Mapping[str, str]
    """Text of each role of model.items.ROLES that is filled."""
    number: int = 0
    """Place among the article's quotes, from 1; 0 for none."""
    total: int = 0
    parts: int = 1
    doubts: tuple[str, ...] = ()
    """Sentences that say what looks wrong."""
    note: str = ""
    doubt: float | None = None
    """How likely it is wrong, 0 to 1; None for what a person has settled."""
    by_lot: str = ""
    """Words that say so of a suggestion drawn by lot."""


@dataclass(frozen=True, slots=True)
class EntityView:
    """A focused entity."""

    text: str
    label_id: str
    origin: Origin
    identity: str = ""
    number: int = 0
    total: int = 0
    doubts: tuple[str, ...] = ()
    note: str = ""
    doubt: float | None = None
    """How likely it is wrong, 0 to 1; None for what a person has settled."""
    by_lot: str = ""
    """Words that say so of a suggestion drawn by lot."""


@dataclass(frozen=True, slots=True)
class NegativeView:
    """A focused negative."""

    text: str
    reason_id: str
    origin: Origin
    of_quote: bool = True
    """False: what it is not is an entity."""
    number: int = 0
    total: int = 0
    doubts: tuple[str, ...] = ()
    note: str = ""
    doubt: float | None = None
    """How likely it is wrong, 0 to 1; None for what a person has settled."""
    by_lot: str = ""
    """Words that say so of a suggestion drawn by lot."""


@dataclass(frozen=True, slots=True)
class WordsView:
    """Selected words that nothing is said about yet."""

    text: str
    doubts: tuple[str, ...] = ()
    doubt: float | None = None
    by_lot: str = ""


View = QuoteView | EntityView | NegativeView | WordsView


@dataclass(frozen=True, slots=True)
class Choices:
    """What the scheme offers, with the keys of the moment."""

    labels: tuple[Label, ...] = ()
    quote_types: tuple[Label, ...] = ()
    reasons: tuple[Label, ...] = ()
    keys: Mapping[str, str] | None = None
    """Key (in the words of `paint.key_words`) by action id."""
    language: str = "en"
    roles: tuple[Label, ...] = ()

    def role(self, role: str) -> str:
        """What the scheme calls a role; the usual word where it has none."""
        named = any(label.id == role for label in self.roles)
        return self.name(self.roles, role) if named else role_words(role)

    @property
    def own_roles(self) -> tuple[str, ...]:
        """The scheme's roles beside the four."""
        return tuple(label.id for label in self.roles if label.id not in ROLES)

    def shows_role(self, role: str) -> bool:
        """Whether a role stands in the panel although nothing fills it."""
        return not any(label.id == role and label.hidden for label in self.roles)

    def key(self, action: str) -> str:
        """The action's key, empty for none."""
        return (self.keys or {}).get(action, "")

    def name(self, labels: Sequence[Label], label_id: str) -> str:
        """A label's name in the person's language; its id where the scheme has no such label."""
        found = next((label for label in labels if label.id == label_id), None)
        return found.name(self.language) if found else label_id

    def menu(self, kind: str, labels: Sequence[Label]) -> tuple[Choice, ...]:
        """A choice for each label that is shown; its action is "kind.id"."""
        return tuple(
            Choice(
                f"{kind}.{label.id}",
                label.name(self.language),
                self.key(f"{kind}.{label.id}"),
                label if kind != "reason" else None,
            )
            for label in _shown(labels)
        )

    def caps(self, kind: str, labels: Sequence[Label]) -> str:
        """The keys of all of them, with spaces between, when there are at most four."""
        keys = [choice.keys for choice in self.menu(kind, labels) if choice.keys]
        return " ".join(keys) if len(keys) <= 4 else ""


def standing_words(standing: Standing) -> str:
    """A standing in the person's words."""
    return {
        Standing.SUGGESTED: translate("SelectionPanel", "suggested"),
        Standing.CHECKED: translate("SelectionPanel", "checked"),
        Standing.MADE: translate("SelectionPanel", "made by hand"),
    }[standing]


def role_words(role: str) -> str:
    """A role in the person's words."""
    return {
        "speaker": translate("SelectionPanel", "Speaker"),
        "cue": translate("SelectionPanel", "Cue"),
        "addressee": translate("SelectionPanel", "Addressee"),
        "via": translate("SelectionPanel", "Via"),
    }[role]


def _source(origin: Origin, more: str = "") -> list[Field]:
    score = "" if origin.score is None else QLocale().toString(origin.score, "f", 2)
    return [
        Field(translate("SelectionPanel", "State"), _joined(standing_words(origin.standing), more)),
        Field(
            translate("SelectionPanel", "Source"),
            _joined(origin.author, score),
            quiet=True,
        ),
    ]


def _joined(*words: str) -> str:
    return " · ".join(word for word in words if word)


def label_fields(choices: Choices) -> list[Field]:
    """A row for each label that the selected words can be marked with."""
    return [
        Field(choice.words, label.id, action=choice.action, keys=choice.keys, label=label)
        for choice, label in zip(
            choices.menu("label", choices.labels), _shown(choices.labels), strict=True
        )
    ]


def type_fields(choices: Choices) -> list[Field]:
    """A row for each quote type that the selected words can be marked as."""
    return [
        Field(choice.words, "„…“", action=choice.action, keys=choice.keys, label=label)
        for choice, label in zip(
            choices.menu("type", choices.quote_types), _shown(choices.quote_types), strict=True
        )
    ]


def _shown(labels: Sequence[Label]) -> list[Label]:
    return [label for label in labels if not label.hidden]


def quote_fields(view: QuoteView, choices: Choices) -> list[Field]:
    """The rows of a quote."""
    types = choices.quote_types
    kind = Field(
        translate("SelectionPanel", "Type"),
        choices.name(types, view.type_id),
        keys=choices.caps("type", types),
        label=next((label for label in types if label.id == view.type_id), None),
        choices=choices.menu("type", types),
    )
    roles = [
        Field(
            choices.role(role),
            view.roles.get(role, ""),
            action=f"role.{role}",
            keys=choices.key(f"role.{role}"),
            empty=translate("SelectionPanel", "none"),
        )
        for role in (*ROLES, *choices.own_roles)
        if choices.shows_role(role) or view.roles.get(role)
    ]
    count = QT_TRANSLATE_NOOP("SelectionPanel", "%n part(s)", "", 1)
    parts = counted(view.parts, "SelectionPanel", count) if view.parts > 1 else ""
    return [kind, *roles, *_source(view.origin, parts)]


def entity_fields(view: EntityView, choices: Choices) -> list[Field]:
    """The rows of an entity."""
    labels = choices.labels
    label = Field(
        translate("SelectionPanel", "Label"),
        choices.name(labels, view.label_id),
        keys=choices.caps("label", labels),
        label=next((label for label in labels if label.id == view.label_id), None),
        choices=choices.menu("label", labels),
    )
    identity = Field(
        translate("SelectionPanel", "Identity"),
        view.identity,
        action="identity" if choices.key("identity") else "",
        keys=choices.key("identity"),
        empty=translate("SelectionPanel", "none"),
    )
    return [label, identity, *_source(view.origin)]


def negative_fields(view: NegativeView, choices: Choices) -> list[Field]:
    """The rows of a negative."""
    what = (
        translate("SelectionPanel", "not a quote")
        if view.of_quote
        else translate("SelectionPanel", "not an entity")
    )
    reason = Field(
        translate("SelectionPanel", "Reason"),
        choices.name(choices.reasons, view.reason_id),
        keys=choices.key("negative"),
        choices=choices.menu("reason", choices.reasons),
    )
    return [Field(translate("SelectionPanel", "Checked"), what), reason, *_source(view.origin)]


def place_words(view: View | None) -> str:
    """What stands at the right of the heading."""
    match view:
        case QuoteView(number=number, total=total) if number:
            words = translate("SelectionPanel", "quote {0} of {1}")
        case EntityView(number=number, total=total) if number:
            words = translate("SelectionPanel", "entity {0} of {1}")
        case NegativeView(number=number, total=total) if number:
            words = translate("SelectionPanel", "checked {0} of {1}")
        case _:
            return ""
    return words.replace("{0}", str(number)).replace("{1}", str(total))

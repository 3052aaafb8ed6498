"""Measures: the published measure between two docs that hold quotes in our layout."""

from collections.abc import Sequence
from typing import Any

from rotstift.nlp.scoring import Pair, Unit, measure, paired

_KEYS = {"Messages": "messages", "Roles": "roles", "Joint": "joint", "Form": "form"}


def scores_of(pairs: Sequence[tuple[Any, Any]]) -> dict[str, float]:
    """F1 of Messages, Roles, Joint and Form over gold and predicted docs, with P and R of Messages."""
    every: list[Pair] = []
    for gold, found in pairs:
        every += paired(units(gold), units(found))
    figures = measure(every)
    scores = {f"quotes_{key}": figures[name].f1 for name, key in _KEYS.items()}
    messages = figures["Messages"]
    return scores | {"quotes_p": messages.precision, "quotes_r": messages.recall}


def units(doc: Any) -> list[Unit]:
    """The doc's quotes as sets of token numbers; who passed it on counts as addressee."""
    tokens: dict[str, set[int]] = {}
    types: dict[str, str] = {}
    for number, span in enumerate(_group(doc, "quotes")):
        key = span.id_ or f"#{number}"
        tokens.setdefault(key, set()).update(range(span.start, span.end))
        types[key] = span.label_
    roles: dict[str, dict[str, set[int]]] = {key: {} for key in tokens}
    for group in ("speaker", "cue", "addressee", "via"):
        name = "addressee" if group == "via" else group
        for span in _group(doc, group):
            if span.id_ in roles:
                roles[span.id_].setdefault(name, set()).update(range(span.start, span.end))
    return [
        Unit(types[key], frozenset(tokens[key]), {k: frozenset(v) for k, v in roles[key].items()})
        for key in tokens
    ]


def _group(doc: Any, key: str) -> Sequence[Any]:
    return list(doc.spans[key]) if key in doc.spans else []

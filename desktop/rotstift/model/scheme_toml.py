"""A scheme as TOML: what a project stores and a person can pass on.

Written here and not by a library: this floor knows the standard library only, and the form is fixed
(text, switches, tables of text). A TOML basic string is written as a JSON string is, but for DEL.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from rotstift.model.scheme import Colour, Label, Scheme, parse_scheme

_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")


def scheme_toml(scheme: Scheme) -> str:
    """The TOML that `parse_scheme` reads as this scheme."""
    groups = (
        ("label", scheme.labels),
        ("quote_type", scheme.quote_types),
        ("role", scheme.roles),
        ("reason", scheme.reasons),
    )
    empty = [f"{name} = []" for name, labels in groups if not labels]
    head = "\n".join((f"name = {_text(scheme.name)}", *empty))
    tables = (table for name, labels in groups for table in _tables(name, labels))
    return "\n\n".join((head, *tables)) + "\n"


def with_source(scheme: Scheme) -> Scheme:
    """The scheme with the TOML that says the same. Raises SchemeError for one that breaks a rule."""
    return parse_scheme(scheme_toml(replace(scheme, source="")))


def _tables(name: str, labels: Iterable[Label]) -> Iterator[str]:
    for label in labels:
        yield "\n".join((f"[[{name}]]", *_lines(label)))


def _lines(label: Label) -> Iterator[str]:
    usual = Label(label.id, label.words)
    yield f"id = {_text(label.id)}"
    if label.key:
        yield f"key = {_text(label.key)}"
    if label.hidden:
        yield "hidden = true"
    yield f"words = {_table(label.words)}"
    if label.light != usual.light:
        yield f"light = {_pair(label.light)}"
    if label.dark != usual.dark:
        yield f"dark = {_pair(label.dark)}"
    if label.guideline:
        yield f"guideline = {_table(label.guideline)}"
    if label.was:
        yield f"was = [{', '.join(map(_text, label.was))}]"


def _pair(colour: Colour) -> str:
    return _table({"ink": colour.ink, "tint": colour.tint})


def _table(values: Mapping[str, str]) -> str:
    return f"{{ {', '.join(f'{_key(key)} = {_text(value)}' for key, value in values.items())} }}"


def _key(key: str) -> str:
    return key if key and set(key) <= _BARE else _text(key)


def _text(words: str) -> str:
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")

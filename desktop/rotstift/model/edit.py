"""Edit: one named change to one article, made of steps that know their inverse."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rotstift.model.annotations import Annotations
from rotstift.model.checks import check_change
from rotstift.model.codec import CodecError, item_from_json, item_to_json
from rotstift.model.items import Item


@dataclass(frozen=True, slots=True)
class Put:
    """Add an item, or replace the one with the same id."""

    item: Item


@dataclass(frozen=True, slots=True)
class Drop:
    """Take an item away."""

    id: str


Step = Put | Drop


def touched_id(step: Step) -> str:
    """The id of the item that the step is about."""
    return step.item.id if isinstance(step, Put) else step.id


@dataclass(frozen=True, slots=True)
class Edit:
    """What a person (or a pipeline) did, as they would say it."""

    name: str
    """The verb: "relabel", "move_border", ...; its words for the window are in the ui."""
    steps: tuple[Step, ...]
    words: Mapping[str, str] = field(default_factory=dict)
    """What the history shows: "text", "from", "to", "count"."""

    def apply(self, state: Annotations) -> tuple[Annotations, tuple[Step, ...]]:
        """The new state and the steps that lead back.

        Raises EditError, with a sentence, when the result would not be a valid state; then nothing
        has happened.
        """
        return apply_steps(self.steps, state)


def apply_steps(
    steps: tuple[Step, ...], state: Annotations
) -> tuple[Annotations, tuple[Step, ...]]:
    """The state after the steps, and their inverse. Raises EditError."""
    last: dict[str, Item | None] = {}
    for step in steps:
        if isinstance(step, Put):
            last[step.item.id] = step.item
        else:
            last[step.id] = None
    put = [item for item in last.values() if item is not None]
    drop = [item_id for item_id, item in last.items() if item is None and item_id in state.items]
    new_state = state.changed(put, drop)
    check_change(new_state, put, drop)
    return new_state, _inverse(last, state)


def _inverse(last: Mapping[str, Item | None], state: Annotations) -> tuple[Step, ...]:
    before = ((item_id, state.get(item_id)) for item_id in last)
    return tuple(Drop(item_id) if old is None else Put(old) for item_id, old in before)


def steps_to_json(steps: tuple[Step, ...]) -> list[dict[str, Any]]:
    """The steps as JSON values: {"put": item} or {"drop": id}."""
    return [
        {"put": item_to_json(step.item)} if isinstance(step, Put) else {"drop": step.id}
        for step in steps
    ]


def steps_from_json(data: Any) -> tuple[Step, ...]:
    """What `steps_to_json` wrote. Raises CodecError for anything else."""
    if not isinstance(data, list):
        raise CodecError("steps are a list")
    return tuple(_step_from_json(step) for step in data)


def _step_from_json(step: Any) -> Step:
    match step:
        case {"put": item}:
            return Put(item_from_json(item))
        case {"drop": str(item_id)}:
            return Drop(item_id)
        case _:
            raise CodecError(f"a step puts or drops, not {step!r}")

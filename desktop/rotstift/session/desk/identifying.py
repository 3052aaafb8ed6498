"""Identifying: which mentions are one person, organisation or place; by digit, by word, by name."""

from dataclasses import dataclass, replace

from rotstift.model.edit import Edit
from rotstift.model.identity import (
    PROPOSED,
    group_of,
    plain_name,
    proposals,
    speaker_identity,
)
from rotstift.model.items import Entity, Origin, Quote, Standing, mentions_of
from rotstift.model.same import Correction, Deed, identity_steps
from rotstift.model.span import Span
from rotstift.model.verbs import shown
from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.session.desk.core import Core, News
from rotstift.session.desk.place import Hint, Mode


@dataclass(frozen=True, slots=True)
class Target:
    """The mention whose identity is meant."""

    span: Span
    entity: str | None
    """Id of the entity on it; None for a mention that only fills a role."""
    identity: str
    """Who it is now, by hand or by rule."""


class Identifying:
    """The verbs of `E`: the same person, organisation or place as another mention."""

    def __init__(self, core: Core) -> None:
        self.core = core

    def target(self) -> Target | None:
        """The focused entity, the speaker of the focused quote, else what stands on the chosen words."""
        item, words = self.core.focused, self.core.place.words
        if isinstance(item, Entity):
            return self._of_entity(item)
        if isinstance(item, Quote):
            return self._of_mention(item.speaker[0].span) if item.speaker else None
        on_it = [one for one in self.core.state.entities if words and one.span.contains(words)]
        if on_it:
            return self._of_entity(min(on_it, key=lambda one: len(one.span)))
        for quote in self.core.state.quotes:
            for mention in mentions_of(quote):
                if words and mention.span.contains(words):
                    return self._of_mention(mention.span)
        return None

    def _of_entity(self, entity: Entity) -> Target:
        return Target(entity.span, entity.id, self.core.identities[entity.id])

    def _of_mention(self, span: Span) -> Target:
        """A mention with a name inside it is linked by that name."""
        core = self.core
        inside = [one for one in core.state.entities if span.contains(one.span)]
        mention = next(
            one for quote in core.state.quotes for one in mentions_of(quote) if one.span == span
        )
        identity = speaker_identity(core.text, mention, inside, core.identities)
        named = [one for one in inside if core.identities[one.id] == identity]
        return self._of_entity(named[0]) if named else Target(span, None, identity)

    def start(self) -> None:
        """`E`: the next digit, click or word says who it is. The same key again takes the word."""
        core = self.core
        if core.place.mode is Mode.IDENTITY:
            self.take_words()
            return
        target = self.target()
        if target is None:
            core.say(
                QT_TRANSLATE_NOOP(
                    "Messages", "Choose a name, or a quote with a speaker: then say who it is."
                )
            )
            return
        found = proposals(core.text, core.state, target.span, target.entity)
        names = tuple(one.identity for one in found if one.identity != target.identity)
        core.place = replace(
            core.place,
            mode=Mode.IDENTITY,
            names=names[:PROPOSED],
            hints=self._hints(names[:PROPOSED], target),
            selection=target.span,
        )
        core.tell(News.PLACE)

    def _hints(self, names: tuple[str, ...], target: Target) -> tuple[Hint, ...]:
        """Each number over the nearest mention of that identity."""
        hints = []
        for number, name in enumerate(names, start=1):
            members = [
                one.span
                for one in self.core.state.entities
                if self.core.identities[one.id] == name and one.id != target.entity
            ]
            if members:
                near = min(members, key=lambda span: span.distance(target.span))
                hints.append(Hint(str(number), near))
        return tuple(hints)

    def choose(self, digit: int) -> None:
        """A digit in mode IDENTITY: that identity; 0 for none but its own words."""
        names = self.core.place.names
        if digit == 0:
            self.identify("")
        elif digit <= len(names):
            self.identify(names[digit - 1])

    def pick(self, span: Span) -> None:
        """A click in mode IDENTITY: the same as the name there; other words are the identity's name."""
        core = self.core
        there = [one for one in core.state.entities if one.span.overlaps(span)]
        name = core.identities[there[0].id] if there else plain_name(span.of(core.text))
        self.identify(name)

    def take_words(self) -> None:
        """Enter in mode IDENTITY: the word with the cursor, or the selection, says who it is."""
        target, words = self.target(), self.core.place.words
        if words is not None and target is not None and not words.overlaps(target.span):
            self.pick(words)

    def identify(self, name: str) -> None:
        """Give the mention an identity; empty: only its own words are known."""
        core, target = self.core, self.target()
        core.place = replace(core.place, mode=Mode.NORMAL, names=(), hints=(), selection=None)
        name = plain_name(name) if name.strip() else ""
        if target is None or name == (self._set(target) or ""):
            core.tell(News.PLACE)
            return
        members = group_of(core.identities, target.entity) if target.entity else ()
        words = target.span.of(core.text)
        correction = Correction(Deed.IDENTITY, words, target.span, name, members=members)
        core.do(lambda: self._edit(target, name), correction)
        core.tell(News.PLACE)

    def _set(self, target: Target) -> str | None:
        """What was set by hand or by the pipeline so far."""
        item = self.core.state.get(target.entity)
        if isinstance(item, Entity):
            return item.identity
        mentions = (one for quote in self.core.state.quotes for one in mentions_of(quote))
        return next((one.identity for one in mentions if one.span == target.span), None)

    def _edit(self, target: Target, name: str) -> Edit:
        core = self.core
        by = Origin(core.session.author, Standing.MADE)
        steps = identity_steps(core.state, target.span, name or None, by)
        words = {"text": shown(core.text, target.span), "from": target.identity, "to": name}
        return Edit("identify", tuple(steps), {key: one for key, one in words.items() if one})

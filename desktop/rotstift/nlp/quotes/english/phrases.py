"""English noun phrases by rule: where one that starts at a token ends, and whom it names."""

from collections.abc import Sequence

from rotstift.model.items import SourceKind
from rotstift.nlp.quotes.english.words import Words
from rotstift.nlp.quotes.sentences import Kind, Token

MAX_QUOTED = 4
"""Words that a stretch in marks may have and still be a name inside a noun phrase."""
MAX_BRACKET = 6
MAX_BACK = 16
"""Tokens of the longest phrase looked for in front of a verb."""
_JOINING = ("for", "from", "with", "at", "in")
_PERSONS = ("he", "she", "i")


class Phrases:
    """Looks at one run of tokens; all positions are indices into it."""

    def __init__(self, tokens: Sequence[Token], words: Words) -> None:
        self.tokens = tokens
        self.words = words

    def low(self, index: int) -> str:
        """The token in lower case; "" beyond the edges."""
        return self.tokens[index].low if 0 <= index < len(self.tokens) else ""

    def is_(self, tag: str, index: int) -> bool:
        """True when the token carries the tag."""
        return self.words.has(tag, self.low(index))

    def name(self, index: int) -> bool:
        """A capitalised word; at a sentence's start anything but a function word."""
        if not 0 <= index < len(self.tokens) or not self.tokens[index].cap:
            return False
        low = self.tokens[index].low
        opening = index == 0 or not self.tokens[index - 1].word
        known = low in self.words.closed or self.is_("determiner", index)
        known = known or self.is_("possessive", index)
        return not (known and (opening or not self._beside_name(index)))

    def _beside_name(self, index: int) -> bool:
        return index + 1 < len(self.tokens) and self.tokens[index + 1].cap

    def _content(self, index: int) -> bool:
        """A word that can stand in a noun phrase after its determiner."""
        if not 0 <= index < len(self.tokens) or not self.tokens[index].word:
            return False
        if self.name(index):
            return True
        low = self.tokens[index].low
        if low in self.words.closed or self.is_("determiner", index):
            return False
        if self.words.past(low):
            return not self.name(index - 1) and self._content(index + 1)
        return not (self.words.verb(low) or self.words.adverb(low))

    def _glue(self, index: int) -> bool:
        """A sign inside a phrase: "Seafarers’ Alliance", "Dr. Gow", "Marks & Sons", "the “Maid” crew"."""
        token, after = self.tokens[index], index + 1
        if token.kind is Kind.QUOTE:
            return token.size <= MAX_QUOTED and not token.ends and self._content(after)
        if token.sign("'’&/"):
            return self._content(after)
        joined = index > 0 and self.tokens[index - 1].end == token.start
        return token.sign(".") and joined and self.name(after)

    def core(self, start: int, stop: int) -> int:
        """End of determiner, adjectives and nouns that start here; `start` when there are none."""
        at = self._determined(start)
        first = at
        at += first > start and at < stop and self._plural(at)
        while at < stop and (self._content(at) or (at > first and self._glue(at))):
            at += 1
        if at > first and not (at == first + 1 and self._odd_start(first, start)):
            return at
        return start + 1 if self.is_("pronoun", start) else start

    def _plural(self, index: int) -> bool:
        """After a determiner a noun, though it could be a cue: "the talks", "its claims"."""
        low = self.low(index)
        return low in self.words.finite and low.endswith("s")

    def _odd_start(self, first: int, start: int) -> bool:
        """A lone number or participle is no phrase: "74", "standing"."""
        low = self.low(first)
        return first == start and (
            low[:1].isdigit() or (low.endswith("ing") and not self.name(first))
        )

    def _determined(self, start: int) -> int:
        at = start
        if self.low(at + 1) == "of" and self.is_("determiner", at) and self._opener(at + 2):
            at += 2
        while at < start + 5 and self._opener(at):
            at += 1
        return at

    def _opener(self, index: int) -> bool:
        return self.is_("determiner", index) or self.is_("possessive", index)

    def phrase(self, start: int, stop: int, *, wide: bool = False) -> int:
        """End of the whole noun phrase: "of …", "and …", brackets, appositions; `start` for none.

        `wide` takes every preposition inside: before a verb all of it belongs to the subject.
        """
        at = self.core(start, stop)
        while start < at < stop:
            further = self._further(at, stop, start, wide=wide)
            if further == at:
                break
            at = further
        return at

    def _further(self, at: int, stop: int, start: int, *, wide: bool) -> int:
        low = self.low(at)
        end = self.core(at + 1, stop)
        if self.is_("pronoun", start) and at == start + 1 and low != "of":
            return at
        if end > at + 1 and not self.temporal(at + 1, end):
            joins = low == "of" or (self.is_("preposition", at) and wide)
            if joins or (low in _JOINING and self._joins(at)):
                return end
            if low == "and" and (end == stop or not self._continues(end)):
                return end
        if low == "(":
            return self._bracket(at, stop)
        return self._apposition(at, stop) if low == "," else at

    def _joins(self, at: int) -> bool:
        """After "a spokesperson", not after a bare name: "said Gow in Leeds" is where she said it."""
        if self.low(at) in ("at", "in", "with") and not self.name(at + 1):
            return False
        return not self.name(at - 1)

    def _continues(self, index: int) -> bool:
        return self.words.verb(self.low(index))

    def _bracket(self, at: int, stop: int) -> int:
        for end in range(at + 1, min(stop, at + MAX_BRACKET)):
            if self.tokens[end].sign(")"):
                return end + 1
        return at

    def _apposition(self, at: int, stop: int) -> int:
        """Over ", chief executive of the company" or ", 74" when a comma or the end follows."""
        start = at + 1 + (self.low(at + 1) == "of")
        if self.low(start).isdigit():
            end = start + 1
        elif self.is_("pronoun", start) or self.words.adverb(self.low(start)):
            return at
        else:
            end = self._plain(start, stop)
        closed = end >= stop or self.tokens[end].kind is not Kind.WORD
        return end if end > start and closed and not self.temporal(start, end) else at

    def _plain(self, start: int, stop: int) -> int:
        """A phrase without an apposition of its own."""
        if self.low(start).endswith("ing"):
            return start
        at = self.core(start, stop)
        while start < at < stop and self.low(at) not in (",", "and"):
            further = self._further(at, stop, start, wide=True)
            if further == at:
                break
            at = further
        return at

    def temporal(self, start: int, end: int) -> bool:
        """True when the phrase ends in a time: "last week", "Tuesday"."""
        return end > start and self.is_("temporal", end - 1) and not self.name(end - 2)

    def back(self, end: int, floor: int) -> int:
        """Start of the longest noun phrase that ends right before `end`; `end` when there is none.

        After a preposition the phrase is the preposition's: then the name at its end is meant
        ("After the vote Rowe said").
        """
        for start in range(max(floor, end - MAX_BACK), end):
            if not self._opens(start, floor) or self.phrase(start, end, wide=True) != end:
                continue
            if self.temporal(start, end):
                return end
            led = start > floor and self.is_("preposition", start - 1)
            return self._last_name(start, end) if led else start
        return end

    def _opens(self, start: int, floor: int) -> bool:
        if self.is_("preposition", start) and not self.name(start):
            return False
        return start == floor or self._opener(start) or not self._content(start - 1)

    def _last_name(self, start: int, end: int) -> int:
        at = end
        while at > start and self.name(at - 1):
            at -= 1
        return at if at > start else end

    def is_medium(self, start: int, end: int) -> bool:
        """True when the phrase names something that publishes."""
        return any(self.words.noun("medium", self.low(index)) for index in range(start, end))

    def kind(self, start: int, end: int) -> SourceKind:
        """What kind of speaker the phrase names: by the last noun we know before its first "of"."""
        stop = next((i for i in range(start + 1, end) if self.low(i) in ("of", *_JOINING)), end)
        for index in reversed(range(start, stop)):
            for kind, source in _KINDS:
                if self.words.noun(kind, self.low(index)):
                    return source
        if self.low(start) in _PERSONS:
            return SourceKind.PERSON
        names = [index for index in range(start, stop) if self.name(index)]
        plain = 2 <= len(names) <= 4 and not self._opener(start)
        return SourceKind.PERSON if plain else SourceKind.UNKNOWN


_KINDS = (
    ("person", SourceKind.PERSON),
    ("document", SourceKind.DOCUMENT),
    ("organisation", SourceKind.ORGANISATION),
    ("medium", SourceKind.ORGANISATION),
)

"""Noun phrases by rule: where one that starts at a token ends, and what kind of speaker it names."""

import re
from collections.abc import Sequence

from rotstift.model.items import SourceKind
from rotstift.nlp.quotes.lexicon import Lexicon
from rotstift.nlp.quotes.sentences import Kind, Token

_DOMAIN = re.compile(r"[\w-]+(\.[\w-]+)*\.(de|com|org|net|at|ch|info|eu|tv)")
_WHERE_SAID = ("in", "im", "bei", "beim", "zur", "zum")
_NAME_NUMBER = re.compile(r"0\d|\d+/\w*[^\W\d]\w*")
"""A number inside a name: "Bayer 04 Leverkusen", "Bündnis 90/Die Grünen"."""
_ADJECTIVE_ENDS = ("e", "en", "er", "es", "em")
_CLOSED = ("adverb", "prep", "subord", "coord", "pronoun", "content", "relative", "modal",
    "aux_have", "aux_be", "aux_become")  # fmt: skip
_ONE_OF = (
    "einer",
    "eine",
    "eines",
    "keiner",
    "viele",
    "einige",
    "zwei",
    "drei",
    "beide",
    "mehrere",
)
MAX_QUOTED = 5
"""Words that a stretch in marks may have and still be a name inside a noun phrase."""


class Phrases:
    """Looks at one run of tokens; all positions are indices into it."""

    def __init__(self, tokens: Sequence[Token], words: Lexicon) -> None:
        self.tokens = tokens
        self.words = words
        self._cores: dict[int, int] = {}

    def low(self, index: int) -> str:
        """The token in lower case; "" beyond the edges."""
        return self.tokens[index].low if 0 <= index < len(self.tokens) else ""

    def is_(self, tag: str, index: int) -> bool:
        """True when the token carries the tag."""
        return self.words.has(tag, self.low(index))

    def core(self, start: int) -> int:
        """End of article, adjectives and nouns that start here; `start` when there are none."""
        end = self._cores.get(start)
        if end is None:
            end = self._cores[start] = self._core(start)
        return end

    def _core(self, start: int) -> int:
        at = start
        if self._determiner(at):
            at += 1
        at = self._adjectives(at)
        nouns = at
        while at < len(self.tokens) and self._noun(at, first=at == nouns and at == start):
            at += 1
            at += self._shared_end(at)
            if self.low(at) in (
                "von",
                "van",
                "de",
                "zu",
                "bin",
                "al",
                "el",
                "da",
                "di",
                "del",
            ) and (self._named(at + 1) and at - nouns <= 2):
                at += 1
                at += self.low(at) in ("der", "den", "dem")
        return at if at > nouns else start

    def _shared_end(self, at: int) -> int:
        """Over the "- und" of "Journalistinnen- und Journalisten-Union"."""
        hyphen = 0 < at < len(self.tokens) and self.tokens[at].sign("-‐‑")
        joined = hyphen and self.tokens[at - 1].end == self.tokens[at].start
        known = self.low(at + 1) in ("und", "oder", "sowie") and at + 2 < len(self.tokens)
        return 2 if joined and known and self.tokens[at + 2].cap else 0

    def _named(self, index: int) -> bool:
        after = index + (self.low(index) in ("der", "den", "dem"))
        return after < len(self.tokens) and self.tokens[after].cap

    def _determiner(self, index: int) -> bool:
        return self.is_("det_nom", index) or self.is_("det_other", index)

    def _adjectives(self, start: int) -> int:
        at = start
        if self.low(at) == "so" and self.low(at + 1).startswith("genannt"):
            at += 1
        at += self.low(at) == "nicht" and self.adjective(at + 1)
        while at < len(self.tokens) and self.adjective(at):
            at += 1
            joins = self.low(at) in ("und", ",", "oder") and self.adjective(at + 1)
            at += joins and self._closes(at + 1)
        return at

    def _closes(self, index: int) -> bool:
        after = index + 1
        return after < len(self.tokens) and (self.tokens[after].cap or self.adjective(after))

    def adjective(self, index: int) -> bool:
        """A lower-case word with an adjective's ending that is nothing else, or a number."""
        if index >= len(self.tokens) or not self.tokens[index].word:
            return False
        token = self.tokens[index]
        if token.text[0].isdigit():
            return True
        if token.cap or not token.low.endswith(_ADJECTIVE_ENDS) or len(token.low) < 4:
            return False
        closed = any(self.words.has(tag, token.low) for tag in _CLOSED)
        return not closed and token.low not in self.words.finite

    def _noun(self, index: int, *, first: bool) -> bool:
        token = self.tokens[index]
        if token.kind is Kind.QUOTE:
            return token.size <= MAX_QUOTED and not token.ends
        if not token.word:
            goes_on = index + 1 < len(self.tokens) and self.tokens[index + 1].cap
            return goes_on and (token.text in "&/" or self._shortens(index))
        if token.text[0].isdigit() and not _NAME_NUMBER.fullmatch(token.text):
            after = index + 1
            counts = after < len(self.tokens) and (self.tokens[after].cap or self.adjective(after))
            return not first and not counts
        if not token.cap:
            return bool(_DOMAIN.fullmatch(token.text)) or self.words.noun("agency", token.text)
        if index and self._is_function(token.low):
            return token.text.isupper() and len(token.text) > 1
        return index > 0 or not (self._is_function(token.low) or self._opens(token.low))

    def _shortens(self, index: int) -> bool:
        """The full stop of "Dr." or "J." inside a sentence, right behind a capitalised word."""
        before = self.tokens[index - 1] if index else None
        stop = self.tokens[index]
        return bool(stop.text == "." and before and before.cap and before.end == stop.start)

    def _opens(self, low: str) -> bool:
        """A sentence's first word that is capitalised only for its place."""
        helper = any(
            self.words.has(tag, low) for tag in ("aux_have", "aux_be", "aux_become", "modal")
        )
        return helper or low in self.words.participles or low.endswith(self.words.adverb_ends)

    def _is_function(self, low: str) -> bool:
        return any(
            self.words.has(tag, low) for tag in ("adverb", "prep", "subord", "coord")
        ) or any(self.words.has(tag, low) for tag in ("det_nom", "det_other", "pronoun", "content"))

    def phrase(self, start: int, stop: int, *, wide: bool = False, narrow: bool = False) -> int:
        """End of the whole noun phrase: genitives, "von …", brackets, appositions, "und …".

        `wide` takes every preposition inside (before a verb all of it belongs to the subject),
        `narrow` only "von" and "aus" (in "nach Angaben von Interpol in Wien" the place is news).
        Returns `start` when no phrase begins here.
        """
        if self.is_("pronoun", start) and self.core(start) == start:
            return start + 1
        at = self.core(start) or start
        if self.low(start) in _ONE_OF and self.low(start + 1) in ("der", "von", "dieser", "seiner"):
            at = max(at, self.core(start + 1 + (self.low(start + 1) == "von")))
        if at == start:
            return start
        while at < stop:
            if narrow and self.is_("prep_np", at) and self.low(at) not in ("von", "vom", "aus"):
                break
            further = self._further(at, stop, wide=wide, start=start)
            if further == at:
                break
            at = further
        return at

    def _after_name(self, at: int, start: int) -> bool:
        """No genitive follows a bare name ("laut Eva Klein der Sprecher")."""
        bare = self.low(at) == "der" and at - start >= 2 and not self._determiner(start)
        return bare and all(token.cap for token in self.tokens[start:at])

    def _further(self, at: int, stop: int, *, wide: bool, start: int) -> int:
        low = self.low(at)
        if self.words.has("det_gen", low) and self._is_core(at, stop):
            return at if self._told(at) or self._after_name(at, start) else self.core(at)
        if self.words.has("prep_np", low) and self._is_core(at + 1, stop):
            end = self.core(at + 1)
            if self._belongs(low, at + 1, end, wide=wide) and (wide or not self._placed(at, start)):
                return end
        if low in ("und", "sowie", "oder") and self._is_core(at + 1, stop):
            return self.core(at + 1)
        if low == "(":
            return self._bracket(at, stop)
        if low == ",":
            return self._apposition(at, stop)
        return at

    def _placed(self, at: int, start: int) -> bool:
        """After a bare name "in Berlin" and "zur Presse" belong to the verb."""
        bare = self.low(at) in ("in", "im", "bei", "beim", "zur", "für") and not self._determiner(
            start
        )
        return bare and all(token.cap for token in self.tokens[start:at])

    def _told(self, at: int) -> bool:
        """A medium after a name is who was told, no genitive ("sagte Meier der Zeitung")."""
        if self.low(at) not in ("der", "dem") or not self.is_medium(at, self.core(at)):
            return False
        return not self.words.ends_like("person", self.tokens[at - 1].text)

    def is_medium(self, start: int, end: int) -> bool:
        """True when the phrase names something that publishes."""
        return any(
            token.kind is Kind.QUOTE
            or (token.cap and (self.words.ends_like("medium", token.text)))
            or self.words.noun("agency", token.text)
            for token in self.tokens[start:end]
        )

    def _is_core(self, start: int, stop: int) -> bool:
        return start < self.core(start) <= stop

    def _belongs(self, preposition: str, start: int, end: int, *, wide: bool) -> bool:
        nouns = [token.text for token in self.tokens[start:end]]
        if any(self.words.noun("temporal", noun) for noun in nouns):
            return False
        if preposition in _WHERE_SAID and any(self._said_in(noun) for noun in nouns):
            return False
        return wide or preposition in ("von", "vom", "für", "aus", "beim", "bei", "im", "in", "zur")

    def _said_in(self, noun: str) -> bool:
        """What something is said in or to: a talk, a paper, a medium."""
        kinds = ("talk", "document", "medium")
        return noun[:1].isupper() and any(self.words.ends_like(kind, noun) for kind in kinds)

    def _bracket(self, at: int, stop: int) -> int:
        for end in range(at + 1, min(stop, at + 8)):
            if self.tokens[end].sign(")"):
                return end + 1
        return at

    def _apposition(self, at: int, stop: int) -> int:
        """Over ", Sprecher der Polizei" when a comma or the clause's end follows."""
        start = at + 1
        if (
            self.is_("relative", start)
            and self.is_("relative", start)
            and not self._is_core(start, stop)
        ):
            return at
        if not self._is_core(start, stop) or self.is_("prep", start):
            return at
        end = self.core(start)
        while end < stop:
            further = (
                end if self.low(end) == "," else self._further(end, stop, wide=True, start=start)
            )
            if further == end:
                break
            end = further
        closed = end >= stop or self.tokens[end].sign(",:.)")
        return end if closed and not self._subordinate(start) else at

    def _subordinate(self, start: int) -> bool:
        return self.is_("content", start) or self.is_("subord", start)

    def temporal(self, start: int, end: int) -> bool:
        """True when all its nouns are times: "Ende Januar"."""
        nouns = [token.text for token in self.tokens[start:end] if token.cap]
        return bool(nouns) and all(self.words.noun("temporal", noun) for noun in nouns)

    def back(self, end: int, floor: int) -> int:
        """Start of the longest noun phrase that ends right before `end`; `end` when there is none."""
        for start in range(max(floor, end - 16), end):
            if not self.is_("prep", start) and self.phrase(start, end) == end:
                return start
        return end

    def kind(self, start: int, end: int) -> SourceKind:
        """What kind of speaker the phrase names, read off its nouns."""
        for token in self.tokens[start:end]:
            if token.kind is Kind.QUOTE or not token.cap:
                continue
            for kind, name in _KINDS:
                if self.words.ends_like(kind, token.text):
                    return name
        names = [token for token in self.tokens[start:end] if token.cap]
        plain = names and not self._determiner(start) and 2 <= len(names) <= 4
        return (
            SourceKind.PERSON if plain or self.low(start) in ("er", "sie") else SourceKind.UNKNOWN
        )


_KINDS = (
    ("person", SourceKind.PERSON),
    ("document", SourceKind.DOCUMENT),
    ("organisation", SourceKind.ORGANISATION),
    ("medium", SourceKind.ORGANISATION),
    ("agency", SourceKind.ORGANISATION),
)

"""From candidates to entities: one for each place, and one identity for each name."""

from collections.abc import Iterable, Sequence

from rotstift.model.span import Span
from rotstift.nlp.entities import lexicon
from rotstift.nlp.entities.evidence import SCORES, UNMEASURED
from rotstift.nlp.entities.tokens import Candidate, base_forms


def chosen(candidates: Iterable[Candidate], least: float) -> list[Candidate]:
    """The longest candidate of those that overlap, the better evidence among equals; in text order."""
    taken: list[Candidate] = []
    for candidate in sorted(candidates, key=_rank):
        if _worth(candidate) >= least and not any(
            candidate.span.overlaps(other.span) for other in taken
        ):
            taken.append(candidate)
    return sorted(taken, key=lambda candidate: candidate.span)


def _worth(candidate: Candidate) -> float:
    return SCORES.get(candidate.evidence, UNMEASURED)


def _rank(candidate: Candidate) -> tuple[int, float, Span]:
    return (-len(candidate.span), -_worth(candidate), candidate.span)


def identities(entities: Sequence[Candidate]) -> list[str]:
    """The fullest name of each entity within the article, in the entities' order."""
    full = _full_names([entity.name for entity in entities if entity.label == "PER"])
    spellings: dict[tuple[str, str], str] = {}
    for entity in entities:
        spellings.setdefault((entity.label, entity.name.casefold()), entity.name)
    return [
        full[entity.name] if entity.label == "PER" else _spelling(entity, spellings)
        for entity in entities
    ]


def _spelling(entity: Candidate, spellings: dict[tuple[str, str], str]) -> str:
    """The first spelling in the article; of a genitive that stands alone the form without -s."""
    for form in reversed(base_forms(entity.name)):
        found = spellings.get((entity.label, form.casefold()))
        if found:
            return found
    return entity.name


def _full_names(names: list[str]) -> dict[str, str]:
    """Each person's name -> the longest name in the article that ends (or begins) with it.

    A surname that two full names share belongs to neither: it stays as it is.
    """
    table = {}
    for name in names:
        longer = {
            other
            for other in names
            if other != name and len(other.split()) > len(name.split()) and _short_of(name, other)
        }
        genitives = {other for other in names if other != name and other in base_forms(name)}
        maximal = {other for other in longer if not any(_short_of(other, o) for o in longer)}
        if len(maximal) == 1:
            table[name] = maximal.pop()
        else:
            table[name] = min(genitives, default=name)
    return table


def _short_of(name: str, other: str) -> bool:
    words, full = name.split(), other.split()
    if len(words) >= len(full):
        return False
    ends = full[-len(words) :]
    same_end = ends[:-1] == words[:-1] and ends[-1] in base_forms(words[-1])
    begins = len(words) == 1 and full[0] in base_forms(words[0])
    return (
        same_end
        or (begins and full[0] not in lexicon.first_names())
        or (begins and len(words) == 1)
    )

"""The same in the whole project: every further same mention in all articles, and the correction done to some."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from rotstift.model.annotations import Annotations
from rotstift.model.checks import EditError
from rotstift.model.edit import Edit
from rotstift.model.items import Status
from rotstift.model.same import Correction, Hit, further_hits, same_for_all
from rotstift.model.sameness import Sameness, same_key, same_spans
from rotstift.model.span import Span
from rotstift.model.verbs import shown
from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.model.words import sentence_at, words
from rotstift.session.session import Changed, Session
from rotstift.store.errors import StoreError

_PLAIN = re.compile(r"[A-Za-z0-9]+")
"""What the full-text index writes as the text does; ß, ligatures and accents may be written otherwise."""
_GONE = QT_TRANSLATE_NOOP("Messages", "None of these mentions is there any more.")


@dataclass(frozen=True, slots=True)
class Found:
    """One further same mention somewhere in the project."""

    article: str
    title: str
    status: Status
    hit: Hit
    before: str
    """Its sentence up to it, itself, and the rest of its sentence."""
    words: str
    after: str
    head: bool
    """It is the head of a compound."""


@dataclass(slots=True)
class Search:
    """How far a search through the project is, and what it has found."""

    done: int = 0
    total: int = 0
    found: list[Found] = field(default_factory=list)
    damaged: int = 0
    """Articles that could not be read."""


def search(session: Session, correction: Correction, here: str) -> Iterator[Search]:
    """Look through the articles that may have the mention, step by step; `here` is the correction's own.

    Everything that counts as the same for anybody is found: `still_same` narrows it. Raises StoreError.
    """
    result = Search()
    ids = _candidates(session, correction.words)
    result.total = len(ids)
    for article_id in ids:
        try:
            result.found += _in_article(session, correction, article_id, here)
        except StoreError:
            result.damaged += 1
        result.done += 1
        yield result
    yield result


def _candidates(session: Session, mention: str) -> list[str]:
    """The articles in which the mention may stand, in their order."""
    project = session.project
    every = [word.of(mention) for word in words(mention)]
    if not every:
        return []
    plain = all(_PLAIN.fullmatch(word) for word in every)
    first = _PLAIN.match(every[0])
    wanted = " ".join(every) if plain else (first.group()[:4] if first else "")
    if len(every[-1]) > 1 and plain and every[-1][-1] in "sS":
        wanted = wanted[:-1]  # „Putins“ was corrected: „Putin“ is the same
    found = set(project.ids(None, wanted)) if len(wanted) > 1 else set(project.ids())
    hyphened = project.with_soft_hyphens()  # the index parts words there
    return [one for one in project.ids() if one in found or one in hyphened]


def _in_article(
    session: Session, correction: Correction, article_id: str, here: str
) -> Iterator[Found]:
    project = session.project
    text = project.article(article_id).text
    if next(same_spans(text, correction.words), None) is None:
        return
    row = project.row(article_id)
    state = project.state(article_id)
    for hit in further_hits(text, state, correction, elsewhere=article_id != here):
        before, after = sentence_around(text, hit.span)
        yield Found(
            article_id,
            row.title,
            row.status,
            hit,
            before,
            hit.span.of(text),
            after,
            _head(text, hit),
        )


def _head(text: str, hit: Hit) -> bool:
    return text[hit.span.end : hit.span.end + 1] == "-" and text[hit.span.end + 1 :][:1].isalpha()


def sentence_around(text: str, span: Span) -> tuple[str, str]:
    """The sentence of a mention before and after it."""
    sentence = sentence_at(text, span.start)
    start, end = min(sentence.start, span.start), max(sentence.end, span.end)
    return text[start : span.start], text[span.end : end]


def still_same(found: Found, mention: str, sameness: Sameness) -> bool:
    """Whether a mention that was found is the same for this person. Members of an identity always are."""
    if found.head and not sameness.compounds:
        return False
    if same_key(found.words) != same_key(mention):
        return True  # another name of the same person or thing
    return same_key(found.words, sameness) == same_key(mention, sameness)


def apply(session: Session, correction: Correction, chosen: Sequence[Found], here: str) -> Changed:
    """Do the correction to the chosen mentions as one entry, undone as one.

    What has changed since they were found is looked at again: a mention that is gone is left out.
    Raises EditError when none is left, WriteFailed when the disk does not take it.
    """
    by_article: dict[str, set[Span]] = {}
    for one in chosen:
        by_article.setdefault(one.article, set()).add(one.hit.span)
    edits: dict[str, Edit] = {}
    count = 0
    for article_id, spans in by_article.items():
        text, state = _as_it_stands(session, article_id)
        hits = _left(text, state, correction, spans, elsewhere=article_id != here)
        if hits:
            edits[article_id] = same_for_all(text, state, correction, hits, session.author)
            count += len(hits)
    if not edits:
        raise EditError(Sentence(_GONE))
    first = next(iter(edits.values()))
    said = {
        "text": shown(correction.words, Span(0, len(correction.words))),
        "to": correction.value,
        "count": str(count),
        "articles": str(len(edits)),
    }
    return session.do_all(edits, first.name, said)


def _as_it_stands(session: Session, article_id: str) -> tuple[str, Annotations]:
    opened = session.look(article_id)
    return opened.article.text, opened.state


def _left(
    text: str,
    state: Annotations,
    correction: Correction,
    spans: Collection[Span],
    *,
    elsewhere: bool,
) -> list[Hit]:
    hits = further_hits(text, state, correction, elsewhere=elsewhere)
    return [hit for hit in hits if hit.span in spans]

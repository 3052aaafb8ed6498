"""What a screen reader says of an item: its words, what it is, how sure it is; and what else is known."""

from collections.abc import Iterator

from rotstift.model.items import Entity, Markable, NegativeOf, Quote, role_spans, spans_of
from rotstift.ui.article import wording
from rotstift.ui.article.page import Page

_NAMED_ROLES = ("cue", "addressee", "via")
"""The speaker stands in the name itself."""


def item_words(item: Markable, page: Page) -> str:
    """The item's text; the parts of a quote with "…" between."""
    text = page.article.text
    return " … ".join(" ".join(span.of(text).split()) for span in spans_of(item))


def item_traits(item: Markable, page: Page, doubt: str = "") -> list[str]:
    """What it is and how sure: ["Person", "suggestion 0.91", "doubtful"]."""
    sure = [wording.standing(item.origin, page.language)]
    return [*_kind(item, page), *sure, *([wording.doubtful()] if doubt else [])]


def item_name(item: Markable, page: Page, doubt: str = "") -> str:
    """Words and traits in one line: "Putin, Person, suggestion 0.91, doubtful"."""
    return ", ".join([item_words(item, page), *item_traits(item, page, doubt)])


def item_description(item: Markable, page: Page, doubt: str = "") -> str:
    """Why it is doubtful, the quote's further roles, the note on it."""
    note = page.state.note_on(item.id)
    known = [doubt, *_roles(item, page), note.text if note else ""]
    return "; ".join(words for words in known if words)


def _kind(item: Markable, page: Page) -> list[str]:
    scheme, language = page.paints.scheme, page.language
    if isinstance(item, Entity):
        label = scheme.label(item.label)
        return [label.name(language) if label else item.label]
    if isinstance(item, Quote):
        kind = scheme.quote_type(item.type)
        fragment = [wording.fragment()] if item.fragment else []
        who = wording.speaker(page.speaker_of(item))
        return [kind.name(language) if kind else item.type, *fragment, who]
    reason = next((row for row in scheme.reasons if row.id == item.reason), None)
    words = wording.no_quote() if item.of is NegativeOf.QUOTE else wording.no_entity()
    return [words, reason.name(language) if reason else item.reason]


def _roles(item: Markable, page: Page) -> Iterator[str]:
    if not isinstance(item, Quote):
        return
    names = {role.id: role.name(page.language) for role in page.paints.scheme.roles}
    for role in (*_NAMED_ROLES, *(own for own, _spans in item.more)):
        words = " … ".join(span.of(page.article.text) for span in role_spans(item, role))
        if words:
            yield f"{names.get(role, role)}: {words}"

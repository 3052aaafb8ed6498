"""Check our own corpus, and print what is in it.

    python packaging/corpus.py check [FILES]     what is wrong, a line each; exit code 1 where anything is
    python packaging/corpus.py table             passages, quotes, roles and marks by topic

Beside what the reader refuses (tags not closed, unknown, crossing), the check knows the rules that
can be told from the text alone: stretches in marks that nobody marked, direct quotes without
their marks, reported quotes with a cue, children outside any parent, ids given twice.
"""

import argparse
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rotstift.formats.base import Annotated
from rotstift.formats.marked import MarkupError, annotated, passages
from rotstift.model.annotations import Annotations
from rotstift.model.checks import item_problems
from rotstift.model.items import Negative, Quote, SourceKind
from rotstift.model.span import Span
from rotstift.nlp.quotes.marks import find_marked
from rotstift.paths import resource

OPENING = "„“\"»«‚‘›‹”'"
PREPOSITION = re.compile("(?:in|im|aus|auf|bei|beim|vom|von) ", re.IGNORECASE)
WITHOUT_CUE = ("reported", "indirect_free", "free_indirect")


def main() -> None:
    """Check or print, as asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("check", "table"))
    parser.add_argument("files", nargs="*", type=Path)
    options = parser.parse_args()
    files = options.files or sorted(resource("corpus").glob("*.marked"))
    if options.what == "table":
        table(files)
        return
    found = [problem for file in files for problem in problems(file)]
    found += twice(files)
    print(*found, sep="\n")
    print(f"{len(found)} problems in {len(files)} files")
    sys.exit(1 if found else 0)


def held_back() -> frozenset[str]:
    """The topics that nothing is trained on."""
    with resource("corpus", "split.toml").open("rb") as file:
        return frozenset(tomllib.load(file)["dev"])


def articles(split: str) -> Iterator[Annotated]:
    """The passages of "train" or "dev". Raises MarkupError."""
    dev = held_back()
    for file in sorted(resource("corpus").glob("*.marked")):
        if (file.stem in dev) == (split == "dev"):
            yield from (annotated(passage) for passage in passages(file.read_text("utf-8")))


def problems(file: Path) -> Iterator[str]:
    """One line for each thing that is wrong in a file."""
    try:
        for passage in passages(file.read_text("utf-8")):
            try:
                found = annotated(passage)
            except MarkupError as error:
                yield f"{file.name}:{error.line}: {passage.id}: {error.words}"
                continue
            for words in wrong(found):
                yield f"{file.name}:{passage.line}: {passage.id}: {words}"
    except MarkupError as error:
        yield f"{file.name}:{error.line}: {error.words}"


def wrong(found: Annotated) -> Iterator[str]:
    """What a passage breaks of the rules."""
    text = found.article.text
    state = Annotations(length=len(text)).changed(found.items, [])
    for item in found.items:
        yield from (str(problem) for problem in item_problems(item, state))
    quotes = [item for item in found.items if isinstance(item, Quote)]
    for quote in quotes:
        yield from (f"{quote.id}: {words}" for words in wrong_quote(quote, text))
    yield from unmarked(found, quotes)


def wrong_quote(quote: Quote, text: str) -> Iterator[str]:
    """What one quote breaks."""
    said = [part.of(text) for part in quote.parts]
    if quote.type == "direct":
        inner = quote.parent is not None
        if not inner and (said[0][0] not in OPENING or said[-1].rstrip(".,")[-1] not in OPENING):
            yield f"a direct quote stands with its marks: {said}"
    if quote.type in WITHOUT_CUE and quote.cue:
        yield f"{quote.type} has no cue: {said}"
    if quote.type == "indirect" and (said[-1][-1] in ".," or said[0][0] in ",."):
        yield f"full stop and comma stand outside an indirect quote: {said}"
    if quote.type == "indirect" and not quote.cue:
        yield f"an indirect quote has a cue (without one it is K or F): {said}"
    if quote.type in WITHOUT_CUE and said[-1][-1] not in '.!?“"«”;:' and text.count(said[-1]) == 1:
        after = text[quote.parts[-1].end : quote.parts[-1].end + 1]
        if after in ".!?":
            yield f"the full stop stands inside {quote.type}: {said}"
    if quote.fragment and quote.type != "direct":
        yield "only a direct quote can be a fragment"
    yield from wrong_roles(quote, text)


def wrong_roles(quote: Quote, text: str) -> Iterator[str]:
    """What its speaker, cue, addressee and via break."""
    roles = [*quote.cue, *(m.span for m in (*quote.speaker, *quote.addressee, *quote.via))]
    for mention in quote.speaker:
        if mention.kind is SourceKind.DOCUMENT and PREPOSITION.match(mention.span.of(text)):
            yield f"a document stands without its preposition: {mention.span.of(text)!r}"
    for role in roles:
        if role.of(text)[-1] in ",;":
            yield f"the comma stands outside a role: {role.of(text)!r}"
        if quote.type in ("direct", "indirect") and any(p.overlaps(role) for p in quote.parts):
            yield f"a role stands inside its own quote: {role.of(text)!r}"


def unmarked(found: Annotated, quotes: list[Quote]) -> Iterator[str]:
    """Stretches in marks that are neither a direct quote nor a negative."""
    text = found.article.text
    said = [part for quote in quotes if quote.type == "direct" for part in quote.parts]
    said += [item.span for item in found.items if isinstance(item, Negative)]
    for marked in find_marked(text):
        span = Span(marked.start, marked.end)
        if not any(span.overlaps(other) and _near(span, other) for other in said):
            yield f"in marks, but neither direct nor n: {span.of(text)!r}"


def _near(span: Span, other: Span) -> bool:
    return abs(span.start - other.start) <= 1 or abs(span.end - other.end) <= 2


def twice(files: list[Path]) -> list[str]:
    """Ids that several passages bear."""
    ids = Counter(passage.id for file in files for passage in passages(file.read_text("utf-8")))
    return [f"the id {name} is there {count} times" for name, count in ids.items() if count > 1]


def table(files: list[Path]) -> None:
    """Counts by topic, and in all."""
    total: Counter[str] = Counter()
    for file in files:
        counts: Counter[str] = Counter()
        for passage in passages(file.read_text("utf-8")):
            counts += counted(annotated(passage))
        total += counts
        print(f"{file.stem:16}", *(f"{name} {count}" for name, count in sorted(counts.items())))
    print(f"{'all':16}", *(f"{name} {count}" for name, count in sorted(total.items())))


def counted(found: Annotated) -> Counter[str]:
    """Passages, words, quotes by type, roles, negatives of one passage."""
    quotes = [item for item in found.items if isinstance(item, Quote)]
    counts = Counter(quote.type for quote in quotes)
    counts["passages"] = 1
    counts["words"] = len(found.article.text.split())
    counts["without quotes"] = not quotes
    counts["nested"] = sum(quote.parent is not None for quote in quotes)
    counts["several parts"] = sum(len(quote.parts) > 1 for quote in quotes)
    counts["speakers"] = sum(bool(quote.speaker) for quote in quotes)
    counts["addressees"] = sum(bool(quote.addressee) for quote in quotes)
    counts["via"] = sum(bool(quote.via) for quote in quotes)
    counts["negatives"] = sum(isinstance(item, Negative) for item in found.items)
    return counts


if __name__ == "__main__":
    main()

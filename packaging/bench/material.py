"""What is measured on: the seed article, a very long one, and projects of any size.

All texts come from the seed article (where it stands beside the checkout) and from our own samples.
"""

import os
import random
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from itertools import cycle, islice
from pathlib import Path

from rotstift.formats import Annotated
from rotstift.formats.jsonl import line_of
from rotstift.model.article import Article
from rotstift.model.items import Entity, Item, Markable, Mention, Origin, Quote, Standing
from rotstift.model.marks import marked_stretches
from rotstift.model.report import Report
from rotstift.model.span import Span
from rotstift.model.words import words
from rotstift.session.importing import ImportReport, batches, take
from rotstift.session.sample import sample_files, shipped_scheme
from rotstift.session.session import Session

CHECKOUT = Path(__file__).resolve().parents[2]
SEED = CHECKOUT.parent / "shared" / "seed"
LONG_WORDS, LONG_ENTITIES, LONG_QUOTES = 20_000, 3_000, 500
_PIPELINE = "bench 1"
_ORIGIN = Origin(_PIPELINE, Standing.SUGGESTED, 0.9)


@contextmanager
def workshop() -> Iterator[Path]:
    """A folder that goes again, with nobody's settings in it; before Qt is imported."""
    with tempfile.TemporaryDirectory(prefix="rotstift-bench-") as name:
        folder = Path(name)
        for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
            os.environ[f"XDG_{kind}_HOME"] = str(folder / kind.lower())
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ["LC_ALL"] = "C.UTF-8"
        yield folder


@lru_cache(maxsize=1)
def samples() -> tuple[str, ...]:
    """Our own articles."""
    return tuple(path.read_text(encoding="utf-8").strip() for path in sample_files())


def seed_text() -> tuple[str, str]:
    """The seed article's text and what to call it; the first sample where there is none."""
    found = sorted(SEED.glob("*.txt")) if SEED.is_dir() else []
    if not found:
        return samples()[0], "sample article"
    text = found[0].read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    return text, "seed article"


def by_rules(text: str) -> list[Markable]:
    """What the built-in pipeline suggests."""
    from rotstift.nlp.registry import load
    from rotstift.nlp.suggest import Request

    return load("rotstift-de").suggest(Request(text))


def seed_article() -> tuple[Annotated, str]:
    """The seed article with the built-in pipeline's suggestions, and what to call it."""
    text, name = seed_text()
    return Annotated(Article("seed", text, name), tuple(by_rules(text))), name


def long_article(
    number_of_words: int = LONG_WORDS,
    entities: int = LONG_ENTITIES,
    quotes: int = LONG_QUOTES,
    name: str = "long",
) -> Annotated:
    """Samples one after the other up to so many words, evenly marked up."""
    every = "\n\n".join(islice(cycle(samples()), number_of_words // 200 + 1))
    text = every[: words(every)[number_of_words - 1].end]
    return marked(Article(name, text, f"{number_of_words} words"), entities, quotes)


def marked(article: Article, entities: int, quotes: int) -> Annotated:
    """The article with about so many suggestions, the same in every run."""
    chance = random.Random(article.id)
    names = [word for word in words(article.text) if article.text[word.start].isupper()]
    chosen = names[:: max(1, len(names) // max(1, entities))][:entities]
    items: list[Item] = [
        Entity(f"e{number}", span, label, replace(_ORIGIN, score=round(chance.uniform(0.6, 1), 2)))
        for number, (span, label) in enumerate(zip(chosen, cycle(("PER", "ORG", "LOC", "MISC"))))
    ]
    items += [
        _quote(number, part, chosen, chance)
        for number, part in enumerate(_stretches(article.text, quotes))
    ]
    return Annotated(article, tuple(items))


def _stretches(text: str, count: int) -> list[Span]:
    """What stands in marks, then every few words, until there are enough."""
    marked_ones = [span for span in marked_stretches(text) if len(span) > 12][:count]
    every = words(text)
    step = max(9, len(every) // max(1, count))
    free = (
        Span(every[at].start, every[at + 7].end)
        for at in range(0, len(every) - 8, step)
        if "\n" not in text[every[at].start : every[at + 7].end]
    )
    others = [span for span in free if not any(span.overlaps(other) for other in marked_ones)]
    return sorted(marked_ones + others[: count - len(marked_ones)])


def _quote(number: int, part: Span, names: Sequence[Span], chance: random.Random) -> Quote:
    near = min(names, key=lambda name: name.distance(part), default=None)
    origin = replace(_ORIGIN, score=round(chance.uniform(0.6, 1), 2))
    kind = "direct" if number % 2 else "indirect"
    speaker = (Mention(near),) if near and number % 10 else ()
    return Quote(f"q{number}", (part,), kind, origin, speaker)


def many(count: int, items: int = 60) -> Iterator[Annotated]:
    """So many articles of some 300 words, no two alike, each with about so many items."""
    texts = samples()
    for number in range(count):
        text = f"Meldung {number}\n\n{texts[number % len(texts)]}"
        article = Article(f"a{number}", text, f"Meldung {number}", f"{number}.txt")
        yield marked(article, items - 8, 8)


def write_jsonl(articles: Iterator[Annotated], path: Path) -> None:
    """The articles as the JSONL format has them."""
    with path.open("wb") as file:
        for one in articles:
            file.write(line_of(one, Report()))


def project(path: Path, articles: Iterator[Annotated] | Sequence[Annotated]) -> Session:
    """A project with these articles, their items standing as suggestions of one pipeline."""
    session = Session.create(path, shipped_scheme(), "bench")
    report = ImportReport()
    for portion in batches(articles):
        take(session, portion, report)
    # Suggested by somebody: so the window asks no worker for suggestions.
    session.project.database.execute("update article set suggested_by = ?", [_PIPELINE])
    session.project.database.conn.commit()
    return session


def small_project(path: Path) -> None:
    """The samples with the built-in pipeline's suggestions, closed."""
    articles = [
        Annotated(Article(f"s{number}", text, text.split("\n")[0]), tuple(by_rules(text)))
        for number, text in enumerate(samples())
    ]
    project(path, articles).close()

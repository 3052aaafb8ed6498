"""What .spacy files teach: their articles, labels and quotes, looked at once before the training."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.nlp.docbin import items_in
from rotstift.nlp.training_state import Split, bare_notes, learning_digest


class TrainingError(ValueError):
    """Training is impossible; one sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What there is to learn."""

    language: str = "de"
    labels: frozenset[str] = frozenset()
    """Of entities."""
    quotes: int = 0
    """Quotes and confirmed negatives."""
    longest: int = 0
    """Tokens of the longest part of a quote."""
    articles: tuple[tuple[str, str], ...] = ()
    """Id and learning digest of each."""
    bare: frozenset[str] = frozenset()
    """Learning digests of those without an entity."""

    @property
    def empty(self) -> bool:
        """Nothing is marked anywhere."""
        return not self.labels and not self.quotes


def look_at(path: Path) -> Lesson:
    """Look through a .spacy file or a folder of them. Raises TrainingError."""
    labels: set[str] = set()
    quotes = longest = 0
    articles: list[tuple[str, str]] = []
    bare: set[str] = set()
    for number, doc in enumerate(docs_in(path)):
        labels.update(ent.label_ for ent in doc.ents)
        parts = list(doc.spans["quotes"]) if "quotes" in doc.spans else []
        denied = list(doc.spans["negatives"]) if "negatives" in doc.spans else []
        quotes += len(parts) + len(denied)
        longest = max([longest, *(len(span) for span in parts)])
        articles.append((_id_of(doc, number), learning_digest(doc.text)))
        if not doc.ents:
            bare.add(articles[-1][1])
    language = _language(path.parent)
    return Lesson(language, frozenset(labels), quotes, longest, tuple(articles), frozenset(bare))


def _id_of(doc: Any, number: int) -> str:
    """The article's own id, or for a doc from elsewhere its number."""
    try:
        return items_in(doc)[0]
    except ValueError:
        return str(number)


def docs_in(path: Path) -> Iterator[Any]:
    """All docs of a .spacy file, or of a folder of them, one file at a time. Raises TrainingError."""
    import spacy
    from spacy.tokens import DocBin

    files = sorted(path.glob("*.spacy")) if path.is_dir() else [path]
    if not files or not files[0].is_file():
        raise TrainingError(
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Messages", "There is no file {path}: export the confirmed articles first."
                ),
                path=path,
            )
        )
    for file in files:
        try:
            bin_ = DocBin().from_disk(file)
        except ValueError:
            raise TrainingError(
                Sentence(
                    QT_TRANSLATE_NOOP(
                        "Messages", "{path} is no .spacy file: export the articles again."
                    ),
                    path=file,
                )
            ) from None
        yield from bin_.get_docs(spacy.blank("xx").vocab)


def _language(folder: Path) -> str:
    """As the export's config says; German where there is none."""
    from spacy.util import load_config

    config = folder / "config.cfg"
    if not config.is_file():
        return "de"
    return str(load_config(config, interpolate=False)["nlp"]["lang"])


@dataclass(frozen=True, slots=True)
class Corpora:
    """The two sides, and what is in them."""

    train: Path
    dev: Path
    lesson: Lesson
    exam: Lesson

    @classmethod
    def of(cls, train: Path, dev: Path) -> "Corpora":
        """Look through both. Raises TrainingError."""
        return cls(train, dev, look_at(train), look_at(dev))

    @property
    def split(self) -> Split:
        """Which articles fell on which side."""
        return Split(self.lesson.articles, self.exam.articles)

    @property
    def notes(self) -> list[Sentence]:
        """What the person should know of the articles; each counts once."""
        every = self.split.learnt | self.split.held_out
        return bare_notes(len(self.lesson.bare | self.exam.bare), len(every))

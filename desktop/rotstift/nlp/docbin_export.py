"""DocBin export: a stream of articles into .spacy files that `spacy train` can read at once."""

import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from rotstift.model.article import text_digest
from rotstift.model.items import Item
from rotstift.model.report import Report
from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.nlp.docbin import DocMaker, Layout
from rotstift.nlp.earlier import IN_THE_WAY, OURS, in_the_way
from rotstift.nlp.training_config import Plan, training_config

SHARD = 2000
"""Docs in one file; above that a folder of such files, which spaCy reads as one corpus."""
ZONE = 200
"""Docs between two clean-ups of spaCy's memory."""

ONE_ARTICLE = QT_TRANSLATE_NOOP(
    "Report",
    "dev.spacy is a copy of train.spacy, because no article was left over for it: "
    "scores measured on it say nothing about other articles.",
)
NO_DEV = QT_TRANSLATE_NOOP(
    "Report",
    "With so few articles the draw left dev.spacy empty; the article nearest to the border was put "
    "there, so the split can change when articles are added.",
)
NO_TRAIN = QT_TRANSLATE_NOOP(
    "Report",
    "With so few articles the draw left train.spacy empty; the article nearest to the border was "
    "put there, so the split can change when articles are added.",
)
NO_CONFIG = QT_TRANSLATE_NOOP(
    "Report", "No config.cfg was written: there is no entity and no quote to train on."
)


class ExportError(ValueError):
    """The export cannot be made; one sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the person can choose."""

    language: str = "de"
    share: float = 0.2
    """Part of the articles that goes to dev.spacy."""
    seed: int = 0
    """Another number, another split."""
    split_hyphens: bool = False
    plain_spaces: bool = False
    quotes: bool = False
    """config.cfg also trains quotes (span_finder and spancat)."""
    overwrite: bool = False
    """Also where something stands that is no earlier export."""

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "Options":
        """Raises ExportError for an unknown name or a value out of range."""
        known = {field.name: field for field in fields(cls)}
        for name, value in data.items():
            if name not in known:
                raise ExportError(
                    Sentence(
                        QT_TRANSLATE_NOOP(
                            "Messages", "There is no export option {name}; there are {known}."
                        ),
                        name=repr(name),
                        known=", ".join(known),
                    )
                )
            right = {"str": str, "float": int | float, "int": int, "bool": bool}
            kind = right[getattr(known[name].type, "__name__", str(known[name].type))]
            if not isinstance(value, kind) or (kind is not bool and isinstance(value, bool)):
                raise ExportError(
                    Sentence(
                        QT_TRANSLATE_NOOP(
                            "Messages", "The export option {name} cannot be {value}."
                        ),
                        name=repr(name),
                        value=repr(value),
                    )
                )
        options = cls(**data)
        if not 0 <= options.share < 1:
            raise ExportError(
                Sentence(
                    QT_TRANSLATE_NOOP(
                        "Messages",
                        "The share of dev.spacy is 0 or more and less than 1, not {share}.",
                    ),
                    share=options.share,
                )
            )
        return options


def partial_folder(out: Path) -> Path:
    """Where an unfinished export stands until it is complete; removed by the next one."""
    return out.parent / f".{out.name}.partial"


def draw(seed: int, text: str) -> float:
    """0 to 1, the same for the same text and seed whatever else is exported."""
    digest = hashlib.sha256(f"{seed}:{text_digest(text)}".encode()).digest()
    return int.from_bytes(digest[:8], "big") / 2**64


class _Shards:
    """One side of the split: DocBins filled one after the other, each written when it is full."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder, self._name = folder, name
        self._written = 0
        self._bin = _empty_bin()
        self.docs = 0

    def add(self, one: Any) -> None:
        """A DocBin with one doc in it."""
        if len(self._bin) == SHARD:
            self._write_shard()
        self._bin.merge(one)
        self.docs += 1

    def _write_shard(self) -> None:
        (self._folder / self._name).mkdir(exist_ok=True)
        self._written += 1
        self._bin.to_disk(self._folder / self._name / f"{self._written:04}.spacy")
        self._bin = _empty_bin()

    def finish(self) -> str:
        """Write what is left; the name of the file or folder."""
        if not self._written:
            self._bin.to_disk(self._folder / f"{self._name}.spacy")
            return f"{self._name}.spacy"
        if len(self._bin):
            self._write_shard()
        return self._name


class _Memory:
    """spaCy's memory zones, one for ZONE docs: what they add to the vocabulary goes again.

    A zone a doc would throw the tokenizer's cache away each time: a third of the speed (measured).
    """

    def __init__(self, nlp: Any) -> None:
        self._nlp, self._stack, self._docs = nlp, ExitStack(), 0

    def next(self) -> None:
        """Before each doc. No doc from before may be used after it."""
        if self._docs % ZONE == 0:
            self.close()
            self._stack.enter_context(self._nlp.memory_zone())
        self._docs += 1

    def close(self) -> None:
        """Leave the zone."""
        self._stack.close()


def _empty_bin() -> Any:
    from spacy.tokens import DocBin

    attrs = ["ORTH", "SPACY", "ENT_IOB", "ENT_TYPE", "ENT_KB_ID", "ENT_ID"]
    return DocBin(attrs=attrs, store_user_data=True)


class DocBinExport(AbstractContextManager["DocBinExport"]):
    """One export: add articles, then close. Leaving without close removes everything.

    `out` is a folder (train.spacy, dev.spacy, config.cfg, report.json) or a file NAME.spacy with
    all articles (and NAME.report.json). Raises ExportError and OSError.
    """

    def __init__(self, out: Path, options: Options) -> None:
        if out.suffix != ".spacy" and out.exists() and not out.is_dir():
            raise ExportError(
                Sentence(
                    QT_TRANSLATE_NOOP(
                        "Messages",
                        "{path} is a file: name a folder, or a file that ends in .spacy.",
                    ),
                    path=out,
                )
            )
        if not options.overwrite and (theirs := in_the_way(out)):
            raise ExportError(Sentence(IN_THE_WAY, path=theirs))
        self._out, self._options = out, options
        self.report = Report()
        layout = Layout(options.language, options.split_hyphens, options.plain_spaces)
        try:
            self._maker = DocMaker(layout, self.report)
        except ValueError as error:
            raise ExportError(error.args[0]) from None
        self._memory = _Memory(self._maker.nlp)
        self._folder = partial_folder(out)
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        self._train, self._dev = _Shards(self._folder, "train"), _Shards(self._folder, "dev")
        self._waiting: list[tuple[float, Any]] = []
        self._longest = 0
        self._entities = 0
        self._open = True

    @property
    def _single(self) -> bool:
        return self._out.suffix == ".spacy"

    def add(self, article: str, text: str, items: Iterable[Item]) -> None:
        """One article; what does not fit goes into the report."""
        self._memory.next()
        doc = self._maker.make(article, text, items)
        if doc is None:
            return
        one = _empty_bin()
        one.add(doc)
        self._entities += len(doc.ents)
        self._longest = max([self._longest, *(len(span) for span in doc.spans["quotes"])])
        self._sort(draw(self._options.seed, text), one)

    def _sort(self, drawn: float, one: Any) -> None:
        """Train or dev by the draw; the first articles wait until both sides have one."""
        if self._single or not self._options.share:
            self._train.add(one)
        elif self._train.docs:
            (self._dev if drawn < self._options.share else self._train).add(one)
        else:
            self._waiting.append((drawn, one))
            sides = {value < self._options.share for value, _ in self._waiting}
            if len(sides) == 2:
                self._settle(self._options.share)

    def _settle(self, border: float) -> None:
        for drawn, one in self._waiting:
            (self._dev if drawn < border else self._train).add(one)
        self._waiting = []

    def _settle_rest(self) -> None:
        """All that came fell on one side: give the other side the article nearest to the border."""
        if len(self._waiting) == 1:
            self._settle(0.0)
        elif self._waiting:
            values = sorted(value for value, _ in self._waiting)
            in_train = values[0] >= self._options.share
            self.report.notes.append(NO_DEV if in_train else NO_TRAIN)
            self._settle(values[1] if in_train else values[-1])

    def close(self) -> Report:
        """Write everything under its name, all at once. Raises ExportError when there is nothing."""
        self._memory.close()
        self._settle_rest()
        if not self._train.docs:
            raise ExportError(
                Sentence(
                    QT_TRANSLATE_NOOP(
                        "Messages", "There is no article to export: confirm one first."
                    )
                )
            )
        if self.report.gaps:
            kinds = ", ".join(self.report.gaps)
            raise ExportError(
                Sentence(
                    QT_TRANSLATE_NOOP(
                        "Messages",
                        "Nothing was exported: the counts of {kinds} do not add up (our error).",
                    ),
                    kinds=kinds,
                )
            )
        train = self._train.finish()
        if self._single:
            return self._close_single(train)
        if self._dev.docs:
            dev = self._dev.finish()
        else:
            dev = _copied(self._folder, train)
            self.report.notes.append(ONE_ARTICLE)
        self._write_config(train, dev)
        _write_report(self._folder / "report.json", self.report)
        _publish(self._folder, self._out)
        self._open = False
        return self.report

    def _close_single(self, train: str) -> Report:
        if train != "train.spacy":
            raise ExportError(
                Sentence(
                    QT_TRANSLATE_NOOP(
                        "Messages",
                        "More than {count} articles do not go into one file: name a folder.",
                    ),
                    count=SHARD,
                )
            )
        _write_report(self._folder / "report.json", self.report)
        (self._folder / train).replace(self._out)
        (self._folder / "report.json").replace(self._out.with_suffix(".report.json"))
        self.cancel()
        return self.report

    def _write_config(self, train: str, dev: str) -> None:
        plan = Plan(
            self._options.language,
            entities=self._entities > 0,
            longest_quote=self._longest if self._options.quotes else 0,
            tokenizer="tokenizer" if self._options.split_hyphens else "",
        )
        if not plan.pipes:
            self.report.notes.append(NO_CONFIG)
            return
        if plan.tokenizer:
            self._maker.nlp.to_disk(self._folder / plan.tokenizer)
        config = training_config(plan, train, dev).to_str()
        head = "# In this folder: python -m spacy train config.cfg --output model\n"
        (self._folder / "config.cfg").write_text(head + config, encoding="utf-8")

    def cancel(self) -> None:
        """Leave nothing behind."""
        self._memory.close()
        shutil.rmtree(self._folder, ignore_errors=True)
        self._open = False

    def __exit__(self, *_error: object) -> None:
        if self._open:
            self.cancel()


def _copied(folder: Path, train: str) -> str:
    """A copy of the training side under the name of the other; its name."""
    dev = train.replace("train", "dev")
    source = folder / train
    if source.is_dir():
        shutil.copytree(source, folder / dev)
    else:
        shutil.copyfile(source, folder / dev)
    return dev


def _write_report(path: Path, report: Report) -> None:
    data = json.dumps(report.to_json(), ensure_ascii=False, indent=1)
    path.write_text(data + "\n", encoding="utf-8")


def _publish(partial: Path, out: Path) -> None:
    """Put the finished files where they belong; other files in the folder stay."""
    if not out.exists():
        partial.replace(out)
        return
    for name in OURS:
        old = out / name
        if old.is_dir():
            shutil.rmtree(old)
        elif old.exists():
            old.unlink()
    for path in sorted(partial.iterdir()):
        path.replace(out / path.name)
    partial.rmdir()

"""Figures of the trained entity model: strict span and label F1, calibration, our own challenges."""

import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

MAIN = ("PER", "LOC", "ORG", "MISC")
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.001)
AT_ONCE = 64
"""Articles."""

Key = tuple[int, int, str]


@dataclass
class Tally:
    """Right, found and gold for each label; right and all for each range of scores."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    ranges: Counter[tuple[int, bool]] = field(default_factory=Counter)
    parts: int = 0
    """Found inside a word that the set marks as a compound; not in the F1."""
    parts_right: int = 0

    def add(self, found: Mapping[Key, float], gold: set[Key]) -> None:
        """One article."""
        for key, score in found.items():
            self.found[key[2]] += 1
            self.right[key[2]] += key in gold
            place = next(n for n, top in enumerate(BINS[1:]) if score < top)
            self.ranges[place, key in gold] += 1
        self.gold.update(label for _, _, label in gold)

    def scores(self, labels: Sequence[str]) -> tuple[float, float, float]:
        """Precision, recall, F1 in per cent."""
        right, found, gold = (
            sum(counter[label] for label in labels)
            for counter in (self.right, self.found, self.gold)
        )
        precision, recall = right / max(found, 1), right / max(gold, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        return 100 * precision, 100 * recall, 100 * f1


def measure(nlp: Any, articles: Iterable[Mapping[str, Any]], labels: Sequence[str]) -> Tally:
    """The model's entities of these labels against the set's."""
    tally = Tally()
    every = list(articles)
    docs = nlp.pipe((plain(one["text"]) for one in every), batch_size=AT_ONCE)
    for article, doc in zip(every, docs, strict=True):
        gold = {(start, end, label) for start, end, label in article["ents"] if label in labels}
        compounds = [one for one in article.get("ents_full", ()) if one[2].endswith("part")]
        found = {key: score for key, score in entities(doc).items() if key[2] in labels}
        inside = {key for key in found if any(a <= key[0] and key[1] <= b for a, b, _ in compounds)}
        tally.parts += len(inside)
        tally.parts_right += sum(_is_part(key, compounds, article["text"]) for key in inside)
        tally.add({key: found[key] for key in found.keys() - inside}, gold)
    return tally


def _is_part(key: Key, compounds: Sequence[Any], text: str) -> bool:
    """The part before the compound's last hyphen, with the compound's label."""
    return any(
        (start, label.replace("OTH", "MISC")) == (key[0], f"{key[2]}part")
        and key[1] == max(text.rfind(hyphen, start, end) for hyphen in "-‐‑")
        for start, end, label in compounds
    )


def measure_twelve(nlp: Any, articles: Iterable[Mapping[str, Any]]) -> Tally:
    """All twelve classes of the outer level: derivations, and compounds as whole words."""
    component, tally = nlp.get_pipe("rotstift_entities"), Tally()
    silent, component.cfg["silent"] = component.cfg["silent"], []
    for article in articles:
        text = article["text"]
        gold = {(a, b, label.replace("OTH", "MISC")) for a, b, label in article["ents_full"]}
        ends = [end for _, end in article["tokens"]]
        found = entities(nlp(plain(text))).items()
        tally.add({_whole(key, text, ends): score for key, score in found}, gold)
    component.cfg["silent"] = silent
    return tally


def _whole(key: Key, text: str, ends: Sequence[int]) -> Key:
    """ "CDU" ORG in "CDU-Politiker" -> "CDU-Politiker" ORGpart."""
    start, end, label = key
    if text[end : end + 1] in ("-", "‐", "‑") and text[end + 1 : end + 2].isalpha():
        return start, next((one for one in ends if one > end), end), f"{label}part"
    return key


def plain(text: str) -> str:
    """As the program hands it to the model: no-break spaces are spaces."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def entities(doc: Any) -> dict[Key, float]:
    """Place and label in code points, with the score."""
    scores = doc.spans["entities"].attrs["scores"]
    return {
        (span.start_char, span.end_char, span.label_): score
        for span, score in zip(doc.ents, scores, strict=True)
    }


_MARK = re.compile(r"\[([^|\]]+)\|([A-Z]+)\]")


def challenges(file: Path) -> Iterator[tuple[str, str, set[Key]]]:
    """(section, text, entities) of our own list; "~" is a no-break space, "/" a line end."""
    section = ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            section = line[2:]
        elif line and not line.startswith("#"):
            yield section, *_marked(line.replace("~", "\u00a0").replace("/", "\n"))


def _marked(line: str) -> tuple[str, set[Key]]:
    text, gold, done = "", set(), 0
    for match in _MARK.finditer(line):
        text += line[done : match.start()]
        gold.add((len(text), len(text) + len(match[1]), match[2]))
        text, done = text + match[1], match.end()
    return text + line[done:], gold


def print_tally(title: str, tally: Tally, labels: Sequence[str]) -> None:
    """F1 of all labels together and of each."""
    print(f"{title}")
    for label in ["all", *labels]:
        precision, recall, f1 = tally.scores(labels if label == "all" else [label])
        print(f"  {label:9} P {precision:5.1f} R {recall:5.1f} F {f1:5.1f}")
    if tally.parts:
        right, found, gold = (
            sum(counter.values()) for counter in (tally.right, tally.found, tally.gold)
        )
        worse = 200 * right / (found + tally.parts + gold)
        print(
            f"  parts of words: {tally.parts_right} of {tally.parts} as the set has them;", end=" "
        )
        print(f"counted as errors all of them would give F {worse:.1f}")


def print_reliability(tally: Tally) -> None:
    """How often suggestions of a score are right."""
    print("  score        suggestions  right")
    for place, (low, high) in enumerate(pairwise(BINS)):
        right, wrong = tally.ranges[place, True], tally.ranges[place, False]
        if right + wrong:
            share = right / (right + wrong)
            print(f"  {low:.2f} - {min(high, 1):.2f}  {right + wrong:10}  {share:.3f}")


def print_challenges(nlp: Any, file: Path, *, details: bool) -> None:
    """F1 of each section, and what went wrong."""
    tallies: dict[str, Tally] = {}
    for section, text, gold in challenges(file):
        found = entities(nlp(plain(text)))
        tallies.setdefault(section, Tally()).add(found, gold)
        for start, end, label in sorted(gold ^ found.keys()) if details else ():
            sign = "-" if (start, end, label) in gold else "+"
            print(f"    {sign} {text[start:end]!r} {label} in {text[:60]!r}")
    for section, tally in tallies.items():
        precision, recall, f1 = tally.scores(MAIN)
        print(
            f"  {section:18} P {precision:5.1f} R {recall:5.1f} F {f1:5.1f} of {sum(tally.gold.values())}"
        )


def print_speed(nlp: Any, texts: Sequence[str]) -> None:
    """Words a second of CPU time in the component alone, one article after another."""
    component = nlp.get_pipe("rotstift_entities")
    docs = [nlp.make_doc(plain(text)) for text in texts]
    number = sum(not token.is_space and not token.is_punct for doc in docs for token in doc)
    component(nlp.make_doc("Angela Merkel"))  # loads the name lists
    begin = time.process_time()
    for doc in docs:
        component(doc)
    print(f"  {number / (time.process_time() - begin):.0f} words/s of CPU time, {number} words")

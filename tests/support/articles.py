"""Made-up articles with every trap, and what a careless machine says about the first one."""

from collections.abc import Iterable
from pathlib import Path

from rotstift.model.items import Entity, Markable, Mention, Origin, Quote, Standing, new_id
from rotstift.model.span import Span
from rotstift.session.importing import import_paths
from rotstift.session.sample import shipped_scheme
from rotstift.session.session import Session

MACHINE = "careless 1"
HARBOUR = """\
: Morgenrot und Lindqvist: Hansebund-Erweiterung ist vom Tisch

14.05.2024 | 12:01 Uhr
Morgenrot wirbt in Kaltenhafen um Lindqvist. Beide haben sich festgelegt: Mehr Mitglieder soll der Hansebund nicht bekommen.
Auf dem Kai gab sich Präsident Ilja\u00a0Morgenrot "mäßig erfreut" über das Wetter im Nordmeer. "Kein Land fischt dem anderen die Netze leer", steht im Abkommen der Häfen, das Lindqvist am Herbst unterschrieb.

Lindqvist bleibt bis Sonntag

Der Hansebund soll demnach "die alten Bojen stehen lassen" und ferner "die Lotsen (...) bezahlen".
"So offen haben wir selten geredet", sagte\u00a0Morgenrot. Die Inseln seien "im selben Boot" unterwegs.
"Mei\u00a0Lindqvist saß in der Schule neben mir", hatte der Sender Radio Nord Morgenrot am Morgen zitiert. "Seitdem schreiben wir einander Karten." Zum Hansebund schwieg Lindqvist.
Quelle: Hafenbote
Mehr zum Nordmeer"""
"""Straight marks, a document and an object as speakers, an orphan quote, scare quotes, no-break
spaces inside a name and before one, a compound, a first line that begins with ": "."""

MARKET = """\
Wochenmarkt zieht um

Der Wochenmarkt zieht auf den Lindenplatz. „Hier ist mehr Schatten“, sagte Marktmeisterin Rosa Quandt.
"""
BRIDGE = """\
Brücke gesperrt

Die Brücke in Kaltenhafen bleibt bis Freitag zu. Das teilte die Stadt mit.
"""


def span_of(words: str, text: str = HARBOUR, nth: int = 0) -> Span:
    """The nth place where the words stand; a plain space also finds a no-break space."""
    plain, start = text.replace("\u00a0", " "), -1
    for _ in range(nth + 1):
        start = plain.index(words, start + 1)
    return Span(start, start + len(words))


def _by(score: float) -> Origin:
    return Origin(MACHINE, Standing.SUGGESTED, score)


def _entity(words: str, label: str, score: float = 0.9, nth: int = 0) -> Entity:
    return Entity(new_id(), span_of(words, nth=nth), label, _by(score))


def _quote(
    kind: str, *parts: str, speaker: str = "", nth: int = 0, cue: str = "", score: float = 0.98
) -> Quote:
    return Quote(
        new_id(),
        tuple(span_of(part) for part in parts),
        kind,
        _by(score),
        speaker=(Mention(span_of(speaker, nth=nth)),) if speaker else (),
        cue=(span_of(cue),) if cue else (),
    )


def careless() -> list[Markable]:
    """Suggestions with one mistake of each kind, each of them doubtful, among right ones."""
    return [
        _entity("Morgenrot", "PER"),
        _entity("Lindqvist", "LOC", 0.5),
        _entity("Hansebund-Erweiterung", "ORG", 0.6),
        _entity("Morgenrot", "PER", nth=1),
        _entity("Kaltenhafen", "LOC"),
        _entity("Lindqvist", "LOC", nth=1),
        _entity("Hansebund", "ORG", nth=1),
        _entity("Präsident Ilja Morgenrot", "PER", 0.6),
        _entity("Nordmeer", "LOC"),
        _entity("Lindqvist", "PER", nth=2),
        _entity("Herbst", "LOC", 0.4),
        _entity("Lindqvist", "PER", nth=3),
        _entity("Hansebund", "ORG", nth=2),
        _entity("Morgenrot", "PER", nth=3),
        _entity("Mei", "PER", 0.6),
        _entity("Radio Nord", "ORG"),
        _entity("Morgenrot", "PER", nth=4),
        _entity("Hansebund", "ORG", nth=3),
        _entity("Lindqvist", "PER", nth=5),
        _quote("direct", '"Kein Land fischt dem anderen die Netze leer"'),
        _quote("indirect", '"die alten Bojen stehen lassen"', speaker="Abkommen", score=0.6),
        _quote("direct", '"So offen haben wir selten geredet"', speaker="Morgenrot", nth=3, cue="sagte"),
        _quote(
            "direct",
            '"Mei Lindqvist saß in der Schule neben mir"',
            speaker="Radio Nord",
            cue="zitiert",
            score=0.6,
        ),
        _quote("direct", '"Seitdem schreiben wir einander Karten."'),
    ]  # fmt: skip


def make_project(path: Path, texts: Iterable[str], items: Iterable[Markable] = ()) -> Path:
    """A project file with these articles; the first gets the items as its suggestions.

    The others are said to have been seen by the machine too, so that no worker is needed.
    """
    folder = path.with_suffix(".texts")
    folder.mkdir()
    files = [folder / f"{number:02}.txt" for number, _ in enumerate(texts)]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    session = Session.create(path, shipped_scheme(), "Setzerin")
    for _ in import_paths(session, files):
        pass
    for number, article_id in enumerate(session.project.ids()):
        session.take_suggestions(article_id, () if number else tuple(items), MACHINE)
    session.close()
    return path

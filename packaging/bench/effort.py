"""Effort: a simulated person who knows the gold corrects Wikinews articles in the real window; actions are counted.

    python packaging/bench/effort.py SET [--split dev] [--articles N] [--seed S]

SET is the folder of the German Wikinews quotation set. The suggestions are those of the pipeline that ships, asked for by
the window itself. The same needs are then counted for the peers by the action counts of packaging/replay/peers.py.
"""

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from material import workshop
from quote_sets import Sheet, sheets
from replay.needs import ROLES, Need, Wanted, needs, wrong_links
from replay.peers import PEERS, Cost, Peer, cost
from table import Figure, show

from rotstift.model.annotations import Annotations
from rotstift.model.article import Article, title_of
from rotstift.model.history import EntryKind
from rotstift.model.items import Quote, role_spans
from rotstift.model.scheme import Scheme, parse_scheme
from rotstift.model.span import Span
from rotstift.session.sample import shipped_scheme
from rotstift.session.session import Session, utc_now
from rotstift.store.records import LogEntry, NewArticle

KEYS = {"direct": "D", "indirect": "I", "reported": "R", "free_indirect": "Y", "indirect_free": "U"}
PATIENCE = 120
"""Seconds to wait for an article's suggestions."""


@dataclass
class Played:
    """One article after the replay."""

    name: str
    needs: list[Need]
    actions: int
    purposes: dict[str, int]
    troubles: list[str] = field(default_factory=list)


def main() -> None:
    """Play, count, print."""
    options = _options()
    chosen = sheets(options.set, options.split)
    if options.articles < len(chosen):
        chosen = random.Random(options.seed).sample(chosen, options.articles)
    begin = time.perf_counter()
    with workshop() as folder:
        played = play(folder / "replay.rotstift", chosen)
    report(played, time.perf_counter() - begin)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set", type=Path)
    parser.add_argument("--split", default="dev", choices=("train", "dev"))
    parser.add_argument("--articles", type=int, default=50)
    parser.add_argument("--seed", type=int, default=2026)
    return parser.parse_args()


def wanted(sheet: Sheet) -> list[Wanted]:
    """The gold of an article; what is marked as a quote without any words is left out."""
    return [
        Wanted(one.type, _apart(one.parts), {role: one.roles.get(role, ()) for role in ROLES})
        for one in sheet.quotes
        if one.parts
    ]


def _apart(parts: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(sorted(parts))


def scheme() -> Scheme:
    """The shipped scheme with all five types shown, each with a key."""
    source = shipped_scheme().source.replace("hidden = true\n", "")
    for kind in ("free_indirect", "indirect_free"):
        source = source.replace(f'id = "{kind}"\n', f'id = "{kind}"\nkey = "{KEYS[kind]}"\n')
    return parse_scheme(source)


def project(path: Path, chosen: Sequence[Sheet]) -> None:
    """A project with the bare articles."""
    session = Session.create(path, scheme(), "replay")
    fresh = [
        NewArticle(
            Article(sheet.name, sheet.text, title_of(sheet.text) or sheet.name),
            Annotations(len(sheet.text)),
            (),
        )
        for sheet in chosen
    ]
    session.project.add(fresh, LogEntry(utc_now(), "replay", EntryKind.MACHINE, "import"))
    session.close()


def play(path: Path, chosen: Sequence[Sheet]) -> list[Played]:
    """Correct every article in the real window."""
    from replay.hands import Hands
    from replay.player import Player

    from rotstift.ui.app import start

    project(path, chosen)
    app, program = start()
    program.window.resize(1480, 1400)
    if not program.open(path):
        raise SystemExit("the project could not be opened")
    found = []
    for number, sheet in enumerate(chosen):
        program.desk.core.open(sheet.name)
        _wait_for_suggestions(app, program, sheet.name)
        hands = Hands(program)
        player = Player(hands, KEYS)
        gold = wanted(sheet)
        player.split_where_it_helps(gold)
        todo = needs(program.desk.core.state, gold)
        troubles = player.correct(gold)
        troubles += _differences(program.desk.core.state, gold)
        hands.purpose = "confirm"
        hands.press("Ctrl+Return")
        found.append(Played(sheet.name, todo, hands.actions, hands.done, troubles))
        print(f"\r{number + 1} of {len(chosen)} articles", end="", file=sys.stderr)
    print(file=sys.stderr)
    program.window.close()
    return found


def _wait_for_suggestions(app: object, program: object, article: str) -> None:
    from PySide6.QtCore import QCoreApplication

    until = time.monotonic() + PATIENCE
    while not program.desk.core.session.row(article).suggested_by:  # type: ignore[attr-defined]
        QCoreApplication.processEvents()
        time.sleep(0.005)
        if time.monotonic() > until:
            raise SystemExit(f"no suggestions came for {article}")
    del app


def _differences(state: Annotations, gold: Sequence[Wanted]) -> list[str]:
    """Empty when the state holds exactly the gold's quotes."""
    there = Counter(map(_key, state.quotes))
    right = Counter((one.type, one.parts, *(one.role(role) for role in ROLES)) for one in gold)
    return [f"left over {key[:2]}" for key in there - right] + [
        f"lacking {key[:2]}" for key in right - there
    ]


def _key(quote: Quote) -> tuple[object, ...]:
    roles = (tuple(sorted(role_spans(quote, role))) for role in ROLES)
    return (quote.type, quote.parts, *roles)


def report(played: Sequence[Played], seconds: float) -> None:
    """The tables."""
    whole = [one for one in played if not one.troubles]
    for one in played:
        if one.troubles:
            print(f"not counted, the gold could not be reached: {one.name}: {one.troubles[0]}")
    wrong = sum(not need.right for one in whole for need in one.needs)
    links = sum(wrong_links(one.needs) for one in whole)
    print(
        f"{len(whole)} of {len(played)} articles end exactly as the gold ({seconds:.0f} s); "
        f"{sum(len(one.needs) for one in whole)} quotes suggested or wanted, {wrong} of them wrong, "
        f"{links} role spans to be linked"
    )
    show("Actions for the same suggestions and the same gold", _lines(whole, wrong, links))
    spent = sum((Counter(one.purposes) for one in whole), Counter())
    show(
        "What Rotstift's actions were for",
        [Figure(name, str(n)) for name, n in spent.most_common()],
    )


def _lines(whole: Sequence[Played], wrong: int, links: int) -> list[Figure]:
    own = sum(one.actions for one in whole)
    marks_only = own - sum(one.purposes.get("link", 0) for one in whole)
    lines = [
        Figure(
            "Rotstift, played in the window",
            _shares(own, len(whole), wrong, own - marks_only, links),
        )
    ]
    for peer in PEERS:
        costs = [cost(peer, one.needs) for one in whole]
        lines.append(
            _peer_line(peer, costs, len(whole), wrong, links, own if peer.link else marks_only)
        )
    return lines


def _shares(total: int, articles: int, wrong: int, linking: int | None, links: int) -> str:
    link = "   –  " if linking is None else f"{linking / max(links, 1):6.2f}"
    return f"{total / max(articles, 1):7.1f} an article  {total / max(wrong, 1):6.2f} a wrong item  {link} a link"


def _peer_line(
    peer: Peer, costs: Sequence[Cost], articles: int, wrong: int, links: int, own: int
) -> Figure:
    total = sum(one.total for one in costs)
    linking = None if peer.link is None else sum(one.links or 0 for one in costs)
    name = peer.name if peer.link else f"{peer.name} (no links: {links} not done)"
    aim = f"Rotstift {own / total:.2f} times" + ("" if peer.link else ", links left out")
    return Figure(name, _shares(total, articles, wrong, linking, links), aim, own < total)


if __name__ == "__main__":
    main()

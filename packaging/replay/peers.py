"""What the peers need for the same work, by the action counts of our survey; a click, a drag, a key is one.

The counts are those of the survey's table (read in the tools' documentation and source). Everything that is not in it
counts for nothing, in the peers' favour: finding the place, scrolling, marking the mention before it can be linked,
taking away a wrong link, the second pass that some need for links, a dialog that asks back.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from replay.needs import ROLES, Need

IMPOSSIBLE = None


@dataclass(frozen=True)
class Peer:
    """One tool's actions for one correction; None for what it cannot do at all."""

    name: str
    delete: int
    relabel: int
    border: int
    """One edge to another word; by a drag where it has one, else deleted and made anew."""
    anew: bool
    """True where a border means delete and make anew: both edges of an item at once."""
    add: int
    link: int | None
    confirm: int
    """Confirm and go on."""


PEERS = (
    Peer("Prodigy", delete=1, relabel=3, border=3, anew=True, add=2, link=3, confirm=1),
    Peer("Label Studio", delete=2, relabel=2, border=2, anew=False, add=2, link=6, confirm=1),
    Peer("doccano", delete=1, relabel=2, border=3, anew=True, add=2, link=4, confirm=2),
    Peer("INCEpTION", delete=1, relabel=2, border=2, anew=False, add=2, link=2, confirm=2),
    Peer("TagEditor", delete=1, relabel=3, border=3, anew=True, add=2, link=IMPOSSIBLE, confirm=1),
    Peer("QualCoder", delete=2, relabel=4, border=1, anew=False, add=3, link=IMPOSSIBLE, confirm=1),
)
"""QualCoder moves a border by one character a key: only one is counted for each edge. TagEditor and QualCoder have no
status: going on counts one."""


@dataclass(frozen=True)
class Cost:
    """Actions for one article."""

    marks: int
    """Quotes: deleted, added, relabelled, borders and parts."""
    links: int | None
    confirm: int

    @property
    def total(self) -> int:
        """All of it that can be done."""
        return self.marks + (self.links or 0) + self.confirm


def cost(peer: Peer, found: Iterable[Need]) -> Cost:
    """What the peer takes for an article's needs, each quote put right the cheaper way."""
    every = list(found)
    links = [len(need.role_wanted(role)) for need in every for role in need.wrong if role in ROLES]
    linked = None if peer.link is IMPOSSIBLE else peer.link * sum(links)
    return Cost(sum(_marks(peer, need) for need in every), linked, peer.confirm)


def _marks(peer: Peer, need: Need) -> int:
    pieces = len(need.wanted.parts) if need.wanted else 0
    anew = peer.add * pieces
    if need.there is None:
        return anew
    gone = peer.delete * len(need.there.parts)
    if need.wanted is None:
        return gone
    costs: Mapping[str, int] = {"type": peer.relabel, "border": peer.border, "parts": peer.add}
    kinds = [name for name in need.wrong if name in costs]
    if peer.anew and "border" in kinds:  # both edges, and the label with them
        kinds = ["border" for _ in range(_moved(need))]
    mended = sum(costs[name] for name in kinds)
    return min(mended, gone + anew) if kinds else 0


def _moved(need: Need) -> int:
    """Parts that have another border."""
    assert need.there
    assert need.wanted
    return sum(one != two for one, two in zip(need.there.parts, need.wanted.parts, strict=False))

"""How a figure is printed: what was measured in this run, the aim, and whether it was reached."""

import os
import statistics
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of a table."""

    name: str
    measured: str
    aim: str = ""
    ok: bool | None = None
    """None where there is no aim."""


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share (0 to 1) of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def spread(name: str, values: Sequence[float], most: float | None = None) -> Figure:
    """Milliseconds of a few runs: least, median, most. The aim is for the median."""
    middle = statistics.median(values)
    measured = f"{min(values):8.1f}  {middle:8.1f}  {max(values):8.1f} ms"
    return Figure(name, f"min/med/max {measured}", *_aim(middle, most, "med", "ms"))


def tail(
    name: str, values: Sequence[float], most: float | None = None, share: float = 0.99
) -> Figure:
    """Milliseconds of many runs: half, 95 and 99 of 100. The aim is for `share`."""
    shown = "  ".join(f"{percentile(values, at):8.2f}" for at in (0.5, 0.95, 0.99))
    words = f"p{round(share * 100)}"
    measured = f"p50/p95/p99 {shown} ms"
    return Figure(name, measured, *_aim(percentile(values, share), most, words, "ms"))


def ratio(name: str, value: float, most: float | None = None) -> Figure:
    """How many times as long, or as much."""
    return Figure(name, f"{value:.2f} times", *_aim(value, most, "", "times"))


def rate(name: str, count: int, seconds: float, what: str = "articles") -> Figure:
    """So many a second."""
    return Figure(name, f"{count / seconds:,.0f} {what}/s ({count:,} in {seconds:.2f} s)")


def size(name: str, mebibytes: float | None) -> Figure:
    """Memory."""
    return Figure(name, "not known here" if mebibytes is None else f"{mebibytes:.0f} MiB")


def _aim(value: float, most: float | None, words: str, unit: str) -> tuple[str, bool | None]:
    if most is None:
        return "", None
    return f"{words} ≤ {most:g} {unit}".strip(), value <= most


def show(title: str, figures: Iterable[Figure], note: str = "") -> None:
    """Print a table."""
    rows = [("", "measured", "aim", ""), *(_cells(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    print(f"\n{title}" + (f"\n{note}" if note else ""))
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print(("  " + "  ".join(cells)).rstrip())
    sys.stdout.flush()


def _cells(figure: Figure) -> tuple[str, str, str, str]:
    verdict = {None: "", True: "ok", False: "MISSED"}[figure.ok]
    return figure.name, figure.measured, figure.aim, verdict


def resident(process: int | None = None) -> float | None:
    """Resident memory of a process in MiB; None where the system has no /proc."""
    try:
        words = Path(f"/proc/{process or os.getpid()}/status").read_text(encoding="ascii")
    except OSError:
        return None
    return next(int(line.split()[1]) for line in words.splitlines() if "VmRSS" in line) / 1024


def held() -> str:
    """What this process holds now: resident, of which its own alone, of which not read from files."""
    try:
        rollup = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return "not known here"
    sizes = {
        line.split(":")[0]: int(line.split()[1]) / 1024
        for line in (rollup + status).splitlines()
        if line.endswith(" kB")
    }
    alone = sizes["Private_Clean"] + sizes["Private_Dirty"]
    resident_, memory, files = (sizes[name] for name in ("VmRSS", "RssAnon", "RssFile"))
    return f"{resident_:.0f} MiB (alone {alone:.0f}; memory {memory:.0f}, programs {files:.0f})"

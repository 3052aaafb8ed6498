"""All pictures and their index, by one command.

    python packaging/gallery/gallery.py [--out docs/gallery] [--only NAME ...]

Each round (a theme, a language, a scale) is a process of its own, since Qt takes its scale at the start.
Two runs on one machine give the same files.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE.parents[1] / "docs" / "gallery"
ROUNDS = (
    ("light", "de", 1),
    ("light", "en", 1),
    ("dark", "de", 1),
    ("dark", "en", 1),
    ("light", "de", 2),
    ("dark", "en", 2),
)
"""Theme, language, scale: every theme in every language at 100 %, and each once at 200 %."""
README_PICTURES = HERE.parents[1] / "docs" / "pictures"
FRONT = "front"
"""The scene that the README shows."""


def suffix(scale: int) -> str:
    """What a file's name says of the scale."""
    return "" if scale == 1 else f"-{scale}00"


def prepare(folder: Path) -> Path:
    """The project, made in a process of its own: what it imports is not in the pictures' way."""
    path = folder / "Zeitung.rotstift"
    words = f"import sys; sys.path.insert(0, {str(HERE)!r}); import paper; from pathlib import Path; paper.make(Path({str(path)!r}))"
    subprocess.run([sys.executable, "-c", words], check=True)
    return path


def screen(folder: Path, scale: int) -> str:
    """A platform whose screen has room for the usual window at this scale."""
    size = {"width": 1920 * scale, "height": 1080 * scale}
    rows = {"name": "one", "x": 0, "y": 0, **size, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    # Without the first two keys the plugin passes by the whole file.
    whole = {"synchronousWindowSystemEvents": False, "windowFrameMargins": True, "screens": [rows]}
    path = folder / f"screen-{scale}.json"
    path.write_text(json.dumps(whole), encoding="utf-8")
    return f"offscreen:configfile={path}"


def shoot(project: Path, out: Path, theme: str, language: str, scale: int, only: list[str]) -> bool:
    """One round; False when a scene had no picture."""
    words = [sys.executable, str(HERE / "shoot.py"), str(project), str(out)]
    words += ["--theme", theme, "--language", language, "--suffix", suffix(scale)]
    words += ["--only", *only] if only else []
    given = {
        "QT_QPA_PLATFORM": screen(project.parent, scale),
        "QT_SCALE_FACTOR": str(scale),
    }
    print(f"{theme}, {language}, {scale}00 %", flush=True)
    done = subprocess.run(
        words, env=os.environ | given, stderr=subprocess.PIPE, text=True, check=False
    )
    told = [
        line for line in done.stderr.splitlines() if not line.startswith("This plugin does not")
    ]
    print(*told, sep="\n" if told else "", end="\n" if told else "", file=sys.stderr)
    return done.returncode == 0


def index(out: Path) -> str:
    """The page that lists them all."""
    sys.path.insert(0, str(HERE))
    from scenes import SCENES

    heads = [
        f"{theme} {language}{' 200 %' if scale > 1 else ''}" for theme, language, scale in ROUNDS
    ]
    lines = [
        "# Every panel, dialog and state",
        "",
        "Made by `make gallery` from the real program on our own sample articles; the table of scenes is",
        "`packaging/gallery/scenes.py`. Click a picture for its full size.",
        "",
        f"| scene | {' | '.join(heads)} |",
        f"|---|{'---|' * len(heads)}",
    ]
    for scene in SCENES:
        names = [
            f"{scene.name}-{theme}-{language}{suffix(scale)}.png"
            for theme, language, scale in ROUNDS
        ]
        cells = [_cell(out, name) for name in names]
        lines.append(f"| {scene.shows} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _cell(out: Path, name: str) -> str:
    """Whole windows are kept at 200 % where that shows something of its own."""
    shown = f'<a href="{name}"><img src="{name}" width="150" alt=""></a>'
    return shown if (out / name).exists() else ""


def main() -> int:
    """Make them; 1 when a scene had no picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--only", nargs="*", default=[])
    chosen = parser.parse_args()
    if not chosen.only:
        shutil.rmtree(chosen.out, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="rotstift-gallery-") as folder:
        project = prepare(Path(folder))
        rounds = [shoot(project, chosen.out, *one, chosen.only) for one in ROUNDS]
    if chosen.out == OUT:
        for theme in ("light", "dark"):
            shutil.copyfile(
                chosen.out / f"{FRONT}-{theme}-de.png", README_PICTURES / f"window-{theme}.png"
            )
    (chosen.out / "README.md").write_text(index(chosen.out), encoding="utf-8")
    size = sum(path.stat().st_size for path in chosen.out.glob("*.png"))
    print(
        f"{len(list(chosen.out.glob('*.png')))} pictures, {size / 2**20:.1f} MiB, in {chosen.out}"
    )
    return 0 if all(rounds) else 1


if __name__ == "__main__":
    raise SystemExit(main())

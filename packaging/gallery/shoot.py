"""One round of pictures: every scene in one theme, language and scale, in a process of its own.

python packaging/gallery/shoot.py PROJECT OUT --theme light --language de [--only NAME ...]
"""

import argparse
import json
import os
import sys
import tempfile
import traceback
from pathlib import Path


def main() -> int:
    """Make them; 1 when one could not be made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--language", choices=("de", "en"), default="en")
    parser.add_argument("--suffix", default="")
    parser.add_argument("--only", nargs="*", default=())
    parser.add_argument(
        "--seen", type=Path, help="write which classes each scene shows, no pictures"
    )
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="rotstift-gallery-") as name:
        folder = Path(name)
        for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
            os.environ[f"XDG_{kind}_HOME"] = str(folder / kind.lower())
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ.update({"LC_ALL": "C.UTF-8", "TZ": "UTC"})
        return shoot(chosen, folder)


def shoot(chosen: argparse.Namespace, folder: Path) -> int:
    """Every scene, each on a window of its own."""
    from drawing import save
    from scenes import SCENES
    from stage import picture_of, stage

    trouble = 0
    seen: dict[str, list[str]] = {}
    for scene in SCENES:
        if chosen.only and scene.name not in chosen.only:
            continue
        base = chosen.project if scene.project else None
        settings = {"theme": chosen.theme, "language": chosen.language} | dict(scene.settings)
        try:
            with stage(base, folder / scene.name, settings, scene.size) as held:
                shown = scene.run(held)
                picture = picture_of(held, shown)
                seen[scene.name] = classes_seen()
                wanted = shown is not None or scene.twice or not chosen.suffix
                if wanted and not chosen.seen:
                    name = f"{scene.name}-{chosen.theme}-{chosen.language}{chosen.suffix}.png"
                    save(picture, chosen.out / name)
        except Exception:
            print(f"{scene.name}: no picture", file=sys.stderr)
            traceback.print_exc()
            trouble += 1
    if chosen.seen:
        chosen.seen.write_text(json.dumps(seen), encoding="utf-8")
    return 1 if trouble else 0


def classes_seen() -> list[str]:
    """Module and name of every class of ours that is to be seen now."""
    from PySide6.QtWidgets import QApplication

    kinds = {type(one) for one in QApplication.allWidgets() if one.isVisible()}
    return sorted(
        f"{kind.__module__}.{kind.__qualname__}" for kind in kinds if "rotstift" in kind.__module__
    )


if __name__ == "__main__":
    raise SystemExit(main())

"""The component's folder: settings as JSON, weights as one file of float16 arrays."""

import json
from pathlib import Path
from typing import Any

SETTINGS, WEIGHTS = "settings.json", "weights.npz"


def save(folder: Path, settings: dict[str, Any], model: Any) -> None:
    """Write the folder. Half precision halves the size; the loss in F1 is below what can be measured."""
    import numpy as np

    folder.mkdir(parents=True, exist_ok=True)
    (folder / SETTINGS).write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    arrays = {
        f"{number}.{name}": member.get_param(name).astype("float16")
        for number, member in enumerate(model.layers)
        for name in member.param_names
        if member.has_param(name)
    }
    with (folder / WEIGHTS).open("wb") as stream:
        np.savez(stream, allow_pickle=False, **arrays)


def load(folder: Path, model: Any) -> dict[str, Any]:
    """Fill the model and return the settings.

    Raises FileNotFoundError, and ValueError where the weights are of another network.
    """
    import numpy as np

    settings: dict[str, Any] = json.loads((folder / SETTINGS).read_text(encoding="utf-8"))
    with np.load(folder / WEIGHTS, allow_pickle=False) as arrays:
        for number, member in enumerate(model.layers):
            missing = [n for n in member.param_names if f"{number}.{n}" not in arrays]
            if missing:
                raise ValueError(f"The weights in {folder} lack {missing[0]!r} of member {number}.")
            width = len(arrays[f"{number}.hints.W"])
            if width != member.get_dim("width"):
                raise ValueError(f"The weights in {folder} are {width} wide and not as configured.")
            for name in member.param_names:
                member.set_param(name, arrays[f"{number}.{name}"].astype("float32"))
            member._dims["nO"] = len(member.get_param("out.b"))
    return settings


def shape_of(folder: Path) -> dict[str, Any]:
    """The factory's settings with which the weights were made. Raises FileNotFoundError."""
    settings = json.loads((folder / SETTINGS).read_text(encoding="utf-8"))
    shape: dict[str, Any] = settings["network"]
    return shape

"""Adding: a pipeline from a file or an address onto the shelf, nothing of it run or imported."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.nlp.library import download, shelf, wheel
from rotstift.nlp.library.card import Card
from rotstift.nlp.library.recipe import LARGEST, Recipe, read_recipe
from rotstift.nlp.suggest import SuggestError

_NO_FILE = QT_TRANSLATE_NOOP("Messages", "There is no file {name}.")
_WHAT = QT_TRANSLATE_NOOP(
    "Messages",
    "Only a wheel of a spaCy model (.whl) can be added, or a spacy-llm configuration (.cfg); {name} is neither.",
)
_SAY_DIGEST = QT_TRANSLATE_NOOP(
    "Messages",
    "The SHA-256 of {name} is {found}: compare it with the one that its publisher names, and if they are the same, add it with --sha256 {found}.",
)
_GIVE_DIGEST = QT_TRANSLATE_NOOP(
    "Messages",
    "A pipeline is fetched from an address only together with the SHA-256 that its publisher names: give it with --sha256.",
)
_ASKS = QT_TRANSLATE_NOOP(
    "Messages",
    "With the configuration {name} the text of every article is sent to a service outside: {service}; if you want that, add it with --llm.",
)
_NO_LLM = QT_TRANSLATE_NOOP(
    "Messages", "The configuration {name} asks no language model, so there is nothing to add."
)
_LLM_WHEEL = QT_TRANSLATE_NOOP(
    "Messages",
    "The pipeline {name} sends texts to a service outside ({service}), so it is not added from a wheel: add its config.cfg with --llm.",
)


def add(
    source: str,
    *,
    sha256: str = "",
    name: str = "",
    llm: bool = False,
    open_address: download.Open = download.open_https,
    progress: download.Progress | None = None,
) -> Card:
    """Put a pipeline on the shelf; its card.

    `source` is a wheel file, an https address of one, or a spacy-llm configuration. Raises
    SuggestError with a sentence, OSError of the disk; then nothing was added.
    """
    if name:
        shelf.check_name(name)
    with shelf.draft() as place, _file(source, sha256, place, open_address, progress) as file:
        if file.suffix.lower() == ".cfg":
            return _add_llm(file, name or file.stem, llm=llm)
        return _add_wheel(file, place, source, sha256, name)


@contextmanager
def _file(
    source: str,
    sha256: str,
    place: Path,
    open_address: download.Open,
    progress: download.Progress | None,
) -> Iterator[Path]:
    """The file that is meant, fetched if need be."""
    if "://" not in source:
        path = Path(source).expanduser()
        if not path.is_file():
            raise SuggestError(Sentence(_NO_FILE, name=repr(source)))
        _check_kind(path.name)
        yield path
        return
    named = Path(download.file_name(source)).name
    _check_kind(named, (".whl",))
    if not sha256.strip():
        raise SuggestError(Sentence(_GIVE_DIGEST))
    path = place / "wheel.whl"
    download.fetch(source, path, sha256, open_address=open_address, progress=progress)
    yield path


def _check_kind(name: str, endings: tuple[str, ...] = (".whl", ".cfg")) -> None:
    if not name.lower().endswith(endings):
        raise SuggestError(Sentence(_WHAT, name=repr(name)))


def _add_wheel(file: Path, place: Path, source: str, sha256: str, name: str) -> Card:
    named = download.file_name(source) if "://" in source else file.name
    if not sha256.strip():
        found = wheel.sha256_of(file)
        raise SuggestError(Sentence(_SAY_DIGEST, name=repr(named), found=found))
    digest = wheel.check_digest(file, sha256, named)
    target = place / "pipeline"
    target.mkdir()
    model = wheel.unpack(file, target, named)
    chosen = name or model.package
    recipe = read_recipe(model.folder / "config.cfg", chosen)
    if recipe.asks_a_service:
        words = Sentence(_LLM_WHEEL, name=repr(chosen), service=recipe.services)
        raise SuggestError(words)
    recipe.check()
    return _kept(model.folder, chosen, shelf.Note(_origin(source), digest))


def _add_llm(file: Path, name: str, *, llm: bool) -> Card:
    recipe = read_recipe(file, name)
    if not recipe.asks_a_service:
        raise SuggestError(Sentence(_NO_LLM, name=repr(name)))
    if not llm:
        raise SuggestError(Sentence(_ASKS, name=repr(name), service=recipe.services))
    recipe.check(service=True)
    shelf.check_name(name)
    digest = wheel.sha256_of(file, LARGEST)
    with shelf.draft() as place:
        target = place / "pipeline"
        target.mkdir()
        (target / "config.cfg").write_bytes(file.read_bytes())
        (target / "meta.json").write_text(_meta_of(recipe, digest), encoding="utf-8")
        return _kept(target, name, shelf.Note(_origin(str(file)), digest, llm=True))


def _meta_of(recipe: Recipe, digest: str) -> str:
    import json

    meta = {"lang": recipe.language, "name": recipe.name, "version": digest[:8]}
    return json.dumps(meta | {"labels": _llm_labels(recipe)})


def _llm_labels(recipe: Recipe) -> dict[str, list[str]]:
    """The labels that each task asks for."""
    found: dict[str, list[str]] = {}
    for name in recipe.factories:
        asked = recipe.sections.get(f"components.{name}.task", {}).get("labels") or []
        each = asked.split(",") if isinstance(asked, str) else asked
        found[name] = [str(one).strip() for one in each]
    return found


def _origin(source: str) -> str:
    return source if "://" in source else str(Path(source).expanduser().absolute())


def _kept(place: Path, name: str, note: shelf.Note) -> Card:
    shelf.keep(place, name, note)
    return shelf.card(name)

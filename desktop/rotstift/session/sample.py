"""The sample project: our own articles, ready to be corrected."""

from pathlib import Path

from rotstift.model.scheme import Scheme, parse_scheme
from rotstift.paths import resource
from rotstift.session.importing import import_paths
from rotstift.session.session import Session

DEFAULT_SCHEME = "news-de"


def shipped_scheme(name: str = DEFAULT_SCHEME) -> Scheme:
    """A scheme that comes along. Raises FileNotFoundError for an unknown name."""
    return parse_scheme(resource("schemes", f"{name}.toml").read_text(encoding="utf-8"))


def scheme_names() -> list[str]:
    """The schemes that come along."""
    return sorted(path.stem for path in resource("schemes").glob("*.toml"))


def sample_files() -> list[Path]:
    """The sample articles, in order."""
    return sorted(resource("samples").glob("*.txt"))


def open_sample(path: Path, author: str) -> Session:
    """The sample project at `path`, made on first use. Raises StoreError."""
    if path.exists():
        return Session.open(path, author)
    path.parent.mkdir(parents=True, exist_ok=True)
    session = Session.create(path, shipped_scheme(), author)
    for _ in import_paths(session, sample_files()):
        pass
    return session

"""Remote: what a program elsewhere does for us, as plain data: a pipeline's name and texts in, JSON out.

Called by name on the workers of a cluster, where this package is installed, too.
"""

from functools import lru_cache
from threading import Lock
from typing import Any

from rotstift import __version__
from rotstift.model.codec import Json
from rotstift.nlp import registry
from rotstift.nlp.pipeline import Loaded
from rotstift.nlp.suggest import author_of

_LOCK = Lock()
"""A cluster's worker may have several threads, a pipeline has room for one."""


@lru_cache(maxsize=1)
def _kept() -> Loaded:
    """The pipelines that this process has loaded."""
    return Loaded(registry.load)


def suggest(pipeline: str, articles: list[Any]) -> Json:
    """{"rotstift": version, "author": pipeline's name and version, "answers": [...]}, or "error".

    Raises nothing: an exception might not be known at the other end.
    """
    from rotstift.nlp.worker import answers_of, error_answer

    try:
        with _LOCK:
            suggester = _kept().get(pipeline)
            told: Json = {"rotstift": __version__, "author": author_of(suggester)}
            return told | {"answers": answers_of(suggester, articles)}
    except Exception as error:
        return {"rotstift": __version__, **error_answer(error)}

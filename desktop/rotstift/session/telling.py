"""Telling: news to every listener, also when one of them fails."""

from collections.abc import Callable, Iterable
from typing import TypeVar

_News = TypeVar("_News")


def tell_all(listeners: Iterable[Callable[[_News], None]], news: _News) -> None:
    """Tell them all, then raise the first error that one of them had.

    What is told has happened already: a view that fails must not keep the others from showing it.
    """
    first: Exception | None = None
    for listener in tuple(listeners):
        try:
            listener(news)
        except Exception as error:
            first = first or error
    if first is not None:
        raise first

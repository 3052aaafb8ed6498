"""Refuses to start on a Python and a PySide6 that together abort the program."""

from collections.abc import Sequence


def bad_combination(python: Sequence[int], pyside: Sequence[int]) -> str | None:
    """What is wrong with these two versions, as a sentence saying what to do, or None if nothing is.

    PySide6 from 6.12.0 on gives back a reference to None that it does not own at every call that
    returns nothing. None can die before Python 3.12, and the interpreter then aborts after some
    thousand calls (measured with 6.12.0; 6.11.3 loses none). Call it before the first widget:
    `bad_combination(sys.version_info[:3], PySide6.__version_info__[:3])`.
    """
    if tuple(python[:2]) >= (3, 12) or tuple(pyside[:2]) < (6, 12):
        return None
    return (
        f"PySide6 {_dotted(pyside)} ends abruptly on Python {_dotted(python)}, with the work unfinished: "
        "please install an older PySide6 (pip install 'PySide6-Essentials<6.12') "
        "or use Python 3.12 or later."
    )


def _dotted(version: Sequence[int]) -> str:
    return ".".join(str(number) for number in version[:3])

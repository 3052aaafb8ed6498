"""Sentences for the person, from floors that know no window: a template and what fills it."""

from collections.abc import Mapping


def QT_TRANSLATE_NOOP(  # noqa: N802 - the name that lupdate looks for
    _context: str, text: str, _comment: str = "", _plural: int = 0
) -> str:
    """Mark a literal for translation; the window translates it when it is shown.

    With `"", 1` behind it the literal has a plural; lupdate sees that only where a bare number stands.
    """
    return text


class KeyOf(str):
    """Stands in a sentence for an action's key; the window says which one that is now."""

    action: str

    def __new__(cls, action: str, usual: str) -> "KeyOf":
        """`usual` is said where there is no window."""
        key = super().__new__(cls, usual)
        key.action = action
        return key


class Sentence(str):
    """A finished sentence that still knows its template, so that it can be said in another language."""

    template: str
    values: Mapping[str, str]
    """A value that is a sentence itself stays one; `n` is the number that %n stands for."""

    def __new__(cls, template: str, /, **values: object) -> "Sentence":
        """The template's {names} filled with the values, and its %n with the value of n."""
        filled = {
            name: value if isinstance(value, str) else str(value) for name, value in values.items()
        }
        words = template.format(**filled) if filled else template
        sentence = super().__new__(
            cls, words.replace("%n", filled["n"]) if "n" in filled else words
        )
        sentence.template = template
        sentence.values = filled
        return sentence

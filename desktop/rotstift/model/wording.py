"""Sentences for the person, from floors that know no window: a template and what fills it."""


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - the name that lupdate looks for
    """Mark a literal for translation; the window translates it when it is shown."""
    return text


class Sentence(str):
    """A finished sentence that still knows its template, so that it can be said in another language."""

    template: str
    values: dict[str, str]

    def __new__(cls, template: str, /, **values: object) -> "Sentence":
        """The template's {names} filled with the values."""
        filled = {name: str(value) for name, value in values.items()}
        sentence = super().__new__(cls, template.format(**filled) if filled else template)
        sentence.template = template
        sentence.values = filled
        return sentence

"""The few words that the page itself writes: on the cards, and for the screen reader."""

from PySide6.QtCore import QCoreApplication

from rotstift.model.items import Origin, Standing


def number(value: float, language: str) -> str:
    """Two decimals, with the language's decimal sign."""
    text = f"{value:.2f}"
    return text.replace(".", ",") if language == "de" else text


def standing(origin: Origin, language: str) -> str:
    """Suggestion with its score, checked, or by hand."""
    match origin.standing:
        case Standing.CHECKED:
            return QCoreApplication.translate("ArticleView", "checked")
        case Standing.MADE:
            return QCoreApplication.translate("ArticleView", "by hand")
    words = QCoreApplication.translate("ArticleView", "suggestion")
    return words if origin.score is None else f"{words} {number(origin.score, language)}"


def parts(count: int) -> str:
    """ "2 parts"; German needs no other form from two on."""
    return QCoreApplication.translate("ArticleView", "{count} parts").format(count=count)


def fragment() -> str:
    """A quoted word or phrase."""
    return QCoreApplication.translate("ArticleView", "fragment")


def no_speaker() -> str:
    """On the card of a quote whose speaker nobody knows yet."""
    return QCoreApplication.translate("ArticleView", "Speaker?")


def speaker(name: str) -> str:
    """Who speaks, for the screen reader."""
    if not name:
        return QCoreApplication.translate("ArticleView", "nobody knows the speaker")
    return QCoreApplication.translate("ArticleView", "speaker {name}").format(name=name)


def doubtful() -> str:
    """Worth a look, for the screen reader."""
    return QCoreApplication.translate("ArticleView", "doubtful")


def removed() -> str:
    """What has become of an item, for the screen reader."""
    return QCoreApplication.translate("ArticleView", "removed")


def next_one(name: str) -> str:
    """Where the person is after a correction, for the screen reader."""
    return QCoreApplication.translate("ArticleView", "next: {name}").format(name=name)


def no_quote() -> str:
    """A negative, for the screen reader."""
    return QCoreApplication.translate("ArticleView", "not a quote")


def no_entity() -> str:
    """A negative, for the screen reader."""
    return QCoreApplication.translate("ArticleView", "not an entity")


def page_name() -> str:
    """The view's name for the screen reader."""
    return QCoreApplication.translate("ArticleView", "Article with its marks")


def broken() -> str:
    """When the page could not be drawn."""
    return QCoreApplication.translate(
        "ArticleView", "The page could not be drawn; reopen the article. Reason: {reason}"
    )

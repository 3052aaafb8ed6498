"""Language: which one the window speaks, and its catalogue."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from rotstift.paths import resource

LANGUAGES = ("en", "de")


def chosen_language(setting: str) -> str:
    """ "en" or "de": the setting, or what the system speaks."""
    if setting in LANGUAGES:
        return setting
    return "de" if QLocale.system().language() is QLocale.Language.German else "en"


def install(app: QCoreApplication, language: str) -> None:
    """Let the application speak a language; its numbers and dates follow."""
    locale = QLocale(language)
    QLocale.setDefault(locale)
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (
        (f"qtbase_{language}", qt_folder),
        (f"rotstift_{language}", str(resource("translations"))),
    ):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)

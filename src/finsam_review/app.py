"""Composition root: makes the application, its look and its window, and runs them.

Nothing but Qt is imported before the first paint; what the day needs comes in the first idle moment.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from finsam_review import __version__
from finsam_review.i18n import language as language_in_use
from finsam_review.i18n import set_language
from finsam_review.paths import state_folder
from finsam_review.ui.main_window import MainWindow
from finsam_review.ui.preferences import Preferences, PreferenceStore
from finsam_review.ui.theme import Theme, apply_theme, tokens_for


def run_window(path: Path | None = None, *, table: str | None = None, language: str | None = None) -> int:
    """Open the window, on the day at ``path`` if one is named, and return the exit code.

    ``table`` (a letter or number) opens the view of one table; ``language`` overrides the preference.
    """
    app = make_application()
    window = make_window(app, language=language)
    window.show()
    if path is not None:
        from finsam_review.domain.workshop import table_number

        window.open_day(path, table=table_number(table) if table else None)
    return app.exec()


def make_application() -> QApplication:
    """Return the one QApplication, named and with Swedish manners."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("finsam-review")
    app.setApplicationDisplayName("Finsam Review")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("finsam-review")
    return app


def make_window(app: QApplication, *, language: str | None = None) -> MainWindow:
    """Return the window, dressed after the person's preferences and following them."""
    from finsam_review.ui.crash_dialog import install_excepthook

    preferences = PreferenceStore(state_folder(), app)
    if language is not None:
        preferences.change(language=language)
    install_excepthook(state_folder() / "logs")
    speak(app, preferences.current.language)
    dress(app, preferences.current)
    window = MainWindow(preferences)
    preferences.changed.connect(lambda new: _follow(app, window, new))
    return window


def dress(app: QApplication, preferences: Preferences) -> None:
    """Give the application the look that was chosen."""
    dark = {"light": False, "dark": True}.get(preferences.mode)
    apply_theme(app, Theme(tokens_for(app, dark=dark), preferences.text_scale))


def speak(app: QApplication, language: str) -> None:
    """Make the program and Qt's own dialogs speak ``language``."""
    set_language(language)
    QLocale.setDefault(QLocale("sv_SE" if language == "sv" else "en_GB"))
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language}", folder):
        app.installTranslator(translator)


def _follow(app: QApplication, window: MainWindow, preferences: Preferences) -> None:
    other_language = preferences.language != language_in_use()
    if other_language:
        speak(app, preferences.language)
    dress(app, preferences)
    window.follow_preferences(rebuild=other_language)

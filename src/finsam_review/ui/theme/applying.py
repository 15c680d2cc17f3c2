"""Owns the moment when the whole application takes on a look."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from finsam_review.ui.theme.fonts import Role, load_fonts
from finsam_review.ui.theme.look import Theme, theme_source
from finsam_review.ui.theme.palette import palette_for
from finsam_review.ui.theme.stylesheet import stylesheet_for
from finsam_review.ui.theme.tokens import DARK, LIGHT, Tokens, high_contrast


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Dress ``app`` in ``theme``: style, fonts, palette, style sheet; every own widget follows."""
    if app.property("fonts_loaded") is None:
        load_fonts()
        app.setStyle("Fusion")
        app.setProperty("fonts_loaded", "yes")
    app.setFont(theme.font(Role.BODY))
    app.setPalette(palette_for(theme.tokens))
    app.setStyleSheet(stylesheet_for(theme))
    theme_source().put(theme)


def tokens_for(app: QApplication, *, dark: bool | None) -> Tokens:
    """Return the tokens to use: the system's own under high contrast, else dark or light.

    ``dark`` is the person's choice; ``None`` follows the system.
    """
    hints = app.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return high_contrast(app.style().standardPalette())
    if dark is None:
        dark = hints.colorScheme() is Qt.ColorScheme.Dark
    return DARK if dark else LIGHT

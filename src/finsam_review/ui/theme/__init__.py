"""The look of the window: tokens, palette, style sheet, type (DESIGN-SYSTEM.md)."""

from finsam_review.ui.theme.applying import apply_theme, tokens_for
from finsam_review.ui.theme.fonts import BOLD, FAMILY, MEDIUM, REGULAR, SEMIBOLD, Role, load_fallbacks
from finsam_review.ui.theme.look import TEXT_SCALES, Theme, current_theme, theme_source
from finsam_review.ui.theme.tokens import DARK, LIGHT, Tint, Tokens

__all__ = [
    "BOLD",
    "DARK",
    "FAMILY",
    "LIGHT",
    "MEDIUM",
    "REGULAR",
    "SEMIBOLD",
    "TEXT_SCALES",
    "Role",
    "Theme",
    "Tint",
    "Tokens",
    "apply_theme",
    "current_theme",
    "load_fallbacks",
    "theme_source",
    "tokens_for",
]

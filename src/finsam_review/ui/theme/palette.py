"""Owns the QPalette, complete in all three groups, so that nothing falls back on the system's grey."""

from PySide6.QtGui import QColor, QPalette

from finsam_review.ui.theme.tokens import Tokens

_ROLES = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "paper",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink2",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "paper",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line2",
    QPalette.ColorRole.Shadow: "line2",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Accent: "accent",
}

_DISABLED = {
    QPalette.ColorRole.WindowText: "ink2",
    QPalette.ColorRole.Text: "ink2",
    QPalette.ColorRole.ButtonText: "ink2",
    QPalette.ColorRole.Highlight: "sunken",
    QPalette.ColorRole.HighlightedText: "ink2",
    QPalette.ColorRole.Accent: "line2",
}


def palette_for(tokens: Tokens) -> QPalette:
    """Return the palette of ``tokens``. An inactive window looks as an active one: text stays readable."""
    palette = QPalette()
    group = QPalette.ColorGroup
    for role, name in _ROLES.items():
        for where in (group.Active, group.Inactive, group.Disabled):
            palette.setColor(where, role, QColor(getattr(tokens, name)))
    for role, name in _DISABLED.items():
        palette.setColor(group.Disabled, role, QColor(getattr(tokens, name)))
    return palette

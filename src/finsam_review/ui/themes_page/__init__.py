"""The tab of themes: applications × themes, and the notes behind each cell."""

from finsam_review.ui.themes_page.page import ThemesPage

__all__ = ["ThemesPage"]

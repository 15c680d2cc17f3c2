"""The dialog that changes the themes of the day."""

from finsam_review.ui.theme_catalogue.dialog import ThemeCatalogueDialog

__all__ = ["ThemeCatalogueDialog"]

"""The page of settings: how the window looks, what frames the day, and the file itself."""

from finsam_review.ui.settings_page.page import SettingsPage

__all__ = ["SettingsPage"]

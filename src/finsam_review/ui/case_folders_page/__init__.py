"""The tab Ärendemappar: all that the diary wants of each application, saved as one zip file."""

from finsam_review.ui.case_folders_page.page import CaseFoldersPage

__all__ = ["CaseFoldersPage"]

"""The list of applications, the board of the chosen one, and the application itself beside it."""

from finsam_review.ui.applications_page.page import ApplicationsPage

__all__ = ["ApplicationsPage"]

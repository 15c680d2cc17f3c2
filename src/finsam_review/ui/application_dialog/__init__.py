"""The dialog with the details of one application."""

from finsam_review.ui.application_dialog.dialog import ApplicationDialog

__all__ = ["ApplicationDialog"]

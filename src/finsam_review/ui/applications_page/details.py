"""Owns the way from the list and the board to the details of an application."""

from PySide6.QtWidgets import QWidget

from finsam_review.domain.applications import Application
from finsam_review.ui.context import DayContext


def edit_details(context: DayContext, application: Application | None, parent: QWidget) -> None:
    """Let a person change what is known of ``application``, or add one by hand when it is ``None``."""
    from finsam_review.ui.application_dialog import ApplicationDialog

    dialog = ApplicationDialog(context, application, parent)
    dialog.exec()
    dialog.deleteLater()

"""The list of applications and which of their questions each table has answered."""

from finsam_review.ui.application_list.pane import ApplicationListPane
from finsam_review.ui.application_list.row import ApplicationRow

__all__ = ["ApplicationListPane", "ApplicationRow"]

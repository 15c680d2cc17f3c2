"""The dialogs of the window: a new day, a backup brought back, the keys."""

from finsam_review.ui.dialogs.keys import KeysDialog
from finsam_review.ui.dialogs.new_day import NewDay, NewDayDialog
from finsam_review.ui.dialogs.restore import RestoreDialog

__all__ = ["KeysDialog", "NewDay", "NewDayDialog", "RestoreDialog"]

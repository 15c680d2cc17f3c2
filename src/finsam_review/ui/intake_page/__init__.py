"""The page on which applications are taken in: read, looked at, corrected (DESIGN-SYSTEM picture 06)."""

from finsam_review.ui.intake_page.files import accepted_paths, choose_files, choose_folder
from finsam_review.ui.intake_page.page import IntakePage

__all__ = ["IntakePage", "accepted_paths", "choose_files", "choose_folder"]

"""The first screen: go on where you were, or start (picture 01)."""

from finsam_review.ui.start_page.page import StartPage

__all__ = ["StartPage"]

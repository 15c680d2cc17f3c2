"""The tab Brev: who has got a letter, what it says, and what stands in its way (picture 09)."""

from finsam_review.ui.letters_page.page import LettersPage

__all__ = ["LettersPage"]

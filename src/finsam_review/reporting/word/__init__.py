"""Word files from the same content as the PDF: written, and read back before they are kept."""

from finsam_review.reporting.word.check import verify_word
from finsam_review.reporting.word.document import render_word

__all__ = ["render_word", "verify_word"]

"""Finished documents in the window: a PDF's own pages to look at, print and save."""

from finsam_review.ui.pdf_pages.file import PdfFile, UnreadablePdfError
from finsam_review.ui.pdf_pages.view import PdfPagesView

__all__ = ["PdfFile", "PdfPagesView", "UnreadablePdfError"]

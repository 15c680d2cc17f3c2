"""The reader: the text of an application, and its original, beside the notes (picture 04)."""

from finsam_review.ui.reader.pane import ReaderPane

__all__ = ["ReaderPane"]

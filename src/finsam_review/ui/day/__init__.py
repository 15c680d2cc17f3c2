"""The open day: header, rail, pages and status line (picture 02)."""

from finsam_review.ui.day.view import DayView

__all__ = ["DayView"]

"""The tab of the day's summary: the texts that a person writes, and the document as it will be."""

from finsam_review.ui.day_summary_page.page import DaySummaryPage

__all__ = ["DaySummaryPage"]

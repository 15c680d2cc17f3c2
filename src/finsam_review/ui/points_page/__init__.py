"""The tab Synpunkter: notes become points or are set aside, summaries are approved (picture 07)."""

from finsam_review.ui.points_page.page import PointsPage

__all__ = ["PointsPage"]

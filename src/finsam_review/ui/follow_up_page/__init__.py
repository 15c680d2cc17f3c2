"""The page Uppföljning: revised versions compared and judged, where every application stands, the amounts."""

from finsam_review.ui.follow_up_page.page import FollowUpPage

__all__ = ["FollowUpPage"]

"""The tab Dokument: the summary of each applicant, looked at, printed and saved."""

from finsam_review.ui.summaries_page.page import SummariesPage

__all__ = ["SummariesPage"]

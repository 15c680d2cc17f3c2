"""The view of one table: only its applications, in its order, in large type (picture 05)."""

from finsam_review.ui.table_view.view import TableView

__all__ = ["TableView"]

"""Owns where the arrows lead on the board: along a column, or to the neighbour at the same height."""

from PySide6.QtWidgets import QAbstractItemView

from finsam_review.ui.post_its.masonry import Masonry

Action = QAbstractItemView.CursorAction
_ALONG = {
    Action.MoveUp: -1,
    Action.MovePrevious: -1,
    Action.MoveDown: 1,
    Action.MoveNext: 1,
}
_ACROSS = {Action.MoveLeft: -1, Action.MoveRight: 1}


def next_row(masonry: Masonry, row: int, action: Action, *, page: int) -> int:
    """Return the row that ``action`` leads to from ``row``; ``page`` is the height of a page in px.

    Where there is nothing in that direction the row stays. Every row must be placed.
    """
    last = len(masonry) - 1
    if action is Action.MoveHome:
        return 0
    if action is Action.MoveEnd:
        return last
    if action in {Action.MovePrevious, Action.MoveNext}:
        return min(max(row + _ALONG[action], 0), last)
    if action in _ALONG:
        return _along(masonry, row, _ALONG[action])
    if action in _ACROSS:
        return _across(masonry, row, _ACROSS[action])
    return _by_page(masonry, row, page if action is Action.MovePageDown else -page)


def _along(masonry: Masonry, row: int, step: int) -> int:
    rows = masonry.rows_in(masonry.column_of(row))
    place = rows.index(row) + step
    return rows[place] if 0 <= place < len(rows) else row


def _across(masonry: Masonry, row: int, step: int) -> int:
    rows = masonry.rows_in(masonry.column_of(row) + step)
    middle = masonry.rect(row).center().y()
    return min(rows, key=lambda other: abs(masonry.rect(other).center().y() - middle), default=row)


def _by_page(masonry: Masonry, row: int, distance: int) -> int:
    rows = masonry.rows_in(masonry.column_of(row))
    goal = masonry.rect(row).top() + distance
    return min(rows, key=lambda other: abs(masonry.rect(other).top() - goal))

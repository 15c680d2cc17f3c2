"""Owns what of a row's second line is shown when it does not all fit.

An amount cut in the middle reads as another amount, and a doubt cut short may be missed: both stand whole or
not at all, and it is the applicant that is cut.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from finsam_review.ui.application_list.row import ApplicationRow

_BETWEEN = " · "
_LEAST = 4
"""Characters that must be left of a name for it to say anything."""


def fitted_line(row: ApplicationRow, room: int, metrics: QFontMetrics) -> str:
    """Return applicant, amount and parties of ``row`` as far as they fit in ``room`` px.

    The parties go first, then the end of the applicant's name, then the whole of it, and last the amount.
    """
    for line in (_joined(row.second_line, row.parties_text), row.second_line):
        if _fits(line, room, metrics):
            return line
    if not row.amount_text:
        return _cut(row.applicant, room, metrics)
    name = _cut(row.applicant, room - metrics.horizontalAdvance(_BETWEEN + row.amount_text), metrics)
    line = _joined(name, row.amount_text)
    return line if _fits(line, room, metrics) else ""


def fitted_remarks(row: ApplicationRow, room: int, metrics: QFontMetrics) -> str:
    """Return the remarks of ``row``, in fewer words if they do not fit in ``room`` px."""
    return row.remarks if _fits(row.remarks, room, metrics) else row.short_remarks


def _fits(line: str, room: int, metrics: QFontMetrics) -> bool:
    """Return whether ``line`` would be painted whole; a metric of another device may differ by a pixel."""
    return metrics.elidedText(line, Qt.TextElideMode.ElideRight, max(0, room)) == line


def _cut(name: str, room: int, metrics: QFontMetrics) -> str:
    cut = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(0, room))
    return cut if cut == name or len(cut) > _LEAST else ""


def _joined(*parts: str) -> str:
    return _BETWEEN.join(part for part in parts if part)

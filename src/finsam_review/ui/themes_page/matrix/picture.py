"""Owns the matrix as an image: all of it, in light colours, sharp enough for a page."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QImage, QImageWriter, QPainter

from finsam_review.domain.themes import ThemeMatrix
from finsam_review.i18n import gettext as _
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import Theme
from finsam_review.ui.themes_page.matrix.delegate import ROW_HIGH, paint_ground
from finsam_review.ui.themes_page.matrix.heads import HEAD_HIGH, paint_application, paint_head
from finsam_review.ui.themes_page.matrix.painting import paint_cell, widest_cell
from finsam_review.ui.themes_page.matrix.words import head_of, longest_part

_MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RATIO = 2
_TITLE_HIGH, _TITLES, _EDGE, _AIR = 56, 330, 16, 14


def matrix_picture(matrix: ThemeMatrix, *, title: str) -> QImage:
    """Return the whole matrix under ``title``, two device pixels to a pixel."""
    theme = Theme()
    heads = [head_of(item) for item in matrix.themes]
    words = longest_part(heads, QFontMetrics(theme.font(Role.SMALL, SEMIBOLD)))
    column = max(words, widest_cell(matrix, theme)) + _AIR
    wide = 2 * _EDGE + _TITLES + column * len(heads)
    high = _TITLE_HIGH + HEAD_HIGH + ROW_HIGH * len(matrix.rows) + _EDGE
    image = QImage(wide * _RATIO, high * _RATIO, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_RATIO)
    image.fill(theme.colour("surface"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    _paint_title(painter, title, wide, theme)
    _paint_heads(painter, heads, column, theme)
    _paint_rows(painter, matrix, column, theme)
    painter.end()
    return image


def as_png(image: QImage) -> bytes:
    """Return ``image`` as the bytes of a PNG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(data.data())


def _paint_title(painter: QPainter, title: str, wide: int, theme: Theme) -> None:
    painter.setFont(theme.font(Role.TITLE, SEMIBOLD))
    painter.setPen(theme.colour("ink"))
    room = QRect(2 * _EDGE, 0, wide - 3 * _EDGE, _TITLE_HIGH)
    metrics = QFontMetrics(painter.font())
    cut = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _MIDDLE_LEFT, cut)


def _paint_heads(painter: QPainter, heads: list[str], column: int, theme: Theme) -> None:
    corner = QRect(_EDGE, _TITLE_HIGH, _TITLES, HEAD_HIGH)
    painter.fillRect(corner.left(), corner.bottom(), corner.width(), 1, theme.colour("line2"))
    painter.setFont(theme.font(Role.SMALL, SEMIBOLD))
    painter.setPen(theme.colour("ink"))
    painter.drawText(corner.adjusted(_EDGE, 0, 0, 0), _MIDDLE_LEFT, _("Application"))
    for place, words in enumerate(heads):
        box = QRect(_EDGE + _TITLES + place * column, _TITLE_HIGH, column, HEAD_HIGH)
        paint_head(painter, box, words, theme, chosen=False)


def _paint_rows(painter: QPainter, matrix: ThemeMatrix, column: int, theme: Theme) -> None:
    for number, row in enumerate(matrix.rows):
        top = _TITLE_HIGH + HEAD_HIGH + number * ROW_HIGH
        paint_application(painter, QRect(_EDGE, top, _TITLES, ROW_HIGH), row, theme, chosen=False)
        for place, cell in enumerate(row.cells):
            box = QRect(_EDGE + _TITLES + place * column, top, column, ROW_HIGH)
            paint_ground(painter, box, theme, chosen=False)
            paint_cell(painter, QRectF(box), cell, theme)

"""Owns the icons: Phosphor's outlines, read straight from the font file that qtawesome carries.

Importing qtawesome itself costs some 400 ms, more than the whole start (docs/decisions/0006-icons.md).
"""

import importlib.util
from functools import cache
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QIcon,
    QPainter,
    QPainterPath,
    QPixmap,
    QRawFont,
    QTransform,
)

from finsam_review.ui.icons.names import CODEPOINTS

_GRID = 256.0


@cache
def _font() -> QRawFont:
    package = importlib.util.find_spec("qtawesome")
    if package is None or package.origin is None:
        raise FileNotFoundError("qtawesome")
    file = next((Path(package.origin).parent / "fonts").glob("phosphor-[0-9]*.ttf"))
    return QRawFont(str(file), _GRID, QFont.HintingPreference.PreferNoHinting)


@cache
def icon_path(name: str) -> QPainterPath:
    """Return the outline of icon ``name`` in a box of 1 × 1. Raises ``KeyError`` for an unknown name."""
    font = _font()
    outline = font.pathForGlyph(font.glyphIndexesForString(chr(CODEPOINTS[name]))[0])
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addPath(outline)
    path.translate(0, _GRID)
    return QTransform.fromScale(1 / _GRID, 1 / _GRID).map(path)


def paint_icon(painter: QPainter, name: str, box: QRectF, colour: QColor | str) -> None:
    """Paint icon ``name`` into ``box`` with ``painter``, sharp at every scale."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width(), box.height())
    painter.fillPath(icon_path(name), QColor(colour))
    painter.restore()


def icon(name: str, colour: QColor | str, size: int = 20, *, gap: int = 0) -> QIcon:
    """Return icon ``name`` (a key of ``CODEPOINTS``) in ``colour``, ``size`` px square, for every screen.

    ``gap`` px of air at the right part it from the words of a button.
    """
    ratios = {1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}
    return _icon(name, QColor(colour).name(), (size + gap, size), tuple(sorted(ratios)))


@cache
def _icon(name: str, colour: str, room: tuple[int, int], ratios: tuple[float, ...]) -> QIcon:
    made = QIcon()
    for ratio in ratios:
        pixmap = icon_pixmap(name, colour, room[1], ratio=ratio, gap=room[0] - room[1])
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled, QIcon.Mode.Active, QIcon.Mode.Selected):
            made.addPixmap(pixmap, mode)
    return made


def icon_pixmap(name: str, colour: QColor | str, size: int, *, ratio: float = 1.0, gap: int = 0) -> QPixmap:
    """Return icon ``name`` as a pixmap of ``size`` px for a screen of ``ratio`` device pixels per pixel."""
    pixmap = QPixmap(QSize(round((size + gap) * ratio), round(size * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, QRectF(0, 0, size, size), colour)
    painter.end()
    return pixmap

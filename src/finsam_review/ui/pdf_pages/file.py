"""Owns an open PDF as the window needs it: page sizes, pages as images, and the text for screen readers.

PDFium must not be used by two threads at once, so a file belongs to the thread of the window.
"""

from typing import Any

import pypdfium2
from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QImage

_LARGEST_SIDE = 8_000
"""Pixels. A page of ten metres is a mistake or an attack; it is shown smaller, not refused."""


class UnreadablePdfError(Exception):
    """The bytes are no PDF that can be shown. ``locked`` says that a password stands in the way."""

    def __init__(self, *, locked: bool) -> None:
        super().__init__("locked" if locked else "damaged")
        self.locked = locked


class PdfFile:
    """A PDF held in memory. Raises :class:`UnreadablePdfError` when it can't be opened."""

    def __init__(self, data: bytes) -> None:
        try:
            self._document: Any = pypdfium2.PdfDocument(data)
            self._sizes = tuple(
                QSizeF(*self._document.get_page_size(index)) for index in range(len(self._document))
            )
        except pypdfium2.PdfiumError as error:
            raise UnreadablePdfError(locked="password" in str(error).casefold()) from error
        if not self._sizes:
            self.close()
            raise UnreadablePdfError(locked=False)

    @property
    def sizes(self) -> tuple[QSizeF, ...]:
        """The size of each page in points (1/72 inch)."""
        return self._sizes

    def image(self, index: int, width: int) -> QImage:
        """Return page ``index`` on white, ``width`` device pixels wide; one that can't be drawn is white."""
        size = self._sizes[index]
        scale = min(width / max(size.width(), 1), _LARGEST_SIDE / max(size.width(), size.height(), 1))
        try:
            page = self._document[index]
            bitmap = page.render(scale=scale, rev_byteorder=False, prefer_bgrx=True, fill_color=(255,) * 4)
        except pypdfium2.PdfiumError:
            return _white(size.toSize() * scale)
        image = QImage(
            bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
        ).copy()
        bitmap.close()
        page.close()
        return image

    def text(self, *, limit: int = 20_000) -> str:
        """Return the text of the pages in reading order, at most ``limit`` characters."""
        parts: list[str] = []
        length = 0
        for index in range(len(self._sizes)):
            try:
                parts.append(self._text_of(index))
            except pypdfium2.PdfiumError:
                continue
            length += len(parts[-1])
            if length >= limit:
                break
        return "\n".join(parts)[:limit]

    def close(self) -> None:
        """Let go of the memory. The file can't be used afterwards; closing it again does nothing."""
        self._document.close()

    def _text_of(self, index: int) -> str:
        page = self._document[index]
        words = page.get_textpage()
        text = str(words.get_text_bounded()).replace("\r\n", "\n")
        words.close()
        page.close()
        return text


def _white(size: QSize) -> QImage:
    image = QImage(size.expandedTo(QSize(1, 1)), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    return image

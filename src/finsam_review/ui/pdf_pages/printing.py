"""Owns the way of a PDF to paper: a page at a time as an image of 300 dpi, so that the window stays alive."""

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from finsam_review.ui.pdf_pages.file import PdfFile

DPI = 300
"""Enough for text on paper; the driver of the printer gets some 35 MB a page."""


def new_printer(title: str) -> QPrinter:
    """Return a printer for a document called ``title``, set to whole pages of 300 dpi."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DPI)
    printer.setFullPage(True)
    printer.setDocName(title)
    return printer


class PrintJob(QObject):
    """Prints the pages of ``data`` that the person chose in the print dialog."""

    ended = Signal(int)
    """All is handed to the printer; carries the number of pages, 0 if the printer could not begin."""

    def __init__(self, data: bytes, printer: QPrinter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = PdfFile(data)
        self.destroyed.connect(self._file.close)
        self._printer = printer
        self._painter = QPainter()
        self._pages = _chosen(printer, len(self._file.sizes))
        self._done = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_turn)

    def start(self) -> None:
        """Begin. The printer must stay as it is until :attr:`ended`."""
        if not self._painter.begin(self._printer):
            self._end()
            return
        self._timer.start()

    def _on_turn(self) -> None:
        if self._done == len(self._pages):
            self._painter.end()
            self._end()
            return
        if self._done:
            self._printer.newPage()
        self._draw(self._pages[self._done])
        self._done += 1

    def _draw(self, index: int) -> None:
        paper = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        room = QRectF(0, 0, paper.width(), paper.height())
        shown = self._file.sizes[index].scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF((room.width() - shown.width()) / 2, 0, shown.width(), shown.height())
        self._painter.drawImage(box, self._file.image(index, round(shown.width())))

    def _end(self) -> None:
        self._timer.stop()
        self._file.close()
        self.ended.emit(self._done)


def _chosen(printer: QPrinter, pages: int) -> list[int]:
    first, last = printer.fromPage() or 1, printer.toPage() or pages
    return [number - 1 for number in range(first, min(last, pages) + 1)]

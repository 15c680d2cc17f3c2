"""A PDF's own pages: drawn when seen, a handful kept, on white, damaged ones met calmly; and its printing."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea
from pytestqt.qtbot import QtBot

from finsam_review.paths import resources
from finsam_review.ui.pdf_pages import PdfFile, PdfPagesView, UnreadablePdfError
from finsam_review.ui.pdf_pages.printing import PrintJob, new_printer
from finsam_review.ui.pdf_pages.view import KEPT_PAGES

REAL = resources() / "sample" / "ansokningar" / "Andrum_Skara.pdf"


def many_pages(number: int) -> bytes:
    """Return a PDF of ``number`` empty pages."""
    import io

    document = pypdfium2.PdfDocument.new()
    for _page in range(number):
        document.new_page(595, 842)
    stream = io.BytesIO()
    document.save(stream)
    document.close()
    return stream.getvalue()


@pytest.fixture
def view(qtbot: QtBot) -> PdfPagesView:
    """The view, shown, as wide as the reader."""
    made = PdfPagesView("Sidor")
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.show()
    return made


def canvas_of(view: PdfPagesView) -> QAbstractScrollArea:
    """Return what scrolls in the view."""
    return next(area for area in view.findChildren(QAbstractScrollArea) if area.parentWidget() is view)


def test_a_page_is_black_on_white():
    file = PdfFile(REAL.read_bytes())
    image = file.image(0, 600)
    assert image.width() == 600
    assert image.height() == pytest.approx(600 * 842 / 595, abs=2)
    assert image.pixelColor(2, 2) == QColor("white")
    seen = {image.pixelColor(x, y).lightness() for x in range(0, 600, 3) for y in range(60, 300, 3)}
    assert min(seen) < 80
    file.close()


def test_the_text_is_there_for_those_who_do_not_see_the_page():
    file = PdfFile(REAL.read_bytes())
    assert "utmattning" in file.text()
    assert len(file.text(limit=100)) == 100
    file.close()


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04 not a pdf", b"\x00" * 5_000])
def test_what_is_no_pdf_is_refused(data: bytes):
    with pytest.raises(UnreadablePdfError):
        PdfFile(data)


def test_pages_are_drawn_when_they_are_seen_and_a_handful_is_kept(qtbot: QtBot, view: PdfPagesView):
    assert view.show_pdf(many_pages(40))
    canvas = canvas_of(view)
    bar = canvas.verticalScrollBar()
    qtbot.waitUntil(lambda: 0 in canvas._images)
    assert len(canvas._images) <= 2
    for share in range(11):
        bar.setValue(round(bar.maximum() * share / 10))
        view.grab()
        qtbot.waitUntil(lambda: not canvas._wanted)
    assert 39 in canvas._images
    assert len(canvas._images) <= KEPT_PAGES


def test_the_pages_are_as_wide_as_there_is_room(qtbot: QtBot, view: PdfPagesView):
    view.show_pdf(many_pages(1))
    canvas = canvas_of(view)
    qtbot.waitUntil(lambda: 0 in canvas._images)
    before = canvas._images[0].width()
    view.resize(800, 600)
    view.grab()
    qtbot.waitUntil(lambda: canvas._images[0].width() != before)
    assert canvas._images[0].width() > before + 250
    assert canvas.horizontalScrollBar().maximum() == 0


def test_the_keys_turn_pages(qtbot: QtBot, view: PdfPagesView):
    view.show_pdf(many_pages(5))
    canvas = canvas_of(view)
    bar = canvas.verticalScrollBar()
    QTest.keyClick(canvas, Qt.Key.Key_PageDown)
    assert bar.value() == bar.pageStep()
    QTest.keyClick(canvas, Qt.Key.Key_PageUp)
    assert bar.value() == 0
    QTest.keyClick(canvas, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()


def test_the_same_document_made_anew_stays_where_one_was_reading(view: PdfPagesView):
    view.show_pdf(many_pages(5))
    bar = canvas_of(view).verticalScrollBar()
    bar.setValue(400)
    view.show_pdf(many_pages(5), keep_place=True)
    assert bar.value() == 400
    view.show_pdf(many_pages(5))
    assert bar.value() == 0


def test_a_damaged_file_is_told_and_the_next_one_shown(view: PdfPagesView):
    assert not view.show_pdf(b"nothing")
    assert view.problem
    assert view.show_pdf(REAL.read_bytes())
    assert view.problem == ""
    assert "utmattning" in canvas_of(view).accessibleDescription()


def test_all_pages_come_on_paper(qtbot: QtBot, tmp_path: Path):
    printer = new_printer("Grönt steg")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "papper.pdf"))
    job = PrintJob(REAL.read_bytes(), printer)
    with qtbot.waitSignal(job.ended, timeout=20_000) as ended:
        job.start()
    assert ended.args == [3]
    paper = pypdfium2.PdfDocument(tmp_path / "papper.pdf")
    assert len(paper) == 3
    assert paper.get_page_size(0) == pytest.approx((595, 842), abs=2)
    paper.close()


def test_the_file_is_closed_with_the_view(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch):
    closed = []
    monkeypatch.setattr(PdfFile, "close", lambda file: closed.append(file) or file._document.close())
    view = PdfPagesView("Sidor")
    assert view.show_pdf(REAL.read_bytes())
    assert view.show_pdf(REAL.read_bytes())
    assert len(closed) == 1
    with qtbot.waitSignal(view.destroyed):
        view.deleteLater()
    assert len(closed) == 2


def test_the_chosen_pages_come_on_paper(qtbot: QtBot, tmp_path: Path):
    printer = new_printer("Grönt steg")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "papper.pdf"))
    printer.setFromTo(2, 2)
    job = PrintJob(REAL.read_bytes(), printer)
    with qtbot.waitSignal(job.ended, timeout=20_000) as ended:
        job.start()
    assert ended.args == [1]

"""The reader pane: what it shows of an application, searched and opened by keyboard, never as markup."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QDesktopServices, QShortcut, QTextTable
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from finsam_review.domain.applications import Application
from finsam_review.domain.intake import Paragraph
from finsam_review.i18n import wording
from finsam_review.services.session import Session
from finsam_review.ui.context import DayContext
from finsam_review.ui.reader import ReaderPane
from finsam_review.ui.reader.document_line import DocumentLine
from finsam_review.ui.reader.find_line import FindLine
from finsam_review.ui.reader.original_view import OriginalView
from finsam_review.ui.reader.text_view import LONGEST_LINE, TextView
from finsam_review.ui.theme import LIGHT, TEXT_SCALES, Theme, apply_theme
from finsam_review.ui.widgets.fields import Choice
from finsam_review.ui.widgets.messages import Message

TakeIn = Callable[..., Application]


@dataclass
class Parts:
    """The pane and what stands in it."""

    pane: ReaderPane
    text: TextView
    find: FindLine
    original: OriginalView
    line: DocumentLine


@pytest.fixture
def reader(qtbot: QtBot, context: DayContext) -> Iterator[Parts]:
    """The pane, shown, as wide as beside the board."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, Theme(LIGHT))
    pane = ReaderPane(context)
    qtbot.addWidget(pane)
    pane.resize(520, 700)
    with qtbot.waitActive(pane):
        pane.show()
        pane.activateWindow()
    yield Parts(
        pane,
        pane.findChild(TextView),
        pane.findChild(FindLine),
        pane.findChild(OriginalView),
        pane.findChild(DocumentLine),
    )
    apply_theme(app, Theme(LIGHT))


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


def nameless(interface: QAccessibleInterface) -> list[str]:
    """Return the focusable things below ``interface`` that have no name."""
    found = []
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is None or child.state().invisible:
            continue
        if child.state().focusable and not child.text(QAccessible.Text.Name):
            found.append(f"{child.role()} {child.object()}")
        found += nameless(child)
    return found


def test_user_text_stands_as_it_was_written_never_as_markup(reader: Parts, take_in: TakeIn):
    reader.pane.show_application(take_in())
    assert "Hjo kommun vill öppna en <b>liten</b> grupp & en gård." in reader.text.toPlainText()


def test_headings_lists_and_tables_keep_their_shape(reader: Parts, take_in: TakeIn):
    reader.pane.show_application(take_in())
    block = reader.text.document().begin()
    levels, listed = {}, []
    while block.isValid():
        if block.blockFormat().headingLevel():
            levels[block.text()] = block.blockFormat().headingLevel()
        if block.textList() is not None:
            listed.append(block.text())
        block = block.next()
    assert levels == {"Sammanfattning": 1, "Bakgrund": 2}
    assert listed == ["att första veckan var för full", "att gruppen var okänd"]
    frames = reader.text.document().rootFrame().childFrames()
    tables = [frame for frame in frames if isinstance(frame, QTextTable)]
    assert [(table.rows(), table.columns()) for table in tables] == [(2, 2)]
    assert tables[0].cellAt(1, 1).firstCursorPosition().block().text() == "Lovisa"


def test_what_follows_a_list_or_a_table_is_no_part_of_it(reader: Parts, take_in: TakeIn):
    reader.pane.show_application(take_in())
    last = reader.text.document().lastBlock()
    assert last.text() == "Gruppen träffas två förmiddagar i veckan."
    assert last.textList() is None


@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_no_text_size_makes_a_horizontal_scroll_bar_or_a_line_too_long(
    reader: Parts, take_in: TakeIn, scale: float
):
    reader.pane.show_application(take_in())
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, Theme(LIGHT, scale))
    for width in (520, 1300):
        reader.pane.resize(round(width * scale) if width == 520 else width, 640)
        QApplication.processEvents()
        assert reader.pane.minimumSizeHint().width() <= reader.pane.width()
        assert reader.text.horizontalScrollBar().maximum() == 0
        longest = reader.text.fontMetrics().averageCharWidth() * LONGEST_LINE
        assert reader.text.lineWrapColumnOrWidth() <= longest + 1


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    """A window that lives as long as the test."""
    made = QWidget()
    qtbot.addWidget(made)
    yield made
    made.close()


def test_ctrl_f_searches_the_pane_even_where_the_window_has_its_own_ctrl_f(
    qtbot: QtBot, window: QWidget, context: DayContext, take_in: TakeIn
):
    heard = []
    shortcut = QShortcut("Ctrl+F", window)
    shortcut.activated.connect(lambda: heard.append("window"))
    pane = ReaderPane(context, window)
    QVBoxLayout(window).addWidget(pane)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    pane.show_application(take_in())
    pane.focus_text()
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    find = pane.findChild(FindLine)
    assert find.isVisible()
    assert heard == []
    assert QApplication.focusWidget() is find.field


def test_searching_counts_the_places_and_goes_round_them(reader: Parts, take_in: TakeIn):
    reader.pane.show_application(take_in())
    reader.pane.search_for("GRUPP")
    assert (reader.text.hit, reader.text.hits) == (1, 3)
    assert reader.find.field.accessibleDescription() == reader.find.count.text() != ""
    first = reader.text.textCursor().position()
    press(Qt.Key.Key_Return)
    assert reader.text.hit == 2
    assert reader.text.textCursor().position() > first
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert reader.text.hit == 3


def test_searching_for_what_is_not_there_says_so(reader: Parts, take_in: TakeIn):
    reader.pane.show_application(take_in())
    reader.pane.search_for("<b>liten</b>")
    assert reader.text.hits == 1
    reader.pane.search_for("finns inte")
    assert (reader.text.hit, reader.text.hits) == (0, 0)
    assert reader.find.count.text()


def test_esc_goes_one_step_back_at_a_time(qtbot: QtBot, reader: Parts, take_in: TakeIn):
    reader.pane.show_application(take_in())
    reader.pane.search_for("grupp")
    press(Qt.Key.Key_Escape)
    assert reader.find.isVisible()
    press(Qt.Key.Key_Escape)
    assert not reader.find.isVisible()
    with qtbot.waitSignal(reader.pane.closed):
        press(Qt.Key.Key_Escape)


def test_the_pages_of_a_pdf_are_shown_as_they_are(qtbot: QtBot, reader: Parts, take_in: TakeIn, pdf: bytes):
    reader.pane.show_application(take_in("Bryggan.pdf", media="pdf", data=pdf))
    reader.pane.show_original()
    assert reader.original.pages.page_count == 3
    reader.pane.focus_text()
    assert "Bryggan.pdf" in QApplication.focusWidget().accessibleName()


def test_a_damaged_pdf_is_told_calmly_and_can_be_saved(reader: Parts, take_in: TakeIn):
    reader.pane.show_application(take_in("Bryggan.pdf", media="pdf", data=b"%PDF-1.7 trasig"))
    reader.pane.show_original()
    assert reader.original.pages.page_count == 0
    assert reader.original.pages.problem


def test_a_word_file_is_saved_byte_for_byte_and_opened(
    reader: Parts, take_in: TakeIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    asked, opened = [], []
    target = tmp_path / "kopia.docx"

    def answer(_parent: object, _title: str, suggested: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(suggested).name)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    reader.pane.show_application(take_in('Ansökan: "ny"?.docx', data=b"\x00Word\xff"))
    reader.pane.show_original()
    reader.original.save_copy()
    assert asked == ["Ansökan- -ny.docx"]
    assert target.read_bytes() == b"\x00Word\xff"
    assert opened == [str(target)]


def test_a_copy_that_cannot_be_written_is_told_where_it_happened(
    reader: Parts, take_in: TakeIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    target = tmp_path / "finns inte" / "kopia.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(target), ""))
    reader.pane.show_application(take_in())
    reader.pane.show_original()
    reader.original.save_copy()
    said = [item.accessibleName() for item in reader.original.findChildren(Message) if item.isVisible()]
    assert any(str(target.parent) in words for words in said)


def test_a_document_without_text_says_why(reader: Parts, take_in: TakeIn, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(wording.PROBLEMS, "encrypted", "The file is protected by a password.")
    reader.pane.show_application(take_in("Bryggan.pdf", media="pdf", problem="encrypted"))
    shown = [item.accessibleName() for item in reader.pane.findChildren(Message) if item.isVisible()]
    assert len(shown) == 1
    assert wording.failure_text("encrypted", {}) in shown[0]


def test_an_application_without_documents_says_so(reader: Parts, session: Session, take_in: TakeIn):
    application = take_in()
    reader.pane.show_application(Application(id="hand", number=2, details=application.details, documents=()))
    assert not reader.text.isVisible()
    assert not reader.line.isVisible()


def test_with_two_versions_the_newest_is_shown_and_one_can_choose(
    reader: Parts, take_in: TakeIn, session: Session, blocks: tuple[object, ...]
):
    first = take_in()
    take_in("Reviderad.docx", revises=first, blocks=blocks[-1:])
    reader.pane.show_application(session.applications.get(first.id))
    assert reader.text.toPlainText().strip() == "Gruppen träffas två förmiddagar i veckan."
    choice = reader.line.findChild(Choice)
    assert choice.isVisible()
    assert "Reviderad.docx" in choice.currentText()
    choice.setFocus()
    press(Qt.Key.Key_Up)
    assert "Sammanfattning" in reader.text.toPlainText()


def test_a_new_document_of_the_application_shown_is_offered_at_once(
    reader: Parts, take_in: TakeIn, session: Session, context: DayContext
):
    first = take_in()
    reader.pane.show_application(first)
    take_in("Reviderad.docx", revises=first)
    context.commands.do(lambda: session.applications.settle(first.id))
    assert not reader.line.findChild(Choice).isVisible()
    details = session.applications.get(first.id).details
    from dataclasses import replace

    context.commands.do(
        lambda: session.applications.change(first.id, replace(details, applicant="Hjo kommun"))
    )
    assert reader.line.findChild(Choice).count() == 2


def test_a_taken_away_application_leaves_the_pane_empty(
    reader: Parts, take_in: TakeIn, session: Session, context: DayContext
):
    application = take_in()
    reader.pane.show_application(application)
    context.commands.do(lambda: session.applications.remove(application.id))
    assert reader.pane.application_id == ""
    assert not reader.text.isVisible()


def test_the_arrow_keys_scroll_the_text(reader: Parts, take_in: TakeIn, blocks: tuple[object, ...]):
    reader.pane.show_application(take_in(blocks=blocks * 8))
    reader.pane.focus_text()
    bar = reader.text.verticalScrollBar()
    press(Qt.Key.Key_Down)
    assert bar.value() > 0
    press(Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    press(Qt.Key.Key_Home)
    assert bar.value() == 0


@pytest.mark.parametrize("original", [False, True])
def test_every_control_has_a_name(reader: Parts, take_in: TakeIn, original: bool, pdf: bytes):
    reader.pane.show_application(take_in("Bryggan.pdf", media="pdf", data=pdf))
    reader.pane.search()
    if original:
        reader.pane.show_original()
    interface = QAccessible.queryAccessibleInterface(reader.pane)
    assert interface.childCount() > 3
    assert nameless(interface) == []


def test_an_endless_paragraph_is_shown_in_pieces_and_in_full(reader: Parts, take_in: TakeIn):
    endless = "x" * 10_001
    reader.pane.show_application(take_in(blocks=(Paragraph(endless),)))
    assert reader.text.toPlainText().replace("\n", "") == endless
    assert reader.text.document().blockCount() == 3

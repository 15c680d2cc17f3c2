"""The tab Dokument: previews as they will be sent, one or all saved in three forms, nothing lost."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea
from pytestqt.qtbot import QtBot

from finsam_review.domain.errors import UserError
from finsam_review.domain.notes import NoteContent, Place
from finsam_review.i18n import wording
from finsam_review.services.outgoing.exporting import Exported, Form, export_one
from finsam_review.services.session import Session
from finsam_review.ui.context import DayContext
from finsam_review.ui.saving.panel import SavingPanel
from finsam_review.ui.summaries_page import SummariesPage
from finsam_review.ui.summaries_page.form_choice import FormChoice
from finsam_review.ui.summaries_page.list_pane import ListPane
from finsam_review.ui.summaries_page.preview_pane import PreviewPane
from finsam_review.ui.summaries_page.rows import summary_rows
from finsam_review.ui.summaries_page.saving_words import SUMMARY_WORDS
from finsam_review.ui.summaries_page.summary_list import SummaryListModel
from finsam_review.ui.theme import LIGHT, TEXT_SCALES, Theme, apply_theme
from finsam_review.ui.widgets.cards import EmptyState
from finsam_review.ui.widgets.labels import Label

Opened = Callable[[], SummariesPage]
LONG = 60_000


@pytest.fixture
def opened(qtbot: QtBot, context: DayContext) -> Iterator[Opened]:
    """Open the page as the window does; its work is ended when the test is."""
    pages = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, Theme(LIGHT))

    def make() -> SummariesPage:
        page = SummariesPage(context)
        qtbot.addWidget(page)
        page.resize(1250, 650)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        pages.append(page)
        return page

    yield make
    for page in pages:
        page.leave()
    apply_theme(app, Theme(LIGHT))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that a person chooses when asked for one."""
    chosen = tmp_path / "Summeringar"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(chosen))
    return chosen


def rest(qtbot: QtBot, page: SummariesPage) -> None:
    """Wait until nothing is being made."""
    qtbot.waitUntil(lambda: not page.is_busy, timeout=LONG)


def preview_text(page: SummariesPage) -> str:
    """Return the text of the pages shown."""
    pane = page.findChild(PreviewPane)
    document = pypdfium2.PdfDocument(pane.pdf)
    text = "\n".join(document[i].get_textpage().get_text_bounded() for i in range(len(document)))
    document.close()
    return text


def reason_not_to_print(pane: PreviewPane) -> str:
    """Return why the summary can't be printed; empty when it can."""
    return pane.print_button.accessibleDescription()


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


def test_the_model_keeps_qts_rules(filled: Session, qtbot: QtBot):
    model = SummaryListModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows = summary_rows(filled)
    model.set_rows(rows)
    model.set_rows((replace(rows[0], notes=9), *rows[1:]))
    model.set_rows(rows[:1])
    assert tester.model() is model
    assert model.rowCount() == 1


def test_a_row_counts_notes_and_the_tables_that_wrote(filled: Session):
    rows = summary_rows(filled)
    assert [(row.number, row.title, row.notes, row.tables) for row in rows] == [
        (1, "Grönt steg", 3, 2),
        (2, "Unga vidare", 0, 0),
        (3, "Språkbron", 0, 0),
    ]


def test_the_preview_is_the_chosen_summary_with_its_notes(filled: Session, opened: Opened, qtbot: QtBot):
    page = opened()
    rest(qtbot, page)
    text = " ".join(preview_text(page).split())
    assert "Grönt steg" in text
    assert "Tillit och rutiner innan krav <b>" in text
    assert page.findChild(PreviewPane).pages.page_count >= 1


def test_words_stand_in_the_pane_until_the_first_preview_is_there(
    filled: Session, opened: Opened, qtbot: QtBot
):
    page = opened()
    pane = page.findChild(PreviewPane)
    assert pane.is_coming
    assert not pane.pages.isVisible()
    assert pane.about == reason_not_to_print(pane) != ""
    rest(qtbot, page)
    assert not pane.is_coming
    assert pane.pages.isVisible()
    assert reason_not_to_print(pane) == ""
    assert pane.about.startswith(str(pane.pages.page_count))


def test_running_through_the_list_ends_with_the_last_one(filled: Session, opened: Opened, qtbot: QtBot):
    page = opened()
    view = page.findChild(ListPane).view
    view.setFocus()
    made = []
    page.work.previewed.connect(lambda one: made.append(one.application_id))
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Down)
    rest(qtbot, page)
    last = filled.applications.all()[2].id
    assert page.findChild(PreviewPane).application_id == last
    assert filled.applications.all()[1].id not in made


def test_a_new_note_is_in_the_preview_at_once(
    filled: Session, opened: Opened, qtbot: QtBot, context: DayContext
):
    page = opened()
    rest(qtbot, page)
    frame = filled.day.frame()
    place = Place(filled.applications.all()[0].id, frame.review_questions[2].id, frame.tables[2].id)
    context.commands.do(lambda: filled.notes.add(place, NoteContent("Bussen går för sällan"))[1])
    assert page.findChild(PreviewPane).pdf
    rest(qtbot, page)
    assert "Bussen går för sällan" in preview_text(page)
    assert page.findChild(ListPane).model.rows[0].notes == 4


def test_a_page_that_is_not_seen_makes_no_preview(
    filled: Session, opened: Opened, qtbot: QtBot, context: DayContext
):
    page = opened()
    rest(qtbot, page)
    page.hide()
    workshop = filled.day.frame().workshop
    context.commands.do(lambda: filled.day.change_workshop(replace(workshop, title="En annan dag")))
    assert not page.is_busy
    page.show()
    assert page.is_busy
    rest(qtbot, page)
    assert "En annan dag" in preview_text(page)


def test_tables_are_not_named_unless_asked(filled: Session, opened: Opened, qtbot: QtBot):
    page = opened()
    rest(qtbot, page)
    assert "Bord B" not in preview_text(page)
    page.findChild(ListPane).name_tables.setChecked(True)
    rest(qtbot, page)
    assert "Bord B" in preview_text(page)


def test_all_are_saved_in_the_folder_chosen(
    filled: Session, opened: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    page = opened()
    folder = tmp_path / "Summeringar"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(folder))
    page.findChild(ListPane).save_all.click()
    with qtbot.waitSignal(page.work.done, timeout=LONG):
        pass
    files = sorted(path.name for path in folder.iterdir())
    assert files == ["2025-041 Grönt steg.pdf", "2025-042 Unga vidare.pdf", "2025-043 Språkbron.pdf"]
    message = page.findChild(SavingPanel).message
    assert message is not None
    assert folder.name in message.accessibleName()


def test_one_is_saved_under_the_name_chosen(
    filled: Session, opened: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    page = opened()
    target, asked = tmp_path / "till sökande.pdf", []

    def answer(_parent: object, _title: str, suggested: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(suggested).name)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    page.findChild(PreviewPane).save_button.click()
    with qtbot.waitSignal(page.work.done, timeout=LONG):
        pass
    assert asked == ["2025-041 Grönt steg.pdf"]
    assert target.read_bytes().startswith(b"%PDF-")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".finsam")] == []


def test_one_that_is_open_elsewhere_is_saved_beside_it_and_torn_files_are_swept(
    filled: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    target, torn = tmp_path / "till sökande.pdf", tmp_path / ".finsam-0123.tmp"
    target.write_bytes(b"being read")
    torn.write_bytes(b"%PDF-")
    real = Path.replace

    def held(self: Path, name: Path) -> Path:
        if Path(name) == target:
            raise PermissionError(13, "held by a reader, as on Windows")
        return real(self, name)

    monkeypatch.setattr(Path, "replace", held)
    done = export_one(filled.summaries.sources()[0], target)
    assert done.path == tmp_path / "till sökande (2).pdf"
    assert done.path.read_bytes().startswith(b"%PDF-")
    assert target.read_bytes() == b"being read"
    assert not torn.exists()
    missing = export_one(filled.summaries.sources()[0], tmp_path / "borta" / "a.pdf")
    assert missing.path is None
    assert missing.error is not None


@pytest.mark.parametrize(
    ("form", "ending", "begins"),
    [(Form.WORD, ".docx", b"PK"), (Form.INTERNAL, " intern kopia.pdf", b"%PDF-")],
)
@pytest.mark.usefixtures("filled")
def test_all_are_saved_in_the_form_chosen(
    opened: Opened, qtbot: QtBot, folder: Path, *, form: Form, ending: str, begins: bytes
):
    page = opened()
    page.findChild(FormChoice).choose(form)
    page.findChild(ListPane).save_all.click()
    rest(qtbot, page)
    stems = ("2025-041 Grönt steg", "2025-042 Unga vidare", "2025-043 Språkbron")
    assert sorted(path.name for path in folder.iterdir()) == [stem + ending for stem in stems]
    assert all(path.read_bytes().startswith(begins) for path in folder.iterdir())


def test_the_internal_copy_is_seen_before_it_is_saved_and_names_the_tables(
    filled: Session, opened: Opened, qtbot: QtBot
):
    page = opened()
    rest(qtbot, page)
    assert "Bord B" not in preview_text(page)
    page.findChild(FormChoice).choose(Form.INTERNAL)
    rest(qtbot, page)
    assert "Bord B" in preview_text(page)
    assert not page.findChild(ListPane).name_tables.isVisible()
    assert page.findChild(PreviewPane).save_button.accessibleName() == "Spara intern kopia"
    page.findChild(FormChoice).choose(Form.PDF)
    rest(qtbot, page)
    assert "Bord B" not in preview_text(page)
    assert page.findChild(ListPane).name_tables.isVisible()


def test_one_is_saved_as_word_under_the_ending_it_has(
    filled: Session, opened: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    page, kinds = opened(), []

    def answer(_parent: object, _title: str, _suggested: str, asked: str) -> tuple[str, str]:
        kinds.append(asked)
        return str(tmp_path / "till sökande"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    page.findChild(FormChoice).choose(Form.WORD)
    page.findChild(PreviewPane).save_button.click()
    rest(qtbot, page)
    assert kinds == ["Word (*.docx)"]
    assert (tmp_path / "till sökande.docx").read_bytes().startswith(b"PK")


def test_a_row_says_how_far_its_summary_has_come(filled: Session, opened: Opened, context: DayContext):
    page = opened()
    rows = page.findChild(ListPane).model
    assert rows.rows[1].look.words == "Utkast"
    second = filled.applications.all()[1].id
    context.commands.do(lambda: filled.summaries.approve(second, by="Kansliet"))
    assert rows.rows[1].look.words == "Godkänd"
    said = rows.data(rows.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert str(said).endswith(", Godkänd")


def test_stopping_keeps_what_is_saved_and_says_how_much(
    filled: Session, opened: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    page = opened()
    rest(qtbot, page)
    folder = tmp_path / "Summeringar"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(folder))
    page.work.stepped.connect(lambda _step: page.work.cancel())
    page.findChild(ListPane).save_all.click()
    with qtbot.waitSignal(page.work.stopped, timeout=LONG):
        pass
    saved = len(list(folder.glob("*.pdf")))
    message = page.findChild(SavingPanel).message
    assert message is not None
    assert 1 <= saved <= 3
    assert str(saved) in message.accessibleName()


def test_a_folder_that_cannot_be_written_is_told(
    filled: Session, opened: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    page = opened()
    blocked = tmp_path / "en fil"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(blocked))
    page.findChild(ListPane).save_all.click()
    with qtbot.waitSignal(page.work.done, timeout=LONG):
        pass
    message = page.findChild(SavingPanel).message
    assert message is not None
    assert wording.error_text("folder_read_only", {"folder": "en fil"}) in message.accessibleName()


def test_the_receipt_names_what_failed_and_characters_without_a_font(qtbot: QtBot):
    panel = SavingPanel(SUMMARY_WORDS)
    qtbot.addWidget(panel)
    panel.show()
    panel.begin(["Ett", "Två", "Tre"], Path("mapp"))
    panel.step(Exported(1, 3, "Ett", path=Path("mapp/ett.pdf"), unshown=("U+13000",)))
    panel.step(Exported(2, 3, "Två", error=UserError("disk_full")))
    panel.step(Exported(3, 3, "Tre", path=Path("mapp/tre.pdf")))
    panel.end(stopped=False)
    assert panel.message is not None
    said = panel.message.accessibleName()
    assert "2" in said
    assert "3" in said
    assert "U+13000" in said
    reasons = [label.text() for label in panel.message.findChildren(Label)]
    assert any(f"Två: {wording.error_text('disk_full', {})}" in text for text in reasons)


def test_without_applications_it_says_what_to_do_first(opened: Opened, qtbot: QtBot):
    page = opened()
    assert page.findChild(EmptyState).isVisible()
    assert not page.is_busy


def test_the_deadline_leads_to_the_settings(filled: Session, opened: Opened, qtbot: QtBot):
    page = opened()
    assert page.corner.words == "Sista svarsdag för alla: fredagen den 31 oktober 2025"
    with qtbot.waitSignal(page.settings_requested):
        page.corner.change.click()
    page.corner.deleteLater()


@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_every_text_size_fits_beside_the_rail(filled: Session, opened: Opened, qtbot: QtBot, scale: float):
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    page = opened()
    apply_theme(app, Theme(LIGHT, scale))
    page.resize(1366 - round((116 if scale < 1.5 else 60) * scale), 650)
    QApplication.processEvents()
    rest(qtbot, page)
    assert page.minimumSizeHint().width() <= page.width()
    for area in page.findChildren(QScrollArea):
        assert area.horizontalScrollBar().maximum() == 0
    pane = page.findChild(PreviewPane)
    assert pane.print_button.mapTo(page, pane.print_button.rect().topRight()).x() <= page.width()
    assert pane.save_button.mapTo(page, pane.save_button.rect().topRight()).x() <= page.width()


def test_every_control_has_a_name(filled: Session, opened: Opened, qtbot: QtBot):
    page = opened()
    rest(qtbot, page)
    interface = QAccessible.queryAccessibleInterface(page)
    assert interface.childCount() == 1
    assert nameless(interface) == []


def test_the_screen_reader_hears_the_row_in_full(filled: Session, opened: Opened):
    page = opened()
    model = page.findChild(ListPane).model
    said = str(model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole))
    assert said.startswith("1 Grönt steg, ")
    assert "3" in said
    assert "2" in said

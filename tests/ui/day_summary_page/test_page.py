"""The tab Dagens summering: texts that save themselves, counts, the gate beneath, the pages, files."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from tests.ui.day_summary_page.conftest import Opened
from tests.ui.test_accessibility import check_tab, nameless

from finsam_review.domain.checks.gate import Choice
from finsam_review.domain.notes import NoteContent, Place
from finsam_review.services.outgoing.day_source import INTRODUCTION, theme_text
from finsam_review.services.outgoing.day_summary import TEXT_LIMIT
from finsam_review.services.session import Session
from finsam_review.ui.change_bus import ChangeBus
from finsam_review.ui.commands import Commands
from finsam_review.ui.context import DayContext
from finsam_review.ui.day import DayView
from finsam_review.ui.day_summary_page import DaySummaryPage
from finsam_review.ui.day_summary_page.text_field import DayTextField
from finsam_review.ui.frame.page_tabs import TabbedPage
from finsam_review.ui.main_window import MainWindow
from finsam_review.ui.preferences import PreferenceStore

LONG = 60_000


def write(field: DayTextField, text: str) -> None:
    """Write ``text`` in place of what stands in the box, as a person does, without leaving it."""
    field.box.setFocus()
    field.box.selectAll()
    field.box.insertPlainText(text)


def leave(page: DaySummaryPage) -> None:
    """Go on to another control."""
    page.writing.steps.rows[-1].what.setFocus()


def rest(qtbot: QtBot, page: DaySummaryPage) -> None:
    """Wait until the pages shown are those of the texts."""
    qtbot.waitUntil(lambda: not page.is_busy, timeout=LONG)


def pages_of(page: DaySummaryPage) -> str:
    """Return the text of the pages shown, blanks made single."""
    document = pypdfium2.PdfDocument(page.pane.pdf)
    text = " ".join(document[at].get_textpage().get_text_bounded() for at in range(len(document)))
    document.close()
    return " ".join(text.split())


def steps_of(session: Session) -> list[tuple[str, str, date | None]]:
    """Return the steps as they are saved."""
    return [(step.what, step.owner, step.due) for step in session.day_summary.next_steps()]


def test_a_text_saves_itself_when_one_pauses(opened: Opened, session: Session, qtbot: QtBot) -> None:
    page = opened()
    write(page.writing.introduction, "Onsdagen den 15 oktober.\n\nEtt stycke till.")
    assert page.writing.introduction.box.hasFocus()
    qtbot.waitUntil(lambda: INTRODUCTION in session.day_summary.texts())
    assert session.day_summary.texts()[INTRODUCTION] == "Onsdagen den 15 oktober.\n\nEtt stycke till."
    assert page.writing.introduction.box.hasFocus()


def test_a_text_saves_itself_when_one_leaves_it(opened: Opened, session: Session) -> None:
    page = opened()
    write(page.writing.themes["needs"], "Behoven är sällan belagda.")
    leave(page)
    assert session.day_summary.texts() == {theme_text("needs"): "Behoven är sällan belagda."}


def test_a_text_saves_itself_when_the_day_is_closed(opened: Opened, session: Session) -> None:
    page = opened()
    write(page.writing.missions, "Alla vill mer.")
    QTest.keyClicks(page.writing.steps.rows[-1].what, "Skicka ut")
    page.leave()
    assert session.day_summary.texts() == {"missions": "Alla vill mer."}
    assert steps_of(session) == [("Skicka ut", "", None)]


def test_what_is_written_in_one_visit_is_undone_in_one_step(
    opened: Opened, session: Session, context: DayContext
) -> None:
    page = opened()
    field = page.writing.introduction
    write(field, "Ett")
    field.commit()
    field.box.insertPlainText(" och två")
    field.commit()
    leave(page)
    context.commands.undo()
    assert session.day_summary.texts() == {}
    assert field.text == ""
    context.commands.redo()
    assert field.text == "Ett och två"


def test_two_visits_are_two_steps(opened: Opened, session: Session, context: DayContext) -> None:
    page = opened()
    field = page.writing.introduction
    for text in ("Ett", "Ett och två"):
        write(field, text)
        leave(page)
    context.commands.undo()
    assert session.day_summary.texts() == {INTRODUCTION: "Ett"}


def test_what_is_being_typed_is_left_alone_by_what_others_do(
    opened: Opened, session: Session, context: DayContext
) -> None:
    page = opened()
    field = page.writing.introduction
    write(field, "Halvvägs ")
    place = field.box.textCursor().position()
    context.commands.do(lambda: session.day_summary.write(INTRODUCTION, "Av någon annan"))
    assert field.text == "Halvvägs "
    assert field.box.textCursor().position() == place
    field.commit()
    assert session.day_summary.texts()[INTRODUCTION] == "Halvvägs"
    assert field.text == "Halvvägs "


def test_a_text_that_is_refused_stays_with_its_reason(opened: Opened, session: Session) -> None:
    page = opened()
    field = page.writing.introduction
    write(field, "a" * (TEXT_LIMIT + 1))
    leave(page)
    assert field.error.startswith(f"Texten är för lång: {TEXT_LIMIT + 1} tecken,")
    assert field.error.endswith("Den står kvar här.")
    assert len(field.text) == TEXT_LIMIT + 1
    write(field, "Kort")
    leave(page)
    assert field.error == ""
    assert session.day_summary.texts() == {INTRODUCTION: "Kort"}


def test_counts_stand_beside_each_theme_and_follow_the_marks(
    opened: Opened, session: Session, context: DayContext
) -> None:
    page = opened()
    assert page.writing.themes["needs"].counts == "Inga lappar med det här temat."
    first, second = (application.id for application in session.applications.all())
    marks = {note.id: ["needs"] for note in session.notes.of_topic(first)[:3]}
    other = {session.notes.of_topic(second)[0].id: ["needs"]}
    context.commands.do(lambda: session.points.mark_notes(first, marks))
    context.commands.do(lambda: session.points.mark_notes(second, other))
    matrix = session.themes.matrix()
    tables = {letter for row in matrix.rows for letter in row.cells[3].tables}
    assert page.writing.themes["needs"].counts == f"4 lappar om 2 ansökningar, {len(tables)} av 6 bord"


def test_the_missions_say_how_much_there_is(opened: Opened, session: Session) -> None:
    frame = session.day.frame()
    question = next(q for q in frame.questions if q not in frame.review_questions)
    for party in frame.parties[:2]:
        session.notes.add(
            Place(f"party:{party.code}", question.id, frame.tables[0].id), NoteContent("Ring Gun-Britt Alvén")
        )
    page = opened()
    assert page.writing.missions.counts == "2 lappar om 2 av 4 parter"
    assert page.writing._mission_hits.words == [
        "Kan vara ett personnamn: Gun-Britt Alvén. Det är maskerat tills du låter det stå."
    ]


def test_fields_follow_the_themes_of_the_day(opened: Opened, session: Session, context: DayContext) -> None:
    page = opened()
    field = page.writing.themes["needs"]
    write(field, "Skrivet för hand")
    leave(page)
    seven = next(one for one in session.themes.catalogues() if one.code == "seven").themes
    context.commands.do(lambda: session.themes.replace(seven))
    assert list(page.writing.themes) == [theme.code for theme in seven]
    assert page.writing.themes["needs"] is field
    context.commands.do(lambda: session.themes.replace(seven[:1]))
    assert list(page.writing.themes) == ["two_parties"]
    assert session.day_summary.texts() == {theme_text("needs"): "Skrivet för hand"}
    context.commands.undo()
    assert page.writing.themes["needs"].text == "Skrivet för hand"


def test_the_gate_is_told_beneath_the_text_and_decided_there(
    opened: Opened, session: Session, context: DayContext, qtbot: QtBot
) -> None:
    page = opened()
    field = page.writing.introduction
    write(field, "Fråga Gun-Britt Alvén eller ring 070-174 06 58.")
    leave(page)
    assert field.hits.isVisible()
    assert [words.split(".")[0] for words in field.hits.words] == [
        "Kan vara ett personnamn: Gun-Britt Alvén",
        "Kan vara ett telefonnummer: 070-174 06 58",
    ]
    field.hits.decide(0, Choice.PASS)
    assert [words.split(".")[0] for words in field.hits.words] == [
        "Kan vara ett telefonnummer: 070-174 06 58"
    ]
    field.hits.decide(0, Choice.MASK)
    assert not field.hits.isVisible()
    rest(qtbot, page)
    assert "Fråga Gun-Britt Alvén eller ring [telefonnummer]." in pages_of(page)
    context.commands.undo()
    assert len(field.hits.words) == 1


def test_one_name_in_many_places_is_asked_about_once_and_many_names_a_few_at_a_time(opened: Opened) -> None:
    page = opened()
    field = page.writing.introduction
    write(field, "Ring Anna Berg. Anna Berg vet.")
    leave(page)
    assert len(field.hits.words) == 1
    people = ["Anna Berg", "Karin Lund", "Eva Holm", "Maria Dahl", "Lena Ek"]
    write(field, " ".join(f"Ring {name}." for name in people))
    leave(page)
    assert len(field.hits.words) == 4
    assert field.hits.words[-1].startswith("2 ställen till")


def test_the_pages_say_what_is_written(opened: Opened, qtbot: QtBot) -> None:
    page = opened()
    rest(qtbot, page)
    assert "Dagens summering" in pages_of(page)
    write(page.writing.themes["needs"], "Behoven är <b>sällan</b> belagda & mätta.")
    leave(page)
    assert page.is_busy
    rest(qtbot, page)
    assert "Behoven är <b>sällan</b> belagda & mätta." in pages_of(page)


def test_what_changes_while_the_page_is_not_seen_is_read_when_it_is(
    opened: Opened, session: Session, context: DayContext, qtbot: QtBot
) -> None:
    page = opened()
    rest(qtbot, page)
    page.hide()
    context.commands.do(lambda: session.day_summary.write(INTRODUCTION, "Skrivet på annat håll"))
    assert page.writing.introduction.text == ""
    page.show()
    assert page.writing.introduction.text == "Skrivet på annat håll"
    rest(qtbot, page)
    assert "Skrivet på annat håll" in pages_of(page)


def test_a_step_is_written_in_the_empty_row_and_another_empty_one_comes(
    opened: Opened, session: Session
) -> None:
    page = opened()
    rows = page.writing.steps
    row = rows.rows[0]
    row.what.setFocus()
    QTest.keyClicks(row.what, "Skicka summeringarna")
    QTest.keyClick(row.what, Qt.Key.Key_Tab)
    assert steps_of(session) == [("Skicka summeringarna", "", None)]
    assert QApplication.focusWidget() is row.owner
    QTest.keyClicks(row.owner, "Kansliet")
    QTest.keyClick(row.owner, Qt.Key.Key_Tab)
    QTest.keyClicks(row.due, "17 oktober 2025")
    QTest.keyClick(row.due, Qt.Key.Key_Return)
    assert steps_of(session) == [("Skicka summeringarna", "Kansliet", date(2025, 10, 17))]
    assert row._date.text() == "fredagen den 17 oktober 2025"
    assert len(rows.rows) == 2
    assert rows.rows[1].what.text() == ""


def test_a_date_that_is_none_is_told_and_nothing_lost(opened: Opened, session: Session) -> None:
    session.day_summary.add_step("Skicka ut", due=date(2025, 10, 17))
    page = opened()
    row = page.writing.steps.rows[0]
    row.due.setText("nästa vecka")
    row.commit()
    assert row.error == "Skriv datumet som 2026-01-31."
    assert row.due.text() == "nästa vecka"
    assert steps_of(session) == [("Skicka ut", "", date(2025, 10, 17))]
    row.due.setText("2025-10-20")
    row.commit()
    assert row.error == ""
    assert steps_of(session) == [("Skicka ut", "", date(2025, 10, 20))]


def test_a_step_emptied_is_refused_in_words(opened: Opened, session: Session) -> None:
    session.day_summary.add_step("Skicka ut")
    page = opened()
    row = page.writing.steps.rows[0]
    row.what.clear()
    row.commit()
    assert row.error == "Skriv vad som ska göras. Ingenting ändrades."
    assert steps_of(session) == [("Skicka ut", "", None)]


def test_steps_are_moved_and_taken_away_and_undone(
    opened: Opened, session: Session, context: DayContext
) -> None:
    for what in ("Ett", "Två", "Tre"):
        session.day_summary.add_step(what)
    page = opened()
    rows = page.writing.steps
    rows.rows[2].up.click()
    rows.rows[0].down.click()
    assert [row.what.text() for row in rows.rows] == ["Tre", "Ett", "Två", ""]
    rows.rows[1].remove.click()
    assert [what for what, _owner, _due in steps_of(session)] == ["Tre", "Två"]
    assert [row.what.accessibleName() for row in rows.rows] == ["Rad 1: vad", "Rad 2: vad", "Rad 3: vad"]
    for _step in range(3):
        context.commands.undo()
    assert [row.what.text() for row in rows.rows] == ["Ett", "Två", "Tre", ""]


def test_where_room_is_short_texts_and_pages_are_seen_one_at_a_time(opened: Opened) -> None:
    page = opened((700, 640))
    assert page.writing.isVisible()
    assert not page.pane.isVisible()
    page.sides._on_clicked("read")
    assert page.pane.isVisible()
    assert not page.writing.isVisible()
    page.resize(1250, 640)
    assert page.writing.isVisible()
    assert page.pane.isVisible()
    assert not page.sides.isVisible()


def answer(monkeypatch: pytest.MonkeyPatch, target: Path) -> list[tuple[object, ...]]:
    """Choose ``target`` in the next dialog; return what the dialog is asked."""
    asked: list[tuple[object, ...]] = []

    def choose(*given: object) -> tuple[str, str]:
        asked.append(given)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return asked


def test_the_summary_is_saved_as_pdf_and_word_with_what_was_just_typed(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page = opened()
    write(page.writing.introduction, "Nyss skrivet.")
    asked = answer(monkeypatch, tmp_path / "Dagen")
    page.save_word.click()
    qtbot.waitUntil(lambda: bool(page.notice.said), timeout=LONG)
    assert str(asked[0][2]).endswith("Dagens summering Budgetupptakt.docx")
    assert page.notice.said == "Dagens summering är sparad. Dagen.docx"
    texts = [paragraph.text for paragraph in Document(str(tmp_path / "Dagen.docx")).paragraphs]
    assert "Nyss skrivet." in texts
    page.notice.clear()
    answer(monkeypatch, tmp_path / "Dagen.pdf")
    page.save_pdf.click()
    qtbot.waitUntil(lambda: bool(page.notice.said), timeout=LONG)
    assert (tmp_path / "Dagen.pdf").read_bytes().startswith(b"%PDF")


def test_a_file_that_cannot_be_saved_says_why(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page = opened()
    answer(monkeypatch, tmp_path / ("djup" * 60) / "Dagen.pdf")
    page.save_pdf.click()
    qtbot.waitUntil(lambda: bool(page.notice.said), timeout=LONG)
    assert page.notice.said.startswith("Dagens summering är inte sparad. ")


def test_thinking_better_of_it_saves_nothing(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page = opened()
    rest(qtbot, page)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: ("", ""))
    page.save_pdf.click()
    assert not page.work.is_busy
    assert page.notice.said == ""


def test_a_preview_that_cannot_be_made_says_so(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    from finsam_review.domain.errors import UserError
    from finsam_review.ui.day_summary_page import work

    def refuse(_source: object) -> bytes:
        raise UserError("disk_full")

    monkeypatch.setattr(work, "preview_day", refuse)
    page = opened()
    qtbot.waitUntil(lambda: bool(page.pane.problem), timeout=LONG)
    assert page.pane.problem.startswith("Förhandsvisningen kan inte göras. Disken är full.")


def test_a_day_that_can_only_be_read_is_read(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    session.day_summary.write(INTRODUCTION, "Skrivet")
    session.day_summary.add_step("Skicka ut")
    path = session.path.with_name("kopia.finsam")
    session.save_copy(path)
    with Session.open(path, read_only=True) as copy:
        bus = ChangeBus()
        page = DaySummaryPage(DayContext(copy, bus, Commands(copy, bus), PreferenceStore(tmp_path)))
        qtbot.addWidget(page)
        assert page.writing.introduction.text == "Skrivet"
        assert page.writing.introduction.box.isReadOnly()
        assert page.writing.steps.rows[0].what.isReadOnly()
        assert page.writing.steps.rows[0].remove.isHidden()
        assert page.writing.steps.rows[-1].isHidden()
        page.leave()


def test_every_control_has_a_name_and_tab_goes_round(opened: Opened, session: Session) -> None:
    session.day_summary.add_step("Skicka ut")
    session.day_summary.write(INTRODUCTION, "Fråga Gun-Britt Alvén")
    page = opened()
    assert nameless(page) == []
    check_tab(page)


def test_closing_the_day_in_the_middle_of_a_word_keeps_it_and_reads_no_more(
    window: MainWindow, make_day: Callable[..., Path]
) -> None:
    path = make_day()
    window.open_day(path)
    window.findChild(DayView).show_page("summaries")
    tabs = window.findChild(TabbedPage)
    tabs.show_tab("day")
    page = tabs.part("day")
    assert isinstance(page, DaySummaryPage)
    page.writing.introduction.box.setFocus()
    QTest.keyClicks(page.writing.introduction.box, "Onsdagen den")
    window.close_day()
    assert not page._calm.isActive()
    assert not page.work.is_busy
    with Session.open(path) as session:
        assert session.day_summary.texts() == {INTRODUCTION: "Onsdagen den"}

"""One application at a time: its head, when its revised version came, new facts, what can't be compared."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from tests.services.follow_up.conftest import sample
from tests.ui.follow_up_page.conftest import LONG, Followed

from finsam_review.domain.applications import DocumentVersion
from finsam_review.domain.follow_up.lateness import ArrivalState
from finsam_review.domain.intake import Candidate, Gathered, Paragraph, Proposal, ReadDocument
from finsam_review.ui import tasks
from finsam_review.ui.follow_up_page.changes.row import ChangeRow
from finsam_review.ui.follow_up_page.documents.both import BothDocumentsDialog
from finsam_review.ui.follow_up_page.documents.dialog import DocumentDialog
from finsam_review.ui.follow_up_page.revised.comparing import Comparing
from finsam_review.ui.follow_up_page.rows.looks import WordsRow
from finsam_review.ui.follow_up_page.steps.row import StepRow

Opened = Callable[..., Followed]


def add_revised(followed: Followed, number: int, document: ReadDocument) -> None:
    """Let a revised document of an application come in as the import does."""
    application = followed.applications[number - 1]
    candidate = Candidate(Proposal(application.details), (document,), DocumentVersion.REVISED, application.id)
    session = followed.session
    followed.context.commands.do(lambda: session.intake.take_in(Gathered((candidate,))).changes)


def a_document(name: str, *texts: str, problem: str = "", media: str = "docx") -> ReadDocument:
    """Return a document as a reader gives it."""
    blocks = tuple(Paragraph(text) for text in texts)
    return ReadDocument(name, name.encode() * 9, media, blocks, problem)


def test_the_page_opens_at_the_one_with_points_left_to_judge(followed: Followed):
    header = followed.revised.body.header
    assert header.number.text() == "1"
    assert header.title.text() == "Stegen in – prerehabilitering MTG"
    assert header.facts.text() == "2025/050 · Töreboda kommun · reviderad version inkom 3 november"
    assert header.chip.words == "3 dagar sen"
    assert followed.revised.corner.text() == "1 svar av 3 · 1 sent · 1 saknas · 1 inte utskickad"


def test_alt_and_arrows_go_from_application_to_application(followed: Followed):
    part = followed.revised
    QTest.keyClick(part.body.answers.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert (part.body.header.number.text(), part.body.header.chip.words) == ("2", "Saknas")
    QTest.keyClick(part, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert (part.body.header.number.text(), part.body.header.chip.words) == ("3", "Inte utskickad")
    QTest.keyClick(part, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert part.body.header.number.text() == "3"
    for _turn in range(2):
        QTest.keyClick(part, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert followed.revised.body.header.number.text() == "1"


def test_without_a_revised_version_the_steps_and_what_is_awaited_are_shown(followed: Followed):
    waiting = followed.show(2).body.waiting
    assert waiting.words.text() == (
        "Summeringen skickades 16 oktober. Svar önskades senast fredagen den 31 oktober 2025. "
        "Det var för 4 dagar sedan."
    )
    rows = [row for row in waiting.steps.model.rows if isinstance(row, StepRow)]
    assert [(row.name, row.state) for row in rows[:4]] == [
        ("Inkommen", "passed"),
        ("Läst", "done"),
        ("Utskickad", "here"),
        ("Reviderad", "coming"),
    ]
    assert followed.revised.body.header.before_after.reason == "Ingen reviderad version har kommit."


def test_a_summary_that_was_not_sent_awaits_nothing(followed: Followed):
    words = followed.show(3).body.waiting.words.text()
    assert words == "Summeringen är inte avprickad som skickad, så inget svar väntas än."


def test_the_new_facts_are_taken_over_with_one_press_and_undone(followed: Followed):
    pane = followed.revised.body.changes
    assert pane.take_over.isVisible()
    pane.take_over.click()
    assert followed.applications[0].details.amount_total == 5_280_000
    assert not pane.take_over.isVisible()
    said = [row.words for row in pane.model.rows if isinstance(row, WordsRow)]
    assert "Ansökan har de nya uppgifterna." in said
    assert pane.title.text() == "Uppgifter som ändrats: 6 av 9"
    followed.context.commands.undo()
    assert followed.applications[0].details.amount_total == 5_970_000
    assert pane.take_over.isVisible()


def test_when_it_came_is_corrected_in_the_page_and_undone(followed: Followed):
    part = followed.revised
    part.ask_received()
    line = part.body.received
    assert (line.day.text(), line.day.hasFocus()) == ("2025-11-03", True)
    line.day.setText("30 februari")
    QTest.keyClick(line.day, Qt.Key.Key_Return)
    assert line.error == "Skriv datumet som 2026-01-31."
    line.day.setText("31 oktober 2025")
    QTest.keyClick(line.day, Qt.Key.Key_Return)
    assert line.isHidden()
    header = part.body.header
    assert (header.chip.words, header.facts.text().split(" · ")[-1]) == (
        "I tid",
        "reviderad version inkom 31 oktober",
    )
    assert part.corner.text() == "1 svar av 3 · 1 saknas · 1 inte utskickad"
    followed.context.commands.undo()
    assert header.chip.words == "3 dagar sen"


def test_a_date_that_nobody_knows_is_asked_for(followed: Followed):
    document = followed.applications[0].documents[1]
    followed.context.commands.do(lambda: followed.session.revisions.set_received(document.id, None))
    header = followed.revised.body.header
    assert header.when.isVisible()
    assert followed.page.day.standing(followed.applications[0].id).state is ArrivalState.UNDATED
    header.when.click()
    line = followed.revised.body.received
    assert line.day.text() == "2025-11-04"
    QTest.keyClick(line.day, Qt.Key.Key_Return)
    assert followed.applications[0].documents[1].received_on == date(2025, 11, 4)
    assert not header.when.isVisible()
    assert header.chip.words == "4 dagar sen"


def test_a_revised_version_that_comes_in_is_shown_at_once(followed: Followed):
    followed.show(2)
    add_revised(followed, 3, a_document("Språkbron REVIDERAD.docx", "Vi söker mindre."))
    part = followed.revised
    assert part.body.header.number.text() == "3"
    assert part.body.changes.isVisible()
    assert part.corner.text() == "2 svar av 3 · 1 sent · 1 saknas"


def test_a_first_version_that_was_added_by_hand_has_no_text_to_compare(followed: Followed):
    add_revised(followed, 3, a_document("Språkbron REVIDERAD.docx", "Sökande: Falköpings kommun"))
    trouble = followed.revised.body.changes.trouble
    assert trouble.isVisible()
    assert trouble.accessibleName() == (
        "Det finns ingen första handling att jämföra texten med. Ansökan är tillagd för hand. "
        "Dess uppgifter jämförs."
    )


def add_first(followed: Followed, number: int, document: ReadDocument) -> None:
    """Let an application that was added by hand get its first document."""
    application = followed.applications[number - 1]
    candidate = Candidate(Proposal(application.details), (document,), DocumentVersion.FIRST, application.id)
    followed.session.intake.take_in(Gathered((candidate,)))


def test_a_scanned_revised_version_is_told_and_both_documents_are_offered(followed: Followed):
    add_first(followed, 2, a_document("Grönt steg.docx", "Vi söker pengar."))
    add_revised(followed, 2, a_document("Skannad.pdf", problem="no_text", media="pdf"))
    pane = followed.revised.body.changes
    assert pane.trouble.accessibleName().startswith(
        "Den reviderade versionen kan inte läsas här. Skannad.pdf"
    )
    assert (pane.model.rowCount(), pane.take_over.isVisible()) == (0, False)
    pane.both_asked.emit()
    dialog = followed.revised.findChild(BothDocumentsDialog)
    assert dialog.first.title.text() == "Första: Grönt steg.docx"
    assert dialog.revised.title.text() == "Reviderad: Skannad.pdf"
    dialog.close()


def test_a_scanned_first_version_still_lets_the_facts_be_compared(followed: Followed):
    add_first(followed, 2, a_document("Skannad.pdf", problem="no_text", media="pdf"))
    add_revised(followed, 2, a_document("Grönt REVIDERAD.docx", "Sökande: Hjo kommun", "Vi söker."))
    pane = followed.revised.body.changes
    assert pane.trouble.accessibleName().startswith(
        "Den första versionen kan inte läsas här, så texten jämförs inte. Skannad.pdf"
    )
    assert pane.model.rowCount() == 10
    assert pane.title.text().startswith("Uppgifter som ändrats:")


def test_equal_versions_say_that_nothing_changed(followed: Followed):
    first = a_document("Första.docx", "Grönt steg", "Vi söker pengar för en plats i skogen hela nästa år.")
    add_first(followed, 2, first)
    add_revised(followed, 2, replace(first, file_name="Igen.docx", data=b"andra byte"))
    rows = followed.revised.body.changes.model.rows
    assert [row.words for row in rows if isinstance(row, WordsRow)] == ["Texten säger detsamma som förut."]
    assert not any(isinstance(row, ChangeRow) for row in rows)


def test_big_documents_are_compared_beside_the_window(followed: Followed):
    words = "Insatsen riktar sig till personer utanför arbetsmarknaden som behöver stöd från flera parter. "
    many = [f"Stycke {number}. " + words * 6 for number in range(300)]
    first = a_document("Stor.docx", *many)
    add_first(followed, 2, first)
    changed = [text.replace("flera", "alla") if number % 2 else text for number, text in enumerate(many)]
    add_revised(followed, 2, a_document("Stor REVIDERAD.docx", *changed))
    part = followed.page.part("revised")
    assert part.is_busy
    assert part.body.changes.isVisible()
    assert part.body.header.before_after.reason == "Versionerna jämförs."
    rows = followed.revised.body.changes.model.rows
    assert sum(isinstance(row, ChangeRow) and row.part == 0 for row in rows) == 150
    assert part.body.header.before_after.reason == ""


def test_a_comparison_that_was_made_is_there_at_once(followed: Followed):
    part = followed.revised
    rows = part.body.changes.model.rows
    part.step(1)
    part.step(-1)
    assert not part.is_busy
    assert part.body.changes.model.rows == rows


def test_only_the_application_one_is_at_is_shown(followed: Followed):
    """What is compared for an application that was left meanwhile is kept, but not shown."""
    comparing: Comparing = followed.revised.showing.comparing
    comparing._known.clear()
    part = followed.revised
    part.show_application(followed.applications[0])
    assert part.is_busy
    part.show_application(followed.applications[1])
    assert followed.revised.body.waits
    assert followed.revised.body.header.before_after.reason == "Ingen reviderad version har kommit."


def test_an_application_that_is_put_away_gives_place_to_another(followed: Followed):
    own = followed.applications[0].id
    followed.context.commands.do(lambda: followed.session.applications.remove(own))
    assert followed.revised.body.header.title.text() == "Grönt steg – på gård"
    followed.context.commands.undo()
    assert followed.revised.body.header.number.text() in {"1", "2"}


def test_the_page_before_and_after_is_looked_at_and_saved(
    followed: Followed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    followed.revised.body.header.before_after.click()
    dialog = followed.revised.findChild(DocumentDialog)
    followed.qtbot.waitUntil(lambda: not dialog.work.is_busy, timeout=LONG)
    assert dialog.pages.page_count == 1
    asked: list[str] = []

    def answer(_parent: object, _title: str, suggested: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(suggested).name)
        return str(tmp_path / "sida.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    dialog.buttons[0].click()
    followed.qtbot.waitUntil(lambda: bool(dialog.notice.said), timeout=LONG)
    assert asked == ["2025-050 Stegen in före och efter.pdf"]
    assert dialog.notice.said == "Filen är sparad. sida.pdf"
    document = pypdfium2.PdfDocument(tmp_path / "sida.pdf")
    text = document[0].get_textpage().get_text_bounded()
    document.close()
    assert "Före och efter" in text
    assert "Fredrik Nordanå" in text, "the contact of an application is a fact that changes, and is no secret"
    dialog.close()


def test_a_file_that_can_t_be_written_is_told(followed: Followed, tmp_path: Path):
    followed.revised.body.header.before_after.click()
    dialog = followed.revised.findChild(DocumentDialog)
    followed.qtbot.waitUntil(lambda: not dialog.work.is_busy, timeout=LONG)
    dialog.save(dialog._forms[0], tmp_path / "borta" / "sida.pdf")
    followed.qtbot.waitUntil(lambda: bool(dialog.notice.said), timeout=LONG)
    assert dialog.notice.said.startswith("Filen är inte sparad.")
    dialog.close()


def test_files_that_are_chosen_go_the_ordinary_way_in(followed: Followed, monkeypatch: pytest.MonkeyPatch):
    chosen = str(sample("reviderade"))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_asked: ([chosen], ""))
    followed.show(2)
    with followed.qtbot.waitSignal(followed.page.files_dropped) as told:
        followed.revised.body.waiting.take_in.click()
    assert told.args == [[Path(chosen)]]


def test_the_menu_offers_what_there_is(followed: Followed):
    menu = followed.revised.body.header.menu()
    assert [action.text() for action in menu.actions()] == [
        "Ändra när den kom in …",
        "Ta in reviderad version …",
        "Visa båda handlingarna",
        "Processbild",
    ]
    followed.show(2)
    fewer = followed.revised.body.header.menu()
    assert [action.text() for action in fewer.actions()] == ["Ta in reviderad version …", "Processbild"]
    for shown in (menu, fewer):
        shown.deleteLater()


def test_a_comparison_that_is_over_leaves_no_thread_behind(followed: Followed):
    """Tasks are held until Qt has deleted them, and no longer."""
    part = followed.revised
    part.showing.comparing._known.clear()
    part.show_application(followed.applications[0])
    assert followed.revised.showing.compared is not None
    followed.qtbot.waitUntil(lambda: not tasks._alive)

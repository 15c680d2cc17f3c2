"""What changed, at the left: facts and passages, marked by more than colour, from change to change."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.follow_up_page.conftest import Followed

from finsam_review.domain.applications import ApplicationDetails
from finsam_review.domain.follow_up.comparing.pieces import Piece, PieceKind
from finsam_review.domain.follow_up.fact_changes import fact_changes
from finsam_review.domain.follow_up.text_changes import Comparison, TextChange
from finsam_review.domain.workshop import MeasureKind
from finsam_review.ui.follow_up_page.changes.facts import fact_rows
from finsam_review.ui.follow_up_page.changes.looks import ChangeLook, FactLook
from finsam_review.ui.follow_up_page.changes.passages import LONGEST_PART, text_rows
from finsam_review.ui.follow_up_page.changes.row import ChangeRow, FactRow
from finsam_review.ui.follow_up_page.rows.delegate import State
from finsam_review.ui.follow_up_page.rows.looks import SectionRow, WordsRow
from finsam_review.ui.follow_up_page.rows.marked import Mark, Marked, Span
from finsam_review.ui.theme import LIGHT, Theme

KINDS = (MeasureKind("forberedande", "Förberedande insats"), MeasureKind("projekt", "Projekt"))


def facts(first: ApplicationDetails, revised: ApplicationDetails) -> dict[str, FactRow]:
    """Return the rows of two versions by their names."""
    return {row.name: row for row in fact_rows(fact_changes(first, revised), KINDS, "")}


def marks(text: Marked) -> list[tuple[str, Mark]]:
    """Return the pieces that are marked."""
    return [(span.text, span.mark) for span in text.spans if span.mark is not Mark.NONE]


def test_changed_facts_stand_first_and_say_what_was_and_what_is():
    first = ApplicationDetails(title="Ett", kind="projekt", amount_total=5_970_000)
    rows = facts(first, ApplicationDetails(title="Ett", kind="forberedande", amount_total=5_280_000))
    assert list(rows)[:2] == ["Typ", "Belopp totalt"]
    assert marks(rows["Typ"].before) == [("Projekt", Mark.REMOVED)]
    assert marks(rows["Typ"].after) == [("Förberedande insats", Mark.ADDED)]
    amount = rows["Belopp totalt"].after.text.replace("\u00a0", " ")
    assert amount == "5 280 000 kr  (−690 000 kr)"
    assert (rows["Titel"].before.text, rows["Titel"].after.text) == ("Ett", "oförändrad")


def test_organisations_that_stay_are_counted_and_new_ones_named():
    first = ApplicationDetails(organisations=("Hjo kommun", "Tibro kommun"), parties=("kommun",))
    more = ApplicationDetails(
        organisations=("Hjo kommun", "Tibro kommun", "Region"), parties=("kommun", "region")
    )
    row = facts(first, more)["Parter"]
    assert row.after.text == "Samma 2 + Region"
    assert marks(row.after) == [("+ Region", Mark.ADDED)]
    assert facts(first, more)["Antal parter"].after.text == "2  (+1)"


def test_organisations_that_leave_are_struck():
    first = ApplicationDetails(organisations=("Hjo kommun", "Tibro kommun"))
    row = facts(first, ApplicationDetails(organisations=("Hjo kommun", "Region")))["Parter"]
    assert marks(row.before) == [("Tibro kommun", Mark.REMOVED)]
    assert row.after.text == "Hjo kommun + Region"


def test_what_the_revised_version_is_silent_about_is_not_called_taken_back():
    first = ApplicationDetails(title="Ett", applicant="Hjo kommun", period_start=date(2026, 1, 1))
    row = facts(first, ApplicationDetails(title="Ett"))["Sökande"]
    assert (row.changed, row.after.text) == (False, "står inte i den nya versionen")
    assert marks(row.before) == []


def test_only_the_day_that_is_another_is_marked():
    first = ApplicationDetails(period_start=date(2026, 1, 1), period_end=date(2028, 12, 31))
    row = facts(first, ApplicationDetails(period_start=date(2026, 2, 1), period_end=date(2028, 12, 31)))
    assert row["Period"].after.text == "2026-02-01 – 2028-12-31"
    assert marks(row["Period"].after) == [("2026-02-01", Mark.ADDED)]


def test_a_year_that_is_new_and_one_that_is_gone():
    first = ApplicationDetails(amounts=((2026, 100), (2027, 200)))
    row = facts(first, ApplicationDetails(amounts=((2026, 100), (2028, 300))))["Belopp per år"]
    assert row.before.text.replace("\u00a0", " ") == "2026: 100 kr\n2027: 200 kr\n2028: –"
    assert row.after.text.replace("\u00a0", " ") == "2026: 100 kr\n2027: –\n2028: 300 kr  (+300 kr)"


def test_a_screen_reader_hears_what_is_added_and_what_is_struck():
    first = ApplicationDetails(applicant="Hjo kommun")
    row = facts(first, ApplicationDetails(applicant="Tibro kommun"))["Sökande"]
    assert row.spoken == "Sökande, ändrad. Första: struket: Hjo kommun. Reviderad: tillagt: Tibro kommun."
    pieces = (
        Piece(PieceKind.SAME, "Vi är "),
        Piece(PieceKind.REMOVED, "tre"),
        Piece(PieceKind.ADDED, "fyra"),
    )
    (change, *_rest) = text_rows(Comparison((TextChange("Målgrupp", pieces),)), "")
    assert change.spoken == "Ändring 1 av 1. Målgrupp. Vi är struket: tre. tillagt: fyra."


def test_a_heading_is_said_once_for_changes_that_follow_each_other():
    added = (Piece(PieceKind.ADDED, "Ny."),)
    changes = (TextChange("A", added), TextChange("A", added), TextChange("B", added))
    rows = [row for row in text_rows(Comparison(changes), "") if isinstance(row, ChangeRow)]
    assert [row.heading.text for row in rows] == ["A", "", "B"]
    assert [row.under for row in rows] == ["A", "A", "B"]


def test_a_new_heading_is_marked_once_and_told_from_one_of_the_same_name():
    added, new = (Piece(PieceKind.ADDED, "Ny."),), PieceKind.ADDED
    changes = (
        TextChange("A", added, heading_kind=new),
        TextChange("A", added, heading_kind=new),
        TextChange("A", added),
    )
    rows = [row for row in text_rows(Comparison(changes), "") if isinstance(row, ChangeRow)]
    assert [marks(row.heading) for row in rows] == [[("A", Mark.ADDED)], [], [("A", Mark.STRONG)]]


def test_what_was_only_moved_is_told_apart_and_not_counted():
    same = (Piece(PieceKind.SAME, "Som förut."),)
    moved = TextChange("Budget", same, moved_from="Risker")
    rows = list(text_rows(Comparison((), (moved,), 3), ""))
    assert isinstance(rows[0], WordsRow)
    assert rows[0].words == "Texten säger detsamma som förut."
    assert isinstance(rows[1], SectionRow)
    assert rows[1].words == "Bara flyttat: 1 stycke"
    last = rows[2]
    assert isinstance(last, ChangeRow)
    assert (last.number, last.remark) == (0, "Flyttat från ”Risker”.")


@pytest.mark.parametrize("text", ["ord " * 2_000, "x" * 9_000, "kort " * 100 + "y" * 4_000])
def test_a_long_passage_comes_in_parts_that_lose_nothing(text: str):
    pieces = (Piece(PieceKind.SAME, "Vi "), Piece(PieceKind.ADDED, text.strip()))
    rows = [
        row for row in text_rows(Comparison((TextChange("A", pieces),)), "") if isinstance(row, ChangeRow)
    ]
    assert "".join(row.text.text for row in rows) == "Vi " + text.strip()
    assert max(len(row.text.text) for row in rows) <= LONGEST_PART
    assert [row.part for row in rows] == list(range(len(rows)))
    assert len({row.key for row in rows}) == len(rows)


def painted(text: Marked) -> QImage:
    """Return a passage as it is painted."""
    look, row = ChangeLook(Theme(LIGHT)), ChangeRow("k", 1, 1, 0, "A", Marked(), text)
    image = QImage(400, look.height(row, 400), QImage.Format.Format_RGB32)
    image.fill(Theme(LIGHT).colour("surface"))
    painter = QPainter(image)
    look.paint(painter, image.rect().toRectF(), row, State())
    painter.end()
    return image


def test_marks_are_seen_without_colour(qapp: QApplication):
    """In grey, an added and a struck text still differ from a plain one: underlined, struck through."""
    words = "Västra Götalandsregionen"
    grey = [
        painted(Marked((Span(words, mark),))).convertToFormat(QImage.Format.Format_Grayscale8)
        for mark in (Mark.NONE, Mark.ADDED, Mark.REMOVED)
    ]
    wide = 150
    lines = [
        [sum(image.pixelColor(x, y).value() < 190 for x in range(8, wide)) for y in range(image.height())]
        for image in grey
    ]
    full = [[y for y, dark in enumerate(dark_in) if dark >= wide - 12] for dark_in in lines]
    assert full[0] == []
    assert full[1] != []
    assert full[2] != []
    assert min(full[1]) > max(full[2])


def test_a_fact_stands_in_columns_or_below_where_room_is_short(qapp: QApplication):
    first = ApplicationDetails(applicant="Hjo kommun")
    row = facts(first, ApplicationDetails(applicant="Tibro kommun"))["Sökande"]
    look = FactLook(Theme(LIGHT))
    assert look.height(row, 300) > 2 * look.height(row, 700)


def test_the_page_opens_with_the_facts_and_says_how_many_changed(followed: Followed):
    pane = followed.revised.body.changes
    assert pane.title.text() == "Uppgifter som ändrats: 6 av 9"
    rows = [row for row in pane.model.rows if isinstance(row, FactRow)]
    assert [row.name for row in rows[:2]] == ["Parter", "Antal parter"]
    assert pane.seen.text() == ""
    assert pane.trouble.isHidden()


def test_f8_goes_from_change_to_change_and_back(followed: Followed):
    part = followed.revised
    pane, view = part.body.changes, part.body.changes.view
    QTest.keyClick(view, Qt.Key.Key_F8)
    assert view.hasFocus()
    row = view.rows.row_at(view.currentIndex().row())
    assert isinstance(row, ChangeRow)
    assert row.number == 1
    assert pane.title.text() == "Text som ändrats: 37 stycken"
    assert pane.seen.text().startswith("Visar 1")
    for _turn in range(3):
        QTest.keyClick(view, Qt.Key.Key_F8)
    QTest.keyClick(view, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    here = view.rows.row_at(view.currentIndex().row())
    assert isinstance(here, ChangeRow)
    assert here.number == 3


def test_f8_works_from_the_points_and_stops_at_the_last_change(followed: Followed):
    part = followed.revised
    part.enter("second")
    QTest.keyClick(part.body.answers.view, Qt.Key.Key_F8)
    assert part.body.changes.view.hasFocus()
    while part.body.changes.view.step_change(1):
        pass
    last = part.body.changes.view.rows.row_at(part.body.changes.view.currentIndex().row())
    assert isinstance(last, ChangeRow)
    assert last.number == last.of == 37


def test_every_row_is_reached_with_the_arrows(followed: Followed):
    followed.revised.enter("first")
    view = followed.revised.body.changes.view
    seen = set()
    for _turn in range(400):
        seen.add(view.current_key)
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert seen == {row.key for row in view.rows.rows if row.choosable}


def test_a_tall_row_is_read_to_its_end(opened: Callable[..., Followed]):
    followed = opened(size=(1250, 330), scale=1.5)
    followed.revised.enter("first")
    view = followed.revised.body.changes.view
    tall = max(
        range(len(view.rows.rows)), key=lambda place: view.sizeHintForIndex(view.rows.index(place)).height()
    )
    view.go_to(tall)
    assert view.visualRect(view.currentIndex()).bottom() > view.viewport().height()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == tall
    for _turn in range(40):
        if view.currentIndex().row() != tall:
            break
        bottom = view.visualRect(view.currentIndex()).bottom()
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == tall + 1
    assert bottom <= view.viewport().height() + 8


def test_a_row_is_copied_with_its_words(followed: Followed):
    followed.revised.enter("first")
    view = followed.revised.body.changes.view
    view.step_change(1)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    row = view.rows.row_at(view.currentIndex().row())
    assert isinstance(row, ChangeRow)
    assert QApplication.clipboard().text() == row.text.text


def test_markup_in_a_document_is_only_text():
    pieces = (Piece(PieceKind.ADDED, "<b>fet</b> &amp; <img src=x>"),)
    (row, *_rest) = text_rows(Comparison((TextChange("<h1>A</h1>", pieces),)), "")
    assert isinstance(row, ChangeRow)
    assert row.text.text == "<b>fet</b> &amp; <img src=x>"
    assert row.heading.text == "<h1>A</h1>"

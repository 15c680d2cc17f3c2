"""Where everything stands: the table sorted and filtered, steps noted and taken back, the process picture."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from tests.ui.follow_up_page.conftest import LONG, Followed

from finsam_review.domain.follow_up.lateness import ArrivalState, Standing
from finsam_review.domain.follow_up.responses import Answer, Judged
from finsam_review.ui.follow_up_page.documents.dialog import DocumentDialog
from finsam_review.ui.follow_up_page.situation.model import SituationModel
from finsam_review.ui.follow_up_page.situation.part import SituationPart
from finsam_review.ui.follow_up_page.situation.rows import Column, SituationRow, ordered
from finsam_review.ui.follow_up_page.steps.pane import StepsPane
from finsam_review.ui.follow_up_page.steps.row import StepRow

Opened = Callable[..., Followed]


def a_row(number: int, **known: object) -> SituationRow:
    """Return a row of the table."""
    values = {
        "step": "Läst",
        "step_place": 1,
        "standing": Standing(ArrivalState.WAITING),
        "came": None,
        "judged": None,
        **known,
    }
    return SituationRow(f"id{number}", number, f"Ansökan {number}", "Hjo kommun", **values)


ROWS = (
    a_row(1, standing=Standing(ArrivalState.ON_TIME), came=date(2025, 10, 30), judged=Judged(6, 6)),
    a_row(2, step="Beslut", step_place=7, standing=Standing(ArrivalState.MISSING, 4)),
    a_row(3, standing=Standing(ArrivalState.LATE, 3), came=date(2025, 11, 3), judged=Judged(6, 1)),
    a_row(4, step="Inkommen", step_place=0, standing=Standing(ArrivalState.MISSING, 9)),
    a_row(5, standing=Standing(ArrivalState.UNDATED), judged=Judged(6, 4)),
)


@pytest.mark.parametrize(
    ("column", "descending", "numbers"),
    [
        (Column.APPLICATION, False, [1, 2, 3, 4, 5]),
        (Column.APPLICATION, True, [5, 4, 3, 2, 1]),
        (Column.STEP, False, [4, 1, 3, 5, 2]),
        (Column.REPLY, False, [4, 2, 3, 5, 1]),
        (Column.CAME, False, [1, 3, 2, 4, 5]),
        (Column.JUDGED, False, [3, 5, 1, 2, 4]),
    ],
)
def test_rows_stand_in_the_order_of_a_column(column: Column, descending: bool, numbers: list[int]):
    assert [row.number for row in ordered(ROWS, column, descending=descending)] == numbers


def test_the_model_keeps_qts_rules(qapp: object):
    model = SituationModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(ROWS)
    model.sort(Column.REPLY)
    model.set_late_only(late_only=True)
    assert [row.number for row in model.rows] == [4, 2, 3]
    model.set_rows((*ROWS[:2], a_row(3, judged=Judged(6, 2))))
    assert [row.number for row in model.rows] == [2]
    model.set_late_only(late_only=False)
    assert tester.model() is model
    assert model.rowCount() == 3


def test_a_row_says_everything_in_words():
    assert ROWS[2].spoken == ("3 Ansökan 3, Hjo kommun, Läst, 3 dagar sen, inkom 3 november, 1 av 6 bedömd")
    assert ROWS[1].spoken == "2 Ansökan 2, Hjo kommun, Beslut, Saknas, 4 dagar efter sista svarsdag"


def situation(followed: Followed) -> SituationPart:
    """Return the tab."""
    part = followed.page.part("situation")
    assert isinstance(part, SituationPart)
    return part


def at_step(steps: StepsPane, code: str) -> StepRow:
    """Choose a step and return it as it is shown."""
    row = next(row for row in steps.model.rows if isinstance(row, StepRow) and row.code == code)
    steps.view.choose(row.key)
    return row


def test_the_table_shows_every_application_with_what_is_known(opened: Opened):
    part = situation(opened(tab="situation"))
    assert [[row.text(column) for column in Column] for row in part.model.rows] == [
        ["1 Stegen in", "Reviderad", "3 dagar sen", "3 november", "0 av 3"],
        ["2 Grönt steg", "Utskickad", "Saknas", "–", "–"],
        ["3 Språkbron", "Läst", "Inte utskickad", "–", "–"],
    ]
    assert part.table.hasFocus()


def test_late_and_missing_ones_are_listed_alone(opened: Opened):
    part = situation(opened(tab="situation"))
    part.which.choose("late")
    part.which.chosen.emit("late")
    assert [row.number for row in part.model.rows] == [1, 2]
    assert part.counted.text() == "2 av 3"


def test_a_press_on_a_head_sorts_and_another_turns_the_order_round(opened: Opened):
    part = situation(opened(tab="situation"))
    heads = part.table.heads
    spot = heads.sectionViewportPosition(Column.REPLY) + 10
    for _turn in range(2):
        QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(spot, 10))
    assert [row.number for row in part.model.rows] == [3, 1, 2]
    assert part.order.currentText() == "Reviderad version"


def test_the_order_is_chosen_by_keyboard_and_the_row_one_is_at_stays(opened: Opened):
    part = situation(opened(tab="situation"))
    part.table.choose(2)
    part.order.setFocus()
    for _turn in range(2):
        QTest.keyClick(part.order, Qt.Key.Key_Down)
    assert [row.number for row in part.model.rows] == [2, 1, 3]
    assert part.table.row is not None
    assert part.table.row.number == 3


def test_an_answer_is_counted_in_the_table(opened: Opened):
    followed = opened(tab="situation")
    part, own = situation(followed), followed.applications[0].id
    (_number, point), *_rest = followed.session.revisions.points(own)
    followed.context.commands.do(lambda: followed.session.revisions.answer(own, point.id, Answer.NOT))
    assert part.model.rows[0].text(Column.JUDGED) == "1 av 3"


def test_enter_leads_to_the_steps_and_esc_back(opened: Opened):
    part = situation(opened(tab="situation"))
    QTest.keyClick(part.table, Qt.Key.Key_Return)
    assert part.steps.view.hasFocus()
    QTest.keyClick(part.steps.view, Qt.Key.Key_Escape)
    assert part.table.hasFocus()


def test_a_step_is_noted_by_keyboard_and_undone(opened: Opened):
    followed = opened(tab="situation")
    part, own = situation(followed), followed.applications[0].id
    part.enter("second")
    at_step(part.steps, "preparation")
    QTest.keyClick(part.steps.view, Qt.Key.Key_Return)
    line = part.steps.line
    assert (line.day.text(), line.day.hasFocus()) == ("2025-11-04", True)
    assert line.outcome.isHidden() or not line.outcome.isVisible()
    line.day.setText("2025-11-20")
    line.words.setText("Kansliet föredrog")
    QTest.keyClick(line.words, Qt.Key.Key_Return)
    row = at_step(part.steps, "preparation")
    assert (row.state, row.words, row.dates) == (
        "here",
        "Kansliet föredrog",
        "torsdagen den 20 november 2025",
    )
    assert part.model.rows[0].step == "Beredningsgrupp"
    assert followed.session.steps.current_steps()[own] == "preparation"
    followed.context.commands.undo()
    assert part.model.rows[0].step == "Reviderad"


def test_what_was_decided_is_chosen_from_what_the_day_has(opened: Opened):
    part = situation(opened(tab="situation"))
    part.enter("second")
    at_step(part.steps, "decided")
    part.steps.do("note")
    outcome = part.steps.line.outcome
    assert [outcome.itemText(place) for place in range(outcome.count())] == [
        "Inget än", "Bevilja", "Komplettera", "Avslå",
    ]  # fmt: skip
    assert outcome.currentIndex() == 0
    outcome.setCurrentIndex(2)
    part.steps.line.carry_out()
    assert at_step(part.steps, "decided").outcome == "Komplettera"
    part.steps.do("note")
    assert outcome.currentText() == "Komplettera"


def test_a_date_that_is_none_is_told_beneath_the_field(opened: Opened):
    part = situation(opened(tab="situation"))
    at_step(part.steps, "board")
    part.steps.do("note")
    part.steps.line.day.setText("snart")
    part.steps.line.carry_out()
    assert part.steps.line.error == "Skriv datumet som 2026-01-31."
    assert not part.steps.line.isHidden()
    assert at_step(part.steps, "board").dates == ""


def test_what_was_noted_is_taken_back_and_what_the_day_knows_stays(opened: Opened):
    followed = opened(tab="situation")
    part = situation(followed)
    part.enter("second")
    at_step(part.steps, "board")
    part.steps.do("note")
    part.steps.line.carry_out()
    assert at_step(part.steps, "board").state == "here"
    QTest.keyClick(part.steps.view, Qt.Key.Key_Delete)
    assert at_step(part.steps, "board").state == "coming"
    at_step(part.steps, "read")
    QTest.keyClick(part.steps.view, Qt.Key.Key_Delete)
    assert followed.remarks == ["Inget är antecknat om ”Läst” som kan tas tillbaka."]
    assert at_step(part.steps, "read").details == "onsdagen den 15 oktober 2025 · ifyllt av programmet"


def test_dates_that_go_backwards_are_asked_about(opened: Opened):
    followed = opened(tab="situation")
    part, own = situation(followed), followed.applications[0].id
    assert part.steps.order.isHidden()
    followed.context.commands.do(lambda: followed.session.steps.note(own, "board", date(2025, 10, 1)))
    assert part.steps.order.accessibleName() == (
        "Datumen följer inte på varandra. ”Styrelse” har ett tidigare datum än ”Reviderad”. Stämmer det?"
    )


def test_the_process_picture_is_saved_as_pdf_and_svg(opened: Opened, tmp_path: Path):
    followed = opened(tab="situation")
    part = situation(followed)
    part.steps.do("picture")
    dialog = part.findChild(DocumentDialog)
    followed.qtbot.waitUntil(lambda: not dialog.work.is_busy, timeout=LONG)
    assert dialog.pages.page_count == 1
    for form in dialog._forms:
        dialog.save(form, tmp_path / "bild")
        followed.qtbot.waitUntil(lambda: bool(dialog.notice.said), timeout=LONG)
    document = pypdfium2.PdfDocument(tmp_path / "bild.pdf")
    assert "Stegen in" in document[0].get_textpage().get_text_bounded()
    document.close()
    assert "Här är er ansökan" in (tmp_path / "bild.svg").read_text(encoding="utf-8")
    dialog.close()


def test_the_button_leads_to_the_comparison_of_that_application(opened: Opened):
    followed = opened(tab="situation")
    part = situation(followed)
    part.table.choose(1)
    assert part.compare.accessibleName() == "Visa vad som väntas"
    part.compare.click()
    assert followed.page.tab == "revised"
    assert followed.revised.body.header.number.text() == "2"


def test_columns_give_way_where_room_is_short(opened: Opened):
    part = situation(opened(tab="situation", size=(470, 500)))
    table = part.table
    assert [column for column in Column if not table.isColumnHidden(column)] == [
        Column.APPLICATION,
        Column.STEP,
        Column.REPLY,
    ]
    assert sum(table.columnWidth(column) for column in Column) <= table.viewport().width() + sum(
        table.columnWidth(column) for column in Column if table.isColumnHidden(column)
    )


def test_the_table_tells_qts_accessibility_whole_rows(opened: Opened):
    part = situation(opened(tab="situation"))
    index = part.model.index(1, Column.APPLICATION)
    said = part.model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "2 Grönt steg, Utskickad, Saknas, 4 dagar efter sista svarsdag"
    interface = QAccessible.queryAccessibleInterface(part.table)
    assert interface.text(QAccessible.Text.Name) == "Så ligger ansökningarna till"

"""The view of one table: its own order and notes, done ticks, the way on and back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from finsam_review.domain.notes import NoteContent, Place
from finsam_review.services.session import Session
from finsam_review.ui.main_window import MainWindow
from finsam_review.ui.table_view import TableView
from finsam_review.ui.table_view.order_list import OrderList, OrderModel, OrderRow
from finsam_review.ui.theme import LIGHT

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def order_of(view: TableView) -> list[str]:
    model = listed(view).model()
    return [
        str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())
    ]


def listed(view: TableView) -> OrderList:
    found = view.findChild(OrderList)
    assert found is not None
    return found


def button(view: TableView, words: str) -> QAbstractButton:
    return next(b for b in view.findChildren(QAbstractButton) if words in b.text() and b.isVisible())


def open_table(window: MainWindow, path: Path, table: int) -> TableView:
    window.open_day(path, table=table)
    view = window.centralWidget().currentWidget()
    assert isinstance(view, TableView)
    return view


def put_up(view: TableView, text: str) -> None:
    editor = view._board.order[0].editor
    editor._fields.fill(NoteContent(text))
    QTest.keyClick(editor.text_box, Qt.Key.Key_Return, CTRL)


@pytest.mark.parametrize(
    ("table", "first"), [(1, "Grönt steg"), (2, "Unga vidare"), (3, "Språkbron & <b>jobb</b>")]
)
def test_each_table_reads_in_its_own_order(
    window: MainWindow, make_day: Callable[..., Path], *, table: int, first: str
) -> None:
    view = open_table(window, make_day(), table)
    assert order_of(view)[0].startswith(f"1. {first}")
    assert len(order_of(view)) == 3


def test_other_tables_notes_are_not_shown(window: MainWindow, make_day: Callable[..., Path]) -> None:
    path = make_day()
    with Session.open(path) as session:
        frame = session.day.frame()
        topic = session.applications.all()[0].id
        for table in frame.tables:
            place = Place(topic, frame.review_questions[0].id, table.id)
            session.notes.add(place, NoteContent(f"Bord {table.letter}"))
    view = open_table(window, path, 1)
    assert [card.text for card in view._board.order[0].model.cards] == ["Bord A"]


def test_an_application_is_done_when_its_three_questions_are_answered(table_a: TableView) -> None:
    session = table_a.context.session
    frame = session.day.frame()
    topic = table_a._presenter.application_id
    for question in frame.review_questions:
        assert "inte klar" in order_of(table_a)[0]
        place = Place(topic, question.id, frame.tables[0].id)
        content = NoteContent("Klart")
        table_a.context.commands.do(lambda place=place, content=content: session.notes.add(place, content)[1])
    assert "inte klar" not in order_of(table_a)[0]
    assert "1 av 3 klara" in table_a._side._done.text()


def test_next_and_back_go_through_the_order_and_stick_up(table_a: TableView) -> None:
    ids = list(table_a._order())
    table_a._board.order[0].editor._fields.fill(NoteContent("Utan knapp"))
    assert not any("Förra" in b.text() for b in table_a.findChildren(QAbstractButton) if b.isVisible())
    button(table_a, "Unga vidare").click()
    assert table_a._presenter.application_id == ids[1]
    assert QApplication.focusWidget() is table_a._board.order[0].editor.text_box
    button(table_a, "Förra").click()
    assert table_a._presenter.application_id == ids[0]
    assert [card.text for card in table_a._board.order[0].model.cards] == ["Utan knapp"]


def test_the_last_one_sticks_up_and_stays(table_a: TableView) -> None:
    ids = list(table_a._order())
    for _step in ids[1:]:
        QTest.keyClick(table_a._board.order[0].editor.text_box, Qt.Key.Key_Down, ALT)
    table_a._board.order[1].editor._fields.fill(NoteContent("Sista"))
    QTest.keyClick(table_a._board.order[0].editor.text_box, Qt.Key.Key_Down, ALT)
    assert table_a._presenter.application_id == ids[-1]
    assert [card.text for card in table_a._board.order[1].model.cards] == ["Sista"]


def test_undo_is_offered_where_a_table_sees_it(table_a: TableView) -> None:
    put_up(table_a, "Fel")
    view = table_a._board.order[0].view
    view.choose(table_a._board.order[0].model.cards[0].note_id)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert not table_a._board.order[0].model.cards
    assert table_a._undo_line.isVisible()
    table_a._undo_line.undo_requested.emit()
    assert [card.text for card in table_a._board.order[0].model.cards] == ["Fel"]
    assert not table_a._undo_line.isVisible()


def test_it_begins_where_a_text_did_not_get_up(window: MainWindow, make_day: Callable[..., Path]) -> None:
    path = make_day()
    with Session.open(path) as session:
        frame = session.day.frame()
        topic = session.applications.all()[2].id
        place = Place(topic, frame.review_questions[1].id, frame.tables[0].id)
        session.notes.keep_draft(place, NoteContent("Hann inte"))
    view = open_table(window, path, 1)
    assert view._presenter.application_id == topic
    window.close_day()
    assert open_table(window, path, 2)._presenter.application_id != topic


def test_the_order_tells_which_texts_of_the_table_are_not_stuck_up(
    window: MainWindow, make_day: Callable[..., Path]
) -> None:
    path = make_day()
    with Session.open(path) as session:
        frame = session.day.frame()
        question, (first, second, _third) = frame.review_questions[0], frame.order_of(frame.tables[0].id)
        for topic, table in ((first, 0), (second, 0), (second, 1)):
            place = Place(topic, question.id, frame.tables[table].id)
            session.notes.keep_draft(place, NoteContent("Hann inte"))
    view = open_table(window, path, 1)
    told = [", 1 ej uppsatt" in words for words in order_of(view)]
    assert told == [True, True, False]
    view._presenter.stick_up()
    stuck = view._presenter.application_id
    here = view._order().index(stuck)
    assert "ej uppsatt" not in order_of(view)[here]


def test_a_row_is_painted_with_what_is_not_stuck_up(
    window: MainWindow, make_day: Callable[..., Path]
) -> None:
    view = open_table(window, make_day(), 1)
    rows = [OrderRow(str(place), place, "Ansökan", done=False) for place in (1, 2)]
    ink = QColor(LIGHT.warn)

    def warns() -> list[bool]:
        image = listed(view).viewport().grab().toImage()
        found = []
        for place in (0, 1):
            box = listed(view).visualRect(listed(view).model().index(place, 0))
            spots = ((x, y) for x in range(box.left(), box.right()) for y in range(box.top(), box.bottom()))
            found.append(any(image.pixelColor(x, y) == ink for x, y in spots))
        return found

    listed(view).set_rows(rows)
    listed(view).select("1")
    assert warns() == [False, False]
    listed(view).set_rows([replace(row, loose=1) for row in rows])
    assert warns() == [False, True]


def test_a_day_that_can_only_be_read_has_no_editors(
    window: MainWindow, make_day: Callable[..., Path]
) -> None:
    path = make_day()
    window._opener._take(lambda: Session.open(path, read_only=True), table=1)
    view = window.centralWidget().currentWidget()
    assert isinstance(view, TableView)
    assert not any(column.editor.isVisible() for column in view._board.order)
    assert "bara" in view._foot._state.text
    assert "bara" in window.windowTitle() or "Bord A" in window.windowTitle()


def test_the_order_is_a_sound_model(qapp: QApplication) -> None:
    model = OrderModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    rows = [OrderRow(str(place), place, f"Ansökan {place}", done=False) for place in (1, 2, 3)]
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    model.set_rows(rows)
    model.set_rows([rows[0], OrderRow("2", 2, "Ansökan 2", done=True), rows[2]])
    model.set_rows([rows[0], OrderRow("2", 2, "Ansökan 2", done=True, loose=2), rows[2]])
    assert changed == [1, 1]
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "2. Ansökan 2, klar, 2 ej uppsatta"
    assert "2 ej uppsatta" in model.index(1).data(Qt.ItemDataRole.ToolTipRole)
    assert model.place_of("3").row() == 2
    assert not model.place_of("9").isValid()
    model.set_rows(rows[:1])
    assert model.rowCount() == 1

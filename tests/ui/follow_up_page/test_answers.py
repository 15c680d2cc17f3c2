"""Whether it answers the points: by key and by mouse, with remarks, undone; and when nothing is judged."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from tests.ui.follow_up_page.conftest import Followed

from finsam_review.domain.follow_up.responses import Answer, Response
from finsam_review.services.session import Session
from finsam_review.ui.follow_up_page.answers.look import AnswerLook
from finsam_review.ui.follow_up_page.answers.row import AnswerRow, answer_rows
from finsam_review.ui.follow_up_page.answers.view import AnswersView
from finsam_review.ui.follow_up_page.rows.marked import plain
from finsam_review.ui.theme import LIGHT, Theme

Opened = Callable[..., Followed]


def answers_of(followed: Followed) -> list[str]:
    """Return what is kept in the file for each point of the first application, in order."""
    own = followed.applications[0].id
    kept = followed.session.revisions.responses(own)
    points = followed.session.revisions.points(own)
    return [kept[point.id].answer.value if point.id in kept else "" for _number, point in points]


def the_list(followed: Followed) -> AnswersView:
    """Return the list of points with the keyboard in it, the first one chosen."""
    followed.revised.enter("second")
    view = followed.revised.body.answers.view
    view.choose(view.rows.row_at(0).key)
    return view


def place_of(view: AnswersView, place: int, answer: Answer) -> QPoint:
    """Return where an answer of the point at ``place`` is pressed."""
    row, box = view.rows.row_at(place), view.visualRect(view.rows.index(place))
    assert isinstance(row, AnswerRow)
    segment = AnswerLook(Theme(LIGHT)).shape(row, box.width()).segments[answer]
    return box.topLeft() + segment.center().toPoint()


def test_the_points_stand_as_they_were_sent_with_their_tables(session: Session):
    own = session.applications.all()[0].id
    source = session.summaries.source(own)
    first = source.answers[0].points[0]
    rows = answer_rows(source, [Response(first.id, own, Answer.PARTLY, "Bara en part")])
    assert [(row.number, row.question) for row in rows] == [(1, 1), (2, 2), (3, 3)]
    assert rows[0].words.text == "Tre kommuner är en part. Minst två behövs"
    assert rows[0].tables == ((1, True), (2, False), (3, False))
    assert (rows[0].answer, rows[0].remark) == (Answer.PARTLY, "Bara en part")
    assert rows[2].words.text == "Vården är <b>bara</b> tillfrågad"


def test_a_screen_reader_hears_answer_point_tables_and_remark(session: Session):
    own = session.applications.all()[0].id
    source = session.summaries.source(own)
    first = source.answers[0].points[0]
    rows = answer_rows(source, [Response(first.id, own, Answer.PARTLY, "Bara en part")])
    assert rows[0].spoken == (
        "Delvis. Punkt 1: Tre kommuner är en part. Minst två behövs. Fråga 1. Bord A. 1 av 3 bord. "
        "Anmärkning: Bara en part."
    )
    assert rows[1].spoken.startswith("Inte bedömd. Punkt 2: Bredda styrgruppen.")


def test_keys_answer_the_chosen_point_and_the_count_follows(followed: Followed):
    view = the_list(followed)
    for key, down in ((Qt.Key.Key_1, True), (Qt.Key.Key_2, True), (Qt.Key.Key_3, False)):
        QTest.keyClick(view, key)
        if down:
            QTest.keyClick(view, Qt.Key.Key_Down)
    assert answers_of(followed) == ["answered", "partly", "not"]
    assert followed.revised.body.answers.counted.text() == "3 av 3 bedömda"


def test_zero_and_delete_take_the_answer_back(followed: Followed):
    view = the_list(followed)
    QTest.keyClick(view, Qt.Key.Key_3)
    QTest.keyClick(view, Qt.Key.Key_0)
    assert answers_of(followed) == ["", "", ""]
    QTest.keyClick(view, Qt.Key.Key_1)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert answers_of(followed) == ["", "", ""]


def test_answers_are_undone_and_done_again(followed: Followed):
    view = the_list(followed)
    QTest.keyClick(view, Qt.Key.Key_1)
    QTest.keyClick(view, Qt.Key.Key_2)
    followed.context.commands.undo()
    assert answers_of(followed)[0] == "answered"
    row = view.rows.row_at(0)
    assert isinstance(row, AnswerRow)
    assert row.answer is Answer.ANSWERED
    followed.context.commands.undo()
    followed.context.commands.redo()
    assert answers_of(followed)[0] == "answered"
    assert view.currentIndex().row() == 0


def test_a_press_chooses_and_a_press_on_the_chosen_one_clears(followed: Followed):
    view = the_list(followed)
    spot = place_of(view, 1, Answer.NOT)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert answers_of(followed) == ["", "not", ""]
    assert view.currentIndex().row() == 1
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert answers_of(followed) == ["", "", ""]


def test_a_press_beside_the_answers_only_chooses_the_point(followed: Followed):
    view = the_list(followed)
    corner = view.visualRect(view.rows.index(2)).topLeft() + QPoint(60, 14)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=corner)
    assert (view.currentIndex().row(), answers_of(followed)) == (2, ["", "", ""])


def test_a_remark_is_written_kept_with_another_answer_and_undone(followed: Followed):
    view, line = the_list(followed), followed.revised.body.answers.remark
    QTest.keyClick(view, Qt.Key.Key_2)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert line.field.hasFocus()
    line.field.insert("Regionen är med")
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    assert (line.isHidden(), view.hasFocus()) == (True, True)
    QTest.keyClick(view, Qt.Key.Key_1)
    row = view.current_row
    assert row is not None
    assert (row.answer, row.remark) == (Answer.ANSWERED, "Regionen är med")
    followed.context.commands.undo()
    followed.context.commands.undo()
    row = view.current_row
    assert row is not None
    assert (row.answer, row.remark) == (Answer.PARTLY, "")


def test_esc_leaves_the_remark_as_it_was(followed: Followed):
    view, line = the_list(followed), followed.revised.body.answers.remark
    QTest.keyClick(view, Qt.Key.Key_2)
    QTest.keyClick(view, Qt.Key.Key_Return)
    line.field.insert("Glöm det")
    QTest.keyClick(line.field, Qt.Key.Key_Escape)
    row = view.current_row
    assert row is not None
    assert (row.remark, view.hasFocus()) == ("", True)


def test_a_remark_needs_an_answer_first_and_says_so(followed: Followed):
    view = the_list(followed)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert followed.revised.body.answers.remark.isHidden()
    assert followed.remarks == [
        "Bedöm synpunkten först: 1, 2 eller 3. Sedan går det att skriva en anmärkning."
    ]


def test_n_goes_to_the_next_one_left_and_tells_when_all_are_judged(followed: Followed):
    view = the_list(followed)
    QTest.keyClick(view, Qt.Key.Key_1)
    QTest.keyClick(view, Qt.Key.Key_N)
    assert view.currentIndex().row() == 1
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_3)
    QTest.keyClick(view, Qt.Key.Key_N)
    assert view.currentIndex().row() == 1
    QTest.keyClick(view, Qt.Key.Key_2)
    QTest.keyClick(view, Qt.Key.Key_N)
    assert followed.remarks[-1] == "Alla synpunkter är bedömda."


def test_the_keys_below_the_list_do_the_same_with_the_mouse(followed: Followed):
    the_list(followed)
    keys = followed.revised.body.answers.keys
    QTest.mouseClick(keys.button("partly"), Qt.MouseButton.LeftButton)
    assert answers_of(followed)[0] == "partly"


def test_nothing_is_judged_before_a_revised_version_has_come(followed: Followed):
    part = followed.show(2)
    part.enter("second")
    QTest.keyClick(part.body.answers.view, Qt.Key.Key_1)
    assert followed.session.revisions.responses(followed.applications[1].id) == {}
    reason = "De bedöms när den reviderade versionen har kommit."
    assert (followed.remarks, part.body.answers.about.text()) == ([reason], reason)
    QTest.mouseClick(
        part.body.answers.view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=place_of(part.body.answers.view, 0, Answer.ANSWERED),
    )
    assert followed.session.revisions.all_responses() == ()


def test_points_of_a_draft_are_told_to_be_one(followed: Followed):
    own = followed.applications[0].id
    followed.context.commands.do(lambda: followed.session.summaries.reopen(own, by="Kansliet"))
    about = followed.revised.body.answers.about.text()
    assert about == "Summeringen är inte godkänd: så här ser dess synpunkter ut just nu."


def test_the_choice_goes_below_the_badges_where_room_is_short():
    look = AnswerLook(Theme(LIGHT))
    row = AnswerRow("k", 1, 1, plain("Bredda styrgruppen"), tuple((number, True) for number in range(1, 7)))
    wide, narrow = look.shape(row, 700), look.shape(row, 300)
    assert narrow.segments[Answer.ANSWERED].top() > narrow.badges.y() + 20
    assert wide.segments[Answer.ANSWERED].contains(
        wide.segments[Answer.ANSWERED].left() + 1, wide.badges.y() + 11
    )
    for shape, width in ((wide, 700), (narrow, 300)):
        assert shape.segments[Answer.NOT].right() <= width
        assert shape.segments[Answer.NOT].bottom() <= shape.height


def test_the_list_tells_qts_accessibility_every_point(followed: Followed):
    view = the_list(followed)
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.text(QAccessible.Text.Name) == "Synpunkter som skickades"
    names = [interface.child(place).text(QAccessible.Text.Name) for place in range(interface.childCount())]
    assert sum(name.startswith("Inte bedömd. Punkt") for name in names) == 3


def test_a_point_answered_elsewhere_is_shown(opened: Opened):
    followed = opened()
    own = followed.applications[0].id
    (_number, point), *_rest = followed.session.revisions.points(own)
    followed.context.commands.do(
        lambda: followed.session.revisions.answer(own, point.id, Answer.NOT, words="Nej")
    )
    row = followed.revised.body.answers.view.rows.row_at(0)
    assert isinstance(row, AnswerRow)
    assert (row.answer, row.remark) == (Answer.NOT, "Nej")

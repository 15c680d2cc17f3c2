"""What the tab shows: both sides joined, what must not leave, approval, what comes from elsewhere."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.points_page.conftest import Desk, open_desk
from tests.ui.test_accessibility import check_tab, nameless

from finsam_review.domain.notes import NoteContent, Place
from finsam_review.domain.points.sheet import Reason
from finsam_review.domain.summaries import SummaryState
from finsam_review.i18n.wording import error_text
from finsam_review.services.session import Session
from finsam_review.ui.day import DayView
from finsam_review.ui.main_window import MainWindow
from finsam_review.ui.points_page import PointsPage
from finsam_review.ui.points_page.cards.row import PointCard, SteeringGroup
from finsam_review.ui.points_page.cards.shape import CardMeasure
from finsam_review.ui.points_page.lists.wording import Mark, Words, WordsMeasure
from finsam_review.ui.points_page.work.preview import PreviewDialog
from finsam_review.ui.theme import current_theme
from finsam_review.ui.widgets.cards import EmptyState

K = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NAMED = "Samåkning, minibuss. Prata med Gun-Britt Alvén på färdtjänst"


def commands(desk: Desk):
    """Return the way in which other pages change the day."""
    return desk.page.work._context.commands


def add_note(desk: Desk, text: str, *, question: int = 1, table: int = 1) -> str:
    """Stick up a note on the application on the desk, as another page would; return its id."""
    frame = desk.session.day.frame()
    place = Place(desk.own, desk.questions[question - 1], frame.tables[table - 1].id)
    made: list[str] = []

    def act():
        note, changes = desk.session.notes.add(place, NoteContent(text))
        made.append(note.id)
        return changes

    assert commands(desk).do(act) == ""
    return made[0]


def handle_all(desk: Desk) -> None:
    """Set aside every note left on the application on the desk."""
    ids = [note.id for note in desk.session.points.unhandled(desk.own)]
    commands(desk).do(lambda: desk.session.points.set_aside(desk.own, ids, Reason.SAME))


def name_in_a_point(desk: Desk) -> None:
    """Make a point of the note that holds a name, and choose it at the right."""
    desk.press(K.Key_3, ALT)
    desk.press(K.Key_End)
    desk.press(K.Key_P)
    desk.press(K.Key_F6)


def test_a_chosen_point_lights_its_notes_and_a_chosen_note_its_point(desk: Desk):
    desk.press(K.Key_P)
    desk.press(K.Key_L)
    assert desk.lit() == ["Ingen part har en så långsam plats idag", "Tillit och rutiner innan krav"]
    desk.press(K.Key_P)
    assert desk.lit() == ["Ingen part har en så långsam plats i dag"]
    desk.press(K.Key_Home)
    assert len(desk.lit()) == 2
    assert desk.page.cards.view.card.number == 1
    desk.press(K.Key_F6)
    desk.press(K.Key_Down)
    assert desk.lit() == ["Ingen part har en så långsam plats i dag"]
    index = desk.page.notes.model.index(2)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("Hör till det som är valt bredvid.")


def test_choosing_a_point_of_another_question_shows_its_notes(desk: Desk):
    desk.press(K.Key_P)
    desk.press(K.Key_2, ALT)
    desk.press(K.Key_P)
    desk.press(K.Key_F6)
    desk.press(K.Key_Home)
    assert desk.page.notes.about == "Fråga 1 · 3 lappar"
    assert desk.lit() == ["Ingen part har en så långsam plats idag"]
    assert desk.at_cards
    desk.press(K.Key_End)
    assert desk.page.notes.about == "Fråga 2 · 2 lappar"


def test_near_equal_notes_are_pointed_out_and_nothing_is_grouped(desk: Desk, qtbot: QtBot):
    rows = desk.page.notes.model.rows
    assert rows[0].about == ("liknar 1 lapp",)
    assert rows[1].about == ()
    assert desk.session.points.sheet(desk.own).points == ()
    add_note(desk, "Ingen part har en så långsam plats idag!")
    qtbot.waitUntil(lambda: not desk.page.is_busy)
    abouts = [row.about for row in desk.page.notes.model.rows]
    assert abouts == [("liknar 2 lappar",), (), ("liknar 2 lappar",), ("liknar 2 lappar",)]


def test_the_steering_group_stands_first_with_agreement_per_party(desk: Desk):
    desk.press(K.Key_2, ALT)
    groups = [row for row in desk.page.cards.model.rows if isinstance(row, SteeringGroup)]
    (group,) = groups
    assert [name for name, _tables in group.wanted] == ["Kommun", "Region", "Arbetsförmedlingen"]
    behind = [[number for number, is_behind in tables if is_behind] for _name, tables in group.wanted]
    assert behind == [[1, 2], [1, 2], [1]]
    assert "Kommun, 2 av 3 bord" in group.spoken
    handle_all(desk)
    assert not any(isinstance(row, SteeringGroup) for row in desk.page.cards.model.rows)


def test_agreement_counts_tables_and_notes(desk: Desk):
    desk.press(K.Key_P)
    desk.press(K.Key_L)
    card = desk.page.cards.view.card
    assert card.tables == ((1, True), (2, True), (3, False))
    assert "Bord A, B" in card.spoken
    assert "2 av 3 bord" in card.spoken
    assert "2 lappar" in card.spoken


def test_a_name_is_asked_about_inside_its_card(desk: Desk):
    name_in_a_point(desk)
    notice = desk.page.cards.view.notice
    assert notice.isVisible()
    assert notice.accessibleName() == "Kan vara ett personnamn. Namn ska inte gå till den sökande."
    box = desk.page.cards.view.visualRect(desk.page.cards.view.currentIndex())
    assert box.contains(notice.geometry())
    assert desk.page.header.approve.reason == "Före godkännande: 7 lappar kvar, 1 namn"
    assert desk.page.receipt.before == desk.page.header.approve.reason


def test_m_masks_and_undo_shows_it_again(desk: Desk):
    name_in_a_point(desk)
    desk.press(K.Key_M)
    assert desk.points() == ["Samåkning, minibuss. Prata med [namn] på färdtjänst"]
    assert not desk.page.cards.view.notice.isVisible()
    assert desk.at_cards
    desk.press(K.Key_M)
    assert desk.said() == "Det finns inget i punkten som behöver maskas."
    desk.press(K.Key_Z, CTRL)
    assert desk.points() == [NAMED]
    assert desk.page.cards.view.notice.isVisible()


def test_a_name_may_be_let_stand(desk: Desk):
    name_in_a_point(desk)
    desk.page.cards.view.notice.keep_button.click()
    assert desk.points() == [NAMED]
    assert not desk.page.cards.view.notice.isVisible()
    assert desk.at_cards
    assert desk.session.summaries.open_hits(desk.own) == ()


def test_a_name_may_be_written_away(desk: Desk):
    name_in_a_point(desk)
    desk.page.cards.view.notice.rewrite_button.click()
    desk.page.writing.text.setPlainText("Samåkning med minibuss")
    desk.press(K.Key_Return, CTRL)
    assert desk.points() == ["Samåkning med minibuss"]
    assert desk.session.summaries.open_hits(desk.own) == ()


def test_several_places_are_asked_about_one_at_a_time(desk: Desk):
    add_note(desk, "Ring Gun-Britt Alvén på 0501-123 45", question=3)
    desk.press(K.Key_3, ALT)
    desk.press(K.Key_End)
    desk.press(K.Key_P)
    desk.press(K.Key_F6)
    notice = desk.page.cards.view.notice
    assert "(1 av 2)" in notice.accessibleName()
    desk.press(K.Key_M)
    assert "(" not in notice.accessibleName()
    desk.press(K.Key_M)
    assert desk.points() == ["Ring [namn] på [telefonnummer]"]


def test_an_identity_number_is_masked_in_every_view(desk: Desk):
    add_note(desk, "Som för 811228-9874 förra året")
    desk.press(K.Key_End)
    number = "811228-9874"
    assert desk.chosen() == ["Som för [personnummer] förra året"]
    desk.press(K.Key_P)
    desk.press(K.Key_F6)
    desk.press(K.Key_End)
    assert number not in "".join(desk.points())
    desk.press(K.Key_Return)
    assert desk.page.writing.text.toPlainText() == "Som för [personnummer] förra året"
    desk.press(K.Key_Escape)
    for model in (desk.page.notes.model, desk.page.cards.model):
        for row in model.rows:
            assert number not in row.spoken
    assert desk.page.header.approve.reason == "Före godkännande: 8 lappar kvar"


def test_approval_is_blocked_with_its_reason_until_nothing_is_left(desk: Desk):
    desk.press(K.Key_Return, CTRL | SHIFT)
    assert desk.page.approve_line.isHidden()
    assert desk.said() == "Före godkännande: 8 lappar kvar"
    assert desk.page.header.approve.accessibleDescription() == "Före godkännande: 8 lappar kvar"
    handle_all(desk)
    assert desk.page.header.approve.reason == ""
    assert desk.page.receipt.before == "Klar att godkänna"
    desk.press(K.Key_Return, CTRL | SHIFT)
    assert desk.focus is desk.page.approve_line.name
    desk.page.approve_line.name.clear()
    desk.press(K.Key_Return)
    assert desk.page.approve_line.error == error_text("approver_missing", {})
    assert desk.session.summaries.approval(desk.own) is None


def test_what_is_approved_stays_until_it_is_reopened_and_both_are_logged(desk: Desk):
    desk.press(K.Key_P)
    handle_all(desk)
    desk.press(K.Key_Return, CTRL | SHIFT)
    desk.page.approve_line.name.setText("Anna Ek")
    desk.press(K.Key_Return)
    assert desk.page.header.chip.state is SummaryState.APPROVED
    assert desk.page.receipt.before.startswith("Godkänd av Anna Ek den ")
    assert desk.page.cards.about == "så som den godkändes"
    before = desk.session.points.sheet(desk.own)
    for key in (K.Key_P, K.Key_L, K.Key_S, K.Key_D, K.Key_T, K.Key_M, K.Key_Return, K.Key_Delete):
        desk.press(key)
        assert desk.said() == "Summeringen är godkänd. Öppna den igen för att arbeta vidare."
    desk.press(K.Key_Up, ALT | SHIFT)
    assert desk.session.points.sheet(desk.own) == before
    desk.page.header.reopen.click()
    assert desk.page.approve_line.name.text() == "Anna Ek"
    desk.press(K.Key_Return)
    assert desk.page.header.chip.state is SummaryState.DRAFT
    assert [entry.kind for entry in desk.session.summaries.log(desk.own)] == ["approved", "reopened"]
    assert desk.statuses()[1].startswith("Åt sidan")
    desk.press(K.Key_Delete)
    assert desk.statuses()[1] == "Kvar att hantera"


def test_an_approval_is_undone(desk: Desk):
    handle_all(desk)
    desk.press(K.Key_Return, CTRL | SHIFT)
    desk.page.approve_line.name.setText("Anna Ek")
    desk.press(K.Key_Return)
    desk.press(K.Key_Z, CTRL)
    assert desk.page.header.chip.state is SummaryState.DRAFT
    assert desk.page.corner.text() == "0 av 3 godkända"


def test_what_comes_after_approval_is_told_and_changes_nothing_approved(desk: Desk):
    desk.press(K.Key_P)
    handle_all(desk)
    commands(desk).do(lambda: desk.session.summaries.approve(desk.own, by="Anna Ek"))
    points = desk.points()
    add_note(desk, "Kom för sent")
    assert desk.page.receipt.before.endswith("1 lapp har kommit efter det")
    assert desk.points() == points
    note = desk.page.presenter.desk.of_question(desk.questions[0])[0]
    commands(desk).do(lambda: desk.session.notes.edit(note.id, NoteContent("Ändrad efteråt")))
    assert desk.points() == points


def test_a_note_from_elsewhere_comes_in_without_moving_what_is_chosen(desk: Desk):
    desk.press(K.Key_P)
    key = desk.page.notes.view.current_key
    resets: list[None] = []
    for model in (desk.page.notes.model, desk.page.cards.model):
        model.modelReset.connect(lambda: resets.append(None))
    add_note(desk, "En ny lapp")
    assert desk.notes()[-1] == "En ny lapp"
    assert desk.page.notes.view.current_key == key
    assert desk.page.receipt.receipt.notes == 9
    assert resets == []


def test_a_note_taken_down_leaves_its_point_and_comes_back_with_undo(desk: Desk):
    desk.press(K.Key_P)
    (point,) = desk.session.points.sheet(desk.own).points
    commands(desk).do(lambda: desk.session.notes.remove(point.notes[0]))
    assert desk.points() == []
    assert len(desk.notes()) == 2
    desk.press(K.Key_Z, CTRL)
    assert desk.points() == ["Ingen part har en så långsam plats idag"]


def test_what_changes_while_another_page_is_shown_is_there_afterwards(desk: Desk):
    desk.press(K.Key_1, CTRL)
    assert not desk.page.isVisible()
    add_note(desk, "Skriven under tiden")
    desk.press(K.Key_2, CTRL)
    assert desk.notes()[-1] == "Skriven under tiden"


def test_an_application_that_is_put_away_gives_way_to_another(desk: Desk):
    gone = desk.own
    commands(desk).do(lambda: desk.session.applications.remove(gone))
    assert desk.own != gone
    assert desk.page.corner.text() == "0 av 2 godkända"


def test_a_day_without_applications_says_what_to_do(window: MainWindow, make_day: Callable[..., Path], qtbot):
    desk = open_desk(window, make_day(titles=()), qtbot)
    empty = desk.page.findChild(EmptyState)
    assert empty.isVisible()
    assert desk.page.corner.text() == ""


def test_an_application_without_notes_says_so(
    window: MainWindow, make_day: Callable[..., Path], qtbot: QtBot
):
    desk = open_desk(window, make_day(), qtbot)
    assert desk.page.notes.empty_words == "Inga lappar ännu. Det som borden sätter upp kommer hit."
    add_note(desk, "Den första", question=2)
    assert desk.page.notes.empty_words == "Inga lappar på den här frågan."
    desk.page.show_question(2)
    assert desk.notes() == ["Den första"]


def test_the_preview_shows_the_summary_and_is_closed_with_the_day(desk: Desk, qtbot: QtBot):
    desk.press(K.Key_P)
    desk.page.header.preview.click()
    dialog = desk.page.approving.dialog
    assert dialog.is_coming
    qtbot.waitUntil(lambda: not dialog.is_coming, timeout=60_000)
    assert dialog.problem == ""
    assert dialog.pages.page_count >= 1
    dialog.close()
    assert desk.page.approving.dialog is None
    desk.page.header.preview.click()
    desk.window.close_day()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert desk.window.findChildren(PreviewDialog) == []


def test_a_file_that_can_only_be_read_is_shown_and_left_alone(
    window: MainWindow, written: Path, qtbot: QtBot
):
    session = Session.open(written, read_only=True)
    window._opener._take(lambda: session)
    day = window.centralWidget().currentWidget()
    assert isinstance(day, DayView)
    day.show_page("summaries")
    page = day.findChild(PointsPage)
    desk = Desk(window, page, session)
    desk.press(K.Key_P)
    assert desk.said() == "Filen kan bara läsas här."
    assert page.header.approve.reason == "Filen kan bara läsas här."
    assert desk.points() == []


def test_where_room_is_short_one_side_is_seen_at_a_time(desk: Desk, qtbot: QtBot):
    desk.window.preferences.change(text_scale=1.5)
    QApplication.processEvents()
    page = desk.page
    assert page.panes.is_folded
    assert page.notes.isVisible()
    assert not page.cards.isVisible()
    desk.press(K.Key_P)
    desk.press(K.Key_F6)
    assert desk.at_cards
    assert page.cards.isVisible()
    assert not page.notes.isVisible()
    desk.press(K.Key_N)
    assert desk.at_notes
    desk.window.preferences.change(text_scale=1.0)
    QApplication.processEvents()
    assert not page.panes.is_folded
    assert page.notes.isVisible()
    assert page.cards.isVisible()


def test_the_mouse_chooses_adds_to_the_choice_and_moves_points(desk: Desk):
    view = desk.page.notes.view
    for row, modifiers in ((0, Qt.KeyboardModifier.NoModifier), (2, CTRL)):
        spot = view.visualRect(desk.page.notes.model.index(row)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifiers, spot)
    assert len(desk.chosen()) == 2
    desk.press(K.Key_Home)
    desk.press(K.Key_P)
    desk.press(K.Key_P)
    cards = desk.page.cards.view
    first, second = (card.key for card in desk.page.presenter.points)
    up, _down = cards.itemDelegate().arrows(
        cards.visualRect(cards.currentIndex()),
        cards.itemDelegate().measure.shape(cards.card, cards.visualRect(cards.currentIndex()).width()),
    )
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, up.center())
    assert [card.key for card in desk.page.presenter.points] == [second, first]
    QTest.mouseClick(
        cards.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(60, 4)
    )
    assert [card.key for card in desk.page.presenter.points] == [second, first]


@pytest.mark.parametrize("state", ["draft", "named", "approving", "aside", "writing", "folded"])
def test_every_control_has_a_name_and_tab_reaches_it(desk: Desk, state: str):
    if state == "named":
        name_in_a_point(desk)
    elif state == "approving":
        handle_all(desk)
        desk.page.approving.approve()
    elif state == "aside":
        desk.press(K.Key_S)
        desk.press(K.Key_5)
    elif state == "writing":
        desk.press(K.Key_3, ALT)
        desk.press(K.Key_Down, SHIFT)
        desk.press(K.Key_P)
    elif state == "folded":
        desk.window.preferences.change(text_scale=1.5)
    QApplication.processEvents()
    assert nameless(desk.window) == []
    check_tab(desk.window)


def test_rows_are_told_in_full_words(desk: Desk):
    desk.press(K.Key_2, ALT)
    interface = QAccessible.queryAccessibleInterface(desk.page.notes.view)
    names = [interface.child(n).text(QAccessible.Text.Name) for n in range(interface.childCount())]
    assert (
        "Lapp från bord A: AF ordinarie. Parter: Kommun, Region, Arbetsförmedlingen. Kvar att hantera."
        in names
    )


def test_user_text_is_never_taken_for_markup(desk: Desk):
    add_note(desk, "<b>fet</b> & <img src='x'>")
    desk.press(K.Key_End)
    desk.press(K.Key_P)
    assert desk.points()[-1] == "<b>fet</b> & <img src='x'>"
    application = desk.session.applications.get(desk.own)
    details = replace(application.details, title="<i>Kursiv</i> titel")
    commands(desk).do(lambda: desk.session.applications.change(desk.own, details))
    assert desk.page.header.title == "<i>Kursiv</i> titel"


def test_a_double_click_on_a_point_gives_it_other_words(desk: Desk):
    desk.press(K.Key_P)
    cards = desk.page.cards.view
    spot = cards.visualRect(cards.currentIndex()).center()
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    QTest.mouseDClick(cards.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert desk.page.writing.heading == "Skriv om punkt 1"


def test_marks_stand_right_after_signs_that_count_twice():
    measure = WordsMeasure(current_theme())
    words = Words("🌱🌱 Ring Anna nu", (Mark(8, 4),))
    (form,) = measure.laid_out(words, 400).formats()
    assert (form.start, form.length) == (10, 4)


def test_what_is_left_on_the_others_is_counted_ahead(desk: Desk, qtbot: QtBot):
    qtbot.waitUntil(lambda: not desk.page.presenter.day.count_one())
    handle_all(desk)
    desk.press(K.Key_N)
    assert desk.page.header.number == "2"


def test_a_theme_that_gets_another_name_is_followed(desk: Desk):
    desk.press(K.Key_T)
    desk.press(K.Key_1)
    desk.press(K.Key_Escape)
    assert desk.page.notes.model.rows[0].about[-1].startswith("tema ")
    frame = desk.session.day.frame()
    kept = desk.session.points.sheet(desk.own).themes_of(desk.page.notes.view.selected_keys[0])
    themes = [
        replace(theme, name="Nytt namn", short_name="Nytt") if theme.code in kept else theme
        for theme in frame.themes
    ]
    commands(desk).do(lambda: desk.session.themes.replace(themes))
    assert desk.page.notes.model.rows[0].about[-1] == "tema Nytt"


@pytest.mark.parametrize(
    "themes", [(), ("Behov",), ("Befintlig verksamhet", "Behov", "Två parter, förankrat")]
)
def test_the_height_of_a_card_is_that_of_its_shape(themes: tuple[str, ...]):
    measure = CardMeasure(current_theme())
    card = PointCard("p", "q", 1, Words("Ord " * 30), ((1, True), (2, False)), ("n",), themes)
    assert measure.height(card, 420) == measure.shape(card, 420).height

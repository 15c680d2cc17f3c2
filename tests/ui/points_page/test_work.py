"""Work on the tab by keyboard alone: from the first note of three applications to their approval."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.ui.points_page.conftest import Desk

from finsam_review.domain.points.sheet import Reason
from finsam_review.domain.summaries import SummaryState
from finsam_review.i18n.wording import error_text
from finsam_review.ui.points_page.lines.options import Option

K = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT = "Kvar att hantera"


def point_ids(desk: Desk, question: int) -> list[str]:
    """Return the ids of the points of question 1, 2 or 3."""
    sheet = desk.session.points.living(desk.own)
    return [point.id for point in sheet.of_question(desk.questions[question - 1])]


def test_work_begins_at_the_first_note_that_is_left(desk: Desk):
    assert desk.at_notes
    assert desk.page.header.number == "1"
    assert desk.chosen() == ["Ingen part har en så långsam plats idag"]
    assert desk.statuses() == [LEFT] * 3


def test_three_applications_from_first_note_to_approval_by_keyboard_alone(desk: Desk):
    for number in (1, 2, 3):
        assert desk.page.header.number == str(number)
        desk.press(K.Key_P)
        desk.press(K.Key_P)
        desk.press(K.Key_S)
        desk.press(K.Key_1)
        desk.press(K.Key_N)
        desk.press(K.Key_P)
        desk.press(K.Key_L)
        desk.press(K.Key_N)
        desk.press(K.Key_Down, SHIFT)
        desk.press(K.Key_P)
        desk.press(K.Key_Return, CTRL)
        desk.press(K.Key_P)
        desk.press(K.Key_F6)
        desk.press(K.Key_End)
        desk.press(K.Key_M)
        receipt = desk.session.points.receipt(desk.own)
        assert (receipt.notes, receipt.quoted, receipt.merged, receipt.set_aside) == (8, 3, 4, 1)
        desk.press(K.Key_Return, CTRL | SHIFT)
        if number == 1:
            desk.type("Anna Ek")
        desk.press(K.Key_Return)
        approval = desk.session.summaries.approval(desk.own)
        assert approval is not None
        assert (approval.state, approval.approved_by) == (SummaryState.APPROVED, "Anna Ek")
        if number < 3:
            desk.press(K.Key_N)
    assert desk.page.corner.text() == "3 av 3 godkända"
    desk.press(K.Key_N)
    assert desk.said() == "Inga lappar är kvar, och alla summeringar är godkända."


def test_a_note_becomes_a_point_and_the_next_one_is_chosen(desk: Desk):
    desk.press(K.Key_P)
    assert desk.points() == ["Ingen part har en så långsam plats idag"]
    assert desk.chosen() == ["Tillit och rutiner innan krav"]
    assert desk.statuses() == ["Citerad, punkt 1", LEFT, LEFT]
    assert desk.at_notes


def test_several_notes_become_one_text_and_every_note_is_kept(desk: Desk):
    desk.press(K.Key_Down, SHIFT)
    desk.press(K.Key_P)
    writing = desk.page.writing
    assert writing.heading == "En text av 2 lappar"
    assert desk.focus is writing.text
    assert (
        writing.text.toPlainText() == "Ingen part har en så långsam plats idag\nTillit och rutiner innan krav"
    )
    writing.text.setPlainText("Långsamt och tryggt")
    desk.press(K.Key_Return, CTRL)
    assert desk.points() == ["Långsamt och tryggt"]
    assert desk.statuses() == ["Punkt 1", "Punkt 1", LEFT]
    assert desk.chosen() == ["Ingen part har en så långsam plats i dag"]
    (point,) = desk.session.points.sheet(desk.own).points
    assert len(point.notes) == 2
    assert desk.page.cards.view.card.counted == "2 lappar"


def test_notes_apart_from_each_other_are_chosen_with_ctrl(desk: Desk):
    desk.press(K.Key_Down, CTRL)
    desk.press(K.Key_Down, CTRL)
    desk.press(K.Key_Space, CTRL)
    assert desk.chosen() == [
        "Ingen part har en så långsam plats idag",
        "Ingen part har en så långsam plats i dag",
    ]


def test_esc_closes_the_editor_and_what_was_written_comes_back(desk: Desk):
    desk.press(K.Key_Down, SHIFT)
    desk.press(K.Key_P)
    desk.page.writing.text.setPlainText("Halvfärdigt")
    desk.press(K.Key_Escape)
    assert desk.page.writing.isHidden()
    assert desk.at_notes
    assert desk.points() == []
    desk.press(K.Key_P)
    assert desk.page.writing.text.toPlainText() == "Halvfärdigt"


def test_an_empty_text_is_refused_where_it_is_written(desk: Desk):
    desk.press(K.Key_Down, SHIFT)
    desk.press(K.Key_P)
    desk.page.writing.text.clear()
    desk.press(K.Key_Return, CTRL)
    assert desk.page.writing.error == "Punkten behöver en text. Inget är ändrat."
    assert not desk.page.writing.isHidden()
    assert desk.points() == []


def test_going_to_another_application_carries_out_what_is_being_written(desk: Desk):
    first = desk.own
    desk.press(K.Key_Down, SHIFT)
    desk.press(K.Key_P)
    desk.page.writing.text.setPlainText("Klart nog")
    desk.press(K.Key_Down, ALT)
    assert desk.page.header.number == "2"
    assert [point.text for point in desk.session.points.sheet(first).points] == ["Klart nog"]


def test_a_text_that_nobody_touched_makes_no_point_when_one_leaves(desk: Desk):
    first = desk.own
    desk.press(K.Key_Down, SHIFT)
    desk.press(K.Key_P)
    desk.press(K.Key_Down, ALT)
    assert desk.session.points.sheet(first).points == ()


def test_challenge_and_proposal_are_kept_together(desk: Desk):
    desk.press(K.Key_3, ALT)
    desk.press(K.Key_Down)
    desk.press(K.Key_P)
    assert desk.points() == ["Sårbart med bara två ledare Förslag: En vikariepool"]
    desk.press(K.Key_F6)
    desk.press(K.Key_Return)
    writing = desk.page.writing
    both = writing.text.toPlainText(), writing.proposal.toPlainText()
    assert both == ("Sårbart med bara två ledare", "En vikariepool")
    writing.proposal.setPlainText("En vikariepool med daglig verksamhet")
    desk.press(K.Key_Return, CTRL)
    (point,) = desk.session.points.sheet(desk.own).points
    assert (point.text, point.proposal) == (
        "Sårbart med bara två ledare",
        "En vikariepool med daglig verksamhet",
    )


def test_a_note_is_added_to_the_chosen_point(desk: Desk):
    desk.press(K.Key_P)
    desk.press(K.Key_L)
    assert desk.points() == ["Ingen part har en så långsam plats idag"]
    assert desk.statuses() == ["Punkt 1", "Punkt 1", LEFT]


def test_without_a_point_that_fits_its_number_is_asked_for(desk: Desk):
    desk.press(K.Key_P)
    desk.press(K.Key_P)
    desk.page.cards.view.unchoose()
    desk.press(K.Key_L)
    choice = desk.page.choice
    assert choice.heading == "Lägg till lappen i punkt"
    assert [option.words for option in choice.list.options] == desk.points()
    desk.press(K.Key_2)
    assert choice.isHidden()
    assert desk.statuses() == ["Citerad, punkt 1", "Punkt 2", "Punkt 2"]


def test_without_any_point_one_is_told_how_to_make_one(desk: Desk):
    desk.press(K.Key_L)
    assert desk.said() == "Här finns ingen punkt ännu. P gör en."
    assert desk.page.choice.isHidden()


def test_numbers_beyond_nine_are_typed_in_full(desk: Desk):
    picked: list[str] = []
    desk.page.choice.ask("Vilken?", [Option(f"k{n}", f"Val {n}") for n in range(1, 13)], picked.append)
    desk.press(K.Key_1)
    assert picked == []
    desk.press(K.Key_2)
    assert picked == ["k12"]
    desk.press(K.Key_3)
    assert picked == ["k12", "k3"]
    desk.press(K.Key_1)
    desk.press(K.Key_Return)
    assert picked == ["k12", "k3", "k1"]


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        (K.Key_1, Reason.SAME),
        (K.Key_2, Reason.UNCLEAR),
        (K.Key_3, Reason.ELSEWHERE),
        (K.Key_4, Reason.PERSONAL),
    ],
)
def test_a_note_is_set_aside_with_a_reason_of_the_list(desk: Desk, key: Qt.Key, reason: Reason):
    desk.press(K.Key_S)
    desk.press(key)
    (aside,) = desk.session.points.sheet(desk.own).aside
    assert aside.reason is reason
    assert desk.statuses()[0].startswith("Åt sidan: ")
    assert desk.chosen() == ["Tillit och rutiner innan krav"]


def test_a_note_is_set_aside_in_own_words_that_must_say_something(desk: Desk):
    desk.press(K.Key_S)
    desk.press(K.Key_5)
    desk.press(K.Key_Return)
    assert desk.page.choice.error == error_text("reason_missing", {})
    desk.type("handlar om lunchen")
    desk.press(K.Key_Return)
    (aside,) = desk.session.points.sheet(desk.own).aside
    assert (aside.reason, aside.words) == (Reason.OWN, "handlar om lunchen")
    assert desk.statuses()[0] == "Åt sidan: handlar om lunchen"
    assert desk.at_notes


def test_esc_sets_nothing_aside(desk: Desk):
    desk.press(K.Key_S)
    desk.press(K.Key_Escape)
    assert desk.page.choice.isHidden()
    assert desk.at_notes
    assert desk.statuses() == [LEFT] * 3


def test_a_note_is_let_go_and_left_again(desk: Desk):
    desk.press(K.Key_P)
    desk.press(K.Key_Up)
    desk.press(K.Key_Delete)
    assert desk.points() == []
    assert desk.statuses()[0] == LEFT
    desk.press(K.Key_Delete)
    assert desk.said() == "Lappen är redan kvar att hantera."


def test_a_point_is_split_into_quotes(desk: Desk):
    desk.press(K.Key_P)
    desk.press(K.Key_L)
    desk.press(K.Key_D)
    assert desk.points() == ["Ingen part har en så långsam plats idag", "Tillit och rutiner innan krav"]
    desk.press(K.Key_D)
    assert desk.said() == "Punkten består av en enda lapp."


def test_a_point_is_given_other_words(desk: Desk):
    desk.press(K.Key_P)
    desk.press(K.Key_F6)
    assert desk.at_cards
    desk.press(K.Key_Return)
    desk.page.writing.text.setPlainText("En lugn plats")
    desk.press(K.Key_Return, CTRL)
    assert desk.points() == ["En lugn plats"]
    assert desk.at_cards
    assert desk.page.receipt.receipt.quoted == 1


def test_points_change_places(desk: Desk):
    desk.press(K.Key_P)
    desk.press(K.Key_P)
    first, second = point_ids(desk, 1)
    desk.press(K.Key_Up, ALT | SHIFT)
    assert point_ids(desk, 1) == [second, first]
    assert desk.page.cards.view.card.key == second
    desk.press(K.Key_Down, ALT | SHIFT)
    assert point_ids(desk, 1) == [first, second]


def test_a_theme_is_set_on_a_note_and_on_a_point(desk: Desk):
    themes = desk.session.day.frame().themes
    desk.press(K.Key_T)
    options = desk.page.choice.list.options
    assert {option.key for option in options} == {theme.code for theme in themes}
    chosen = options[0].key
    desk.press(K.Key_1)
    assert desk.page.choice.list.options[0].ticked is True
    desk.press(K.Key_Return)
    assert desk.page.choice.isHidden()
    note = desk.page.notes.view.selected_keys[0]
    assert desk.session.points.sheet(desk.own).themes_of(note) == (chosen,)
    desk.press(K.Key_P)
    desk.press(K.Key_F6)
    desk.press(K.Key_T)
    desk.press(K.Key_2)
    desk.press(K.Key_Escape)
    (card,) = desk.page.presenter.points
    assert len(card.themes) == 1
    assert desk.at_cards


def test_themes_that_the_words_hint_at_come_first(desk: Desk):
    desk.press(K.Key_P)
    desk.press(K.Key_F6)
    desk.press(K.Key_Return)
    desk.page.writing.text.setPlainText("Hur tar kommunen över efter projektet, är det budgeterat?")
    desk.press(K.Key_Return, CTRL)
    desk.press(K.Key_T)
    first = desk.page.choice.list.options[0]
    assert (first.key, first.remark) == ("implementation", "förslag")


def test_implementation_is_not_demanded_of_a_preparatory_measure(desk: Desk):
    commands = desk.page.work._context.commands
    application = desk.session.applications.get(desk.own)
    details = replace(application.details, kind="forberedande")
    commands.do(lambda: desk.session.applications.change(desk.own, details))
    desk.press(K.Key_P)
    desk.press(K.Key_F6)
    desk.press(K.Key_T)
    options = {option.key: option for option in desk.page.choice.list.options}
    assert options["implementation"].remark == "krävs inte av en förberedande insats"
    place = [option.key for option in desk.page.choice.list.options].index("implementation")
    desk.press(Qt.Key(int(K.Key_1) + place))
    (card,) = desk.page.presenter.points
    assert card.themes == ("Implementering – krävs inte av en förberedande insats",)


def test_n_goes_on_to_the_next_question_and_says_so(desk: Desk):
    for _note in range(3):
        desk.press(K.Key_P)
    assert desk.said() == "Fråga 1 är klar. N går vidare."
    desk.press(K.Key_N)
    assert desk.said() == "Fråga 1 är klar. Nu fråga 2."
    assert desk.notes() == ["AF ordinarie", "Kommun och region"]
    assert desk.chosen() == ["AF ordinarie"]


def test_n_goes_past_what_is_done_and_round(desk: Desk):
    desk.press(K.Key_Down)
    desk.press(K.Key_P)
    assert desk.chosen() == ["Ingen part har en så långsam plats i dag"]
    desk.press(K.Key_P)
    assert desk.chosen() == ["Ingen part har en så långsam plats idag"]


def test_n_goes_to_the_next_application_when_this_one_is_done(desk: Desk):
    ids = [note.id for note in desk.session.points.unhandled(desk.own)]
    points = desk.session.points
    desk.page.work._context.commands.do(lambda: points.set_aside(desk.own, ids, Reason.SAME))
    desk.press(K.Key_N)
    assert desk.page.header.number == "2"
    assert desk.said() == "Ansökan 1 har inga lappar kvar. Nu ansökan 2."
    assert desk.at_notes


def test_everything_is_undone_and_done_again(desk: Desk):
    before = desk.session.points.sheet(desk.own)
    desk.press(K.Key_P)
    desk.press(K.Key_L)
    desk.press(K.Key_S)
    desk.press(K.Key_1)
    after = desk.session.points.sheet(desk.own)
    for _step in range(3):
        desk.press(K.Key_Z, CTRL)
    assert desk.session.points.sheet(desk.own) == before
    assert desk.points() == []
    assert desk.statuses() == [LEFT] * 3
    assert desk.page.receipt.receipt.left == 8
    for _step in range(3):
        desk.press(K.Key_Y, CTRL)
    assert desk.session.points.sheet(desk.own) == after
    assert desk.page.receipt.receipt.left == 5
    assert desk.at_notes


def test_the_receipt_balances_after_every_step_and_is_one_sentence(desk: Desk):
    for key in (K.Key_P, K.Key_L, K.Key_P, K.Key_D, K.Key_Delete):
        desk.press(key)
        receipt = desk.page.receipt.receipt
        assert receipt.balances
        assert receipt == desk.session.points.receipt(desk.own)
    desk.press(K.Key_S)
    desk.press(K.Key_2)
    said = desk.page.receipt.accessibleName()
    assert said.startswith("8 lappar: ")
    assert "1 åt sidan (1 går inte att " in said
    assert said.endswith("kvar.")


def test_alt_and_numbers_go_between_questions_and_arrows_between_applications(desk: Desk):
    desk.press(K.Key_2, ALT)
    assert desk.page.notes.about == "Fråga 2 · 2 lappar"
    desk.press(K.Key_3, ALT)
    assert desk.page.notes.about == "Fråga 3 · 3 lappar"
    desk.press(K.Key_Down, ALT)
    assert desk.page.header.number == "2"
    desk.press(K.Key_Up, ALT)
    desk.press(K.Key_Up, ALT)
    assert desk.page.header.number == "1"


def test_f6_goes_between_the_lists_and_on_to_the_rail(desk: Desk):
    desk.press(K.Key_P)
    desk.press(K.Key_F6)
    assert desk.at_cards
    desk.press(K.Key_F6, SHIFT)
    assert desk.at_notes
    desk.press(K.Key_F6)
    desk.press(K.Key_F6)
    assert not desk.page.isAncestorOf(desk.focus)
    desk.press(K.Key_F6)
    assert desk.at_notes


def test_letters_are_letters_where_one_writes(desk: Desk):
    desk.press(K.Key_Down, SHIFT)
    desk.press(K.Key_P)
    desk.page.writing.text.clear()
    desk.type("plsdtnm")
    assert desk.page.writing.text.toPlainText() == "plsdtnm"
    assert desk.points() == []


def test_a_key_as_a_button_does_the_same_and_gives_the_list_back(desk: Desk):
    desk.page.notes.keys.button("point").click()
    assert desk.points() == ["Ingen part har en så långsam plats idag"]
    assert desk.at_notes
    QApplication.processEvents()
    desk.page.cards.keys.button("themes").click()
    assert not desk.page.choice.isHidden()

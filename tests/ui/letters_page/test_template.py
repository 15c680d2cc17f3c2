"""The template of all letters: written beside what it makes, kept at each pause, refused where wrong."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.letters_page.conftest import Opened
from tests.ui.letters_page.seeing import rest, row, show

from finsam_review.domain.outgoing.template import Field, MailTemplate
from finsam_review.services.session import Session
from finsam_review.ui.context import DayContext
from finsam_review.ui.letters_page import LettersPage
from finsam_review.ui.letters_page.template.form import TemplateForm

Key = Qt.Key


def editing(page: LettersPage, qtbot: QtBot, number: int = 1) -> TemplateForm:
    """Open the template at a letter and return its fields."""
    show(qtbot, page, number)
    page.letter.head.template.click()
    assert page.is_editing
    return page.editor.form


def pause(page: LettersPage, qtbot: QtBot) -> None:
    """Wait until what was written has been kept, or refused."""
    qtbot.waitUntil(lambda: not page.editor.is_busy)


def test_it_opens_with_the_template_in_use_and_what_it_makes(opened: Opened, qtbot: QtBot, session: Session):
    page = opened()
    form = editing(page, qtbot)
    assert form.template == session.outbox.template()
    assert form.body.hasFocus()
    assert page.editor.made.startswith("Synpunkter på er ansökan Ansökan 1\nHej Lovisa!")


def test_what_is_written_is_kept_at_a_pause_and_undone_as_one_step(
    opened: Opened, qtbot: QtBot, session: Session, context: DayContext
):
    page = opened()
    form, own = editing(page, qtbot), session.outbox.template()
    for text in ("Hej!", "Hej! Svara senast {sista_svarsdag}."):
        form.body.setPlainText(text)
        pause(page, qtbot)
    assert session.outbox.template().body == "Hej! Svara senast {sista_svarsdag}."
    assert page.editor.made.endswith("Hej! Svara senast fredagen den 31 oktober 2025.")
    context.commands.undo()
    assert session.outbox.template() == own
    assert form.template == own


def test_a_field_that_does_not_exist_is_refused_beside_where_it_stands(
    opened: Opened, qtbot: QtBot, session: Session
):
    page = opened()
    form, own = editing(page, qtbot), session.outbox.template()
    form.subject.setText("Om {rubrik}")
    pause(page, qtbot)
    assert form.errors[0].startswith("Det finns inget fält som heter {rubrik}.")
    assert form.errors[1] == ""
    assert session.outbox.template() == own
    QTest.keyClick(form.body, Key.Key_Escape)
    assert page.is_editing
    assert form.subject.hasFocus()
    assert form.subject.text() == "Om {rubrik}"
    form.subject.setText("Om {titel}")
    page.editor.done.click()
    assert not page.is_editing
    assert session.outbox.template().subject == "Om {titel}"
    rest(qtbot, page)
    assert page.letter.card.said.startswith("Om Ansökan 1\n")
    assert page.listing.view.hasFocus()


def test_a_day_that_is_none_is_refused_below_the_body(opened: Opened, qtbot: QtBot, session: Session):
    page = opened()
    form, own = editing(page, qtbot), session.outbox.template()
    form.body.setPlainText("Svara senast fredagen den 15 oktober.")
    pause(page, qtbot)
    assert "är ingen fredag utan en onsdag" in form.errors[1]
    assert session.outbox.template() == own


def test_a_button_puts_its_field_where_the_caret_was(opened: Opened, qtbot: QtBot, session: Session):
    page = opened()
    form = editing(page, qtbot)
    form.subject.setFocus()
    form.subject.setText("Om ")
    form.subject.setCursorPosition(3)
    form.insert(Field.DIARY_NUMBER)
    assert form.subject.text() == "Om {diarienummer}"
    assert form.subject.hasFocus()
    form.body.setPlainText("")
    form.body.setFocus()
    form.insert(Field.SENDER)
    assert form.body.toPlainText() == "{avsändare}"
    pause(page, qtbot)
    assert session.outbox.template() == MailTemplate("Om {diarienummer}", "{avsändare}")


def test_the_program_s_own_template_comes_back_and_that_can_be_undone(
    opened: Opened, qtbot: QtBot, session: Session, context: DayContext
):
    own = session.outbox.template()
    session.outbox.change_template(MailTemplate("Ämne", "Kort."))
    page = opened()
    form = editing(page, qtbot)
    assert form.body.toPlainText() == "Kort."
    with qtbot.waitSignal(context.commands.undoable):
        page.editor.reset.click()
    assert session.outbox.template() == form.template == own
    context.commands.undo()
    assert form.template == MailTemplate("Ämne", "Kort.")


def test_another_letter_is_made_from_it_when_another_is_chosen(opened: Opened, qtbot: QtBot):
    page = opened()
    editing(page, qtbot)
    page.choose(row(page, 2).application_id)
    assert page.editor.made.startswith("Synpunkter på er ansökan Ansökan 2\n")
    assert page.is_editing


def test_leaving_the_day_keeps_what_was_written_in_the_last_moment(
    opened: Opened, qtbot: QtBot, session: Session
):
    page = opened()
    form = editing(page, qtbot)
    form.body.setPlainText("I sista stund.")
    page.leave()
    assert session.outbox.template().body == "I sista stund."


def test_a_template_that_can_not_be_kept_is_not_lost_by_going_to_the_list(
    opened: Opened, qtbot: QtBot, session: Session
):
    page = opened()
    form = editing(page, qtbot)
    form.body.setPlainText("Hej {förnamn")
    page.open_letter(row(page, 2).application_id)
    assert page.is_editing
    page.deeds.tick(row(page, 2).application_id)
    assert page.listing.view.sent_line is not None
    assert form.body.toPlainText() == "Hej {förnamn"
    form.body.setPlainText("Hej {förnamn}")
    page.open_letter(row(page, 2).application_id)
    assert not page.is_editing
    assert session.outbox.template().body == "Hej {förnamn}"
    rest(qtbot, page)


def test_the_list_is_read_again_when_the_template_is_done_with(
    opened: Opened, qtbot: QtBot, session: Session
):
    page = opened()
    show(qtbot, page, 1)
    page.deeds.saving.tick(
        row(page, 1).application_id, date(2025, 10, 16), roles=page.listing.roles, has_draft=False
    )
    rest(qtbot, page)
    page.deeds.tick(row(page, 1).application_id)
    assert row(page, 1).look.words == "Utkast sparat"
    form = editing(page, qtbot)
    form.subject.setText("Om {ansökan}")
    page.editor.done.click()
    assert row(page, 1).look.words == "Spara igen"
    rest(qtbot, page)

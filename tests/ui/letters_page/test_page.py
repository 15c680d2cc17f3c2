"""The tab Brev: what is listed, what is shown, what is saved, and that nothing of it is lost."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea
from pytestqt.qtbot import QtBot
from tests.services.outgoing.addressing import address, answer
from tests.services.outgoing.approving import approve
from tests.ui.letters_page.conftest import Opened
from tests.ui.letters_page.seeing import numbers, rest, row, show, text_of

from finsam_review.domain.changes import Changes
from finsam_review.domain.errors import UserError
from finsam_review.domain.outgoing.template import MailTemplate
from finsam_review.services.outgoing.outbox import LetterState
from finsam_review.services.session import Session
from finsam_review.ui.context import DayContext
from finsam_review.ui.letters_page import LettersPage
from finsam_review.ui.letters_page.listing.letter_list import LetterListModel
from finsam_review.ui.letters_page.listing.rows import letter_rows
from finsam_review.ui.theme import LIGHT, TEXT_SCALES, Theme, apply_theme
from finsam_review.ui.widgets.cards import EmptyState
from finsam_review.ui.widgets.labels import Label

Key = Qt.Key


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that a person chooses when asked for one."""
    chosen = tmp_path / "Utkast"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(chosen))
    return chosen


def save(page: LettersPage, qtbot: QtBot) -> None:
    """Press the filled button and wait until all is saved."""
    page.listing.save.click()
    rest(qtbot, page)


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


def sideways(page: LettersPage) -> list[str]:
    """Return what makes the page wider than it is, or scroll to the side."""
    found = [f"{page.minimumSizeHint().width()} px"] if page.minimumSizeHint().width() > page.width() else []
    areas = [area for area in page.findChildren(QScrollArea) if area.isVisible()]
    return found + [str(area) for area in areas if area.horizontalScrollBar().maximum()]


def test_the_model_keeps_qts_rules(session: Session, qtbot: QtBot):
    model = LetterListModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows = letter_rows(session.outbox.rows(), is_outdated=lambda _dispatch: False)
    model.set_rows(rows)
    model.set_rows((replace(rows[0], address="annan@hjo.example"), *rows[1:]))
    model.set_rows(rows[:1])
    assert tester.model() is model
    assert model.rowCount() == 1


def test_what_has_to_be_seen_to_stands_first(opened: Opened):
    page = opened()
    assert numbers(page) == [3, 4, 1, 2]
    assert [row.look.words for row in page.presenter.rows] == [
        "E-post saknas", "Inte godkänd", "Utkast klart", "Utkast klart",
    ]  # fmt: skip
    assert page.listing.said == "0 av 4 skickade · 2 utkast klara · 2 att åtgärda"
    assert page.listing.save.accessibleName() == "Spara 2 utkast"
    assert row(page, 3).second_line == "Lägg till en adress, så blir utkastet klart"


def test_a_screen_reader_hears_the_row_in_full_and_its_tick(opened: Opened):
    page = opened()
    model = page.listing.view.letters
    index = model.index(model.place_of(row(page, 1).application_id))
    said = model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "1 Ansökan 1, Utkast klart, lovisa@hjo.kommun.example, inte skickat"
    assert model.data(index, Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Unchecked
    assert model.flags(index) & Qt.ItemFlag.ItemIsUserCheckable


def test_the_exact_mail_stands_beside_the_exact_page(opened: Opened, qtbot: QtBot):
    page = opened()
    show(qtbot, page, 1)
    shown = page.letter.card.shown
    assert shown is not None
    assert shown.to == page.letter.card.address.shown == "lovisa@hjo.kommun.example"
    said = page.letter.card.said
    assert said.startswith("Synpunkter på er ansökan Ansökan 1\nAnsökan 1.pdf · ")
    assert "fredagen den 31 oktober 2025" in said
    assert "Lapp 0: långsamt tempo" in text_of(shown.pdf)
    assert page.letter.pages.page_count >= 1
    assert not page.letter.is_coming


def test_the_words_are_there_before_the_pages(opened: Opened, qtbot: QtBot):
    page = opened()
    page.choose(row(page, 2).application_id)
    qtbot.waitUntil(lambda: not page.presenter.is_waiting)
    assert page.letter.card.shown is not None
    assert page.letter.card.shown.application_id == row(page, 2).application_id
    assert page.letter.card.said.startswith("Synpunkter på er ansökan Ansökan 2")
    rest(qtbot, page)


def test_drafts_are_saved_where_asked_and_kept_in_the_outbox_byte_for_byte(
    opened: Opened, qtbot: QtBot, session: Session, folder: Path
):
    page = opened()
    save(page, qtbot)
    assert sorted(path.name for path in folder.iterdir()) == ["Ansökan 1.eml", "Ansökan 2.eml"]
    assert page.listing.panel.said.startswith("2 utkast är sparade. Du hittar dem i mappen Utkast.")
    assert [row(page, number).state for number in (1, 2)] == [LetterState.DRAFTED] * 2
    for dispatch in session.outbox.dispatches():
        name = dispatch.files[0].file_name
        assert (folder / name).read_bytes() == session.outbox.content(dispatch.sha256)
    assert page.listing.said == "0 av 4 skickade · 2 sparade · 2 att åtgärda"
    assert page.listing.save.accessibleName() == "Spara 2 utkast igen"


def test_only_what_is_approved_and_addressed_is_drafted(
    opened: Opened, qtbot: QtBot, session: Session, folder: Path
):
    page = opened()
    save(page, qtbot)
    drafted = {dispatch.application_id for dispatch in session.outbox.dispatches()}
    assert drafted == {row(page, 1).application_id, row(page, 2).application_id}
    show(qtbot, page, 4)
    menu = page.letter.head.menu()
    blocked = {action.text(): action.isEnabled() for action in menu.actions() if action.text()}
    menu.deleteLater()
    assert blocked["Spara bara det här utkastet"] is False
    assert page.letter.notice.startswith("Summeringen är inte godkänd.")
    with qtbot.waitSignal(page.summary_requested):
        page.letter.summary_asked.emit()


def test_stopping_keeps_what_is_saved_and_the_outbox_knows_it(
    opened: Opened, qtbot: QtBot, session: Session, folder: Path
):
    page = opened()
    rest(qtbot, page)
    page.work.stepped.connect(lambda _step: page.work.cancel())
    save(page, qtbot)
    saved = len(list(folder.glob("*.eml")))
    assert 1 <= saved <= 2
    assert len(session.outbox.dispatches()) == saved
    assert not list(folder.glob(".finsam-*"))
    assert str(saved) in page.listing.panel.said or "Utkastet" in page.listing.panel.said


def test_one_that_no_table_has_read_does_not_stop_the_others(
    opened: Opened, qtbot: QtBot, session: Session, folder: Path
):
    second = session.applications.all()[1].id
    session.summaries.reopen(second)
    session.day.set_readings([r for r in session.day.frame().readings if r.application_id != second])
    approve(session, second)
    page = opened()
    show(qtbot, page, 2)
    why = "Inget bord har läst ansökan ännu, så det finns inget att skicka."
    assert page.letter.notice == f"Brevet går inte att göra. {why}"
    assert page.letter.card.said.strip() == ""
    assert page.letter.pages.page_count == 0
    save(page, qtbot)
    assert [path.name for path in folder.iterdir()] == ["Ansökan 1.eml"]
    assert page.listing.panel.said.startswith("1 av 2 utkast är sparade.")
    reasons = [label.text() for label in page.listing.panel.message.findChildren(Label)]
    assert f"Ansökan 2: {why}" in reasons
    page.choose(row(page, 1).application_id)
    rest(qtbot, page)
    assert page.letter.card.said.startswith("Synpunkter på er ansökan Ansökan 1")


def test_leaving_in_the_midst_keeps_every_draft_that_lies_in_the_folder(
    opened: Opened, qtbot: QtBot, session: Session, folder: Path
):
    page = opened()
    rest(qtbot, page)
    page.listing.save.click()
    qtbot.waitUntil(lambda: page.work.is_busy)
    page.leave()
    assert not page.is_busy
    names = sorted(path.name for path in folder.glob("*.eml"))
    assert names
    assert names == sorted(dispatch.files[0].file_name for dispatch in session.outbox.dispatches())
    assert not list(folder.glob(".finsam-*"))


def test_a_folder_that_can_not_be_written_is_told(
    opened: Opened, qtbot: QtBot, session: Session, folder: Path
):
    page = opened()
    folder.write_text("", encoding="utf-8")
    save(page, qtbot)
    assert page.listing.panel.said.startswith("Utkasten är inte sparade.")
    assert session.outbox.dispatches() == ()


def test_a_draft_that_the_day_can_not_keep_is_told_and_stops_the_rest(
    opened: Opened, qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch, folder: Path
):
    page = opened()

    def full(_made: object) -> Changes:
        raise UserError("disk_full")

    monkeypatch.setattr(session.outbox, "keep", full)
    save(page, qtbot)
    assert page.listing.panel.said.startswith("Utkasten finns inte kvar i utskicket.")
    assert session.outbox.dispatches() == ()


def test_a_letter_that_changed_since_it_was_saved_is_pointed_out_and_saved_again_alone(
    opened: Opened, qtbot: QtBot, session: Session, context: DayContext, folder: Path
):  # fmt: skip
    page = opened()
    save(page, qtbot)
    first = row(page, 1).application_id
    details = session.applications.get(first).details
    context.commands.do(
        lambda: session.applications.change(first, replace(details, contact_email="ny@hjo.kommun.example"))
    )
    assert row(page, 1).look.words == "Spara igen"
    assert not row(page, 2).outdated
    show(qtbot, page, 1)
    assert page.letter.notice.startswith("Brevet har ändrats sedan utkastet sparades.")
    assert page.listing.save.accessibleName() == "Spara 1 utkast"
    save(page, qtbot)
    assert row(page, 1).look.words == "Utkast sparat"
    assert session.outbox.rows()[0].dispatch.recipient == "ny@hjo.kommun.example"


def test_word_goes_along_where_it_is_ticked(opened: Opened, qtbot: QtBot, session: Session, folder: Path):
    page = opened()
    show(qtbot, page, 1)
    page.listing.with_word.click()
    rest(qtbot, page)
    assert "Ansökan 1.docx · " in page.letter.card.said
    save(page, qtbot)
    assert [len(dispatch.files) for dispatch in session.outbox.dispatches()] == [3, 3]


def test_the_process_picture_goes_along_where_it_is_ticked(
    opened: Opened, qtbot: QtBot, session: Session, folder: Path
):
    page = opened()
    show(qtbot, page, 1)
    page.listing.with_process.click()
    rest(qtbot, page)
    assert "Ansökan 1 – process.pdf · " in page.letter.card.said
    save(page, qtbot)
    assert [len(dispatch.files) for dispatch in session.outbox.dispatches()] == [3, 3]


def test_a_missing_address_is_mended_where_it_is_seen(
    opened: Opened, qtbot: QtBot, session: Session, context: DayContext
):
    page = opened()
    page.choose(row(page, 3).application_id)
    QTest.keyClick(page.listing.view, Key.Key_Return)
    field = page.letter.card.address
    assert field.is_editing
    assert field.field.hasFocus()
    field.field.setText("torbjorn.alvhage.hjo")
    QTest.keyClick(field.field, Key.Key_Return)
    assert field.error.startswith("torbjorn.alvhage.hjo går inte att använda som e-postadress.")
    assert session.outbox.rows()[2].state is LetterState.NO_ADDRESS
    field.field.setText(" <torbjorn@karlsborg.kommun.example>; ")
    QTest.keyClick(field.field, Key.Key_Return)
    assert session.applications.all()[2].details.contact_email == "torbjorn@karlsborg.kommun.example"
    assert row(page, 3).look.words == "Utkast klart"
    assert page.listing.view.hasFocus()
    context.commands.undo()
    assert row(page, 3).look.words == "E-post saknas"
    rest(qtbot, page)


def test_esc_leaves_the_address_as_it_was(opened: Opened, session: Session):
    page = opened()
    page.open_letter(row(page, 3).application_id)
    field = page.letter.card.address
    field.field.setText("halvskriven@")
    QTest.keyClick(field.field, Key.Key_Escape)
    assert not field.is_editing
    assert session.applications.all()[2].details.contact_email == ""
    assert page.listing.view.hasFocus()


def test_a_letter_without_an_address_is_shown_with_its_page(opened: Opened, qtbot: QtBot):
    page = opened()
    show(qtbot, page, 3)
    assert page.letter.card.shown is not None
    assert "Ansökan 3" in text_of(page.letter.card.shown.pdf)
    assert page.letter.card.address.add.isVisible()


def test_two_with_one_address_are_pointed_out(
    opened: Opened, qtbot: QtBot, session: Session, context: DayContext
):
    page = opened()
    third = session.applications.all()[2]
    new = replace(third.details, contact_email="lovisa@hjo.kommun.example")
    context.commands.do(lambda: session.applications.change(third.id, new))
    assert row(page, 1).second_line == "Samma adress som 3"
    assert numbers(page)[:2] == [1, 3]
    show(qtbot, page, 1)
    assert page.letter.notice.startswith("Ansökan 3 har samma adress. Stämmer den för båda?")


def test_the_letter_goes_to_the_clipboard_as_plain_text(opened: Opened, qtbot: QtBot, context: DayContext):
    page = opened()
    show(qtbot, page, 1)
    with qtbot.waitSignal(context.commands.remarked) as said:
        page.letter.head.copy.click()
    assert said.args == ["Brevet är kopierat."]
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Hej Lovisa!\n\nTack för er ansökan")
    page.letter.head.copy_asked.emit("to")
    assert QGuiApplication.clipboard().text() == "lovisa@hjo.kommun.example"


def test_a_folder_with_the_pdf_files_for_the_mail_program_that_can_not_open_drafts(
    opened: Opened, qtbot: QtBot, session: Session, folder: Path
):
    page = opened()
    page.letter.head.documents_asked.emit()
    rest(qtbot, page)
    assert sorted(path.name for path in folder.iterdir()) == ["Ansökan 1.pdf", "Ansökan 2.pdf"]
    assert page.listing.panel.said.startswith("2 dokument är sparade.")
    assert session.outbox.dispatches() == ()


def test_running_through_the_list_makes_the_last_letter_only(opened: Opened, qtbot: QtBot):
    page = opened()
    rest(qtbot, page)
    made = []
    page.work.previewed.connect(lambda shown: made.append(shown.application_id))
    for _step in range(3):
        QTest.keyClick(page.listing.view, Key.Key_Down)
    rest(qtbot, page)
    assert made == [page.presenter.rows[3].application_id]


def test_a_page_that_is_not_seen_makes_no_letter_and_shows_it_later(
    opened: Opened, qtbot: QtBot, session: Session, context: DayContext
):
    page = opened()
    show(qtbot, page, 1)
    page.hide()
    template = MailTemplate("Om {ansökan}", "Kort.")
    context.commands.do(lambda: session.outbox.change_template(template))
    assert not page.is_busy
    page.show()
    rest(qtbot, page)
    assert page.letter.card.said.startswith("Om Ansökan 1\n")


def test_an_answer_that_comes_in_is_seen(
    opened: Opened, qtbot: QtBot, session: Session, context: DayContext, folder: Path
):  # fmt: skip
    page = opened()
    save(page, qtbot)
    first = row(page, 1).application_id
    context.commands.do(lambda: session.outbox.mark_sent(first, date(2025, 10, 16)))
    answer(session, first)
    context.bus.changed.emit(Changes(applications=frozenset({first})))
    assert row(page, 1).look.words == "Svar inkommet"
    assert page.listing.said == "1 av 4 skickade · 1 sparat · 2 att åtgärda · 1 svar"


def test_without_applications_it_says_what_to_do_first(
    opened: Opened, qtbot: QtBot, session: Session
):  # fmt: skip
    for application in session.applications.all():
        session.applications.remove(application.id)
    page = opened()
    assert page.findChild(EmptyState).isVisible()
    assert not page.is_busy


def test_before_anything_is_approved_it_says_where_letters_come_from(
    opened: Opened, qtbot: QtBot, session: Session
):
    for application in session.applications.all():
        session.summaries.reopen(application.id)
    page = opened()
    show(qtbot, page, 1)
    assert page.letter.notice == "Här samlas breven. Godkänn en summering, så blir dess utkast klart."
    assert page.listing.save.reason == "Inget utkast är klart."


def test_a_day_that_can_only_be_read_keeps_nothing(
    path: Path, qtbot: QtBot, tmp_path: Path, context: DayContext
):
    context.session.close()
    with Session.open(path, read_only=True) as closed:
        page = LettersPage(replace(context, session=closed))
        qtbot.addWidget(page)
        page.resize(1250, 640)
        page.show()
        rest(qtbot, page)
        assert page.listing.save.reason == "Dagen kan bara läsas här."
        assert page.letter.head.mark.reason == page.letter.head.template.reason == page.listing.save.reason
        page.deeds.tick(row(page, 1).application_id)
        assert page.listing.view.sent_line is None
        page.letter.mend_address()
        assert not page.letter.card.address.is_editing
        page.leave()


@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_every_text_size_fits_beside_the_rail(opened: Opened, qtbot: QtBot, scale: float):
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    page = opened()
    apply_theme(app, Theme(LIGHT, scale))
    page.resize(1366 - round((116 if scale < 1.5 else 60) * scale), 650)
    QApplication.processEvents()
    for number in (3, 1):
        page.open_letter(row(page, number).application_id)
        rest(qtbot, page)
        assert sideways(page) == []
        for part in (page.letter.head.more, page.letter.card, page.letter.card.address):
            assert part.mapTo(page, part.rect().topRight()).x() <= page.width()
    page.edit_template()
    QApplication.processEvents()
    assert sideways(page) == []
    page.corner.change.click()
    page.deadline.field.setText("15 november")
    page.deadline.done.click()
    QApplication.processEvents()
    assert sideways(page) == []
    assert page.letter.is_folded is (scale in {1.25, 1.5, 2.0})
    assert page.panes.is_folded is (scale >= 1.75)


def test_where_room_is_short_one_side_is_seen_and_esc_goes_back(opened: Opened, qtbot: QtBot):
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    page = opened()
    apply_theme(app, Theme(LIGHT, 2.0))
    QApplication.processEvents()
    assert page.listing.isVisible()
    assert not page.letter.isVisible()
    page.choose(row(page, 1).application_id)
    QTest.keyClick(page.listing.view, Key.Key_Return)
    rest(qtbot, page)
    assert not page.listing.isVisible()
    assert page.letter.card.isVisible()
    assert page.letter.head.back.isVisible()
    assert page.letter.card.hasFocus()
    page.letter.show_side("pdf")
    assert page.letter.pages.isVisible()
    assert not page.letter.card.isVisible()
    QTest.keyClick(page.letter.pages, Key.Key_Escape)
    assert page.listing.view.hasFocus()


def test_f6_goes_from_list_to_mail_to_page_and_out(opened: Opened, qtbot: QtBot):
    page = opened()
    show(qtbot, page, 1)
    assert page.listing.view.hasFocus()
    seen = []
    for _step in range(2):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert seen[0] is page.letter.card
    assert page.letter.pages.isAncestorOf(seen[1])
    asked = QTest.keyClick
    asked(QApplication.focusWidget(), Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is page.letter.card


@pytest.mark.parametrize("state", ["letter", "template", "address", "tick", "deadline"])
def test_every_control_has_a_name(opened: Opened, qtbot: QtBot, state: str):
    page = opened()
    show(qtbot, page, 3 if state == "address" else 1)
    if state == "template":
        page.edit_template()
    elif state == "address":
        page.letter.mend_address()
    elif state == "tick":
        page.deeds.tick(row(page, 1).application_id)
    elif state == "deadline":
        page.corner.change.click()
        page.deadline.field.setText("15 november")
        page.deadline.done.click()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    interface = QAccessible.queryAccessibleInterface(page)
    assert interface.childCount() >= 1
    assert nameless(interface) == []


def test_an_approval_makes_a_letter_ready_at_once(
    opened: Opened, qtbot: QtBot, session: Session, context: DayContext
):
    page = opened()
    fourth = row(page, 4).application_id
    approve(session, fourth)
    context.bus.changed.emit(Changes(summaries=frozenset({fourth})))
    assert row(page, 4).look.words == "Utkast klart"
    assert page.listing.save.accessibleName() == "Spara 3 utkast"


def test_a_broken_address_is_work_and_its_reason_is_told(opened: Opened, qtbot: QtBot, session: Session):
    address(session, session.applications.all()[0].id, "a@hjo.example, b@hjo.example")
    page = opened()
    assert row(page, 1).look.words == "Flera adresser"
    show(qtbot, page, 1)
    assert page.letter.head.mark.reason == "Adressen saknas eller går inte att använda. Rätta den först."
    assert page.letter.card.address.add.accessibleName() == "Rätta adressen"

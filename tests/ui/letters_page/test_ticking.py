"""Ticking: asked when in the row itself, frozen, undone, and never of what can't have been sent."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.services.outgoing.addressing import address
from tests.ui.letters_page.conftest import Opened
from tests.ui.letters_page.seeing import LONG, numbers, rest, row, show, text_of

from finsam_review.domain.errors import UserError
from finsam_review.domain.outgoing.dispatch import FileRole
from finsam_review.domain.outgoing.template import MailTemplate
from finsam_review.i18n import plain_date
from finsam_review.services.outgoing.outbox import LetterState
from finsam_review.services.session import Session
from finsam_review.ui.context import DayContext
from finsam_review.ui.letters_page import LettersPage
from finsam_review.ui.letters_page.listing.sent_line import SentLine

Key = Qt.Key


def asked(page: LettersPage) -> SentLine:
    """Return the line that asks when."""
    line = page.listing.view.sent_line
    assert line is not None
    return line


def tick(page: LettersPage, qtbot: QtBot, number: int, day: str = "16 oktober 2025") -> None:
    """Tick a letter by keyboard alone."""
    page.choose(row(page, number).application_id)
    page.focus_first()
    QTest.keyClick(page.listing.view, Key.Key_Space)
    asked(page).field.setText(day)
    QTest.keyClick(asked(page).field, Key.Key_Return)
    rest(qtbot, page)


def test_space_asks_in_the_row_with_today_at_hand(opened: Opened, qtbot: QtBot):
    page = opened()
    show(qtbot, page, 1)
    view = page.listing.view
    before = view.visualRect(view.currentIndex()).height()
    QTest.keyClick(view, Key.Key_Space)
    line = asked(page)
    assert line.field.text() == plain_date(datetime.now().astimezone().date())
    assert line.field.hasFocus()
    assert line.field.selectedText() == line.field.text()
    assert view.visualRect(view.currentIndex()).height() > before
    assert line.geometry() == view.visualRect(view.currentIndex())
    QTest.keyClick(line.field, Key.Key_Escape)
    assert view.sent_line is None
    assert view.hasFocus()
    QApplication.processEvents()
    assert view.visualRect(view.currentIndex()).height() == before


def test_what_was_sent_by_hand_is_made_kept_and_ticked(
    opened: Opened, qtbot: QtBot, session: Session, context: DayContext
):
    page = opened()
    shown = show(qtbot, page, 1)
    pages = page.letter.card.shown.pdf
    with qtbot.waitSignal(context.commands.undoable, timeout=LONG) as offered:
        tick(page, qtbot, 1)
    assert offered.args == ["Brevet är bockat som skickat."]
    assert row(page, 1).state is LetterState.SENT
    assert row(page, 1).look.words == "Skickad 16 okt"
    assert numbers(page) == [3, 4, 2, 1]
    dispatch = session.outbox.rows()[0].dispatch
    assert dispatch is not None
    assert dispatch.recipient == shown.address
    assert session.outbox.content(dispatch.files[1].sha256) == pages
    assert page.presenter.current == row(page, 2)
    context.commands.undo()
    assert row(page, 1).state is LetterState.DRAFTED
    context.commands.redo()
    assert row(page, 1).state is LetterState.SENT


def test_sixteen_can_be_ticked_without_the_mouse_one_after_the_other(opened: Opened, qtbot: QtBot):
    page = opened()
    page.choose(row(page, 1).application_id)
    for _number in (1, 2):
        QTest.keyClick(page.listing.view, Key.Key_Space)
        QTest.keyClick(asked(page).field, Key.Key_Return)
        rest(qtbot, page)
    assert [row(page, number).ticked for number in (1, 2)] == [True, True]
    assert page.listing.said == "2 av 4 skickade · 2 att åtgärda"


def test_a_press_on_the_box_asks_and_one_beside_it_chooses(opened: Opened, qtbot: QtBot):
    page = opened()
    view = page.listing.view
    place = view.letters.place_of(row(page, 2).application_id)
    box = view.visualRect(view.letters.index(place))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert view.sent_line is None
    assert page.presenter.current == row(page, 2)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() + QPoint(24, 25))
    assert asked(page).field.isVisible()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1 januari 2999", "Den dagen har inte varit än. Skriv dagen då brevet skickades."),
        ("14 oktober 2025", "Det är före workshopdagen. Skriv dagen då brevet skickades."),
        ("", "Skriv dagen då brevet skickades."),
        ("igår kanske", "”igår kanske” går inte att läsa som ett datum. Skriv till exempel 2025-10-31."),
    ],
)
def test_a_day_that_can_not_be_right_is_told_in_the_row(
    opened: Opened, qtbot: QtBot, session: Session, *, typed: str, said: str
):
    page = opened()
    page.choose(row(page, 1).application_id)
    QTest.keyClick(page.listing.view, Key.Key_Space)
    line = asked(page)
    line.field.setText(typed)
    QTest.keyClick(line.field, Key.Key_Return)
    assert line.error == said
    assert session.outbox.dispatches() == ()
    QApplication.processEvents()
    place = page.listing.view.visualRect(page.listing.view.currentIndex())
    assert line.height() == place.height() >= line.minimumSizeHint().height()


def test_a_day_without_a_year_is_the_latest_one(opened: Opened, qtbot: QtBot, session: Session):
    yesterday = datetime.now().astimezone().date() - timedelta(days=1)
    page = opened()
    tick(page, qtbot, 1, f"{yesterday.day}/{yesterday.month}")
    assert session.outbox.rows()[0].dispatch.sent_on == yesterday


def test_what_stands_in_the_way_is_told_instead(opened: Opened, qtbot: QtBot, context: DayContext):
    page = opened()
    for number, words in (
        (3, "Adressen saknas eller går inte att använda. Rätta den först."),
        (4, "Summeringen är inte godkänd. Godkänn den först."),
    ):
        page.choose(row(page, number).application_id)
        with qtbot.waitSignal(context.commands.remarked) as said:
            QTest.keyClick(page.listing.view, Key.Key_Space)
        assert said.args == [words]
        assert page.listing.view.sent_line is None


def test_a_sent_letter_is_shown_exactly_as_it_was_whatever_changes(
    opened: Opened, qtbot: QtBot, session: Session, context: DayContext
):
    page = opened()
    tick(page, qtbot, 1)
    dispatch = session.outbox.rows()[0].dispatch
    template = MailTemplate("Något annat", "Kort.")
    context.commands.do(lambda: session.outbox.change_template(template))
    address(session, row(page, 1).application_id, "annan@hjo.kommun.example")
    show(qtbot, page, 2)
    show(qtbot, page, 1)
    shown = page.letter.card.shown
    assert (shown.to, shown.subject, shown.body) == (
        dispatch.recipient, dispatch.subject, dispatch.body,
    )  # fmt: skip
    assert shown.pdf == session.outbox.content(dispatch.files[1].sha256)
    assert dispatch.files[1].role is FileRole.PDF
    assert "Lapp 0: långsamt tempo" in text_of(shown.pdf)
    assert page.letter.notice == (
        "Skickat torsdagen den 16 oktober 2025. Det här är exakt det som skickades. Svaret ska vara inne "
        f"senast fredagen den 31 oktober 2025. SHA-256 {dispatch.sha256[:12]}…"
    )
    page.letter.mend_address()
    assert not page.letter.card.address.is_editing


def test_a_tick_is_taken_back_and_given_again(
    opened: Opened, qtbot: QtBot, session: Session, context: DayContext
):
    page = opened()
    tick(page, qtbot, 1)
    show(qtbot, page, 1)
    assert page.letter.head.mark.accessibleName() == "Inte skickad ändå"
    page.letter.head.mark.click()
    assert row(page, 1).state is LetterState.DRAFTED
    context.commands.undo()
    assert row(page, 1).state is LetterState.SENT
    rest(qtbot, page)


def test_a_saved_draft_is_ticked_as_it_was_saved(opened: Opened, qtbot: QtBot, session: Session):
    page = opened()
    first = row(page, 1).application_id
    page.deeds.saving.tick(first, date(2025, 10, 16), roles=(FileRole.PDF,), has_draft=False)
    rest(qtbot, page)
    page.deeds.tick(first)
    digest = session.outbox.rows()[0].dispatch.sha256
    tick(page, qtbot, 1, "17 oktober 2025")
    assert session.outbox.rows()[0].dispatch.sha256 == digest
    assert len(session.outbox.dispatches()) == 1


def test_a_letter_that_can_not_be_made_is_not_ticked_and_that_is_told(
    opened: Opened, qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
):
    page = opened()
    rest(qtbot, page)

    def broken(*_anything: object, **_more: object) -> None:
        raise UserError("draft_differs")

    monkeypatch.setattr("finsam_review.ui.letters_page.saving.make_letter", broken)
    tick(page, qtbot, 1)
    assert page.listing.panel.said.startswith("Brevet är inte bockat som skickat.")
    assert row(page, 1).state is LetterState.READY
    assert session.outbox.dispatches() == ()

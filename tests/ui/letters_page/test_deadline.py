"""The last day to answer for all: said in the corner, changed in the page, checked against the calendar."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.letters_page.conftest import Opened
from tests.ui.letters_page.seeing import rest, show

from finsam_review.services.session import Session
from finsam_review.ui.context import DayContext
from finsam_review.ui.letters_page import LettersPage

Key = Qt.Key


def typed(page: LettersPage, text: str) -> LettersPage:
    """Open the line and type a day."""
    page.corner.change.click()
    page.deadline.field.setText(text)
    QTest.keyClick(page.deadline.field, Key.Key_Return)
    return page


def deadline(session: Session) -> date | None:
    return session.day.frame().workshop.deadline


def test_the_corner_says_it_and_the_line_changes_it_for_every_letter(
    opened: Opened, qtbot: QtBot, session: Session, context: DayContext
):
    page = opened()
    assert page.corner.words == "Sista svarsdag för alla: fredagen den 31 oktober 2025"
    page.corner.change.click()
    assert page.deadline.field.text() == "31 oktober 2025"
    assert page.deadline.field.hasFocus()
    page.deadline.field.setText("2999-11-08")
    QTest.keyClick(page.deadline.field, Key.Key_Escape)
    assert deadline(session) == date(2025, 10, 31)
    typed(page, "fredagen den 7 november")
    page.deadline.keep.click()
    assert deadline(session) == date(2025, 11, 7)
    assert not page.deadline.isVisible()
    assert page.corner.words == "Sista svarsdag för alla: fredagen den 7 november 2025"
    show(qtbot, page, 1)
    assert "fredagen den 7 november 2025" in page.letter.card.said
    context.commands.undo()
    assert page.corner.words.endswith("fredagen den 31 oktober 2025")
    rest(qtbot, page)


def test_a_saturday_is_asked_about_and_the_friday_offered(opened: Opened, session: Session):
    page = typed(opened(), "15 november")
    line = page.deadline
    assert line.error == "Den 15 november 2025 är en lördag. Menar du fredagen den 14 november 2025?"
    assert deadline(session) == date(2025, 10, 31)
    assert line.take.accessibleName() == "Ta fredagen den 14 november 2025"
    line.take.click()
    assert line.field.text() == "14 november 2025"
    assert line.error == "Den 14 november 2025 har redan varit. Välj en senare dag."
    line.keep.click()
    assert deadline(session) == date(2025, 11, 14)


def test_a_day_in_time_to_come_is_taken_at_once(opened: Opened, session: Session):
    workshop = session.day.frame().workshop
    from dataclasses import replace

    session.day.change_workshop(replace(workshop, date=date(2998, 12, 1), deadline=None))
    page = opened()
    assert page.corner.words == "Sista svarsdag är inte bestämd"
    typed(page, "15 januari 2999")
    assert deadline(session) == date(2999, 1, 15)


def test_a_holiday_is_asked_about(opened: Opened, session: Session):
    page = typed(opened(), "24 december 2025")
    assert page.deadline.error == "Den 24 december 2025 är julafton. Menar du tisdagen den 23 december 2025?"
    assert deadline(session) == date(2025, 10, 31)


def test_a_day_before_the_workshop_day_is_refused(opened: Opened, session: Session):
    page = typed(opened(), "14 oktober 2025")
    assert page.deadline.error.startswith("Sista svarsdagen är före workshopdagen.")
    assert not page.deadline.keep.isVisible()
    assert not page.deadline.take.isVisible()
    assert deadline(session) == date(2025, 10, 31)


def test_a_friday_that_is_none_is_refused_in_words_and_the_nearest_offered(opened: Opened, session: Session):
    page = typed(opened(), "fredagen den 15 oktober 2025")
    assert "onsdagen den 15 oktober 2025" in page.deadline.error
    assert page.deadline.take.accessibleName() == "Ta fredagen den 17 oktober 2025"
    assert not page.deadline.keep.isVisible()
    page.deadline.take.click()
    assert page.deadline.field.text() == "17 oktober 2025"


def test_typing_on_takes_the_words_away(opened: Opened):
    page = typed(opened(), "15 november")
    QTest.keyClicks(page.deadline.field, " 2025")
    assert page.deadline.error == ""
    assert not page.deadline.take.isVisible()


def test_nothing_typed_means_that_it_is_not_decided(opened: Opened, qtbot: QtBot, session: Session):
    page = typed(opened(), "")
    assert deadline(session) is None
    show(qtbot, page, 1)
    assert page.letter.notice.startswith("Brevet saknar {diarienummer}, {sista_svarsdag}.")

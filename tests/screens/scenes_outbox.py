"""The tabs of the page Utskick as scenes, on a rehearsal day whose summaries are mostly approved."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget
from tests.screens.studio import SAMPLE, Studio
from tests.services.outgoing.approving import approve

from finsam_review.domain.outgoing.template import MailTemplate
from finsam_review.services.outgoing.exporting import Exported, Form
from finsam_review.services.outgoing.letters import make_letter
from finsam_review.services.session import Session
from finsam_review.ui.case_folders_page import CaseFoldersPage
from finsam_review.ui.frame.page_tabs import TabbedPage
from finsam_review.ui.letters_page import LettersPage
from finsam_review.ui.summaries_page import SummariesPage
from finsam_review.ui.summaries_page.form_choice import FormChoice

_NOT_APPROVED = {15, 16}
_SENT = {3: 16, 4: 16, 5: 17, 6: 17, 8: 16, 9: 17, 14: 17}
"""Numbers of the letters sent, and on which day of October."""


def outbox_day(path: Path) -> None:
    """Approve most summaries, send some letters, take in an answer, and let two share an address."""
    with Session.open(path) as session:
        by_number = {item.number: item for item in session.applications.all()}
        for number, item in by_number.items():
            if number not in _NOT_APPROVED:
                approve(session, item.id)
        for number, day in _SENT.items():
            letter = session.outbox.letter(by_number[number].id)
            session.outbox.keep([make_letter(letter, written_at=datetime(2025, 10, day).astimezone())])
            session.outbox.mark_sent(by_number[number].id, date(2025, 10, day))
        answer = sorted((SAMPLE / "reviderade").iterdir())[0]
        for step in session.intake.gather([answer]):
            if step.gathered is not None:
                session.intake.take_in(step.gathered)


def open_letters(studio: Studio, number: int = 1) -> LettersPage:
    """Open the tab Brev at an application, and return it when its letter is there."""
    outbox_day(studio.day_file)
    day = studio.day()
    day.show_page("outgoing")
    page = day.findChild(TabbedPage).part("letters")
    assert isinstance(page, LettersPage)
    chosen = next(row for row in page.presenter.rows if row.number == number)
    page.choose(chosen.application_id)
    page.focus_first()
    studio.wait(lambda: not page.is_busy)
    studio.settle(200)
    return page


def letters(studio: Studio) -> QWidget:
    """The outbox, a draft ready to be saved."""
    open_letters(studio)
    return studio.window


def letters_sent(studio: Studio) -> QWidget:
    """A letter as it was sent."""
    open_letters(studio, 3)
    return studio.window


def letters_address(studio: Studio) -> QWidget:
    """A missing address being mended, and what was typed is none."""
    page = open_letters(studio, 12)
    page.open_letter(page.presenter.current.application_id)
    page.letter.card.address.field.setText("torbjorn.alvhage.hjo.kommun.example")
    page.letter.card.address.commit()
    return studio.window


def letters_tick(studio: Studio) -> QWidget:
    """A row that asks when its letter was sent; the day typed is still to come."""
    page = open_letters(studio, 2)
    page.deeds.tick(page.presenter.current.application_id)
    line = page.listing.view.sent_line
    line.field.setText("1 januari 2099")
    line.done.click()
    return studio.window


def letters_template(studio: Studio) -> QWidget:
    """The template being changed, with a field that does not exist."""
    page = open_letters(studio)
    page.edit_template()
    words = page.editor.form.template.body.replace("{förnamn}", "{namn}")
    page.editor.form.show_template(MailTemplate("Synpunkter på {titel}", words))
    page.editor.keep()
    return studio.window


def letters_deadline(studio: Studio) -> QWidget:
    """The last day to answer typed as a Saturday."""
    page = open_letters(studio)
    page.corner.change.click()
    page.deadline.field.setText("15 november")
    page.deadline.done.click()
    return studio.window


def letters_saving(studio: Studio) -> QWidget:
    """Drafts being saved."""
    page = open_letters(studio, 7)
    page.listing.panel.begin(["Grönt steg", "Unga vidare", "Andrum"], Path("Utkast"))
    page.listing.panel.step(Exported(1, 3, "Grönt steg", path=Path("Utkast/1.eml")))
    return studio.window


def letters_saved(studio: Studio) -> QWidget:
    """Drafts saved, and one that is not approved."""
    page = open_letters(studio, 15)
    page.listing.panel.begin(["Grönt steg", "Unga vidare"], Path("Utkast"))
    for number, title in enumerate(("Grönt steg", "Unga vidare"), start=1):
        page.listing.panel.step(Exported(number, 2, title, path=Path(f"Utkast/{number}.eml")))
    page.listing.panel.end(stopped=False)
    return studio.window


def open_tab(studio: Studio, key: str) -> QWidget:
    """Open another tab of the page."""
    outbox_day(studio.day_file)
    day = studio.day()
    day.show_page("outgoing")
    tabs = day.findChild(TabbedPage)
    tabs.show_tab(key)
    tabs.focus_first()
    part = tabs.part(key)
    studio.wait(lambda: not part.is_busy)  # type: ignore[attr-defined]
    studio.settle(200)
    return part


def documents_internal(studio: Studio) -> QWidget:
    """The internal copy about to be saved."""
    page = open_tab(studio, "documents")
    assert isinstance(page, SummariesPage)
    page.findChild(FormChoice).choose(Form.INTERNAL)
    studio.wait(lambda: not page.is_busy)
    return studio.window


def case_folders(studio: Studio) -> QWidget:
    """What is in the folder of an application that was answered."""
    page = open_tab(studio, "folders")
    assert isinstance(page, CaseFoldersPage)
    page.list.setCurrentIndex(page.list.folders.index(7))
    return studio.window


def letters_none(studio: Studio) -> QWidget:
    """The tab Brev of a day without applications."""
    day = studio.empty_day()
    day.show_page("outgoing")
    return studio.window


OUTBOX: tuple[Callable[[Studio], QWidget], ...] = (
    letters,
    letters_sent,
    letters_address,
    letters_tick,
    letters_template,
    letters_deadline,
    letters_saving,
    letters_saved,
    letters_none,
    documents_internal,
    case_folders,
)

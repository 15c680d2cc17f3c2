"""The pages of the window as scenes: the start page, the day's pages, a table's view and the taking in."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from tests.screens.studio import SAMPLE, Studio

from finsam_review.domain.intake import FailedItem, Gathered
from finsam_review.ui.application_list import ApplicationListPane
from finsam_review.ui.day import DayView
from finsam_review.ui.frame.page_tabs import TabbedPage
from finsam_review.ui.intake_page import IntakePage
from finsam_review.ui.reader import ReaderPane
from finsam_review.ui.settings_page import SettingsPage
from finsam_review.ui.summaries_page import SummariesPage
from finsam_review.ui.summaries_page.preview_pane import PreviewPane
from finsam_review.ui.widgets.fields import SearchField

_PDF_PLACE = 6
"""Place in the sample's list of an application that came as a PDF."""


def start(studio: Studio) -> QWidget:
    """The start page with a recent day."""
    studio.day()
    studio.window.close_day()
    return studio.window


def board(studio: Studio) -> QWidget:
    """List and board, a note chosen."""
    column = studio.day().applications.board.order[0]
    column.view.choose(column.model.cards[2].note_id)
    column.view.setFocus()
    return studio.window


def _reading(studio: Studio, place: int = 0) -> ReaderPane:
    page = studio.day()
    application = page.context.session.applications.all()[place]
    page.write_at(1, application.id)
    page.applications.toggle_reader()
    return page.findChild(ReaderPane)


def reader(studio: Studio) -> QWidget:
    """The application beside the board."""
    _reading(studio)
    return studio.window


def reader_find(studio: Studio) -> QWidget:
    """The find line of the reader, with words found."""
    pane = _reading(studio)
    pane.search()
    pane.search_for("grupp")
    return studio.window


def reader_pdf(studio: Studio) -> QWidget:
    """The original of an application that came as a PDF."""
    _reading(studio, _PDF_PLACE).show_original()
    studio.settle(300)
    return studio.window


def reader_word(studio: Studio) -> QWidget:
    """The original of an application that came from Word."""
    _reading(studio).show_original()
    return studio.window


def empty_search(studio: Studio) -> QWidget:
    """A search that found nothing."""
    listed = studio.day().findChild(ApplicationListPane)
    listed.focus_search()
    listed.findChild(SearchField).setText("finns inte")
    return studio.window


def open_documents(studio: Studio) -> SummariesPage:
    """Open the tab of documents and return it when the first preview is there."""
    day = studio.day()
    day.show_page("outgoing")
    day.findChild(TabbedPage).show_tab("documents")
    page = day.findChild(SummariesPage)
    studio.wait(lambda: page.findChild(PreviewPane).pdf and not page.is_busy)
    studio.settle(200)
    return page


def documents(studio: Studio) -> QWidget:
    """Preview of a summary."""
    open_documents(studio)
    return studio.window


def documents_coming(studio: Studio) -> QWidget:
    """The tab of documents before the first preview."""
    day = studio.day()
    day.show_page("outgoing")
    day.findChild(TabbedPage).show_tab("documents")
    return studio.window


def _settings(studio: Studio, share: float) -> QWidget:
    day = studio.day()
    day.show_page("settings")
    studio.settle()
    day.findChild(SettingsPage).scroll_to(share)
    return studio.window


def settings(studio: Studio) -> QWidget:
    """Settings, from the top."""
    return _settings(studio, 0.0)


def settings_middle(studio: Studio) -> QWidget:
    """Settings, the day."""
    return _settings(studio, 0.5)


def settings_end(studio: Studio) -> QWidget:
    """Settings, the file."""
    return _settings(studio, 1.0)


def table(studio: Studio) -> QWidget:
    """A table's own view."""
    studio.table(1)
    return studio.window


def empty(studio: Studio) -> QWidget:
    """A day that has just been made."""
    studio.empty_day()
    return studio.window


def _intake(studio: Studio) -> IntakePage:
    day: DayView = studio.empty_day()
    day.take_in([SAMPLE / "ansokningslista.xlsx"])
    page = day.findChild(IntakePage)
    studio.wait(lambda: not page.is_busy)
    page.show_gathered(studio.gathered(day.context.session))
    return page


def intake(studio: Studio) -> QWidget:
    """Sixteen applications read, ready to be looked at."""
    _intake(studio)
    return studio.window


def intake_document(studio: Studio) -> QWidget:
    """The document where there is no room for it beside the fields."""
    _intake(studio).panes.show_pane("document")
    return studio.window


def intake_failed(studio: Studio) -> QWidget:
    """Files that could not be read, and some that were here already."""
    page = _intake(studio)
    found = studio.gathered(studio.window.findChildren(DayView)[-1].context.session)
    failed = (FailedItem("Protokoll.txt", "unsupported", {"file": "Protokoll.txt"}),)
    warned = (FailedItem("Bryggan.pdf", "already_here", {"file": "Bryggan.pdf"}),)
    page.show_gathered(Gathered(found.candidates[:5], (), failed, warned))
    page.panes.list.setCurrentIndex(page.panes.list.model().index(5, 0))
    return studio.window


PAGES: tuple[Callable[[Studio], QWidget], ...] = (
    start,
    board,
    reader,
    reader_find,
    reader_pdf,
    reader_word,
    empty_search,
    documents,
    documents_coming,
    settings,
    settings_middle,
    settings_end,
    table,
    empty,
    intake,
    intake_document,
    intake_failed,
)

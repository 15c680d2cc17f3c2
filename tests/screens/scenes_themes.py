"""The tabs of themes and of the day's summary as scenes, on a rehearsal day whose notes carry themes."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget
from tests.screens.studio import Studio

from finsam_review.services.points.themes import Catalogue, suggestions
from finsam_review.services.session import Session
from finsam_review.ui.day import DayView
from finsam_review.ui.day_summary_page import DaySummaryPage
from finsam_review.ui.frame.page_tabs import TabbedPage
from finsam_review.ui.theme_catalogue import ThemeCatalogueDialog
from finsam_review.ui.themes_page import ThemesPage


def marked(session: Session, catalogue: str = "seven") -> None:
    """Give the day a catalogue, and every note the themes its words hint at."""
    chosen: Catalogue = next(one for one in session.themes.catalogues() if one.code == catalogue)
    session.themes.replace(chosen.themes)
    for application in session.applications.all():
        notes = session.notes.of_topic(application.id)
        session.points.mark_notes(application.id, suggestions(notes, chosen.themes))


def open_tab(studio: Studio, key: str, catalogue: str = "seven") -> QWidget:
    """Open a tab of the page Summering on the marked rehearsal day."""
    with Session.open(studio.day_file) as session:
        marked(session, catalogue)
    day: DayView = studio.day()
    day.show_page("summaries")
    tabs = day.findChild(TabbedPage)
    tabs.show_tab(key)
    tabs.focus_first()
    studio.settle(200)
    return tabs.part(key)


def themes(studio: Studio) -> QWidget:
    """The matrix with seven themes, at an application that three tables said much about."""
    page = open_tab(studio, "themes")
    assert isinstance(page, ThemesPage)
    page.view.choose(7, 0)
    return studio.window


def themes_fifteen(studio: Studio) -> QWidget:
    """The matrix with fifteen themes, turned to the next ones."""
    page = open_tab(studio, "themes", "fifteen")
    assert isinstance(page, ThemesPage)
    page.view.choose(0, 4)
    page.view.pager.forth.click()
    return studio.window


def themes_read(studio: Studio) -> QWidget:
    """The notes of a cell being read, and the suggestions."""
    page = open_tab(studio, "themes")
    assert isinstance(page, ThemesPage)
    page.view.choose(11, 2)
    page.view.read_requested.emit()
    return studio.window


def theme_catalogue(studio: Studio) -> QWidget:
    """The dialog that changes the themes."""
    page = open_tab(studio, "themes")
    dialog = ThemeCatalogueDialog(studio.window.findChildren(DayView)[-1].context, page)
    dialog.list.choose(2)
    return studio.show(dialog)


def theme_catalogue_taken_out(studio: Studio) -> QWidget:
    """A theme taken out while notes carry it, and one without a name."""
    page = open_tab(studio, "themes")
    dialog = ThemeCatalogueDialog(studio.window.findChildren(DayView)[-1].context, page)
    dialog.list.choose(1)
    dialog.remove_theme()
    dialog.add_theme()
    dialog.save.click()
    return studio.show(dialog)


_INTRODUCTION = (
    "Onsdagen den 15 oktober läste sex blandade bord sexton ansökningar. Varje ansökan fick tre läsningar, "
    "oberoende av varandra. Kontakta Gun-Britt Alvén vid frågor."
)
_PARTIES = (
    "Flera ansökningar har bara kommuner bakom sig. Flera kommuner räknas som en part, så en av de andra "
    "tre behöver vara med och stå för sin del."
)


def _written(studio: Studio) -> DaySummaryPage:
    with Session.open(studio.day_file) as session:
        summary = session.day_summary
        summary.write("introduction", _INTRODUCTION)
        summary.write("theme:two_parties", _PARTIES)
        summary.add_step("Summeringarna skickas till de sökande", owner="Kansliet", due=date(2025, 10, 17))
        summary.add_step("Beredningsgruppen läser reviderade ansökningar", due=date(2025, 11, 5))
    page = open_tab(studio, "day")
    assert isinstance(page, DaySummaryPage)
    studio.wait(lambda: not page.is_busy)
    studio.settle(300)
    return page


def day_summary(studio: Studio) -> QWidget:
    """The texts of the day's summary and its pages, a name to decide about."""
    _written(studio)
    return studio.window


def day_summary_steps(studio: Studio) -> QWidget:
    """What happens next, at the foot of the texts, with a date that is none."""
    page = _written(studio)
    row = page.writing.steps.rows[0]
    row.due.setText("nästa vecka")
    row.commit()
    page.writing.verticalScrollBar().setValue(page.writing.verticalScrollBar().maximum())
    return studio.window


def day_summary_saved(studio: Studio) -> QWidget:
    """The receipt of a saved file."""
    page = _written(studio)
    page.save(studio.day_file.with_name("Dagens summering.docx"))
    studio.wait(lambda: page.notice.said)
    return studio.window


def theme_menu(studio: Studio) -> QWidget:
    """The menu that sets themes on a note."""
    page = open_tab(studio, "themes")
    assert isinstance(page, ThemesPage)
    page.view.choose(11, 2)
    page.view.read_requested.emit()
    menu = page.menu_for(page.pane.notes.chosen)
    menu.popup(page.mapToGlobal(page.rect().center()))
    return studio.show(menu)


THEMES: tuple[Callable[[Studio], QWidget], ...] = (
    themes,
    themes_fifteen,
    themes_read,
    theme_catalogue,
    theme_catalogue_taken_out,
    theme_menu,
    day_summary,
    day_summary_steps,
    day_summary_saved,
)

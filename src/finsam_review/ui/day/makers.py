"""Owns how the pages of a day are made and joined to each other; each is imported when it is first shown."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from finsam_review.i18n import gettext as _
from finsam_review.i18n import pgettext
from finsam_review.ui.context import DayContext
from finsam_review.ui.frame.page_tabs import PageTab, TabbedPage


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways from one page to another: to a page by its key, to where the deadline is set, and in.

    ``take_in`` begins to take applications in from files; it leads back to the page of that key.
    """

    show_page: Callable[[str], None]
    show_deadline: Callable[[], None]
    take_in: Callable[[list[Path], str], None]


def make_page(key: str, context: DayContext, ways: Ways, parent: QWidget) -> QWidget:
    """Return page ``key``: *summaries*, *outgoing*, *follow_up* or *settings*."""
    if key == "summaries":
        return _summaries(context, parent)
    if key == "outgoing":
        return _outgoing(context, ways, parent)
    if key == "follow_up":
        return _follow_up(context, ways, parent)
    from finsam_review.ui.settings_page import SettingsPage

    return SettingsPage(context, parent)


def _summaries(context: DayContext, parent: QWidget) -> QWidget:
    def points(owner: QWidget) -> QWidget:
        from finsam_review.ui.points_page import PointsPage

        return PointsPage(context, owner)

    def themes(owner: QWidget) -> QWidget:
        from finsam_review.ui.themes_page import ThemesPage

        return ThemesPage(context, owner)

    def day(owner: QWidget) -> QWidget:
        from finsam_review.ui.day_summary_page import DaySummaryPage

        return DaySummaryPage(context, owner)

    tabs = (
        PageTab("points", _("Points"), points),
        PageTab("themes", _("Themes"), themes),
        PageTab("day", _("Summary of the day"), day),
    )
    return TabbedPage(_("Summary"), tabs, parent)


def _outgoing(context: DayContext, ways: Ways, parent: QWidget) -> QWidget:
    def letters(owner: QWidget) -> QWidget:
        from finsam_review.ui.letters_page import LettersPage

        page = LettersPage(context, owner)
        page.summary_requested.connect(lambda: ways.show_page("summaries"))
        return page

    def documents(owner: QWidget) -> QWidget:
        from finsam_review.ui.summaries_page import SummariesPage

        page = SummariesPage(context, owner)
        page.settings_requested.connect(ways.show_deadline)
        return page

    def folders(owner: QWidget) -> QWidget:
        from finsam_review.ui.case_folders_page import CaseFoldersPage

        return CaseFoldersPage(context, owner)

    tabs = (
        PageTab("letters", pgettext("tab", "Letters"), letters),
        PageTab("documents", pgettext("tab", "Documents"), documents),
        PageTab("folders", _("Case folders"), folders),
    )
    return TabbedPage(_("Outgoing"), tabs, parent)


def _follow_up(context: DayContext, ways: Ways, parent: QWidget) -> QWidget:
    from finsam_review.ui.follow_up_page import FollowUpPage

    page = FollowUpPage(context, parent)
    page.files_dropped.connect(lambda paths: ways.take_in(paths, "follow_up"))
    return page

"""Owns the page Uppföljning: its tabs, what they know of the day, and files that are dropped on it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from finsam_review.i18n import gettext as _
from finsam_review.i18n import pgettext
from finsam_review.ui.context import DayContext
from finsam_review.ui.follow_up_page.day_state import FollowUpDay, Today, today
from finsam_review.ui.frame.page_tabs import PageTab, TabbedPage
from finsam_review.ui.guard import guarded
from finsam_review.ui.intake_page import accepted_paths


class FollowUpPage(TabbedPage):
    """What changed and whether it answers; how far everything has come; what it costs.

    ``files_dropped`` carries files that are to be taken in as any application is: a revised version is told
    apart there and never replaces the first.
    """

    files_dropped = Signal(list)

    def __init__(self, context: DayContext, parent: QWidget | None = None, *, today: Today = today) -> None:
        self._context = context
        self.day = FollowUpDay(context.session, context.bus, today)
        tabs = (
            PageTab("revised", pgettext("tab", "Revised"), self._revised),
            PageTab("situation", _("Situation"), self._situation),
            PageTab("amounts", _("Amounts"), self._amounts),
        )
        super().__init__(_("Follow-up"), tabs, parent)
        self.day.setParent(self)
        self.setAcceptDrops(not context.session.read_only)

    def show_application(self, application_id: str) -> None:
        """Compare and judge one application."""
        from finsam_review.ui.follow_up_page.revised.part import RevisedPart

        part, application = self.part("revised"), self.day.get(application_id)
        if isinstance(part, RevisedPart) and application is not None:
            part.show_application(application)
            self.show_tab("revised")
            self.focus_first()

    @guarded(default=None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt override: files and folders are welcome."""
        if accepted_paths(event.mimeData()):
            event.acceptProposedAction()

    @guarded(default=None)
    def dropEvent(self, event: QDropEvent) -> None:
        """Qt override: take in what was dropped."""
        paths = accepted_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def _revised(self, owner: QWidget) -> QWidget:
        from finsam_review.ui.follow_up_page.revised.part import RevisedPart

        part = RevisedPart(self._context, self.day, owner)
        part.files_chosen.connect(self.files_dropped)
        return part

    def _situation(self, owner: QWidget) -> QWidget:
        from finsam_review.ui.follow_up_page.situation.part import SituationPart

        part = SituationPart(self._context, self.day, owner)
        part.application_asked.connect(self.show_application)
        return part

    def _amounts(self, owner: QWidget) -> QWidget:
        from finsam_review.ui.follow_up_page.amounts.part import AmountsPart

        return AmountsPart(self._context, self.day, owner)

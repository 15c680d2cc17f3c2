"""Owns how a comparison comes into the left side: rows, what could not be compared, the new facts."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from finsam_review.domain.applications import Application, Document
from finsam_review.domain.errors import UserError
from finsam_review.domain.follow_up.fact_changes import changed_rows
from finsam_review.domain.follow_up.taking_over import taken_over
from finsam_review.domain.workshop import MeasureKind
from finsam_review.i18n import gettext as _
from finsam_review.i18n import pgettext
from finsam_review.i18n.calendar_words import day_and_month
from finsam_review.i18n.wording import error_text, failure_text
from finsam_review.ui.context import DayContext
from finsam_review.ui.follow_up_page.changes.facts import fact_rows
from finsam_review.ui.follow_up_page.changes.pane import ChangesPane, Trouble
from finsam_review.ui.follow_up_page.changes.passages import text_heading, text_rows
from finsam_review.ui.follow_up_page.changes.row import ColumnsRow
from finsam_review.ui.follow_up_page.revised.comparing import Compared, Comparing
from finsam_review.ui.follow_up_page.rows.looks import SectionRow, WordsRow
from finsam_review.ui.points_page.lists.rows_model import Row


class Showing(QObject):
    """Compares an application and shows what comes of it. ``settled`` tells that it is shown."""

    settled = Signal()

    def __init__(self, context: DayContext, pane: ChangesPane, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._pane = context, pane
        self._application: Application | None = None
        self.compared: Compared | None = None
        self.comparing = Comparing(self)
        self.comparing.compared.connect(self._on_compared)
        self.comparing.failed.connect(self._on_failed)
        pane.take_over_asked.connect(self.take_over)

    def show(self, application: Application) -> bool:
        """Compare the versions of ``application`` and show it; return whether a revised one has come."""
        same = self._application is not None and self._application.id == application.id
        self._application = application
        documents = self._context.session.revisions.documents(application.id)
        if documents is None:
            self.compared = None
            self.comparing.forget()
            return False
        if not same:
            self.compared = None
            self._pane.offer_facts(words="")
            self._pane.show_waiting(f"{application.id} ")
        self.comparing.compare(application.id, documents)
        return True

    def take_over(self) -> None:
        """Let the application have the facts of its revised version."""
        application, compared = self._application, self.compared
        if application is None or compared is None:
            return
        session = self._context.session
        new = taken_over(session.applications.get(application.id).details, compared.versions.revised_details)
        if not self._context.commands.do(lambda: session.applications.change(application.id, new)):
            self._context.commands.offer_undo()

    def stop(self) -> None:
        """End what is being compared."""
        self.comparing.stop()

    def _on_compared(self, compared: Compared) -> None:
        application = self._application
        if application is None or application.id != compared.application_id:
            return
        self.compared = compared
        trouble = _trouble(compared)
        readable = bool(compared.versions.revised_blocks)
        kinds = self._context.session.day.frame().kinds
        is_used = taken_over(application.details, compared.versions.revised_details) == application.details
        rows = list(_rows(compared, kinds, is_used=is_used)) if readable else []
        n, of = changed_rows(compared.facts)
        title = _("Facts that changed: {n} of {of}").format(n=n, of=of) if readable else ""
        self._pane.show_rows(rows, facts_title=title, trouble=trouble)
        words = "" if is_used or not readable else _("Use the new facts")
        reason = _("The day can only be read here.") if self._context.session.read_only else ""
        self._pane.offer_facts(words=words, reason=reason)
        self.settled.emit()

    def _on_failed(self, error: Exception) -> None:
        known = error_text(error.code, error.values) if isinstance(error, UserError) else ""
        rest = known or _("Something unexpected happened. Both documents are kept as they came in.")
        lead = _("The versions can't be compared.")
        self._pane.show_rows([], facts_title="", trouble=Trouble(lead, rest))
        self.settled.emit()


def _rows(compared: Compared, kinds: Sequence[MeasureKind], *, is_used: bool) -> list[Row]:
    prefix, versions = f"{compared.application_id} ", compared.versions
    first, revised = versions.first_details.received_on, versions.revised.received_on
    before, after = pgettext("version", "First"), pgettext("version", "Revised")
    if first is not None:
        before = _("First, {day}").format(day=day_and_month(first))
    if revised is not None:
        after = _("Revised, {day}").format(day=day_and_month(revised))
    rows: list[Row] = [ColumnsRow(f"{prefix}columns", before, after)]
    rows += fact_rows(compared.facts, kinds, prefix)
    if is_used and any(fact.changed for fact in compared.facts):
        rows.append(WordsRow(f"{prefix}used", _("The application has the new facts.")))
    if versions.first_blocks:
        rows.append(SectionRow(f"{prefix}text", text_heading(compared.comparison)))
        rows += text_rows(compared.comparison, prefix)
    return rows


def _trouble(compared: Compared) -> Trouble | None:
    versions = compared.versions
    if not versions.revised_blocks:
        lead = _("The revised version can't be read here.")
        return Trouble(lead, _reason(versions.revised))
    if versions.first is None:
        lead = _("There is no first document to compare the text with.")
        return Trouble(lead, _("The application was added by hand. Its facts are compared."))
    if not versions.first_blocks:
        lead = _("The first version can't be read here, so its text is not compared.")
        return Trouble(lead, _reason(versions.first))
    return None


def _reason(document: Document) -> str:
    return failure_text(document.problem or "no_text", {"file": document.file_name})

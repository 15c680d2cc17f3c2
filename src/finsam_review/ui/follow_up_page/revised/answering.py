"""Owns the answers: the points of the application shown, ticked by key or mouse, remarks of one's own."""

from PySide6.QtCore import QObject

from finsam_review.domain.changes import Changes
from finsam_review.domain.follow_up.responses import Answer
from finsam_review.domain.summaries import SummarySource, SummaryState
from finsam_review.i18n import gettext as _
from finsam_review.ui.context import DayContext
from finsam_review.ui.follow_up_page.answers.pane import AnswersPane
from finsam_review.ui.follow_up_page.answers.row import AnswerRow, answer_rows
from finsam_review.ui.follow_up_page.day_state import FollowUpDay


class Answering(QObject):
    """Shows the points and carries out what is asked for them."""

    def __init__(self, context: DayContext, day: FollowUpDay, pane: AnswersPane, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._day, self._pane = context, day, pane
        self._source: SummarySource | None = None
        self._rows: list[AnswerRow] = []
        self.application_id = ""
        pane.asked.connect(self.do)
        pane.answered.connect(self._on_answered)

    @property
    def reason(self) -> str:
        """Why nothing can be answered; empty when it can."""
        if self._context.session.read_only:
            return _("The day can only be read here.")
        if not self._day.arrival(self.application_id).has_revised:
            return _("They are judged when the revised version has come.")
        return ""

    def show(self, application_id: str) -> None:
        """Show the points of an application."""
        if application_id != self.application_id:
            self._pane.remark.close_line()
        self.application_id, self._source = application_id, None
        self.refresh()

    def follow(self, changes: Changes) -> None:
        """Show what an operation changed."""
        here = {self.application_id}
        said = changes.summaries | changes.points | changes.topics | changes.applications
        if here & said or changes.readings or changes.questions or changes.workshop:
            self._source = None
        self.refresh()

    def refresh(self) -> None:
        """Show points and answers as they are now."""
        if self._source is None:
            self._source = self._context.session.summaries.source(self.application_id)
        source = self._source
        self._rows = answer_rows(source, self._day.responses(self.application_id))
        draft = source.state is SummaryState.DRAFT
        about = _("The summary is not approved: these are its points just now.") if draft else ""
        self._pane.show_rows(self._rows, about=about if self._rows else "", reason=self.reason)

    def do(self, command: str) -> None:
        """Carry out an answer, *none*, *remark* or *next* for the point that is chosen."""
        row = self._pane.view.current_row
        if command == "next":
            self._go_to_next(row)
        elif row is None or self._refused():
            return
        elif command == "remark":
            self._ask_remark(row)
        else:
            self._answer(row, None if command == "none" else Answer(command), row.remark)

    def _on_answered(self, key: str, answer: str) -> None:
        row = next((row for row in self._rows if row.key == key), None)
        if row is not None and not self._refused():
            new = Answer(answer)
            self._answer(row, None if row.answer is new else new, row.remark)

    def _answer(self, row: AnswerRow, answer: Answer | None, words: str) -> None:
        session, application_id = self._context.session, self.application_id
        kept = words if answer is not None else ""
        self._context.commands.do(
            lambda: session.revisions.answer(application_id, row.key, answer, words=kept)
        )

    def _ask_remark(self, row: AnswerRow) -> None:
        answer = row.answer
        if answer is None:
            self._context.commands.remark(
                _("Judge the point first: 1, 2 or 3. Then a remark can be written.")
            )
            return
        heading = _("Remark about point {number}").format(number=row.number)
        self._pane.remark.ask(heading, row.remark, lambda words: self._answer(row, answer, words))

    def _go_to_next(self, row: AnswerRow | None) -> None:
        """Go to the next point that nobody has judged, round the end."""
        here = self._rows.index(row) + 1 if row in self._rows else 0
        onward = [*self._rows[here:], *self._rows[:here]]
        found = next((item for item in onward if item.answer is None), None)
        if found is None:
            self._context.commands.remark(_("Every point is judged."))
        else:
            self._pane.view.choose(found.key)

    def _refused(self) -> bool:
        if self.reason:
            self._context.commands.remark(self.reason)
        return bool(self.reason)

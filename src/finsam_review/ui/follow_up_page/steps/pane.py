"""Owns the steps of one application: the line of stations, what is noted about them, the process picture."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from finsam_review.domain.follow_up.steps import StatusEntry
from finsam_review.i18n import gettext as _
from finsam_review.i18n.follow_up_words import out_of_order_text, outcome_names
from finsam_review.ui.context import DayContext
from finsam_review.ui.follow_up_page.day_state import FollowUpDay
from finsam_review.ui.follow_up_page.rows.delegate import RowDelegate
from finsam_review.ui.follow_up_page.steps.look import StepLook
from finsam_review.ui.follow_up_page.steps.note_line import Noted, NoteLine
from finsam_review.ui.follow_up_page.steps.row import StepRow, step_rows
from finsam_review.ui.frame.lines import line_across
from finsam_review.ui.points_page.lines.key_line import Key, KeyLine
from finsam_review.ui.points_page.lists.rows_model import RowsModel
from finsam_review.ui.points_page.lists.rows_view import RowsView
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.messages import Message

_KEYS = {
    Qt.Key.Key_Return: "note",
    Qt.Key.Key_Enter: "note",
    Qt.Key.Key_F2: "note",
    Qt.Key.Key_Delete: "take back",
    Qt.Key.Key_P: "picture",
}


class StepsView(RowsView):
    """The steps from the first to the last."""

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, _KEYS, parent, many=False)
        self.setAccessibleName(_("Steps of the application"))

    def _side(self) -> int:
        return 10

    def _air(self) -> int:
        return 0

    def _dress(self) -> None:
        self.use(RowDelegate({StepRow: StepLook(current_theme())}, self))


class StepsPane(QFrame):
    """Steps with dates and notes. ``picture_asked`` tells that the process picture is wanted."""

    picture_asked = Signal()

    def __init__(self, context: DayContext, day: FollowUpDay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "surface")
        self._context, self._day = context, day
        self._session = context.session
        self.application_id = ""
        self.model = RowsModel(self)
        self.view = StepsView(self.model, self)
        self.order = Message("warn", "", "", self)
        self.order.hide()
        self.keys = KeyLine(_keys(), self)
        self.line = NoteLine(self)
        self._lay_out()
        self.view.asked.connect(self.do)
        self.view.doubleClicked.connect(lambda _index: self.do("note"))
        self.keys.asked.connect(self.do)
        self.line.opened.connect(self.keys.hide)
        self.line.closed.connect(self._on_line_closed)
        if context.session.read_only:
            self.keys.set_blocked(_("The day can only be read here."))
        follow_theme(self._dress)

    def show_application(self, application_id: str) -> None:
        """Show the steps of an application; where it stands now is chosen."""
        if application_id != self.application_id:
            self.line.close_line()
        self.application_id = application_id
        milestones = self._session.steps.milestones(application_id)
        rows = step_rows(milestones, f"{application_id} ")
        before = self.view.current_key
        self.model.set_rows(rows)
        if not before or self.model.place_of(before) < 0:
            here = next((row.key for row in rows if row.state == "here"), "")
            self.view.choose(here, quiet=True)
        names = {row.code: row.name for row in rows}
        odd = self._session.steps.out_of_order(application_id)
        self.order.setVisible(bool(odd))
        if odd:
            nearest = {item.later_step: item.step for item in odd}
            said = [out_of_order_text(names[step], names[later]) for later, step in nearest.items()]
            self.order.say("warn", _("The dates do not follow each other."), " ".join(said))

    def focus_list(self) -> None:
        """Take the keyboard."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def do(self, command: str) -> None:
        """Carry out *note*, *take back* or *picture* for the step that is chosen."""
        if command == "picture":
            self.picture_asked.emit()
            return
        place = self.view.currentIndex().row()
        row = self.model.row_at(place) if place >= 0 else None
        if not isinstance(row, StepRow) or self._session.read_only:
            return
        if command == "note":
            self._note(row)
        else:
            self._take_back(row)

    def _note(self, row: StepRow) -> None:
        entries = self._session.steps.entries(self.application_id)
        own = [entry for entry in entries if entry.step == row.code]
        known = _known(own[-1]) if own else Noted(self._day.today)
        step = next(step for step in self._session.steps.steps() if step.code == row.code)
        names = outcome_names()
        outcomes = [(code, names.get(code, code)) for code in step.outcomes]
        heading = _("Note the step: {name}").format(name=row.name)
        application_id = self.application_id

        def noted(what: Noted) -> str:
            refusal = self._context.commands.do(
                lambda: self._session.steps.note(
                    application_id, row.code, what.on, words=what.words, outcome=what.outcome
                ),
                quiet=True,
            )
            if not refusal:
                self._context.commands.offer_undo()
            return refusal

        self.line.ask(heading, known, outcomes, noted)

    def _take_back(self, row: StepRow) -> None:
        before = self._session.steps.entries(self.application_id)
        if not any(entry.step == row.code and not entry.is_derived for entry in before):
            said = _("Nothing is noted about “{name}” that could be taken back.").format(name=row.name)
            self._context.commands.remark(said)
            return
        if not self._context.commands.do(
            lambda: self._session.steps.take_back(self.application_id, row.code)
        ):
            self._context.commands.offer_undo()

    def _on_line_closed(self) -> None:
        self.keys.show()
        self.focus_list()

    def _lay_out(self) -> None:
        self._messages = QVBoxLayout()
        self._messages.addWidget(self.order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._messages)
        column.addWidget(self.view, 1)
        column.addWidget(line_across(self))
        column.addWidget(self.keys)
        column.addWidget(self.line)

    def _dress(self) -> None:
        px = current_theme().px
        self._messages.setContentsMargins(px(12), 0, px(12), 0)


def _known(entry: StatusEntry) -> Noted:
    return Noted(entry.on, entry.words, entry.outcome)


def _keys() -> tuple[Key, ...]:
    return (
        Key("note", "Enter", _("Write down")),
        Key("take back", "Del", _("Take back")),
        Key("picture", "P", _("Process picture")),
    )

"""Owns the editing of the template that all letters are made from, beside what it makes of one of them."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from finsam_review.domain.errors import UserError
from finsam_review.domain.outgoing.template import MailTemplate, check_template
from finsam_review.i18n import gettext as _
from finsam_review.i18n.wording import error_text
from finsam_review.ui.context import DayContext
from finsam_review.ui.frame.flow import FlowLayout
from finsam_review.ui.frame.folding_row import FoldingRow
from finsam_review.ui.frame.lines import line_across
from finsam_review.ui.guard import guarded
from finsam_review.ui.letters_page.template.form import TemplateForm
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.labels import ElidedLabel, Label

PAUSE_MS = 400
"""How long somebody rests before what was written is kept."""
_LEAST = 330


class TemplateEditor(QFrame):
    """Subject and body. What can be filled is kept at each pause; what can't is told where it stands."""

    closed = Signal()

    def __init__(self, context: DayContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "paper")
        self._context, self._outbox = context, context.session.outbox
        self._application_id = ""
        self._kept = MailTemplate("", "")
        self._goes_on = False
        self.reset = Button(_("Put the template back"), self, icon_name="arrow-counter-clockwise")
        self.done = Button(_("Done"), self, icon_name="check")
        self._heading = Label("", self, role=Role.SMALL, weight=SEMIBOLD, tone="ink2", wrap=True)
        self._made_subject = Label("", self, weight=SEMIBOLD, wrap=True)
        self._made_body = Label("", self, wrap=True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._build()
        self.form.written.connect(self._on_written)
        self._pause.timeout.connect(self.keep)
        self.reset.clicked.connect(self._on_reset)
        self.done.clicked.connect(self.close_editor)
        follow_theme(self._dress)

    @property
    def made(self) -> str:
        """What the template makes of the chosen letter: its subject, then its body."""
        return f"{self._made_subject.text()}\n{self._made_body.text()}"

    @property
    def is_busy(self) -> bool:
        """Whether something was written that no pause has kept yet."""
        return self._pause.isActive()

    def open_editor(self) -> None:
        """Show the template in use, ready to be written in."""
        self._goes_on = False
        self._show(self._outbox.template())
        self.form.enter()

    def show_for(self, application_id: str, title: str) -> None:
        """Show what the template makes of another letter."""
        self._application_id = application_id
        self._heading.setText(_("The letter about {title} will read").format(title=title))
        self._show_made(self.form.template if self.isVisible() else self._outbox.template())

    def refresh(self) -> None:
        """Show the template as it is kept now, unless something is being written."""
        kept = self._outbox.template()
        if kept not in (self._kept, self.form.template) and not self._pause.isActive():
            self._show(kept)
        self._show_made(self.form.template)

    def keep(self) -> bool:
        """Keep what is written, or say what is wrong with it; return whether it is kept."""
        self._pause.stop()
        written = self.form.template
        wrong = _refusal(MailTemplate(written.subject, "")), _refusal(MailTemplate("", written.body))
        self.form.show_errors(*wrong)
        if any(wrong):
            return False
        if written != self._outbox.template():
            goes_on, self._goes_on = self._goes_on, True
            refusal = self._context.commands.do(
                lambda: self._outbox.change_template(written, goes_on=goes_on), quiet=True
            )
            self.form.show_errors("", refusal)
            if refusal:
                return False
        self._kept = written
        self._show_made(written)
        return True

    def close_editor(self) -> None:
        """Go back to the letter; what can't be kept stays here with its reason."""
        if self.keep():
            self.closed.emit()
        else:
            self.form.enter()

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: Esc goes one step back."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_editor()
        else:
            super().keyPressEvent(event)

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: what the template makes stands beside it, or below where room is short."""
        super().resizeEvent(event)
        self._arrange()

    def _on_written(self) -> None:
        if self.form.template != self._kept:
            self._pause.start()

    def _on_reset(self) -> None:
        self._pause.stop()
        self._goes_on = False
        refusal = self._context.commands.do(lambda: self._outbox.change_template(None))
        if not refusal:
            self._show(self._outbox.template())
            self._context.commands.offer_undo()
        self.form.enter()

    def _show(self, template: MailTemplate) -> None:
        self._kept = template
        self.form.show_template(template)
        self._pause.stop()
        self._show_made(template)

    def _show_made(self, template: MailTemplate) -> None:
        if not self._application_id:
            return
        try:
            letter = self._outbox.letter(self._application_id, template=template)
        except UserError:
            return  # told beside the field where it stands; the last good one is left to look at
        self._made_subject.setText(letter.subject)
        self._made_body.setText(letter.body)

    def _build(self) -> None:
        title = ElidedLabel(_("Template for all letters"), self, role=Role.LEAD, weight=SEMIBOLD)
        buttons = QWidget(self)
        self._buttons = FlowLayout(buttons)
        self._buttons.addWidget(self.reset)
        self._buttons.addWidget(self.done)
        head = QFrame(self)
        head.setProperty("part", "surface")
        head_column = QVBoxLayout(head)
        head_column.setContentsMargins(0, 0, 0, 0)
        head_column.addWidget(FoldingRow(title, buttons, head, least=150))
        self._page = QWidget()
        self.form = TemplateForm(self._page)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._page)
        self._sides.addWidget(self.form, 1)
        self._sides.addWidget(self._reading(), 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (head, line_across(self), area):
            whole.addWidget(part)

    def _reading(self) -> QWidget:
        side = QFrame(self._page)
        side.setProperty("part", "card")
        self._reading_column = QVBoxLayout(side)
        for label in (self._heading, self._made_subject, self._made_body):
            self._reading_column.addWidget(label)
        self._reading_column.addStretch(1)
        return side

    def _arrange(self) -> None:
        beside = self.width() >= 2 * current_theme().px(_LEAST)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._sides.direction() is not way:
            self._sides.setDirection(way)

    def _dress(self) -> None:
        px = current_theme().px
        self._sides.setContentsMargins(px(14), px(12), px(14), px(12))
        self._sides.setSpacing(px(14))
        self._reading_column.setContentsMargins(px(18), px(14), px(18), px(14))
        self._reading_column.setSpacing(px(10))
        self._buttons.set_air(px(8))
        self._arrange()


def _refusal(template: MailTemplate) -> str:
    try:
        check_template(template)
    except UserError as error:
        return error_text(error.code, error.values)
    return ""

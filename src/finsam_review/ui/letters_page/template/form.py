"""Owns the fields of the template: subject, body, and the buttons that put a field in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from finsam_review.domain.outgoing.template import Field as TemplateField
from finsam_review.domain.outgoing.template import MailTemplate
from finsam_review.i18n import gettext as _
from finsam_review.ui.frame.flow import FlowLayout
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.fields import Field, TextBox, TextField
from finsam_review.ui.widgets.labels import Label

_LINES = 9


class TemplateForm(QWidget):
    """The template as it is written. ``written`` tells of each change by hand."""

    written = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.subject, self.body = TextField(_("Subject")), TextBox(_("Body"))
        self._subject_field = Field(_("Subject"), self.subject, self)
        self._body_field = Field(_("Body"), self.body, self)
        self._last: TextField | TextBox = self.body
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._subject_field)
        self._column.addWidget(self._body_field, 1)
        lead = Label(_("Put in a field"), self, role=Role.SMALL, weight=SEMIBOLD, tone="ink2")
        self._column.addWidget(lead)
        self.fields = QWidget(self)
        self._flow = FlowLayout(self.fields)
        for field in TemplateField:
            self._flow.addWidget(self._button(field))
        self._column.addWidget(self.fields)
        self.subject.textChanged.connect(self.written)
        self.body.textChanged.connect(self.written)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)
        follow_theme(self._dress)

    @property
    def template(self) -> MailTemplate:
        """The template as it stands in the fields."""
        return MailTemplate(self.subject.text(), self.body.toPlainText())

    @property
    def errors(self) -> tuple[str, str]:
        """What is said below subject and body; empty where nothing is wrong."""
        return self._subject_field.error, self._body_field.error

    def show_template(self, template: MailTemplate) -> None:
        """Show another template."""
        if self.subject.text() != template.subject:
            self.subject.setText(template.subject)
        if self.body.toPlainText() != template.body:
            self.body.setPlainText(template.body)
        self.show_errors("", "")

    def show_errors(self, subject: str, body: str) -> None:
        """Say below each field what is wrong with it."""
        self._subject_field.show_error(subject)
        self._body_field.show_error(body)

    def enter(self) -> None:
        """Take the keyboard to what is wrong, else to the body."""
        wrong = self.subject if self._subject_field.error else self.body
        wrong.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def insert(self, field: TemplateField) -> None:
        """Put a field where the caret was last, and the caret behind it."""
        words = f"{{{field}}}"
        if isinstance(self._last, TextField):
            self._last.insert(words)
        else:
            self._last.insertPlainText(words)
        self._last.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, field: TemplateField) -> Button:
        button = Button(f"{{{field}}}", self.fields, role=Role.SMALL)
        button.setAccessibleName(_("Put in the field {field}").format(field=field))
        button.clicked.connect(lambda _checked=False: self.insert(field))
        return button

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is self.subject:
            self._last = self.subject
        elif now is self.body:
            self._last = self.body

    def _dress(self) -> None:
        px = current_theme().px
        self._column.setSpacing(px(10))
        self._flow.set_air(px(6))
        self.body.setMinimumHeight(self.body.height_of(_LINES))

"""Owns the dialog with the details of an application: corrected, added by hand, or put away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from finsam_review.domain.applications import Application, ApplicationDetails
from finsam_review.domain.changes import Changes
from finsam_review.domain.errors import UserError
from finsam_review.domain.intake import Candidate, Proposal
from finsam_review.i18n import gettext as _
from finsam_review.ui.application_dialog.documents import DocumentRows
from finsam_review.ui.application_fields.draft import Draft
from finsam_review.ui.application_fields.form import ApplicationForm
from finsam_review.ui.context import DayContext
from finsam_review.ui.dialogs.frame import DialogFrame
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.messages import Message


class ApplicationDialog(DialogFrame):
    """Edits ``application``, or adds one when it is ``None``. Everything it does can be undone.

    ``application_id`` is that of the application edited or added, empty if none was.
    """

    def __init__(
        self, context: DayContext, application: Application | None, parent: QWidget | None = None
    ) -> None:
        title = _title(application)
        super().__init__(title, parent, room=(640, 640))
        self._context, self._application = context, application
        self.application_id = application.id if application else ""
        frame = context.session.day.frame()
        self.draft = _draft_of(application)
        self.form = ApplicationForm(frame.parties, frame.kinds, self, settle=True)
        self.form.show_draft(self.draft)
        self._message = Message("danger", "", "", self)
        self._message.hide()
        self.documents = DocumentRows(application.documents if application else (), self)
        self.done_button = Button(_("Done"), self, kind="filled")
        self._build()
        self._dress()

    @property
    def message(self) -> str:
        """Why the details were not saved, where no field says it; empty otherwise."""
        return "" if self._message.isHidden() else self._message.accessibleName()

    def save(self) -> bool:
        """Save what is written; return whether it was. A refusal is told where it belongs."""
        if self.draft.wrong:
            self._focus_first_wrong()
            return False
        refusal: list[UserError] = []

        def act() -> Changes:
            try:
                return self._save()
            except UserError as error:
                refusal.append(error)
                raise

        sentence = self._context.commands.do(act, quiet=True)
        if not sentence:
            if self._is_changed:
                self._context.commands.offer_undo()
            return True
        if not self.form.show_refusal(refusal[0].code, sentence):
            self._message.show()
            self._message.say("danger", _("Nothing was saved."), sentence)
        return False

    def put_away(self) -> None:
        """Put the application away with its notes; undo takes it out again."""
        if self._application is None:
            return
        identity = self._application.id
        if not self._context.commands.do(lambda: self._context.session.applications.remove(identity)):
            self._context.commands.offer_undo()
            self.accept()

    def _save(self) -> Changes:
        service = self._context.session.applications
        if self._application is None:
            added, changes = service.add(self.draft.details)
            self.application_id = added.id
            return changes
        return service.change(self._application.id, self.draft.details, doubts=self.draft.doubts)

    @property
    def _is_changed(self) -> bool:
        before = self._application
        return before is None or (self.draft.details, self.draft.doubts) != (before.details, before.doubts)

    def _build(self) -> None:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.form)
        self.form.setAutoFillBackground(False)
        self.contents.addWidget(self._message)
        self.contents.addWidget(area, 1)
        self.contents.addWidget(self.documents)
        if self._application is not None:
            away = Button(_("Put away"), self, kind="danger", icon_name="archive")
            away.setAccessibleName(_("Put the application away"))
            self.add_button(away, left=True).clicked.connect(self.put_away)
        self.add_button(Button(_("Cancel"), self)).clicked.connect(self.reject)
        self.add_button(self.done_button, default=True).clicked.connect(self._on_done)
        self.form.lines["title"].editor.setFocus(Qt.FocusReason.OtherFocusReason)
        area.setMinimumHeight(current_theme().px(160))

    def _on_done(self) -> None:
        if self.save():
            self.accept()

    def _focus_first_wrong(self) -> None:
        key = next(iter(self.draft.wrong))
        self.form.lines[key].editor.setFocus(Qt.FocusReason.OtherFocusReason)


def _title(application: Application | None) -> str:
    if application is None:
        return _("New application")
    return f"{application.number}  {application.short_title}"


def _draft_of(application: Application | None) -> Draft:
    if application is None:
        return Draft.of(Candidate(Proposal(ApplicationDetails())))
    return Draft.of(Candidate(Proposal(application.details, doubts=application.doubts)))

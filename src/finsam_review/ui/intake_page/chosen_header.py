"""Owns the head of the chosen application: its name, its file, doubts about the whole, and *Allt stämmer*."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.domain.intake import FailedItem
from finsam_review.i18n import gettext as _
from finsam_review.i18n.wording import failure_text
from finsam_review.ui.application_fields.draft import Draft
from finsam_review.ui.application_fields.field_lines import Remark, RemarkList
from finsam_review.ui.application_fields.form_keys import line_of
from finsam_review.ui.application_fields.remarks import doubt_sentence
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.labels import ElidedLabel
from finsam_review.ui.widgets.segmented import SegmentedChoice


class ChosenHeader(QFrame):
    """What is chosen, and the button that says all of it is right. ``settled`` tells of a press."""

    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "surface")
        self._title = ElidedLabel("", self, role=Role.LEAD, weight=SEMIBOLD)
        self._file = ElidedLabel("", self, role=Role.SMALL, tone="ink2")
        self.button = Button(_("All is right"), self, icon_name="check")
        self.button.clicked.connect(lambda _checked=False: self.settled.emit())
        ways = [("fields", _("Details"), "pencil-simple"), ("document", _("Document"), "file-text")]
        self.tabs = SegmentedChoice(_("Show"), ways, self)
        self._said = RemarkList(self)
        self._lay_out()
        follow_theme(self._dress)

    def show_draft(self, draft: Draft) -> None:
        """Show which application is chosen, and what is said about its document as a whole."""
        names = ", ".join(document.file_name for document in draft.candidate.documents)
        self._title.setText(draft.details.title.strip() or _("No title"))
        self._file.setText(names or _("From the list"))
        self._said.show_remarks(_remarks(draft))
        restorable = draft.all_was_settled
        self.button.set_words(_("Show the question marks") if restorable else _("All is right"))
        self.button.setVisible(bool(draft.doubts) or restorable)

    def show_failed(self, item: FailedItem) -> None:
        """Show the name of a file that became nothing."""
        self._title.setText(item.item)
        self._file.setText("")
        self._said.show_remarks([])
        self.button.hide()

    def fold(self, *, tabs: bool) -> None:
        """Show the choice between fields and document in place of the file's name, or not."""
        self.tabs.setVisible(tabs)
        self._file.setVisible(not tabs)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._file)
        top = QHBoxLayout()
        top.addLayout(words, 1)
        top.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(self)
        self._column.addLayout(top)
        self._column.addWidget(self._said)
        self._column.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)

    def _dress(self) -> None:
        theme = current_theme()
        self._column.setContentsMargins(theme.px(16), theme.px(9), theme.px(16), theme.px(9))
        self._column.setSpacing(theme.px(8))
        self.setMinimumHeight(theme.px(64))


def _remarks(draft: Draft) -> list[Remark]:
    if draft.problem and not draft.edited:
        return [
            Remark(
                "warn",
                failure_text(draft.problem, {"file": draft.document.file_name if draft.document else ""}),
            ),
            Remark("ink2", _("The file is kept as it came. Fill in the details by hand.")),
        ]
    said = [Remark("warn", doubt_sentence(d)) for d in draft.doubts if line_of(d.field) == "document"]
    if draft.is_revision:
        said.append(
            Remark("ink2", _("A new version of an application that is already here. Its details stay."))
        )
    elif draft.candidate.application_id:
        said.append(Remark("ink2", _("The application is already here. What you take in is added to it.")))
    return said

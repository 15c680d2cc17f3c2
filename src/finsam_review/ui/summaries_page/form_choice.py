"""Owns the choice of what summaries are saved as: PDF, Word, or the copy that stays inside."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.services.outgoing.exporting import Form
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.fields import Choice
from finsam_review.ui.widgets.labels import Label


def form_words(form: Form) -> str:
    """Return what a form is called: *PDF*, *Word*, *Intern kopia*."""
    return {Form.PDF: _("PDF"), Form.WORD: _("Word"), Form.INTERNAL: _("Internal copy")}[form]


class FormChoice(QWidget):
    """A drop-down list of the forms, and a sentence about the one that is not for applicants."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = Label(_("Save as"), self, role=Role.SMALL, tone="ink2")
        self.box = Choice(_("Save as"), self)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(3)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for form in Form:
            self.box.addItem(form_words(form), form)
        name.setBuddy(self.box)
        self._about = Label(
            _("Stays with you: it shows the tables, what was set aside and the receipt."),
            self,
            role=Role.SMALL,
            tone="ink2",
            wrap=True,
        )
        self._row = QHBoxLayout()
        self._row.addWidget(name)
        self._row.addWidget(self.box, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row)
        self._column.addWidget(self._about)
        self._about.hide()
        self.box.currentIndexChanged.connect(self._on_index)
        follow_theme(self._dress)

    @property
    def form(self) -> Form:
        """The form chosen."""
        return Form(self.box.currentData())

    def choose(self, form: Form) -> None:
        """Choose a form as a person does."""
        self.box.setCurrentIndex(list(Form).index(form))

    def _on_index(self, _place: int) -> None:
        self._about.setVisible(self.form is Form.INTERNAL)
        self.chosen.emit(self.form)

    def _dress(self) -> None:
        px = current_theme().px
        self._row.setSpacing(px(8))
        self._column.setSpacing(px(4))

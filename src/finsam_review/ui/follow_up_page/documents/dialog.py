"""Owns the dialog that shows a document as it will be, and saves it in the forms there are."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.domain.errors import UserError
from finsam_review.i18n import gettext as _
from finsam_review.i18n.wording import error_text
from finsam_review.services.outgoing.exporting import Exported
from finsam_review.ui.frame.file_notice import FileNotice
from finsam_review.ui.guard import guarded
from finsam_review.ui.pdf_pages import PdfPagesView
from finsam_review.ui.pdf_pages.saving import ask_where_to_save
from finsam_review.ui.saving.work import SavingWork
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.labels import Label

_ROOM = (820, 900)


@dataclass(frozen=True, slots=True)
class SaveForm:
    """A form in which a document can be saved: its button, the ending of its file, and how it is written."""

    words: str
    icon_name: str
    suffix: str
    kinds: str
    save: Callable[[Path], Exported]


class DocumentDialog(QDialog):
    """Pages made beside the window. Esc closes; what is being written is written to its end first."""

    def __init__(
        self,
        title: str,
        make: Callable[[], bytes],
        forms: Sequence[SaveForm],
        suggested: Path,
        parent: QWidget | None = None,
    ) -> None:
        """``suggested`` is the file's place and name without an ending."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._suggested, self._forms = suggested, tuple(forms)
        self.pages = PdfPagesView(title, self)
        self.pages.hide()
        self.notice = FileNotice(self)
        self._coming = Label(_("The pages are being made."), self, tone="ink2")
        self._coming.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.work = SavingWork(self)
        self._buttons = [self._button(form) for form in forms]
        self._lay_out()
        self.work.previewed.connect(self._on_made)
        self.work.preview_failed.connect(self._on_failed)
        self.work.stepped.connect(self._on_saved)
        self.work.failed.connect(self._on_failed)
        follow_theme(self._dress)
        self._fit()
        self.work.preview(make)

    @property
    def buttons(self) -> Sequence[Button]:
        """The buttons that save, in order."""
        return self._buttons

    def save(self, form: SaveForm, target: Path) -> None:
        """Write the document as ``target``."""
        self.notice.clear()
        self.work.save(_once(form, target if target.suffix else target.with_suffix(form.suffix)))

    @guarded(default=None)
    def done(self, result: int) -> None:
        """Qt override: what is being made is made to its end first."""
        self.work.stop()
        super().done(result)

    def _ask_where(self, form: SaveForm) -> None:
        suggested = self._suggested.with_name(self._suggested.name + form.suffix)
        target = ask_where_to_save(self, form.words, suggested, kinds=form.kinds)
        if target is not None:
            self.save(form, target)

    def _on_made(self, pdf: bytes) -> None:
        self._coming.hide()
        self.pages.show()
        self.pages.show_pdf(pdf)
        self.pages.setFocus()

    def _on_saved(self, done: Exported) -> None:
        if done.path is None:
            reason = error_text(done.error.code, done.error.values) if done.error is not None else ""
            self.notice.tell_failed(_("The file is not saved."), reason)
            return
        unshown = ""
        if done.unshown:
            unshown = _("Not in any font here: {signs}").format(signs=", ".join(done.unshown))
        self.notice.tell_saved(_("The file is saved."), done.path, more=unshown)

    def _on_failed(self, error: Exception) -> None:
        self._coming.hide()
        known = error_text(error.code, error.values) if isinstance(error, UserError) else ""
        reason = known or _("Something unexpected happened. What you have written is safe.")
        self.notice.tell_failed(_("The pages can't be made."), reason)

    def _button(self, form: SaveForm) -> Button:
        button = Button(form.words, self, icon_name=form.icon_name)
        button.clicked.connect(lambda: self._ask_where(form))
        return button

    def _lay_out(self) -> None:
        self._row = QHBoxLayout()
        self._row.addStretch(1)
        for button in self._buttons:
            self._row.addWidget(button)
        close = Button(_("Close"), self, kind="text")
        close.clicked.connect(self.reject)
        self._row.addWidget(close)
        column = QVBoxLayout(self)
        column.addWidget(self.notice)
        column.addWidget(self._coming, 1)
        column.addWidget(self.pages, 1)
        column.addLayout(self._row)

    def _fit(self) -> None:
        theme, screen = current_theme(), self.screen().availableSize()
        wide = min(theme.px(_ROOM[0]), round(screen.width() * 0.94))
        self.resize(wide, min(theme.px(_ROOM[1]), round(screen.height() * 0.88)))

    def _dress(self) -> None:
        self._row.setSpacing(current_theme().px(8))


def _once(form: SaveForm, target: Path) -> Iterator[Exported]:
    try:
        done = form.save(target)
    except UserError as error:
        done = Exported(1, 1, target.name, error=error)
    yield done

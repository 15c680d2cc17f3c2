"""Owns the ways that applications and typed-up notes come into the list: one button with a short menu."""

from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QWidget

from finsam_review.domain.changes import Changes
from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.i18n.wording import failure_text
from finsam_review.services.lists.notes import NotesTakenIn
from finsam_review.ui.context import DayContext
from finsam_review.ui.intake_page import choose_files, choose_folder
from finsam_review.ui.messages import tell
from finsam_review.ui.widgets.buttons import IconButton


class ListTools(QWidget):
    """A plus: take in applications, add one by hand, take in typed-up notes."""

    files_chosen = Signal(list)
    add_requested = Signal()

    def __init__(self, context: DayContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._button = IconButton("plus-circle", _("Take in or add"), self)
        self._button.setEnabled(not context.session.read_only)
        self._button.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._button)

    def choose_files(self) -> None:
        """Ask which files to take in."""
        self._tell(choose_files(self.window()))

    def menu(self) -> QMenu:
        """Return the menu; the caller opens it."""
        menu = QMenu(self)
        menu.addAction(_("Take in applications …")).triggered.connect(self.choose_files)
        menu.addAction(_("Take in a whole folder …")).triggered.connect(self._choose_folder)
        menu.addAction(_("Add an application by hand …")).triggered.connect(self.add_requested)
        menu.addSeparator()
        menu.addAction(_("Take in typed-up notes …")).triggered.connect(self._import_notes)
        return menu

    def _choose_folder(self) -> None:
        self._tell(choose_folder(self.window()))

    def _import_notes(self) -> None:
        import_note_list(self._context, self.window())

    def _tell(self, paths: list[Path]) -> None:
        if paths:
            self.files_chosen.emit(paths)

    def _open(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height())))


def import_note_list(context: DayContext, parent: QWidget) -> None:
    """Ask for a list of typed-up notes, stick them up, and say what came of it."""
    kinds = _("Lists (*.csv *.xlsx *.ods)")
    chosen, _kind = QFileDialog.getOpenFileName(parent, _("Take in typed-up notes"), "", kinds)
    if not chosen:
        return
    taken: list[NotesTakenIn] = []

    def take() -> Changes:
        taken.append(context.session.import_notes(Path(chosen)))
        return taken[0].changes

    refusal = context.commands.do(take, quiet=True)
    tell(parent, refusal or words_of(taken[0]))


def words_of(taken: NotesTakenIn) -> str:
    """Return what came of a list, in words: how many are new, were there, or failed and why."""
    lines = [ngettext("{n} note is new.", "{n} notes are new.", taken.added).format(n=taken.added)]
    if taken.already_here:
        count = taken.already_here
        words = ngettext("{n} was already there.", "{n} were already there.", count)
        lines.append(words.format(n=count))
    lines += [f"{item.item}: {failure_text(item.code, item.values)}" for item in taken.failed]
    return "\n".join(lines)

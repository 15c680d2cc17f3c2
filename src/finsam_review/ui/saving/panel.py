"""Owns what is said about a saving: how far it has come, what was saved, what was not and why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from finsam_review.domain.errors import UserError
from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.i18n.wording import error_text
from finsam_review.services.outgoing.exporting import Exported
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.labels import Label
from finsam_review.ui.widgets.messages import Message
from finsam_review.ui.widgets.progress import ProgressCard

_LISTED = 6


@dataclass(frozen=True, slots=True)
class SavingWords:
    """What is said of a kind of file.

    ``making`` and ``saved`` are given how many there are to be; ``some`` how many were saved, of how many.
    ``refused`` is said when nothing could be written, ``next_step`` when all went well.
    """

    making: Callable[[int], str]
    saved: Callable[[int], str]
    some: Callable[[int, int], str]
    refused: Callable[[], str]
    next_step: Callable[[], str] = str


class SavingPanel(QFrame):
    """The progress of a saving and, when it is over, its receipt. Not seen while there is neither."""

    cancelled = Signal()

    def __init__(self, words: SavingWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._titles: Sequence[str] = ()
        self._steps: list[Exported] = []
        self._folder = Path()
        self._message: Message | None = None
        self._progress = ProgressCard("", self)
        self._progress.cancelled.connect(self.cancelled)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._progress)
        self.hide()
        follow_theme(self._dress)

    @property
    def message(self) -> Message | None:
        """The receipt; ``None`` while nothing is over."""
        return self._message

    @property
    def said(self) -> str:
        """What the receipt says; empty while there is none."""
        return self._message.accessibleName() if self._message is not None else ""

    def begin(self, titles: Sequence[str], folder: Path, *, words: SavingWords | None = None) -> None:
        """Show that files called ``titles`` are being written into ``folder``; ``words`` hold from now on."""
        self._words = words or self._words
        self._titles, self._steps, self._folder = tuple(titles), [], folder
        self._drop_message()
        self._progress.start(self._words.making(len(titles)), len(titles))
        self._progress.step(0, len(titles), titles[0] if titles else "")
        self._progress.show()
        self.show()

    def step(self, done: Exported) -> None:
        """Show that one more is done, and which is at hand."""
        self._steps.append(done)
        self._folder = done.path.parent if done.path is not None else self._folder
        following = self._titles[done.number] if done.number < len(self._titles) else ""
        self._progress.step(done.number, done.total, following)

    def end(self, *, stopped: bool) -> None:
        """Show the receipt. Every file is accounted for: saved, refused with its reason, or not begun."""
        failed = [step for step in self._steps if step.error is not None]
        saved, total = len(self._steps) - len(failed), len(self._titles)
        whole = saved == total
        lead = self._words.saved(total) if whole else self._words.some(saved, total)
        rest = [_("You stopped the rest.")] if stopped and not whole else []
        if saved:
            rest.append(_("They are in the folder {folder}.").format(folder=self._folder.name))
        rest += [self._words.next_step()] if saved and self._words.next_step() else []
        rest += _unshown(self._steps)
        message = self._put_message("ok" if whole else "warn", lead, " ".join(rest))
        if failed:
            message.set_body(_reasons(failed, message))
        if saved:
            message.add_action(_("Open the folder"), self._open_folder)
        self._add_close(message)

    def fail(self, error: Exception) -> None:
        """Say why nothing could be written at all."""
        if isinstance(error, UserError):
            reason = error_text(error.code, error.values)
        elif isinstance(error, OSError):
            reason = error_text("folder_read_only", {"folder": self._folder.name})
        else:
            reason = _("Something unexpected happened. The notes are safe.")
        self.refuse(self._words.refused(), reason)

    def refuse(self, lead: str, reason: str) -> None:
        """Say that something did not happen, and why."""
        self._add_close(self._put_message("danger", lead, reason))

    def _put_message(self, kind: str, lead: str, rest: str) -> Message:
        self._drop_message()
        self._progress.hide()
        self._message = Message(kind, lead, rest, self)
        self._column.addWidget(self._message)
        self.show()
        self._message.show()
        self._message.announce()
        return self._message

    def _add_close(self, message: Message) -> None:
        message.add_action(_("Close"), self.put_away, kind="text")

    def _drop_message(self) -> None:
        if self._message is not None:
            self._message.hide()
            self._message.deleteLater()
            self._message = None

    def put_away(self) -> None:
        """Say nothing any more."""
        self._drop_message()
        self.hide()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _dress(self) -> None:
        theme = current_theme()
        self._column.setContentsMargins(theme.px(12), 0, theme.px(12), theme.px(12))


def _unshown(steps: Sequence[Exported]) -> list[str]:
    """Return a sentence about the characters that no font has, if there are any."""
    codes = sorted({code for step in steps for code in step.unshown})
    if not codes:
        return []
    titles = ", ".join(step.title for step in steps if step.unshown)
    sentence = _("No font has the characters {codes}. They stand as [{first}] in: {titles}.")
    return [sentence.format(codes=", ".join(codes[:_LISTED]), first=codes[0], titles=titles)]


def _reasons(failed: Sequence[Exported], parent: QWidget) -> QWidget:
    lines = [
        f"{step.title}: {error_text(step.error.code, step.error.values)}"
        for step in failed
        if step.error is not None
    ]
    if len(lines) > _LISTED:
        more = len(lines) - _LISTED
        lines = [*lines[:_LISTED], ngettext("and {n} more", "and {n} more", more).format(n=more)]
    return Label("\n".join(lines), parent, role=Role.SMALL, wrap=True)

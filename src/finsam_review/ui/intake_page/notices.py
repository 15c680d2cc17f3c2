"""Owns the messages of the review: what was taken in, what was refused, what was already here."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from finsam_review.domain.intake import FailedItem
from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.i18n.wording import failure_text
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.messages import Message

_SHOWN = 3


class Notices(QWidget):
    """At most one message about what happened and one about what a person should know."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._happened = Message("ok", "", "", self)
        self._warned = Message("info", "", "", self)
        self._column = QVBoxLayout(self)
        for message in (self._happened, self._warned):
            self._column.addWidget(message)
            message.hide()
        self.hide()
        follow_theme(self._dress)

    @property
    def words(self) -> str:
        """What is said, for screen readers and tests."""
        shown = [message for message in (self._happened, self._warned) if not message.isHidden()]
        return " ".join(message.accessibleName() for message in shown)

    def warn(self, items: Sequence[FailedItem]) -> None:
        """Say what a person should know about some files, or nothing."""
        sentences = list(dict.fromkeys(failure_text(item.code, item.values) for item in items))
        lead = ngettext("About {n} of the files:", "About {n} of the files:", len(sentences))
        self._put(
            self._warned, "info", lead.format(n=len(sentences)) if sentences else "", _listed(sentences)
        )

    def refuse(self, sentence: str) -> None:
        """Say why nothing was taken in."""
        self._put(self._happened, "danger", _("Nothing was taken in."), sentence)

    def tell_taken(self, number: int, failed: Sequence[FailedItem]) -> None:
        """Say how many were taken in, and which were not and why."""
        lead = ngettext("{n} application is taken in.", "{n} applications are taken in.", number).format(
            n=number
        )
        reasons = [f"{item.item}: {failure_text(item.code, item.values)}" for item in failed]
        self._put(self._happened, "warn" if failed else "ok", lead, _listed(reasons))

    def _put(self, message: Message, kind: str, lead: str, rest: str) -> None:
        message.setVisible(bool(lead))
        message.say(kind, lead, rest)
        self.setVisible(not (self._happened.isHidden() and self._warned.isHidden()))

    def _dress(self) -> None:
        theme = current_theme()
        self._column.setContentsMargins(theme.px(14), 0, theme.px(14), theme.px(10))
        self._column.setSpacing(theme.px(8))


def _listed(sentences: Sequence[str]) -> str:
    more = len(sentences) - _SHOWN
    told = " ".join(sentences[:_SHOWN])
    return f"{told} {_('And {n} more.').format(n=more)}" if more > 0 else told

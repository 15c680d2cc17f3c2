"""Owns the right side: how many points are judged, the points, their keys, and the remark."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.i18n.follow_up_words import answer_name, judged_text
from finsam_review.ui.follow_up_page.answers.remark_line import RemarkLine
from finsam_review.ui.follow_up_page.answers.row import AnswerRow
from finsam_review.ui.follow_up_page.answers.view import AnswersView
from finsam_review.ui.follow_up_page.rows.looks import WordsRow
from finsam_review.ui.frame.lines import line_across
from finsam_review.ui.points_page.lines.key_line import Key, KeyLine
from finsam_review.ui.points_page.lists.rows_model import Row, RowsModel
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.labels import ElidedLabel, Label


class AnswersPane(QFrame):
    """*Svarar den på synpunkterna?*"""

    asked = Signal(str)
    """Something is asked for the chosen point: an answer, *none*, *remark* or *next*."""
    answered = Signal(str, str)
    """A point was answered with the mouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "paper")
        self.model = RowsModel(self)
        self.view = AnswersView(self.model, self)
        self.title = ElidedLabel(_("Does it answer the points?"), self, role=Role.LEAD, weight=SEMIBOLD)
        self.counted = Label("", self, role=Role.SMALL, weight=SEMIBOLD)
        self.about = Label("", self, role=Role.SMALL, tone="ink2", wrap=True)
        self.keys = KeyLine(_keys(), self)
        self.remark = RemarkLine(self)
        self._build()
        self.view.asked.connect(self.asked)
        self.view.answered.connect(self.answered)
        self.keys.asked.connect(self.asked)
        self.remark.opened.connect(self._show_keys)
        self.remark.closed.connect(self._on_remark_closed)
        follow_theme(self._dress)

    def show_rows(self, rows: Sequence[AnswerRow], *, about: str, reason: str) -> None:
        """Show the points. ``about`` is worth knowing of all; ``reason`` is why none can be answered."""
        done = sum(row.answer is not None for row in rows)
        self.counted.setText(judged_text(done, len(rows)) if rows else "")
        said = " ".join(part for part in (reason, about) if part)
        self.about.setText(said)
        self.about.setVisible(bool(said))
        self.view.set_open(is_open=not reason)
        self.keys.set_blocked(reason)
        nothing: list[Row] = [WordsRow("no points", _("No points yet. They come from the summary."))]
        shown: Sequence[Row] = rows or nothing
        self.model.set_rows(shown)
        if self.view.currentIndex().row() < 0 and rows:
            first = next((row for row in rows if row.answer is None), rows[0])
            self.view.choose(first.key, quiet=True)

    def focus_list(self) -> None:
        """Take the keyboard."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_remark_closed(self) -> None:
        self._show_keys()
        self.focus_list()

    def _show_keys(self) -> None:
        self.keys.setVisible(self.remark.isHidden())

    def _build(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.counted)
        self._below = QVBoxLayout()
        self._below.addWidget(self.about)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addLayout(self._below)
        column.addWidget(self.view, 1)
        column.addWidget(line_across(self))
        column.addWidget(self.keys)
        column.addWidget(self.remark)

    def _dress(self) -> None:
        px = current_theme().px
        self._head.setContentsMargins(px(16), px(10), px(16), px(6))
        self._head.setSpacing(px(8))
        self._below.setContentsMargins(px(16), 0, px(16), px(4))


def _keys() -> tuple[Key, ...]:
    return (
        Key("answered", "1", answer_name("answered")),
        Key("partly", "2", answer_name("partly")),
        Key("not", "3", answer_name("not")),
        Key("remark", "Enter", _("Write down")),
        Key("next", "N", _("Next left")),
    )

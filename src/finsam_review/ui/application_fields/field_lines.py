"""Owns a line of the form: label, editor, and beneath it in words what is known and what is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.guard import guarded
from finsam_review.ui.icons import icon
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import REGULAR, SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.fields import ErrorLine, TextBox, mark_wrong
from finsam_review.ui.widgets.labels import Label

LABEL_WIDTH = 104
_SIDE, _MARGIN = 8, 4
"""Air at the sides of a box in design pixels, and the margin that Qt gives its document."""
_ICONS = {"ok": "check", "warn": "warning-fill", "ink2": "info"}


@dataclass(frozen=True, slots=True)
class Remark:
    """What is known about a line in words: ``tone`` is ok, warn or ink2."""

    tone: str
    words: str


class LineBox(TextBox):
    """One line of text that wraps and grows instead of scrolling out of sight. Enter is not written."""

    LINES_MAX = 12

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self.updateGeometry)
        follow_theme(self._set_air)

    def text(self) -> str:
        """Return what stands in the box."""
        return self.toPlainText()

    def put(self, text: str) -> None:
        """Show ``text`` from its beginning, without telling that somebody wrote it."""
        with QSignalBlocker(self):
            self.setPlainText(text)
        self.updateGeometry()

    @guarded(default=True)
    def hasHeightForWidth(self) -> bool:
        """Qt override: a narrower box wraps more."""
        return True

    @guarded(default=36)
    def heightForWidth(self, width: int) -> int:
        """Qt override: the height at which all of the text is seen, up to twelve lines."""
        theme = current_theme()
        around = theme.px(_SIDE) * 2 + 2 + 2 * _MARGIN + 2
        room = QRect(0, 0, max(1, width - around), 100_000)
        flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
        metrics = self.fontMetrics()
        wrapped = metrics.boundingRect(room, int(flags), self.toPlainText() or " ").height()
        tall = min(wrapped, metrics.lineSpacing() * self.LINES_MAX)
        return max(theme.px(36), tall + 2 * (self._air() + _MARGIN + 1) + 1)

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        """Qt override: readable, and as high as its text."""
        width = current_theme().px(200)
        return QSize(width, self.heightForWidth(width))

    @guarded(default=QSize)
    def minimumSizeHint(self) -> QSize:
        """Qt override: may become narrow."""
        theme = current_theme()
        return QSize(theme.px(80), theme.px(36))

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: Enter belongs to the dialog around."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _air(self) -> int:
        """Return the padding above and below that makes one line as high as a field."""
        left = current_theme().px(36) - self.fontMetrics().lineSpacing() - 2 * (_MARGIN + 1)
        return max(1, left // 2)

    def _set_air(self) -> None:
        air, side = self._air(), current_theme().px(_SIDE)
        thick = f"padding: {max(0, air - 1)}px {side - 1}px;"
        self.setStyleSheet(
            f"QPlainTextEdit {{ padding: {air}px {side}px; }}"
            f"QPlainTextEdit:focus, QPlainTextEdit[wrong='true'] {{ {thick} }}"
        )
        self.setFont(current_theme().font(Role.BODY))
        self.updateGeometry()


class RemarkLine(QWidget):
    """One remark under a field: icon and words."""

    def __init__(self, remark: Remark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remark = remark
        weight = SEMIBOLD if remark.tone == "warn" else REGULAR
        self._icon = Label("", self)
        words = Label(remark.words, self, role=Role.SMALL, weight=weight, tone=remark.tone, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        follow_theme(self._dress)

    def _dress(self) -> None:
        theme = current_theme()
        side = theme.px(17)
        drawn = icon(_ICONS[self._remark.tone], theme.colour(self._remark.tone), side)
        self._icon.setPixmap(drawn.pixmap(side, side))
        self._icon.setContentsMargins(0, theme.px(2), 0, 0)


class RemarkList(QWidget):
    """Remarks beneath each other; no room at all when there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.remarks: tuple[Remark, ...] = ()
        self._rows: list[RemarkLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.hide()

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Show ``remarks`` in place of those before."""
        if tuple(remarks) == self.remarks:
            return
        self.remarks = tuple(remarks)
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [RemarkLine(remark, self) for remark in remarks]
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(remarks))


class FieldLine(QWidget):
    """A label, an editor (with what belongs to it in ``below``), remarks, and what is wrong."""

    entered = Signal()
    settle_asked = Signal()

    def __init__(
        self, label: str, editor: QWidget, parent: QWidget | None = None, *, below: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._stacked: bool | None = None
        self._label = Label(label, self, role=Role.SMALL, weight=SEMIBOLD, tone="ink2", wrap=True)
        self._label.setBuddy(editor)
        editor.setAccessibleName(label)
        editor.installEventFilter(self)
        self._error = ErrorLine(self)
        self._remarks = RemarkList(self)
        self._settle = Button(_("This is right"), self, kind="text", role=Role.SMALL)
        self._settle.setAccessibleName(_("{field}: this is right").format(field=label))
        self._settle.clicked.connect(lambda _checked=False: self.settle_asked.emit())
        self._settle.hide()
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        for part in (editor, below, self._error):
            if part is not None:
                self._column.addWidget(part)
        self._column.addWidget(self._remarks)
        self._column.addWidget(self._settle, 0, Qt.AlignmentFlag.AlignLeft)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.set_stacked(stacked=False)
        follow_theme(self._dress)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What stands beneath the editor."""
        return self._remarks.remarks

    @property
    def error(self) -> str:
        """What is wrong, in a sentence; empty when nothing is."""
        return self._error.text

    def set_stacked(self, *, stacked: bool) -> None:
        """Put the label above the editor, or to the left of it."""
        if stacked == self._stacked:
            return
        self._stacked = stacked
        self._grid.removeWidget(self._label)
        self._grid.removeItem(self._column)
        self._grid.addWidget(self._label, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(self._column, 1 if stacked else 0, 0 if stacked else 1)
        self._grid.setColumnStretch(0, 1 if stacked else 0)
        self._grid.setColumnStretch(1, 0 if stacked else 1)
        self._dress()

    def show_remarks(self, remarks: Sequence[Remark], *, settle: bool = False) -> None:
        """Show what is known; ``settle`` offers the button that says the value is right as it stands."""
        self._settle.setVisible(settle)
        self._remarks.show_remarks(remarks)
        self._describe()

    def show_error(self, sentence: str) -> None:
        """Tell what is wrong, or take it away with an empty sentence."""
        mark_wrong(self.editor, self._error, sentence)
        self._describe()

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt override: hears that the editor got the keyboard; never eats an event."""
        if watched is self.editor and event.type() is QEvent.Type.FocusIn:
            self.entered.emit()
        return False

    def _describe(self) -> None:
        said = [self._error.text, *(remark.words for remark in self.remarks)]
        self.editor.setAccessibleDescription(" ".join(part for part in said if part))

    def _dress(self) -> None:
        theme = current_theme()
        self._label.setFixedWidth(theme.px(LABEL_WIDTH)) if not self._stacked else self._free_label()
        self._label.setContentsMargins(0, 0 if self._stacked else theme.px(8), 0, 0)
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(4))

    def _free_label(self) -> None:
        self._label.setMinimumWidth(0)
        self._label.setMaximumWidth(16_777_215)

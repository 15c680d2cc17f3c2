"""Owns the mail as it will be read: to whom, about what, with which files, and every word of it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from finsam_review.i18n import gettext as _
from finsam_review.ui.frame.lines import line_across
from finsam_review.ui.guard import guarded
from finsam_review.ui.icons import paint_icon
from finsam_review.ui.letters_page.letter.address_field import AddressField
from finsam_review.ui.letters_page.letter.shown import ShownFile, ShownLetter, size_words
from finsam_review.ui.letters_page.letter.written import Written
from finsam_review.ui.marks.focus_ring import ring_on_focus
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.labels import Label, plain_tooltip

_SPOKEN = 20_000
"""Characters of a letter that a screen reader is given at once."""


class MailCard(QScrollArea):
    """A card that scrolls as a whole: arrows and Page Down when it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Letter"))
        self.address = AddressField(self)
        self._subject, self._body = Written(_("Subject")), Written(_("Body"))
        self._files = QWidget(self)
        self._file_column = QVBoxLayout(self._files)
        self._file_column.setContentsMargins(0, 0, 0, 0)
        self._shown: ShownLetter | None = None
        self._build()
        ring_on_focus(self, radius=10)
        follow_theme(self._dress)

    @property
    def shown(self) -> ShownLetter | None:
        """The letter shown."""
        return self._shown

    @property
    def said(self) -> str:
        """Subject, files and body as they are read on the card."""
        chips = (chip.words for chip in self._files.findChildren(FileChip))
        return "\n".join((self._subject.toPlainText(), *chips, self._body.toPlainText()))

    def show_letter(self, letter: ShownLetter, *, title: str) -> None:
        """Show a letter; ``title`` says which it is to those who do not see it."""
        other = self._shown is None or self._shown.application_id != letter.application_id
        self._shown = letter
        self.setAccessibleName(_("The letter about {title}").format(title=title))
        self.setAccessibleDescription(f"{letter.subject}\n{letter.body}"[:_SPOKEN])
        self._subject.say(letter.subject)
        self._body.say(letter.body)
        self._show_files(letter.files)
        if other:
            self.verticalScrollBar().setValue(0)

    def _show_files(self, files: tuple[ShownFile, ...]) -> None:
        for chip in self._files.findChildren(FileChip):
            self._file_column.removeWidget(chip)
            chip.setParent(None)
            chip.deleteLater()
        for file in files:
            self._file_column.addWidget(FileChip(file, self._files))
        self._waiting.setVisible(not files)

    def _build(self) -> None:
        self._card = _Card()
        self._card.setProperty("part", "card")
        self._waiting = Label(_("is being made"), self, role=Role.SMALL, tone="ink2")
        self._file_column.addWidget(self._waiting)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._grids: list[QGridLayout] = []
        self._names: list[Label] = []
        for name, part in (
            (_("To"), self.address),
            (_("Subject"), self._subject),
            (_("Attached"), self._files),
        ):
            grid = QGridLayout()
            label = Label(name, self._card, weight=SEMIBOLD, tone="ink2")
            grid.addWidget(label, 0, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(part, 0, 1)
            grid.setColumnStretch(1, 1)
            column.addLayout(grid)
            column.addWidget(line_across(self._card))
            self._grids.append(grid)
            self._names.append(label)
        self._text = QVBoxLayout()
        self._text.addWidget(self._body)
        column.addLayout(self._text)
        column.addStretch(1)
        self.setWidget(self._card)

    def _dress(self) -> None:
        px = current_theme().px
        for grid in self._grids:
            grid.setContentsMargins(px(16), px(10), px(10), px(10))
            grid.setHorizontalSpacing(px(10))
            grid.setColumnMinimumWidth(0, px(56))
        for name, high in zip(self._names, (22, 22, 28), strict=True):
            name.setFixedHeight(px(high))
        self._file_column.setSpacing(px(6))
        self._text.setContentsMargins(px(16), px(14), px(16), px(18))


class _Card(QFrame):
    """The card itself: never wider than there is room, whatever stands on it."""

    @guarded(default=QSize)
    def minimumSizeHint(self) -> QSize:
        """Qt override: any width."""
        return QSize(0, super().minimumSizeHint().height())


class FileChip(QWidget):
    """An attachment: icon, name and size, cut in the name where room is short."""

    def __init__(self, file: ShownFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self.words = f"{file.name} · {size_words(file.size)}" if file.size else file.name
        self.setAccessibleName(self.words)
        self.setToolTip(plain_tooltip(self.words))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        follow_theme(self._dress)

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        """Qt override: icon, words, air."""
        px = current_theme().px
        return QSize(round(QFontMetricsF(self.font()).horizontalAdvance(self.words)) + px(46), px(28))

    @guarded(default=QSize)
    def minimumSizeHint(self) -> QSize:
        """Qt override: the icon and an ellipsis."""
        px = current_theme().px
        return QSize(px(70), px(28))

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: the chip."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line2" if theme.tokens.plain else "line"), 1))
        painter.setBrush(theme.colour("surface"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        side = theme.px(18)
        place = QRectF(theme.px(10), (self.height() - side) / 2, side, side)
        paint_icon(painter, "file-text" if self._file.is_word else "file-pdf", place, theme.colour("ink"))
        painter.setPen(theme.colour("ink"))
        painter.setFont(self.font())
        room = QRectF(theme.px(33), 0, self.width() - theme.px(44), self.height())
        cut = QFontMetricsF(self.font()).elidedText(
            self.words, Qt.TextElideMode.ElideMiddle, room.width() + 1
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)

    def _dress(self) -> None:
        self.setFont(current_theme().font(Role.SMALL))
        self.updateGeometry()
        self.update()

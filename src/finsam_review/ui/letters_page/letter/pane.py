"""Owns the right side of the tab: the exact mail beside the exact page, or one of them at a time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.frame.lines import line_across
from finsam_review.ui.guard import guarded
from finsam_review.ui.letters_page.letter.head import LetterHead
from finsam_review.ui.letters_page.letter.mail_card import MailCard
from finsam_review.ui.letters_page.letter.notices import Notice
from finsam_review.ui.letters_page.letter.shown import ShownLetter
from finsam_review.ui.pdf_pages import PdfPagesView
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.labels import Label
from finsam_review.ui.widgets.messages import Message
from finsam_review.ui.widgets.segmented import SegmentedChoice

_LEAST = 300
"""Design pixels that the mail and the page each need to stand beside the other."""


class LetterPane(QFrame):
    """One letter. ``summary_asked`` leads to the summary that is not approved, Esc back to the list."""

    back_asked = Signal()
    summary_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "paper")
        self.head = LetterHead(self)
        self.card = MailCard(self)
        self.pages = PdfPagesView("", self)
        self._title = ""
        self._choice = SegmentedChoice(
            _("Side"), [("mail", _("Letter"), "envelope-simple"), ("pdf", _("PDF"), "file-pdf")], self
        )
        self._coming = Label(_("The page is being made."), self, tone="ink2", wrap=True)
        self._coming.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message: Message | None = None
        self._notice: Notice | None = None
        self._build()
        self.head.back_asked.connect(self.back_asked)
        self.head.address_asked.connect(self.mend_address)
        self._choice.chosen.connect(lambda _key: self._arrange())
        follow_theme(self._dress)

    @property
    def is_folded(self) -> bool:
        """Whether the mail and the page are seen one at a time."""
        return not self._choice.isHidden()

    @property
    def is_coming(self) -> bool:
        """Whether the page is still being made."""
        return self._coming.isVisibleTo(self)

    @property
    def notice(self) -> str:
        """What is said above the letter; empty when nothing is."""
        return self._message.accessibleName() if self._message is not None else ""

    def show_title(self, title: str) -> None:
        """Say whose letter it is."""
        self._title = title
        self.pages.set_name(_("The page that goes with the letter about {title}").format(title=title))

    def show_letter(self, letter: ShownLetter) -> None:
        """Show a letter; one whose pages are being made keeps those that are there, if they are its own."""
        before = self.card.shown
        same = before is not None and before.application_id == letter.application_id
        if not letter.is_whole and same and before is not None and before.files:
            letter = ShownLetter(
                letter.application_id, letter.to, letter.subject, letter.body, before.files, before.pdf
            )
        self.card.show_letter(letter, title=self._title)
        if not letter.is_whole:
            self.pages.clear()
        elif not same or before is None or before.pdf != letter.pdf:
            self.pages.show_pdf(letter.pdf, keep_place=same)
        self._coming.setVisible(not letter.is_whole)
        self._arrange()

    def show_nothing(self, application_id: str) -> None:
        """Show an empty card for a letter that can't be made; a notice says why."""
        self.card.show_letter(ShownLetter(application_id, "", "", ""), title=self._title)
        self.pages.clear()
        self._coming.hide()
        self._arrange()

    def say(self, notice: Notice | None) -> None:
        """Say something above the letter, or nothing."""
        if notice == self._notice:
            return
        self._notice = notice
        if self._message is not None:
            self._message.hide()
            self._message.deleteLater()
            self._message = None
        if notice is not None:
            self._message = Message(notice.kind, notice.lead, notice.rest, self)
            if notice.to_summary:
                self._message.add_action(_("To the summary"), self.summary_asked.emit)
            self._messages.addWidget(self._message)
        self._messages.setContentsMargins(*self._margins())

    def show_side(self, key: str) -> None:
        """Let *mail* or *pdf* be what is seen where only one is."""
        self._choice.choose(key)
        self._arrange()

    def mend_address(self) -> None:
        """Let the address be written."""
        self.show_side("mail")
        self.card.verticalScrollBar().setValue(0)
        self.card.address.open_field()

    def enter(self, key: str = "mail") -> None:
        """Take the keyboard to the mail or to the page."""
        self.show_side(key)
        part = self.card if key == "mail" else self.pages
        part.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: Esc goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: the page folds away where there is no room for both."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        folded = self.width() < 2 * current_theme().px(_LEAST) + current_theme().px(40)
        self._bar.setVisible(folded)
        self._choice.setVisible(folded)
        side = self._choice.choice
        self.card.setVisible(not folded or side == "mail")
        self._right.setVisible(not folded or side == "pdf")
        self.pages.setVisible(not self._coming.isVisibleTo(self._right))

    def _build(self) -> None:
        self._bar = QWidget(self)
        self._bar_row = QHBoxLayout(self._bar)
        self._bar_row.addWidget(self._choice)
        self._bar_row.addStretch(1)
        self._messages = QVBoxLayout()
        self._right = QWidget(self)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self._coming, 1)
        right.addWidget(self.pages, 1)
        self._sides = QHBoxLayout()
        self._sides.addWidget(self.card, 12)
        self._sides.addWidget(self._right, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(line_across(self))
        column.addWidget(self._bar)
        column.addLayout(self._messages)
        column.addLayout(self._sides, 1)

    def _margins(self) -> tuple[int, int, int, int]:
        px = current_theme().px
        return (px(14), px(10), px(14), 0) if self._message is not None else (0, 0, 0, 0)

    def _dress(self) -> None:
        px = current_theme().px
        self._bar_row.setContentsMargins(px(14), px(6), px(14), 0)
        self._messages.setContentsMargins(*self._margins())
        self._sides.setContentsMargins(px(14), px(12), px(12), px(12))
        self._sides.setSpacing(px(8))
        self._arrange()

"""Owns the pane with the text of the document, where the sentence behind a field is marked."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QVBoxLayout, QWidget

from finsam_review.domain.intake import Block, Heading, ListItem, ReadDocument, TableBlock
from finsam_review.i18n import gettext as _
from finsam_review.i18n.wording import failure_text
from finsam_review.ui.application_fields.quotes import Span, find_quote
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.labels import ElidedLabel

_COLUMNS_MAX = 4


class DocumentPane(QFrame):
    """*Så står det i handlingen*: the text as read, headings and tables kept, never taken for markup."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "sunken")
        self._document: ReadDocument | None = None
        self._quote = ""
        self._heading = ElidedLabel(_("As the document says"), self, role=Role.SMALL, weight=SEMIBOLD)
        self._page = QFrame(self)
        self._page.setProperty("part", "surface")
        self._text = QTextEdit(self._page)
        self._text.setReadOnly(True)
        self._text.setAccessibleName(_("The text of the document"))
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setTabChangesFocus(True)
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QVBoxLayout(self._page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._text)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._page, 1)
        follow_theme(self._dress)

    @property
    def text(self) -> QTextEdit:
        """The view of the text, for the focus."""
        return self._text

    @property
    def marked(self) -> str:
        """The sentence that is marked, empty if none is."""
        return " ".join(part.cursor.selectedText() for part in self._text.extraSelections())

    def show_document(self, document: ReadDocument | None) -> None:
        """Show the text of ``document``, from its beginning."""
        self._document, self._quote = document, ""
        self._write()

    def mark(self, quote: str) -> None:
        """Mark the sentence that holds ``quote`` and bring it into view; nothing for an empty one."""
        self._quote = quote
        span = find_quote(self._text.toPlainText(), quote) if quote else None
        self._text.setExtraSelections(self._selections(span) if span else [])
        if span:
            QTimer.singleShot(0, self, lambda: self._bring_into_view(span))

    def _bring_into_view(self, span: Span) -> None:
        cursor = QTextCursor(self._text.document())
        cursor.setPosition(min(span.start, self._text.document().characterCount() - 1))
        bar = self._text.verticalScrollBar()
        top = self._text.cursorRect(cursor).top() + bar.value()
        seen = self._text.viewport().height()
        if not bar.value() <= top <= bar.value() + seen - current_theme().px(48):
            bar.setValue(max(0, top - seen // 3))

    def _selections(self, span: Span) -> list[QTextEdit.ExtraSelection]:
        """Return a selection for each block of ``span``: one across cells would mark whole rows."""
        document = self._text.document()
        form = QTextCharFormat()
        theme = current_theme()
        form.setBackground(theme.colour("warn_soft"))
        form.setForeground(theme.colour("ink"))
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        form.setUnderlineColor(theme.colour("warn"))
        found: list[QTextEdit.ExtraSelection] = []
        block = document.findBlock(span.start)
        while block.isValid() and block.position() < span.end:
            cursor = QTextCursor(block)
            cursor.setPosition(max(span.start, block.position()))
            last = min(span.end, block.position() + block.length() - 1)
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            if cursor.hasSelection():
                selection = QTextEdit.ExtraSelection()
                selection.cursor = cursor
                selection.format = form
                found.append(selection)
            block = block.next()
        return found

    def _write(self) -> None:
        self._text.clear()
        self._text.setExtraSelections([])
        cursor = QTextCursor(self._text.document())
        cursor.beginEditBlock()
        blocks = self._document.blocks if self._document else ()
        if blocks:
            _Writer(cursor).write(blocks)
        else:
            cursor.insertText(self._why_empty(), _char(Role.BODY, "ink2"))
        cursor.endEditBlock()
        self._text.moveCursor(QTextCursor.MoveOperation.Start)

    def _why_empty(self) -> str:
        if self._document is None:
            return _("There is no document: everything comes from the list.")
        if self._document.problem:
            return failure_text(self._document.problem, {"file": self._document.file_name})
        return _("The document has no text.")

    def _dress(self) -> None:
        theme = current_theme()
        self._column.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(12))
        self._column.setSpacing(theme.px(8))
        self._text.document().setDocumentMargin(theme.px(14))
        quote = self._quote
        self._write()
        self.mark(quote)


class _Writer:
    """Writes blocks into a document with a cursor, always as plain text."""

    def __init__(self, cursor: QTextCursor) -> None:
        self._cursor = cursor
        self._begun = False

    def write(self, blocks: tuple[Block, ...]) -> None:
        for block in blocks:
            if isinstance(block, TableBlock):
                self._table(block)
            elif isinstance(block, Heading):
                role = Role.LEAD if block.level <= 1 else Role.BODY
                self._paragraph(block.text, _char(role, "ink", bold=True), above=10)
            elif isinstance(block, ListItem):
                self._paragraph(f"•\u00a0{block.text}", _char(Role.BODY, "ink"), indent=block.level)
            else:
                self._paragraph(block.text, _char(Role.BODY, "ink"))

    def _paragraph(self, text: str, form: QTextCharFormat, *, above: int = 0, indent: int = 0) -> None:
        theme = current_theme()
        block = QTextBlockFormat()
        block.setTopMargin(theme.px(above) if self._begun else 0)
        block.setBottomMargin(theme.px(8))
        block.setLeftMargin(theme.px(10) * indent)
        if self._begun:
            self._cursor.insertBlock(block, form)
        else:
            self._cursor.setBlockFormat(block)
        self._cursor.insertText(text.replace("\n", "\u2028"), form)
        self._begun = True

    def _table(self, table: TableBlock) -> None:
        columns = max((len(row) for row in table.rows), default=0)
        if not columns:
            return
        if columns > _COLUMNS_MAX:
            for row in table.rows:
                self._paragraph(" · ".join(cell for cell in row if cell.strip()), _char(Role.SMALL, "ink"))
            return
        theme = current_theme()
        form = QTextTableFormat()
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderBrush(theme.colour("line"))
        form.setBorderCollapse(True)
        form.setCellPadding(theme.px(5))
        form.setBottomMargin(theme.px(10))
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        grid = self._cursor.insertTable(len(table.rows), columns, form)
        for place, row in enumerate(table.rows):
            for column, cell in enumerate(row):
                words = _char(Role.SMALL, "ink", bold=column == 0 and columns == 2)
                grid.cellAt(place, column).firstCursorPosition().insertText(cell, words)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._begun = True


def _char(role: Role, tone: str, *, bold: bool = False) -> QTextCharFormat:
    theme = current_theme()
    form = QTextCharFormat()
    form.setFont(theme.font(role, SEMIBOLD) if bold else theme.font(role))
    form.setForeground(QColor(theme.colour(tone)))
    return form

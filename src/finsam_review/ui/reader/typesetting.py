"""Owns how the text of an application is laid out: headings, lists and tables, always from plain text."""

from collections.abc import Iterable

from PySide6.QtGui import (
    QBrush,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextTableFormat,
)

from finsam_review.domain.intake import Block, Heading, ListItem, TableBlock
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import Theme

_HEADINGS = {1: Role.LEAD, 2: Role.BODY}
_LINE_PERCENT = 112
_HEADING_LEVELS = 6
_HEADER_ROW_WORDS = 12
_LONGEST_BLOCK = 4_000
"""Characters. Qt needs 28 s for a single block of 200,000, and no person writes such paragraphs."""
_FORM_COLUMNS = (36, 64)
"""Per cent. A table of two columns is a form: what is asked for, and the answer."""


def typeset(document: QTextDocument, blocks: Iterable[Block], theme: Theme) -> None:
    """Fill ``document`` with ``blocks`` in place of what it held. Nothing in them is read as markup."""
    document.clear()
    document.setDefaultFont(theme.font(Role.BODY))
    document.setDocumentMargin(0)
    document.setIndentWidth(theme.px(18))
    page = _Page(document, theme)
    page.fill(blocks)


class _Page:
    """The document while it is being filled."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        self._cursor = QTextCursor(document)
        self._theme = theme
        self._fresh = True

    def fill(self, blocks: Iterable[Block]) -> None:
        """Add ``blocks`` as one edit, so that Qt lays them out once and not once for each cell."""
        self._cursor.beginEditBlock()
        for block in blocks:
            self.add(block)
        self._cursor.endEditBlock()

    def add(self, block: Block) -> None:
        if isinstance(block, TableBlock):
            self._table(block)
        elif isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, ListItem):
            self._item(block)
        else:
            for start in range(0, max(len(block.text), 1), _LONGEST_BLOCK):
                self._begin(self._spacing(after=9), self._ink())
                self._insert(block.text[start : start + _LONGEST_BLOCK])

    def _heading(self, heading: Heading) -> None:
        spacing = self._spacing(before=0 if self._fresh else 9, after=4)
        spacing.setHeadingLevel(min(heading.level, _HEADING_LEVELS))
        form = self._ink(_HEADINGS.get(heading.level, Role.BODY), SEMIBOLD)
        self._begin(spacing, form)
        self._insert(heading.text)

    def _item(self, item: ListItem) -> None:
        before = self._cursor.currentList()
        self._begin(self._spacing(after=4), self._ink())
        level = max(1, item.level)
        if before is not None and before.format().indent() == level:
            before.add(self._cursor.block())
        else:
            form = QTextListFormat()
            form.setStyle(QTextListFormat.Style.ListDisc if level == 1 else QTextListFormat.Style.ListCircle)
            form.setIndent(level)
            self._cursor.createList(form)
        self._insert(item.text)

    def _table(self, block: TableBlock) -> None:
        columns = max((len(row) for row in block.rows), default=0)
        if not columns:
            return
        self._begin(self._spacing(after=0), self._ink())
        table = self._cursor.insertTable(len(block.rows), columns, self._table_format(columns))
        headed = _has_header(block)
        for row, cells in enumerate(block.rows):
            for column, text in enumerate(cells):
                cell = table.cellAt(row, column).firstCursorPosition()
                cell.setBlockFormat(self._spacing(after=0))
                cell.setCharFormat(self._ink(Role.BODY, SEMIBOLD if headed and row == 0 else None))
                cell.insertText(text)
        if headed:
            form = table.format()
            form.setHeaderRowCount(1)
            table.setFormat(form)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True

    def _table_format(self, columns: int) -> QTextTableFormat:
        form = QTextTableFormat()
        form.setBorder(1)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderBrush(QBrush(self._theme.colour("line2")))
        form.setBorderCollapse(True)
        form.setCellPadding(self._theme.px(6))
        form.setCellSpacing(0)
        form.setTopMargin(self._theme.px(4))
        form.setBottomMargin(self._theme.px(12))
        form.setWidth(_percent(100))
        if columns == len(_FORM_COLUMNS):
            form.setColumnWidthConstraints([_percent(width) for width in _FORM_COLUMNS])
        return form

    def _begin(self, spacing: QTextBlockFormat, form: QTextCharFormat) -> None:
        """Start a block: the empty one there is, or a new one that belongs to no list."""
        if self._fresh:
            self._cursor.setBlockFormat(spacing)
            self._cursor.setCharFormat(form)
        else:
            before = self._cursor.currentList()
            self._cursor.insertBlock(spacing, form)
            if before is not None:
                before.remove(self._cursor.block())
                self._cursor.setBlockFormat(spacing)
        self._fresh = False

    def _insert(self, text: str) -> None:
        """Insert ``text`` as it is; its own line ends stay inside the block."""
        self._cursor.insertText(text.replace("\n", "\u2028"))

    def _spacing(self, *, before: float = 0, after: float) -> QTextBlockFormat:
        form = QTextBlockFormat()
        form.setTopMargin(self._theme.px(before))
        form.setBottomMargin(self._theme.px(after))
        form.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return form

    def _ink(self, role: Role = Role.BODY, weight: QFont.Weight | None = None) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(self._theme.font(role) if weight is None else self._theme.font(role, weight))
        form.setForeground(self._theme.colour("ink"))
        return form


def _percent(width: float) -> QTextLength:
    return QTextLength(QTextLength.Type.PercentageLength, width)


def _has_header(block: TableBlock) -> bool:
    """Return whether the first row reads as names of columns: several short ones, none of them empty."""
    first = block.rows[0]
    short = all(cell.strip() and len(cell.split()) <= _HEADER_ROW_WORDS for cell in first)
    return short and len(first) > 2 and len(block.rows) > 1

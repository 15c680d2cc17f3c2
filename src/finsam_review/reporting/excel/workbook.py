"""Owns what a workbook says, before anybody thinks of files: sheets of columns and rows, frozen and plain."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Kind = Literal["text", "number", "money", "date"]
"""What a column holds: it decides how a number is shown (money in kronor) and at which edge it stands."""

Value = str | int | date | None
"""What a cell holds. A ``str`` is always text, whatever it looks like and whatever column it stands in."""

Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what stands above it, how wide it is in characters, and what it holds."""

    title: str
    width: int
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class SheetContent:
    """A list of rows under a row of headings. Raises ``ValueError`` for a row of another length."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a list that would not stand under its headings."""
        if not self.columns or any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(self.name)


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file of sheets. ``created`` is a moment in UTC: equal workbooks give equal bytes.

    ``language`` is a BCP 47 tag. Raises ``ValueError`` for a workbook without sheets, which no program opens.
    """

    title: str
    author: str
    created: datetime
    sheets: tuple[SheetContent, ...]
    language: str = "sv-SE"

    def __post_init__(self) -> None:
        """Refuse an empty file."""
        if not self.sheets:
            raise ValueError(self.title)

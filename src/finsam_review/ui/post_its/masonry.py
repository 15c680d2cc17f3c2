"""Owns the geometry of the board: notes packed into columns in order, each where there is most room.

Rows are placed from the first on, so what is seen can be placed before the rest has been measured.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from PySide6.QtCore import QRect


@dataclass(frozen=True, slots=True)
class Room:
    """What the notes have to share: px from the left edge, the width of a column, how many, and the air."""

    left: int
    top: int
    column_width: int
    columns: int
    air: int

    @classmethod
    def within(cls, width: int, *, left: int, right: int, top: int, air: int, least: int) -> "Room":
        """Return the room in ``width`` px: columns at least ``least`` px wide, one at worst."""
        free = max(1, width - left - right)
        columns = max(1, (free + air) // (least + air))
        return cls(left, top, (free - air * (columns - 1)) // columns, columns, air)


class Masonry:
    """Where each row is. Rows have heights that are told one by one; tops never fall from row to row."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self._tops: list[int] = []
        self._columns: list[int] = []
        self._heights: list[int] = []
        self._tallest = 0

    def __len__(self) -> int:
        return len(self._tops)

    @property
    def bottom(self) -> int:
        """The lowest px of any placed row, 0 when there is none."""
        return max(self._bottoms(len(self)), default=0) - self.room.air if self._tops else 0

    @property
    def reach(self) -> int:
        """The px down to which every column is filled."""
        return min(self._bottoms(len(self)))

    @property
    def mean_height(self) -> float:
        """The mean height of the placed rows with the air below, for guessing at the others."""
        return sum(self._heights) / len(self._heights) + self.room.air if self._heights else 80.0

    def append(self, height: int) -> None:
        """Place the next row."""
        self._place([height], self._bottoms(len(self)))

    def insert(self, row: int, heights: list[int]) -> None:
        """Place new rows before ``row``; those after it move on."""
        self._rebuild(row, heights + self._heights[row:])

    def remove(self, first: int, last: int) -> None:
        """Take away rows ``first`` to ``last``; those after them move up."""
        self._rebuild(first, self._heights[last + 1 :])

    def change(self, row: int, height: int) -> None:
        """Give ``row`` another height."""
        if self._heights[row] != height:
            self._rebuild(row, [height, *self._heights[row + 1 :]])

    def forget_from(self, row: int) -> None:
        """Forget ``row`` and what comes after it, to be told again."""
        self._rebuild(row, [])

    def rect(self, row: int) -> QRect:
        """Return where ``row`` is, in px from the top of everything."""
        room = self.room
        left = room.left + self._columns[row] * (room.column_width + room.air)
        return QRect(left, self._tops[row], room.column_width, self._heights[row])

    def between(self, top: int, bottom: int) -> range:
        """Return rows among which are all that show between ``top`` and ``bottom``."""
        first = bisect_left(self._tops, top - self._tallest)
        return range(first, bisect_right(self._tops, bottom))

    def column_of(self, row: int) -> int:
        """Return the column that ``row`` is in, from 0."""
        return self._columns[row]

    def rows_in(self, column: int) -> list[int]:
        """Return the rows of ``column`` from the top."""
        return [row for row, own in enumerate(self._columns) if own == column]

    def _rebuild(self, row: int, heights: list[int]) -> None:
        bottoms = self._bottoms(row)
        del self._tops[row:], self._columns[row:], self._heights[row:]
        self._place(heights, bottoms)

    def _place(self, heights: list[int], bottoms: list[int]) -> None:
        air = self.room.air
        single = len(bottoms) == 1
        for height in heights:
            column = 0 if single else bottoms.index(min(bottoms))
            self._tops.append(bottoms[column])
            self._columns.append(column)
            bottoms[column] += height + air
        self._heights.extend(heights)
        self._tallest = max(self._tallest, max(heights, default=0))

    def _bottoms(self, row: int) -> list[int]:
        """Return where the next row would begin in each column if ``row`` were the first one missing."""
        found = [-1] * self.room.columns
        missing = self.room.columns
        for before in range(row - 1, -1, -1):
            column = self._columns[before]
            if found[column] < 0:
                found[column] = self._tops[before] + self._heights[before] + self.room.air
                missing -= 1
                if not missing:
                    break
        return [self.room.top if bottom < 0 else bottom for bottom in found]

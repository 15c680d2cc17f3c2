"""What stands in a cell: cleaned as documented, never cut, and legal where Excel is particular."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reporting.excel.builders import CREATED, NAUGHTY, a_workbook

from finsam_review.domain.text import clean_text
from finsam_review.reporting.excel.cells import (
    LONGEST_NAME,
    LONGEST_TEXT,
    MOST_LINE_ENDS,
    cell_text,
    escaped,
    grids,
    sheet_names,
    text_parts,
)
from finsam_review.reporting.excel.workbook import Column, SheetContent, Value, Workbook

ANYTHING = st.text(st.characters(), max_size=300)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(ANYTHING | st.sampled_from(NAUGHTY))
def test_a_text_is_cleaned_as_everywhere_else(text: str) -> None:
    allowed = text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    assert cell_text(text) == clean_text(allowed)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("ring\x07 noll\x00", "ring noll"),
        ("halv \ud83d emoji", "halv \ufffd emoji"),
        ("\ufffeinte\uffff", "\ufffdinte\ufffd"),
        ("rad ett\r\nrad två\x0brad tre", "rad ett\nrad två\nrad tre"),
        ("A\u030a", "Å"),
        (" \t=1+1 ", "=1+1"),
        ("👩‍💻 \u202eb", "👩‍💻 \u202eb"),
    ],
)
def test_the_cleaning(text: str, cleaned: str) -> None:
    assert cell_text(text) == cleaned


@given(st.text("ab _x0041_\n👍", min_size=0, max_size=400), st.integers(1, 400))
def test_parts_are_the_whole(piece: str, times: int) -> None:
    text = piece * times
    parts = text_parts(text)
    assert "".join(parts) == text
    for part in parts:
        assert _units(escaped(part)) <= LONGEST_TEXT
        assert part.count("\n") <= MOST_LINE_ENDS


def test_a_text_is_parted_between_words() -> None:
    parts = text_parts("samverkan " * 10_000)
    assert len(parts) == 4
    assert all(part.endswith("samverkan ") for part in parts)


def test_an_emoji_is_never_parted() -> None:
    parts = text_parts("x" + "👍" * 40_000)
    assert [_units(part) for part in parts] == [32_767, 32_766, 14_468]


def test_what_just_fits_is_left_alone() -> None:
    assert text_parts("x" * LONGEST_TEXT) == ("x" * LONGEST_TEXT,)
    assert text_parts("x" * LONGEST_TEXT + "y") == ("x" * LONGEST_TEXT, "y")
    assert text_parts("\n" * MOST_LINE_ENDS) == ("\n" * MOST_LINE_ENDS,)


def test_a_text_that_looks_like_an_escape_is_escaped() -> None:
    assert escaped("_x0041_ _X0041_ x_x000d_ _x12_") == "_x005F_x0041_ _X0041_ x_x005F_x000d_ _x12_"


def test_a_long_text_goes_on_in_rows_that_say_so() -> None:
    columns = (Column("Ansökan", 8, "number"), Column("Text", 60), Column("Sökt", 12, "money"))
    long, short = "ord " * 20_000 + "slut", "kort"
    (grid,) = grids(a_workbook(SheetContent("Lappar", columns, ((7, long, 1000), (8, short, 2000)))))

    assert [column.title for column in grid.columns] == ["Ansökan", "Text", "Sökt", "Fortsättning"]
    assert [(row[0], row[2], row[3]) for row in grid.rows] == [
        (7, 1000, "fortsätter nedan"),
        (7, None, "forts. 2"),
        (7, None, "forts. 3"),
        (8, 2000, None),
    ]
    assert "".join(str(row[1]) for row in grid.rows[:3]) == long


def test_nothing_is_added_where_all_texts_fit() -> None:
    (grid,) = grids(a_workbook(SheetContent("Lappar", (Column("Text", 60),), (("kort",),))))
    assert [column.title for column in grid.columns] == ["Text"]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, None),
        ("", None),
        (" \n ", None),
        (0, 0),
        (10**15 - 1, 10**15 - 1),
        (10**15, "1000000000000000"),
        (-(10**16), "-10000000000000000"),
        (date(2025, 10, 15), date(2025, 10, 15)),
        (date(1900, 3, 1), date(1900, 3, 1)),
        (date(1899, 12, 31), "1899-12-31"),
    ],
)
def test_what_excel_cannot_count_is_written_out(value: Value, cell: Value) -> None:
    (grid,) = grids(a_workbook(SheetContent("Blad", (Column("Värde", 10),), ((value,),))))
    assert grid.rows == ((cell,),)


def test_names_of_sheets() -> None:
    names = sheet_names(
        ["Lappar", "lappar", "a/b:c[d]*?\\", "", "'", "History", "x" * 40, "x" * 40, "👍" * 20, "'citat'"]
    )
    assert names[:7] == ("Lappar", "lappar (2)", "a-b-c-d-", "Blad", "Blad (2)", "History (2)", "x" * 31)
    assert names[7] == "x" * 27 + " (2)"
    assert names[8] == "👍" * 15
    assert names[9] == "citat"


@given(st.lists(ANYTHING | st.sampled_from(NAUGHTY), min_size=1, max_size=12))
def test_names_of_sheets_are_legal(names: list[str]) -> None:
    legal = sheet_names(names)
    assert len({name.casefold() for name in legal}) == len(names)
    for name in legal:
        assert 1 <= _units(name) <= LONGEST_NAME
        assert not re.search(r"[\[\]:*?/\\\x00-\x1f]", name)
        assert not name.startswith("'")
        assert not name.endswith("'")


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="Blad"):
        SheetContent("Blad", (Column("A", 5), Column("B", 5)), (("ensam",),))


def test_a_workbook_without_sheets_is_refused() -> None:
    with pytest.raises(ValueError, match="Tom"):
        Workbook("Tom", "Förbundet", CREATED, ())

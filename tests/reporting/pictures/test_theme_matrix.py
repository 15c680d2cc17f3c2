"""The theme matrix: what a cell shows and says, and that everything has room wherever it stands."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reporting.pictures.builders import LONG, THEMES, a_cell, a_matrix

from finsam_review.domain.themes import ThemeMatrix, ThemeRow
from finsam_review.domain.workshop import Theme
from finsam_review.reporting.pictures.shapes import Circle, Line, Picture, Rect, Shape, Text
from finsam_review.reporting.pictures.theme_cells import (
    CELL_HEIGHT,
    TINTS,
    cell_shapes,
    cell_width,
    cell_words,
)
from finsam_review.reporting.pictures.theme_columns import ThemeColumn, blocks, theme_columns
from finsam_review.reporting.pictures.theme_matrix import matrix_words, theme_matrix_picture
from finsam_review.reporting.pictures.typesetting import text_width
from finsam_review.ui.theme.tokens import LIGHT


def _dots(shapes: Iterable[Shape]) -> list[bool]:
    """Return for each dot whether it is filled, from left to right."""
    return [shape.fill != "#FFFFFF" for shape in shapes if isinstance(shape, Circle)]


def _texts(shapes: Iterable[Shape]) -> list[str]:
    return [shape.text for shape in shapes if isinstance(shape, Text)]


def _reach(shape: Shape) -> tuple[float, float, float, float]:
    """Return the left, top, right and bottom of a shape."""
    if isinstance(shape, Rect):
        return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
    if isinstance(shape, Circle):
        return shape.x - shape.radius, shape.y - shape.radius, shape.x + shape.radius, shape.y + shape.radius
    if isinstance(shape, Line):
        across, down = [x for x, _y in shape.points], [y for _x, y in shape.points]
        return min(across), min(down), max(across), max(down)
    width = text_width(shape.text, face=shape.face, size=shape.size)
    left = shape.x - {"start": 0, "middle": 0.5, "end": 1}[shape.anchor] * width
    return left, shape.y - shape.size, left + width, shape.y + shape.size / 3


def _inside(picture: Picture) -> bool:
    reaches = [_reach(shape) for shape in picture.shapes]
    return all(
        left >= 0 and top >= 0 and right <= picture.width and bottom <= picture.height
        for left, top, right, bottom in reaches
    )


def test_the_tints_are_those_of_the_window() -> None:
    assert LIGHT.steps == TINTS


@pytest.mark.parametrize(
    ("tables", "readers", "dots", "tint"),
    [
        (1, 3, [True, False, False], 0),
        (2, 3, [True, True, False], 1),
        (3, 3, [True, True, True], 2),
        (2, 2, [True, True], 1),
        (1, 1, [True], 0),
        (4, 5, [True, True, True, True, False], 2),
        (0, 3, [False, False, False], 0),
    ],
)
def test_a_cell_has_a_dot_for_each_table(tables: int, readers: int, dots: list[bool], tint: int) -> None:
    shapes = cell_shapes(a_cell(4, tables, readers=readers), width=120)
    assert _dots(shapes) == dots
    assert _texts(shapes) == ["4"]
    assert [shape.fill for shape in shapes if isinstance(shape, Rect)] == [TINTS[tint]]


def test_many_tables_are_written_as_numbers() -> None:
    shapes = cell_shapes(a_cell(12, 8, readers=9), width=120)
    assert _dots(shapes) == []
    assert _texts(shapes) == ["8/9 · 12"]


def test_an_empty_cell_is_a_dash() -> None:
    shapes = cell_shapes(a_cell(0, 0), width=120)
    assert _texts(shapes) == ["–"]
    assert len(shapes) == 1


@pytest.mark.parametrize(("notes", "words"), [(2, "krävs inte · 2"), (0, "krävs inte")])
def test_what_is_not_demanded_is_hatched(notes: int, words: str) -> None:
    cell = a_cell(notes, min(notes, 1), demanded=False)
    shapes = cell_shapes(cell, width=160)
    assert _texts(shapes) == [words]
    hatching = [shape for shape in shapes if isinstance(shape, Line)]
    assert len(hatching) > 8
    left = (160 - cell_width(cell)) / 2
    for line in hatching:
        start, top, end, bottom = _reach(line)
        assert left - 0.01 <= start < end <= 160 - left + 0.01
        assert -0.01 <= top < bottom <= CELL_HEIGHT + 0.01
        assert end - start == pytest.approx(bottom - top)


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (a_cell(3, 2), "3 lappar från 2 av 3 bord"),
        (a_cell(1, 1, readers=5), "1 lapp från 1 av 5 bord"),
        (a_cell(0, 0), "inga lappar"),
        (a_cell(2, 2, demanded=False), "krävs inte, 2 lappar från 2 av 3 bord"),
        (a_cell(0, 0, demanded=False), "krävs inte, inga lappar"),
    ],
)
def test_a_cell_in_words(cell, words: str) -> None:
    assert cell_words(cell) == words
    said = [shape.said for shape in cell_shapes(cell, width=160) if isinstance(shape, Text)]
    assert said == [words]


def test_the_matrix_in_words() -> None:
    cells = (a_cell(3, 2), a_cell(0, 0), a_cell(1, 1, demanded=False))
    rows = (ThemeRow("a", 1, LONG, cells), ThemeRow("b", 2, "Bryggan", (a_cell(0, 0),) * 3))
    words = matrix_words(ThemeMatrix(THEMES[:3], rows)).split("\n")
    assert words[1:] == [
        (
            f"1 {LONG}. Två parter och förankring: 3 lappar från 2 av 3 bord; "
            "Implementering: krävs inte, 1 lapp från 1 av 3 bord."
        ),
        "2 Bryggan. inga teman.",
    ]


def test_what_the_picture_shows() -> None:
    picture = theme_matrix_picture(a_matrix(rows=5, titles=("Grönt steg", LONG)), title="Teman")
    texts = _texts(picture.shapes)
    assert texts[:3] == ["Teman", "Ansökan", "förankrat"]
    assert texts[3] == "Två parter,"
    assert "Grönt steg" in texts
    assert [text for text in texts if text.endswith("…")] == ["Kinnekulle och Billingen…"] * 2
    assert LONG.strip() in picture.description
    assert texts[-6:] == [
        "4", "= 4 lappar från 2 av 3 bord", "krävs inte",
        "= förbundet kräver inte detta av en sådan insats", "–", "= inga lappar",
    ]  # fmt: skip


def test_signs_that_are_not_used_are_not_explained() -> None:
    rows = (ThemeRow("a", 1, "Bryggan", (a_cell(3, 2, readers=2),)),)
    texts = _texts(theme_matrix_picture(ThemeMatrix(THEMES[:1], rows), title="T").shapes)
    assert texts[-2:] == ["4", "= 4 lappar från 2 av 2 bord"]
    assert "krävs inte" not in texts


MATRICES = st.builds(
    a_matrix,
    rows=st.integers(0, 40),
    themes=st.integers(0, 15),
    readers=st.integers(0, 12),
    titles=st.lists(st.text(max_size=120), min_size=1, max_size=5),
    seed=st.integers(0, 9),
)


@settings(max_examples=40)
@given(MATRICES, st.text(max_size=200))
def test_everything_has_room(matrix: ThemeMatrix, title: str) -> None:
    assert _inside(theme_matrix_picture(matrix, title=title))


@settings(max_examples=40)
@given(MATRICES)
def test_every_heading_and_cell_fits_its_column(matrix: ThemeMatrix) -> None:
    for column in theme_columns(matrix, beside=14):
        assert all(cell_width(row.cells[column.place]) < column.width for row in matrix.rows)
        assert all(
            text_width(line, face="NotoSans-SemiBold", size=14) < column.width for line in column.lines
        )


def test_a_heading_is_not_cut_inside_a_word_unless_it_is_endless() -> None:
    themes = (Theme("a", "Implementering"), Theme("b", "x" * 60))
    whole, endless = theme_columns(ThemeMatrix(themes, ()), beside=14)
    assert whole.lines == ("Implementering",)
    assert len(endless.lines) > 2
    assert endless.width < 200


@given(st.lists(st.floats(50, 300), min_size=0, max_size=15), st.floats(300, 900))
def test_columns_stand_in_as_few_tables_as_can_be(widths: list[float], room: float) -> None:
    columns = [ThemeColumn(place, "", width, ()) for place, width in enumerate(widths)]
    groups = blocks(columns, room=room)
    assert [column for group in groups for column in group] == columns
    assert all(sum(column.width for column in group) <= room + 0.01 for group in groups)
    assert len(groups) <= 1 or sum(widths) > room


def test_two_tables_are_about_equally_wide() -> None:
    columns = [ThemeColumn(place, "", 100, ()) for place in range(15)]
    assert [len(group) for group in blocks(columns, room=800)] == [8, 7]
    assert [len(group) for group in blocks(columns[:9], room=800)] == [5, 4]

"""The geometry of the board, alone."""

from hypothesis import given
from hypothesis import strategies as st

from finsam_review.ui.post_its.masonry import Masonry, Room

HEIGHTS = st.lists(st.integers(20, 300), max_size=30)


def placed(heights: list[int], columns: int) -> Masonry:
    masonry = Masonry(Room(5, 7, 100, columns, 10))
    for height in heights:
        masonry.append(height)
    return masonry


def rects(masonry: Masonry) -> list[tuple[int, int, int, int]]:
    return [masonry.rect(row).getRect() for row in range(len(masonry))]


def test_columns_are_as_many_as_are_wide_enough() -> None:
    def room(width: int) -> Room:
        return Room.within(width, left=10, right=10, top=0, air=10, least=280)

    assert (room(252).columns, room(252).column_width) == (1, 232)
    assert room(589).columns == 1
    assert (room(590).columns, room(590).column_width) == (2, 280)
    assert room(10).columns == 1


def test_the_next_note_hangs_where_there_is_most_room() -> None:
    masonry = placed([100, 50, 30], 2)
    assert rects(masonry) == [(5, 7, 100, 100), (115, 7, 100, 50), (115, 67, 100, 30)]
    assert masonry.bottom == 107


@given(HEIGHTS, st.integers(1, 4))
def test_notes_never_overlap_and_tops_never_fall(heights: list[int], columns: int) -> None:
    masonry = placed(heights, columns)
    boxes = [masonry.rect(row) for row in range(len(heights))]
    assert all(not a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])
    assert [box.top() for box in boxes] == sorted(box.top() for box in boxes)


@given(HEIGHTS, HEIGHTS, st.integers(0, 30), st.integers(1, 4))
def test_inserting_is_as_placing_from_the_start(
    heights: list[int], new: list[int], where: int, columns: int
) -> None:
    where = min(where, len(heights))
    masonry = placed(heights, columns)
    masonry.insert(where, new)
    assert rects(masonry) == rects(placed(heights[:where] + new + heights[where:], columns))


@given(HEIGHTS.filter(bool), st.data(), st.integers(1, 4))
def test_removing_and_changing_is_as_placing_from_the_start(
    heights: list[int], data: st.DataObject, columns: int
) -> None:
    row = data.draw(st.integers(0, len(heights) - 1))
    masonry = placed(heights, columns)
    masonry.change(row, 500)
    changed = [*heights[:row], 500, *heights[row + 1 :]]
    assert rects(masonry) == rects(placed(changed, columns))
    masonry.remove(row, row)
    assert rects(masonry) == rects(placed(heights[:row] + heights[row + 1 :], columns))


@given(HEIGHTS, st.integers(0, 2000), st.integers(0, 400), st.integers(1, 4))
def test_what_shows_is_among_those_found(heights: list[int], top: int, high: int, columns: int) -> None:
    masonry = placed(heights, columns)
    found = masonry.between(top, top + high)
    for row in range(len(heights)):
        box = masonry.rect(row)
        if box.top() <= top + high and box.bottom() >= top:
            assert row in found

"""Where lines break, and what stands at their ends: a reader hears exactly the text that was set."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finsam_review.reporting.tagged.fonts import BOLD, REGULAR
from finsam_review.reporting.tagged.lines import Line, Run, break_lines
from finsam_review.reporting.textprep import printable, same_blanks


def _lines(text: str, width: float = 120, *, right_to_left: bool = False) -> tuple[Line, ...]:
    return break_lines([Run(text, REGULAR)], size=10, width=width, right_to_left=right_to_left)


def _said(line: Line) -> str:
    return "".join(
        "".join(piece.text for piece in segment.pieces) if segment.actual is None else segment.actual
        for segment in line.segments
    )


def _drawn(line: Line) -> str:
    return "".join(piece.text for segment in line.segments for piece in segment.pieces)


def test_a_blank_stands_between_lines_and_none_at_the_end() -> None:
    said = [_said(line) for line in _lines("Samverkan mellan parterna kräver tid")]
    assert said == ["Samverkan mellan ", "parterna kräver tid"]


def test_a_line_end_is_kept_and_heard_as_a_blank() -> None:
    assert [_said(line) for line in _lines("ett\ntvå\n\ntre")] == ["ett ", "två ", " ", "tre"]


def test_a_cut_word_gets_no_blank() -> None:
    lines = _lines("A" * 100 + " slut")
    assert len(lines) > 3
    assert "".join(map(_said, lines)) == "A" * 100 + " slut"


def test_words_break_after_hyphens_and_slashes_between_letters_only() -> None:
    said = [_said(line) for line in _lines("arbetsmarknads-/utbildningsinsats", 110)]
    assert said == ["arbetsmarknads-/", "utbildningsinsats"]
    assert len(_lines("2025/041 2025-10-15", 60)) == 2


def test_a_soft_hyphen_shows_only_where_the_word_breaks() -> None:
    lines = _lines("samverkans\u00adinsatserna", 70)
    assert [_drawn(line) for line in lines] == ["samverkans-", "insatserna"]
    assert "".join(map(_said, lines)) == "samverkans\u00adinsatserna"
    (line,) = _lines("samverkans\u00adinsatserna", 500)
    assert _drawn(line) == "samverkansinsatserna"


def test_a_soft_hyphen_that_shows_is_within_the_column() -> None:
    for width in range(40, 120, 3):
        assert all(
            line.width <= width for line in _lines("sam\u00adverk\u00adans\u00adin\u00adsats " * 5, width)
        )


def test_faces_change_within_a_line() -> None:
    (line,) = break_lines(
        [Run("Utmaning:", BOLD), Run("Resorna.", REGULAR)], size=10, width=200, right_to_left=False
    )
    assert [piece.font for segment in line.segments for piece in segment.pieces] == [BOLD, REGULAR]
    assert _said(line) == "Utmaning: Resorna."


def test_an_emoji_stays_whole_and_says_what_was_written() -> None:
    lines = _lines("👩\u200d💻" * 30, 60)
    assert all(_said(line).count("\u200d") * 2 == len(_drawn(line)) for line in lines)


def test_a_line_from_the_right_is_drawn_as_seen_and_read_as_written() -> None:
    (line,) = _lines("שלום abc", right_to_left=True)
    assert _drawn(line) == "abc םולש"
    assert _said(line) == "שלום abc"


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200), st.integers(30, 400))
def test_any_text_is_heard_as_it_was_written(text: str, width: int) -> None:
    lines = _lines(text, width)
    assert same_blanks("".join(map(_said, lines))) == same_blanks(printable(text).text)


@pytest.mark.parametrize("text", ["ord " * 75_000, "x" * 300_000])
def test_time_grows_with_the_length_of_a_text_and_not_with_its_square(text: str) -> None:
    start = time.process_time()
    _lines(text[: len(text) // 10])
    tenth = time.process_time() - start
    start = time.process_time()
    _lines(text)
    assert time.process_time() - start < 40 * tenth + 0.5

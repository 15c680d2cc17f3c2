"""Words in a picture: they fit, they are all there, or they say that they are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_review.reporting.pictures.typesetting import ELLIPSIS, text_width, widest_word, wrapped
from finsam_review.reporting.tagged.fonts import REGULAR, SEMIBOLD
from finsam_review.reporting.textprep import printable

WORDS = st.text("abcåäö 👍-", min_size=0, max_size=300)


@given(WORDS, st.floats(40, 400))
def test_every_line_fits_and_nothing_is_lost(text: str, width: float) -> None:
    lines = wrapped(text, face=REGULAR, size=15, width=width)
    assert all(text_width(line, face=REGULAR, size=15) <= width + 0.01 for line in lines)
    assert "".join("".join(lines).split()) == "".join(printable(text).text.split())


@given(WORDS, st.floats(40, 400), st.integers(1, 4))
def test_a_text_with_too_little_room_ends_in_an_ellipsis(text: str, width: float, most: int) -> None:
    whole = wrapped(text, face=SEMIBOLD, size=15, width=width)
    lines = wrapped(text, face=SEMIBOLD, size=15, width=width, lines=most)
    if len(whole) <= most:
        assert lines == whole
        return
    assert len(lines) == most
    assert lines[:-1] == whole[: most - 1]
    assert lines[-1].endswith(ELLIPSIS)
    assert text_width(lines[-1], face=SEMIBOLD, size=15) <= width
    assert whole[most - 1].startswith(lines[-1].removesuffix(ELLIPSIS))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0"])
def test_without_words_there_is_no_line(text: str) -> None:
    assert wrapped(text, face=REGULAR, size=15, width=100) == ()


def test_what_has_no_glyph_is_shown_as_its_code() -> None:
    assert wrapped("中 \x07", face=REGULAR, size=15, width=400) == ("[U+4E2D] [U+0007]",)


def test_a_line_reads_as_it_is_written() -> None:
    assert wrapped("Ordet سلام betyder fred", face=REGULAR, size=15, width=900) == (
        "Ordet سلام betyder fred",
    )


def test_no_ellipsis_stands_after_a_full_stop() -> None:
    (line,) = wrapped("Klart nu. " * 9, face=REGULAR, size=15, width=75, lines=1)
    assert line == "Klart nu…"


def test_a_very_long_text_is_not_read_to_its_end() -> None:
    (first, second) = wrapped("ord " * 300_000, face=REGULAR, size=15, width=100, lines=2)
    assert first == "ord ord ord"
    assert second.endswith(ELLIPSIS)


def test_the_widest_word() -> None:
    assert widest_word("Två implementering är", face=SEMIBOLD, size=14) == text_width(
        "implementering", face=SEMIBOLD, size=14
    )
    assert widest_word("", face=SEMIBOLD, size=14) == 0

"""What can be printed, in which font, and from which side."""

import pytest

from finsam_review.reporting.tagged.fonts import BOLD, REGULAR, font_for, text_width
from finsam_review.reporting.textprep import (
    Piece,
    is_invisible,
    is_right_to_left,
    pieces,
    printable,
    same_blanks,
    shaped,
    starts_right_to_left,
    visual,
)


@pytest.mark.parametrize(
    ("text", "printed", "unshown"),
    [
        ("Grönt steg – åäö ÅÄÖ é €", "Grönt steg – åäö ÅÄÖ é €", ()),
        ("e\u0301  a\tb", "é a b", ()),
        (" rad ett \n rad två ", "rad ett\nrad två", ()),
        ("\U00013000\U00013000 x", "[U+13000][U+13000] x", ("U+13000",)),
        ("a\x00b", "a[U+0000]b", ("U+0000",)),
        ("\ue000", "[U+E000]", ("U+E000",)),
        ("\ud800", "[U+D800]", ("U+D800",)),
        ("\u200d", "[U+200D]", ("U+200D",)),
        ("👩‍💻", "👩‍💻", ()),
        ("", "", ()),
    ],
)
def test_printable(text: str, printed: str, unshown: tuple[str, ...]) -> None:
    assert printable(text).text == printed
    assert printable(text).unshown == unshown


@pytest.mark.parametrize(
    ("first", "last", "missing"),
    [
        (0x20, 0x7E, 0), (0xA0, 0x24F, 0), (0x1E00, 0x1EFF, 0), (0x400, 0x52F, 0), (0x5D0, 0x5EA, 0),
        (0x621, 0x64A, 0), (0x1200, 0x1248, 0), (0x10D0, 0x10FA, 0), (0x561, 0x586, 0), (0x2190, 0x21FF, 0),
        (0x2200, 0x22FF, 0), (0x2700, 0x27BF, 0), (0x1F300, 0x1F64F, 0),
    ],
)  # fmt: skip
def test_whole_blocks_have_glyphs(first: int, last: int, missing: int) -> None:
    without = [f"{code:X}" for code in range(first, last + 1) if font_for(chr(code), REGULAR) is None]
    assert len(without) == missing, without


def test_fonts_change_only_where_they_must() -> None:
    assert pieces("Bra → OK", BOLD) == (
        Piece(BOLD, "Bra "),
        Piece("NotoSansMath-Regular", "→"),
        Piece(BOLD, " OK"),
    )
    assert pieces("", REGULAR) == ()


def test_invisible_characters_are_not_drawn() -> None:
    assert pieces("☺\ufe0f", REGULAR) == (Piece("NotoSansSymbols-Regular", "☺"),)
    assert all(is_invisible(char) for char in "\u200b\u200d\ufeff\u00ad\u202e\ufe0f\U000e0041")
    assert not any(is_invisible(char) for char in "a \u00a0\u0600é")


def test_a_mark_stays_with_its_letter() -> None:
    assert pieces("ש\u05b8", REGULAR) == (Piece("NotoSansHebrew-Regular", "ש\u05b8"),)


def test_direction_is_that_of_the_first_letter() -> None:
    assert starts_right_to_left("12, שלום and more")
    assert not starts_right_to_left("Ordet שלום")
    assert not starts_right_to_left("12")
    assert is_right_to_left("Ordet שלום")
    assert not is_right_to_left("Grönt steg 👍")


def test_a_line_is_drawn_as_it_is_seen() -> None:
    assert visual("שלום abc", right_to_left=True) == "abc םולש"
    assert visual("abc (שלום)", right_to_left=False) == "abc (םולש)"


def test_arabic_letters_take_their_forms() -> None:
    forms = shaped("سلام")
    assert forms != "سلام"
    assert all("\ufe70" <= char <= "\ufefc" for char in forms)


def test_blanks_compare_alike() -> None:
    assert same_blanks(" 1\u00a0185\n kr ") == "1 185 kr"


def test_widths_are_those_of_the_font() -> None:
    assert text_width("", font=REGULAR, size=10) == 0
    assert text_width("nn", font=REGULAR, size=10) == pytest.approx(
        2 * text_width("n", font=REGULAR, size=10)
    )
    assert text_width("n", font=REGULAR, size=20) == pytest.approx(2 * text_width("n", font=REGULAR, size=10))
    assert text_width("n", font=BOLD, size=10) > text_width("n", font=REGULAR, size=10)

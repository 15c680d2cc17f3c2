"""What stands in a Word file of a text that somebody wrote: all of it that XML can hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_review.domain.text import clean_text
from finsam_review.reporting.word.plaintext import Stretch, plain, stretches

ANYTHING = st.text(max_size=300)
DIRECTED = st.text("ab \u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069שלום", max_size=60)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\tb", "a b"),
        ("a\x00\x07b", "ab"),
        ("a\ufffeb\uffff", "a\ufffdb\ufffd"),
        ("a\ud800b", "a\ufffdb"),
        ("rad\u2028rad", "rad\nrad"),
        ("👩\u200d💻 \ue000 \U00013000 del\u00adord", "👩\u200d💻 \ue000 \U00013000 del\u00adord"),
        ("\u202eabc", "\u202eabc\u202c"),
        ("\u2067abc\u202d", "\u2067abc\u202d\u202c\u2069"),
        ("\u202babc\u202c", "\u202babc\u202c"),
        ("\u2067\u202eabc\u2069", "\u2067\u202eabc\u2069"),
        ("\u202cabc\u2069", "\u202cabc\u2069"),
    ],
)
def test_what_is_kept(text: str, kept: str) -> None:
    assert plain(text) == kept


@given(ANYTHING | DIRECTED)
def test_nothing_is_lost_but_what_the_documented_cleaning_takes(text: str) -> None:
    cleaned = clean_text(text).replace("\t", " ").replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    assert plain(text).rstrip("\u202c\u2069") == cleaned.rstrip("\u202c\u2069")


@given(DIRECTED)
def test_no_mark_turns_what_comes_after_the_text(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(ANYTHING | DIRECTED)
def test_the_stretches_together_are_the_text(text: str) -> None:
    kept = plain(text)
    assert "".join(part.text for part in stretches(kept)) == kept


def test_blanks_between_two_ways_run_from_the_left() -> None:
    assert stretches("Ordet שלום עולם betyder (12)") == (
        Stretch("Ordet "),
        Stretch("שלום עולם", right_to_left=True),
        Stretch(" betyder (12)"),
    )
    assert stretches("abc, 12") == (Stretch("abc, 12"),)
    assert stretches("") == ()

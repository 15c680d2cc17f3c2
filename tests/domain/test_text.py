"""What becomes of a text on its way in: documented, the same whenever it is done again, no letter lost."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_review.domain.text import BIDI_CONTROLS, clean_line, clean_text, fold, storable, swedish_key

ODD = "\r\n\t \x00\x1f\x7f\x85\u2028\u200d\u200e\u202e\ufffd\ud800\u0301\u030aåÅa☀️👩‍🔬"
texts = st.text(st.one_of(st.sampled_from(ODD), st.characters()))


@given(texts)
def test_cleaning_again_changes_nothing(text: str):
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(texts)
def test_what_is_cleaned_can_be_stored_and_loses_only_controls_and_outer_blanks(text: str):
    cleaned = clean_text(text)
    cleaned.encode("utf-8")
    assert cleaned == cleaned.strip() == unicodedata.normalize("NFC", cleaned)
    assert not {char for char in cleaned if unicodedata.category(char) == "Cc"} - {"\n", "\t"}
    visible = [char for char in storable(text) if unicodedata.category(char)[0] in "LNPS"]
    kept = [char for char in unicodedata.normalize("NFD", cleaned) if unicodedata.category(char)[0] in "LNPS"]
    assert kept == [
        char
        for char in unicodedata.normalize("NFD", "".join(visible))
        if unicodedata.category(char)[0] in "LNPS"
    ]


@given(texts)
def test_a_line_is_one_line_without_marks_of_direction(text: str):
    line = clean_line(text)
    assert len(line.splitlines()) <= 1
    assert not BIDI_CONTROLS & set(line)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  hej\r\ndå \r", "hej\ndå"),
        ("a\u030angra", "ångra"),
        ("a\x01\u030a", "å"),
        ("\ud800x", "\ufffdx"),
        ("rad\u2028rad\x0brad", "rad\nrad\nrad"),
        ("👩\u200d🔬 ☀\ufe0f", "👩\u200d🔬 ☀\ufe0f"),
        ("\x00\x07", ""),
    ],
)
def test_examples(typed: str, kept: str):
    assert clean_text(typed) == kept


def test_swedish_order_puts_its_letters_last():
    words = ["ö", "zebra", "Åsa", "ärla", "eva", "Édith", "erik", "æ"]
    assert sorted(words, key=swedish_key) == ["Édith", "erik", "eva", "zebra", "Åsa", "æ", "ärla", "ö"]


def test_folding_keeps_the_dots():
    assert fold("  ÅÄÖ\n straße ") == "åäö strasse"
    assert fold("a\u030a") == "å" != fold("a")

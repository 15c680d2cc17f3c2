"""Identity numbers are found in every form that people write, and other numbers are left alone."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_review.domain.checks.gate import (
    KnownPeople,
    find_hits,
    has_identity_number,
    without_identity_numbers,
)
from finsam_review.domain.checks.identity_numbers import find_identity_numbers, luhn_fits

FORMS = [
    "811228-9874", "8112289874", "19811228-9874", "198112289874", "811228+9874", "811228 9874", "811228/9874",
    "811228–9874", "811228−9874", "811228‑9874",
    "811228—9874", "811228 – 9874", "811228--9874", "811228:9874",
    "81 12 28 98 74", "81 12 28 9874", "8 1 1 2 2 8 9 8 7 4", "19 81 12 28 98 74", "811228\u00a09874",
    "1981-12-28-9874", "1981-12-28 9874", "81/12/28-9874",
    "1981.12.28-9874", "811228-98 74",
    "811228\u200b-9874", "8\u00ad11228-9874", "811228\u202f-\u202f9874", "811228-\n9874",
    "８１１２２８-９８７４",
    "٨١١٢٢٨-٩٨٧٤", "701063-2391", "197010632391", "7010632391", "18900101-9802", "19121212+1212",
]  # fmt: skip


@pytest.mark.parametrize("number", FORMS)
@pytest.mark.parametrize(
    "around", ["{}", "pnr {} i bilagan", "Se ({}), tack", "x{}y", "Bord 3 {} 2 st", "{}."]
)
def test_every_form_is_found_whole(number: str, around: str):
    text = around.format(number)
    (hit,) = find_hits(text, KnownPeople())
    assert (hit.kind, hit.text) == ("identity", number)
    assert without_identity_numbers(text, "[x]") == around.format("[x]")


@pytest.mark.parametrize(
    "text",
    [
        "2025/041", "Dnr 2025/041 och 2025/050", "1 185 000", "7 380 000 + 5 250 000 = 14 410 000",
        "7 380 000 5 250 000", "556036-0793", "212000-1702", "16556036-0793", "5560360793", "SE556036079301",
        "2026–2028", "2026-01-01 – 2027-12-31", "20260101-20271231", "2025-10-15 kl 13:30", "20251015",
        "1234-5678 9012345", "8327-9 123 456 789-0", "5050-1055", "SE45 5000 0000 0583 9825 7466",
        "98112289874", "81122898741", "811228-98741", "1811228-9874", "070-174 06 77", "0701740677",
        "1 2 3 4 5 6 7 8 9 10 11 12", "ISBN 978-91-44-01234-5", "2026 2027 2028",
    ],
)  # fmt: skip
def test_other_numbers_are_left_alone(text: str):
    assert find_identity_numbers(text) == []
    assert not has_identity_number(text)
    assert without_identity_numbers(text, "[x]") == text


@pytest.mark.parametrize(
    "number", ["811228-9875", "811328-9874", "811232-9874", "810229-9871", "811292-9874"]
)
def test_a_wrong_digit_or_day_is_another_number_unless_the_text_calls_it_one(number: str):
    assert find_identity_numbers(number) == []
    for cue in ("pnr ", "Personnummer: ", "p-nr ", "hennes personnummer är ", "samordningsnr. ", "persnr "):
        text = f"{cue}{number}"
        assert find_identity_numbers(text) == [(len(cue), len(text))]


def test_two_numbers_beside_each_other_are_two():
    text = "811228-9874, 640823-3234/701063-2391"
    assert [text[slice(*span)] for span in find_identity_numbers(text)] == text.replace("/", ", ").split(", ")


def test_leap_days_are_days_in_one_of_the_centuries():
    for year, is_day in (("2000", True), ("1900", False), ("2004", True), ("2003", False)):
        nine = f"{year[2:]}0229123"
        number = f"{year}0229-123{check_digit(nine)}"
        assert has_identity_number(number) is is_day


def check_digit(nine: str) -> str:
    """Return the digit that makes ten of nine, by trying all."""
    return next(digit for digit in "0123456789" if luhn_fits(nine + digit))


def test_the_sum_is_the_published_one():
    assert luhn_fits("8112289874")
    assert check_digit("640823323") == "4"
    assert not luhn_fits("8112289847")


@st.composite
def identity_numbers(draw: st.DrawFn) -> str:
    """Draw a personnummer or samordningsnummer in any form."""
    day = draw(st.dates(datetime.date(1880, 1, 1), datetime.date(2025, 12, 31)))
    number = day.day + draw(st.sampled_from([0, 60]))
    nine = f"{day:%y%m}{number:02}{draw(st.integers(0, 999)):03}"
    serial = nine[6:] + check_digit(nine)
    parting = draw(st.sampled_from(["", "", "-", " ", "/", "."]))
    century = draw(st.sampled_from(["", f"{day.year // 100}"]))
    date = parting.join(part for part in (century + nine[:2], nine[2:4], nine[4:6]))
    gap = draw(
        st.sampled_from(
            ["", "-", "-", "+", " ", "–", "−", "\u2011", " - ", " – ", "\u00a0", "\u200b-", "-\n"]
        )
    )
    return f"{date}{gap}{serial[:2]}{draw(st.sampled_from(['', '', ' ']))}{serial[2:]}"


SWEDISH = st.lists(
    st.sampled_from(
        [
            "Dag", "Hjo kommun", "1 185 000 kr", "2025/041", "vården, AF.", "kl 08.30-16.00", "→", "🌱", "\n",
            "tel 070-174 06 12", "Prata med Anna", "anna@x.example", "2026–2028", "(50 %)", "18–29", "dnr",
            "15/10", "ring", "\u200b", "å", ":", "pnr", "4 år", "7", "-",
        ]
    ),
    max_size=12,
).map(" ".join)  # fmt: skip
LETTERS = st.text(st.characters(exclude_categories=["Nd", "Cs"]), max_size=3)


@given(before=SWEDISH, number=identity_numbers(), after=SWEDISH, glue=st.tuples(LETTERS, LETTERS))
def test_any_number_inside_any_text_is_found(before: str, number: str, after: str, glue: tuple[str, str]):
    text = f"{before} x{glue[0]} {number} {glue[1]}x {after}"
    assert has_identity_number(text)
    left = without_identity_numbers(text, "[x]")
    assert number not in left
    assert not has_identity_number(left)
    assert without_identity_numbers(left, "[x]") == left


@given(before=SWEDISH, number=identity_numbers(), after=SWEDISH)
def test_no_number_survives_beside_other_numbers(before: str, number: str, after: str):
    assert number not in without_identity_numbers(f"{before} {number} {after}", "[x]")


@given(st.text())
def test_no_text_is_too_odd(text: str):
    for start, end in find_identity_numbers(text):
        assert 10 <= sum(char.isdecimal() for char in text[start:end]) <= 12

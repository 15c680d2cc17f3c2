"""A day in a text is held against the calendar: a "fredagen den 15 oktober" that is no Friday is told."""

import time
from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from finsam_review.domain.outgoing.weekdays import (
    WeekdayMismatch,
    check_weekday,
    date_phrases,
    impossible_days,
    nearest_weekday,
)

REFERENCE = date(2025, 10, 20)
FORMS = [
    ("sv", "EEEE'en den' d MMMM y"),
    ("sv", "EEEE d MMMM y"),
    ("sv", "EEE d MMM y"),
    ("sv", "EEE d/M y"),
    ("sv", "EEEE y-MM-dd"),
    ("sv", "d MMMM y (EEEE)"),
    ("en", "EEEE d MMMM y"),
    ("en", "EEEE, MMMM d, y"),
    ("en", "EEE, d MMM y"),
]


@pytest.mark.parametrize(
    ("text", "found", "weekday", "day"),
    [
        ("Svara senast fredagen den 15 oktober!", "fredagen den 15 oktober", 4, date(2025, 10, 15)),
        ("fre 15/10", "fre 15/10", 4, date(2025, 10, 15)),
        ("fredag 31 oktober 2025", "fredag 31 oktober 2025", 4, date(2025, 10, 31)),
        ("senast den 15 november", "15 november", None, date(2025, 11, 15)),
        ("senast den 15 januari", "15 januari", None, date(2026, 1, 15)),
        ("Fre. 31/10 -25", "Fre. 31/10 -25", 4, date(2025, 10, 31)),
        ("fredagen den 15:e okt.", "fredagen den 15:e okt.", 4, date(2025, 10, 15)),
        ("lo\u0308rdag 15.11.2025", "lördag 15.11.2025", 5, date(2025, 11, 15)),
        ("by Friday, October 31st, 2025", "Friday, October 31st, 2025", 4, date(2025, 10, 31)),
        ("Friday the 31st of October", "Friday the 31st of October", 4, date(2025, 10, 31)),
        ("torsdag 2025-10-31", "torsdag 2025-10-31", 3, date(2025, 10, 31)),
        ("15 oktober (fredag)", "15 oktober (fredag)", 4, date(2025, 10, 15)),
        ("tors–fre 16–17 okt", "tors–fre 16–17 okt", 3, date(2025, 10, 16)),
        ("torsdag och fredag 16 och 17 okt", "torsdag och fredag 16 och 17 okt", 3, date(2025, 10, 16)),
        ("FREDAGEN DEN 31\u00a0OKTOBER", "FREDAGEN DEN 31 OKTOBER", 4, date(2025, 10, 31)),
        ("fredag\n31 oktober", "fredag 31 oktober", 4, date(2025, 10, 31)),
        ("Måns 15 oktober", "15 oktober", None, date(2025, 10, 15)),
        ("lördag 29 februari", "lördag 29 februari", 5, date(2024, 2, 29)),
    ],
)
def test_days_are_found_as_people_write_them(text: str, found: str, weekday: int | None, day: date) -> None:
    (phrase,) = date_phrases(text, REFERENCE)
    assert (phrase.found, phrase.said_weekday, phrase.day) == (found, weekday, day)


def test_a_wrong_weekday_is_told_with_both_ways_out() -> None:
    text = "Skicka den senast fredagen den 15 oktober 2025. Vi ses onsdagen den 22 oktober."
    assert check_weekday(text, REFERENCE) == (
        WeekdayMismatch("fredagen den 15 oktober 2025", 4, 2, date(2025, 10, 15), date(2025, 10, 17)),
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hör gärna av er om något är oklart.",
        "dnr 2025/041, 3/3 bord, 24/7, 50/50, tel 0500-12 34 56",
        "Den 15 oktober, fredagen den 17 oktober",
        "fredag lunch, 31 bord",
        "onsdagens 15 oktober",
        "version 12.31.2025",
    ],
)
def test_what_is_right_or_no_day_is_left_alone(text: str) -> None:
    assert check_weekday(text, REFERENCE) == ()


def test_a_day_that_no_calendar_has_is_told() -> None:
    text = "senast den 31 november, eller fredag 30/2. 31/11 är en kvot."
    assert [phrase.found for phrase in impossible_days(text, REFERENCE)] == ["31 november", "fredag 30/2"]
    assert check_weekday(text, REFERENCE) == ()


@given(st.dates(date(1901, 1, 1), date(2199, 12, 31)), st.sampled_from(FORMS), st.integers(0, 6))
def test_every_day_written_out_is_read_and_judged(day: date, form: tuple[str, str], said: int) -> None:
    locale, pattern = form
    stranger = nearest_weekday(day, said)
    weekday_pattern = "EEEE" if "EEEE" in pattern else "EEE"
    right, wrong = (format_date(each, weekday_pattern, locale=locale) for each in (day, stranger))
    text = f"Svara {format_date(day, pattern, locale=locale).replace(right, wrong)}, tack."
    (phrase,) = date_phrases(text, REFERENCE)
    assert (phrase.day, phrase.said_weekday) == (day, said)
    assert [found.nearest for found in check_weekday(text, REFERENCE)] == (
        [stranger] if stranger != day else []
    )


@given(st.dates(date(1901, 1, 1), date(2199, 12, 31)), st.integers(0, 6))
def test_the_nearest_day_is_that_weekday_and_near(day: date, weekday: int) -> None:
    nearest = nearest_weekday(day, weekday)
    assert nearest.weekday() == weekday
    assert abs(nearest - day) <= timedelta(days=3)


@given(st.text(max_size=60) | st.text(st.sampled_from("fredagen 315/-.:oktİıſK(0"), max_size=40))
def test_no_text_is_too_odd(text: str) -> None:
    for phrase in date_phrases(text, REFERENCE):
        assert phrase.found


@pytest.mark.parametrize("unit", ["fredagen den ", "15 oktober ", "1", "fredag ", "12/", " ", "15–"])
def test_a_long_text_takes_no_time(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    begun = time.perf_counter()
    check_weekday(text, REFERENCE)
    assert time.perf_counter() - begun < 5

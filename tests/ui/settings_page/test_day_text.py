"""Dates as people write them: read right, or refused in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_review.i18n import long_date, plain_date
from finsam_review.ui.settings_page.day_text import DayTextError, read_day

NEAR = date(2025, 10, 15)


@pytest.mark.parametrize(
    "text",
    [
        "2025-10-31",
        "20251031",
        "2025/10/31",
        "31 oktober 2025",
        "31 Okt. 2025",
        "den 31 oktober 2025",
        "fredagen den 31 oktober 2025",
        "Fredag 31 oktober",
        "31/10",
        "31/10 2025",
        "31.10.2025",
        "31:a oktober 2025",
        "  31   oktober  2025 ",
        "31 October 2025",
        "Friday 31st October, 2025",
    ],
)
def test_a_date_is_read_however_it_is_written(text: str):
    assert read_day(text, near=NEAR) == date(2025, 10, 31)


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)))
def test_what_is_shown_can_be_typed_back(day: date):
    assert read_day(plain_date(day), near=NEAR) == day
    assert read_day(long_date(day), near=NEAR) == day
    assert read_day(day.isoformat(), near=NEAR) == day


def test_nothing_typed_is_no_date():
    assert read_day("  ", near=NEAR) is None


def test_without_a_year_it_is_the_first_such_day_from_the_workshop_on():
    assert read_day("7 januari", near=NEAR) == date(2026, 1, 7)
    assert read_day("15 oktober", near=NEAR) == NEAR


@pytest.mark.parametrize(
    "text", ["snart", "31", "oktober 2025", "31 skvader 2025", "1 2 3 4", "31-10", "²/3"]
)
def test_what_is_no_date_is_quoted_in_the_refusal(text: str):
    with pytest.raises(DayTextError) as refused:
        read_day(text, near=NEAR)
    assert text in refused.value.sentence


@pytest.mark.parametrize("text", ["31 november 2025", "2025-02-29", "0 maj 2025", "2025-13-01"])
def test_a_day_that_does_not_exist_is_refused(text: str):
    with pytest.raises(DayTextError) as refused:
        read_day(text, near=NEAR)
    assert text in refused.value.sentence


def test_a_weekday_that_is_another_one_is_told_with_both_days():
    with pytest.raises(DayTextError) as refused:
        read_day("fredag 15 november 2025", near=NEAR)
    assert "lördagen den 15 november 2025" in refused.value.sentence
    assert "fredagen den 14 november 2025" in refused.value.sentence

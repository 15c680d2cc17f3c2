"""The last day to answer is looked up in the Swedish calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_review.domain.outgoing.calendar import (
    Holiday,
    easter,
    holiday,
    holidays,
    is_working_day,
    working_day_after,
    working_day_before,
)
from finsam_review.domain.outgoing.deadline import DeadlineFault, DeadlineProblem, deadline_problem

WORKSHOP = date(2025, 10, 15)
DAYS = st.dates(date(1990, 1, 1), date(2150, 12, 31))


@pytest.mark.parametrize(
    "day",
    [
        (2000, 4, 23), (2008, 3, 23), (2011, 4, 24), (2016, 3, 27), (2019, 4, 21), (2024, 3, 31),
        (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2030, 4, 21), (2038, 4, 25), (2049, 4, 18),
    ],
)  # fmt: skip
def test_easter(day: tuple[int, int, int]) -> None:
    assert easter(day[0]) == date(*day)


@pytest.mark.parametrize(
    ("day", "which"),
    [
        (date(2026, 1, 1), Holiday.NEW_YEAR),
        (date(2026, 1, 6), Holiday.EPIPHANY),
        (date(2026, 4, 3), Holiday.GOOD_FRIDAY),
        (date(2026, 4, 4), Holiday.EASTER_EVE),
        (date(2026, 4, 6), Holiday.EASTER_MONDAY),
        (date(2026, 5, 1), Holiday.MAY_DAY),
        (date(2026, 5, 14), Holiday.ASCENSION),
        (date(2026, 5, 24), Holiday.PENTECOST),
        (date(2026, 6, 6), Holiday.NATIONAL_DAY),
        (date(2026, 6, 19), Holiday.MIDSUMMER_EVE),
        (date(2026, 6, 20), Holiday.MIDSUMMER),
        (date(2025, 6, 20), Holiday.MIDSUMMER_EVE),
        (date(2026, 10, 31), Holiday.ALL_SAINTS),
        (date(2025, 11, 1), Holiday.ALL_SAINTS),
        (date(2025, 12, 24), Holiday.CHRISTMAS_EVE),
        (date(2025, 12, 31), Holiday.NEW_YEARS_EVE),
        (date(2025, 10, 31), None),
        (date(2026, 4, 2), None),
        (date(2026, 4, 30), None),
    ],
)
def test_holidays(day: date, which: Holiday | None) -> None:
    assert holiday(day) is which


@given(st.integers(1900, 2199))
def test_every_year_has_each_holiday_on_its_weekday(year: int) -> None:
    by_name = {which: day for day, which in holidays(year).items()}
    weekdays = {
        Holiday.GOOD_FRIDAY: 4,
        Holiday.EASTER: 6,
        Holiday.EASTER_MONDAY: 0,
        Holiday.ASCENSION: 3,
        Holiday.PENTECOST: 6,
        Holiday.MIDSUMMER_EVE: 4,
        Holiday.MIDSUMMER: 5,
        Holiday.ALL_SAINTS: 5,
    }
    met = {which: by_name[which].weekday() for which in weekdays if which in by_name}
    assert met.items() <= weekdays.items()
    assert len(met) >= len(weekdays) - 1  # in 2055 Whit Sunday is the National Day, and goes by that name
    assert date(year, 3, 22) <= by_name[Holiday.EASTER] <= date(year, 4, 25)
    assert date(year, 6, 20) <= by_name[Holiday.MIDSUMMER] <= date(year, 6, 26)


@given(DAYS)
def test_the_working_days_around_a_day_are_the_nearest(day: date) -> None:
    before, after = working_day_before(day), working_day_after(day)
    between = [before + timedelta(days=step) for step in range(1, (after - before).days)]
    assert is_working_day(before)
    assert is_working_day(after)
    assert [other for other in between if is_working_day(other)] == ([day] if is_working_day(day) else [])


@pytest.mark.parametrize(
    ("day", "problem"),
    [
        (date(2025, 10, 31), None),
        (WORKSHOP, None),
        (
            date(2025, 11, 15),
            DeadlineProblem(DeadlineFault.WEEKEND, date(2025, 11, 15), date(2025, 11, 14)),
        ),
        (
            date(2025, 11, 16),
            DeadlineProblem(DeadlineFault.WEEKEND, date(2025, 11, 16), date(2025, 11, 14)),
        ),
        (
            date(2025, 11, 1),
            DeadlineProblem(DeadlineFault.HOLIDAY, date(2025, 11, 1), date(2025, 10, 31), Holiday.ALL_SAINTS),
        ),
        (
            date(2025, 12, 25),
            DeadlineProblem(DeadlineFault.HOLIDAY, date(2025, 12, 25), date(2025, 12, 23), Holiday.CHRISTMAS),
        ),
        (
            date(2026, 6, 19),
            DeadlineProblem(
                DeadlineFault.HOLIDAY, date(2026, 6, 19), date(2026, 6, 18), Holiday.MIDSUMMER_EVE
            ),
        ),
        (date(2025, 10, 14), DeadlineProblem(DeadlineFault.BEFORE_DAY, date(2025, 10, 14))),
        (date(2027, 10, 29), DeadlineProblem(DeadlineFault.TOO_FAR, date(2027, 10, 29))),
        (date(2026, 10, 15), None),
    ],
)
def test_what_is_wrong_with_a_day(day: date, problem: DeadlineProblem | None) -> None:
    assert deadline_problem(day, workshop_date=WORKSHOP) == problem


def test_where_the_day_before_is_too_early_the_day_after_is_offered() -> None:
    saturday = date(2025, 10, 18)
    problem = deadline_problem(saturday, workshop_date=saturday)
    assert problem is not None
    assert problem.offer == date(2025, 10, 20)
    later = deadline_problem(date(2025, 11, 15), workshop_date=WORKSHOP, today=date(2025, 11, 15))
    assert later is not None
    assert later.offer == date(2025, 11, 17)


def test_a_day_that_has_been_is_told_only_by_somebody_who_knows_the_date() -> None:
    day = date(2025, 10, 31)
    assert deadline_problem(day, workshop_date=WORKSHOP) is None
    problem = deadline_problem(day, workshop_date=WORKSHOP, today=date(2025, 11, 3))
    assert problem == DeadlineProblem(DeadlineFault.PAST, day)


@given(DAYS, DAYS)
def test_what_is_offered_is_a_day_without_a_fault(day: date, workshop: date) -> None:
    problem = deadline_problem(day, workshop_date=workshop)
    if problem is not None and problem.offer is not None:
        again = deadline_problem(problem.offer, workshop_date=workshop)
        assert again is None or again.fault is DeadlineFault.TOO_FAR

"""Owns the Swedish calendar as far as a deadline needs it: public holidays, and the days taken as such."""

from datetime import date, timedelta
from enum import StrEnum

ONE_DAY = timedelta(days=1)
FRIDAY, SATURDAY = 4, 5


class Holiday(StrEnum):
    """A day on which no office in Sweden answers."""

    NEW_YEAR = "new_year"
    EPIPHANY = "epiphany"
    GOOD_FRIDAY = "good_friday"
    EASTER_EVE = "easter_eve"
    EASTER = "easter"
    EASTER_MONDAY = "easter_monday"
    MAY_DAY = "may_day"
    ASCENSION = "ascension"
    PENTECOST = "pentecost"
    NATIONAL_DAY = "national_day"
    MIDSUMMER_EVE = "midsummer_eve"
    MIDSUMMER = "midsummer"
    ALL_SAINTS = "all_saints"
    CHRISTMAS_EVE = "christmas_eve"
    CHRISTMAS = "christmas"
    BOXING_DAY = "boxing_day"
    NEW_YEARS_EVE = "new_years_eve"


def easter(year: int) -> date:
    """Return Easter Sunday of ``year`` in the Gregorian calendar (the anonymous, or Meeus, algorithm)."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leap, of_leap = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - correction + 15) % 30
    quarter, of_quarter = divmod(of_century, 4)
    weekday = (32 + 2 * of_leap + 2 * quarter - moon - of_quarter) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def holidays(year: int) -> dict[date, Holiday]:
    """Return the holidays of ``year`` by day (lag 1989:253, and the three eves that are kept like them)."""
    sunday = easter(year)
    midsummer = _saturday_from(date(year, 6, 20))
    moving = {
        sunday - 2 * ONE_DAY: Holiday.GOOD_FRIDAY,
        sunday - ONE_DAY: Holiday.EASTER_EVE,
        sunday: Holiday.EASTER,
        sunday + ONE_DAY: Holiday.EASTER_MONDAY,
        sunday + 39 * ONE_DAY: Holiday.ASCENSION,
        sunday + 49 * ONE_DAY: Holiday.PENTECOST,
        midsummer - ONE_DAY: Holiday.MIDSUMMER_EVE,
        midsummer: Holiday.MIDSUMMER,
        _saturday_from(date(year, 10, 31)): Holiday.ALL_SAINTS,
    }
    fixed = {
        date(year, 1, 1): Holiday.NEW_YEAR,
        date(year, 1, 6): Holiday.EPIPHANY,
        date(year, 5, 1): Holiday.MAY_DAY,
        date(year, 6, 6): Holiday.NATIONAL_DAY,
        date(year, 12, 24): Holiday.CHRISTMAS_EVE,
        date(year, 12, 25): Holiday.CHRISTMAS,
        date(year, 12, 26): Holiday.BOXING_DAY,
        date(year, 12, 31): Holiday.NEW_YEARS_EVE,
    }
    return moving | fixed


def holiday(day: date) -> Holiday | None:
    """Return which holiday ``day`` is, ``None`` for an ordinary day."""
    return holidays(day.year).get(day)


def is_working_day(day: date) -> bool:
    """Return whether offices are open on ``day``."""
    return day.weekday() < SATURDAY and holiday(day) is None


def working_day_before(day: date) -> date:
    """Return the last working day before ``day``."""
    return _working_day(day, -ONE_DAY)


def working_day_after(day: date) -> date:
    """Return the first working day after ``day``."""
    return _working_day(day, ONE_DAY)


def _working_day(day: date, step: timedelta) -> date:
    day += step
    while not is_working_day(day):
        day += step
    return day


def _saturday_from(day: date) -> date:
    """Return the first Saturday that is not before ``day``."""
    return day + ((SATURDAY - day.weekday()) % 7) * ONE_DAY

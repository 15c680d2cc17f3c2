"""Owns the days that a text names, in Swedish or English, and whether their weekdays are right."""

import datetime
import re
import unicodedata
from dataclasses import dataclass
from datetime import timedelta

_SWEDISH = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_WEEKDAYS: tuple[tuple[str, ...], ...] = (
    ("mån", "monday", "mon"),
    ("tis", "tuesday", "tues", "tue"),
    ("ons", "wednesday", "wed"),
    ("tors", "tor", "thursday", "thurs", "thur", "thu"),
    ("fre", "friday", "fri"),
    ("lör", "saturday", "sat"),
    ("sön", "sunday", "sun"),
)
_ENDINGS = ("", "en", "ens", "s")
_YEARS = range(1900, 2200)
_MONTHS: tuple[tuple[str, ...], ...] = (
    ("januari", "january", "jan"),
    ("februari", "february", "feb"),
    ("mars", "march", "mar"),
    ("april", "apr"),
    ("maj", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("augusti", "august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_WEEKDAY_OF = {word: number for number, words in enumerate(_WEEKDAYS) for word in words} | {
    name + ending: number for number, name in enumerate(_SWEDISH) for ending in _ENDINGS
}
_MONTH_OF = {word: number for number, words in enumerate(_MONTHS, start=1) for word in words}


def _any_of(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_WEEKDAY = _any_of(_WEEKDAY_OF)
_MONTH = _any_of(_MONTH_OF)
_AND = r"(?:\s?[–-]\s?|\s(?:och|and)\s)"
_DAYS = rf"(?:{_AND}\d{{1,2}})?"
_ORDINAL = r"(?::[ae]|st|nd|rd|th)?"
_ISO_DATE = r"(?P<iso_year>\d{4})-(?P<iso_month>\d{2})-(?P<iso_day>\d{2})(?!\d)"
_DOTTED_DATE = r"(?P<dot_day>\d{1,2})\.(?P<dot_month>\d{1,2})\.(?P<dot_year>\d{4})(?!\d)"
_DAY_AND_MONTH = (
    rf"(?P<day>\d{{1,2}}){_ORDINAL}{_DAYS}\.?\s+(?:of\s+)?(?P<month>{_MONTH})\b\.?"
    r"(?:,?\s+(?P<year>\d{4})(?!\d))?"
)
_MONTH_AND_DAY = (
    rf"(?P<en_month>{_MONTH})\s+(?P<en_day>\d{{1,2}}){_ORDINAL}(?!\d)(?:,?\s+(?P<en_year>\d{{4}})(?!\d))?"
)
_CUT_DATE = (
    r"(?P<cut_day>\d{1,2})\s?/\s?(?P<cut_month>\d{1,2})(?!\d)"
    r"(?:\s?[-/]\s?(?P<cut_year>\d{4}|\d{2})(?!\d)|\s(?P<cut_year_apart>\d{4})(?!\d))?"
)
_DATES = (_ISO_DATE, _DOTTED_DATE, _DAY_AND_MONTH, _MONTH_AND_DAY, _CUT_DATE)
_PHRASE = re.compile(
    rf"(?:\b(?P<weekday>{_WEEKDAY})\b\.?(?:{_AND}(?:{_WEEKDAY})\b\.?)?,?\s+(?:(?:den|the|d\.|on)\s+)?)?"
    rf"(?<![\d/.-])(?:{'|'.join(_DATES)})"
    rf"(?:\s\((?P<weekday_after>{_WEEKDAY})\.?\))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A day as a text names it.

    ``found`` are the words; ``said_weekday`` counts from Monday, 0, ``None`` where no weekday stands beside
    the date; ``day`` is ``None`` for a day that no calendar has, such as the 31st of November.
    """

    found: str
    said_weekday: int | None
    day: datetime.date | None


@dataclass(frozen=True, slots=True)
class WeekdayMismatch:
    """A date that falls on another weekday than the text says.

    Weekdays count from Monday, 0. ``nearest`` is the day closest to ``date`` that is the weekday said.
    """

    found: str
    said_weekday: int
    real_weekday: int
    date: datetime.date
    nearest: datetime.date


def date_phrases(text: str, reference: datetime.date) -> tuple[DatePhrase, ...]:
    """Return the days that ``text`` names, in order: *fredagen den 15 oktober*, *fre 15/10*, *2027-10-15*.

    Where no year is given it is the one that brings the day closest to ``reference``. A span of days,
    *tors–fre 16–17 oktober*, is its first day. Bare figures that are no day, *24/7* or *50/50*, are no date.
    """
    plain = unicodedata.normalize("NFC", text)
    phrases = ((_phrase(match, reference), match) for match in _PHRASE.finditer(plain))
    return tuple(phrase for phrase, match in phrases if phrase.day is not None or _is_meant_as_date(match))


def check_weekday(text: str, reference: datetime.date) -> tuple[WeekdayMismatch, ...]:
    """Return every date in ``text`` whose weekday is wrong, in order; see :func:`date_phrases`."""
    found = (_mismatch(phrase) for phrase in date_phrases(text, reference))
    return tuple(mismatch for mismatch in found if mismatch is not None)


def impossible_days(text: str, reference: datetime.date) -> tuple[DatePhrase, ...]:
    """Return what ``text`` gives as a date and no calendar has, such as *den 31 november*."""
    return tuple(phrase for phrase in date_phrases(text, reference) if phrase.day is None)


def nearest_weekday(day: datetime.date, weekday: int) -> datetime.date:
    """Return the day closest to ``day`` that is a ``weekday`` (0 is Monday): at most three days off."""
    return day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)


def _mismatch(phrase: DatePhrase) -> WeekdayMismatch | None:
    day, said = phrase.day, phrase.said_weekday
    if day is None or said is None or said == day.weekday():
        return None
    return WeekdayMismatch(phrase.found, said, day.weekday(), day, nearest_weekday(day, said))


def _phrase(match: re.Match[str], reference: datetime.date) -> DatePhrase:
    groups = match.groupdict()
    said = groups["weekday"] or groups["weekday_after"]
    found = " ".join(match[0].split())
    return DatePhrase(found, _WEEKDAY_OF.get(said.casefold()) if said else None, _day(groups, reference))


def _is_meant_as_date(match: re.Match[str]) -> bool:
    """Return whether a day that does not exist was meant as one: a month or a weekday is named."""
    return any(match[name] for name in ("weekday", "weekday_after", "month", "en_month"))


def _day(groups: dict[str, str | None], reference: datetime.date) -> datetime.date | None:
    day = _first(groups, "iso_day", "dot_day", "day", "en_day", "cut_day")
    name = groups["month"] or groups["en_month"]
    month = (
        _MONTH_OF.get(name.casefold(), 0) if name else _first(groups, "iso_month", "dot_month", "cut_month")
    )
    year = _first(groups, "iso_year", "dot_year", "year", "en_year", "cut_year", "cut_year_apart")
    if year:
        return _made(year if year > 99 else 2000 + year, month, day)
    years = (reference.year - 1, reference.year, reference.year + 1)
    possible = [made for made in (_made(each, month, day) for each in years) if made is not None]
    return min(possible, key=lambda made: abs(made - reference), default=None)


def _first(groups: dict[str, str | None], *names: str) -> int:
    return next((int(value) for name in names if (value := groups[name])), 0)


def _made(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None

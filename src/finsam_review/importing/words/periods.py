"""Owns the reading of dates and periods as they are written in Swedish forms. Nothing impossible gets
through.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_MONTHS = {
    "januari": 1, "february": 2, "februari": 2, "mars": 3, "april": 4, "maj": 5, "juni": 6, "juli": 7,
    "augusti": 8, "september": 9, "oktober": 10, "november": 11, "december": 12,
    "january": 1, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8, "october": 10,
    "jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"20[0-9]\d"
_ISO = re.compile(rf"(?<!\d)({_YEAR})\s?(?=([-./]))\2\s?(\d{{1,2}})\s?\2\s?(\d{{1,2}})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(20[2-4]\d)(\d\d)(\d\d)(?!\d)")
_SHORT = re.compile(r"(?<!\d)([2-4]\d)(\d\d)(\d\d)(?![\d-])")
_NAMED = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?::?[ae])?\.?\s*({_MONTH})(?:,?\s*({_YEAR})(?!\d)|\s*[-'’]\s?(\d\d)(?!\d))?"
)
_SLASHED = re.compile(rf"(?<!\d)(\d{{1,2}})\s?/\s?(\d{{1,2}})(?:[\s/,-]{{1,2}}({_YEAR}|\d\d)(?!\d))?")
_DOTTED = re.compile(rf"(?<!\d)(\d{{1,2}})\.(\d{{1,2}})\.({_YEAR})(?!\d)")
_MONTH_YEAR = re.compile(rf"\b({_MONTH})(?:\s*(?:år\s*)?({_YEAR})(?!\d)|\s*[-'’]\s?(\d\d)(?!\d))?")
_YEAR_MONTH = re.compile(rf"(?<!\d)({_YEAR})\s?[-/.]\s?(0[1-9]|1[0-2])(?![\d-])")
_YEARS_SHORT = re.compile(rf"(?<!\d)({_YEAR})\s?[-–/]\s?(\d\d)(?![\d-])")
_YEAR_ALONE = re.compile(rf"(?<!\d)({_YEAR})(?!\d)")

_VAGUE = re.compile(
    r"\b(?:vår(?:en)?|höst(?:en)?|sommar(?:en)?|vinter(?:n)?|vt|ht|kvartal|q[1-4]|vecka|v\.? ?\d|halvår\w*"
    r"|årsskift\w*|mitten|slutet|början|snarast)\b"
)
_ABOUT = re.compile(
    r"\b(?:ca|cirka|ungefär|omkring|preliminärt|prel|tidigast|senast|troligen|förslagsvis|eventuellt)\b"
)
_WHOLE_YEAR = re.compile(r"\bhela\b|kalenderår|helår")
_LENGTH = re.compile(r"\b(\d{1,2}|ett|en|två|tre|fyra|fem|sex|tolv|arton|aderton)\s*(år|månader|mån|månad)\b")
_NUMBERS = {
    "ett": 1,
    "en": 1,
    "två": 2,
    "tre": 3,
    "fyra": 4,
    "fem": 5,
    "sex": 6,
    "tolv": 12,
    "arton": 18,
    "aderton": 18,
}


@dataclass(frozen=True, slots=True)
class Day:
    """A date as written: any part may be missing, and it need not exist. ``unsure`` is a code of doubt."""

    year: int | None
    month: int | None = None
    day: int | None = None
    unsure: str = ""

    def first(self) -> date | None:
        """Return the first day it may mean, or ``None`` when there is no such day."""
        return _date(self.year, self.month or 1, self.day or 1)

    def last(self) -> date | None:
        """Return the last day it may mean, or ``None`` when there is no such day."""
        if self.year is None:
            return None
        month = self.month or 12
        if self.day or not 1 <= month <= 12:
            return _date(self.year, month, self.day or 1)
        return _date(self.year, month, calendar.monthrange(self.year, month)[1])


@dataclass(frozen=True, slots=True)
class Period:
    """A period as read; ``codes`` are the doubts. A part that could not be read for certain is ``None``."""

    start: date | None = None
    end: date | None = None
    codes: tuple[str, ...] = ()


def read_date(text: str) -> tuple[date | None, str]:
    """Return the one full date in ``text`` and a code of doubt, empty when there is none."""
    days = _days(_plain(text))
    full = [day for day in days if day.day is not None]
    if len(full) != 1 or len(days) != 1 or full[0].year is None:
        return None, "date_unclear"
    found = full[0].first()
    return (found, full[0].unsure) if found else (None, "date_impossible")


def read_edge(text: str, *, last: bool) -> tuple[date | None, str]:
    """Return the first or last day that a start or end date means, and a code of doubt."""
    plain = _plain(text)
    days = _days(plain)
    if len(days) != 1 or days[0].year is None or _VAGUE.search(plain):
        return None, "period_unclear"
    found = days[0].last() if last else days[0].first()
    if found is None:
        return None, "date_impossible"
    if days[0].month is None:
        return found, "period_years"
    return found, days[0].unsure or ("period_about" if _ABOUT.search(plain) else "")


def read_period(text: str) -> Period:
    """Return the period that a labelled text states."""
    plain = _plain(text)
    days = _days(plain)
    if len(days) > 2:
        outer = re.sub(r"\([^)]*\)", " ", plain)
        days = _days(outer)
    if not days or _VAGUE.search(plain):
        return Period(codes=("period_unclear",))
    codes = ["period_about"] if _ABOUT.search(plain) else []
    if len(days) == 1:
        return _single(days[0], plain, codes)
    if len(days) == 2:
        return _pair(days[0], days[1], plain, codes)
    return Period(codes=("period_unclear",))


def _pair(first: Day, second: Day, plain: str, codes: list[str]) -> Period:
    if second.year is None:
        return Period(codes=("period_unclear",))
    if first.year is None:
        first = Day(second.year, first.month, first.day, first.unsure)
    if first.month is None and second.month is None:
        if not _WHOLE_YEAR.search(plain):
            codes.append("period_years")
    elif first.month is None or second.month is None:
        codes.append("period_years")
    codes.extend(day.unsure for day in (first, second) if day.unsure)
    start, end = first.first(), second.last()
    if start is None or end is None:
        codes.append("date_impossible")
    elif start > end:
        codes.append("period_reversed")
    return Period(start, end, tuple(dict.fromkeys(codes)))


def _single(day: Day, plain: str, codes: list[str]) -> Period:
    if day.year is None:
        return Period(codes=("period_unclear",))
    if day.month is None:
        if not _WHOLE_YEAR.search(plain):
            codes.append("period_years")
        return Period(day.first(), day.last(), tuple(codes))
    start = day.first()
    if start is None:
        return Period(codes=("date_impossible",))
    length = _length(plain)
    if length:
        return Period(start, _months_later(start, length), (*codes, "period_computed"))
    if re.search(r"t\.? ?o\.? ?m|till och med|senast|slut", plain):
        return Period(None, day.last(), (*codes, "period_half"))
    return Period(start, None, (*codes, "period_half"))


def _length(plain: str) -> int:
    """Return the length in months that a text states, 0 when it states none or several."""
    found = _LENGTH.findall(plain)
    if len(found) != 1:
        return 0
    count, unit = found[0]
    number = int(count) if count.isdigit() else _NUMBERS[count]
    return number * 12 if unit == "år" else number


def _months_later(start: date, months: int) -> date | None:
    month = start.month - 1 + months
    year, month = start.year + month // 12, month % 12 + 1
    after = _date(year, month, min(start.day, calendar.monthrange(year, month)[1]))
    return date.fromordinal(after.toordinal() - 1) if after else None


def _days(plain: str) -> list[Day]:
    """Return the dates in a text in order; what one pattern has taken, the next does not see."""
    taken: list[tuple[int, Day]] = []
    rest = plain
    for pattern, make in _PATTERNS:
        for match in list(pattern.finditer(rest)):
            made = make(match)
            if made is not None:
                taken.extend((match.start() + place, day) for place, day in enumerate(made))
                rest = rest[: match.start()] + "\x00" * (match.end() - match.start()) + rest[match.end() :]
    return [day for _, day in sorted(taken, key=lambda item: item[0])]


def _iso(match: re.Match[str]) -> list[Day]:
    return [Day(int(match[1]), int(match[3]), int(match[4]))]


def _compact(match: re.Match[str]) -> list[Day]:
    return [Day(int(match[1]), int(match[2]), int(match[3]))]


def _short(match: re.Match[str]) -> list[Day] | None:
    year, month, day = 2000 + int(match[1]), int(match[2]), int(match[3])
    return [Day(year, month, day, "date_short")] if _date(year, month, day) else None


def _named(match: re.Match[str]) -> list[Day]:
    year = int(match[3]) if match[3] else 2000 + int(match[4]) if match[4] else None
    return [Day(year, _month(match[2]), int(match[1]), "date_short" if match[4] else "")]


def _slashed(match: re.Match[str]) -> list[Day] | None:
    day, month = int(match[1]), int(match[2])
    if month > 12 or not 1 <= day <= 31 or month < 1:
        return None
    year = None if not match[3] else int(match[3]) if len(match[3]) == 4 else 2000 + int(match[3])
    unsure = (
        "date_short" if (match[3] and len(match[3]) == 2) or (day <= 12 and match[0].count("/") == 2) else ""
    )
    return [Day(year, month, day, unsure)]


def _dotted(match: re.Match[str]) -> list[Day]:
    return [Day(int(match[3]), int(match[2]), int(match[1]))]


def _month_year(match: re.Match[str]) -> list[Day]:
    year = int(match[2]) if match[2] else 2000 + int(match[3]) if match[3] else None
    return [Day(year, _month(match[1]), None, "date_short" if match[3] else "")]


def _year_month(match: re.Match[str]) -> list[Day]:
    return [Day(int(match[1]), int(match[2]))]


def _years_short(match: re.Match[str]) -> list[Day]:
    return [Day(int(match[1])), Day(int(match[1]) // 100 * 100 + int(match[2]))]


def _year(match: re.Match[str]) -> list[Day]:
    return [Day(int(match[1]))]


_PATTERNS = (
    (_ISO, _iso), (_DOTTED, _dotted), (_COMPACT, _compact), (_NAMED, _named), (_SLASHED, _slashed),
    (_SHORT, _short), (_MONTH_YEAR, _month_year), (_YEAR_MONTH, _year_month),
    (_YEARS_SHORT, _years_short), (_YEAR_ALONE, _year),
)  # fmt: skip


def _month(word: str) -> int:
    return _MONTHS[word.rstrip(".")]


def _plain(text: str) -> str:
    return " ".join(re.sub(r"-{2,3}", " – ", text.casefold().replace("\u2011", "-")).split())


def _date(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year or 0, month, day)
    except ValueError:
        return None

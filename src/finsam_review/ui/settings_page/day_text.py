"""Owns how a date is typed by a person: *2025-10-31*, *31/10 2025*, *fredagen den 31 oktober*."""

import re
from datetime import date, timedelta

from finsam_review.i18n import gettext as _
from finsam_review.i18n import language, long_date

_MONTHS = {
    **{name: number for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"), start=1)},
    "may": 5, "oct": 10,
}  # fmt: skip
_WEEKDAYS = {
    name: number
    for names in (
        ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    )
    for number, name in enumerate(names)
}
_ISO = re.compile(r"(?P<year>\d{4})[-/.]?(?P<month>\d\d)[-/.]?(?P<day>\d\d)")
_NUMBERS = re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/. ]*(?P<year>\d{4})?")
_WORDS = re.compile(r"(?P<day>\d{1,2})(?::?[ea]|st|nd|rd|th)? (?P<name>[^\W\d]{3,})\.?(?: (?P<year>\d{4}))?")


class DayTextError(ValueError):
    """What was typed is no date. ``sentence`` says why, in words; ``offer`` is the day that may be meant."""

    def __init__(self, sentence: str, offer: date | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.offer = offer


def read_day(text: str, *, near: date) -> date | None:
    """Return the date that ``text`` means, ``None`` when nothing is typed.

    Without a year it is the first such day from ``near`` on. Raises :class:`DayTextError` for what is no
    date, for a day that does not exist and for a weekday that is another one.
    """
    words = " ".join(text.casefold().replace(",", " ").split())
    if not words:
        return None
    weekday, rest = _weekday(words)
    year, month, day = _parts(rest, text)
    found = _made(year, month, day, near=near, typed=text)
    if weekday is not None and found.weekday() != weekday:
        meant = found + timedelta(days=(weekday - found.weekday() + 3) % 7 - 3)
        sentence = _("{typed} is wrong: it is {right}. Or do you mean {other}?")
        words = sentence.format(typed=text.strip(), right=long_date(found), other=long_date(meant))
        raise DayTextError(words, meant)
    return found


def _weekday(words: str) -> tuple[int | None, str]:
    first, _space, rest = words.partition(" ")
    name = first.removesuffix("en") if first.endswith("dagen") else first
    number = _WEEKDAYS.get(name)
    rest = words if number is None else rest
    return number, rest.removeprefix("den ").strip()


def _parts(words: str, typed: str) -> tuple[int | None, int, int]:
    for pattern in (_ISO, _NUMBERS, _WORDS):
        match = pattern.fullmatch(words)
        if match is None:
            continue
        found = match.groupdict()
        name = found.get("name")
        month = int(found["month"]) if name is None else _MONTHS.get(name[:3], 0)
        if month:
            return int(found["year"]) if found["year"] else None, month, int(found["day"])
    example = "2025-10-31" if language() == "sv" else "31 October 2025"
    sentence = _("“{typed}” can't be read as a date. Write for example {example}.")
    raise DayTextError(sentence.format(typed=typed.strip(), example=example))


def _made(year: int | None, month: int, day: int, *, near: date, typed: str) -> date:
    try:
        if year is not None:
            return date(year, month, day)
        this_year = date(near.year, month, day)
        return this_year if this_year >= near else date(near.year + 1, month, day)
    except ValueError as error:
        sentence = _("There is no such day as {typed}. Check the day and the month.")
        raise DayTextError(sentence.format(typed=typed.strip())) from error

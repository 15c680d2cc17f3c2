"""Owns the way between an application's fields and the text of their editors, both ways."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QDate, QLocale

from finsam_review.domain.text import clean_line, fold
from finsam_review.domain.workshop import Party
from finsam_review.i18n import kronor, language

_DASHES = (" – ", " — ", " - ", " till ", " to ")
_WORDED = ("d MMMM yyyy", "d MMM yyyy", "d/M/yyyy", "d.M.yyyy", "yyyy/M/d", "yyyyMMdd")
_LIMIT = 10**12
"""Kronor beyond which an amount is a slip of the keyboard."""


class NotUnderstoodError(ValueError):
    """What was typed is no such value; ``args[0]`` is empty, the sentence belongs to the field."""


def date_text(day: date | None) -> str:
    """Return a day as forms write it: *2026-01-31*, or nothing."""
    return day.isoformat() if day else ""


def date_of(text: str) -> date | None:
    """Return the day that ``text`` means, ``None`` for no text. Raises :class:`NotUnderstoodError`."""
    text = clean_line(text)
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return _worded_date(text)


def _worded_date(text: str) -> date:
    locale = QLocale("sv_SE" if language() == "sv" else "en_GB")
    for form in _WORDED:
        found = locale.toDate(text.casefold(), form)
        if isinstance(found, QDate) and found.isValid():
            return date(found.year(), found.month(), found.day())
    raise NotUnderstoodError


def period_text(start: date | None, end: date | None) -> str:
    """Return *2026-01-01 – 2026-12-31*; a missing side stays empty beside its dash."""
    if start is None and end is None:
        return ""
    return f"{date_text(start)} – {date_text(end)}".strip()


def period_of(text: str) -> tuple[date | None, date | None]:
    """Return the first and last day of a period. Raises :class:`NotUnderstoodError`."""
    padded = f" {clean_line(text)} "
    for dash in _DASHES:
        first, parted, last = padded.partition(dash)
        if parted:
            return date_of(first), date_of(last)
    start, sign, end = clean_line(text).partition("–")
    return date_of(start), date_of(end) if sign else None


def amount_text(amount: int | None) -> str:
    """Return *720 000 kr*, or nothing."""
    return "" if amount is None else kronor(amount)


def amount_of(text: str) -> int | None:
    """Return whole kronor from *720 000 kr*, *720000:-* or *720 tkr*. Raises :class:`NotUnderstoodError`."""
    word = "".join(fold(text).split())
    if not word:
        return None
    factor = 1
    for unit, worth in (("tkr", 1000), ("kronor", 1), ("sek", 1), ("kr", 1), (":-", 1)):
        if word.endswith(unit):
            word, factor = word.removesuffix(unit), worth
            break
    for cents in (",00", ".00"):
        word = word.removesuffix(cents)
    if not (word.isascii() and word.isdigit()) or int(word) * factor > _LIMIT:
        raise NotUnderstoodError
    return int(word) * factor


def names_text(names: Iterable[str]) -> str:
    """Return names with commas between."""
    return ", ".join(names)


def names_of(text: str) -> tuple[str, ...]:
    """Return the names that commas, semicolons or new lines part, each once."""
    parts = text.replace("\n", ",").replace(";", ",").split(",")
    return tuple(dict.fromkeys(name for part in parts if (name := clean_line(part))))


def parties_of(names: Iterable[str], parties: Iterable[Party]) -> tuple[str, ...]:
    """Return the codes of the parties that the organisations called ``names`` belong to, in party order."""
    padded = [f" {fold(name)} " for name in names]
    return tuple(party.code for party in parties if any(_belongs(name, party) for name in padded))


def _belongs(name: str, party: Party) -> bool:
    words = (party.name, party.short_name, *party.bodies, *party.synonyms)
    return any(f" {fold(word)} " in name for word in words)

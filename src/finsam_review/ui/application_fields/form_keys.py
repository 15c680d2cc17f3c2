"""Owns the lines of the form: which fields of an application each of them shows."""

from collections.abc import Iterable

from finsam_review.domain.applications import ApplicationDetails, Doubt

FIELDS: dict[str, tuple[str, ...]] = {
    "title": ("title",),
    "applicant": ("applicant",),
    "organisations": ("organisations", "parties"),
    "kind": ("kind",),
    "diary_number": ("diary_number",),
    "received_on": ("received_on",),
    "contact_name": ("contact_name",),
    "contact_email": ("contact_email",),
    "period": ("period", "period_start", "period_end"),
    "amounts": ("amounts", "amount_total"),
}
"""The lines of the form in order, each with the fields of :class:`ApplicationDetails` that it edits."""

_LINE_OF = {field: key for key, fields in FIELDS.items() for field in fields}
TOTAL = "amount:total"
_YEARS = range(2000, 2100)


def line_of(field: str) -> str:
    """Return the line that shows ``field``; ``document`` for what is about the document as a whole."""
    return _LINE_OF.get(field, "document")


def year_of(doubt: Doubt) -> int | None:
    """Return the calendar year that a doubt about amounts is about, ``None`` for all of them."""
    stated = doubt.values.get("year")
    return int(stated) if stated is not None and str(stated).isdigit() else None


def amount_key(year: int) -> str:
    """Return the key of the line for the amount of ``year``."""
    return f"amount:{year}"


def line_of_key(key: str) -> str:
    """Return the line that ``key`` belongs to: a line has one key, but amounts have one for each year."""
    return "amounts" if key.startswith("amount:") else key


def is_settled_by(doubt: Doubt, key: str) -> bool:
    """Return whether writing in the line with ``key`` answers ``doubt``."""
    if line_of(doubt.field) != line_of_key(key):
        return False
    year = year_of(doubt) if key.startswith("amount:") else None
    return year is None or key == amount_key(year)


def years_of(details: ApplicationDetails, doubts: Iterable[Doubt] = ()) -> tuple[int, ...]:
    """Return the years to show a line of amount for: those stated, of the period, and doubted."""
    years = {year for year, _amount in details.amounts}
    years |= {year for doubt in doubts if (year := year_of(doubt)) is not None}
    if details.period_start and details.period_end and details.period_end >= details.period_start:
        last = min(details.period_end.year, details.period_start.year + 9)
        years |= set(range(details.period_start.year, last + 1))
    return tuple(sorted(year for year in years if year in _YEARS))


def total_of(details: ApplicationDetails) -> int | None:
    """Return what is applied for in all: as stated, else the sum of the years, ``None`` if nothing is."""
    if details.amount_total is not None:
        return details.amount_total
    return sum(amount for _year, amount in details.amounts) if details.amounts else None

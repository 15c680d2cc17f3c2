"""Owns the words of the calendar that stand inside a sentence: weekdays, days without a year, holidays."""

from datetime import date

from finsam_review.i18n import N_, gettext, language

HOLIDAYS: dict[str, str] = {
    "new_year": N_("New Year's Day"),
    "epiphany": N_("Epiphany"),
    "good_friday": N_("Good Friday"),
    "easter_eve": N_("Easter Eve"),
    "easter": N_("Easter Day"),
    "easter_monday": N_("Easter Monday"),
    "may_day": N_("the First of May"),
    "ascension": N_("Ascension Day"),
    "pentecost": N_("Whit Sunday"),
    "national_day": N_("the National Day"),
    "midsummer_eve": N_("Midsummer Eve"),
    "midsummer": N_("Midsummer Day"),
    "all_saints": N_("All Saints' Day"),
    "christmas_eve": N_("Christmas Eve"),
    "christmas": N_("Christmas Day"),
    "boxing_day": N_("Boxing Day"),
    "new_years_eve": N_("New Year's Eve"),
}
"""What a holiday is called, by its code."""

_A_MONDAY = date(2024, 1, 1)


def holiday_name(code: str) -> str:
    """Return *julafton*, in the language in use. Raises ``KeyError`` for an unknown code: a bug."""
    return gettext(HOLIDAYS[code])


def weekday_name(weekday: int) -> str:
    """Return *fredag* for 4; Monday is 0."""
    from babel.dates import format_date

    return format_date(_A_MONDAY.replace(day=1 + weekday), "EEEE", locale=language())


def day_and_month(day: date) -> str:
    """Return *15 oktober*, for a day whose year nobody doubts."""
    from babel.dates import format_date

    return format_date(day, "d MMMM", locale=language())

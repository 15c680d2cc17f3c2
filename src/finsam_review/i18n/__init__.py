"""Owns the language of the program: English message ids, Swedish by default, one catalogue for all floors."""

import gettext as _gettext
from datetime import date

from finsam_review.paths import resources

DOMAIN = "finsam"
LANGUAGES = ("sv", "en")
DEFAULT_LANGUAGE = "sv"


class _Language:
    """The language in use. gettext needs one for the whole process; set once at start."""

    def __init__(self) -> None:
        self.code = "en"
        self.catalogue: _gettext.NullTranslations = _gettext.NullTranslations()


_language = _Language()


def set_language(code: str) -> None:
    """Speak ``code`` (``sv`` or ``en``) from now on. Raises ``ValueError`` for any other."""
    if code not in LANGUAGES:
        raise ValueError(code)
    _language.code = code
    _language.catalogue = (
        _gettext.NullTranslations()
        if code == "en"
        else _gettext.translation(DOMAIN, localedir=str(resources() / "locale"), languages=[code])
    )


def language() -> str:
    """Return the language in use."""
    return _language.code


def gettext(message: str) -> str:
    """Return ``message`` in the language in use."""
    return _language.catalogue.gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """Return the form for ``number`` in the language in use; ``{n}`` is left for the caller."""
    return _language.catalogue.ngettext(singular, plural, number)


def pgettext(context: str, message: str) -> str:
    """Return ``message`` as it reads in ``context``, for words that mean two things."""
    return _language.catalogue.pgettext(context, message)


def N_(message: str) -> str:
    """Mark ``message`` for the catalogue without translating it here."""
    return message


def long_date(day: date) -> str:
    """Return *onsdagen den 15 oktober 2025*."""
    from babel.dates import format_date

    if _language.code == "sv":
        return format_date(day, "EEEE'en den' d MMMM y", locale="sv")
    return format_date(day, "EEEE d MMMM y", locale="en")


def date_line(day: date) -> str:
    """Return *Onsdagen den 15 oktober 2025*, for a date that stands by itself."""
    words = long_date(day)
    return words[:1].upper() + words[1:]


def plain_date(day: date) -> str:
    """Return *15 oktober 2025*."""
    from babel.dates import format_date

    return format_date(day, "d MMMM y", locale=_language.code)


def kronor(amount: int) -> str:
    """Return *1 185 000 kr*, with no-break spaces, so that an amount is never parted from its unit."""
    return f"{amount:,}".replace(",", "\u00a0") + "\u00a0kr"


def thousands(amount: int) -> str:
    """Return *1 185 tkr*, rounded half up to whole thousands, as the list of applications shows it."""
    rounded = (abs(amount) + 500) // 1000 * (1 if amount >= 0 else -1)
    return f"{rounded:,}".replace(",", "\u00a0") + "\u00a0tkr"

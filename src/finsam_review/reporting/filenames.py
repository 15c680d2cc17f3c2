"""Owns the names of files we write: taken from titles, safe on every system people carry a stick to."""

import re
import unicodedata

from finsam_review.domain.applications import Application
from finsam_review.domain.summaries import SummarySource
from finsam_review.domain.text import clean_line

LONGEST = 80
"""Characters of a file name, suffix included; Windows counts the folders before it too."""

FALLBACK = "namnlös"

_LONGEST_BYTES = 220
"""Linux counts bytes, at most 255, and a letter may take four."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_KEPT_CATEGORIES = ("L", "M", "N")
_KEPT_SIGNS = frozenset(" -–_.,;()[]+&'!=@#§%")
_ENDING = re.compile(r"[A-Za-z0-9]{1,8}")
_DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$"}
    | {f"{port}{digit}" for port in ("COM", "LPT") for digit in "0123456789¹²³"}
)


def safe_file_name(stem: str, *, suffix: str, taken: set[str]) -> str:
    """Return a file name made from ``stem`` that Windows, macOS and Linux all accept, and note it as taken.

    ``suffix`` is ``.pdf`` and the like. Letters, digits and ordinary signs are kept, in NFC; what could
    mean a folder or a device, or turn the reading direction, is not. ``taken`` holds the names already
    used in the folder, in any case; a second of the same gets " (2)". Never empty, at most
    :data:`LONGEST` characters.
    """
    name = _kept(stem)
    taken_folded = {_folded(other) for other in taken}
    number = 1
    while True:
        mark = "" if number == 1 else f" ({number})"
        candidate = _fitted(name, room=LONGEST - len(mark) - len(suffix)) + mark + suffix
        if _folded(candidate) not in taken_folded:
            taken.add(candidate)
            return candidate
        number += 1


def summary_file_name(source: SummarySource, *, taken: set[str], suffix: str = ".pdf", mark: str = "") -> str:
    """Return *2025-041 Grönt steg.pdf*, safe as :func:`safe_file_name` makes it, and note it as taken.

    ``mark`` is said after the title, such as *intern kopia*.
    """
    return application_file_name(source.application, taken=taken, suffix=suffix, mark=mark)


def application_file_name(application: Application, *, taken: set[str], suffix: str, mark: str = "") -> str:
    """Return the name of a file about ``application``, as :func:`summary_file_name` does."""
    parts = (application.details.diary_number, application.short_title, mark)
    return safe_file_name(" ".join(part for part in parts if part), suffix=suffix, taken=taken)


def kept_file_name(name: str) -> str:
    """Return ``name`` as every system accepts it, with the ending it has: for a file that came from outside.

    What stands after the last dot is an ending when it is at most eight letters or digits.
    """
    stem, dot, ending = name.rpartition(".")
    if not dot or not _ENDING.fullmatch(ending):
        stem, dot, ending = name, "", ""
    return safe_file_name(stem, suffix=dot + ending, taken=set())


def _kept(stem: str) -> str:
    line = _FORBIDDEN.sub("-", clean_line(stem))
    kept = "".join(
        char
        for char in line
        if unicodedata.category(char).startswith(_KEPT_CATEGORIES) or char in _KEPT_SIGNS
    )
    return " ".join(unicodedata.normalize("NFC", kept).split())


def _fitted(name: str, *, room: int) -> str:
    """Return ``name`` in at most ``room`` characters, without what no name may begin or end with."""
    fitted = _stripped(name)[:room]
    while len(fitted.encode("utf-8")) > _LONGEST_BYTES:
        fitted = fitted[:-1]
    fitted = _stripped(fitted) or FALLBACK
    return f"_{fitted}"[:room] if _is_device(fitted) else fitted


def _stripped(name: str) -> str:
    return name.lstrip(" .-~'=+@").rstrip(" .-")


def _is_device(name: str) -> bool:
    """Return whether Windows would open a device: it looks at what stands before the first dot."""
    return name.split(".", maxsplit=1)[0].rstrip().upper() in _DEVICES


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKD", name).casefold())

"""Owns the finding of personnummer and samordningsnummer, in every form in which people write them.

Ten or twelve digits: a real day of birth (60 more for a samordningsnummer), a serial, and a last digit that
Luhn's sum demands. What fails the sum is another number, unless the text itself calls it a personnummer.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

Span = tuple[int, int]
"""Where something stands in a plain reading: its start, and the place after its end."""

_CLUSTER = re.compile(r"\d(?:(?:-\n|[ \t.+/-]{0,5})\d){9,}")
"""Digits near each other; no number that matters has more signs than that between two of its digits."""
_CALLED = re.compile(
    r"(?:person(?:s|liga)?[ -]?(?:nr|nummer|nummret|numret)|\bp(?:ers)?\.?-?(?:nr|nummer)"
    r"|samordn(?:ings)?[ -]?(?:nr|nummer|numret))\.?[ :=(\"'-]{0,4}(?:är |var )?$",
    re.IGNORECASE,
)
_CALLED_WITHIN = 40
_BEFORE_SERIAL = re.compile(r"[ \t]{0,2}[-+/.]?[ \t]{0,2}|-\n")
_DATE_PARTINGS = frozenset({"", " ", "-", ".", "/"})
_CENTURIES = frozenset({"18", "19", "20"})
_COORDINATION = 60
"""What is added to the day of birth in a samordningsnummer."""


def find_identity_numbers(plain: str) -> list[Span]:
    """Return where identity numbers stand in a plain reading, in order, never overlapping."""
    return [span for cluster in _CLUSTER.finditer(plain) for span in _in_cluster(plain, cluster)]


def luhn_fits(digits: str) -> bool:
    """Return whether the last of ten digits is the one that Luhn's sum over the others demands."""
    total = 0
    for place, digit in enumerate(digits):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _in_cluster(plain: str, cluster: re.Match[str]) -> Iterator[Span]:
    """Yield the identity numbers among digits that stand near each other."""
    places = [cluster.start() + place for place, char in enumerate(cluster[0]) if char.isdecimal()]
    gaps = [plain[one + 1 : two] for one, two in pairwise(places)]
    first = 0
    while first <= len(places) - 10:
        length = 0 if first and not gaps[first - 1] else _length_at(plain, places, gaps, first)
        if length:
            yield places[first], places[first + length - 1] + 1
        first += length or 1


def _length_at(plain: str, places: list[int], gaps: list[str], first: int) -> int:
    """Return how many digits the identity number has that begins at digit ``first``: 12, 10, or 0."""
    for length in (12, 10):
        last = first + length - 1
        if last >= len(places) or (last < len(gaps) and not gaps[last]):
            continue
        digits = "".join(plain[place] for place in places[first : last + 1])
        after = gaps[last] if last < len(gaps) else ""
        if _parted_plausibly(gaps[first:last], after) and (
            _is_identity(digits) or _is_called(plain[max(0, places[first] - _CALLED_WITHIN) : places[first]])
        ):
            return length
    return 0


def _is_called(before: str) -> bool:
    """Return whether the words before a number say what it is: then a digit was mistyped, no more."""
    return _CALLED.search(before) is not None


def _is_identity(digits: str) -> bool:
    century, short = digits[:-10], digits[-10:]
    if not luhn_fits(short) or (century and century not in _CENTURIES):
        return False
    year, month, day = int(short[:2]), int(short[2:4]), int(short[4:6])
    if day > _COORDINATION:
        day -= _COORDINATION
    return any(
        _is_day(int(hundred) * 100 + year, month, day) for hundred in ([century] if century else _CENTURIES)
    )


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _parted_plausibly(gaps: list[str], after: str) -> bool:
    """Return whether digits are parted as a person parts them: by the parts of the date, or one by one.

    ``after`` is what stands between the last digit and the next; the sign that parts a date comes back there
    when dates stand in a row.
    """
    day, before_serial, (one, middle, two) = gaps[:-4], gaps[-4], gaps[-3:]
    if not _BEFORE_SERIAL.fullmatch(before_serial):
        return False
    if all(gap == " " for gap in (*day, one, middle, two)):
        return True
    parting = day[-2]
    if parting not in _DATE_PARTINGS or (parting.strip() and after == parting):
        return False
    century = day[1:2] if len(day) == 7 else []
    return (
        not any((*day[::2], one, two))
        and day[-4] == parting
        and all(gap in {"", parting} for gap in century)
        and middle in {"", " "}
    )

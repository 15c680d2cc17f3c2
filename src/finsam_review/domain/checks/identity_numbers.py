"""Owns the finding of personnummer and samordningsnummer, in every form in which people write them.

Ten or twelve digits: a real day of birth (60 more for a samordningsnummer), a serial, and a last digit that
Luhn's sum demands. What fails the sum is another number, unless the text itself calls it a personnummer.
"""

import re
from collections.abc import Iterator, Set
from datetime import date
from itertools import pairwise

from finsam_review.domain.checks.spans import Span

_CLUSTER = re.compile(r"\d(?:(?:-\n|[ \t.:_*+/-]{0,6})\d){9,}")
"""Digits near each other; no number that matters has more signs than that between two of its digits."""
_CALLED = re.compile(
    r"(?:person(?:s|liga)?[ -]?(?:nr|nummer|nummret|numret)|\bp(?:ers)?\.?-?(?:nr|nummer)"
    r"|samordn(?:ings)?[ -]?(?:nr|nummer|numret))\.?[ :=(\"'-]{0,4}(?:är |var )?(?=\d)",
    re.IGNORECASE,
)
"""What calls the digits after it an identity number: then a digit was mistyped, no more."""
_BEFORE_SERIAL = re.compile(r"[ \t]{0,2}[-.:_*+/]{0,2}[ \t]{0,2}|-\n")
_DATE_PARTINGS = frozenset({"", " ", "-", ".", "/"})
_CENTURIES = frozenset({"18", "19", "20"})
_DOUBLED = bytes.maketrans(b"0123456789", b"0246813579")
"""Ten codes add up to ten times that of 0 more than their digits, which leaves the last digit as it is."""
_COORDINATION = 60
"""What is added to the day of birth in a samordningsnummer."""


def find_identity_numbers(plain: str) -> list[Span]:
    """Return where identity numbers stand in a plain reading, in order, never overlapping."""
    clusters = list(_CLUSTER.finditer(plain))
    if not clusters:
        return []
    called = {match.end() for match in _CALLED.finditer(plain)}
    return [span for cluster in clusters for span in _Cluster(plain, cluster.span()).numbers(called)]


def luhn_fits(digits: str) -> bool:
    """Return whether the last of ten digits is the one that Luhn's sum over the others demands."""
    codes = digits.encode("ascii")
    return (sum(codes[1::2]) + sum(codes[::2].translate(_DOUBLED))) % 10 == 0


class _Cluster:
    """Digits that stand near each other, and what parts them."""

    def __init__(self, plain: str, span: Span) -> None:
        self.places = [place for place in range(*span) if plain[place].isdecimal()]
        self.digits = "".join([plain[place] for place in self.places])
        self.gaps = [plain[one + 1 : two] for one, two in pairwise(self.places)]

    def numbers(self, called: Set[int]) -> Iterator[Span]:
        """Yield where identity numbers stand; ``called`` are the places where the text says that one is."""
        first = 0
        while first <= len(self.places) - 10:
            glued = first and not self.gaps[first - 1]
            length = 0 if glued else self._length_at(first, called=self.places[first] in called)
            if length:
                yield self.places[first], self.places[first + length - 1] + 1
            first += length or 1

    def _lengths(self, first: int) -> tuple[int, ...]:
        """Return the lengths to look at: a month begins with 0 or 1, twelve digits with a century."""
        short = (10,) if self.digits[first + 2] in "01" else ()
        return (12, *short) if self.digits[first : first + 2] in _CENTURIES else short

    def _length_at(self, first: int, *, called: bool) -> int:
        """Return how many digits the identity number has that begins at ``first``: 12, 10, or 0."""
        for length in (12, 10) if called else self._lengths(first):
            last = first + length - 1
            if last >= len(self.places) or (last < len(self.gaps) and not self.gaps[last]):
                continue
            if called or _is_identity(self.digits[first : last + 1]):
                after = self.gaps[last] if last < len(self.gaps) else ""
                if _parted_plausibly(self.gaps[first:last], after):
                    return length
        return 0


def _is_identity(digits: str) -> bool:
    century, short = digits[:-10], digits[-10:]
    if short[2:4] > "12" or (century and century not in _CENTURIES) or not luhn_fits(short):
        return False
    year, month, day = int(short[:2]), int(short[2:4]), int(short[4:6])
    if day > _COORDINATION:
        day -= _COORDINATION
    hundreds = (century,) if century else _CENTURIES
    return any(_is_day(int(hundred) * 100 + year, month, day) for hundred in hundreds)


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

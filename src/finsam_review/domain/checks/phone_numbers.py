"""Owns the finding of phone numbers: Swedish ones as people write them, foreign ones, and extensions."""

import re
from collections.abc import Iterator
from itertools import accumulate, islice, pairwise

from finsam_review.domain.checks.spans import Span, apart

_DIGITS = re.compile(r"\d[ ()./-]{0,3}\d[ ()./-]{0,3}\d")
"""What every phone number and extension has in it; most texts have nothing like it."""
_START = re.compile(r"(?<!\d)\(?(?:\+ ?[1-9]|00[1-9]|0[1-9])[\d \t()./-]{5,28}")
"""Where a number with an area code or a country code may stand; how much of it is one is worked out below."""
_SWEDEN = re.compile(r"\(?(?:\+ ?|00)46\)?[ \t/-]{0,2}(?:\(0\)[ \t-]{0,2}|0(?=[ \t-]?[1-9]))?")
_ABROAD = re.compile(r"\(?(?:\+ ?|00)(?=[1-9])")
_GROUPS_MAX = 6
_GROUP = re.compile(r"\d+")
_GOES_ON = re.compile(r"\d[-/.:+]$")
"""What shows that digits are the end of a longer number: *2025/0412345*."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEARS = re.compile(r"(?:19|20)\d\d ?- ?(?:19|20)\d\d")
_AFTER_CUE = re.compile(
    r"\b(?:(?P<sure>tel(?:efon(?:en|nr|nummer|numret)?|nr)?|tfn|mob(?:il(?:en|nr|nummer)?)?|växel(?:n)?|fax"
    r"|direkt(?:nr|nummer)|kort(?:nr|nummer))|(?P<extension>ankn(?:ytning)?)|ring(?:a)?|sms:?(?:a)?|nås på"
    r"|når (?:du|ni|vi|man) (?:henne|honom|hen|dem) på)[.:]?[ \t]{0,2}(?:nr |på |är )?[ \t:(]{0,2}"
    r"(?P<number>\d(?:[ \t]?-?[ \t]?\d){2,11})(?!\d)",
    re.IGNORECASE,
)
_LEAST = {"sure": 5, "extension": 3, "": 6}
"""Digits that a number without an area code has after a cue, by how surely the cue speaks of a phone."""
_NOT_A_PHONE = re.compile(
    r"(?:\bd\.?nr|diarie\w{0,12}|ärende\w{0,12}|konto\w{0,12}|\b[bp]\.?g|giro\w{0,8}|clearing\w{0,8}|\bocr"
    r"|org(?:\.|anisations)? ?-?(?:nr|nummer)|faktura\w{0,8}|\bref\w{0,8}|\bid"
    r"|journal\w{0,8})$",
    re.IGNORECASE,
)
_UNIT_AFTER = re.compile(
    r"[ \t]?(?:kr\b|kronor|tkr|mnkr|mkr|sek\b|procent|%|deltagare|personer)", re.IGNORECASE
)
_MOBILE = re.compile(r"07[02369]")
_AREA_GAPS = frozenset({"", "-", "/", ".", ")", ")-"})
_INNER_GAPS = frozenset({"", "-"})
_LOCAL_SIZES = frozenset({2, 3})
_LONG_PAIRS = frozenset({(3, 4), (4, 3), (4, 4)})


def find_phone_numbers(plain: str) -> list[Span]:
    """Return where phone numbers stand in a plain reading, in order, never overlapping."""
    if not _DIGITS.search(plain):
        return []
    found = list(_with_code(plain))
    return sorted([*found, *apart(found, list(_after_cue(plain)))])


def _after_cue(plain: str) -> Iterator[Span]:
    """Yield the numbers that a word before them calls phone numbers."""
    for match in _AFTER_CUE.finditer(plain):
        digits = sum(char.isdecimal() for char in match["number"])
        cue = "sure" if match["sure"] else "extension" if match["extension"] else ""
        other = _UNIT_AFTER.match(plain, match.end()) or _YEARS.fullmatch(match["number"])
        if digits >= _LEAST[cue] and not other:
            yield match.span("number")


def _with_code(plain: str) -> Iterator[Span]:
    """Yield the numbers that begin with an area code or a country code."""
    place = end = 0
    while match := _START.search(plain, place):
        start, place = match.start(), match.start() + 2
        goes_on = _GOES_ON.search(plain, max(end, start - 2), start)
        if not goes_on and (stop := _end(plain, match)):
            lone = plain[start] == "(" and plain.count("(", start, stop) > plain.count(")", start, stop)
            place = end = stop
            yield (start + 1 if lone else start), stop


def _end(plain: str, match: re.Match[str]) -> int:
    """Return where the phone number ends that begins a match, 0 when there is none."""
    start, is_number = match.start(), _is_national
    if head := _SWEDEN.match(match[0]):
        start, is_number = start + head.end(), _is_swedish
    elif head := _ABROAD.match(match[0]):
        start, is_number = start + head.end(), _is_foreign
    cut = _GROUP.match(plain, match.end())
    spans = _GROUP.finditer(plain, start, cut.end() if cut else match.end())
    groups = [group.span() for group in islice(spans, _GROUPS_MAX + 1)]
    totals = list(accumulate(stop - first for first, stop in groups[:_GROUPS_MAX]))
    for count in range(len(totals), 0, -1):
        if 7 <= totals[count - 1] <= 15 and is_number(plain, groups[:count]):
            end = groups[count - 1][1]
            other = _is_called_otherwise(plain, match.start()) or _UNIT_AFTER.match(plain, end)
            return end if _may_end(plain, groups, count) and not other else 0
    return 0


def _is_called_otherwise(plain: str, start: int) -> bool:
    """Return whether the word before digits says that they are another number: *dnr*, *konto*."""
    before = plain[max(0, start - 30) : start].rstrip(" :=-.")
    return before[-1:].isalpha() and _NOT_A_PHONE.search(before) is not None


def _may_end(plain: str, groups: list[Span], count: int) -> bool:
    """Return whether a number may end after ``count`` groups: what goes on with a hyphen is a longer one."""
    if count == len(groups):
        return True
    gap = plain[groups[count - 1][1] : groups[count][0]]
    return gap != "-" or count + 1 == len(groups)


def _is_national(plain: str, groups: list[Span]) -> bool:
    """Return whether groups of digits are an area code and a number: eight to ten digits in all."""
    sizes = [end - start for start, end in groups]
    if not 8 <= sum(sizes) <= 10:
        return False
    gaps = [plain[one[1] : two[0]].strip(" \t") for one, two in pairwise(groups)]
    mobile = _MOBILE.match(plain, groups[0][0]) is not None
    if len(groups) == 1:
        return sizes[0] == 10 or (sizes[0] == 9 and not mobile)
    area, rest, total = sizes[0], sizes[1:], sum(sizes)
    dotted = set(gaps) == {"."}
    fits = total == 10 if mobile else area + 5 <= total
    return (
        fits
        and (area in {3, 4} or (area == 2 and plain[groups[0][0] + 1] == "8"))
        and (mobile or plain[groups[1][0]] != "0")
        and (dotted and mobile if "." in gaps else gaps[0] in _AREA_GAPS and set(gaps[1:]) <= _INNER_GAPS)
        and (len(rest) == 1 or set(rest) <= _LOCAL_SIZES or tuple(rest) in _LONG_PAIRS)
    )


def _is_swedish(plain: str, groups: list[Span]) -> bool:
    """Return whether groups of digits are what follows +46: seven to nine digits."""
    return 7 <= sum(end - start for start, end in groups) <= 9 and plain[groups[0][0]] != "0"


def _is_foreign(plain: str, groups: list[Span]) -> bool:
    """Return whether groups of digits are a country's code and a number, and not an amount with a plus."""
    sizes = [end - start for start, end in groups]
    amount = len(sizes) > 1 and set(sizes[1:]) == {3} and sum(sizes) < 10
    with_year = len(sizes) > 2 and sum(sizes) > 11 and _YEAR.fullmatch(plain, *groups[-1]) is not None
    return 8 <= sum(sizes) <= 15 and not (amount or with_year) and plain[groups[0][0]] != "0"

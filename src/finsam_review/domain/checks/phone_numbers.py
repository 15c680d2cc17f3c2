"""Owns the finding of phone numbers: Swedish ones as people write them, foreign ones, and extensions."""

import re
from collections.abc import Iterator
from itertools import pairwise

from finsam_review.domain.checks.identity_numbers import Span

_DIGITS = re.compile(r"\d[ ()./-]{0,3}\d[ ()./-]{0,3}\d")
"""What every phone number and extension has in it; most texts have nothing like it."""
_START = re.compile(r"(?<!\d)(?<!\d[-/.,:+])\(?(?:\+ ?[1-9]|00[1-9]|0[1-9])[\d \t()./-]{5,28}")
"""Where a number with an area code or a country code may stand; how much of it is one is worked out below."""
_SWEDEN = re.compile(r"\(?(?:\+ ?|00)46\)?[ \t/-]{0,2}(?:\(0\)[ \t-]{0,2}|0(?=[ \t-]?[1-9]))?")
_ABROAD = re.compile(r"\(?(?:\+ ?|00)(?=[1-9])")
_GROUP = re.compile(r"\d+")
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
    r"|journal\w{0,8})\.?[ :=-]{0,3}$",
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
    for match in _AFTER_CUE.finditer(plain):
        span = match.span("number")
        digits = sum(char.isdecimal() for char in match["number"])
        cue = "sure" if match["sure"] else "extension" if match["extension"] else ""
        if digits < _LEAST[cue] or _UNIT_AFTER.match(plain, span[1]):
            continue
        if not any(start < span[1] and span[0] < end for start, end in found):
            found.append(span)
    return sorted(found)


def _with_code(plain: str) -> Iterator[Span]:
    """Yield the numbers that begin with an area code or a country code."""
    place = 0
    while match := _START.search(plain, place):
        end = _end(plain, match)
        if end:
            yield match.start() + (match[0].startswith("(") and ")" not in plain[match.start() : end]), end
        place = end or match.start() + 2


def _end(plain: str, match: re.Match[str]) -> int:
    """Return where the phone number ends that begins a match, 0 when there is none."""
    start, is_number = match.start(), _is_national
    if head := _SWEDEN.match(match[0]):
        start, is_number = start + head.end(), _is_swedish
    elif head := _ABROAD.match(match[0]):
        start, is_number = start + head.end(), _is_foreign
    groups = [group.span() for group in _GROUP.finditer(plain, start, match.end())]
    if groups and plain[groups[-1][1] : groups[-1][1] + 1].isdecimal():
        groups.pop()
    for count in range(len(groups), 0, -1):
        end = groups[count - 1][1]
        whole = count == len(groups) or plain[end : groups[count][0]].isspace()
        if whole and is_number(plain, groups[:count]):
            told = _NOT_A_PHONE.search(plain[max(0, match.start() - 30) : match.start()])
            return 0 if told or _UNIT_AFTER.match(plain, end) else end
    return 0


def _is_national(plain: str, groups: list[Span]) -> bool:
    """Return whether groups of digits are an area code and a number: eight to ten digits in all."""
    sizes = [end - start for start, end in groups]
    gaps = [plain[one[1] : two[0]].strip(" \t") for one, two in pairwise(groups)]
    mobile = _MOBILE.match(plain, groups[0][0]) is not None
    if len(groups) == 1:
        return sizes[0] == 10 or (sizes[0] == 9 and not mobile)
    area, rest, total = sizes[0], sizes[1:], sum(sizes)
    dotted = set(gaps) == {"."}
    fits = total == 10 if mobile else (max(8, area + 5) <= total <= 10)
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
    return 8 <= sum(sizes) <= 15 and not amount and plain[groups[0][0]] != "0"

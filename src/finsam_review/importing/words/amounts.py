"""Owns the reading of amounts of money as Swedes write them, with the years they belong to."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SPACE = r"[ \u00a0\u202f\u2009]"
_NUMBER = (
    rf"\d{{1,3}}(?:(?:{_SPACE}\d{{3}})+|(?:\.\d{{3}})+|(?:,\d{{3}}){{2,}}"
    rf"|(?:['’]\d{{3}})+)(?!\d)(?:[.,]\d{{1,2}}(?!\d))?"
    r"|\d+(?:[.,]\d{1,3}(?!\d))?"
)
_UNIT = r"(?:miljoner|miljon|mkr|mnkr|msek|mn|tusen|tkr|tusental|kkr|ksek|t\.?kr|kronor|kr|sek|:-|:–|;-)"
_AMOUNT = re.compile(rf"(?<![\d.,/])(?<![\d]-)({_NUMBER})(?:{_SPACE}*({_UNIT})(?![a-zåäö]))?", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d.,/])20[2-4]\d(?![\d/])(?!-\d\d-)")
_RANGE = re.compile(
    rf"(?:{_NUMBER}){_SPACE}*(?:{_UNIT})?{_SPACE}*[-–—]{_SPACE}*(?:{_NUMBER}){_SPACE}*{_UNIT}", re.IGNORECASE
)
_ABOUT = re.compile(
    r"\b(?:ca|cirka|c:a|ungefär|omkring|runt|uppskattningsvis|preliminärt|högst|max|upp till|minst)\b|±|~"
)
_PARTS = re.compile(r"\n|;|\bvarav\b|\bfördelat på\b|\bvilket\b", re.IGNORECASE)
_TOTAL = re.compile(r"total|sammanlagt|samman?taget|summa|för hela|tillsammans|inalles", re.IGNORECASE)
_THOUSANDS = re.compile(r"\btkr\b|\bkkr\b|\bksek\b|tusen(?:tal)?\b|\bt\.?kr\b", re.IGNORECASE)
_MILLIONS = re.compile(r"\bmkr\b|\bmnkr\b|\bmsek\b|miljon", re.IGNORECASE)
_DAY = re.compile(r"20[2-4]\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])")
_EACH_YEAR = re.compile(
    r"\b(?:per|varje|om) år(?:et)?\b|\bårlig(?:en|t|a)?\b|/\s?år\b|\bp\.?\s?a\.?(?!\w)", re.IGNORECASE
)
_EACH_MONTH = re.compile(r"\b(?:per|i|varje) mån(?:ad|aden)?\b|/\s?mån", re.IGNORECASE)
_PLAIN_WORD = re.compile(
    r"(?:kronor|kr|sek|tkr|mkr|mnkr|miljoner|miljon|tusen|tusental|kkr|varav|fördelat|totalt|total"
    r"|sammanlagt|summa|för|och|samt|per|år|året|årligen|under|hela|perioden|projekttiden"
    r"|projektet|insatsen|tiden|den|ca|cirka|ungefär|omkring|högst|max|upp|till|första|andra"
    r"|tredje|fjärde|belopp|sökt|söks|söker|avser|helår|budget|inkl|moms|exkl|respektive|vi"
    r"|ansöker|om|medel|på)"
)
_DIGITS_MAX = 15
_SMALL = 10_000
_LARGEST = 500_000_000


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in whole kronor. ``year`` is ``None`` when none is named with it; ``unsure`` tells why to
    doubt.

    ``unsure`` is empty, ``amount_approximate``, ``amount_unit`` (no unit and suspiciously small) or
    ``amount_unclear``.
    """

    value: int
    year: int | None = None
    total: bool = False
    unsure: str = ""


def is_each_year(text: str) -> bool:
    """Return whether an amount is said to be for each year."""
    return _EACH_YEAR.search(text) is not None


def is_each_month(text: str) -> bool:
    """Return whether an amount is said to be for each month."""
    return _EACH_MONTH.search(text) is not None


def says_more(text: str) -> bool:
    """Return whether a field's text says more than amounts and years: its words may change what they mean."""
    return any(not _PLAIN_WORD.fullmatch(word) for word in re.findall(r"[a-zåäö]{2,}", text.casefold()))


def unit_in(text: str) -> int:
    """Return 1,000 or 1,000,000 for a heading that says *tkr* or *mkr*, else 1."""
    if _THOUSANDS.search(text):
        return 1_000
    return 1_000_000 if _MILLIONS.search(text) else 1


def read_amounts(text: str, *, unit: int = 1) -> list[Amount]:
    """Return the amounts in a field's text with their years; ``unit`` is what the label says they are in."""
    found: list[Amount] = []
    for part in _PARTS.split(text):
        found.extend(_part(part, unit))
    return found


def read_number(cell: object, *, unit: int = 1) -> int | None:
    """Return the one amount in a cell of a table, in kronor, or ``None`` when it holds none or several."""
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, (int, float)):
        return round(cell * unit)
    found = [amount for match in _AMOUNT.finditer(str(cell)) if (amount := _value(match, unit)) is not None]
    if len(found) != 1 or re.search(r"\d\s*%", str(cell)) or _RANGE.search(str(cell)):
        return None
    return found[0][0]


def _part(part: str, unit: int) -> list[Amount]:
    if _RANGE.search(part):
        return [Amount(0, unsure="amount_unclear")]
    tokens: list[tuple[int, str, int, str]] = []
    for match in _AMOUNT.finditer(part):
        if _YEAR.fullmatch(match[1]) and not match[2] and _YEAR.match(part, match.start()):
            tokens.append((match.start(), "year", int(match[1]), ""))
            continue
        read = _value(match, unit)
        if read is not None and not _is_share(part, match):
            tokens.append((match.start(), "amount", read[0], read[1]))
    about = "amount_approximate" if _ABOUT.search(part.casefold()) else ""
    return _with_years(tokens, about, part)


def _with_years(tokens: list[tuple[int, str, int, str]], about: str, part: str) -> list[Amount]:
    kinds = [token[1] for token in tokens]
    headed = {place for place, token in enumerate(tokens) if _heads(part, token)}
    amounts = [token for token in tokens if token[1] == "amount"]
    leading = bool(kinds) and kinds[0] == "year"
    found: list[Amount] = []
    for place, (start, kind, value, unsure) in enumerate(tokens):
        if kind == "year":
            continue
        neighbour = place - 1 if leading else place + 1
        beside = 0 <= neighbour < len(tokens) and kinds[neighbour] == "year"
        several = leading and place >= 2 and kinds[place - 2] == "year" and beside
        year = tokens[neighbour][2] if beside and not several else None
        if headed:
            year = tokens[place - 1][2] if place - 1 in headed else None
        before = part[tokens[place - 1][0] if place else 0 : start]
        total = year is None and (
            _TOTAL.search(before) is not None or (len(amounts) == 1 and bool(_TOTAL.search(part)))
        )
        found.append(Amount(value, year, total, unsure or about))
    return found


def _heads(part: str, token: tuple[int, str, int, str]) -> bool:
    """Return whether a year has a colon after it, so that the amount it belongs to can only follow."""
    return token[1] == "year" and part[token[0] + 4 :].lstrip().startswith((":", "="))


def _is_share(part: str, match: re.Match[str]) -> bool:
    after = part[match.end() :].lstrip(" \u00a0").casefold()
    return not match[2] and after.startswith(
        ("%", "procent", "tjänst", "st ", "st.", "person", "delt", "mån", "år", "tim", "plats")
    )


def _value(match: re.Match[str], unit: int) -> tuple[int, str] | None:
    """Return whole kronor and why to doubt them, or ``None`` for a number that is no amount."""
    digits = match[1]
    stated = (match[2] or "").casefold()
    number = _number(digits, decimals=unit_in(stated) > 1 or unit > 1)
    if number is None:
        return None
    factor = unit_in(stated) if stated and unit_in(stated) > 1 else 1 if stated else unit
    value = round(number * factor)
    if not 0 <= value <= _LARGEST or (value == 0 and not stated) or (not stated and _DAY.fullmatch(match[1])):
        return None
    unsure = "amount_unit" if not stated and factor == 1 and 0 < value < _SMALL else ""
    return value, unsure


def _number(digits: str, *, decimals: bool) -> float | None:
    text = re.sub(rf"{_SPACE}|['’]", "", digits)
    if len(text) > _DIGITS_MAX:
        return None
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?", text) and not (decimals and text.count(".") == 1):
        text = text.replace(".", "")
    elif re.fullmatch(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d{1,2})?", text):
        text = text.replace(",", "")
    elif re.fullmatch(r"\d{1,3},\d{3}", text) and not decimals:
        return None
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None

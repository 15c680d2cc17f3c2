"""Owns the figures of sums as people write them: numbers with their units, and what they can be off by."""

import re
from dataclasses import dataclass
from decimal import Decimal

from finsam_review.domain.text import fold

_BLANK = "[ \u00a0\u202f\u2009]"
_GROUPED = (
    rf"\d{{1,3}}(?:(?:{_BLANK}\d{{3}})+|(?:\.\d{{3}})+|(?:['’]\d{{3}})+|(?:,\d{{3}}){{2,}})(?!\d)"
    r"(?:,\d{1,2}(?!\d))?"
)
_UNIT = r"miljon(?:er)?|mnkr|mkr|msek|mn|tusen|tkr|kkr|ksek|t\.?kr|kronor|kr|sek|:-|:–"
_AMOUNT = re.compile(
    rf"(?<![\w.,/-])(?P<minus>[-−–]{_BLANK}?)?(?P<figures>{_GROUPED}|\d+(?:[.,]\d+)?)"
    rf"(?:{_BLANK}*(?P<unit>{_UNIT})(?!\w))?(?!{_BLANK}?%|[\w/-])",
    re.IGNORECASE,
)
_YEAR = re.compile(r"20[2-4]\d")
_THOUSANDS = re.compile(r"\b(?:tkr|kkr|ksek|tusental|tusen kronor)\b")
_MILLIONS = re.compile(r"\b(?:mkr|mnkr|msek|miljoner kronor)\b")
_DIGITS_MAX = 15


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it is written: its value, the factor of its unit (``None`` without one), its decimals."""

    value: Decimal
    factor: int | None
    decimals: int
    is_year: bool = False

    def kronor(self, factor: int) -> int:
        """Return whole kronor; ``factor`` is for a number without a unit."""
        return round(self.value * (self.factor or factor))

    def slack(self, factor: int) -> Decimal:
        """Return by how many kronor rounding may have moved the number; whole kronor are not rounded."""
        step = Decimal(self.factor or factor).scaleb(-self.decimals)
        return step / 2 if step > 1 else Decimal(0)


def placed_figures(text: str) -> list[tuple[int, int, Figure]]:
    """Return the numbers in a text with where they begin and end; percentages and dates are none."""
    return [
        (match.start(), match.end(), _figure(match))
        for match in _AMOUNT.finditer(text)
        if len(match["figures"]) <= 2 * _DIGITS_MAX
    ]


def figures_in(text: str) -> list[Figure]:
    """Return the amounts in a text; a bare year is none where there is another number."""
    found = [figure for _, _, figure in placed_figures(text)]
    return [figure for figure in found if not figure.is_year] or found


def only_figure(cell: str) -> Figure | None:
    """Return the amount that a cell consists of, ``None`` for a cell that says anything else."""
    text = cell.strip()
    found = placed_figures(text)
    return found[0][2] if len(found) == 1 and found[0][:2] == (0, len(text)) else None


def names_year(text: str) -> bool:
    """Return whether a text names a year."""
    return _YEAR.search(text) is not None


def unit_named(heading: str) -> int | None:
    """Return 1,000 or 1,000,000 for a heading that says *tkr* or *mnkr*."""
    folded = fold(heading)
    if _THOUSANDS.search(folded):
        return 1_000
    return 1_000_000 if _MILLIONS.search(folded) else None


def _figure(match: re.Match[str]) -> Figure:
    figures, unit = match["figures"], (match["unit"] or "").casefold()
    factor = _factor(unit)
    plain = re.sub(rf"{_BLANK}|['’]", "", figures)
    if plain.count(",") > 1:
        plain = plain.replace(",", "")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", plain) and not (factor > 1 and plain.count(".") == 1):
        plain = plain.replace(".", "")
    plain = plain.replace(",", ".")
    value = Decimal(plain) * (-1 if match["minus"] else 1)
    is_year = not unit and _YEAR.fullmatch(figures) is not None
    return Figure(value, factor if unit else None, len(plain.partition(".")[2]), is_year)


def _factor(unit: str) -> int:
    if unit.startswith("m"):
        return 1_000_000
    return 1_000 if unit.startswith(("t", "kk", "ks")) else 1

"""Amounts and periods as people write them; what is not certain is doubted, what is impossible is empty."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_review.importing.words.amounts import read_amounts
from finsam_review.importing.words.periods import read_period

D = date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 185 000 kr", [(1_185_000, None)]),
        ("1\u00a0185\u00a0000,00", [(1_185_000, None)]),
        ("1.185.000:-", [(1_185_000, None)]),
        ("1,2 mkr", [(1_200_000, None)]),
        ("1.25 miljoner kronor", [(1_250_000, None)]),
        ("720 tkr", [(720_000, None)]),
        ("535000", [(535_000, None)]),
        ("1,185,000 kr", [(1_185_000, None)]),
        ("1'185'000", [(1_185_000, None)]),
        ("2026: 535000 kr", [(535_000, 2026)]),
        ("2026: 980.000 kr\n2027: 1.025.000 kr", [(980_000, 2026), (1_025_000, 2027)]),
        ("410 000 kronor år 2026 och 215 000 kronor år 2027", [(410_000, 2026), (215_000, 2027)]),
        ("625 000 kronor, varav 410 000 kronor år 2026", [(625_000, None), (410_000, 2026)]),
        ("År 2026 1 185 000", [(1_185_000, 2026)]),
        ("500 000 kr (2026)", [(500_000, 2026)]),
        ("50 % av 1,5 tjänst", []),
        ("0457-61 80 00", []),
        ("2026", []),
        ("ingenting", []),
    ],
)
def test_amounts(text: str, expected: list[tuple[int, int | None]]) -> None:
    found = read_amounts(text)
    assert [(amount.value, amount.year) for amount in found if not amount.unsure] == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("cirka 500 000 kr", "amount_approximate"),
        ("högst 500 000 kr", "amount_approximate"),
        ("500 000–600 000 kr", "amount_unclear"),
        ("850", "amount_unit"),
    ],
)
def test_doubtful_amounts(text: str, code: str) -> None:
    assert [amount.unsure for amount in read_amounts(text)] == [code]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2026-01-01 – 2028-12-31", D(2026, 1, 1), D(2028, 12, 31)),
        ("2026-03-01--2027-02-28", D(2026, 3, 1), D(2027, 2, 28)),
        ("1 februari 2026–30 juni 2027", D(2026, 2, 1), D(2027, 6, 30)),
        ("15 jan–31 dec 2026", D(2026, 1, 15), D(2026, 12, 31)),
        ("jan 2026 - dec 2027", D(2026, 1, 1), D(2027, 12, 31)),
        ("januari 2026 till och med februari 2028", D(2026, 1, 1), D(2028, 2, 29)),
        ("Hela 2026", D(2026, 1, 1), D(2026, 12, 31)),
        ("2026–2027 (två kalenderår)", D(2026, 1, 1), D(2027, 12, 31)),
        ("1/2 2026 – 31/1 2028", D(2026, 2, 1), D(2028, 1, 31)),
        ("20260101-20261231", D(2026, 1, 1), D(2026, 12, 31)),
        ("2026.04.01 t.o.m. 2027.03.31", D(2026, 4, 1), D(2027, 3, 31)),
        ("1.4.2026–31.3.2027", D(2026, 4, 1), D(2027, 3, 31)),
        ("2026-01 – 2026-06", D(2026, 1, 1), D(2026, 6, 30)),
        ("den 1:a mars 2026 till den 28:e februari 2027", D(2026, 3, 1), D(2027, 2, 28)),
        ("2026-01-01 – 2028-12-31 (2026, 2027, 2028)", D(2026, 1, 1), D(2028, 12, 31)),
    ],
)
def test_plain_periods(text: str, start: date, end: date) -> None:
    period = read_period(text)
    assert (period.start, period.end, period.codes) == (start, end, ())


@pytest.mark.parametrize(
    ("text", "start", "end", "code"),
    [
        ("2026–2028", D(2026, 1, 1), D(2028, 12, 31), "period_years"),
        ("2026-28", D(2026, 1, 1), D(2028, 12, 31), "period_years"),
        ("2026", D(2026, 1, 1), D(2026, 12, 31), "period_years"),
        ("år 1–3", None, None, "period_unclear"),
        ("hösten 2026 – våren 2027", None, None, "period_unclear"),
        ("vecka 5 2026", None, None, "period_unclear"),
        ("260101–271231", D(2026, 1, 1), D(2027, 12, 31), "date_short"),
        ("2026-02-30 – 2026-12-31", None, D(2026, 12, 31), "date_impossible"),
        ("2026-13-01 – 2026-12-31", None, D(2026, 12, 31), "date_impossible"),
        ("2027-01-01 – 2026-12-31", D(2027, 1, 1), D(2026, 12, 31), "period_reversed"),
        ("18 månader från 1 mars 2026", D(2026, 3, 1), D(2027, 8, 31), "period_computed"),
        ("två år med start 2026-01-01", D(2026, 1, 1), D(2027, 12, 31), "period_computed"),
        ("från 1 mars 2026", D(2026, 3, 1), None, "period_half"),
        ("till och med 2027-06-30", None, D(2027, 6, 30), "period_half"),
        ("ca jan 2026 – dec 2026", D(2026, 1, 1), D(2026, 12, 31), "period_about"),
        ("två år", None, None, "period_unclear"),
    ],
)
def test_doubtful_periods(text: str, start: date | None, end: date | None, code: str) -> None:
    period = read_period(text)
    assert (period.start, period.end) == (start, end)
    assert code in period.codes


@given(st.text(max_size=80))
def test_nothing_written_in_a_field_raises(text: str) -> None:
    read_period(text)
    read_amounts(text)


@given(
    st.dates(D(2024, 1, 1), D(2035, 12, 31)),
    st.dates(D(2024, 1, 1), D(2035, 12, 31)),
    st.sampled_from(["–", "-", " till ", "--"]),
)
def test_two_full_dates_are_always_read(start: date, end: date, between: str) -> None:
    period = read_period(f"{start.isoformat()} {between} {end.isoformat()}")
    assert (period.start, period.end) == (start, end)
    assert period.codes == (("period_reversed",) if start > end else ())

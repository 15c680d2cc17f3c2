"""Sums that a document states, with what they are off by."""

from pathlib import Path

import pytest

from finsam_review.domain.follow_up.stated_sums import StatedSum, find_stated_sums
from finsam_review.domain.intake import Paragraph, TableBlock
from finsam_review.importing.files.reading import read_file

ROOT = Path(__file__).parents[3]
PROTOCOL = ((7_380_000, 5_250_000), 14_410_000, 1_780_000)
YEARS = ("Kostnad", "2026", "2027")


def found_in(source: str | list[TableBlock | Paragraph]) -> list[tuple[tuple[int, ...], int, int]]:
    """Return the sums as (parts, stated, difference)."""
    return [(item.parts, item.stated, item.difference) for item in find_stated_sums(source)]


@pytest.mark.parametrize(
    "text",
    [
        "7 380 000 + 5 250 000 = 14 410 000",
        "7\u00a0380\u00a0000 kr + 5\u202f250\u202f000 kr = 14\u00a0410\u00a0000 kr",
        "Medel 2026: 7 380 000 + 5 250 000 = 14 410 000.",
        "7.380.000 + 5.250.000 = 14.410.000",
        "7'380'000 + 5'250'000 = 14'410'000",
        "7,38 mnkr + 5,25 mnkr = 14,41 mnkr",
        "7,38+5,25=14,41 miljoner kronor",
        "7 380 + 5 250 = 14 410 tkr",
        "7 380 tkr + 5,25 mnkr = 14 410 000 kr",
        "Projekt 7 380 000 kr (2026) + insatser 5 250 000 kr (2026), totalt 14 410 000 kr",
        "§ 7 Beslut. Styrelsen avsätter 7 380 000 kr + 5 250 000 kr = 14 410 000 kr för 2026.",
        "Projekt: 7 380 000\nInsatser: 5 250 000\nSumma: 14 410 000",
        "Projekt 2026 7 380 000 kr\nInsatser 2026 5 250 000 kr\nTotalt 14 410 000 kr",
        "Post\tBelopp\nProjekt\t7 380 000\nInsatser\t5 250 000\nSumma\t14 410 000",
        "Projekt      7 380 000,00\nInsatser     5 250 000,00\nSumma       14 410 000,00",
        "Post\tBelopp (tkr)\nProjekt\t7 380\nInsatser\t5 250\nSumma\t14 410",
    ],
)
def test_the_line_of_a_real_protocol_however_it_is_written(text: str):
    assert found_in(text) == [PROTOCOL]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Vi söker 1 200 000 kr för 2026 och 2027.",
        "a + b = c",
        "Ring 0500-12 34 56 + kanslist = svar",
        "Totalt 5 970 000 kr, varav 1 950 000 kr för 2026.",
        "Fråga 1 + 2 besvaras.",
        "50 % + 50 % = hela tjänsten",
        "Summa 14 410 000",
    ],
)
def test_what_states_no_sum(text: str):
    assert found_in(text) == []


def test_a_sum_that_is_right_is_told_as_right():
    (found,) = find_stated_sums("7 380 000 + 5 250 000 = 12 630 000")
    assert found == StatedSum("7 380 000 + 5 250 000 = 12 630 000", (7_380_000, 5_250_000), 12_630_000)
    assert found.adds_up


def test_rounding_explains_a_small_difference_of_rounded_figures_only():
    (rounded,) = find_stated_sums("7,38 mnkr + 5,25 mnkr = 12,6 mnkr")
    assert (rounded.difference, rounded.is_rounding, rounded.adds_up) == (-30_000, True, True)
    (exact,) = find_stated_sums("7 380 000 + 5 250 000 = 12 600 000")
    assert (exact.difference, exact.is_rounding, exact.adds_up) == (-30_000, False, False)
    (tkr,) = find_stated_sums("333 + 333 + 333 = 1 000 tkr")
    assert (tkr.difference, tkr.adds_up) == (1_000, True)


def test_the_columns_of_a_table_are_summed_each_for_itself():
    table = TableBlock(
        (YEARS, ("Personal", "100 000", "110 000"), ("Lokal", "20 000", "-"), ("Summa", "120 000", "115 000"))
    )
    assert found_in([table]) == [((100_000, 20_000), 120_000, 0), ((110_000, 0), 115_000, 5_000)]


def test_subtotals_are_read_the_way_that_adds_up():
    rows = (
        YEARS[:2],
        ("Lön", "100 000"),
        ("Sociala avgifter", "30 000"),
        ("Delsumma personal", "130 000"),
        ("Lokal", "20 000"),
        ("varav el", "5 000"),
        ("Mat", "10 000"),
        ("Summa", "160 000"),
    )
    assert [item[2] for item in found_in([TableBlock(rows)])] == [0, 0]
    wrong = (*rows[:-1], ("Summa", "161 000"))
    assert [item[2] for item in found_in([TableBlock(wrong)])] == [0, 1_000]


def test_the_sum_at_the_end_of_a_row_below_years():
    rows = (("Kostnad (tkr)", "2026", "2027", "Totalt"), ("Personal", "900", "950", "1 900"))
    assert found_in([TableBlock(rows)]) == [((900_000, 950_000), 1_900_000, 50_000)]
    prices = (("Vara", "Antal", "Pris", "Summa"), ("Stol", "3", "1 000", "3 000"))
    assert found_in([TableBlock(prices)]) == []


def test_a_table_of_facts_sums_its_years_and_nothing_else():
    rows = (
        ("Telefon", "070-174 06 18"),
        ("Projekttid", "2026-01-01 – 2028-12-31"),
        ("Sökt belopp 2026", "400 000 kr"),
        ("Sökt belopp 2027", "300 000 kr"),
        ("Sökt belopp totalt", "800 000 kr"),
        ("Datum", "2025-09-10"),
    )
    assert found_in([TableBlock(rows)]) == [((400_000, 300_000), 800_000, 100_000)]
    by_year = tuple((f"Totalt sökt {year}", "100 000 kr") for year in (2026, 2027, 2028))
    assert found_in([TableBlock(by_year)]) == []


def test_a_table_cut_by_a_page_is_one():
    top = TableBlock((YEARS[:2], ("Personal", "100 000"), ("Lokal", "20 000")))
    bottom = (("Mat", "5 000"), ("Summa", "130 000"))
    expected = [((100_000, 20_000, 5_000), 130_000, 5_000)]
    assert found_in([top, TableBlock(bottom)]) == expected
    assert found_in([top, TableBlock((YEARS[:2], *bottom))]) == expected
    parted = [top, Paragraph("Nästa tabell"), TableBlock(bottom)]
    assert found_in(parted) == []


def test_odd_tables_do_no_harm():
    assert found_in([TableBlock(()), TableBlock(((), ("",), ("Summa",)))]) == []
    assert found_in([TableBlock((("Summa", "1" * 400), ("x", "+=+=")))]) == []
    assert find_stated_sums("1 + " * 100_000 + "= 3") == ()


def test_every_sum_in_the_applications_of_the_sample_adds_up():
    files = sorted((ROOT / "resources" / "sample").glob("*/*.*"))
    sums = {path.name: find_stated_sums(read_file(path.read_bytes()).blocks) for path in files}
    assert [(name, item.quote) for name, found in sums.items() for item in found if not item.adds_up] == []
    assert sum(len(found) for found in sums.values()) >= 35
    assert len(sums["Bryggan.pdf"]) == 4

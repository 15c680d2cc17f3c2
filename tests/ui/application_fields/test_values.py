"""What people write in the fields is understood, or refused; what is shown reads as forms do."""

from datetime import date

import pytest

from finsam_review import i18n
from finsam_review.services.days.presets import load_preset
from finsam_review.ui.application_fields import values

NEW_YEAR, YEAR_END = date(2026, 1, 1), date(2026, 12, 31)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-01-31", date(2026, 1, 31)),
        (" 20260131 ", date(2026, 1, 31)),
        ("31 januari 2026", date(2026, 1, 31)),
        ("31 JAN. 2026", date(2026, 1, 31)),
        ("3/2/2026", date(2026, 2, 3)),
        ("", None),
    ],
)
def test_dates_as_people_write_them(text: str, day: date | None):
    assert values.date_of(text) == day


@pytest.mark.parametrize("text", ["2026-02-30", "32 januari 2026", "i vår", "2026"])
def test_what_is_no_date_is_refused(text: str):
    with pytest.raises(values.NotUnderstoodError):
        values.date_of(text)


def test_english_months_are_understood_in_english():
    i18n.set_language("en")
    assert values.date_of("31 January 2026") == date(2026, 1, 31)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2026-01-01 – 2026-12-31", (NEW_YEAR, YEAR_END)),
        ("2026-01-01 till 2026-12-31", (NEW_YEAR, YEAR_END)),
        ("2026-01-01–2026-12-31", (NEW_YEAR, YEAR_END)),
        ("1 januari 2026 - 31 december 2026", (NEW_YEAR, YEAR_END)),
        ("2026-01-01 –", (NEW_YEAR, None)),
        ("– 2026-12-31", (None, YEAR_END)),
        ("2026-01-01", (NEW_YEAR, None)),
        ("", (None, None)),
    ],
)
def test_periods_as_people_write_them(text: str, period: tuple[date | None, date | None]):
    assert values.period_of(text) == period


@pytest.mark.parametrize("ends", [(NEW_YEAR, YEAR_END), (NEW_YEAR, None), (None, YEAR_END), (None, None)])
def test_a_period_is_read_back_as_it_is_shown(ends: tuple[date | None, date | None]):
    assert values.period_of(values.period_text(*ends)) == ends


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("720 000 kr", 720_000),
        ("720\u00a0000\u00a0kr", 720_000),
        ("720000:-", 720_000),
        ("720 tkr", 720_000),
        ("1 185 000,00", 1_185_000),
        ("0", 0),
        ("", None),
    ],
)
def test_amounts_as_people_write_them(text: str, amount: int | None):
    assert values.amount_of(text) == amount


@pytest.mark.parametrize("text", ["ungefär 720 tkr", "-5", "1,5 mkr", "١٢", "9" * 14, "kr"])
def test_what_is_no_amount_is_refused(text: str):
    with pytest.raises(values.NotUnderstoodError):
        values.amount_of(text)


@pytest.mark.parametrize("amount", [0, 999, 720_000, 1_185_000])
def test_an_amount_is_read_back_as_it_is_shown(amount: int):
    assert values.amount_of(values.amount_text(amount)) == amount


def test_names_are_parted_by_commas_and_each_stands_once():
    assert values.names_of("Vara kommun; Essunga  kommun,\nVara kommun,") == ("Vara kommun", "Essunga kommun")


def test_several_municipalities_are_one_party():
    parties = load_preset("skaraborg").parties
    names = ("Vara kommun", "Essunga kommun", "Närhälsan Vara", "AF")
    assert values.parties_of(names, parties) == ("kommun", "region", "af")
    assert values.parties_of(("Kommunal utveckling AB", "Regionteatern"), parties) == ("kommun",)
    assert values.parties_of(("Afrikagruppen",), parties) == ()

"""What is applied for by year, party and kind; which party an organisation belongs to."""

import pytest

from finsam_review.domain.applications import Application, ApplicationDetails
from finsam_review.domain.follow_up.amounts import (
    AmountDifference,
    AmountTotal,
    amount_differences,
    amount_of,
    check_total,
    grand_total,
    totals_by_kind,
    totals_by_party,
    totals_by_year,
)
from finsam_review.domain.follow_up.organisations import body_key, party_of
from finsam_review.domain.workshop import MeasureKind
from finsam_review.services.days.presets import load_preset

PARTIES = load_preset("skaraborg").parties
KINDS = (MeasureKind("projekt", "Projekt"), MeasureKind("forberedande", "Förberedande insats"))


def application(
    number: int,
    applicant: str = "",
    kind: str | None = None,
    total: int | None = None,
    **amounts: int,
) -> Application:
    """Return an application; amounts by year are given as ``y2026=…``."""
    by_year = tuple((int(year[1:]), amount) for year, amount in amounts.items())
    details = ApplicationDetails(applicant=applicant, kind=kind, amounts=by_year, amount_total=total)
    return Application(f"id{number}", number, details)


ALL = (
    application(1, "Hjo kommun", "projekt", 300, y2026=100, y2027=200),
    application(2, "Tibro kommun", "projekt", None, y2026=50),
    application(3, "Arbetsförmedlingen", "forberedande", 1_000, y2026=400, y2027=500),
    application(4, "Kyrkan", None, 70),
    application(5, "", "okänd"),
)


def test_totals_by_year_name_those_without_a_year_last():
    assert totals_by_year(ALL) == (
        AmountTotal(2026, 550, 3),
        AmountTotal(2027, 700, 2),
        AmountTotal(None, 70, 1),
    )


def test_an_application_counts_once_for_the_party_of_its_applicant():
    found = totals_by_party(ALL, PARTIES)
    assert found == (
        AmountTotal("kommun", 350, 2),
        AmountTotal("af", 1_000, 1),
        AmountTotal(None, 70, 2, unknown=1),
    )
    assert sum(item.applications for item in found) == len(ALL)
    assert sum(item.amount for item in found) == grand_total(ALL).amount


def test_totals_by_kind():
    assert totals_by_kind(ALL, KINDS) == (
        AmountTotal("projekt", 350, 2),
        AmountTotal("forberedande", 1_000, 1),
        AmountTotal(None, 70, 2, unknown=1),
    )


def test_the_whole():
    assert grand_total(ALL) == AmountTotal(None, 1_420, 5, unknown=1)
    assert grand_total(()) == AmountTotal(None, 0, 0)
    assert [amount_of(item.details) for item in ALL] == [300, 50, 1_000, 70, None]


def test_where_a_stated_total_differs_from_its_years():
    assert amount_differences(ALL) == (AmountDifference("id3", 1_000, 900),)
    assert amount_differences(ALL)[0].difference == 100


def test_the_line_of_a_real_protocol():
    found = check_total(14_410_000, (7_380_000, 5_250_000))
    assert (found.parts_sum, found.difference, found.application_id) == (12_630_000, 1_780_000, None)
    assert check_total(12_630_000, [7_380_000, 5_250_000]).difference == 0


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Hjo kommun", "kommun"),
        ("Vara", "kommun"),
        ("Falköping kommun, Socialtjänsten", "kommun"),
        ("Ale kommun", "kommun"),
        ("Töreboda kommun, Individ och familj", "kommun"),
        ("Västra Götalandsregionen", "region"),
        ("VGR", "region"),
        ("Vårdcentralen Hentorp", "region"),
        ("Arbetsförmedlingen Skövde", "af"),
        ("Arbetsförmedlingens kontor i Skövde kommun", "af"),
        ("AF", "af"),
        ("FK Nollklassad", "fk"),
        ("Per af Klint", None),
        ("Svenska kyrkan", None),
        ("", None),
    ],
)
def test_the_party_of_an_organisation(name: str, code: str | None):
    assert party_of(name, PARTIES) == code


def test_two_ways_of_writing_one_municipality_are_one():
    assert body_key("Falköpings kommun") == body_key(" falköping  kommun") == body_key("Falköping")
    assert body_key("Region Skåne") != body_key("Region Halland")
    assert body_key("Kommun") != body_key("Region")

"""What a revised application changes in the facts; silence takes nothing back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from finsam_review.domain.applications import ApplicationDetails
from finsam_review.domain.follow_up.fact_changes import (
    Fact,
    FactChange,
    FactState,
    changed_rows,
    fact_changes,
)
from finsam_review.domain.intake import Vocabulary
from finsam_review.importing.files.reading import read_file
from finsam_review.importing.form.application_form import propose
from finsam_review.services.days.presets import load_preset

MUNICIPALITIES = ("Töreboda kommun", "Mariestads kommun", "Gullspångs kommun")
FIRST = ApplicationDetails(
    title="Stegen in – prerehabilitering MTG",
    kind="forberedande",
    applicant="Töreboda kommun",
    organisations=MUNICIPALITIES,
    parties=("kommun",),
    contact_name="Fredrik Nordanå",
    contact_email="fredrik@toreboda.example",
    period_start=date(2026, 1, 1),
    period_end=date(2028, 12, 31),
    amounts=((2026, 1_950_000), (2027, 1_990_000), (2028, 2_030_000)),
    amount_total=5_970_000,
)
SAMPLE = Path(__file__).parents[3] / "resources" / "sample"


def of(changes: tuple[FactChange, ...], fact: Fact, year: int | None = None) -> FactChange:
    """Return the change of one fact."""
    (found,) = (change for change in changes if change.fact is fact and change.year == year)
    return found


def test_an_application_beside_itself_lists_every_fact_unchanged():
    changes = fact_changes(FIRST, FIRST)
    assert {change.state for change in changes} == {FactState.UNCHANGED}
    assert {change.fact for change in changes} == set(Fact)
    assert [change.year for change in changes if change.fact is Fact.AMOUNT_YEAR] == [2026, 2027, 2028]
    assert changed_rows(changes) == (0, 9)
    assert {change.difference for change in changes if change.fact is Fact.AMOUNT_TOTAL} == {0}


def test_the_revised_application_of_the_sample():
    preset = load_preset("skaraborg")
    words = Vocabulary(preset.parties, preset.kinds)
    first, revised = (
        propose(read_file((SAMPLE / name).read_bytes()).blocks, vocabulary=words).details
        for name in (
            "ansokningar/Stegen in MTG ansökan.docx",
            "reviderade/Stegen in MTG ansökan REVIDERAD.docx",
        )
    )
    changes = fact_changes(first, revised)
    assert changed_rows(changes) == (5, 9)
    organisations = of(changes, Fact.ORGANISATIONS)
    assert organisations.kept == MUNICIPALITIES
    assert organisations.added == ("Västra Götalandsregionen", "Arbetsförmedlingen")
    assert organisations.removed == ()
    parties = of(changes, Fact.PARTY_COUNT)
    assert (parties.before, parties.after, parties.difference) == (1, 3, 2)
    assert of(changes, Fact.PERIOD_START).after == date(2026, 2, 1)
    assert not of(changes, Fact.PERIOD_END).changed
    assert of(changes, Fact.AMOUNT_YEAR, 2026).difference == -230_000
    assert of(changes, Fact.AMOUNT_TOTAL).difference == -690_000
    unchanged = (Fact.TITLE, Fact.KIND, Fact.APPLICANT, Fact.CONTACT_NAME, Fact.CONTACT_EMAIL)
    assert [of(changes, fact).state for fact in unchanged] == [FactState.UNCHANGED] * 5


def test_what_the_revised_document_does_not_say_is_not_taken_back():
    changes = fact_changes(FIRST, ApplicationDetails())
    assert {change.state for change in changes} == {FactState.NOT_STATED}
    assert of(changes, Fact.ORGANISATIONS).removed == ()
    assert of(changes, Fact.AMOUNT_TOTAL).difference is None
    assert of(changes, Fact.AMOUNT_YEAR, 2027).difference is None
    assert changed_rows(changes)[0] == 0


def test_what_the_first_document_did_not_say_is_a_change_without_a_difference():
    changes = fact_changes(ApplicationDetails(), FIRST)
    assert {change.state for change in changes} == {FactState.CHANGED}
    assert of(changes, Fact.ORGANISATIONS).added == MUNICIPALITIES
    assert of(changes, Fact.AMOUNT_YEAR, 2026).difference is None
    assert of(changes, Fact.PARTY_COUNT).difference is None


def test_two_applications_that_say_nothing_differ_in_nothing():
    changes = fact_changes(ApplicationDetails(), ApplicationDetails())
    assert {change.state for change in changes} == {FactState.UNCHANGED}
    assert changed_rows(changes) == (0, 8)


def test_a_year_left_out_among_others_is_taken_back():
    revised = replace(FIRST, amounts=((2027, 1_990_000), (2029, 100_000)))
    changes = fact_changes(FIRST, revised)
    gone, kept, new = (of(changes, Fact.AMOUNT_YEAR, year) for year in (2026, 2027, 2029))
    assert (gone.state, gone.after, gone.difference) == (FactState.CHANGED, None, -1_950_000)
    assert (kept.state, kept.difference) == (FactState.UNCHANGED, 0)
    assert (new.state, new.before, new.difference) == (FactState.CHANGED, None, 100_000)


@pytest.mark.parametrize(
    "revised",
    [
        replace(FIRST, title="Stegen in - prerehabilitering  MTG"),
        replace(FIRST, title="STEGEN IN – PREREHABILITERING MTG"),
        replace(FIRST, applicant="Töreboda"),
        replace(FIRST, organisations=("Gullspång kommun", "Mariestad", "Töreboda kommun")),
        replace(FIRST, contact_email="Fredrik@Toreboda.example"),
    ],
)
def test_another_way_of_writing_the_same_is_no_change(revised: ApplicationDetails):
    assert changed_rows(fact_changes(FIRST, revised))[0] == 0


def test_organisations_are_told_apart_as_sets():
    revised = replace(FIRST, organisations=("Mariestads kommun", "Region Blekinge", "Töreboda kommun"))
    change = of(fact_changes(FIRST, revised), Fact.ORGANISATIONS)
    assert change.removed == ("Gullspångs kommun",)
    assert change.added == ("Region Blekinge",)
    assert change.kept == ("Mariestads kommun", "Töreboda kommun")

"""Facts of a revised application taken over, and what they are compared with afterwards."""

from dataclasses import replace
from datetime import date

from finsam_review.domain.applications import ApplicationDetails
from finsam_review.domain.follow_up.taking_over import facts_before, taken_over

NOW = ApplicationDetails(
    title="Stegen in",
    diary_number="2025/050",
    received_on=date(2025, 9, 10),
    kind="forberedande",
    applicant="Töreboda kommun",
    organisations=("Töreboda kommun",),
    parties=("kommun",),
    contact_email="a@kommun.example",
    period_start=date(2026, 1, 1),
    amounts=((2026, 100), (2027, 200)),
    amount_total=300,
)
REVISED = ApplicationDetails(
    title="Stegen in, igen",
    diary_number="en annan",
    received_on=date(2025, 10, 31),
    organisations=("Töreboda kommun", "Region"),
    parties=("kommun", "region"),
    amounts=((2026, 90),),
)


def test_only_what_is_stated_is_taken_over():
    new = taken_over(NOW, REVISED)
    assert (new.title, new.organisations, new.parties) == (
        "Stegen in, igen",
        ("Töreboda kommun", "Region"),
        ("kommun", "region"),
    )
    assert (new.kind, new.applicant, new.contact_email) == (NOW.kind, NOW.applicant, NOW.contact_email)
    assert new.period_start == NOW.period_start


def test_the_chancellerys_own_facts_are_never_taken_over():
    new = taken_over(NOW, REVISED)
    assert (new.diary_number, new.received_on) == ("2025/050", date(2025, 9, 10))


def test_amounts_and_their_total_go_together():
    assert (taken_over(NOW, REVISED).amounts, taken_over(NOW, REVISED).amount_total) == (((2026, 90),), None)
    total_only = replace(REVISED, amounts=(), amount_total=80)
    assert (taken_over(NOW, total_only).amounts, taken_over(NOW, total_only).amount_total) == ((), 80)


def test_a_document_that_states_nothing_changes_nothing():
    assert taken_over(NOW, ApplicationDetails()) == NOW


def test_what_was_taken_over_is_compared_with_what_was_sent():
    new = taken_over(NOW, REVISED)
    before = facts_before(new, NOW, REVISED)
    assert (before.title, before.organisations, before.amounts, before.amount_total) == (
        NOW.title,
        NOW.organisations,
        NOW.amounts,
        NOW.amount_total,
    )


def test_what_a_person_has_corrected_since_stands():
    corrected = replace(NOW, applicant="Gullspångs kommun")
    assert facts_before(corrected, NOW, REVISED).applicant == "Gullspångs kommun"


def test_without_an_approved_summary_there_is_only_what_stands_now():
    assert facts_before(NOW, None, REVISED) == NOW

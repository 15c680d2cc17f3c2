"""How far an application has come."""

from datetime import date

import pytest

from finsam_review.domain.follow_up.steps import (
    STEPS,
    OutOfOrder,
    StatusEntry,
    StatusStep,
    current_step,
    derived_entries,
    milestones,
    out_of_order,
    outcome_of,
    with_derived,
)


def day(number: int) -> date:
    """Return a day of January 2026."""
    return date(2026, 1, number)


def noted(step: str, on: int, outcome: str = "") -> StatusEntry:
    """Return an entry that a person made."""
    return StatusEntry(f"{step}{on}", "a", step, day(on), outcome=outcome)


def test_what_the_day_knows_makes_entries_that_nobody_can_take_back():
    entries = derived_entries("a", received_on=day(1), read_on=None, sent_on=day(3), revised_on=day(9))
    assert [(entry.step, entry.on) for entry in entries] == [
        ("received", day(1)),
        ("sent", day(3)),
        ("revised", day(9)),
    ]
    assert all(entry.is_derived for entry in entries)
    assert not noted("board", 4).is_derived
    assert derived_entries("a") == ()


def test_what_a_person_noted_stands_in_place_of_what_was_worked_out():
    derived = derived_entries("a", received_on=day(5), sent_on=day(7))
    entries = with_derived([noted("received", 2), noted("board", 20), noted("board", 12)], derived)
    assert [(entry.step, entry.on.day) for entry in entries] == [
        ("received", 2),
        ("sent", 7),
        ("board", 12),
        ("board", 20),
    ]


def test_another_applications_notes_replace_nothing():
    other = StatusEntry("x", "b", "received", day(2))
    assert len(with_derived([other], derived_entries("a", received_on=day(5)))) == 2


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([], "received"),
        (["received"], "received"),
        (["sent", "received"], "sent"),
        (["board", "revised", "sent"], "board"),
        (["unknown"], "received"),
        (["decided", "received"], "decided"),
    ],
)
def test_the_furthest_step_is_the_current_one(steps: list[str], expected: str):
    assert current_step([noted(step, 3) for step in steps]) == expected


def test_steps_of_ones_own():
    own = (StatusStep("received", "In"), StatusStep("politics", "Nämnd"))
    assert current_step([noted("politics", 3), noted("board", 4)], own) == "politics"
    assert current_step([], ()) == "received"
    line = milestones([noted("politics", 3), noted("board", 4)], own)
    assert [(item.step.name, len(item.entries), item.is_current) for item in line] == [
        ("In", 0, False),
        ("Nämnd", 1, True),
    ]


def test_milestones_hold_every_step_in_order_and_their_latest_entry():
    line = milestones([noted("board", 20), noted("received", 1), noted("board", 12)])
    assert [item.step.code for item in line] == [step.code for step in STEPS]
    board = next(item for item in line if item.step.code == "board")
    assert [entry.on.day for entry in board.entries] == [12, 20]
    assert board.latest == noted("board", 20)
    assert board.is_current
    assert line[1].latest is None


def test_dates_that_go_backwards_are_pointed_out_and_not_refused():
    entries = [noted("received", 9), noted("sent", 3), noted("board", 20)]
    assert out_of_order(entries) == (OutOfOrder("received", day(9), "sent", day(3)),)
    assert out_of_order([noted("received", 3), noted("sent", 3)]) == ()


def test_what_comes_after_a_decision_to_complete_is_in_order():
    entries = [noted("received", 1), noted("decided", 10, "complete"), noted("revised", 15)]
    assert out_of_order(entries) == ()
    assert out_of_order([*entries[:1], noted("decided", 10, "reject"), *entries[2:]]) != ()


def test_the_last_outcome_counts():
    entries = [noted("decided", 20, "grant"), noted("decided", 10, "complete"), noted("board", 25)]
    assert outcome_of(entries) == "grant"
    assert outcome_of([noted("board", 1)]) == ""

"""The stations of the process picture, from what is noted of an application."""

from datetime import date

from finsam_review.domain.follow_up.process import ProcessStep, process_steps
from finsam_review.domain.follow_up.steps import StatusEntry, StatusStep, milestones

STEPS = (
    StatusStep("received", "Inkommen"),
    StatusStep("read"),
    StatusStep("sent"),
    StatusStep("decided", "Beslut", ("grant", "reject")),
)
NAMES = {"read": "Läst", "sent": "Utskickad", "received": "används inte"}
OUTCOMES = {"grant": "Beviljad"}


def _entry(step: str, day: int, *, words: str = "", outcome: str = "") -> StatusEntry:
    return StatusEntry("e", "a1", step, date(2025, 10, day), words, outcome)


def _steps(*entries: StatusEntry) -> tuple[ProcessStep, ...]:
    return process_steps(milestones(entries, STEPS), names=NAMES, outcomes=OUTCOMES)


def test_what_is_behind_and_what_remains() -> None:
    """A step that nobody noted anything of is passed, which is not to say that it was taken."""
    steps = _steps(_entry("received", 1), _entry("sent", 20, words="Med post också."))
    assert steps == (
        ProcessStep("received", "Inkommen", date(2025, 10, 1), state="done"),
        ProcessStep("read", "Läst", state="passed"),
        ProcessStep("sent", "Utskickad", date(2025, 10, 20), "Med post också.", state="here"),
        ProcessStep("decided", "Beslut", state="coming"),
    )


def test_a_decision_in_words() -> None:
    assert _steps(_entry("decided", 30, outcome="grant"))[-1] == ProcessStep(
        "decided", "Beslut", date(2025, 10, 30), outcome="Beviljad", state="here"
    )


def test_the_latest_entry_of_a_step_counts() -> None:
    steps = _steps(_entry("sent", 20, words="Första."), _entry("sent", 25, words="Andra."))
    assert (steps[2].on, steps[2].words) == (date(2025, 10, 25), "Andra.")


def test_an_application_of_which_nothing_is_noted_has_just_come_in() -> None:
    assert [step.state for step in _steps()] == ["here", "coming", "coming", "coming"]


def test_without_steps_there_is_nothing_to_draw() -> None:
    assert process_steps((), names={}, outcomes={}) == ()


def test_a_step_without_any_name_is_called_by_its_code() -> None:
    steps = process_steps(milestones((), (StatusStep("own"),)), names={}, outcomes={})
    assert steps[0].name == "own"

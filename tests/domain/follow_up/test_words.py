"""The Swedish words for what comes after the day: every code has one."""

import pytest

from finsam_review.domain.follow_up.fact_changes import Fact, FactState
from finsam_review.domain.follow_up.lateness import ArrivalState
from finsam_review.domain.follow_up.responses import Answer
from finsam_review.domain.follow_up.steps import STEPS
from finsam_review.i18n import follow_up_words as words


def test_every_code_has_a_name_of_its_own():
    assert len({words.fact_name(fact, 2026) for fact in Fact}) == len(Fact)
    assert [words.answer_name(answer) for answer in Answer] == ["Besvarad", "Delvis", "Inte"]
    assert words.fact_state_name(FactState.UNCHANGED) == "oförändrad"
    assert len({words.fact_state_name(state) for state in FactState}) == len(FactState)
    assert len({words.standing_text(state, 2) for state in ArrivalState}) == len(ArrivalState)
    assert [words.step_names()[step.code] for step in STEPS] == [
        "Inkommen", "Läst", "Utskickad", "Reviderad", "Beredningsgrupp", "Styrelseberedning", "Styrelse",
        "Beslut",
    ]  # fmt: skip
    outcomes = [words.outcome_names()[code] for step in STEPS for code in step.outcomes]
    assert outcomes == ["Bevilja", "Komplettera", "Avslå"]
    assert set(words.fact_row_names()) >= {"period", "amounts", "contact"}


def test_what_is_said():
    arrivals = words.arrivals_text(replies=7, expected=16, late=1, missing=9)
    assert arrivals == "7 svar av 16 · 1 sent · 9 saknas"
    assert words.arrivals_text(replies=0, expected=3, waiting=3) == "0 svar av 3 · 3 att vänta på"
    assert [words.standing_text("late", days) for days in (1, 3)] == ["1 dag sen", "3 dagar sen"]
    assert words.judged_text(5, 6) == "5 av 6 bedömda"


@pytest.mark.parametrize(
    ("amount", "said"), [(-690_000, "−690 000 kr"), (1_780_000, "+1 780 000 kr"), (0, "0 kr")]
)
def test_a_difference_has_its_sign(amount: int, said: str):
    assert words.signed_kronor(amount).replace("\u00a0", " ") == said


def test_a_stated_sum_that_differs_is_told_with_both_and_the_difference():
    said = words.difference_text(14_410_000, 12_630_000).replace("\u00a0", " ")
    assert said == (
        "Summan anges till 14 410 000 kr, men delarna blir 12 630 000 kr. Det skiljer 1 780 000 kr."
    )

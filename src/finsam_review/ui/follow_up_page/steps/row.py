"""Owns what the list of steps knows: a step, when it was reached, what was noted and decided."""

from collections.abc import Sequence
from dataclasses import dataclass

from finsam_review.domain.follow_up.process import StepState, process_steps
from finsam_review.domain.follow_up.steps import Milestone
from finsam_review.i18n import gettext as _
from finsam_review.i18n import long_date
from finsam_review.i18n.follow_up_words import outcome_names, step_names


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step. ``dates`` are written out, the latest last; ``known`` tells that the program worked it out.

    ``ends`` tells whether it is the first and whether it is the last.
    """

    key: str
    code: str
    name: str
    state: StepState
    dates: str = ""
    outcome: str = ""
    words: str = ""
    known: str = ""
    ends: tuple[bool, bool] = (False, False)

    @property
    def choosable(self) -> bool:
        """A step can be chosen."""
        return True

    @property
    def details(self) -> str:
        """What stands below the name: dates and where they come from."""
        unknown = _("nothing noted") if self.state == "passed" else ""
        return " · ".join(part for part in (self.dates, self.known, unknown) if part)

    @property
    def spoken(self) -> str:
        """The step in words."""
        states = {"done": _("reached"), "here": _("here now"), "coming": _("remains")}
        state = states.get(self.state, "")
        parts = (
            ", ".join(part for part in (self.name, state) if part),
            self.outcome,
            self.details,
            self.words,
        )
        return ". ".join(part.rstrip(".") for part in parts if part) + "."


def step_rows(milestones: Sequence[Milestone], prefix: str) -> list[StepRow]:
    """Return the steps of an application in order."""
    shown = process_steps(milestones, names=step_names(), outcomes=outcome_names())
    rows = []
    for place, (milestone, step) in enumerate(zip(milestones, shown, strict=True)):
        dates = [long_date(entry.on) for entry in milestone.entries]
        latest = milestone.latest
        derived = latest is not None and latest.is_derived
        rows.append(
            StepRow(
                key=f"{prefix}{step.code}",
                code=step.code,
                name=step.name,
                state=step.state,
                dates=", ".join(dates),
                outcome=step.outcome,
                words=step.words,
                known=_("filled in by the program") if derived else "",
                ends=(place == 0, place == len(shown) - 1),
            )
        )
    return rows

"""Owns a row of the table: one application, how far it has come, and in which order rows stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from finsam_review.domain.follow_up.lateness import ArrivalState, Standing
from finsam_review.domain.follow_up.responses import Judged
from finsam_review.i18n import gettext as _
from finsam_review.i18n import pgettext
from finsam_review.i18n.calendar_words import day_and_month
from finsam_review.i18n.follow_up_words import judged_text, standing_text
from finsam_review.ui.follow_up_page.day_state import FollowUpDay
from finsam_review.ui.follow_up_page.words import standing_look
from finsam_review.ui.marks.state_chips import StateLook

_LATE = frozenset({ArrivalState.LATE, ArrivalState.MISSING})
_STATES = (
    ArrivalState.MISSING, ArrivalState.LATE, ArrivalState.UNDATED, ArrivalState.WAITING,
    ArrivalState.ON_TIME, ArrivalState.NOT_SENT,
)  # fmt: skip
"""The order in which states want a look."""


class Column(IntEnum):
    """The columns, as they stand."""

    APPLICATION = 0
    STEP = 1
    REPLY = 2
    CAME = 3
    JUDGED = 4


@dataclass(frozen=True, slots=True)
class SituationRow:
    """One application; ``step_place`` is where its step stands among the steps."""

    application_id: str
    number: int
    title: str
    applicant: str
    step: str
    step_place: int
    standing: Standing
    came: date | None
    judged: Judged | None

    @property
    def look(self) -> StateLook:
        """The chip of its reply."""
        return standing_look(self.standing)

    @property
    def is_late(self) -> bool:
        """Whether its reply is late or missing."""
        return self.standing.state in _LATE

    def text(self, column: Column) -> str:
        """Return what a column says."""
        if column is Column.APPLICATION:
            return f"{self.number} {self.title}"
        if column is Column.STEP:
            return self.step
        if column is Column.REPLY:
            return self.look.words
        if column is Column.CAME:
            return day_and_month(self.came) if self.came else "–"
        if self.judged is None or not self.judged.points:
            return "–"
        return _("{n} of {total}").format(n=self.judged.judged, total=self.judged.points)

    @property
    def spoken(self) -> str:
        """The whole row in words."""
        reply = standing_text(self.standing.state.value, self.standing.days)
        parts = [self.text(Column.APPLICATION), self.applicant, self.step, reply]
        if self.came:
            parts.append(_("came in on {day}").format(day=day_and_month(self.came)))
        if self.judged is not None and self.judged.points:
            parts.append(judged_text(self.judged.judged, self.judged.points))
        return ", ".join(part for part in parts if part)


def heads() -> dict[Column, str]:
    """Return what stands above the columns."""
    return {
        Column.APPLICATION: _("Application"),
        Column.STEP: _("Step"),
        Column.REPLY: _("Revised version"),
        Column.CAME: pgettext("column", "Came in"),
        Column.JUDGED: _("Judged"),
    }


def situation_rows(day: FollowUpDay) -> list[SituationRow]:
    """Return a row for each application, by number."""
    return [
        SituationRow(
            application_id=item.id,
            number=item.number,
            title=item.short_title,
            applicant=item.details.applicant,
            step=day.step_name(item.id),
            step_place=day.step_place(item.id),
            standing=day.standing(item.id),
            came=day.arrival(item.id).revised_on,
            judged=day.judged(item.id),
        )
        for item in day.applications
    ]


def ordered(rows: Sequence[SituationRow], column: Column, *, descending: bool) -> list[SituationRow]:
    """Return the rows in the order of a column; equals stand by number."""
    by_number = sorted(rows, key=lambda row: row.number)
    if column is Column.APPLICATION:
        return sorted(by_number, key=lambda row: row.number, reverse=descending)
    if column is Column.STEP:
        return sorted(by_number, key=lambda row: row.step_place, reverse=descending)
    if column is Column.REPLY:
        return sorted(by_number, key=_reply_key, reverse=descending)
    if column is Column.CAME:
        return sorted(by_number, key=lambda row: row.came or date.max, reverse=descending)
    return sorted(by_number, key=_judged_key, reverse=descending)


def _reply_key(row: SituationRow) -> tuple[int, int]:
    return _STATES.index(row.standing.state), -row.standing.days


def _judged_key(row: SituationRow) -> tuple[int, int]:
    """Return the key by which what is left to judge stands first, most of it first."""
    if row.judged is None or not row.judged.points:
        return (2, 0)
    return (0, -row.judged.left) if row.judged.left else (1, 0)

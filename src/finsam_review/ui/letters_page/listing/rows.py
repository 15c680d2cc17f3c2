"""Owns what the list of letters knows: its rows in the order of work, their words, and how many of each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from finsam_review.domain.outgoing.addresses import AddressProblem
from finsam_review.domain.outgoing.dispatch import Dispatch
from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext, plain_date
from finsam_review.services.outgoing.outbox import LetterState, OutboxRow
from finsam_review.ui.marks.state_chips import StateLook

SENT = frozenset({LetterState.SENT, LetterState.ANSWERED})
_UNADDRESSED = frozenset({LetterState.NO_ADDRESS, LetterState.BROKEN_ADDRESS})
_ORDER = (
    LetterState.NOT_APPROVED, LetterState.READY, LetterState.DRAFTED, LetterState.ANSWERED, LetterState.SENT,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One application as the list shows it. ``outdated`` says that its kept draft would be another now."""

    application_id: str
    number: int
    title: str
    address: str
    state: LetterState
    approved: bool
    problem: AddressProblem | None = None
    shared_with: tuple[int, ...] = ()
    dispatch: Dispatch | None = None
    outdated: bool = False

    @property
    def ticked(self) -> bool:
        """Whether the letter is ticked as sent."""
        return self.state in SENT

    @property
    def is_ready(self) -> bool:
        """Whether a draft is to be saved: there is none, or it would be another now."""
        return self.state is LetterState.READY or self.outdated

    @property
    def is_saved(self) -> bool:
        """Whether a draft is kept that says what it would say now."""
        return self.state is LetterState.DRAFTED and not self.outdated

    @property
    def needs_address(self) -> bool:
        """Whether the address has to be mended before there can be a draft."""
        return self.state in _UNADDRESSED

    @property
    def shares(self) -> bool:
        """Whether somebody should look at an address that stands at another application too."""
        return bool(self.shared_with) and not self.ticked and not self.needs_address

    @property
    def obstacle(self) -> str:
        """Why the letter can't be drafted or ticked; empty when it can."""
        if self.needs_address:
            return _("An address is missing or can't be used. Mend it first.")
        if self.state is LetterState.NOT_APPROVED:
            return _("The summary is not approved. Approve it first.")
        return ""

    @property
    def look(self) -> StateLook:
        """How far the letter has come, as a chip."""
        if self.state in _UNADDRESSED:
            words = {
                AddressProblem.SEVERAL: _("More than one address"),
                AddressProblem.BROKEN: _("The address is broken"),
            }
            missing = _("E-mail is missing")
            return StateLook(words.get(self.problem or AddressProblem.MISSING, missing), "warning", "warn")
        if self.outdated:
            return StateLook(_("Save again"), "arrows-clockwise", "warn")
        if self.state is LetterState.SENT and self.dispatch and self.dispatch.sent_on:
            words_of_day = _("Sent {day}").format(day=short_day(self.dispatch.sent_on))
            return StateLook(words_of_day, "paper-plane-tilt", "ok")
        return {
            LetterState.NOT_APPROVED: StateLook(_("Not approved"), "pencil-simple"),
            LetterState.READY: StateLook(_("Draft ready"), "envelope-simple"),
            LetterState.DRAFTED: StateLook(_("Draft saved"), "download-simple"),
            LetterState.ANSWERED: StateLook(_("Answer is in"), "check-circle", "ok"),
            LetterState.SENT: StateLook(_("Sent"), "paper-plane-tilt", "ok"),
        }[self.state]

    @property
    def second_line(self) -> str:
        """The address, or what has to be done about it."""
        if self.state is LetterState.NO_ADDRESS:
            return _("Add an address, and the draft is made")
        if self.shares:
            return _("Same address as {numbers}").format(numbers=_listed(self.shared_with))
        return self.address

    @property
    def spoken(self) -> str:
        """The row in full words."""
        ticked = _("ticked as sent") if self.ticked else _("not sent")
        parts = [f"{self.number} {self.title}", self.look.words, self.second_line]
        if self.shares:
            parts.append(self.address)
        return ", ".join(part for part in (*parts, ticked) if part)

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands: what has to be seen to first, then what is ready, then what is sent."""
        if self.needs_address:
            return 0, self.number
        if self.shares:
            return 1, self.number
        return 2 + _ORDER.index(self.state), self.number


def letter_rows(
    found: Sequence[OutboxRow], *, is_outdated: Callable[[Dispatch], bool]
) -> tuple[LetterRow, ...]:
    """Return a row for each application, in the order of work."""
    rows = [_row(row, is_outdated) for row in found]
    return tuple(sorted(rows, key=lambda row: row.place))


def short_day(day: date) -> str:
    """Return *16 okt*, for a chip."""
    number, month, *_year = plain_date(day).split()
    return f"{number} {month[:3]}"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many letters there are of each sort."""

    total: int = 0
    sent: int = 0
    ready: int = 0
    saved: int = 0
    left: int = 0
    answered: int = 0

    @classmethod
    def of(cls, rows: Sequence[LetterRow]) -> "Tally":
        """Count ``rows``."""
        return cls(
            total=len(rows),
            sent=sum(row.ticked for row in rows),
            ready=sum(row.is_ready for row in rows),
            saved=sum(row.is_saved for row in rows),
            left=sum(bool(row.obstacle) for row in rows),
            answered=sum(row.state is LetterState.ANSWERED for row in rows),
        )

    @property
    def headline(self) -> str:
        """*7 av 16 skickade*."""
        return _("{n} of {total} sent").format(n=self.sent, total=self.total)

    @property
    def details(self) -> str:
        """*6 utkast klara · 3 att åtgärda · 1 svar*; what there is none of is left out."""
        parts = (
            (self.ready, ngettext("{n} draft ready", "{n} drafts ready", self.ready)),
            (self.saved, ngettext("{n} saved", "{n} saved", self.saved)),
            (self.left, ngettext("{n} to see to", "{n} to see to", self.left)),
            (self.answered, ngettext("{n} answer", "{n} answers", self.answered)),
        )
        return " · ".join(words.format(n=count) for count, words in parts if count)

    @property
    def button(self) -> str:
        """What the button says: what is to be saved, or else what was saved once more."""
        if self.ready:
            return ngettext("Save {n} draft", "Save {n} drafts", self.ready).format(n=self.ready)
        if self.saved:
            words = ngettext("Save {n} draft again", "Save {n} drafts again", self.saved)
            return words.format(n=self.saved)
        return _("Save drafts")


def to_save(rows: Sequence[LetterRow]) -> tuple[LetterRow, ...]:
    """Return the letters that the button saves, by number."""
    chosen = [row for row in rows if row.is_ready] or [row for row in rows if row.is_saved]
    return tuple(sorted(chosen, key=lambda row: row.number))


def _row(row: OutboxRow, is_outdated: Callable[[Dispatch], bool]) -> LetterRow:
    application, dispatch = row.application, row.dispatch
    kept = row.state is LetterState.DRAFTED and dispatch is not None
    return LetterRow(
        application_id=application.id,
        number=application.number,
        title=application.short_title,
        address=application.details.contact_email,
        state=row.state,
        approved=row.approved,
        problem=row.problem,
        shared_with=row.shared_with,
        dispatch=dispatch,
        outdated=kept and dispatch is not None and is_outdated(dispatch),
    )


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))

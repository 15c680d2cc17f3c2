"""Owns what the summary of the day is made from: both group works, themes, numbers, amounts, next steps."""

from dataclasses import dataclass

from finsam_review.domain.follow_up.amounts import AmountDifference, AmountTotal
from finsam_review.domain.outgoing.next_steps import NextStep
from finsam_review.domain.points.receipt import Receipt
from finsam_review.domain.summaries import SummaryState
from finsam_review.domain.themes import ThemeCount
from finsam_review.domain.workshop import MeasureKind, Party, Theme, Workshop


@dataclass(frozen=True, slots=True)
class MissionAnswers:
    """What was written about a party's mission, in the order it was read out: the party's own view last."""

    party: Party
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ApplicationLine:
    """One application of the day: how many points it got, and what became of its notes.

    ``readers`` is how many tables read it.
    """

    id: str
    number: int
    title: str
    applicant: str
    points: int
    receipt: Receipt
    readers: int


@dataclass(frozen=True, slots=True)
class ThemeSummary:
    """A theme that came back: a person's paragraph on it, the counts, and the applications it was met in.

    ``applications`` are their numbers and short titles.
    """

    theme: Theme
    paragraph: str
    count: ThemeCount
    applications: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class DayNumbers:
    """How much there was of everything; ``mission_notes`` are those of the exercise about the parties."""

    applications: int
    tables: int
    participants: int
    notes: int
    mission_notes: int
    points: int
    set_aside: int


@dataclass(frozen=True, slots=True)
class DayAmounts:
    """What is applied for, and the applications whose stated total is not the sum of its years."""

    whole: AmountTotal[str]
    by_year: tuple[AmountTotal[int], ...] = ()
    by_kind: tuple[AmountTotal[str], ...] = ()
    by_party: tuple[AmountTotal[str], ...] = ()
    differing: tuple[AmountDifference, ...] = ()


@dataclass(frozen=True, slots=True)
class DaySummarySource:
    """Everything the summary of the day says, as frozen values that may cross to another thread.

    ``introduction`` and ``missions_text`` are what a person wrote, one paragraph a line. All texts have
    passed the gate.
    """

    workshop: Workshop
    numbers: DayNumbers
    receipt: Receipt
    parties: tuple[Party, ...] = ()
    kinds: tuple[MeasureKind, ...] = ()
    introduction: str = ""
    missions_text: str = ""
    missions: tuple[MissionAnswers, ...] = ()
    applications: tuple[ApplicationLine, ...] = ()
    themes: tuple[ThemeSummary, ...] = ()
    amounts: DayAmounts | None = None
    next_steps: tuple[NextStep, ...] = ()
    state: SummaryState = SummaryState.DRAFT

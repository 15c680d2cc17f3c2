"""Owns what the page knows of the day: who has answered, how far everything has come, what is judged."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from finsam_review.domain.applications import Application
from finsam_review.domain.changes import Changes
from finsam_review.domain.follow_up.lateness import (
    Arrival,
    ArrivalCounts,
    Standing,
    arrival_counts,
    standing,
)
from finsam_review.domain.follow_up.responses import Judged, Response, judged
from finsam_review.i18n.follow_up_words import arrivals_text, step_names
from finsam_review.services.day import Frame
from finsam_review.services.session import Session
from finsam_review.ui.change_bus import ChangeBus

Today = Callable[[], date]


def today() -> date:
    """Return the day it is here."""
    return datetime.now().astimezone().date()


class FollowUpDay(QObject):
    """Reads what is asked for once and keeps it until it changes. ``changed`` tells that something did."""

    changed = Signal(object)

    def __init__(self, session: Session, bus: ChangeBus, today: Today, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._today = session, today
        self._frame: Frame | None = None
        self._applications: tuple[Application, ...] | None = None
        self._arrivals: dict[str, Arrival] | None = None
        self._steps: dict[str, str] | None = None
        self._names: dict[str, str] = {}
        self._responses: dict[str, list[Response]] | None = None
        self._points: dict[str, tuple[str, ...]] = {}
        bus.changed.connect(self._on_changed)

    @property
    def today(self) -> date:
        """The day it is."""
        return self._today()

    @property
    def frame(self) -> Frame:
        """What frames the day."""
        if self._frame is None:
            self._frame = self._session.day.frame()
        return self._frame

    @property
    def applications(self) -> tuple[Application, ...]:
        """The applications by number."""
        if self._applications is None:
            self._applications = self._session.applications.all()
        return self._applications

    @property
    def counts(self) -> ArrivalCounts:
        """The day in numbers."""
        return arrival_counts(self._all_arrivals().values(), self.today)

    @property
    def words(self) -> str:
        """*7 svar av 16 · 1 sent · 9 saknas*; nothing on a day without applications."""
        counts = self.counts
        if not counts.applications:
            return ""
        return arrivals_text(
            replies=counts.replies,
            expected=counts.applications,
            late=counts.late,
            missing=counts.missing,
            waiting=counts.waiting,
            not_sent=counts.not_sent,
        )

    @property
    def came(self) -> frozenset[str]:
        """The ids of the applications of which a revised version has come."""
        return frozenset(key for key, item in self._all_arrivals().items() if item.has_revised)

    def get(self, application_id: str) -> Application | None:
        """Return an application, ``None`` for one that is put away."""
        return next((item for item in self.applications if item.id == application_id), None)

    def beside(self, application_id: str, step: int) -> Application | None:
        """Return the next (1) or previous (-1) application, ``None`` at the end."""
        ids = [item.id for item in self.applications]
        place = ids.index(application_id) + step if application_id in ids else 0
        return self.applications[place] if 0 <= place < len(ids) else None

    def arrival(self, application_id: str) -> Arrival:
        """Return what was asked of an application and what came."""
        return self._all_arrivals().get(application_id) or Arrival(application_id)

    def standing(self, application_id: str) -> Standing:
        """Return where an application stands today."""
        return standing(self.arrival(application_id), self.today)

    def step_name(self, application_id: str) -> str:
        """Return the name of the step that an application has come to."""
        code = self._all_steps().get(application_id, "")
        return self._names.get(code, code)

    def step_place(self, application_id: str) -> int:
        """Return how many steps lie before the one that an application has come to."""
        code = self._all_steps().get(application_id, "")
        return [*self._names].index(code) if code in self._names else -1

    def responses(self, application_id: str) -> list[Response]:
        """Return the answers of an application."""
        if self._responses is None:
            self._responses = {}
            for response in self._session.revisions.all_responses():
                self._responses.setdefault(response.application_id, []).append(response)
        return self._responses.get(application_id, [])

    def judged(self, application_id: str) -> Judged | None:
        """Return how many points are judged; ``None`` where there is nothing to judge yet."""
        own = self.responses(application_id)
        if not own and not self.arrival(application_id).has_revised:
            return None
        if application_id not in self._points:
            points = self._session.revisions.points(application_id)
            self._points[application_id] = tuple(point.id for _number, point in points)
        return judged(self._points[application_id], own)

    def _all_steps(self) -> dict[str, str]:
        if self._steps is None:
            self._steps = self._session.steps.current_steps()
            names = step_names()
            self._names = {
                step.code: step.name or names.get(step.code, step.code)
                for step in self._session.steps.steps()
            }
        return self._steps

    def _all_arrivals(self) -> dict[str, Arrival]:
        if self._arrivals is None:
            self._arrivals = {item.application_id: item for item in self._session.steps.arrivals()}
        return self._arrivals

    def _forget(self) -> None:
        self._frame = self._applications = self._arrivals = None
        self._steps = self._responses = None

    def _on_changed(self, changes: Changes) -> None:
        if changes == Changes(
            source=changes.source, drafts=changes.drafts, participants=changes.participants
        ):
            return
        touched = changes.applications | changes.summaries | changes.points | changes.topics
        answers_only = changes == Changes(source=changes.source, follow_up=changes.follow_up)
        if answers_only:
            self._steps = self._responses = None
        else:
            self._points = {key: ids for key, ids in self._points.items() if key not in touched}
            self._forget()
        self.changed.emit(changes)

"""Owns the comparison made beside the window: the newest that was asked for, the last ones remembered."""

import sys
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from finsam_review.domain.follow_up.fact_changes import FactChange, fact_changes
from finsam_review.domain.follow_up.taking_over import facts_before
from finsam_review.domain.follow_up.text_changes import Comparison, compare
from finsam_review.services.follow_up.revisions import BothDocuments, Versions
from finsam_review.ui.tasks import Task

_REMEMBERED = 24
_PAINT_FIRST = 30
"""Milliseconds before the work begins: while it runs, the window gets its turns more slowly, and the page is
to be painted first (28 ms instead of 880 for a document of 300,000 characters)."""
_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Compared:
    """Both versions of an application and what the second one changes."""

    application_id: str
    versions: Versions
    facts: tuple[FactChange, ...]
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class _Wanted:
    application_id: str
    documents: BothDocuments

    @property
    def key(self) -> _Key:
        """What tells two documents from two others."""
        first = self.documents.first
        return self.application_id, first.sha256 if first else "", self.documents.revised.sha256


class Comparing(QObject):
    """Compares on another thread. What was compared lately is there at once."""

    compared = Signal(object)
    """Carries the :class:`Compared`."""
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._at_hand: _Wanted | None = None
        self._next: _Wanted | None = None
        self._known: OrderedDict[_Key, Compared] = OrderedDict()
        self._calm = QTimer(self, singleShot=True, interval=_PAINT_FIRST)
        self._calm.timeout.connect(self._go_on)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)

    @property
    def is_busy(self) -> bool:
        """Whether something is being compared or waits to be."""
        return self._task is not None or self._next is not None

    def compare(self, application_id: str, documents: BothDocuments) -> None:
        """Compare as soon as possible; what was waiting is dropped."""
        wanted = _Wanted(application_id, documents)
        known = self._known.get(wanted.key)
        if known is not None:
            self._next = None
            self.compared.emit(_with_facts(known, documents))
            return
        self._next = wanted
        self._calm.start()

    def forget(self) -> None:
        """Wait for nothing any more: what is shown now needs no comparison."""
        self._next = None

    def stop(self) -> None:
        """Drop what waits, and wait for what is at hand."""
        self._calm.stop()
        self._next = None
        if self._task is not None:
            self._task.cancel()
            self._task.wait()

    def _go_on(self) -> None:
        if self._task is not None or self._next is None:
            return
        self._at_hand, self._next = self._next, None
        self._task = task = Task(_steps(self._at_hand), QCoreApplication.instance())
        task.stepped.connect(self._on_stepped)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        task.finished.connect(task.deleteLater)
        task.start()

    def _on_stepped(self, made: Compared) -> None:
        if self._at_hand is not None:
            self._known[self._at_hand.key] = made
            if len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        if self._next is None:
            self.compared.emit(made)

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)
        sys.excepthook(type(error), error, error.__traceback__)

    def _on_ended(self) -> None:
        self._task = self._at_hand = None
        self._go_on()


def _with_facts(known: Compared, documents: BothDocuments) -> Compared:
    """Return what was compared with the facts of the application as they are now."""
    revised = known.versions.revised_details
    before = facts_before(documents.now, documents.sent, revised)
    versions = replace(known.versions, first=documents.first, revised=documents.revised, first_details=before)
    return replace(known, versions=versions, facts=fact_changes(before, revised))


def _steps(wanted: _Wanted) -> Iterator[Compared]:
    versions = wanted.documents.read()
    comparison = Comparison()
    if versions.first_blocks and versions.revised_blocks:
        comparison = compare(versions.first_blocks, versions.revised_blocks)
    facts = fact_changes(versions.first_details, versions.revised_details)
    yield Compared(wanted.application_id, versions, facts, comparison)

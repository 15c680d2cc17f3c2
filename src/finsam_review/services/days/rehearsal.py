"""Owns the rehearsal day: an invented day made from the sample, on which nothing can go wrong."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from finsam_review.paths import documents_folder, resources
from finsam_review.services.days.presets import load_preset
from finsam_review.services.session import Session

_TITLE = "Budgetupptakt inför 2026"
_DAY = date(2025, 10, 15)
_DEADLINE = date(2025, 10, 31)
_PRESET = "skaraborg"


def rehearsal_path() -> Path:
    """Return where the rehearsal day lies unless somebody says otherwise."""
    return documents_folder() / "Generalrepetition.finsam"


def make_rehearsal(path: Path, *, on_step: Callable[[int, int], None] = lambda _n, _of: None) -> Session:
    """Make the rehearsal day at ``path`` and return it open.

    Raises :class:`~finsam_review.domain.errors.UserError` ``file_exists`` rather than overwrite one.
    """
    session = Session.create(path, preset=load_preset(_PRESET), title=_TITLE, day=_DAY, tables=6)
    try:
        _fill(session, on_step)
    except BaseException:
        session.discard()
        raise
    return session


def _fill(session: Session, on_step: Callable[[int, int], None]) -> None:
    sample = resources() / "sample"
    for step in session.intake.gather([sample / "ansokningar", sample / "ansokningslista.xlsx"]):
        on_step(step.number, step.of)
        if step.gathered is not None:
            session.intake.take_in(step.gathered)
    session.day.change_workshop(replace(session.day.frame().workshop, deadline=_DEADLINE))
    session.import_notes(sample / "reflektioner.csv")
    session.participants.take_in(sample / "deltagare.xlsx")
    session.undo.clear()

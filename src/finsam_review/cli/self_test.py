"""Owns ``--self-test``: the installed program makes a day, writes every kind of file, and reads it back."""

import tempfile
from datetime import date
from pathlib import Path

from finsam_review.cli.result import PARTLY, Result, report
from finsam_review.domain.notes import NoteContent, Place
from finsam_review.i18n import gettext as _
from finsam_review.paths import resources
from finsam_review.services.days.presets import load_preset
from finsam_review.services.outgoing.exports import KINDS, gather, write
from finsam_review.services.session import Session

_TEXT = "Prövning – åäö ÅÄÖ é → ✓ 🌱"


def self_test(*, as_json: bool) -> int:
    """Run the whole way through in a temporary folder; exit code 0 when every step worked.

    Exporting reads each file back and compares it, so a file that is written is a file that was read.
    """
    with tempfile.TemporaryDirectory() as folder:
        steps = _try_everything(Path(folder))
    result = Result(done=steps)
    whole = len(steps) == len(_STEPS)
    if not whole:
        result.failed = [{"item": step, "reason": _("did not work")} for step in _STEPS if step not in steps]
    report(result, as_json=as_json, sentence=_("Everything works.") if whole else "")
    return 0 if whole else PARTLY


_STEPS = ["new", "import", "note", "export", "reopen", "check"]


def _try_everything(folder: Path) -> list[str]:
    done: list[str] = []
    path = folder / "självtest.finsam"
    with Session.create(path, preset=load_preset("skaraborg"), title="Test", day=date(2025, 10, 15)) as day:
        done.append("new")
        documents = sorted((resources() / "sample" / "ansokningar").glob("*.docx"))[:1]
        gathered = [step.gathered for step in day.intake.gather(documents) if step.gathered]
        taken = day.intake.take_in(gathered[-1]).applications
        done += ["import"] if taken and taken[0].documents[0].characters else []
        frame = day.day.frame()
        place = Place(taken[0].id, frame.review_questions[0].id, frame.tables[0].id)
        day.notes.add(place, NoteContent(_TEXT))
        done.append("note")
        steps = list(write(gather(day, KINDS), folder / "ut"))
        done += ["export"] if steps and all(step.path and step.path.stat().st_size for step in steps) else []
    with Session.open(path) as day:
        done += ["reopen"] if [note.content.text for note in day.notes.all()] == [_TEXT] else []
        done += [] if day.find_damage() else ["check"]
    return done

"""Owns how ``format-2.finsam`` was made: run once by the program of format 2, then never touched again.

``python -m tests.data.formats.make_format_2`` writes it and ``format-2.json``, which says what it holds.
"""

import json
import os
import tempfile
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from tests.data.formats import make_format_1

from finsam_review.domain.checks.gate import Choice, HitKind
from finsam_review.domain.follow_up.responses import Answer
from finsam_review.domain.outgoing.dispatch import FileRole
from finsam_review.domain.outgoing.template import MailTemplate
from finsam_review.domain.points.sheet import Reason
from finsam_review.paths import resources
from finsam_review.services.outgoing.letters import make_letter
from finsam_review.services.session import Session
from finsam_review.storage.header import FORMAT

FOLDER = Path(__file__).parent


def make(path: Path) -> Session:
    """Make a day with something of everything that the format can hold and return it open."""
    session = make_format_1.make(path)
    first = session.applications.all()[0].id
    session.participants.take_in(resources() / "sample" / "deltagare.xlsx")
    _decide(session, first)
    _send(session, first)
    session.revisions.answer(first, session.points.sheet(first).points[0].id, Answer.PARTLY, words="Nästan")
    session.steps.note(first, "decided", date(2025, 12, 4), words="§ 41", outcome="grant")
    session.day_summary.write("introduction", "En dag i oktober.\nSexton ansökningar.")
    session.day_summary.add_step("Reviderade till kansliet", owner="Sökande", due=date(2025, 10, 31))
    return session


def _decide(session: Session, first: str) -> None:
    notes = [note.id for note in session.notes.of_topic(first)]
    questions = {note.id: note.place.question_id for note in session.notes.of_topic(first)}
    same = [note for note in notes if questions[note] == questions[notes[0]]]
    points = session.points
    points.merge(first, same, text="Med egna ord & <b>fet</b>", proposal="")
    others = [note for note in notes if note not in same]
    points.quote(first, others[1:])
    points.set_aside(first, others[:1], Reason.OWN, words="Gäller en annan ansökan")
    points.mark_point(first, points.sheet(first).points[0].id, ["needs", "implementation"])
    points.mark_notes(first, {others[0]: ["existing"]})
    session.gate.choose(first, HitKind.NAME, "Petra Gyllenhoff", Choice.PASS)
    session.gate.choose(first, HitKind.PHONE, "031-390 06 58", Choice.MASK)
    session.summaries.approve(first, by="Karin Ek")
    session.summaries.reopen(first, by="Karin Ek")
    session.summaries.approve(first, by="Karin Ek")


def _send(session: Session, first: str) -> None:
    details = session.applications.get(first).details
    addressed = replace(details, contact_name="Lovisa Brandell", contact_email="lovisa@hjo.kommun.example")
    session.applications.change(first, addressed)
    session.outbox.change_template(MailTemplate("Om {ansökan}", "Hej {förnamn}!\n\nVänligen, {avsändare}"))
    letter = session.outbox.letter(first, roles=(FileRole.PDF, FileRole.WORD))
    written_at = datetime(2025, 10, 16, 9, 0, tzinfo=UTC)
    session.outbox.keep([make_letter(letter, written_at=written_at)])
    session.outbox.mark_sent(first, date(2025, 10, 16))


def told(session: Session) -> dict[str, Any]:
    """Return everything that a day holds as plain values: what format 1 had, and what came after."""
    with session._file.work() as work:
        applications = work.applications.all()
        dispatches = work.dispatches.all()
        values = {
            "participants": [asdict(person) for person in work.participants.all()],
            "sheets": [asdict(work.sheets.get(item.id)) for item in applications],
            "gate_choices": [
                [item.id, *key, choice]
                for item in applications
                for key, choice in sorted(work.gate_choices.of(item.id).items())
            ],
            "approvals": [asdict(approval) for _key, approval in sorted(work.summaries.all().items())],
            "log": [asdict(entry) for entry in work.summaries.logged()],
            "template": work.dispatches.template("summary"),
            "dispatches": [asdict(dispatch) for dispatch in dispatches],
            "sent": [work.dispatches.content(f.sha256).hex() for d in dispatches for f in d.files],
            "responses": [asdict(answer) for _key, answer in sorted(work.follow_up.responses().items())],
            "steps": [asdict(step) for step in work.follow_up.steps()],
            "entries": [asdict(entry) for entry in work.follow_up.entries()],
            "texts": dict(work.follow_up.texts()),
            "next_steps": [asdict(step) for step in work.follow_up.next_steps()],
        }
    after = json.loads(json.dumps(values, default=str))
    return make_format_1.told(session) | {f"after_{key}": value for key, value in after.items()}


def main() -> None:
    """Write the frozen file, or refuse if the program's format is another by now."""
    if FORMAT != 2:
        raise SystemExit("format-2.finsam can only be made by a program of format 2")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FINSAM_HOME"] = str(Path(folder) / "home")
        with make(Path(folder) / "format-2.finsam") as session:
            session._file._raw.execute("UPDATE replica SET host = 'frozen', place = 'frozen'")
            with session._file.work() as work:
                work.day.add_replica("frozen", host="frozen", place="frozen", since="2025-10-15")
                work.commit()
            text = json.dumps(told(session), ensure_ascii=False, indent=1, sort_keys=True)
            (FOLDER / "format-2.json").write_text(text, encoding="utf-8")
            session.save_copy(FOLDER / "format-2.finsam")


if __name__ == "__main__":
    main()

"""Owns how ``format-1.finsam`` was made: run once by the program of format 1, then never touched again.

``python -m tests.data.formats.make_format_1`` writes it and ``format-1.json``, which says what it holds.
"""

import json
import os
import tempfile
from dataclasses import asdict, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.services.building import DAY, a_document, a_workshop, all_places, candidate

from finsam_review.domain.applications import DocumentVersion, Doubt, Reading
from finsam_review.domain.intake import Gathered
from finsam_review.domain.notes import NoteContent
from finsam_review.services.session import Session
from finsam_review.storage.header import FORMAT

FOLDER = Path(__file__).parent


def make(path: Path) -> Session:
    """Make a day with something of everything that the format can hold and return it open."""
    session = (
        a_workshop().called("Budgetupptakt – fryst").with_tables(3).with_documents().with_notes(20).at(path)
    )
    one, two, _three = session.applications.all()
    tables = session.day.frame().tables
    session.day.set_readings([Reading(tables[0].id, two.id, 1), Reading(tables[0].id, one.id, 2)])
    workshop = replace(session.day.frame().workshop, deadline=DAY + timedelta(days=16))
    session.day.change_workshop(workshop)
    _write(session)
    doubted = candidate("Tvivelaktig & <b>fet</b>", data=b"\x00\xff" * 40)
    doubts = (Doubt("amounts", "amount_sum", {"sum": 5, "stated": "6"}, "6 kr"),)
    session.intake.take_in(Gathered((replace(doubted, proposal=replace(doubted.proposal, doubts=doubts)),)))
    revised = replace(
        doubted, version=DocumentVersion.REVISED, application_id=one.id, documents=(a_document("Ny"),)
    )
    session.intake.take_in(Gathered((revised,)))
    session.applications.remove(session.applications.all()[2].id)
    return session


def _write(session: Session) -> None:
    notes, places = session.notes.all(), all_places(session)
    session.notes.edit(notes[0].id, NoteContent("Ändrad 👩‍🔬\nmed rad och \u202eriktning"))
    session.notes.edit(notes[0].id, NoteContent("Ändrad igen"))
    session.undo.undo()
    session.notes.remove(notes[1].id)
    session.notes.move(notes[2].id, places[-1].question_id)
    session.notes.keep_draft(places[0], NoteContent("halv tanke "))
    session.notes.keep_draft(places[-1], NoteContent("", proposal="halv lösning"))


def told(session: Session) -> dict[str, Any]:
    """Return everything that a day holds as plain values, each revision included."""
    with session._file.work() as work:
        revisions = [
            asdict(revision) | {"hash": revision.digest}
            for note in work.notes.all()
            for revision in work.notes.revisions(note.id)
        ]
    applications = session.applications.all()
    documents = [document for application in applications for document in application.documents]
    values = {
        "frame": asdict(session.day.frame()),
        "applications": [asdict(application) for application in applications],
        "notes": [asdict(note) for note in session.notes.all()],
        "revisions": revisions,
        "drafts": [asdict(draft) for draft in session.notes.drafts()],
        "texts": [[asdict(block) for block in session.applications.text(item.id)] for item in documents],
        "originals": [session.applications.original(item.id).hex() for item in documents],
    }
    return dict(json.loads(json.dumps(values, default=str)))


def main() -> None:
    """Write the frozen file, or refuse if the program's format is another by now."""
    if FORMAT != 1:
        raise SystemExit("format-1.finsam can only be made by a program of format 1")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FINSAM_HOME"] = str(Path(folder) / "home")
        with make(Path(folder) / "format-1.finsam") as session:
            session._file._raw.execute("UPDATE replica SET host = 'frozen', place = 'frozen'")
            with session._file.work() as work:
                work.day.add_replica("frozen", host="frozen", place="frozen", since="2025-10-15")
                work.commit()
            text = json.dumps(told(session), ensure_ascii=False, indent=1, sort_keys=True)
            (FOLDER / "format-1.json").write_text(text, encoding="utf-8")
            session.save_copy(FOLDER / "format-1.finsam")


if __name__ == "__main__":
    main()

"""Owns what the fault tests do with a day afterwards: points, approvals, letters, answers, an older file."""

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from tests.services.building import all_places
from tests.services.outgoing.addressing import address
from tests.services.outgoing.approving import approve

from finsam_review.domain.errors import UserError
from finsam_review.domain.follow_up.responses import Answer
from finsam_review.domain.notes import Note, NoteContent
from finsam_review.domain.outgoing.dispatch import DispatchFile, FileRole
from finsam_review.domain.points.sheet import Reason
from finsam_review.reporting.mail.draft import Attachment, MailDraft
from finsam_review.reporting.mail.writing import checked_draft
from finsam_review.services.outgoing.exports import gather, write
from finsam_review.services.outgoing.letters import MadeLetter
from finsam_review.services.session import Session

OLDER = "older.finsam"
_FORMAT_1 = Path(__file__).parents[1] / "data" / "formats" / "format-1.finsam"
_WRITTEN = datetime(2025, 10, 16, 9, 0, tzinfo=UTC)
_ADDRESS = "lovisa.brandell@hjo.kommun.example"


def one_deed(session: Session, chance: random.Random, application_id: str) -> Iterator[str]:
    """Do one thing of the days after with an application, and yield what is now said to be saved."""
    if session.summaries.approval(application_id) is None:
        left = session.points.unhandled(application_id)
        if left and chance.random() < 0.9:
            yield from _decided(session, chance, application_id, left)
        else:
            approve(session, application_id)
            yield _logged(session)
    else:
        yield from _followed_up(session, chance, application_id)


def _decided(
    session: Session, chance: random.Random, application_id: str, left: tuple[Note, ...]
) -> Iterator[str]:
    """Quote, merge or set aside; none of it is taken back later, so all of it must be found again."""
    question = chance.choice(left).place.question_id
    ids = [note.id for note in left if note.place.question_id == question][:3]
    before = {point.id for point in session.points.sheet(application_id).points}
    way = chance.random()
    if way < 0.4:
        session.points.quote(application_id, ids[:1])
    elif way < 0.7:
        session.points.merge(application_id, ids, text="Med egna ord", proposal="")
    else:
        session.points.set_aside(application_id, ids[:1], Reason.OWN, words="Gäller en annan")
        yield f"aside {ids[0]}"
    now = {point.id for point in session.points.sheet(application_id).points}
    yield from (f"point {point_id}" for point_id in now - before)


def _followed_up(session: Session, chance: random.Random, application_id: str) -> Iterator[str]:
    """Draft and send, answer, note a step, or reopen."""
    points = session.points.sheet(application_id).points
    way = chance.random()
    if way < 0.3:
        yield from _sent(session, application_id, chance.randbytes(30_000))
    elif way < 0.6 and points:
        point = chance.choice(points)
        session.revisions.answer(application_id, point.id, Answer.PARTLY, words=f"Nästan {way}")
        yield f"response {point.id}"
    elif way < 0.8:
        session.steps.note(application_id, "decided", date(2025, 12, 4), words=f"§ {way}")
        session.day_summary.write("introduction", f"En dag i oktober {way}")
        yield "text introduction"
    else:
        session.summaries.reopen(application_id, by="Kansliet")
        yield _logged(session)


def _sent(session: Session, application_id: str, pdf: bytes) -> Iterator[str]:
    if not session.applications.get(application_id).details.contact_email:
        address(session, application_id, _ADDRESS)
    session.outbox.keep([_letter(session, application_id, pdf)])
    yield _logged(session)
    session.outbox.mark_sent(application_id, date(2025, 10, 16))
    dispatch = next(row.dispatch for row in session.outbox.rows() if row.application.id == application_id)
    assert dispatch is not None
    yield f"dispatch {dispatch.id}"
    yield from (f"file {file.sha256}" for file in dispatch.files)


def _letter(session: Session, application_id: str, pdf: bytes) -> MadeLetter:
    """Return a letter whose attachment is any bytes: what is tried here is the disk, not the setting."""
    letter = session.outbox.letter(application_id, template=session.outbox.template())
    attachment = Attachment("Grönt steg.pdf", "application/pdf", pdf)
    draft = checked_draft(
        MailDraft(application_id, letter.recipient, letter.subject, letter.body, (attachment,), _WRITTEN)
    )
    files = ((FileRole.MAIL, "Grönt steg.eml", draft.data), (FileRole.PDF, "Grönt steg.pdf", pdf))
    kept_files = tuple(
        (DispatchFile(role, name, sha256(data).hexdigest()), data) for role, name, data in files
    )
    return MadeLetter(letter, draft, kept_files)


def _logged(session: Session) -> str:
    return f"log {len(session.summaries.log())}"


def prepare(session: Session, folder: Path) -> None:
    """Bring three applications as far as the deeds below want them, and put an older file beside the day.

    The first has notes that nobody has decided on, the second is decided on, the third approved and drafted.
    """
    first, second, third = (item.id for item in session.applications.all()[:3])
    for ident in (first, second, third):
        if len(session.points.unhandled(ident)) < 3:
            place = next(place for place in all_places(session) if place.topic_id == ident)
            session.notes.add_many([(place, NoteContent(f"Lapp {number}")) for number in range(3)])
    session.points.quote(second, [note.id for note in session.points.unhandled(second)])
    address(session, third, _ADDRESS)
    approve(session, third)
    session.outbox.keep([_letter(session, third, b"%PDF" * 9_000)])
    (folder / OLDER).unlink(missing_ok=True)
    shutil.copy(_FORMAT_1, folder / OLDER)


def _of(session: Session, number: int) -> str:
    return session.applications.all()[number - 1].id


def _left(session: Session) -> list[str]:
    """Return notes of the first application that answer one question and that nobody decided on."""
    notes = session.points.unhandled(_of(session, 1))
    return [note.id for note in notes if note.place.question_id == notes[0].place.question_id]


def _answered(session: Session) -> object:
    third = _of(session, 3)
    point = session.points.sheet(third).points[0]
    return session.revisions.answer(third, point.id, Answer.PARTLY, words="Nästan")


def _exported(session: Session, folder: Path) -> None:
    for step in write(gather(session, ["summaries-word", "notes-xlsx"]), folder / "ut"):
        if step.error is not None:
            raise step.error


DEEDS: dict[str, Callable[[Session, Path], object]] = {
    "quote": lambda session, _folder: session.points.quote(_of(session, 1), _left(session)),
    "merge": lambda session, _folder: session.points.merge(_of(session, 1), _left(session), text="Egna ord"),
    "set aside": lambda session, _folder: session.points.set_aside(
        _of(session, 1), _left(session), Reason.OWN, words="Gäller en annan"
    ),
    "approve": lambda session, _folder: session.summaries.approve(_of(session, 2), by="Kansliet"),
    "keep drafts": lambda session, _folder: session.outbox.keep(
        [_letter(session, _of(session, 3), bytes(range(256)) * 300)]
    ),
    "mark sent": lambda session, _folder: session.outbox.mark_sent(_of(session, 3), date(2025, 10, 16)),
    "answer": lambda session, _folder: _answered(session),
    "export": _exported,
}
"""What is done while a call to the disk fails, on the day of :func:`prepare`."""


def kept(session: Session) -> set[str]:
    """Return everything that must not be lost, as words: notes, points, approvals, what was sent, answers."""
    found = {f"revision {note.head.id}" for note in session.notes.all()}
    for application in session.applications.all():
        sheet = session.points.sheet(application.id)
        found |= {f"point {point}" for point in sheet.points}
        found |= {f"aside {aside}" for aside in sheet.aside}
    found |= {f"approval {ident} {item.sha256}" for ident, item in session.summaries.approvals().items()}
    found |= {f"log {entry}" for entry in session.summaries.log()}
    found |= {f"answer {item}" for item in session.revisions.all_responses()}
    for dispatch in session.outbox.dispatches():
        if dispatch.sent_on is not None:
            whole = all(
                sha256(session.outbox.content(f.sha256)).hexdigest() == f.sha256 for f in dispatch.files
            )
            found.add(f"sent {replace(dispatch)} {whole}")
    found |= {f"drafts {len(session.outbox.dispatches())}"}
    return found


def damage_of_older(folder: Path) -> list[object]:
    """Return what is wrong with the older file: it is whole, before or after migration."""
    place = folder / OLDER
    if not place.exists():
        return ["the older file is gone"]
    try:
        with Session.open(place) as session:
            notes = len(session.notes.all())
            return [*session.find_damage(), *([] if notes else ["no notes"])]
    except UserError as error:
        return [error.code]

"""The tabs of the page Uppföljning as scenes, on a rehearsal day some weeks later."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path

from docx import Document as WordFile
from PySide6.QtWidgets import QWidget
from tests.screens.studio import SAMPLE, Studio
from tests.services.outgoing.approving import approve

from finsam_review.domain.applications import DocumentVersion
from finsam_review.domain.follow_up.responses import Answer
from finsam_review.domain.points.sheet import Reason
from finsam_review.services.follow_up.steps import newest
from finsam_review.services.outgoing.letters import make_letter
from finsam_review.services.session import Session
from finsam_review.ui.follow_up_page import FollowUpPage
from finsam_review.ui.follow_up_page.amounts.part import AmountsPart
from finsam_review.ui.follow_up_page.documents.both import BothDocumentsDialog
from finsam_review.ui.follow_up_page.documents.dialog import DocumentDialog
from finsam_review.ui.follow_up_page.revised.part import RevisedPart
from finsam_review.ui.follow_up_page.situation.part import SituationPart

TODAY = date(2025, 11, 4)
_NOT_SENT = {15, 16}
_CAME = {1: 29, 4: 31, 5: 30, 7: 31, 13: 28, 14: None}
"""Numbers of the applications whose reply came, and on which day of October; of one nobody knows."""
_LATE = 8


def follow_up_day(path: Path) -> None:
    """Send the summaries, take revised versions in, judge the late one, note some steps."""
    with Session.open(path) as session, tempfile.TemporaryDirectory() as folder:
        by_number = {item.number: item.id for item in session.applications.all()}
        for number, ident in by_number.items():
            if number in _NOT_SENT:
                continue
            _sum_up(session, ident)
            letter = session.outbox.letter(ident)
            session.outbox.keep([make_letter(letter, written_at=datetime(2025, 10, 17).astimezone())])
            session.outbox.mark_sent(ident, date(2025, 10, 17))
        replies = _replies(session, Path(folder), by_number)
        for step in session.intake.gather([*replies, *sorted((SAMPLE / "reviderade").iterdir())]):
            if step.gathered is not None:
                session.intake.take_in(step.gathered)
        for number, day in {**_CAME, _LATE: 0}.items():
            document = newest(session.applications.get(by_number[number]), DocumentVersion.REVISED)
            assert document is not None
            on = date(2025, 11, 3) if number == _LATE else date(2025, 10, day) if day else None
            session.revisions.set_received(document.id, on)
        _judge(session, by_number[_LATE], [*Answer, Answer.ANSWERED, Answer.ANSWERED], remark=1)
        _judge(session, by_number[1], [Answer.ANSWERED] * 40)
        session.steps.note(by_number[1], "preparation", date(2025, 11, 3), words="Föredrogs av kansliet.")
        session.steps.note(by_number[5], "preparation", date(2025, 11, 3))
        session.steps.note(by_number[5], "board", date(2025, 10, 1), words="Fel datum?")
        session.undo.clear()


@cache
def _made_once(original: Path) -> Path:
    target = original.with_name("Uppföljning.finsam")
    shutil.copyfile(original, target)
    follow_up_day(target)
    return target


def _sum_up(session: Session, ident: str) -> None:
    """Make a handful of points of the notes, two notes each, and set the rest aside."""
    details = session.applications.get(ident).details
    session.applications.change(ident, replace(details, contact_email="kansli@sokande.example"))
    for question in session.day.frame().review_questions:
        own = [n for n in session.notes.of_topic(ident) if n.place.question_id == question.id]
        by_table = {note.place.table_id: note for note in own}
        first = list(by_table.values())
        if len(first) > 1:
            text = max((note.content.text for note in first), key=len)
            session.points.merge(ident, [note.id for note in first], text=text)
        rest = [note.id for note in own if note not in first]
        session.points.quote(ident, rest[:1])
        if rest[1:]:
            session.points.set_aside(ident, rest[1:], Reason.SAME)
    approve(session, ident)


def _replies(session: Session, folder: Path, by_number: dict[int, str]) -> list[Path]:
    made = []
    for number in _CAME:
        document = session.applications.get(by_number[number]).documents[0]
        target = folder / f"{Path(document.file_name).stem} REVIDERAD{Path(document.file_name).suffix}"
        target.write_bytes(session.applications.original(document.id))
        if document.media == "docx":
            word = WordFile(str(target))
            word.add_paragraph("Styrgruppen breddas med en chef från varje part.")
            word.save(str(target))
        else:
            target.write_bytes(target.read_bytes() + b"\n%")
        made.append(target)
    return made


def _judge(session: Session, ident: str, answers: list[Answer], *, remark: int = -1) -> None:
    points = session.revisions.points(ident)
    for place, ((_number, point), answer) in enumerate(zip(points, answers, strict=False)):
        words = "Regionen är med, men Försäkringskassan saknas." if place == remark else ""
        session.revisions.answer(ident, point.id, answer, words=words)


def open_page(studio: Studio, tab: str = "revised", number: int = _LATE) -> FollowUpPage:
    """Open the page on that day, at an application."""
    made = _made_once(studio.day_file.with_name("Generalrepetition.finsam"))
    shutil.copyfile(made, studio.day_file)
    day = studio.day()
    day.show_page("follow_up")
    page = day.findChild(FollowUpPage)
    page.day._today = lambda: TODAY
    part = page.part("revised")
    assert isinstance(part, RevisedPart)
    part.corner.setText(page.day.words)
    if tab == "revised":
        part.show_application(page.day.applications[number - 1])
        studio.wait(lambda: not part.is_busy)
        page.focus_first()
    else:
        page.show_tab(tab)
        page.focus_first()
    studio.settle(200)
    return page


def follow_up(studio: Studio) -> QWidget:
    """The late one: what changed beside its points, a point chosen."""
    page = open_page(studio)
    view = page.part("revised").body.answers.view
    view.choose(view.rows.row_at(1).key)
    return studio.window


def follow_up_text(studio: Studio) -> QWidget:
    """The text of it, from change to change."""
    page = open_page(studio)
    for _turn in range(24):
        page.part("revised").body.step_change(1)
    return studio.window


def follow_up_answers(studio: Studio) -> QWidget:
    """The points, where only one side is seen."""
    page = open_page(studio)
    page.part("revised").enter("second")
    return studio.window


def follow_up_undated(studio: Studio) -> QWidget:
    """Nobody knows when it came: the date is asked for."""
    page = open_page(studio, number=14)
    page.part("revised").ask_received()
    return studio.window


def follow_up_waiting(studio: Studio) -> QWidget:
    """No revised version yet."""
    open_page(studio, number=2)
    return studio.window


def follow_up_remark(studio: Studio) -> QWidget:
    """A remark of one's own."""
    page = open_page(studio)
    part = page.part("revised")
    part.enter("second")
    part.body.answers.view.choose(part.body.answers.view.rows.row_at(1).key)
    part.answering.do("remark")
    return studio.window


def situation(studio: Studio) -> QWidget:
    """Where everything stands, and the steps of one."""
    page = open_page(studio, "situation")
    part = page.part("situation")
    assert isinstance(part, SituationPart)
    part.choose(page.day.applications[4].id)
    return studio.window


def situation_late(studio: Studio) -> QWidget:
    """Late and missing ones, and a step being noted."""
    page = open_page(studio, "situation")
    part = page.part("situation")
    part.which.choose("late")
    part.which.chosen.emit("late")
    part.enter("second")
    part.steps.view.choose(part.steps.model.row_at(7).key)
    part.steps.do("note")
    return studio.window


def process_picture(studio: Studio) -> QWidget:
    """The process picture before it is saved."""
    page = open_page(studio, "situation")
    part = page.part("situation")
    part.choose(page.day.applications[4].id)
    part.steps.do("picture")
    dialog = part.findChild(DocumentDialog)
    studio.wait(lambda: not dialog.work.is_busy)
    studio.settle(300)
    return dialog


def before_after(studio: Studio) -> QWidget:
    """The page Före och efter before it is saved."""
    page = open_page(studio)
    part = page.part("revised")
    part.body.header.before_after_asked.emit()
    dialog = part.findChild(DocumentDialog)
    studio.wait(lambda: not dialog.work.is_busy)
    studio.settle(300)
    return dialog


def both_documents(studio: Studio) -> QWidget:
    """Both documents as they came, beside each other."""
    page = open_page(studio, number=7)
    part = page.part("revised")
    part.body.header.both_asked.emit()
    studio.settle(400)
    return part.findChild(BothDocumentsDialog)


def amounts(studio: Studio) -> QWidget:
    """Totals, and a sum of a protocol that does not add up."""
    page = open_page(studio, "amounts")
    part = page.part("amounts")
    assert isinstance(part, AmountsPart)
    part.checking.box.setPlainText("Styrelsen beviljar 7 380 000 + 5 250 000 = 14 410 000 kr.")
    studio.wait(lambda: not part.checking.is_busy and part.checking.said)
    return studio.window


def amounts_check(studio: Studio) -> QWidget:
    """The check, where only one side is seen."""
    amounts(studio)
    studio.window.findChild(AmountsPart).enter("second")
    return studio.window


def follow_up_empty(studio: Studio) -> QWidget:
    """A day without applications."""
    studio.empty_day().show_page("follow_up")
    return studio.window


FOLLOW_UP: tuple[Callable[[Studio], QWidget], ...] = (
    follow_up,
    follow_up_text,
    follow_up_answers,
    follow_up_undated,
    follow_up_waiting,
    follow_up_remark,
    situation,
    situation_late,
    process_picture,
    before_after,
    both_documents,
    amounts,
    amounts_check,
    follow_up_empty,
)

"""What a case folder is said to hold is what lies in the zip file, whatever has happened to the case."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from tests.services.building import a_workshop, all_places
from tests.services.outgoing.addressing import address, answer, let_all_read
from tests.services.outgoing.approving import approve

from finsam_review.domain.errors import UserError
from finsam_review.domain.follow_up.responses import Answer
from finsam_review.domain.notes import NoteContent
from finsam_review.services.outgoing import case_contents as module
from finsam_review.services.outgoing.case_contents import case_contents, save_case
from finsam_review.services.outgoing.case_folders import CaseFolder, render_case_folder
from finsam_review.services.outgoing.gathering import case_folder
from finsam_review.services.outgoing.letters import make_letter
from finsam_review.services.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """An open day: untouched, drafted, sent, and sent with an answer and a new draft after it."""
    with (
        a_workshop().with_applications(4).with_documents().with_notes(8).at(tmp_path / "dag.finsam") as opened
    ):
        let_all_read(opened)
        for application in opened.applications.all()[1:]:
            place = next(place for place in all_places(opened) if place.topic_id == application.id)
            opened.notes.add(place, NoteContent("Långsamt tempo är det bästa med detta"))
            address(opened, application.id, f"nr{application.number}@kommun.example")
            approve(opened, application.id)
            draft(opened, application.id)
        for application in opened.applications.all()[2:]:
            opened.outbox.mark_sent(application.id, date(2025, 10, 16))
        last = opened.applications.all()[3].id
        draft(opened, last)
        answer(opened, last)
        yield opened


def draft(session: Session, application_id: str) -> None:
    written = datetime(2025, 10, 16).astimezone()
    session.outbox.keep([make_letter(session.outbox.letter(application_id), written_at=written)])


def zipped(data: bytes) -> list[str]:
    return zipfile.ZipFile(BytesIO(data)).namelist()


def test_it_says_file_by_file_what_lies_in_the_folder(session: Session):
    cases = case_contents(session)
    assert [case.number for case in cases] == [1, 2, 3, 4]
    for case in cases:
        found = zipped(render_case_folder(case_folder(session, case.application_id)))
        told = [f"{file.folder}/{file.name}" if file.folder else file.name for file in case.files]
        assert told == found
    assert [len(case.files) for case in cases] == [5, 7, 7, 9]
    assert [(case.drafted, case.sent_on, case.answered) for case in cases] == [
        (False, None, False),
        (True, None, False),
        (True, date(2025, 10, 16), False),
        (True, date(2025, 10, 16), True),
    ]
    assert [case.notes for case in cases] == [8, 1, 1, 1]
    assert [case.logged for case in cases] == [0, 2, 3, 4]


def log_of(session: Session, application_id: str) -> list[str]:
    data = render_case_folder(case_folder(session, application_id))
    text = zipfile.ZipFile(BytesIO(data)).read("Logg.txt").decode("utf-8-sig")
    assert text.endswith("\r\n")
    return text.rstrip("\r\n").split("\r\n")


def test_the_log_tells_what_happened_to_the_case_by_date(session: Session):
    third = session.applications.all()[2]
    session.applications.change(third.id, replace(third.details, received_on=date(2025, 9, 10)))
    session.steps.note(third.id, "decided", date(2025, 12, 11), words="§ 87", outcome="complete")
    lines = log_of(session, third.id)
    assert lines[:3] == [
        "10 september 2025 · Ansökan kom in",
        "15 oktober 2025 · Ansökan lästes på workshoppen",
        "16 oktober 2025 · Summeringen skickades",
    ]
    (decided,) = [line for line in lines if line.startswith("11 december 2025")]
    assert decided == "11 december 2025 · Beslut: Kompletteras"
    assert any("godkänd" in line for line in lines)
    assert "§ 87" not in " ".join(lines)


def test_the_log_counts_what_is_judged(session: Session):
    first = session.applications.all()[0].id
    approve(session, first)
    one, other, *_rest = [point.id for _number, point in session.revisions.points(first)]
    session.revisions.answer(first, one, Answer.ANSWERED)
    session.revisions.answer(first, other, Answer.PARTLY)
    (line,) = [line for line in log_of(session, first) if "bedöm" in line]
    assert line.endswith(" · 2 av 8 synpunkter bedömda: 1 besvarad, 1 delvis")


def test_the_log_says_so_when_there_is_nothing(session: Session):
    bare = replace(case_folder(session, session.applications.all()[0].id), facts=(), log=())
    data = zipfile.ZipFile(BytesIO(render_case_folder(bare))).read("Logg.txt").decode("utf-8-sig")
    assert data == "Ingenting har gjorts än.\r\n"


def test_before_and_after_lies_beside_the_revised_version(session: Session):
    last = session.applications.all()[3].id
    data = render_case_folder(case_folder(session, last))
    (name,) = [name for name in zipped(data) if "före och efter" in name]
    assert name == "5 Reviderad ansökan/Ansökan 4 före och efter.pdf"
    document = pypdfium2.PdfDocument(zipfile.ZipFile(BytesIO(data)).read(name))
    assert "Ansökan 4" in document[0].get_textpage().get_text_bounded()
    document.close()


def test_one_folder_is_saved_under_the_name_chosen(session: Session, tmp_path: Path):
    case = case_contents(session)[2]
    assert case.file_name == "Ansökan 3.zip"
    target = tmp_path / "ärendet.zip"
    done = save_case(case_folder(session, case.application_id), target)
    assert (done.path, done.error) == (target, None)
    assert len(zipped(target.read_bytes())) == len(case.files)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".finsam")] == []


def test_one_that_can_not_be_made_is_told_and_leaves_nothing(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def broken(_case: CaseFolder) -> bytes:
        raise UserError("archive_differs")

    monkeypatch.setattr(module, "render_case_folder", broken)
    first = session.applications.all()[0].id
    done = save_case(case_folder(session, first), tmp_path / "a.zip")
    assert done.path is None
    assert done.error is not None
    assert done.error.code == "archive_differs"
    assert not (tmp_path / "a.zip").exists()

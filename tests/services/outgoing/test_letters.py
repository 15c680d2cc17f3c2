"""Letters made and written: drafts read back by three readers, sixteen of them, whole even when killed."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from tests.reporting.mail.reading import read_with_rust
from tests.services.building import a_workshop
from tests.services.outgoing.addressing import address, let_all_read
from tests.services.outgoing.approving import approve

from finsam_review.domain.errors import UserError
from finsam_review.domain.outgoing.dispatch import FileRole
from finsam_review.domain.outgoing.template import MailTemplate
from finsam_review.reporting.mail.check import DraftReading, read_with_email, read_with_scanner
from finsam_review.services.days.rehearsal import make_rehearsal
from finsam_review.services.outgoing.letters import Letter, LetterStep, make_letter, write_letters
from finsam_review.services.session import Session

WRITTEN = datetime(2025, 10, 16, 9, 0).astimezone()
ROOT = Path(__file__).resolve().parents[3]
READERS = (read_with_email, read_with_scanner, read_with_rust)
BOTH = (FileRole.PDF, FileRole.WORD)


@pytest.fixture(scope="module")
def rehearsal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rehearsal day with every summary approved, and an address for the application that has none."""
    folder = tmp_path_factory.mktemp("letters")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FINSAM_HOME", str(folder / "home"))
        with make_rehearsal(folder / "dag.finsam") as session:
            for application in session.applications.all():
                if not application.details.contact_email:
                    address(session, application.id, "torbjorn.alvhage@karlsborg.kommun.example")
                approve(session, application.id)
    return folder / "dag.finsam"


@pytest.fixture
def letters(rehearsal: Path) -> list[Letter]:
    """The sixteen letters of the rehearsal day."""
    with Session.open(rehearsal, read_only=True) as session:
        return [session.outbox.letter(item.id) for item in session.applications.all()]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """An open day with three addressed applications and some notes."""
    with a_workshop().with_notes(9).at(tmp_path / "dag.finsam") as opened:
        let_all_read(opened)
        for number, application in enumerate(opened.applications.all(), start=1):
            address(opened, application.id, f"mottagare{number}@kommun.example")
        yield opened


def letter_of(session: Session, place: int = 0, *, roles: tuple[FileRole, ...] = (FileRole.PDF,)) -> Letter:
    return session.outbox.letter(session.applications.all()[place].id, roles=roles)


def read(path: Path) -> DraftReading:
    """Read a draft with three readers that share no code, which must agree."""
    data = path.read_bytes()
    found = [reader(data) for reader in READERS]
    assert found[0] == found[1] == found[2]
    return found[0]


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(document[at].get_textpage().get_text_bounded() for at in range(len(document)))
    document.close()
    return " ".join(text.split())


def test_the_sixteen_lie_in_the_folder_and_say_what_they_should(letters: list[Letter], tmp_path: Path):
    steps = list(write_letters(letters, tmp_path / "Utkast", written_at=WRITTEN))
    assert [step.number for step in steps] == list(range(1, 17))
    assert all(step.error is None and step.total == 16 for step in steps)
    names = sorted(path.name for path in (tmp_path / "Utkast").iterdir())
    assert len(names) == 16
    assert names[0] == "2025-041 Grönt steg.eml"
    for step, letter in zip(steps, letters, strict=True):
        assert step.path is not None
        assert step.made is not None
        mail = read(step.path)
        assert mail.unsent == "1"
        assert mail.recipients == (letter.recipient,)
        assert (mail.subject, mail.body) == (letter.subject, letter.body)
        assert "fredagen den 31 oktober 2025" in mail.body
        (name, media, digest), *more = mail.files
        assert (media, more) == ("application/pdf", [])
        assert name == step.path.with_suffix(".pdf").name
        pdf = step.made.content(FileRole.PDF)
        assert hashlib.sha256(pdf).hexdigest() == digest
        assert letter.source.title in text_of(pdf)
        assert "Utkast" not in text_of(pdf)


def test_what_is_shown_is_what_is_written(session: Session, tmp_path: Path):
    letter = letter_of(session, roles=BOTH)
    (step,) = write_letters([letter], tmp_path / "ut", written_at=WRITTEN)
    assert step.path is not None
    assert step.made is not None
    shown, written = make_letter(letter, written_at=WRITTEN).mail, read(step.path)
    assert step.path.read_bytes() == step.made.content(FileRole.MAIL)
    assert (shown.to,) == written.recipients
    assert (shown.subject, shown.body) == (written.subject, written.body)
    assert [item.file_name for item in shown.attachments] == [name for name, _media, _digest in written.files]
    assert [hashlib.sha256(item.data).hexdigest() for item in shown.attachments] == [
        digest for _name, _media, digest in written.files
    ]
    assert letter.said == (shown.to, shown.subject, shown.body)


def test_word_goes_along_where_it_is_wanted(session: Session):
    made = make_letter(letter_of(session, roles=BOTH), written_at=WRITTEN)
    assert [file.file_name for file, _data in made.files] == [
        "Ansökan 1.eml", "Ansökan 1.pdf", "Ansökan 1.docx",
    ]  # fmt: skip
    assert made.content(FileRole.WORD).startswith(b"PK")
    alone = make_letter(letter_of(session), written_at=WRITTEN)
    assert alone.content(FileRole.WORD) == b""


def test_the_process_picture_goes_along_where_it_is_wanted(session: Session, tmp_path: Path):
    first = session.applications.all()[0].id
    session.steps.note(first, "received", date(2025, 9, 10), words="Kom för sent, säg inget")
    roles = (FileRole.PDF, FileRole.PROCESS)
    letter = letter_of(session, roles=roles)
    (step,) = write_letters([letter], tmp_path / "ut", written_at=WRITTEN)
    assert step.made is not None
    assert step.path is not None
    assert [file.file_name for file, _data in step.made.files] == [
        "Ansökan 1.eml", "Ansökan 1.pdf", "Ansökan 1 – process.pdf",
    ]  # fmt: skip
    picture = step.made.content(FileRole.PROCESS)
    assert [name for name, _media, _digest in read(step.path).files] == [
        "Ansökan 1.pdf", "Ansökan 1 – process.pdf",
    ]  # fmt: skip
    assert read(step.path).files[1][1:] == ("application/pdf", hashlib.sha256(picture).hexdigest())
    words = text_of(picture)
    for said in ("Läst Här är er ansökan 15 oktober 2025", "Inkommen 10 september 2025"):
        assert said in words
    assert "säg inget" not in words
    assert letter_of(session).process is None
    session.outbox.keep([step.made])
    (dispatch,) = session.outbox.dispatches()
    assert [file.role for file in dispatch.files] == [FileRole.MAIL, *roles]


def test_a_long_title_keeps_the_two_files_apart(session: Session):
    first = session.applications.all()[0]
    session.applications.change(first.id, replace(first.details, title="Samverkan " * 12))
    letter = letter_of(session, roles=(FileRole.PDF, FileRole.PROCESS))
    files = make_letter(letter, written_at=WRITTEN).files
    assert len({file.file_name for file, _data in files}) == 3


def test_the_word_file_says_what_the_pdf_says(session: Session, tmp_path: Path):
    made = make_letter(letter_of(session, roles=BOTH), written_at=WRITTEN)
    target = tmp_path / "a.docx"
    target.write_bytes(made.content(FileRole.WORD))
    words = " ".join(part.text for part in Document(str(target)).paragraphs)
    pdf = text_of(made.content(FileRole.PDF))
    assert "Lapp 0: långsamt tempo" in pdf
    assert "Lapp 0: långsamt tempo" in words


def test_one_letter_without_an_address_does_not_stop_the_others(session: Session, tmp_path: Path):
    address(session, session.applications.all()[1].id, "ingen adress")
    found = [letter_of(session, place) for place in range(3)]
    steps = list(write_letters(found, tmp_path / "ut", written_at=WRITTEN))
    assert [step.error.code if step.error else "" for step in steps] == ["", "address_broken", ""]
    assert sorted(path.name for path in (tmp_path / "ut").iterdir()) == ["Ansökan 1.eml", "Ansökan 3.eml"]


def test_two_of_one_name_do_not_take_each_others_place(session: Session, tmp_path: Path):
    first, second, _third = session.applications.all()
    session.applications.change(second.id, replace(second.details, title=first.details.title))
    found = [letter_of(session, place) for place in range(2)]
    steps = list(write_letters(found, tmp_path / "ut", written_at=WRITTEN))
    assert [step.path.name for step in steps if step.path] == ["Ansökan 1.eml", "Ansökan 1 (2).eml"]
    assert [read(step.path).recipients for step in steps if step.path] == [
        ("mottagare1@kommun.example",), ("mottagare2@kommun.example",),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "naughty",
    [
        "Titel\r\nBcc: alla@kommun.example",
        "Titel\nTo: annan@kommun.example\n\nKropp",
        "=?utf-8?q?smyg?= och \u202eomvänt",
        "åäö 🌲 " * 60,
    ],
)
def test_nothing_in_a_title_becomes_a_header_or_a_recipient(session: Session, tmp_path: Path, naughty: str):
    first = session.applications.all()[0]
    session.applications.change(first.id, replace(first.details, title=naughty))
    (step,) = write_letters([letter_of(session)], tmp_path / "ut", written_at=WRITTEN)
    assert step.path is not None
    mail = read(step.path)
    assert mail.recipients == ("mottagare1@kommun.example",)
    assert mail.headers[0] == ("X-Unsent", "To", "Subject", "Date", "MIME-Version", "Content-Type")


def test_an_address_can_not_bring_another_recipient(session: Session, tmp_path: Path):
    first = session.applications.all()[0]
    for smuggled in (
        "a@b.example\r\nBcc: c@d.example",
        '"a@b.example" <c@d.example>',
        "a@b.example c@d.example",
    ):
        address(session, first.id, smuggled)
        with pytest.raises(UserError, match="address_"):
            make_letter(letter_of(session), written_at=WRITTEN)
    assert list(tmp_path.glob("*.eml")) == []


def test_a_template_full_of_signs_arrives_as_it_was_written(session: Session, tmp_path: Path):
    body = "Hej!\n\n.\nFrom alla\n=C3=A5 <b>fet</b> {{klamrar}} \u00a0hårt\n" + "å" * 3_000
    session.outbox.change_template(MailTemplate("Ämne: {ansökan} – ☀️", body))
    letter = letter_of(session)
    (step,) = write_letters([letter], tmp_path / "ut", written_at=WRITTEN)
    assert step.path is not None
    assert read(step.path).body == letter.said[2]
    assert "{klamrar}" in letter.said[2]


def test_stopping_between_two_steps_leaves_whole_files_only(session: Session, tmp_path: Path):
    steps = write_letters(
        [letter_of(session, place) for place in range(3)], tmp_path / "ut", written_at=WRITTEN
    )
    first: LetterStep = next(steps)
    steps.close()
    assert [path.name for path in (tmp_path / "ut").iterdir()] == ["Ansökan 1.eml"]
    assert first.path is not None
    assert read(first.path).unsent == "1"


def test_the_same_letter_has_the_same_pdf_every_time(session: Session):
    letter = letter_of(session)
    one, other = (make_letter(letter, written_at=WRITTEN) for _ in range(2))
    assert one.content(FileRole.PDF) == other.content(FileRole.PDF)
    assert one.draft.sha256 == other.draft.sha256
    later = make_letter(letter, written_at=datetime(2025, 10, 17).astimezone())
    assert later.draft.sha256 != one.draft.sha256
    assert later.content(FileRole.PDF) == one.content(FileRole.PDF)


def test_the_deadline_of_the_day_is_that_of_every_letter(session: Session):
    workshop = session.day.frame().workshop
    session.day.change_workshop(replace(workshop, deadline=date(2025, 11, 7)))
    for place in range(3):
        letter = letter_of(session, place)
        assert letter.deadline == date(2025, 11, 7)
        assert "fredagen den 7 november 2025" in letter.body
        assert "fredagen den 7 november 2025" in text_of(
            make_letter(letter, written_at=WRITTEN).content(FileRole.PDF)
        )

"""Hard texts come out of every output as the words they are: found again, and nothing in them alive.

Markup, formulas, controls, direction marks, emoji, headers of mails, names of devices: put wherever people
write, exported as everything there is, and read back.
"""

import re
import unicodedata
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl.utils.escape import unescape
from tests.services.building import a_workshop, all_places
from tests.services.outgoing.addressing import let_all_read
from tests.services.outgoing.approving import approve
from tests.services.outgoing.reading import words_in
from tests.services.outgoing.whole_files import assert_whole, finals, read_draft

from finsam_review.domain.errors import UserError
from finsam_review.domain.notes import NOTE_LIMIT, NoteContent
from finsam_review.domain.outgoing.dispatch import FileRole
from finsam_review.domain.points.sheet import Reason
from finsam_review.domain.text import clean_line, clean_text
from finsam_review.i18n import set_language
from finsam_review.i18n.masks import mask_words
from finsam_review.reporting.excel.cells import text_parts
from finsam_review.reporting.filenames import kept_file_name
from finsam_review.reporting.textprep import printable
from finsam_review.services.outgoing.exports import KINDS, gather, write
from finsam_review.services.outgoing.letters import write_letters
from finsam_review.services.outgoing.pictures import matrix_svg, matrix_to_show
from finsam_review.services.session import Session

HARD = {
    "markup": "<b>fet</b> </para> <img src=x onerror=alert(1)> &amp; &#65; ]]> <!-- --> <?xml?> <script>",
    "link": "https://exempel.example/a?b=c#d file:///etc/passwd javascript:alert(1) \\\\server\\del",
    "formula": "=1+1",
    "link formula": '=HYPERLINK("http://exempel.example";"klicka")',
    "sum": "@SUM(A1:A9)",
    "plus": "+46",
    "minus": "-1",
    "wide": "\uff1d1\uff0b1 \uff20SUM \uff0d1",
    "dde": "=cmd|' /C calc'!A0",
    "controls": "ett\x00två\x07tre\x1b[31mfyra\x7f\x85fem\u2028sex",
    "turned": "fram \u202eesrevo\u202c slut \u2066inne \u061c\u200f kvar",
    "zero width": "no\u200bll\u200cbr\u200de\ufeffdd\u00adord\u2060slut",
    "zalgo": "Z\u0351\u036f\u0321\u0325a\u0334\u0317l\u0336\u030fg\u0330\u0301o\u0333\u0300 klart",
    "emoji": "☀️ 👩‍🚀 👨‍👩‍👧‍👦 🇸🇪 👍🏽 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 klart",
    "arabic": "مرحبا بالعالم 123 och svenska",
    "hebrew": "שלום עולם, 45 (kr) och svenska",
    "surrogate": "halv\ud83d par\udc00 kvar",
    "no character": "inget\ufffe tecken\uffff privat\ue000 sist\U0010ffff",
    "spelt by Excel": "_x000D_ _x0041_ _x005F_",
    "header": "A 💩 =?UTF-8?Q?=0A?=Bcc: x@y",
    "line header": "Titel\r\nBcc: x@y\r\n\r\n--gräns\r\nContent-Type: text/html",
    "braces": "{0} {förnamn} {{x}} %s %(a)s ${HOME} `id` \\n \\u0041",
    "decomposed": "A\u030angstro\u0308m och e\u0301 \u212b",
    "blanks": "a\u00a0b\u202f12\u3000c\td",
    "math": "𝕳𝖊𝖑𝖑𝖔 ﬁ ﷺ ½ ① ㎏",
}
NAMES = ("../../etc/passwd", "CON", "aux.txt", "a" * 300, "💩" * 90, "...", "-rf *", "C:\\Windows\\x|y?*")
"""Titles that a file must not be called."""
ADDRESSES = [f"mottagare{number}@hjo.kommun.example" for number in range(1, 20)]
BOTH = (FileRole.PDF, FileRole.WORD)
DAY = datetime(2025, 10, 16, tzinfo=UTC)
_ALIVE = frozenset({"f", "hyperlink", "instrText", "fldChar", "object", "altChunk", "ddeLink"})
PERSON = "Å\u202esk =?utf-8?q?x?= <b>Öberg\x00"


def bones(text: str) -> str:
    """Return what no output may lose: letters, digits, signs, in NFC; blanks and line ends may differ."""
    plain = unicodedata.normalize("NFC", clean_text(text))
    return "".join(char for char in plain if unicodedata.category(char)[0] in "LNMSP" and char != "\ufffd")


def forms(text: str) -> tuple[str, ...]:
    """Return what ``text`` may stand as: itself, or with codes where a font has no picture."""
    return bones(text), bones(printable(clean_text(text)).text)


@dataclass(frozen=True, slots=True)
class Written:
    """What was written into a day, as it may leave: every text, and the titles of all applications."""

    texts: tuple[str, ...]
    lines: tuple[str, ...]
    titles: tuple[str, ...]


def fill(session: Session, texts: Sequence[str], *, titles: Sequence[str]) -> Written:
    """Write ``texts`` wherever people write, decide on the first application and approve it."""
    let_all_read(session)
    applications = session.applications.all()
    for application, title, address in zip(applications, titles, ADDRESSES, strict=False):
        details = replace(
            application.details, title=title, applicant=texts[0], organisations=(texts[-1],),
            contact_email=address, contact_name=PERSON, diary_number=texts[0][:40],
        )  # fmt: skip
        session.applications.change(application.id, details)
    first = applications[0].id
    _stick_up(session, first, texts)
    theme, *others = session.day.frame().themes
    session.themes.replace([replace(theme, name=f"{theme.name} {texts[0]}"), *others])
    _decide(session, first, texts)
    for text in texts:
        session.day_summary.add_step(f"Sedan {text}", owner=text, due=date(2025, 11, 1))
    session.steps.note(first, "preparation", date(2025, 11, 20), words="\n".join(texts))
    session.day_summary.write("introduction", "\n\n".join(texts))
    session.day_summary.write(f"theme:{theme.code}", "\n\n".join(texts))
    approve(session, first)
    passed = session.gate.gate(first).passed
    return Written(
        tuple(passed(clean_text(text), mask_words()) for text in texts),
        tuple(passed(clean_line(text), mask_words()) for text in texts),
        tuple(passed(clean_line(title), mask_words()) for title in titles),
    )


def _stick_up(session: Session, application_id: str, texts: Sequence[str]) -> None:
    places = [place for place in all_places(session) if place.topic_id == application_id]
    for number, text in enumerate(texts):
        for question in ("1", "2", "3"):
            own = [place for place in places if place.question_id.endswith(question)]
            content = NoteContent(text, proposal=text if question == "3" else "")
            session.notes.add(own[number % len(own)], content)


def _decide(session: Session, application_id: str, texts: Sequence[str]) -> None:
    """Quote the answers to the first question, write own texts for the third, set the second aside."""
    points = session.points
    by_question: dict[str, list[str]] = {}
    for note in session.notes.of_topic(application_id):
        by_question.setdefault(note.place.question_id[-1], []).append(note.id)
    points.quote(application_id, by_question["1"])
    for text, note_id in zip(texts, by_question["3"], strict=True):
        points.merge(application_id, [note_id], text=f"Egen {text}", proposal=f"Förslag {text}")
    for text, note_id in zip(texts, by_question["2"], strict=True):
        points.set_aside(application_id, [note_id], Reason.OWN, words=text)
    theme = session.day.frame().themes[0].code
    for point in points.sheet(application_id).points:
        points.mark_point(application_id, point.id, [theme])


def export_all(session: Session, folder: Path) -> list[Path]:
    """Write every kind and the drafts, keep one as sent, and return the files; none may fail."""
    ids = [item.id for item in session.applications.all()]
    letters = [session.outbox.letter(ident, roles=BOTH) for ident in ids]
    made = list(write_letters(letters, folder / "utkast", written_at=DAY))
    assert [(step.title, step.error) for step in made if step.error] == []
    session.outbox.keep([step.made for step in made if step.made])
    session.outbox.mark_sent(ids[0], datetime.now().astimezone().date())
    steps = list(write(gather(session, KINDS, name_tables=True), folder / "ut"))
    assert [(step.title, step.error) for step in steps if step.error] == []
    svg = matrix_svg(matrix_to_show(session.themes.matrix(), session.gate.gate("day")), title="Teman")
    (folder / "ut" / "Teman.svg").write_bytes(svg)
    return finals(folder)


def assert_dead(name: str, data: bytes) -> None:
    """Nothing in a file reaches out of it, runs, or counts."""
    suffix = name.rpartition(".")[2].casefold()
    if suffix == "pdf":
        _dead_pdf(data)
    elif suffix in {"docx", "xlsx"}:
        _dead_office(data)
    elif suffix == "svg":
        _dead_svg(data)
    elif suffix == "zip":
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            assert len({unicodedata.normalize("NFKC", member).casefold() for member in names}) == len(names)
            for member in names:
                assert re.fullmatch(r"(?:[^/\\:*?\"<>|\x00-\x1f]+/)?[^/\\:*?\"<>|\x00-\x1f]+", member), member
                assert not {".", ".."} & set(member.split("/"))
                if member[:2] not in {"1 ", "5 "}:
                    assert_dead(member, archive.read(member))


def _dead_pdf(data: bytes) -> None:
    with pikepdf.open(BytesIO(data)) as pdf:
        for key in ("/OpenAction", "/AA", "/AcroForm"):
            assert key not in pdf.Root
        assert {"/JavaScript", "/EmbeddedFiles"}.isdisjoint(
            pdf.Root.get("/Names", pikepdf.Dictionary()).keys()
        )
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary):
                assert "/JS" not in thing
                assert thing.get("/S") not in ("/URI", "/JavaScript", "/Launch", "/GoToR", "/SubmitForm")
        for page in pdf.pages:
            for jump in page.get("/Annots", pikepdf.Array()):
                assert "/A" not in jump
                assert "/Dest" in jump


def _dead_office(data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for member in archive.namelist():
            content = archive.read(member)
            assert "vba" not in member.casefold()
            assert b'TargetMode="External"' not in content
            if member.endswith((".xml", ".rels")):
                nodes = list(etree.fromstring(content).iter("{*}*"))
                assert not {etree.QName(node).localname for node in nodes} & _ALIVE
                fields = [node for node in nodes if etree.QName(node).localname == "fldSimple"]
                words = {word.strip() for node in fields for word in map(str, node.attrib.values())}
                assert words <= {"PAGE", "NUMPAGES"}


def _dead_svg(data: bytes) -> None:
    for node in etree.fromstring(data).iter("{*}*"):
        assert etree.QName(node).localname not in {"script", "a", "image", "foreignObject", "use", "iframe"}
        assert not [key for key in node.attrib if key.casefold().endswith("href") or key.startswith("on")]


def assert_mail(path: Path, address: str) -> None:
    """A draft has one recipient, the applicant, and no header but those that every draft has."""
    mail = read_draft(path.read_bytes())
    assert mail.recipients == (address,)
    assert mail.headers[0] == ("X-Unsent", "To", "Subject", "Date", "MIME-Version", "Content-Type")


def assert_found(where: str, said: str, texts: Sequence[str]) -> None:
    """Each text stands there, as it is or as a font can show it, and nothing of it is gone.

    A cell holds part of a long one, and spells some signs in a way of its own.
    """
    in_cells = where.endswith(".xlsx")
    there = bones(unescape(said) if in_cells else said)
    parts = [part for text in texts for part in (text_parts(text) if in_cells else (text,))]
    missing = [part for part in parts if not any(form in there for form in forms(part))]
    assert missing == [], where


def said_in(paths: Sequence[Path], pattern: str) -> dict[str, str]:
    """Return what is said in each output whose name, with those of the archives around it, fits a pattern."""
    found = {
        where: text
        for path in paths
        for where, text in words_in(path.name, path.read_bytes())
        if re.search(pattern, where)
    }
    assert found, pattern
    return found


def assert_all_found(written: Written, files: Sequence[Path]) -> None:
    """Every text stands in every output that has to tell it."""
    drafts = [path for path in files if path.suffix == ".eml"]
    (first,) = [path for path in drafts if read_draft(path.read_bytes()).recipients == (ADDRESSES[0],)]
    mine = [path for path in files if path.stem == first.stem and "Process" not in path.parent.name]
    assert {path.suffix for path in mine} == {".pdf", ".docx", ".zip", ".eml"}
    for where, said in said_in(mine, r"(pdf|docx|xlsx)$").items():
        assert_found(where, said, written.texts)
    processes = said_in([path for path in files if "Process" in path.parent.name], r"pdf$")
    assert_found("Process", "\n".join(processes.values()), written.titles)
    day = [path for path in files if path.parent.name == "Dagen"]
    for where, said in said_in(day, r"(pdf|docx)$").items():
        assert_found(where, said, (*written.texts, *written.lines, *written.titles))
    for where, said in said_in(day, r"xlsx$").items():
        assert_found(where, said, (*written.texts, *written.titles))


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory) -> tuple[Written, list[Path], Path]:
    """The day with every hard text in it, exported: what was written, the files, and the folder."""
    folder = tmp_path_factory.mktemp("hard")
    titles = (HARD["header"], *NAMES, HARD["line header"], HARD["markup"], HARD["markup"])
    set_language("sv")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FINSAM_HOME", str(folder / "home"))
        day = a_workshop().with_applications(len(titles)).with_documents()
        with day.at(folder / "dag.finsam") as session:
            written = fill(session, list(HARD.values()), titles=titles)
            files = export_all(session, folder / "allt")
    return written, files, folder / "allt"


Hard = tuple[Written, list[Path], Path]


def test_every_word_is_found_again(hard: Hard):
    assert_all_found(*hard[:2])


def test_nothing_in_any_file_is_alive(hard: Hard):
    for path in hard[1]:
        assert_whole(path.name, path.read_bytes())
        assert_dead(path.name, path.read_bytes())


def test_each_draft_goes_to_its_applicant_and_nobody_else(hard: Hard):
    drafts = [path for path in hard[1] if path.suffix == ".eml"]
    assert len(drafts) == len(hard[0].titles)
    recipients = [read_draft(path.read_bytes()).recipients for path in drafts]
    assert sorted(recipients) == sorted((address,) for address in ADDRESSES[: len(drafts)])
    for path, (address,) in zip(drafts, recipients, strict=True):
        assert_mail(path, address)


def test_every_file_lies_in_the_folder_under_a_name_that_any_system_takes(hard: Hard):
    _written, files, folder = hard
    around = {path.name for path in folder.parent.iterdir()}
    assert around == {"dag.finsam", "home", "allt"}
    assert {path.name for path in folder.iterdir()} == {"utkast", "ut"}
    for path in files:
        assert path.resolve().is_relative_to(folder.resolve())
        assert kept_file_name(path.name) == path.name
    folded = {unicodedata.normalize("NFKC", str(path)).casefold() for path in files}
    assert len(folded) == len(files)


@pytest.mark.parametrize(
    "text", ["".join(f"Ord{number} " for number in range(5_000)), "å" * NOTE_LIMIT, "rad\n" * 600]
)
def test_the_longest_texts_come_out_whole(tmp_path: Path, text: str):
    longest = text[: NOTE_LIMIT - 30].strip()
    with a_workshop().with_applications(1).at(tmp_path / "dag.finsam") as session:
        written = fill(session, ["kort", longest, "slut"], titles=["Lång"])
        with pytest.raises(UserError, match="text_too_long"):
            session.day_summary.write("introduction", "å" * 300_000)
        files = export_all(session, tmp_path / "allt")
    for path in files:
        assert_dead(path.name, path.read_bytes())
    assert_all_found(written, files)


_ANY = st.text(min_size=1, max_size=120).filter(lambda text: bool(bones(text)))


@pytest.mark.slow
@pytest.mark.timeout(1800)
@settings(max_examples=60)
@given(texts=st.lists(_ANY, min_size=3, max_size=8), title=_ANY)
def test_any_text_comes_out_of_every_output(texts: list[str], title: str):
    with TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
        folder = Path(place)
        patch.setenv("FINSAM_HOME", str(folder / "home"))
        with a_workshop().with_applications(2).at(folder / "dag.finsam") as session:
            written = fill(session, texts, titles=[title, title])
            files = export_all(session, folder / "allt")
        for path in files:
            assert_whole(path.name, path.read_bytes())
            assert_dead(path.name, path.read_bytes())
        assert_all_found(written, files)

"""Files that give no text: each is named rightly, kept as it came, and never raises."""

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from finsam_review.importing.files.archive import ENTRIES_MAX
from finsam_review.importing.files.reading import read_file
from finsam_review.importing.sandbox import DocumentReader

MakeDocx = Callable[..., bytes]
OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>"
)
OUTSIDE = LAUGHS.replace(
    '<!ENTITY a "ha">', '<!ENTITY a "ha"><!ENTITY x SYSTEM "file:///etc/hostname">'
).replace("&c;", "&x;")


def _pdf(*lines: str) -> bytes:
    """Return a one-page PDF; without lines it is a page with nothing to read, as a scanner makes."""
    text = "".join(
        f"BT /F1 12 Tf 72 {700 - 20 * place} Td ({line}) Tj ET\n" for place, line in enumerate(lines)
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            "/Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        f"<< /Length {len(text)} >>\nstream\n{text}endstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        f"{body}xref\n0 6\n0000000000 65535 f \n{table}trailer\n<< /Size 6 /Root 1 0 R >>\n"
        f"startxref\n{len(body)}\n%%EOF".encode()
    )


def _zip(parts: dict[str, bytes]) -> bytes:
    import io

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _bomb() -> bytes:
    return _zip({"word/document.xml": b"<w/>", "word/media/image1.png": bytes(60 * 1024 * 1024)})


def _million() -> bytes:
    return _zip({f"word/{number}.xml": b"" for number in range(ENTRIES_MAX + 1)})


ODT_LOCKED = {
    "mimetype": b"application/vnd.oasis.opendocument.text",
    "content.xml": b"not xml any more",
    "META-INF/manifest.xml": b'<m xmlns="urn:x"><file-entry><encryption-data/></file-entry></m>',
}
REFUSED: dict[str, tuple[bytes, str, str]] = {
    "encrypted Word": (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted", "unknown"),
    "old Word": (OLE + "WordDocument".encode("utf-16-le"), "old_word", "doc"),
    "rich text": (rb"{\rtf1\ansi Hej}", "old_word", "doc"),
    "old Excel": (OLE + "Workbook".encode("utf-16-le"), "old_excel", "sheet"),
    "encrypted ODT": (_zip(ODT_LOCKED), "encrypted", "odt"),
    "nothing": (b"", "empty", "unknown"),
    "blanks": (b" \r\n\x00", "empty", "unknown"),
    "picture": (b"\xff\xd8\xff\xe0" + bytes(range(256)), "unsupported", "unknown"),
    "web page": (b"<html><body><table><tr><td>Dnr</td></tr></table></body></html>", "web_page", "unknown"),
    "scanned": (_pdf(), "no_text", "pdf"),
    "half a PDF": (_pdf("Hej")[:200], "damaged", "pdf"),
    "not much of a PDF": (b"%PDF-1.7\nnothing here", "damaged", "pdf"),
    "bomb": (_bomb(), "too_large", "unknown"),
    "too many parts": (_million(), "too_large", "unknown"),
    "billion laughs": (_zip({"word/document.xml": LAUGHS.encode()}), "damaged", "docx"),
    "outside entity": (_zip({"word/document.xml": OUTSIDE.encode()}), "damaged", "docx"),
    "no body": (_zip({"word/document.xml": b"<a/>"}), "damaged", "docx"),
    "empty Word": (
        _zip(
            {
                "word/document.xml": b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>'
            }
        ),
        "no_text",
        "docx",
    ),
}


@pytest.mark.parametrize("name", list(REFUSED))
def test_the_reason_is_named(name: str) -> None:
    data, problem, media = REFUSED[name]
    outcome = read_file(data)
    assert (outcome.problem, outcome.media) == (problem, media)
    assert outcome.blocks == ()


def test_every_reason_has_a_sentence() -> None:
    from finsam_review.i18n.wording import doubt_text, failure_text

    for _, problem, _ in REFUSED.values():
        assert "x.docx" in failure_text(problem, {"file": "x.docx"})
        assert doubt_text(problem, {"file": "x.docx"}) == failure_text(problem, {"file": "x.docx"})


def test_a_truncated_document_is_damaged(sample: Path) -> None:
    whole = (sample / "ansokningar" / "Handledarkraft.docx").read_bytes()
    for share in (0.2, 0.6, 0.95):
        assert read_file(whole[: int(len(whole) * share)]).problem == "damaged"


def test_flipped_bytes_never_raise(sample: Path) -> None:
    for name in ("Handledarkraft.docx", "Nykter start Tibro.odt", "Andrum_Skara.pdf"):
        whole = bytearray((sample / "ansokningar" / name).read_bytes())
        for place in range(100, len(whole), len(whole) // 12):
            broken = bytes(whole[:place]) + bytes([whole[place] ^ 0x55]) + bytes(whole[place + 1 :])
            outcome = read_file(broken)
            assert outcome.problem in {"", "damaged", "no_text", "unsupported", "encrypted"}


def test_a_password_on_a_pdf_is_named(tmp_path: Path, sample: Path) -> None:
    qpdf = shutil.which("qpdf")
    if qpdf is None:
        pytest.skip("qpdf is not installed")
    source, locked = sample / "ansokningar" / "Andrum_Skara.pdf", tmp_path / "locked.pdf"
    subprocess.run([qpdf, "--encrypt", "user", "owner", "256", "--", str(source), str(locked)], check=True)
    outcome = read_file(locked.read_bytes())
    assert (outcome.problem, outcome.media) == ("encrypted", "pdf")
    open_to_read = tmp_path / "owner.pdf"
    subprocess.run([qpdf, "--encrypt", "", "owner", "256", "--", str(source), str(open_to_read)], check=True)
    assert read_file(open_to_read.read_bytes()).problem == ""


def test_macros_are_flagged_and_the_text_is_read(make_docx: MakeDocx) -> None:
    outcome = read_file(make_docx("Hej", parts={"word/vbaProject.bin": b"MZ"}))
    assert outcome.warnings == ("macros",)
    assert outcome.blocks


def test_what_the_child_reads_is_what_is_read_here(reader: DocumentReader, sample: Path) -> None:
    path = sample / "ansokningar" / "Bryggan.pdf"
    document = reader.read(path)
    assert document.blocks == read_file(path.read_bytes()).blocks
    assert document.data == path.read_bytes()
    assert document.file_name == "Bryggan.pdf"
    assert document.warnings == ("two_columns",)


def test_a_bomb_within_the_container_limits_stays_within_memory(
    reader: DocumentReader, make_docx: MakeDocx
) -> None:
    noise = "".join(f"<w:p><w:r><w:t>{number}</w:t></w:r></w:p>" for number in range(1_200_000))
    document = reader.read(make_docx("Hej", raw=noise), "stor.docx")
    assert document.problem in {"too_large", "too_slow", "damaged"}
    assert reader.read(make_docx("Hej"), "nästa.docx").problem == ""


def test_a_hang_is_ended_and_the_next_document_is_read(make_docx: MakeDocx) -> None:
    slow = (
        "import sys, time\n"
        "from finsam_review.importing.reader_process import read_frame, write_frame\n"
        "import json\n"
        "from finsam_review.importing.files.outcome import to_json\n"
        "from finsam_review.importing.files.reading import read_file\n"
        "while (data := read_frame(sys.stdin.buffer)) is not None:\n"
        "    if data == b'hang': time.sleep(60)\n"
        "    if data == b'die': sys.exit(3)\n"
        "    write_frame(sys.stdout.buffer, json.dumps(to_json(read_file(data))).encode())\n"
    )
    with DocumentReader(seconds=2.0, command=(sys.executable, "-c", slow)) as reader:
        assert reader.read(b"hang", "a.docx").problem == "too_slow"
        assert reader.read(make_docx("Hej"), "b.docx").characters == 3
        assert reader.read(b"die", "c.docx").problem == "damaged"
        assert reader.read(make_docx("Hej"), "d.docx").characters == 3


def test_a_reader_that_does_not_start_is_said(make_docx: MakeDocx) -> None:
    with DocumentReader(start_seconds=5.0, command=(sys.executable, "-c", "raise SystemExit(1)")) as reader:
        assert reader.read(make_docx("Hej"), "a.docx").problem == "reader_failed"


def test_the_child_gets_no_secret_and_no_file_to_write(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "hemligt")
    target = tmp_path / "out"
    probe = (
        "import json, os, sys\n"
        "from finsam_review.importing.reader_process import limit_self, read_frame, write_frame\n"
        "limit_self()\n"
        "while read_frame(sys.stdin.buffer) is not None:\n"
        f"    try:\n        open({str(target)!r}, 'wb', buffering=0).write(b'x'); wrote = True\n"
        "    except OSError: wrote = False\n"
        "    problem = f\"{os.environ.get('SECRET_TOKEN')} {wrote}\"\n"
        "    answer = {'media': 'x', 'problem': problem, 'warnings': [], 'blocks': [], 'sheets': []}\n"
        "    write_frame(sys.stdout.buffer, json.dumps(answer).encode())\n"
    )
    if sys.platform == "win32":
        pytest.skip("Windows has no resource limits")
    with DocumentReader(command=(sys.executable, "-c", probe)) as reader:
        assert reader.read(b"x", "a").problem == "None False"


def test_a_file_that_is_gone_or_too_large_is_said(reader: DocumentReader, tmp_path: Path) -> None:
    assert reader.read(tmp_path / "borta.docx").problem == "no_access"
    huge = tmp_path / "stor.pdf"
    with huge.open("wb") as file:
        file.truncate(101 * 1024 * 1024)
    assert reader.read(huge).problem == "too_large"


def test_the_pdf_of_these_tests_can_be_read() -> None:
    data = _pdf("En rad som ger tillräckligt med text")
    assert len(pypdfium2.PdfDocument(data)) == 1
    assert read_file(data).problem == ""

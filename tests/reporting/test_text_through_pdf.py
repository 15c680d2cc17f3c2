"""Whatever is written on a note is read from the tags of the finished file, to the last comma."""

import subprocess
import sys
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from finsam_review.domain.notes import Note
from finsam_review.domain.summaries import SummarySource
from finsam_review.reporting.expected import expected_text, unshown_characters
from finsam_review.reporting.summary import render_summary, summary_content
from finsam_review.reporting.textprep import is_shown, same_blanks
from finsam_review.reporting.verify import read_tags, verify

SWEDISH = st.text("abcdefghijklmnopqrstuvwxyzåäöÅÄÖé 0123456789,.-–()/\"'\n\u00a0\u00ad", max_size=1500)
ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200)
HARD = st.text("سلامשלום abå👍🏽\u200d\u202e\u00ad-/)(", min_size=1, max_size=300)


def test_every_hard_document_says_what_it_should(documents) -> None:
    for document in documents.values():
        verify(document.path, document.content)
        reading = read_tags(document.path)
        assert reading.texts == expected_text(document.content)
        assert not reading.faults


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=SWEDISH | ANYTHING | HARD, proposal=SWEDISH | ANYTHING)
def test_any_text_is_read_back(
    text: str, proposal: str, note: Callable[..., Note], source: Callable[..., SummarySource], tmp_path: Path
) -> None:
    content = summary_content(source(note(text), note(text, question=3, proposal=proposal)))
    path = tmp_path / "any.pdf"
    path.write_bytes(render_summary(content))

    verify(path, content)

    said = same_blanks(" ".join(read_tags(path).texts))
    for line in unicodedata.normalize("NFC", text).split("\n"):
        shown = [char for char in line if is_shown(char)]
        if len(shown) == len(line) and any(char.isalnum() for char in line):
            assert same_blanks(line) in said


def test_markup_is_printed_and_nothing_is_opened(documents) -> None:
    said = read_tags(documents["naughty"].path).texts
    for text in ("<b>fet", "</para>", "&amp; &lt;", "<img src=/etc/passwd>", "{0}", "(\\) ("):
        assert text in said


def test_no_file_is_opened_for_what_a_note_says(documents) -> None:
    opened: list[str] = []
    listening = [True]

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if listening[0] and (event == "open" or event.startswith("socket.")):
            opened.append(f"{event} {arguments[0]}")

    content = documents["naughty"].content
    render_summary(content)
    sys.addaudithook(hear)
    try:
        render_summary(content)
    finally:
        listening[0] = False
    assert opened == []


def test_many_threads_write_the_right_text(documents, tmp_path: Path) -> None:
    names = ["2025/041", "emoji", "arabic", "hebrew", "mathematics", "tigrinya"] * 4
    with ThreadPoolExecutor(4) as pool:
        built = list(pool.map(lambda name: render_summary(documents[name].content), names))
    for name, data in zip(names, built, strict=True):
        assert data == documents[name].path.read_bytes()


def test_characters_without_a_glyph_are_named_and_listed(documents) -> None:
    document = documents["naughty"]
    assert "[U+13000] hieroglyf" in read_tags(document.path).texts
    assert "[U+0007]ring [U+0000]noll" in read_tags(document.path).texts
    listed = unshown_characters(document.content)
    assert {"U+0007", "U+0000", "U+E000", "U+13000", "U+4E2D", "U+6587"} <= set(listed)
    assert len(set(listed)) == len(listed)


def test_no_replacement_or_private_character_reaches_another_reader(documents) -> None:
    for document in documents.values():
        command = ["pdftotext", str(document.path), "-"]
        text = subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8")
        assert not [char for char in text if char == "\ufffd" or unicodedata.category(char) == "Co"]


def test_every_font_is_embedded_and_can_be_read(documents) -> None:
    for document in documents.values():
        command = ["pdffonts", str(document.path)]
        rows = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[2:]
        assert rows
        for row in rows:
            name, *others = row.split()
            assert "Helvetica" not in name
            assert others[-5:-2] == ["yes", "yes", "yes"]


def test_qpdf_finds_no_fault(documents) -> None:
    for document in documents.values():
        check = subprocess.run(["qpdf", "--check", str(document.path)], check=False, capture_output=True)
        assert check.returncode == 0, check.stdout


def test_two_builds_are_the_same_bytes(documents) -> None:
    for name in ("2025/041", "emoji", "arabic", "eighty notes"):
        document = documents[name]
        assert render_summary(document.content) == document.path.read_bytes()


@pytest.mark.parametrize("name", ["three pages in one paragraph", "twenty thousand characters"])
def test_a_long_note_goes_on_over_pages(documents, name: str) -> None:
    assert len(read_tags(documents[name].path).furniture) >= 2

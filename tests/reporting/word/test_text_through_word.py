"""Whatever is written on a note is read back from the Word file, and none of it comes to life."""

import sys
import time
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.reporting.builders import NAUGHTY, STRESS, a_note, a_source
from tests.reporting.word.reading import W, body, words

from finsam_review.domain.notes import Note
from finsam_review.domain.summaries import SummarySource
from finsam_review.i18n import set_language
from finsam_review.reporting.summary import summary_content
from finsam_review.reporting.textprep import same_blanks
from finsam_review.reporting.word import render_word, verify_word
from finsam_review.reporting.word.check import read_word
from finsam_review.reporting.word.plaintext import plain

ANYTHING = st.text(min_size=1, max_size=300)
HARD = st.text("سلامשלום abå👍🏽\u200d\u202e\u2067\u00ad\t\n\x00<&>\ufffe-/)(", min_size=1, max_size=300)
LIVE = (
    "{ HYPERLINK \"http://evil.example\" }",
    "{ INCLUDEPICTURE \"\\\\evil\\x.png\" }",
    "DDEAUTO c:\\windows\\system32\\cmd.exe",
    "<w:t>inne</w:t></w:p><w:p>",
    "]]><x/>",
    "&#x202E;&lt;",
    "=cmd|' /C calc'!A0",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
)  # fmt: skip


@pytest.fixture(autouse=True)
def swedish() -> None:
    set_language("sv")


def test_every_hard_document_says_what_it_should(documents) -> None:
    for document in documents.values():
        verify_word(render_word(document.content), document.content)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ANYTHING | HARD, proposal=ANYTHING | HARD)
def test_any_text_is_read_back(
    text: str, proposal: str, note: Callable[..., Note], source: Callable[..., SummarySource]
) -> None:
    content = summary_content(source(note(text), note(text, question=3, proposal=proposal)))
    data = render_word(content)
    verify_word(data, content)
    said = same_blanks(" ".join(read_word(data).paragraphs))
    for line in unicodedata.normalize("NFC", text).split("\n"):
        kept = same_blanks(plain(line))
        if kept and plain(line) == line.strip() and not any(char in line for char in "\u202e\u2067"):
            assert kept in said


@pytest.mark.parametrize("text", [*NAUGHTY, *LIVE])
def test_what_looks_like_markup_is_text(text: str) -> None:
    content = summary_content(a_source(a_note(f"före {text} efter", table=1)))
    data = render_word(content)
    verify_word(data, content)
    said = [words(item) for item in body(data).iter(f"{W}p")]
    for line in filter(None, map(str.strip, text.split("\n"))):
        kept = plain(line).rstrip("\u202c\u2069")
        assert any(kept in item for item in said)
    assert read_word(data).live == ()


def test_no_file_is_opened_for_what_a_note_says() -> None:
    opened: list[str] = []
    listening = [True]

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if listening[0] and (event == "open" or event.startswith(("socket.", "subprocess"))):
            opened.append(f"{event} {arguments[0]}")

    content = summary_content(a_source(*(a_note(text) for text in (*NAUGHTY, *LIVE))))
    verify_word(render_word(content), content)
    sys.addaudithook(hear)
    try:
        verify_word(render_word(content), content)
    finally:
        listening[0] = False
    assert opened == []


def test_every_character_stays_for_word_has_fonts_of_its_own() -> None:
    text = "\U00013000 hieroglyf 中文 \ue000 👍🏽 👩\u200d💻 🇸🇪"
    said = read_word(render_word(summary_content(a_source(a_note(text))))).paragraphs
    assert any(item.startswith(text) for item in said)
    assert not any("[U+" in item for item in said)


@pytest.mark.parametrize("name", ["arabic", "hebrew"])
def test_text_from_the_right_is_marked_as_such(name: str) -> None:
    data = render_word(summary_content(a_source(*(a_note(**values) for values in STRESS[name]))))
    runs = [run for run in body(data).iter(f"{W}r") if run.find(f"{W}rPr/{W}rtl") is not None]
    assert runs
    assert all(
        unicodedata.bidirectional(char) != "L" for run in runs for char in words_of(run) if char.isalpha()
    )
    assert any(item.find(f"{W}pPr/{W}bidi") is not None for item in body(data).iter(f"{W}p"))


def words_of(run) -> str:
    return "".join(part.text or "" for part in run.iter(f"{W}t"))


def test_a_soft_hyphen_is_one_to_word_too() -> None:
    data = render_word(summary_content(a_source(a_note("del\u00adord"))))
    assert [words(item) for item in body(data).iter(f"{W}p") if "del" in words(item)] == [
        "del\u00adord|1\u00a0av\u00a03\u00a0bord"
    ]
    assert len(list(body(data).iter(f"{W}softHyphen"))) == 1


@pytest.mark.parametrize(
    "text", ["ord " * 75_000, "x" * 300_000, "سلام " * 60_000, "👍" * 300_000, "\n" * 9_000 + "z"]
)
def test_three_hundred_thousand_characters(text: str) -> None:
    content = summary_content(a_source(a_note(text)))
    start = time.process_time()
    data = render_word(content)
    verify_word(data, content)
    assert time.process_time() - start < 10

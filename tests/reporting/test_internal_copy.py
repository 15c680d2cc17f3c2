"""The internal copy tells what the applicant is not told: tables, notes set aside, and the receipt, last."""

import dataclasses
import datetime
from pathlib import Path

import pytest
from tests.reporting.builders import a_note, a_source
from tests.reporting.documents import ASIDE, RECEIPT, an_approved_source

from finsam_review.domain.points.agreement import Agreement
from finsam_review.domain.points.receipt import Receipt
from finsam_review.domain.points.sheet import Reason
from finsam_review.domain.summaries import SummaryState
from finsam_review.i18n import set_language
from finsam_review.i18n.reasons import REASONS, reason_text
from finsam_review.reporting.content import Listing, Point, Text
from finsam_review.reporting.expected import expected_text
from finsam_review.reporting.receipts import balance
from finsam_review.reporting.summary import agreement_text, summary_content, tables_text
from finsam_review.reporting.tagged.story import render
from finsam_review.reporting.verify import read_tags


@pytest.fixture(autouse=True)
def english() -> None:
    set_language("en")


def test_the_applicant_is_told_neither_tables_nor_notes_set_aside() -> None:
    said = " ".join(expected_text(summary_content(an_approved_source())))
    for secret in ("Table A", "Table B", "kaffet", "Receipt", "Anna Ek", "set aside", "Internal"):
        assert secret not in said
    assert "1 of 3 tables" in said


def test_the_internal_copy_names_tables_and_says_what_it_is() -> None:
    content = summary_content(an_approved_source(), internal=True)
    assert content.stamp == "Internal copy"
    assert content.sections[0].points[0].margin == "Table A"
    draft = dataclasses.replace(an_approved_source(), state=SummaryState.DRAFT)
    assert summary_content(draft, internal=True).stamp == "Internal copy, draft"


def test_notes_set_aside_stand_with_question_table_and_reason() -> None:
    section = summary_content(an_approved_source(), internal=True).sections[-2]
    assert section.points == (
        Point(
            (Text("Bra!", "Question 1:"), Text("says the same as another note", "Reason:")),
            "Table A", whole=True,
        ),
        Point(
            (Text("Vem betalar kaffet?", "Question 3:"), Text("handlar inte om ansökan", "Reason:")),
            "Table C", whole=True,
        ),
    )  # fmt: skip
    none = summary_content(an_approved_source(aside=()), internal=True).sections[-2]
    assert none.empty == "No note is set aside."


def test_the_receipt_says_what_became_of_every_note_and_who_approved() -> None:
    section = summary_content(an_approved_source(), internal=True).sections[-1]
    assert section.texts == (
        Text(
            "The receipt balances. "
            "28 notes in = 11 quoted + 12 in shared points + 5 set aside + 0 left to handle."
        ),
        Text("Anna Ek, Thursday 16 October 2025", "Approved by:"),
    )
    assert section.table is not None
    assert [int(number) for _name, number in section.table.rows] == [11, 12, 3, 2, 0, 28]
    assert section.table.total


def test_the_receipt_speaks_as_the_window_and_the_workbook_do() -> None:
    set_language("sv")
    section = summary_content(an_approved_source(), internal=True).sections[-1]
    assert section.table is not None
    names = [name for name, _number in section.table.rows]
    assert names[:2] == ["Citerade", "I gemensamma punkter"]
    assert all(name.startswith("Åt sidan: ") for name in names[2:4])
    assert names[4:] == ["Kvar att hantera", "Lappar in"]
    assert section.texts[0].text.endswith(
        "28 lappar in = 11 citerade + 12 i gemensamma punkter + 5 åt sidan + 0 kvar att hantera."
    )


def test_a_sum_that_is_wrong_is_said_to_be_wrong() -> None:
    wrong = dataclasses.replace(RECEIPT, notes=29)
    assert balance(wrong).startswith("The receipt does not balance. 29 notes in ≠ 11 quoted")


def test_nobody_has_approved_yet() -> None:
    source = an_approved_source(approved_by="", approved_on=None, receipt=Receipt(1, left=1))
    section = summary_content(source, internal=True).sections[-1]
    assert section.texts[1] == Text("Not approved yet.")
    assert section.table is not None
    assert [number for _name, number in section.table.rows] == ["0", "0", "0", "1", "1"]


def test_the_receipt_is_on_the_last_page_however_long_the_rest_is(tmp_path: Path) -> None:
    for count in (0, 40, 300):
        content = summary_content(an_approved_source(aside=ASIDE[:1] * count), internal=True)
        path = tmp_path / f"{count}.pdf"
        path.write_bytes(render(content))
        texts = read_tags(path).texts
        assert texts[-2:] == ("Notes in", "28")
        assert "Receipt" in _last_page(path)


def _last_page(path: Path) -> str:
    import subprocess

    pages = subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True, text=True).stdout
    return pages.rstrip("\f").split("\f")[-1]


def test_the_number_of_notes_is_that_of_the_receipt() -> None:
    assert "written 28 notes" in summary_content(an_approved_source()).introduction
    assert "written two notes" in summary_content(an_approved_source(receipt=None)).introduction


def test_question_two_begins_with_the_proposed_steering_group() -> None:
    content = summary_content(an_approved_source())
    assert content.sections[1].listing == Listing(
        "Proposed steering group",
        (
            Point((Text("Arbetsförmedlingen"),), "3 of 3 tables"),
            Point((Text("Kommunerna"),), "2 of 3 tables"),
        ),
    )
    texts = expected_text(content)
    assert texts.index("Proposed steering group") < texts.index("Alla")
    named = summary_content(an_approved_source(name_tables=True)).sections[1].listing
    assert named is not None
    assert [point.margin for point in named.points] == ["Tables A, B, C", "Tables A, C"]
    assert summary_content(a_source(a_note("Bra"))).sections[1].listing is None


def test_a_party_of_which_nothing_is_known_keeps_its_code() -> None:
    source = dataclasses.replace(an_approved_source(), parties=())
    listing = summary_content(source).sections[1].listing
    assert listing is not None
    assert [point.texts[0].text for point in listing.points] == ["af", "kommun"]


@pytest.mark.parametrize(
    ("tables", "of", "said", "letters"),
    [
        (("A",), 1, "1 of 1 table", "Table A"),
        (("A", "C"), 3, "2 of 3 tables", "Tables A, C"),
        ((), 3, "0 of 3 tables", ""),
    ],
)
def test_agreement_in_words(tables: tuple[str, ...], of: int, said: str, letters: str) -> None:
    assert agreement_text(Agreement(tables, of)) == said
    assert tables_text(tables) == letters


def test_a_note_that_nobody_handled_stands_as_it_is(point) -> None:
    source = an_approved_source()
    answer = dataclasses.replace(
        source.answers[0], points=(point(a_note("Kvar"), handled=False), point(a_note("Klar")))
    )
    content = summary_content(dataclasses.replace(source, answers=(answer,)))
    assert [item.texts for item in content.sections[0].points] == [(Text("Kvar"),), (Text("Klar"),)]


def test_every_reason_has_words() -> None:
    assert set(REASONS) == set(Reason)
    assert reason_text("own", "egna ord") == "egna ord"
    assert reason_text("own") == "another reason"


def test_the_approval_without_a_date() -> None:
    content = summary_content(an_approved_source(approved_on=None), internal=True)
    assert content.sections[-1].texts[1] == Text("Anna Ek", "Approved by:")
    dated = summary_content(an_approved_source(approved_on=datetime.date(2025, 1, 2)), internal=True)
    assert dated.sections[-1].texts[1].text.endswith("Thursday 2 January 2025")

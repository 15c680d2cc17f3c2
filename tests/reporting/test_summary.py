"""What a summary says: from the day, the application and the notes, and nothing else."""

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest

from finsam_review.domain.applications import ApplicationDetails
from finsam_review.domain.notes import Note
from finsam_review.domain.points.receipt import Receipt
from finsam_review.domain.points.sheet import Reason
from finsam_review.domain.summaries import (
    AnsweredQuestion,
    AsideNote,
    SummaryPoint,
    SummarySource,
    SummaryState,
)
from finsam_review.i18n import set_language
from finsam_review.reporting.content import BULLET, Fact, Point, Text
from finsam_review.reporting.expected import expected_text
from finsam_review.reporting.summary import summary_content

Notes = Callable[..., Note]
Sources = Callable[..., SummarySource]


@pytest.fixture(autouse=True)
def english() -> None:
    set_language("en")


def test_facts_are_those_of_the_application(source: Sources) -> None:
    assert summary_content(source()).facts == (
        Fact("Applicant", ("Hjo kommun",)),
        Fact("Diary number", ("2025/041",)),
        Fact("Parties", ("Hjo kommun, Tibro kommun, Västra Götalandsregionen, Försäkringskassan",)),
        Fact("Kind", ("Förberedande insats",)),
        Fact("Period", ("1 January 2026 – 31 December 2028",)),
        Fact(
            "Amount applied for",
            (
                "1\u00a0185\u00a0000\u00a0kr (2026)",
                "1\u00a0212\u00a0000\u00a0kr (2027)",
                "1\u00a0240\u00a0000\u00a0kr (2028)",
            ),
        ),
    )


def test_what_is_not_known_is_a_dash_and_never_guessed(source: Sources) -> None:
    content = summary_content(source(details=ApplicationDetails()))
    assert {fact.lines for fact in content.facts} == {("–",)}
    assert content.title == "Application 1"
    assert content.footer.left == "Application 1"


def test_half_known_facts(source: Sources) -> None:
    details = ApplicationDetails(
        parties=("kommun", "region"),
        period_start=datetime.date(2026, 1, 1),
        amount_total=500_000,
        kind="okänd",
    )
    facts = {fact.name: fact.lines for fact in summary_content(source(details=details)).facts}
    assert facts["Parties"] == ("Kommunerna, Västra Götalandsregionen",)
    assert facts["Period"] == ("from 1 January 2026",)
    assert facts["Amount applied for"] == ("500\u00a0000\u00a0kr",)
    assert facts["Kind"] == ("okänd",)


def test_the_box_says_when_where_and_under_which_number(source: Sources) -> None:
    box = summary_content(source()).box
    assert box is not None
    assert box.heading == "Send a revised application by Friday 31 October 2025"
    assert box.text == "to kansli@samordningsforbundet.example. State diary number 2025/041."


def test_without_a_deadline_no_date_is_said_and_without_an_address_there_is_no_box(source: Sources) -> None:
    workshop = replace(source().workshop, deadline=None)
    box = summary_content(source(workshop=workshop)).box
    assert box is not None
    assert box.heading == "Send a revised application"
    assert summary_content(source(workshop=replace(workshop, reply_to=""))).box is None


@pytest.mark.parametrize(
    ("readers", "notes", "sentence"),
    [
        (3, 28, "Three tables have read the application, independently of each other, and written 28 notes."),
        (
            12,
            12,
            "Twelve tables have read the application, independently of each other, and written twelve notes.",
        ),
        (1, 1, "One table has read the application and written one note. It is given below."),
        (2, 0, "Two tables have read the application, independently of each other, and written no notes."),
        (0, 2, "The tables have read the application and written two notes."),
    ],
)
def test_how_many_tables_and_notes(
    note: Notes, source: Sources, readers: int, notes: int, sentence: str
) -> None:
    one = source(*[note(f"lapp {number}") for number in range(notes)])
    tables = tuple(
        replace(one.all_tables[0], id=f"t{number}", number=number + 1) for number in range(readers)
    )
    introduction = summary_content(replace(one, tables=tables)).introduction
    assert introduction.startswith(sentence)


@pytest.mark.parametrize(
    ("notes", "aside", "sentence"),
    [
        (28, 3, "och skrivit 28 lappar. Punkterna nedan återger 25 av dem."),
        (28, 26, "och skrivit 28 lappar. Punkterna nedan återger två av dem."),
        (4, 3, "och skrivit fyra lappar. En av dem återges nedan."),
        (28, 28, "och skrivit 28 lappar."),
        (1, 1, "och skrivit en lapp."),
        (28, 0, "och skrivit 28 lappar. Punkterna nedan återger dem."),
    ],
)
def test_notes_set_aside_are_not_said_to_be_given(
    source: Sources, notes: int, aside: int, sentence: str
) -> None:
    set_language("sv")
    receipt = Receipt(notes, notes - aside, 0, ((Reason.SAME, aside),) if aside else (), 0)
    said = summary_content(replace(source(), receipt=receipt)).introduction
    assert said == f"Tre bord har läst ansökan, oberoende av varandra, {sentence}"


def test_a_sentence_about_few_notes_begins_with_a_capital(source: Sources) -> None:
    receipt = Receipt(8, 6, 0, ((Reason.SAME, 2),), 0)
    said = summary_content(replace(source(), receipt=receipt)).introduction
    assert said.endswith("and written eight notes. Six of them are given below.")


def test_an_application_that_no_table_has_read_is_not_said_to_be_read(source: Sources) -> None:
    set_language("sv")
    unread = replace(source(), tables=(), receipt=Receipt())
    assert summary_content(unread).introduction == "Inget bord har läst ansökan ännu."


def test_a_question_whose_notes_were_all_set_aside_had_notes(note: Notes, source: Sources) -> None:
    set_language("sv")
    aside = (AsideNote(1, "A", "Bra!", Reason.SAME), AsideNote(2, "B", "Ja", Reason.SAME))
    sections = summary_content(replace(source(note("Alla", question=2)), aside=aside)).sections
    assert [part.empty for part in sections if not part.points] == ["Inga synpunkter.", "Inga lappar."]


def test_the_stamp_stands_until_somebody_approves(source: Sources) -> None:
    stamps = {state: summary_content(source(state=state)).stamp for state in SummaryState}
    assert stamps == {SummaryState.DRAFT: "Draft", SummaryState.APPROVED: "", SummaryState.SENT: ""}


def test_a_challenge_stands_with_its_proposal_and_alone_without_words_of_its_own(
    note: Notes, source: Sources
) -> None:
    points = (
        summary_content(
            source(
                note("Resorna.", question=3, proposal="Minibuss."),
                note("Bara text", question=3),
                note("", question=3, proposal="Bara förslag"),
            )
        )
        .sections[2]
        .points
    )
    assert points == (
        Point((Text("Resorna.", "Challenge:"), Text("Minibuss.", "Proposal:")), "1 of 3 tables", whole=True),
        Point((Text("Bara text"),), "1 of 3 tables"),
        Point((Text("Bara förslag", "Proposal:"),), "1 of 3 tables", whole=True),
    )


def test_ticked_parties_are_said_in_words(note: Notes, source: Sources) -> None:
    points = (
        summary_content(
            source(
                note("Alla behövs", question=2, parties=("kommun", "region")),
                note("", question=2, parties=("fk",)),
            )
        )
        .sections[1]
        .points
    )
    assert [point.texts for point in points] == [
        (Text("Alla behövs (Kommun, Region)"),),
        (Text("(Försäkringskassan)"),),
    ]


def test_tables_are_named_only_when_asked(note: Notes, source: Sources) -> None:
    notes = [note("Bra", table=1), note("Bättre", table=6)]
    for wanted, margins in ((False, ["1 of 3 tables"] * 2), (True, ["Table A", "Table F"])):
        points = summary_content(source(*notes, name_tables=wanted)).sections[0].points
        assert [point.margin for point in points] == margins
    assert not [text for text in expected_text(summary_content(source(*notes))) if "Table" in text]


def test_every_note_is_there_and_notes_of_a_group_stand_together(
    note: Notes, point: Callable[..., SummaryPoint], source: Sources
) -> None:
    one = source()
    groups = ((note("a"), note("b")), (note("c"),), (note("d"), note("e"), note("f")))
    said = tuple(
        point(item, follows=place > 0, handled=False) for group in groups for place, item in enumerate(group)
    )
    grouped = replace(one, answers=(AnsweredQuestion(one.answers[0].question, said),))
    points = summary_content(grouped).sections[0].points
    assert "".join(point.texts[0].text for point in points) == "abcdef"
    assert [point.follows for point in points] == [False, True, False, False, True, True]


def test_the_expected_text_is_in_reading_order(note: Notes, source: Sources) -> None:
    texts = expected_text(summary_content(source(note("rad ett\nrad två"), name_tables=True)))
    assert texts[:5] == (
        "Samordningsförbundet Skaraborg",
        "Budgetupptakt inför 2026, Wednesday 15 October 2025",
        "Draft",
        "Grönt steg – naturbaserad prerehabilitering",
        "The tables' points, to the applicant",
    )
    start = texts.index(BULLET)
    assert texts[start : start + 4] == (BULLET, "rad ett", "rad två", "Table A")
    assert texts[-1] == "No notes."
    assert "1\u00a0185" not in "".join(texts)


def test_equal_sources_give_equal_content(material: dict[str, SummarySource]) -> None:
    for source in material.values():
        assert summary_content(source) == summary_content(source)

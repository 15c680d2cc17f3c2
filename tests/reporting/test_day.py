"""What the summary of the day says: both group works, themes, numbers, amounts, and what happens now."""

import datetime
from dataclasses import replace

import pytest
from tests.reporting.documents import a_day

from finsam_review.domain.day_summary import DayAmounts
from finsam_review.domain.follow_up.amounts import AmountTotal
from finsam_review.domain.outgoing.next_steps import NextStep
from finsam_review.domain.summaries import SummaryState
from finsam_review.i18n import set_language
from finsam_review.reporting.content import Content, Fact, Section, Text
from finsam_review.reporting.day import day_content


@pytest.fixture(autouse=True)
def english() -> None:
    set_language("en")


def _section(content: Content, heading: str) -> Section:
    (found,) = [section for section in content.sections if section.heading == heading]
    return found


def test_the_sections_in_order() -> None:
    assert [(part.level, part.heading) for part in day_content(a_day()).sections] == [
        (1, "The parties' missions"),
        (2, "Arbetsförmedlingen"),
        (2, "Försäkringskassan"),
        (1, "The applications"),
        (1, "Themes"),
        (2, "Två parter och förankring"),
        (1, "Amounts applied for"),
        (2, "By year"),
        (2, "By kind"),
        (2, "By the applicant's party"),
        (2, "Totals that differ from their parts"),
        (1, "What happens now"),
        (1, "Receipt"),
    ]


def test_the_numbers_of_the_day_stand_first() -> None:
    assert day_content(a_day()).facts == (
        Fact("Applications", ("2",)),
        Fact("Notes", ("56 on the applications", "3 on the parties' missions")),
        Fact("Tables", ("6",)),
        Fact("Points", ("20",)),
        Fact("Participants", ("48",)),
        Fact("Set aside", ("10",)),
    )


def test_what_a_person_wrote_stands_as_paragraphs() -> None:
    content = day_content(a_day())
    assert content.introduction == "Två ansökningar lästes.\nTack!"
    assert _section(content, "The parties' missions").texts[0] == Text(
        "Bilden av Arbetsförmedlingen skiljer sig."
    )
    theme = _section(content, "Två parter och förankring")
    assert theme.texts == (
        Text("Många frågar.\nNågra vill se underskrift."),
        Text("12 notes in 2 applications, from 5 tables."),
        Text("1\u00a0Insats 1, 2\u00a0Insats 2", "Met in:"),
    )


@pytest.mark.parametrize(("readers", "said"), [((2, 3), True), ((3, 1), False), ((0, 2), False)])
def test_several_tables_are_spoken_of_only_where_all_had_them(
    readers: tuple[int, int], *, said: bool
) -> None:
    day = a_day()
    lines = tuple(replace(line, readers=count) for line, count in zip(day.applications, readers, strict=True))
    texts = _section(day_content(replace(day, applications=lines)), "The applications").texts
    sentence = Text("Each application was read by several tables, independently of each other.")
    assert texts == ((sentence,) if said else ())


def test_a_theme_without_notes_and_words_is_left_out() -> None:
    assert "Behov" not in [section.heading for section in day_content(a_day()).sections]


def test_what_the_others_said_about_a_party() -> None:
    content = day_content(a_day())
    said = _section(content, "Arbetsförmedlingen")
    assert [point.texts[0].text for point in said.points] == ["Matcha", "Köper tjänster"]
    assert _section(content, "Försäkringskassan").empty == "No notes."


def test_applications_with_their_notes_and_points_summed_up() -> None:
    table = _section(day_content(a_day()), "The applications").table
    assert table is not None
    assert table.rows == (
        ("1", "Insats 1", "Hjo kommun", "28", "10"),
        ("2", "Insats 2", "Hjo kommun", "28", "10"),
        ("Sum", "", "", "56", "20"),
    )


def test_amounts_by_year_kind_and_party_and_where_a_total_differs() -> None:
    content = day_content(a_day())
    assert [text.text for text in _section(content, "Amounts applied for").texts] == [
        "12\u00a0630\u00a0000\u00a0kr is applied for in all.",
        "1 application states no amount.",
    ]
    rows = {
        heading: list(table.rows)
        for heading in ("By year", "By kind", "By the applicant's party")
        if (table := _section(content, heading).table)
    }
    assert rows["By year"] == [
        ("2026", "2", "7\u00a0380\u00a0000\u00a0kr"),
        ("No year stated", "1", "5\u00a0250\u00a0000\u00a0kr"),
        ("Sum", "", "12\u00a0630\u00a0000\u00a0kr"),
    ]
    assert rows["By kind"][0] == ("Förberedande insats", "2", "12\u00a0630\u00a0000\u00a0kr")
    assert rows["By the applicant's party"][-2:] == [
        ("No party", "1", "0\u00a0kr"),
        ("Sum", "2", "12\u00a0630\u00a0000\u00a0kr"),
    ]
    differing = _section(content, "Totals that differ from their parts").table
    assert differing is not None
    assert differing.rows == (
        (
            "2 Insats 2",
            "14\u00a0410\u00a0000\u00a0kr",
            "12\u00a0630\u00a0000\u00a0kr",
            "+1\u00a0780\u00a0000\u00a0kr",
        ),
    )


def test_what_is_not_known_of_an_amount_is_said_in_words() -> None:
    amounts = DayAmounts(AmountTotal(None, 0, 1, 1), by_kind=(AmountTotal(None, 0, 1, 1),))
    table = _section(day_content(a_day(amounts=amounts)), "By kind").table
    assert table is not None
    assert table.rows[0][0] == "Kind not known"


def test_what_happens_now_has_an_owner_and_a_day() -> None:
    table = _section(day_content(a_day()), "What happens now").table
    assert table is not None
    assert table.header == ("What", "Who", "By when")
    assert table.rows == (
        ("Summeringarna skickas", "Kansliet", "Friday 17 October 2025"),
        ("Styrelsen beslutar", "–", "–"),
    )
    assert _section(day_content(a_day(next_steps=())), "What happens now").empty == "Nothing is decided yet."


def test_a_day_without_anything_still_says_what_it_is() -> None:
    content = day_content(
        a_day(missions=(), missions_text="", applications=(), themes=(), amounts=None, introduction="")
    )
    assert [section.heading for section in content.sections] == ["What happens now", "Receipt"]
    assert content.title == "Summary of the day"
    assert content.metadata.title == "Summary of the day – Budgetupptakt inför 2026"


def test_the_stamp_stands_until_somebody_approves() -> None:
    stamps = {state: day_content(a_day(state=state)).stamp for state in SummaryState}
    assert stamps == {SummaryState.DRAFT: "Draft", SummaryState.APPROVED: "", SummaryState.SENT: ""}


def test_equal_sources_give_equal_content() -> None:
    steps = (NextStep("s", "a", "b", datetime.date(2026, 1, 1)),)
    assert day_content(a_day(next_steps=steps)) == day_content(a_day(next_steps=steps))

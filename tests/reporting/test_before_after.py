"""*Före och efter*: what changed, what is answered, and all of it on one page."""

import dataclasses
import datetime

import pytest
from tests.reporting.builders import DETAILS, SENTENCE
from tests.reporting.documents import POINTS, a_revision

from finsam_review.domain.applications import Application, ApplicationDetails
from finsam_review.domain.follow_up.before_after import AnsweredPoint
from finsam_review.domain.follow_up.fact_changes import fact_changes
from finsam_review.domain.follow_up.lateness import Arrival
from finsam_review.domain.follow_up.responses import Answer
from finsam_review.i18n import kronor, set_language
from finsam_review.reporting.before_after import before_after_content
from finsam_review.reporting.content import Fact, Point, Text
from finsam_review.reporting.tagged.story import page_count


@pytest.fixture(autouse=True)
def english() -> None:
    set_language("en")


def test_the_facts_that_changed_and_no_others() -> None:
    table = before_after_content(a_revision()).sections[0].table
    assert table is not None
    assert table.header == ("Fact", "Before", "After", "Difference")
    assert table.rows == (
        (
            "Organisations",
            "Försäkringskassan",
            "Arbetsförmedlingen",
            "3 as before",
        ),
        ("Period", "1 January 2026 – 31 December 2028", "1 January 2026 – 31 December 2027", ""),
        (
            "Amount by year",
            "\n".join(f"{year}: {kronor(amount)}" for year, amount in DETAILS.amounts),
            "2026: 1\u00a0185\u00a0000\u00a0kr\n2027: 1\u00a0300\u00a0000\u00a0kr\n2028: –",
            "±0\u00a0kr\n+88\u00a0000\u00a0kr\n−1\u00a0240\u00a0000\u00a0kr",
        ),
        (
            "Amount in all",
            "3\u00a0637\u00a0000\u00a0kr",
            "2\u00a0485\u00a0000\u00a0kr",
            "−1\u00a0152\u00a0000\u00a0kr",
        ),
    )


def test_what_the_revised_document_leaves_out_is_not_called_changed() -> None:
    (said,) = before_after_content(a_revision()).sections[0].texts
    assert said == Text("The revised application does not state: Contact.")


def test_nothing_changed() -> None:
    section = before_after_content(a_revision(facts=fact_changes(DETAILS, DETAILS))).sections[0]
    assert (section.table, section.texts, section.empty) == (None, (), "No fact is changed.")


def test_kind_and_number_of_parties_are_said_in_words() -> None:
    before = dataclasses.replace(DETAILS, kind="forberedande")
    after = dataclasses.replace(DETAILS, kind="projekt", parties=("kommun",), title="Nytt namn")
    table = before_after_content(a_revision(facts=fact_changes(before, after))).sections[0].table
    assert table is not None
    assert table.rows == (
        ("Title", DETAILS.title, "Nytt namn", ""),
        ("Kind", "Förberedande insats", "projekt", ""),
        ("Number of parties", "3", "1", "−2"),
    )


def test_points_that_are_not_answered_stand_first() -> None:
    section = before_after_content(a_revision()).sections[1]
    assert section.texts == (Text("4 points: 1 answered, 1 partly, 1 not, 1 not judged."),)
    assert section.points == (
        Point((Text("Någon med egen erfarenhet.", "Question 2:"),), "Not"),
        Point(
            (Text("Risk för kö. – Tydliga kriterier.", "Question 3:"), Text("Bara nämnt", "Comment:")),
            "Partly",
        ),
        Point((Text("Vad händer sedan?", "Question 3:"),), "Not judged"),
        Point((Text("Ett långsamt tempo som inte finns i dag.", "Question 1:"),), "Answered"),
    )


def test_when_it_came_and_how_much_of_the_text_changed() -> None:
    facts = before_after_content(a_revision()).facts
    assert facts[1] == Fact("Revised version", ("3 November 2025, 3 days late",))
    assert facts[3] == Fact("The text", ("12 passages changed, 2 moved",))
    on_time = Arrival("a1", datetime.date(2025, 10, 31), None, datetime.date(2025, 10, 31))
    facts = before_after_content(a_revision(arrival=on_time, text_changes=1, moved=0)).facts
    assert facts[1] == Fact("Revised version", ("31 October 2025",))
    assert facts[3] == Fact("The text", ("1 passage changed",))
    assert before_after_content(a_revision(arrival=None)).facts[1].lines == ("–",)


def test_no_points_were_sent() -> None:
    section = before_after_content(a_revision(points=())).sections[1]
    assert (section.points, section.texts, section.empty) == ((), (), "No points were sent.")


def test_an_application_of_which_nothing_is_known() -> None:
    content = before_after_content(a_revision(application=Application("a1", 7, ApplicationDetails())))
    assert content.title == "Application 7"
    assert content.facts[0].lines == content.facts[2].lines == ("–",)


@pytest.mark.parametrize("count", [1, 12, 25, 60, 400])
def test_it_is_one_page_whatever_was_sent(count: int) -> None:
    answers = (Answer.NOT, Answer.PARTLY, Answer.ANSWERED, None)
    points = tuple(
        AnsweredPoint(1, f"{number} {SENTENCE}", SENTENCE, answers[number % 4], SENTENCE)
        for number in range(count)
    )
    content = before_after_content(a_revision(points=points))
    assert page_count(content) == 1
    section = content.sections[1]
    assert str(count) in section.texts[0].text
    shown = len(section.points)
    assert shown == count or section.texts[1].text.startswith(f"{count - shown} more point")
    left = sum(point.answer is not Answer.ANSWERED for point in points)
    assert shown >= min(left, 12)


def test_answered_points_are_the_first_to_give_way_and_then_texts_are_cut() -> None:
    answered = tuple(AnsweredPoint(1, SENTENCE, answer=Answer.ANSWERED) for _ in range(20))
    content = before_after_content(a_revision(points=(*POINTS, *answered)))
    margins = [point.margin for point in content.sections[1].points]
    assert margins == ["Not", "Partly", "Not judged"]
    assert content.sections[1].texts[1] == Text("21 more points stand in the summary that was sent.")
    long = tuple(AnsweredPoint(1, SENTENCE * 4, answer=Answer.NOT, words="ord") for _ in range(10))
    cut = before_after_content(a_revision(points=long)).sections[1].points
    assert len(cut) == 10
    assert all(len(point.texts) == 1 for point in cut)
    assert all(point.texts[0].text.endswith("…") for point in cut)
    assert {len(point.texts[0].text) for point in cut} < set(range(40, 401))

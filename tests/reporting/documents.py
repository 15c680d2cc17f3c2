"""The other documents of the tests: internal copies, the summary of a day, before and after, hard tables."""

import dataclasses
import datetime
from typing import Any

from tests.reporting.builders import (
    DETAILS,
    KINDS,
    NAUGHTY,
    PARTIES,
    SENTENCE,
    WORKSHOP,
    a_note,
    a_source,
    the_material,
)

from finsam_review.domain.applications import Application
from finsam_review.domain.day_summary import (
    ApplicationLine,
    DayAmounts,
    DayNumbers,
    DaySummarySource,
    MissionAnswers,
    ThemeSummary,
)
from finsam_review.domain.follow_up.amounts import AmountDifference, AmountTotal
from finsam_review.domain.follow_up.before_after import AnsweredPoint, BeforeAfterSource
from finsam_review.domain.follow_up.fact_changes import fact_changes
from finsam_review.domain.follow_up.lateness import Arrival
from finsam_review.domain.follow_up.responses import Answer
from finsam_review.domain.outgoing.next_steps import NextStep
from finsam_review.domain.points.agreement import Agreement, PartySupport
from finsam_review.domain.points.receipt import Receipt
from finsam_review.domain.points.sheet import Reason
from finsam_review.domain.summaries import AsideNote, SummarySource, SummaryState
from finsam_review.domain.themes import ThemeCount
from finsam_review.domain.workshop import Theme
from finsam_review.reporting.before_after import before_after_content
from finsam_review.reporting.content import Align, Content, DataTable, Listing, Point, Section, Text
from finsam_review.reporting.day import day_content
from finsam_review.reporting.summary import summary_content

RECEIPT = Receipt(28, 11, 12, ((Reason.SAME, 3), (Reason.OWN, 2)), 0)
ASIDE = (
    AsideNote(1, "A", "Bra!", Reason.SAME),
    AsideNote(3, "C", "Vem betalar kaffet?", Reason.OWN, "handlar inte om ansökan"),
)
STEERING = (
    PartySupport("af", Agreement(("A", "B", "C"), 3)),
    PartySupport("kommun", Agreement(("A", "C"), 3)),
)
POINTS = (
    AnsweredPoint(1, "Ett långsamt tempo som inte finns i dag.", answer=Answer.ANSWERED),
    AnsweredPoint(2, "Någon med egen erfarenhet.", answer=Answer.NOT),
    AnsweredPoint(3, "Risk för kö.", "Tydliga kriterier.", answer=Answer.PARTLY, words="Bara nämnt"),
    AnsweredPoint(3, "Vad händer sedan?"),
)


def an_approved_source(**changes: Any) -> SummarySource:
    """Return a summary with a steering group, notes set aside, a receipt and somebody who approved it."""
    source = a_source(
        a_note("Bra", table=1), a_note("Alla", question=2, table=2), state=SummaryState.APPROVED
    )
    first, second, third = source.answers
    answers = (first, dataclasses.replace(second, steering=STEERING), third)
    approved = dataclasses.replace(
        source, answers=answers, receipt=RECEIPT, aside=ASIDE, approved_by="Anna Ek",
        approved_on=datetime.date(2025, 10, 16),
    )  # fmt: skip
    return dataclasses.replace(approved, **changes)


def a_day(**changes: Any) -> DaySummarySource:
    """Return what the summary of a small day is made from."""
    lines = tuple(
        ApplicationLine(f"a{number}", number, f"Insats {number}", "Hjo kommun", 10, RECEIPT, readers=3)
        for number in (1, 2)
    )
    themes = (
        ThemeSummary(
            Theme("two_parties", "Två parter och förankring"), "Många frågar.\nNågra vill se underskrift.",
            ThemeCount(12, 2, 5), ((1, "Insats 1"), (2, "Insats 2")),
        ),
        ThemeSummary(Theme("needs", "Behov"), "", ThemeCount(0, 0, 0), ()),
    )  # fmt: skip
    amounts = DayAmounts(
        AmountTotal(None, 12_630_000, 2, 1),
        (AmountTotal(2026, 7_380_000, 2), AmountTotal(None, 5_250_000, 1)),
        (AmountTotal("forberedande", 12_630_000, 2),),
        (AmountTotal("kommun", 12_630_000, 1), AmountTotal(None, 0, 1, 1)),
        (AmountDifference("a2", 14_410_000, 12_630_000),),
    )
    source = DaySummarySource(
        WORKSHOP,
        DayNumbers(2, 6, 48, 56, 3, 20, 10),
        Receipt(56, 22, 24, ((Reason.SAME, 10),), 0),
        parties=PARTIES,
        kinds=KINDS,
        introduction="Två ansökningar lästes.\nTack!",
        missions_text="Bilden av Arbetsförmedlingen skiljer sig.",
        missions=(MissionAnswers(PARTIES[2], ("Matcha", "Köper tjänster")), MissionAnswers(PARTIES[3], ())),
        applications=lines,
        themes=themes,
        amounts=amounts,
        next_steps=(
            NextStep("s1", "Summeringarna skickas", "Kansliet", datetime.date(2025, 10, 17)),
            NextStep("s2", "Styrelsen beslutar"),
        ),
    )
    return dataclasses.replace(source, **changes)


def a_revision(**changes: Any) -> BeforeAfterSource:
    """Return what the page about one revised application is made from."""
    before = dataclasses.replace(DETAILS, contact_name="Lisa Kvist", contact_email="lisa@hjo.example")
    after = dataclasses.replace(
        DETAILS,
        organisations=("Hjo kommun", "Tibro kommun", "Västra Götalandsregionen", "Arbetsförmedlingen"),
        parties=("kommun", "region", "af"),
        period_end=datetime.date(2027, 12, 31),
        amounts=((2026, 1_185_000), (2027, 1_300_000)),
        amount_total=2_485_000,
    )
    arrival = Arrival(
        "a1", datetime.date(2025, 10, 31), datetime.date(2025, 10, 17), datetime.date(2025, 11, 3)
    )
    source = BeforeAfterSource(
        WORKSHOP, Application("a1", 1, before), KINDS, fact_changes(before, after), POINTS, 12, 2, arrival
    )
    return dataclasses.replace(source, **changes)


def hard_tables() -> Content:
    """Return a document of tables: many rows, cells longer than a page, hostile cells, many columns."""
    long = SENTENCE * 60
    many = tuple((f"Rad {number}", "text", str(number)) for number in range(150))
    naughty = tuple((text, text, "") for text in NAUGHTY)
    right = (Align.LEFT, Align.LEFT, Align.RIGHT)
    sections = (
        Section("", "Många rader", table=DataTable(("Namn", "Text", "Antal"), many, (2, 2, 1), right)),
        Section("", "Långa celler", table=DataTable(("Ett", "Två"), (("kort", long), (long, long))), level=2),
        Section("", "Tomma och elaka celler", table=DataTable(("A", "B", "C"), naughty, total=True)),
        Section(
            "4", "Allt på en gång",
            points=(Point((Text("Sist"),), "3 av 3 bord"),),
            texts=(Text("Ett stycke", "Först:"), Text("rad ett\nrad två")),
            listing=Listing("Lista", (Point((Text("Punkt"),), "1 av 3 bord"), Point((Text("Utan"),)))),
            table=DataTable(("Ord " * 30,) * 9, (("x" * 200,) * 9,)),
            new_page=True,
        ),
        Section("", "Rubrik utan något under"),
        Section("", "Sist", level=2, empty="Tomt."),
    )  # fmt: skip
    return dataclasses.replace(summary_content(a_source()), sections=sections)


def more_documents() -> dict[str, Content]:
    """Return the contents by name."""
    busy = tuple(AnsweredPoint(1, f"{number} {SENTENCE}", answer=Answer.NOT) for number in range(60))
    hostile = tuple(AnsweredPoint(1, text, text, Answer.PARTLY, text) for text in NAUGHTY[:6])
    material = the_material()["2025/041"]
    return {
        "internal copy": summary_content(an_approved_source(), internal=True),
        "internal copy of the material": summary_content(
            dataclasses.replace(material, receipt=RECEIPT, aside=ASIDE * 20), internal=True
        ),
        "day": day_content(a_day()),
        "long day": day_content(
            a_day(missions=tuple(MissionAnswers(party, (SENTENCE,) * 40) for party in PARTIES))
        ),
        "before and after": before_after_content(a_revision()),
        "before and after, too much": before_after_content(a_revision(points=busy)),
        "before and after, hostile": before_after_content(a_revision(points=hostile)),
        "hard tables": hard_tables(),
    }

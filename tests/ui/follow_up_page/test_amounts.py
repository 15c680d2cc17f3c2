"""What everything costs, and whether sums add up."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.follow_up_page.conftest import LONG, Followed

from finsam_review.domain.applications import Application, ApplicationDetails
from finsam_review.services.session import Session
from finsam_review.ui.follow_up_page.amounts import part as amounts_part
from finsam_review.ui.follow_up_page.amounts.part import AmountsPart
from finsam_review.ui.follow_up_page.amounts.rows import AmountRow, DifferenceRow, amount_rows
from finsam_review.ui.follow_up_page.rows.looks import SectionRow, WordsRow

Opened = Callable[..., Followed]


def amounts(followed: Followed) -> AmountsPart:
    """Return the tab."""
    part = followed.page.part("amounts")
    assert isinstance(part, AmountsPart)
    return part


def test_totals_by_year_party_and_kind(session: Session):
    rows = amount_rows(session.applications.all(), session.day.frame())
    found = [(row.name, row.amount, row.of) for row in rows if isinstance(row, AmountRow)]
    assert found == [
        ("Alla ansökningar", 5_970_000 + 350_000 * 2, "3 ansökningar"),
        ("2026", 1_950_000 + 200_000, "3 ansökningar"),
        ("2027", 1_990_000 + 400_000, "3 ansökningar"),
        ("2028", 2_030_000, "1 ansökan"),
        ("Kommun", 5_970_000, "1 ansökan"),
        ("ingen part", 700_000, "2 ansökningar"),
        ("Förberedande insats", 5_970_000, "1 ansökan"),
        ("okänd typ", 700_000, "2 ansökningar"),
    ]
    assert [row.words for row in rows if isinstance(row, SectionRow)] == [
        "Totalt", "Per år", "Per den sökandes part", "Per typ", "Totalbelopp som skiljer sig från åren",
    ]  # fmt: skip


def test_a_stated_total_that_differs_shows_the_difference(session: Session):
    rows = amount_rows(session.applications.all(), session.day.frame())
    found = [row for row in rows if isinstance(row, DifferenceRow)]
    assert [row.name for row in found] == ["2  Grönt steg", "3  Språkbron"]
    assert found[0].words.replace("\u00a0", " ") == (
        "Summan anges till 350 000 kr, men delarna blir 300 000 kr. Det skiljer 50 000 kr."
    )


def test_unknown_amounts_are_told_and_nothing_is_guessed(session: Session):
    unknown = Application("x", 1, ApplicationDetails(title="Utan belopp"))
    rows = amount_rows([unknown], session.day.frame())
    totals = [row for row in rows if isinstance(row, AmountRow)]
    assert (totals[0].amount, totals[0].of) == (0, "1 ansökan, 1 utan belopp")
    assert [row.words for row in rows if isinstance(row, WordsRow)] == [
        "Inga belopp är kända.",
        "Alla angivna totalbelopp är summan av sina år.",
    ]


def test_enter_on_a_difference_opens_the_details(opened: Opened, monkeypatch: pytest.MonkeyPatch):
    followed = opened(tab="amounts")
    part, asked = amounts(followed), []
    monkeypatch.setattr(
        amounts_part, "edit_details", lambda _c, application, _p: asked.append(application.number)
    )
    row = next(row for row in part.model.rows if isinstance(row, DifferenceRow))
    part.view.choose(row.key)
    QTest.keyClick(part.view, Qt.Key.Key_Return)
    assert asked == [2]


def test_the_totals_follow_what_is_changed(opened: Opened):
    followed = opened(tab="amounts")
    part = amounts(followed)
    followed.revised.showing.take_over()
    first = next(row for row in part.model.rows if isinstance(row, AmountRow))
    assert first.amount == 5_280_000 + 700_000


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "7 380 000 + 5 250 000 = 14 410 000",
            (
                "Summan stämmer inte: +1 780 000 kr. Summan anges till 14 410 000 kr, men delarna blir "
                "12 630 000 kr. Det skiljer 1 780 000 kr. 7 380 000 kr + 5 250 000 kr = 12 630 000 kr."
            ),
        ),
        ("100 000 + 200 000 = 300 000 kr", "Summan stämmer. 100 000 kr + 200 000 kr = 300 000 kr."),
        (
            "1,24 mnkr + 1,24 mnkr = 2,5 mnkr",
            (
                "Summan stämmer, så när som på avrundning. 1 240 000 kr + 1 240 000 kr = 2 480 000 kr. "
                "I texten står 2 500 000 kr. Skillnaden +20 000 kr är avrundning."
            ),
        ),
        (
            "Beslut om medel",
            "Ingen summa med delar hittades. Skriv som 7 380 000 + 5 250 000 = 12 630 000.",
        ),
    ],
)
def test_a_line_of_a_protocol_is_checked(opened: Opened, line: str, said: str):
    followed = opened(tab="amounts")
    checking = amounts(followed).checking
    checking.box.setPlainText(line)
    followed.qtbot.waitUntil(lambda: not checking.is_busy, timeout=LONG)
    assert [words.replace("\u00a0", " ") for words in checking.said] == [said]
    checking.box.setPlainText("")
    followed.qtbot.waitUntil(lambda: not checking.is_busy, timeout=LONG)
    assert checking.said == []


def test_many_sums_are_told_to_be_more(opened: Opened):
    followed = opened(tab="amounts")
    checking = amounts(followed).checking
    checking.box.setPlainText("\n".join(f"{n} + {n} = {3 * n}" for n in range(1_000, 1_020)))
    followed.qtbot.waitUntil(lambda: not checking.is_busy, timeout=LONG)
    assert len(checking.said) == 13
    assert checking.said[-1] == "Det finns 8 summor till. Klistra in ett kortare stycke."

"""Rows of a day, and a shown pane."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from finsam_review.domain.workshop import table_letter
from finsam_review.i18n import thousands
from finsam_review.ui.application_list import ApplicationListPane, ApplicationRow
from finsam_review.ui.theme import Theme, apply_theme

KNOWN = [
    ("Grönt steg", "Hjo kommun", 3_637_000, 3),
    ("Unga vidare", "Skövde kommun", 3_580_000, 1),
    ("Ärlig chans", "Falköpings kommun", 2_005_000, 0),
    ("Zoo och lantgård", "Försäkringskassan", 390_000, 2),
    ("Åter i arbete", "Region Västra Götaland", 700_000, 3),
]


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    """Begin each test in the light look at 100 %."""
    apply_theme(qapp, Theme())


@pytest.fixture
def rows() -> list[ApplicationRow]:
    """Five applications; three tables read each, and table A has answered as many questions as given."""
    made = []
    for number, (title, applicant, amount, answered) in enumerate(KNOWN, start=1):
        badges = tuple(
            (table_letter(t), t, tuple(t == 1 and q < answered for q in range(3))) for t in (1, 2, 3)
        )
        if number == 1:
            badges = tuple((letter, t, (True, True, True)) for letter, t, _answers in badges)
        row = ApplicationRow(
            f"a{number}", number, f"{title} – lång titel", title, applicant, thousands(amount), "Kommun, FK",
            badges, loose=int(number == 3), doubts=2 * (number == 4), amount=amount,
        )  # fmt: skip
        made.append(row)
    return made


@pytest.fixture
def pane(qtbot, rows: list[ApplicationRow]) -> Callable[..., ApplicationListPane]:
    """Return a builder of a shown pane with the rows."""

    def build(*, width: int = 492) -> ApplicationListPane:
        made = ApplicationListPane()
        made.set_rows(rows)
        made.resize(width, 600)
        qtbot.addWidget(made)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        return made

    return build

"""The boards and lists of the design's pictures, made of rows that no day has, as scenes."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from tests.screens.gallery import components
from tests.screens.studio import Studio

from finsam_review.domain.notes import NoteContent
from finsam_review.domain.workshop import Shape, table_letter
from finsam_review.i18n import thousands
from finsam_review.ui.application_list import ApplicationListPane, ApplicationRow
from finsam_review.ui.board.board import Board
from finsam_review.ui.board.question_column import BoardQuestion
from finsam_review.ui.post_its.note_card import NoteCard
from finsam_review.ui.theme import current_theme


def _cards() -> dict[str, list[NoteCard]]:
    four = tuple((name, name) for name in ("Kommun", "Region", "AF", "FK"))
    first = [
        NoteCard("a", "C", 3, "Ingen part har en så långsam plats idag"),
        NoteCard(
            "b",
            "A",
            1,
            "En plats att landa på. Men hur skiljer det sig från trädgårdsgruppen som fanns i Tibro förut?",
        ),
        NoteCard("c", "B", 2, "Tillit och rutiner innan krav"),
        NoteCard("d", "C", 3, "långsamt tempo, finns inte idag"),
        NoteCard("e", "D", 4, "Tre egna besök innan grupp = guld värt 🌱"),
        NoteCard("f", "E", 5, "", hidden=True),
    ]
    second = [
        NoteCard(
            "g",
            "A",
            1,
            "AF bör vara ordinarie i styrgruppen, inte bara bjudas in två ggr",
            party_labels=four[2:3],
        ),
        NoteCard(
            "h",
            "B",
            2,
            "Alla fyra parter. Viktigt att de som sitter där har mandat att besluta om pengar och "
            "personal, annars är det bara en till informationsgrupp",
            party_labels=four,
        ),
        NoteCard(
            "i", "C", 3, "Två kommuner räknas som en part men här finns vård och FK → OK", conflict=True
        ),
    ]
    third = [
        NoteCard("j", "A", 1, "Risk att det blir kö direkt", "Tydliga intagskriterier som styrgruppen äger"),
        NoteCard("k", "C", 3, "Vintern? Växthus i januari..."),
        NoteCard(
            "l",
            "B",
            2,
            "Sårbart med bara två ledare. Vad händer vid sjukdom eller om den ena slutar?",
            "Vikariepool tillsammans med daglig verksamhet i Hjo?",
        ),
        NoteCard("m", "A", 1, "Resor! Bussen går för sällan"),
    ]
    return {"q1": first, "q2": second, "q3": third}


def _questions() -> list[BoardQuestion]:
    parties = tuple((name, name, name) for name in ("Kommun", "Region", "AF", "FK"))
    return [
        BoardQuestion(
            "q1",
            1,
            "Vad får individen här som inte finns i ordinarie verksamhet?",
            "Vad tillför detta projekt/insats för en individ som individen idag inte kan få i "
            "ordinarie verksamhet?",
        ),
        BoardQuestion(
            "q2",
            2,
            "Vilka parter behövs i styrgruppen, och varför?",
            "Hur tycker ni styrgruppsammansättningen ska vara för att samverkan i projektet ska "
            "bli optimal? Vilka parter behövs och varför?",
            Shape.PARTIES,
            parties,
        ),
        BoardQuestion(
            "q3",
            3,
            "Vad kan bli svårt, och vilka lösningar föreslår ni?",
            "Finns det något i projektet/insatsen som ni tror kan bli en utmaning eller svårighet? "
            "Vilka förslag på lösningar har ni?",
            Shape.CHALLENGE,
        ),
    ]


def made_board(studio: Studio) -> QWidget:
    """The board of picture 02, or 02b when text is large."""
    page = Board(_questions())
    page.set_notes(_cards())
    page.columns["q1"].view.choose("b")
    page.columns["q3"].editor.set_content(NoteContent("Vem tar arbetsterapeuten när projektet är slut?"))
    page.resize(1162 if current_theme().text_scale > 1 else 758, 586)
    studio.show(page)
    page.show_question("q3")
    page.columns["q3"].editor.focus_text()
    return page


def made_table_view(studio: Studio) -> QWidget:
    """The board of picture 05: editor first, larger type."""
    page = Board(_questions(), editor_first=True)
    page.set_notes({"q1": _cards()["q1"][1:3], "q2": _cards()["q2"][:1]})
    page.resize(1078, 586)
    studio.show(page)
    page.columns["q1"].editor.focus_text()
    return page


def _rows() -> list[ApplicationRow]:
    known = [
        ("Grönt steg", "Hjo kommun", 3_637_000),
        ("Unga vidare", "Skövde kommun", 3_580_000),
        ("Språkbron", "Falköpings kommun", 2_005_000),
        ("Samverkansteam Kinnekulle", "Lidköpings kommun", 1_500_000),
        ("Våga fråga", "Västra Götalandsregionen", 700_000),
        ("Handledarkraft", "Mariestads kommun", 485_000),
        ("Andrum", "Skara kommun", 4_050_000),
        ("Stegen in", "Töreboda kommun", 5_970_000),
        ("Nollklassad men inte bortglömd", "Försäkringskassan", 390_000),
        ("Bryggan", "Arbetsförmedlingen", 3_000_000),
        ("Nya vägar Vara", "Vara kommun", 720_000),
    ]
    rows = []
    for number, (title, applicant, amount) in enumerate(known, start=1):
        tables = range(1, 4) if number < 9 else range(4, 7)
        answers = tuple(
            (table_letter(t), t, tuple(number == 1 or (number * 7 + t * 5) % 4 > q for q in range(3)))
            for t in tables
        )
        rows.append(
            ApplicationRow(
                str(number),
                number,
                title,
                title,
                applicant,
                thousands(amount),
                "Kommun, FK",
                answers,
                loose=int(number == 3),
                doubts=2 * (number == 6),
                amount=amount,
            )
        )
    return rows


def made_applications(studio: Studio) -> QWidget:
    """The list of picture 02."""
    page = ApplicationListPane()
    page.set_rows(_rows())
    page.select("1")
    page.resize(current_theme().px(492), 655)
    return studio.show(page)


def made_six_tables(studio: Studio) -> QWidget:
    """The list when every application is read by six tables, and folded beside it."""
    page = QFrame()
    page.setProperty("part", "paper")
    line = QHBoxLayout(page)
    line.setContentsMargins(0, 0, 0, 0)
    wide, folded = ApplicationListPane(page), ApplicationListPane(page)
    every = tuple((table_letter(t), t, (True, t % 2 == 0, False)) for t in range(1, 7))
    for pane in (wide, folded):
        pane.set_rows([replace(row, badges=every if pane is wide else row.badges) for row in _rows()])
        pane.select("1")
        line.addWidget(pane)
    folded.set_folded(folded=True)
    page.resize(current_theme().px(592), 600)
    studio.show(page)
    wide.view.setFocus(Qt.FocusReason.TabFocusReason)
    return page


PARTS: tuple[Callable[[Studio], QWidget], ...] = (
    components,
    made_board,
    made_table_view,
    made_applications,
    made_six_tables,
)

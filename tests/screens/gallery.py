"""Photographs the building blocks of the window, for looking at: light and dark, 100 % and 150 %.

Run ``QT_QPA_PLATFORM=offscreen python tests/screens/gallery.py [name ...]``; pictures land in build/screens.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from finsam_review import i18n
from finsam_review.domain.notes import NoteContent
from finsam_review.domain.workshop import Shape, table_letter
from finsam_review.i18n import thousands
from finsam_review.ui.application_list import ApplicationListPane, ApplicationRow
from finsam_review.ui.board.board import Board
from finsam_review.ui.board.question_column import BoardQuestion
from finsam_review.ui.frame.rail import Rail, RailPage
from finsam_review.ui.frame.status import StatusPiece
from finsam_review.ui.marks.badges import TableBadge, TableButton
from finsam_review.ui.marks.chips import Chip, KeyCap
from finsam_review.ui.post_its.note_card import NoteCard
from finsam_review.ui.theme import (
    DARK,
    LIGHT,
    SEMIBOLD,
    Role,
    Theme,
    apply_theme,
    current_theme,
    load_fallbacks,
)
from finsam_review.ui.widgets.buttons import Button, IconButton, MenuButton, ReasonedButton
from finsam_review.ui.widgets.cards import CardButton, EmptyState
from finsam_review.ui.widgets.choices import CheckBox, RadioButton, TickChip
from finsam_review.ui.widgets.fields import Choice, Field, SearchField, TextBox, TextField
from finsam_review.ui.widgets.labels import ElidedLabel, Label
from finsam_review.ui.widgets.messages import Message, UndoLine
from finsam_review.ui.widgets.progress import ProgressCard
from finsam_review.ui.widgets.segmented import SegmentedChoice

OUT = Path(__file__).parents[2] / "build" / "screens"


def row(*widgets: QWidget) -> QHBoxLayout:
    """Lay widgets side by side."""
    line = QHBoxLayout()
    line.setSpacing(8)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return line


def heading(text: str) -> Label:
    """Make a heading of the gallery."""
    return Label(text, role=Role.LEAD, weight=SEMIBOLD)


def buttons_and_fields() -> QVBoxLayout:
    """Buttons, fields, chips, badges."""
    column = QVBoxLayout()
    column.addWidget(heading("Knappar"))
    column.addLayout(row(Button("Godkänn", kind="filled"), Button("Förhandsvisa", icon_name="file-pdf")))
    column.addLayout(row(Button("Låt stå", kind="text"), Button("Ta bort dagen", kind="danger")))
    blocked = ReasonedButton(Button("Godkänn", kind="filled"))
    blocked.set_blocked("1 lapp är kvar")
    column.addWidget(blocked)
    column.addLayout(row(MenuButton("Alla 16"), TableButton(1), IconButton("arrow-u-up-left", "Ångra")))
    column.addWidget(heading("Fält"))
    column.addWidget(SearchField("Sök ansökan, sökande, part"))
    field = Field("Sista dag", TextField("Sista dag"))
    field.editor.setText("fredag 15 november 2025")
    field.show_error("Den 15 november är en lördag. Menar du fredag 14?")
    column.addWidget(field)
    box = TextBox("Lapp", placeholder="Skriv en lapp till fråga 1 …")
    box.setFixedHeight(80)
    column.addWidget(box)
    choice = Choice("Insats")
    choice.addItems(["Förberedande insats", "Projekt"])
    column.addWidget(choice)
    column.addWidget(heading("Märken"))
    column.addLayout(row(Chip("Utkast"), Chip("Vald", kind="ticked"), Chip("Läst", kind="ok")))
    column.addLayout(row(Chip("2 frågetecken", kind="warn"), Chip("Ej sparad", kind="danger")))
    column.addLayout(row(*(TableBadge(number) for number in range(1, 7))))
    column.addStretch(1)
    return column


def choices_and_cards() -> QVBoxLayout:
    """Choices, key caps, cards and status pieces."""
    column = QVBoxLayout()
    ticked, unticked, radio = CheckBox("Närvarande"), CheckBox("Inte här"), RadioButton("Alla bord")
    ticked.setChecked(True)
    radio.setChecked(True)
    column.addWidget(heading("Närvaro och val"))
    column.addLayout(row(ticked, unticked, radio))
    chips = [TickChip(short, short) for short in ("Kommun", "Region", "AF", "FK")]
    chips[1].setChecked(True)
    column.addLayout(row(*chips))
    column.addLayout(row(SegmentedChoice("Visa", [("t", "Text", ""), ("o", "Originalet", "file-pdf")])))
    column.addLayout(row(KeyCap("Ctrl+N"), KeyCap("F1")))
    column.addWidget(heading("Kort"))
    new = "Ange dag och förbund. Sedan tar du in ansökningarna."
    column.addWidget(CardButton("plus-circle", "Ny workshopdag", new, keys="Ctrl+N"))
    practice = "Öva på en påhittad dag med 16 ansökningar och 428 lappar. Inget kan gå sönder."
    column.addWidget(CardButton("graduation-cap", "Generalrepetition", practice, keys="Ctrl+G"))
    column.addLayout(row(StatusPiece("Allt är sparat · senaste lappen 14.32", kind="ok")))
    column.addLayout(
        row(StatusPiece("66 av 144 rutor besvarade"), StatusPiece("Textstorlek 100 %", kind="quiet"))
    )
    column.addWidget(
        ElidedLabel("En lång rad som inte får plats i den här smala spalten utan måste kortas av")
    )
    column.addStretch(1)
    return column


def messages() -> QVBoxLayout:
    """Empty states, messages, progress, undo."""
    column = QVBoxLayout()
    text = (
        "Släpp filer eller en mapp här. Word, PDF, ODT och diarielistan går bra, i vilken ordning som helst."
    )
    empty = EmptyState("folder-open", "Inga ansökningar ännu", text)
    empty.add_button(Button("Ta in ansökningar", kind="filled"))
    column.addWidget(empty)
    rest = "Disken är full, 0 MB kvar. Texten finns kvar i rutan. De 65 tidigare lapparna är sparade."
    bad = Message("danger", "Ej sparad.", rest)
    bad.add_action("Försök igen", bad.hide, kind="filled")
    bad.add_action("Spara på annan plats", bad.hide)
    column.addWidget(bad)
    work = ProgressCard("Skapar sexton summeringar")
    work.step(9, 16, "Nollklassad men inte bortglömd")
    column.addWidget(work)
    column.addWidget(Message("ok", "Bord D är inläst.", "31 lappar lästa, 31 nya, 0 krockar."))
    draft = "Bord A, Grönt steg, fråga 3, 14.31"
    column.addWidget(
        Message("info", "Du hann inte sätta upp den här.", draft, icon_name="arrow-counter-clockwise")
    )
    undo = UndoLine()
    undo.offer("Lappen är borttagen.")
    column.addWidget(undo)
    column.addStretch(1)
    return column


def components() -> QWidget:
    """Everything of pictures 15 and 15b that is made of small widgets."""
    page = QFrame()
    page.setProperty("part", "paper")
    pages = [
        RailPage("list", "Ansökningar", "list-bullets", "Ctrl+1"),
        RailPage("tables", "Bord", "armchair", "Ctrl+2"),
        RailPage("day", "Dagen", "clock", "Ctrl+3"),
        RailPage("settings", "Inställningar", "gear", foot=True),
    ]
    line = QHBoxLayout(page)
    line.setContentsMargins(0, 0, 16, 0)
    line.setSpacing(24)
    line.addWidget(Rail(pages))
    for column in (buttons_and_fields(), choices_and_cards(), messages()):
        line.addLayout(column, 1)
    page.resize(1366, 800)
    return page


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


def board() -> QWidget:
    """The board of picture 02, or 02b when text is large."""
    page = Board(_questions())
    page.set_notes(_cards())
    page.columns["q1"].view.choose("b")
    page.columns["q3"].editor.set_content(NoteContent("Vem tar arbetsterapeuten när projektet är slut?"))
    page.resize(1162 if current_theme().text_scale > 1 else 758, 586)
    page.show()
    page.show_question("q3")
    page.columns["q3"].editor.focus_text()
    return page


def table_view() -> QWidget:
    """The board of picture 05: editor first, larger type."""
    page = Board(_questions(), editor_first=True)
    page.set_notes({"q1": _cards()["q1"][1:3], "q2": _cards()["q2"][:1]})
    page.resize(1078, 586)
    page.show()
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


def applications() -> QWidget:
    """The list of picture 02."""
    page = ApplicationListPane()
    page.set_rows(_rows())
    page.select("1")
    page.resize(current_theme().px(492), 655)
    return page


def six_tables() -> QWidget:
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
    page.show()
    wide.view.setFocus(Qt.FocusReason.TabFocusReason)
    return page


PICTURES: dict[str, Callable[[], QWidget]] = {
    "components": components,
    "board": board,
    "table-view": table_view,
    "applications": applications,
    "six-tables": six_tables,
}


def main() -> None:
    """Photograph what is named, or everything."""
    app = QApplication.instance() or QApplication([])
    i18n.set_language("sv")
    load_fallbacks()
    OUT.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[1:] or PICTURES:
        for theme in (Theme(LIGHT), Theme(DARK), Theme(LIGHT, 1.5)):
            apply_theme(app, theme)
            page = PICTURES[name]()
            page.show()
            page.activateWindow()
            for _turn in range(4):
                app.processEvents()
            look = f"{'dark' if theme.tokens.dark else 'light'}-{round(theme.text_scale * 100)}"
            page.grab().save(str(OUT / f"{name}-{look}.png"))
            page.close()
            page.deleteLater()


if __name__ == "__main__":
    main()

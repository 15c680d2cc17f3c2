"""The building blocks of the window side by side, as a scene."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from tests.screens.studio import Studio

from finsam_review.ui.frame.rail import Rail, RailPage
from finsam_review.ui.frame.status import StatusPiece
from finsam_review.ui.marks.badges import TableBadge, TableButton
from finsam_review.ui.marks.chips import KeyCap
from finsam_review.ui.theme import SEMIBOLD, Role
from finsam_review.ui.widgets.buttons import Button, IconButton, MenuButton
from finsam_review.ui.widgets.cards import CardButton, EmptyState
from finsam_review.ui.widgets.choices import CheckBox, TickChip
from finsam_review.ui.widgets.fields import Choice, Field, SearchField, TextBox, TextField
from finsam_review.ui.widgets.labels import ElidedLabel, Label
from finsam_review.ui.widgets.messages import Message, UndoLine
from finsam_review.ui.widgets.progress import ProgressCard
from finsam_review.ui.widgets.segmented import SegmentedChoice


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
    blocked = Button("Godkänn", kind="filled")
    blocked.set_blocked("1 lapp är kvar")
    column.addLayout(row(blocked))
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
    column.addLayout(row(*(TableBadge(number) for number in range(1, 7))))
    column.addStretch(1)
    return column


def choices_and_cards() -> QVBoxLayout:
    """Choices, key caps, cards and status pieces."""
    column = QVBoxLayout()
    ticked, unticked = CheckBox("Närvarande"), CheckBox("Inte här")
    ticked.setChecked(True)
    column.addWidget(heading("Närvaro och val"))
    column.addLayout(row(ticked, unticked))
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


def components(studio: Studio) -> QWidget:
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
    return studio.show(page)

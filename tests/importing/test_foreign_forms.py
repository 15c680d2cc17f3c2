"""Applications to another förbund on forms that nobody here has seen: right, or doubted, or empty and
doubted.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from finsam_review.domain.intake import Paragraph, Proposal, TableBlock, Vocabulary
from finsam_review.i18n.wording import doubt_text
from finsam_review.importing.files.reading import read_file
from finsam_review.importing.form.application_form import propose

FIELDS = (
    "title",
    "kind",
    "applicant",
    "organisations",
    "parties",
    "contact_name",
    "contact_email",
    "period_start",
    "period_end",
    "amounts",
    "amount_total",
)


@dataclass(frozen=True)
class Case:
    """A form and what it says. ``sure`` are the fields that must be right without any doubt."""

    content: tuple[Any, ...]
    expected: dict[str, Any]
    sure: tuple[str, ...]


CASES: dict[str, Case] = {}

CASES["other label words, other order, money in tkr"] = Case(
    (
        ("Title", "Projektansökan"),
        [
            ["Söks av", "Ronneby kommun / Socialförvaltningen"],
            ["Samverkanspartner", "Karlshamns kommun\nRegion Blekinge, psykiatrin\nArbetsförmedlingen"],
            ["Projektets titel", "Havsbris – sysselsättning vid kusten"],
            [
                "Ansökan avser",
                "[ ] Projekt  [x] Förberedande insats  [ ] Strukturinriktad insats  [ ] Individinriktad",
            ],
            [
                "Kontaktuppgifter",
                "Eva Lindqvist-Bohm, samordnare\n0457-61 80 00\neva.lindqvist@ronneby.example",
            ],
            ["Startdatum", "2026-03-01"],
            ["Slutdatum", "2027-12-31"],
            ["Sökta medel 2026 (tkr)", "850"],
            ["Sökta medel 2027 (tkr)", "1 020"],
        ],
    ),
    {
        "title": "Havsbris – sysselsättning vid kusten",
        "kind": "forberedande",
        "applicant": "Ronneby kommun",
        "organisations": ("Ronneby kommun", "Karlshamns kommun", "Region Blekinge", "Arbetsförmedlingen"),
        "parties": ("kommun", "region", "af"),
        "contact_name": "Eva Lindqvist-Bohm",
        "contact_email": "eva.lindqvist@ronneby.example",
        "period_start": date(2026, 3, 1),
        "period_end": date(2027, 12, 31),
        "amounts": ((2026, 850_000), (2027, 1_020_000)),
        "amount_total": 1_870_000,
    },
    ("title", "kind", "applicant", "contact_name", "contact_email", "period_start", "period_end", "amounts"),
)

CASES["labels in paragraphs, one amount for one year"] = Case(
    (
        "ANSÖKAN TILL SAMORDNINGSFÖRBUNDET",
        "Insatsens namn: Rätt väg in",
        "Sökande: Sölvesborgs kommun",
        "Medverkande: Sölvesborgs och Olofströms kommuner samt Försäkringskassan",
        "Typ av insats: Individinriktad insats",
        "Kontaktperson: Yusuf Abdi Hassan, tel 0456-81 60 00",
        "E-post: yusuf.hassan@solvesborg.example",
        "Period: 1 jan – 31 dec 2026",
        "Sökt belopp: 1.185.000:-",
    ),
    {
        "title": "Rätt väg in",
        "kind": "individ",
        "applicant": "Sölvesborgs kommun",
        "organisations": ("Sölvesborgs kommun", "Olofströms kommun", "Försäkringskassan"),
        "parties": ("kommun", "fk"),
        "contact_name": "Yusuf Abdi Hassan",
        "contact_email": "yusuf.hassan@solvesborg.example",
        "period_start": date(2026, 1, 1),
        "period_end": date(2026, 12, 31),
        "amounts": ((2026, 1_185_000),),
        "amount_total": 1_185_000,
    },
    (
        "title",
        "kind",
        "applicant",
        "organisations",
        "parties",
        "contact_name",
        "contact_email",
        "period_start",
        "amount_total",
    ),
)

CASES["a table with years across and thousands above"] = Case(
    (
        ("Heading1", "Uppgifter"),
        [
            ["Namn på projektet", "Klivet", "Projektägare", "Region Blekinge"],
            ["Projekttid", "2026-01-01--2028-06-30", "Kontakt", "Måns Örn"],
        ],
        [
            ["E-postadress", "mans.orn@regionblekinge.example"],
            ["Samarbetsparter", "Karlskrona kommun, Försäkringskassan"],
        ],
        "☒ Projekt",
        "☐ Förberedande insats",
        ("Heading1", "Budget"),
        [
            ["Belopp i tkr", "2026", "2027", "2028", "Totalt"],
            ["Personal", "900", "950", "400", "2 250"],
            ["Lokaler", "100", "50", "25", "175"],
            ["Summa kostnader", "1 000", "1 000", "425", "2 425"],
            ["Medfinansiering", "200", "200", "25", "425"],
            ["Sökt från förbundet", "800", "800", "400", "2 000"],
        ],
    ),
    {
        "title": "Klivet",
        "kind": "projekt",
        "applicant": "Region Blekinge",
        "organisations": ("Region Blekinge", "Karlskrona kommun", "Försäkringskassan"),
        "parties": ("kommun", "region", "fk"),
        "contact_name": "Måns Örn",
        "contact_email": "mans.orn@regionblekinge.example",
        "period_start": date(2026, 1, 1),
        "period_end": date(2028, 6, 30),
        "amounts": ((2026, 800_000), (2027, 800_000), (2028, 400_000)),
        "amount_total": 2_000_000,
    },
    ("title", "kind", "applicant", "contact_name", "contact_email", "period_start", "period_end"),
)

CASES["a free letter"] = Case(
    (
        "Hej,",
        "Arbetsförmedlingen i Blekinge och Olofströms kommun vill söka pengar för projektet ”Järnspiken”.",
        "Projektet pågår från 1 april 2026 till 31 mars 2027. Vi söker 1,2 mkr, varav 900 tkr för 2026.",
        "Vi har pratat med Försäkringskassan men de är inte med.",
        "Med vänlig hälsning",
        "Gun-Britt Öberg\nsektionschef, Arbetsförmedlingen\ngun-britt.oberg (at) arbetsformedlingen.example",
    ),
    {
        "title": "Järnspiken",
        "kind": "projekt",
        "applicant": "Arbetsförmedlingen",
        "organisations": ("Arbetsförmedlingen", "Olofströms kommun"),
        "parties": ("kommun", "af"),
        "contact_name": "Gun-Britt Öberg",
        "contact_email": "gun-britt.oberg@arbetsformedlingen.example",
        "period_start": date(2026, 4, 1),
        "period_end": date(2027, 3, 31),
        "amounts": ((2026, 900_000), (2027, 300_000)),
        "amount_total": 1_200_000,
    },
    (),
)

CASES["labels above their values in the same cell"] = Case(
    (
        [
            ["Projektnamn:\nStegvis", "Diarienummer (ifylls av förbundet):"],
            ["Sökande organisation:\nKarlshamns kommun", "Kontaktperson:\nPer af Klint"],
            ["E-post:\nper.afklint@karlshamn.example", "Telefon:\n0454-810 00"],
            ["Samverkande parter:\nKarlshamns kommun\nFörsäkringskassan", "Projektperiod:\n260201–271231"],
            [
                "Typ:\nProjekt ☐\nFörberedande insats ☐\nStrukturinriktad insats ☒",
                "Belopp:\n2026: 500 000 kr\n2027: 500 000 kr",
            ],
        ],
    ),
    {
        "title": "Stegvis",
        "kind": "struktur",
        "applicant": "Karlshamns kommun",
        "organisations": ("Karlshamns kommun", "Försäkringskassan"),
        "parties": ("kommun", "fk"),
        "contact_name": "Per af Klint",
        "contact_email": "per.afklint@karlshamn.example",
        "period_start": date(2026, 2, 1),
        "period_end": date(2027, 12, 31),
        "amounts": ((2026, 500_000), (2027, 500_000)),
        "amount_total": 1_000_000,
    },
    ("title", "kind", "applicant", "organisations", "contact_name", "contact_email", "amounts"),
)

CASES["contradictions and traps"] = Case(
    (
        [
            ["Namn på insatsen", "Öppen dörr"],
            ["Typ av ansökan", "☒ Projekt ☒ Förberedande insats"],
            ["Sökande", "Ronneby kommun"],
            ["Parter", "Ronneby kommun, Samhall, ev. Arbetsförmedlingen"],
            ["Kontaktpersoner", "Anna Ek, tel 0457-1 och Bo Alm, tel 0457-2"],
            ["E-post", "anna.ek@ronneby.example; bo.alm@ronneby.example"],
            ["Period", "2026-02-30 – 2026-12-31"],
            ["Sökt belopp 2026", "400 000 kr"],
            ["Sökt belopp 2027", "300 000 kr"],
            ["Sökt belopp totalt", "800 000 kr"],
        ],
    ),
    {
        "title": "Öppen dörr",
        "kind": None,
        "applicant": "Ronneby kommun",
        "organisations": ("Ronneby kommun",),
        "parties": ("kommun",),
        "contact_name": "Anna Ek",
        "contact_email": "anna.ek@ronneby.example",
        "period_start": None,
        "period_end": date(2026, 12, 31),
        "amounts": ((2026, 400_000),),
        "amount_total": 700_000,
    },
    ("title", "applicant"),
)

CASES["ordinal years, months and a vague total"] = Case(
    (
        [
            ["1. Projektets namn", "Fyren"],
            ["2. Projekttyp", "(x) Projekt ( ) Förberedande insats"],
            ["3. Projektägare", "Försäkringskassan Blekinge"],
            ["4. Deltagande parter", "Försäkringskassan, Region Blekinge, Karlskrona kommun"],
            ["5. Projektledare", "Saga Wik"],
            ["6. E-post till projektledaren", "saga.wik@fk.example"],
            ["7. Tidsperiod", "jan 2026 - dec 2027"],
            ["8. Sökt belopp år 1", "600 000"],
            ["9. Sökt belopp år 2", "ca 650 000"],
        ],
    ),
    {
        "title": "Fyren",
        "kind": "projekt",
        "applicant": "Försäkringskassan",
        "organisations": ("Försäkringskassan", "Region Blekinge", "Karlskrona kommun"),
        "parties": ("kommun", "region", "fk"),
        "contact_name": "Saga Wik",
        "contact_email": "saga.wik@fk.example",
        "period_start": date(2026, 1, 1),
        "period_end": date(2027, 12, 31),
        "amounts": ((2026, 600_000), (2027, 650_000)),
        "amount_total": 1_250_000,
    },
    ("title", "kind", "applicant", "parties", "contact_email", "period_start", "period_end"),
)

CASES["headings as labels"] = Case(
    (
        ("Heading1", "Ansökan 2026"),
        ("Heading2", "Projektets namn"),
        "Nära jobb",
        ("Heading2", "Sökande organisation"),
        "Olofströms kommun",
        ("Heading2", "Medverkande parter"),
        "Olofströms kommun",
        "Arbetsförmedlingen",
        ("Heading2", "Kontaktperson"),
        "Ida Berg, ida.berg@olofstrom.example",
        ("Heading2", "Typ av ansökan"),
        "Projekt",
        ("Heading2", "Projekttid"),
        "Hela 2026",
        ("Heading2", "Sökt belopp"),
        "720 tkr",
    ),
    {
        "title": "Nära jobb",
        "kind": "projekt",
        "applicant": "Olofströms kommun",
        "organisations": ("Olofströms kommun", "Arbetsförmedlingen"),
        "parties": ("kommun", "af"),
        "contact_name": "Ida Berg",
        "contact_email": "ida.berg@olofstrom.example",
        "period_start": date(2026, 1, 1),
        "period_end": date(2026, 12, 31),
        "amounts": ((2026, 720_000),),
        "amount_total": 720_000,
    },
    (
        "title",
        "applicant",
        "organisations",
        "contact_name",
        "contact_email",
        "kind",
        "period_start",
        "amount_total",
    ),
)

CASES["a header row over one row of values, and a cost that is not what is applied for"] = Case(
    (
        [
            ["Projektnamn", "Sökande", "Kontaktperson", "E-post"],
            ["Torget", "Karlskrona kommun", "Li Holm", "li.holm@karlskrona.example"],
        ],
        [["Total kostnad", "2 000 000 kr"], ["Egen finansiering", "800 000 kr"]],
        "Projekttid: 1/3 2026 – 28/2 2027",
        "Samverkanspart: Arbetsförmedlingen",
        "Vi ansöker om: Strukturinriktad insats",
    ),
    {
        "title": "Torget",
        "kind": "struktur",
        "applicant": "Karlskrona kommun",
        "organisations": ("Karlskrona kommun", "Arbetsförmedlingen"),
        "parties": ("kommun", "af"),
        "contact_name": "Li Holm",
        "contact_email": "li.holm@karlskrona.example",
        "period_start": date(2026, 3, 1),
        "period_end": date(2027, 2, 28),
        "amounts": (),
        "amount_total": 1_200_000,
    },
    (
        "title",
        "kind",
        "applicant",
        "organisations",
        "contact_name",
        "contact_email",
        "period_start",
        "period_end",
    ),
)

CASES["personal numbers and the form's own address"] = Case(
    (
        "Blanketten skickas till kansli@samordningsforbundet.example",
        [
            ["Projekt", "Duvan"],
            ["Sökande", "Ronneby kommun"],
            ["Kontaktperson", "Tea Ros, 811228-9874"],
            ["Samverkan med", "Region Blekinge"],
            ["Projekttid", "18 månader från 1 mars 2026"],
            ["Totalt sökt belopp", "1 500 000 kr"],
        ],
    ),
    {
        "title": "Duvan",
        "kind": None,
        "applicant": "Ronneby kommun",
        "organisations": ("Ronneby kommun", "Region Blekinge"),
        "parties": ("kommun", "region"),
        "contact_name": "Tea Ros",
        "contact_email": "",
        "period_start": date(2026, 3, 1),
        "period_end": date(2027, 8, 31),
        "amounts": (),
        "amount_total": 1_500_000,
    },
    ("title", "applicant", "organisations", "amount_total"),
)


def read(case: Case, make_docx: Callable[..., bytes], vocabulary: Vocabulary, name: str) -> Proposal:
    outcome = read_file(make_docx(*case.content))
    assert not outcome.problem
    return propose(outcome.blocks, vocabulary=vocabulary, file_name=f"{name}.docx")


@pytest.mark.parametrize("name", list(CASES))
def test_every_field_is_right_or_doubted(
    name: str, make_docx: Callable[..., bytes], blekinge: Vocabulary
) -> None:
    case = CASES[name]
    proposal = read(case, make_docx, blekinge, name)
    doubted = {doubt.field for doubt in proposal.doubts}
    wrong = {
        field: getattr(proposal.details, field)
        for field in FIELDS
        if field not in doubted and getattr(proposal.details, field) != case.expected[field]
    }
    assert wrong == {}


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.sure])
def test_plain_fields_are_right_without_a_doubt(
    name: str, make_docx: Callable[..., bytes], blekinge: Vocabulary
) -> None:
    case = CASES[name]
    proposal = read(case, make_docx, blekinge, name)
    doubts = [doubt for doubt in proposal.doubts if doubt.field in case.sure]
    assert {field: getattr(proposal.details, field) for field in case.sure} == {
        field: case.expected[field] for field in case.sure
    }
    assert doubts == []


def test_nothing_that_looks_like_a_personal_number_lands_anywhere(
    make_docx: Callable[..., bytes], blekinge: Vocabulary
) -> None:
    case = CASES["personal numbers and the form's own address"]
    proposal = read(case, make_docx, blekinge, "x")
    assert "811228" not in repr(proposal)
    assert proposal.details.contact_email == ""


def test_most_fields_of_foreign_forms_are_right(
    make_docx: Callable[..., bytes], blekinge: Vocabulary
) -> None:
    right = total = 0
    for name, case in CASES.items():
        details = read(case, make_docx, blekinge, name).details
        total += len(FIELDS)
        right += sum(getattr(details, field) == case.expected[field] for field in FIELDS)
    assert right / total > 0.9


@pytest.mark.parametrize("ending", ["pdf", "odt"])
@pytest.mark.parametrize("name", list(CASES))
def test_the_same_forms_saved_by_libreoffice_without_ruled_lines(
    name: str, ending: str, data: Path, blekinge: Vocabulary
) -> None:
    """The files were made from the forms above; nothing in them tells a table from loose words but places."""
    path = data / "forms" / f"form{list(CASES).index(name)}.{ending}"
    outcome = read_file(path.read_bytes())
    proposal = propose(outcome.blocks, vocabulary=blekinge, file_name=path.name)
    doubted = {doubt.field for doubt in proposal.doubts}
    expected = CASES[name].expected
    values = {field: getattr(proposal.details, field) for field in FIELDS}
    assert {
        field: value for field, value in values.items() if field not in doubted and value != expected[field]
    } == {}
    assert sum(value == expected[field] for field, value in values.items()) >= 7


TRAPS: dict[str, tuple[tuple[Any, ...], str, tuple[str, ...], Any]] = {
    "what is applied for beside the whole cost": (
        (
            [
                ["Projektnamn", "Bro"],
                ["Total budget", "3 400 000 kr"],
                ["Varav sökt från förbundet", "2 600 000 kr"],
            ],
        ),
        "amount_total",
        ("amount_by_year_missing",),
        2_600_000,
    ),
    "each year": (
        ("Insatsens namn: Bro", "Insatsen pågår: 2026–2028", "Sökt belopp per år: 400 000 kr"),
        "amounts",
        ("amount_each_year",),
        ((2026, 400_000), (2027, 400_000), (2028, 400_000)),
    ),
    "somebody else's money": (
        ("Medel: söks även från ESF 2 000 000 kr",),
        "amount_total",
        ("amount_words",),
        2_000_000,
    ),
    "a sentence where the applicant should be": (
        ("Organisation: Styrgruppen består av Arbetsförmedlingen",),
        "applicant",
        ("from_text",),
        "Arbetsförmedlingen",
    ),
    "two applicants": (
        ([["Projekt", "Bro"], ["Sökande", "Ronneby kommun och Karlskrona kommun"]],),
        "applicant",
        ("several",),
        "Ronneby kommun",
    ),
    "a role before the name": (
        ([["Projekt", "Bro"], ["Kontaktperson", "Enhetschef Mona-Lisa Grön, tfn 010-123 45 67"]],),
        "contact_name",
        (),
        "Mona-Lisa Grön",
    ),
    "a form that nobody has filled in": (
        (
            [
                ["Projektets namn", "Ange projektets namn"],
                ["E-post", "namn@exempel.se"],
                ["Sökt belopp 2026", "0 kr"],
            ],
        ),
        "contact_email",
        ("missing",),
        "",
    ),
    "a lone cross in a cell": (
        ([["Typ av insats", ""], ["Projekt", ""], ["Förberedande insats", "X"]],),
        "kind",
        (),
        "forberedande",
    ),
}


@pytest.mark.parametrize("name", list(TRAPS))
def test_traps(name: str, make_docx: Callable[..., bytes], blekinge: Vocabulary) -> None:
    content, field, codes, value = TRAPS[name]
    proposal = propose(read_file(make_docx(*content)).blocks, vocabulary=blekinge)
    assert getattr(proposal.details, field) == value
    found = {
        doubt.code for doubt in proposal.doubts if doubt.field in {field, "amounts"} or field == doubt.field
    }
    assert found >= set(codes)
    if not codes:
        assert not [doubt for doubt in proposal.doubts if doubt.field == field]


def test_every_doubt_has_a_sentence_with_its_values(
    make_docx: Callable[..., bytes], blekinge: Vocabulary
) -> None:
    contents = [case.content for case in CASES.values()] + [trap[0] for trap in TRAPS.values()]
    doubts = [
        doubt
        for content in contents
        for doubt in propose(read_file(make_docx(*content)).blocks, vocabulary=blekinge).doubts
    ]
    sentences = {doubt_text(doubt.code, doubt.values) for doubt in doubts}
    assert len({doubt.code for doubt in doubts}) >= 18
    assert not [sentence for sentence in sentences if "{" in sentence]


HOSTILE = {
    "names": "Aa, " * 60_000,
    "and": "Aa och " * 40_000,
    "one word": "a" * 300_000,
    "zeros": "0" * 200_000,
    "numbers": "100 000 " * 30_000,
    "dates": "2026-01-01 " * 20_000,
    "addresses": "a @ " * 50_000,
    "ticks": "☒ " * 100_000,
    "colons": "Projekt: " * 20_000,
}


@pytest.mark.parametrize("name", list(HOSTILE))
def test_no_text_keeps_the_program_waiting_or_makes_it_fail(name: str, blekinge: Vocabulary) -> None:
    text = HOSTILE[name]
    labels = ("Sökande", "Period", "Sökt belopp", "Kontaktperson", "Parter", "Typ", "Projektnamn", "E-post")
    blocks = (
        Paragraph(text),
        TableBlock(tuple((label, text) for label in labels)),
        *(Paragraph(f"{label}: {text}") for label in labels),
        *(Paragraph(text[place : place + 60]) for place in range(0, 60_000, 60)),
    )
    before = time.process_time()
    proposal = propose(blocks, vocabulary=blekinge)
    assert time.process_time() - before < 5
    assert proposal.doubts

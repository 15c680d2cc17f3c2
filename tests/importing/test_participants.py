"""Lists of participants as people send them: any headings, any order; rows that name nobody are told."""

import io
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from finsam_review.domain.errors import UserError
from finsam_review.domain.intake import FailedItem, Vocabulary
from finsam_review.domain.participants import SIZES, Participant
from finsam_review.i18n.wording import failure_text
from finsam_review.importing.participant_list import ParticipantRow, read_participants

Write = Callable[[str, bytes], Path]


def workbook(*sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"Blad{number}")
        for row in rows:
            sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_the_participants_of_the_rehearsal_day(sample: Path, skaraborg: Vocabulary):
    rows, failed = read_participants(sample / "deltagare.xlsx", vocabulary=skaraborg)
    assert failed == ()
    assert Counter(row.party for row in rows) == {"kommun": 29, "region": 9, "af": 6, "fk": 4}
    assert Counter(row.municipality_size for row in rows) == {"large": 11, "small": 11, "medium": 7, None: 19}
    assert rows[1] == ParticipantRow(
        2, "Signe Axenfalk", "Essunga kommun", "kommun", "Essunga", "small", "Styrelse, ersättare"
    )
    assert rows[7].organisation == "Västra Götalandsregionen, Närhälsan"
    assert all(row.municipality_size in SIZES for row in rows if row.municipality)
    assert rows[1].participant("p1") == Participant(
        "p1",
        "Signe Axenfalk",
        "Essunga kommun",
        "kommun",
        "Essunga",
        "small",
        "Styrelse, ersättare",
        present=True,
    )


def test_other_headings_in_another_order_and_the_party_worked_out(write: Write, blekinge: Vocabulary):
    rows = [
        ["Anmälda till workshopdagen"],
        [],
        ["Efternamn", "Befattning", "Förnamn", "Kommer", "Arbetsgivare", "E-post", "Kommunens storlek"],
        ["Ek", "enhetschef", "Anna", "ja", "Ronneby kommun", "a@x.example", "Liten (< 30 000)"],
        ["Öhrn", "", "Lars-Göran", "nej", "Region Blekinge, vuxenpsykiatrin", None, None, None],
        ["Hjelm", "handläggare", "Dag", "", "Arbetsförmedlingen Karlshamn"],
        ["Al-Rashid", "kurator", "Mohammed", "ja", "Polisen"],
        ["Ros", "", "Tea", "ja", "Sölvesborgs kommun"],
        ["Summa", None, None, 4],
    ]  # fmt: skip
    found, failed = read_participants(write("a.xlsx", workbook(rows)), vocabulary=blekinge)
    assert failed == ()
    assert found == (
        ParticipantRow(1, "Anna Ek", "Ronneby kommun", "kommun", "Ronneby", "small", "enhetschef"),
        ParticipantRow(2, "Lars-Göran Öhrn", "Region Blekinge, vuxenpsykiatrin", "region", present=False),
        ParticipantRow(3, "Dag Hjelm", "Arbetsförmedlingen Karlshamn", "af", role="handläggare"),
        ParticipantRow(4, "Mohammed Al-Rashid", "Polisen", None, role="kurator"),
        ParticipantRow(5, "Tea Ros", "Sölvesborgs kommun", "kommun", "Sölvesborg"),
    )


@pytest.mark.parametrize(
    ("stated", "party"),
    [
        ("Kommun", "kommun"), ("kommunen", "kommun"), ("Region", "region"), ("Region Blekinge", "region"),
        ("AF", "af"), ("Arbetsförmedlingen", "af"), ("FK", "fk"), ("fk", "fk"), ("Olofström", "kommun"),
        ("Polisen", None), ("-", None),
    ],
)  # fmt: skip
def test_a_stated_party_is_understood(stated: str, party: str | None, write: Write, blekinge: Vocabulary):
    path = write("a.csv", f"Deltagare;Part\nAnna Ek;{stated}".encode("cp1252"))
    (row,), _ = read_participants(path, vocabulary=blekinge)
    assert row.party == party


def test_names_in_one_column_may_stand_the_other_way_round_or_carry_a_title(
    write: Write, blekinge: Vocabulary
):
    text = 'Namn,Organisation\n"Ek, Anna",FK\n"Bo Alm, rektor",Olofströms kommun\n  Ulla   Holm ,\n'
    found, _ = read_participants(write("a.csv", text.encode()), vocabulary=blekinge)
    assert [(row.name, row.role) for row in found] == [
        ("Anna Ek", ""),
        ("Bo Alm", "rektor"),
        ("Ulla Holm", ""),
    ]


def test_rows_that_name_nobody_are_told(write: Write, blekinge: Vocabulary):
    rows = [
        ["Namn", "Organisation"],
        ["Anna Ek", "FK"],
        [None, "AF"],
        [],
        ["N.N.", "AF"],
        ["811228-9874", "FK"],
    ]
    found, failed = read_participants(write("lista.xlsx", workbook(rows)), vocabulary=blekinge)
    assert [row.name for row in found] == ["Anna Ek"]
    assert failed == tuple(FailedItem(f"lista.xlsx {row}", "row_name_missing") for row in (2, 4, 5))
    assert (
        failure_text(failed[0].code, failed[0].values)
        == "Det står inget namn på raden, så den togs inte med."
    )


def test_identity_numbers_are_never_taken_in(write: Write, blekinge: Vocabulary):
    text = "Namn;Pnr;Organisation;Roll\nAnna Ek 811228-9874;811228-9874;FK 19121212-1212;chef 8112289874"
    found, _ = read_participants(write("a.csv", text.encode()), vocabulary=blekinge)
    assert found == (ParticipantRow(1, "Anna Ek", "FK", "fk", role="chef"),)


@pytest.mark.parametrize(
    ("marks", "present"),
    [
        (("x", "", "x"), (True, False, True)), (("ja", "nej", ""), (True, False, True)),
        (("", "", ""), (True, True, True)), (("1", "0", "1"), (True, False, True)),
        (("Kommer", "Kommer inte", "förhindrad"), (True, False, False)),
        (("deltar digitalt", "avböjt", "sjuk"), (True, False, False)),
    ],
)  # fmt: skip
def test_who_is_here(marks: tuple[str, ...], present: tuple[bool, ...], write: Write, blekinge: Vocabulary):
    lines = "\n".join(f"Person {letter};{mark}" for letter, mark in zip("ABC", marks, strict=True))
    found, _ = read_participants(write("a.csv", f"Namn;Närvarande\n{lines}".encode()), vocabulary=blekinge)
    assert tuple(row.present for row in found) == present


@pytest.mark.parametrize(
    ("organisation", "municipality"),
    [
        ("Lidköpings kommun", "Lidköping"), ("Alingsås kommun", "Alingsås"),
        ("Bengtsfors kommun", "Bengtsfors"),
        ("Malmö stad", "Malmö"), ("Hjo kommun", "Hjo"), ("Ronneby kommun, arbetsmarknadsenheten", "Ronneby"),
        ("Dals-Eds kommun", "Dals-Ed"), ("Försäkringskassan", ""),
    ],
)  # fmt: skip
def test_the_municipality_is_worked_out_from_the_organisation(
    organisation: str, municipality: str, write: Write, blekinge: Vocabulary
):
    path = write("a.csv", f'Namn;Organisation\nAnna Ek;"{organisation}"'.encode())
    (row,), _ = read_participants(path, vocabulary=blekinge)
    assert row.municipality == municipality


def test_a_column_with_municipalities_alone_makes_people_municipal(write: Write, blekinge: Vocabulary):
    text = "Namn;Kommun;Storlek\nAnna Ek;Ronneby;mellanstor\nBo Alm;Ronneby;\nUlla Holm;Växjö kommun;Stor"
    found, _ = read_participants(write("a.csv", text.encode()), vocabulary=blekinge)
    assert [(row.organisation, row.party, row.municipality, row.municipality_size) for row in found] == [
        ("Ronneby kommun", "kommun", "Ronneby", "medium"),
        ("Ronneby kommun", "kommun", "Ronneby", "medium"),
        ("Växjö kommun", "kommun", "Växjö", "large"),
    ]


def test_people_on_several_sheets_are_all_taken_in(write: Write, blekinge: Vocabulary):
    one = [["Namn", "Organisation"], ["Anna Ek", "FK"]]
    two = [["Information"], ["Välkommen!"]]
    three = [["Organisation", "Namn"], ["AF", "Bo Alm"]]
    found, _ = read_participants(write("a.xlsx", workbook(one, two, three)), vocabulary=blekinge)
    assert [(row.name, row.party) for row in found] == [("Anna Ek", "fk"), ("Bo Alm", "af")]


def test_what_is_no_list_of_people_says_so(write: Write, blekinge: Vocabulary):
    for name, content in (("b.csv", b""), ("c.xlsx", b"PK\x03\x04"), ("d.csv", b"bara text")):
        with pytest.raises(UserError) as caught:
            read_participants(write(name, content), vocabulary=blekinge)
        assert caught.value.code == "list_unreadable"
    with pytest.raises(UserError) as caught:
        read_participants(write("e.csv", b"Dnr;Belopp\n1/26;850"), vocabulary=blekinge)
    assert (caught.value.code, caught.value.values) == (
        "list_no_header",
        {"file": "e.csv", "columns": "namn"},
    )

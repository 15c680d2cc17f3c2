"""Lists as chancelleries send them: any header words, any order, any way that Excel saves them."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from finsam_review.domain.errors import UserError
from finsam_review.domain.intake import DiaryList, ReadingRow, Vocabulary
from finsam_review.importing.diary_list import read_diary_list
from finsam_review.importing.files.reading import read_file
from finsam_review.importing.note_list import NoteRow, read_note_list
from finsam_review.importing.tabular.csv_text import read_csv

Write = Callable[[str, bytes], Path]


def listed(data: bytes, vocabulary: Vocabulary) -> DiaryList | None:
    outcome = read_file(data)
    assert not outcome.problem
    return read_diary_list(outcome.sheets, file_name="lista", vocabulary=vocabulary)


def workbook(*sheets: tuple[str, list[list[object]]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


TEXT = 'Dnr;Projekt;Sökande;Sökt belopp 2026\r\n12/26;"Åre; ""Ö""\r\nrad två";Ronneby kommun;1 200 000,50'
ENCODINGS = {
    "UTF-8": TEXT.encode(),
    "UTF-8 with mark": TEXT.encode("utf-8-sig"),
    "Windows-1252": TEXT.encode("cp1252"),
    "UTF-16 with mark": TEXT.encode("utf-16"),
    "UTF-16 without mark": TEXT.encode("utf-16-le"),
    "stated delimiter": b"sep=;\r\n" + TEXT.encode("cp1252"),
    "tabs": TEXT.replace(";", "\t").replace("Åre\t", "Åre;").encode("utf-16"),
    "commas": TEXT.replace(",50", "").replace(";", ",").replace("Åre,", "Åre;").encode(),
}


@pytest.mark.parametrize("name", list(ENCODINGS))
def test_delimited_text_is_read_however_it_was_saved(name: str) -> None:
    rows = read_csv(ENCODINGS[name])[0].rows
    assert list(rows[0]) == ["Dnr", "Projekt", "Sökande", "Sökt belopp 2026"]
    assert rows[1][:3] == ("12/26", 'Åre; "Ö"\r\nrad två', "Ronneby kommun")


def test_a_list_with_other_words_and_a_title_above(blekinge: Vocabulary) -> None:
    found = listed(
        workbook(
            (
                "2026",
                [
                    ["Inkomna ansökningar till budget 2026"],
                    [],
                    [
                        "E-postadress",
                        "Insats",
                        "Ärendenummer",
                        "Huvudsökande",
                        "Samverkanspart",
                        "Sökt 2026 (tkr)",
                        "Sökt 2027 (tkr)",
                        "Ankom",
                        "Kontakt",
                        "Projekttid",
                    ],
                    [
                        "a.ek@ronneby.example",
                        "Fyren",
                        "SF 2025-7",
                        "Ronneby kommun",
                        "Region Blekinge",
                        850,
                        900.5,
                        date(2025, 9, 3),
                        "Anna Ek, chef",
                        "2026-01-01 – 2027-12-31",
                    ],
                    [],
                    [
                        "",
                        "Torget",
                        "SF 2025-8",
                        "Karlskrona",
                        "Karlshamns och Olofströms kommuner, AF",
                        "okänt",
                        None,
                        "3 sept 2025",
                        "",
                        "",
                    ],
                    ["Summa", None, None, None, None, 850, 900.5],
                ],
            )
        ),
        blekinge,
    )
    assert found is not None
    first, second = found.rows
    assert (first.row, second.row) == (4, 6)
    assert first.details.amounts == ((2026, 850_000), (2027, 900_500))
    assert first.details.amount_total == 1_750_500
    assert (first.details.diary_number, first.details.received_on) == ("SF 2025-7", date(2025, 9, 3))
    assert (first.details.contact_name, first.details.contact_email) == ("Anna Ek", "a.ek@ronneby.example")
    assert (first.details.period_start, first.details.period_end) == (date(2026, 1, 1), date(2027, 12, 31))
    assert first.doubts == ()
    assert second.details.received_on == date(2025, 9, 3)
    assert second.details.organisations == ("Karlshamns kommun", "Olofströms kommun", "Arbetsförmedlingen")
    assert second.details.amounts == ()


def test_amounts_that_may_be_thousands_are_doubted_not_taken(blekinge: Vocabulary) -> None:
    found = listed("Projekt;Dnr;Sökt belopp 2026\nFyren;1/26;850".encode(), blekinge)
    assert found is not None
    assert found.rows[0].details.amounts == ()
    assert [doubt.code for doubt in found.rows[0].doubts] == ["amount_unit"]


def test_a_total_that_differs_from_the_years_is_doubted(blekinge: Vocabulary) -> None:
    rows = "Projekt;Dnr;Belopp 2026;Belopp 2027;Belopp totalt\nFyren;1/26;100 000;200 000;350 000"
    found = listed(rows.encode(), blekinge)
    assert found is not None
    assert [(doubt.field, doubt.code) for doubt in found.rows[0].doubts] == [("amount_total", "sum_differs")]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [["Dnr", "Läses av bord"], ["1/26", "1, 3"], ["2/26", "3"]],
            [(1, "1/26", 1), (3, "1/26", 1), (3, "2/26", 2)],
        ),
        ([["Projekt", "Bord"], ["Fyren", "A–B"], ["Torget", "bord C"]], [(3, "Torget", 1)]),
        (
            [["Projekt", "Läsande bord"], ["Fyren", "1-3"]],
            [(1, "Fyren", 1), (2, "Fyren", 1), (3, "Fyren", 1)],
        ),
        (
            [["Projekt", "Bord 1", "Bord 2"], ["Fyren", "x", None], ["Torget", "x", "x"]],
            [(1, "Fyren", 1), (1, "Torget", 2), (2, "Torget", 1)],
        ),
    ],
)
def test_who_reads_what(
    rows: list[list[object]], expected: list[tuple[int, str, int]], blekinge: Vocabulary
) -> None:
    found = listed(workbook(("Bord", rows)), blekinge)
    assert found is not None
    wanted = [ReadingRow(*row) for row in expected]
    assert [reading for reading in found.readings if reading in wanted] == wanted


@pytest.mark.parametrize(
    "rows",
    [
        "Namn;Organisation;Part\nAnna Ek;Ronneby kommun;Kommun",
        "bord,ansökan,fråga,text\n1,2,3,hej",
        "vara;antal\näpplen;3",
        "rad_id;tema\n1;Övrigt",
    ],
)
def test_other_lists_are_not_diary_lists(rows: str, blekinge: Vocabulary) -> None:
    assert listed(rows.encode(), blekinge) is None


def test_a_hidden_sheet_is_left_out(blekinge: Vocabulary) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Projekt", "Dnr"])
    book.worksheets[0].append(["Fyren", "1/26"])
    hidden = book.create_sheet("gammalt")
    hidden.append(["Projekt", "Dnr"])
    hidden.append(["Gammalt", "1/20"])
    hidden.sheet_state = "hidden"
    buffer = io.BytesIO()
    book.save(buffer)
    found = listed(buffer.getvalue(), blekinge)
    assert found is not None
    assert [row.details.title for row in found.rows] == ["Fyren"]


def test_notes_of_the_rehearsal_day(sample: Path) -> None:
    rows = read_note_list(sample / "reflektioner.csv")
    assert len(rows) == 428
    assert rows[0] == NoteRow(1, "3", "2025/041", "1", "Ingen part har en så långsam plats idag")
    assert any("\n" in row.text for row in rows)


def test_notes_in_any_order_of_columns(write: Write) -> None:
    rows = [
        ["Lapp", "Fråga nr", "Dnr", "Bord"],
        ["Först\nsedan", 2, "1/26", "C"],
        [None, 1, "1/26", "C"],
        ["Sist", 3, 4, 1],
    ]
    path = write("lappar.xlsx", workbook(("Blad1", rows)))
    assert read_note_list(path) == [
        NoteRow(1, "C", "1/26", "2", "Först\nsedan"),
        NoteRow(3, "1", "4", "3", "Sist"),
    ]


def test_a_note_list_without_its_columns_says_which(write: Write) -> None:
    with pytest.raises(UserError) as caught:
        read_note_list(write("a.csv", b"bord;text\n1;hej"))
    assert (caught.value.code, caught.value.values) == (
        "list_no_header",
        {"file": "a.csv", "columns": "ansökan, fråga"},
    )
    for name, content in (("b.csv", b""), ("c.xlsx", b"PK\x03\x04"), ("d.csv", b"bara text")):
        with pytest.raises(UserError) as caught:
            read_note_list(write(name, content))
        assert caught.value.code == "list_unreadable"

"""The rehearsal day's material is what its README says, and none of it can reach a real person."""

import csv
import re
from pathlib import Path

import openpyxl
import pytest

from finsam_review.paths import resources


@pytest.fixture
def sample() -> Path:
    """The folder with the rehearsal day's material."""
    return resources() / "sample"


def rows(path: Path, delimiter: str) -> list[dict[str, str]]:
    """Return the records of a CSV file in UTF-8."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=delimiter))


def test_sixteen_applications_and_one_revised(sample: Path):
    kinds = [path.suffix for path in (sample / "ansokningar").iterdir()]
    assert {kind: kinds.count(kind) for kind in kinds} == {".docx": 11, ".pdf": 4, ".odt": 1}
    assert len(list((sample / "reviderade").iterdir())) == 1


def test_the_notes_of_six_tables_on_three_questions(sample: Path):
    notes = rows(sample / "reflektioner.csv", ",")
    assert len(notes) == 428
    assert {note["bord"] for note in notes} == set("123456")
    assert {note["fråga"] for note in notes} == set("123")
    assert len({note["ansökan"] for note in notes}) == 16


def test_the_missions_are_told_by_seven_groups_about_four_parties(sample: Path):
    notes = rows(sample / "parternas_uppdrag.csv", ";")
    assert len({note["grupp"] for note in notes}) == 7
    assert len({note["om_part"] for note in notes}) == 4


def test_no_address_leads_to_anybody(sample: Path):
    sheet = openpyxl.load_workbook(sample / "ansokningslista.xlsx").worksheets[0]
    cells = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row]
    text = "\n".join([*cells, (sample / "reflektioner.csv").read_text(encoding="utf-8")])
    addresses = re.findall(r"[\w.+-]+@[\w.-]+\w", text)
    assert len(addresses) >= 15
    assert [address for address in addresses if not address.endswith(".example")] == []

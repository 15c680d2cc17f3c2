"""A foreign program opens the workbook and finds in it what was put in, and nothing to calculate."""

import csv
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.reporting.excel.builders import NAUGHTY, a_sheet, a_workbook

from finsam_review.reporting.excel.cells import grids
from finsam_review.reporting.excel.workbook import Workbook
from finsam_review.reporting.excel.writing import render_workbook

pytestmark = pytest.mark.libreoffice

_AS_WRITTEN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
"""Comma, quotes, UTF-8, values and not how they look, every sheet in a file of its own."""


@pytest.fixture(name="opened")
def opened_by_libreoffice(tmp_path: Path):
    """Return a function that gives the rows of each sheet as LibreOffice reads them."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not here: apt-get install libreoffice-calc-nogui")

    def opened(workbook: Workbook) -> list[list[list[str]]]:
        path = tmp_path / "bok.xlsx"
        path.write_bytes(render_workbook(workbook))
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", _AS_WRITTEN, "--outdir", tmp_path, path]
        subprocess.run(command, check=True, capture_output=True, timeout=200)
        return [_rows(tmp_path / f"bok-{grid.name}.csv") for grid in grids(workbook)]

    return opened


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def _expected(workbook: Workbook) -> list[list[list[str]]]:
    return [
        [
            [column.title for column in grid.columns],
            *[["" if value is None else str(value) for value in row] for row in grid.rows],
        ]
        for grid in grids(workbook)
    ]


def test_every_text_is_the_text_that_was_written(opened) -> None:
    workbook = a_workbook(
        a_sheet(*NAUGHTY), a_sheet("ord " * 20_000, "👍" * 40_000, name="Långt"), a_sheet(name="Tomt")
    )
    assert opened(workbook) == _expected(workbook)

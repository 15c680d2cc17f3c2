"""Owns how the tests of letters look at the tab: wait until it rests, read its pages, find its rows."""

from typing import TYPE_CHECKING

import pypdfium2
from pytestqt.qtbot import QtBot

from finsam_review.ui.letters_page import LettersPage
from finsam_review.ui.letters_page.listing.rows import LetterRow

if TYPE_CHECKING:
    from collections.abc import Sequence

LONG = 60_000


def rest(qtbot: QtBot, page: LettersPage) -> None:
    """Wait until nothing is being made."""
    qtbot.waitUntil(lambda: not page.is_busy, timeout=LONG)


def row(page: LettersPage, number: int) -> LetterRow:
    """Return the row of an application by its number."""
    return next(row for row in page.presenter.rows if row.number == number)


def show(qtbot: QtBot, page: LettersPage, number: int) -> LetterRow:
    """Choose an application and wait until its letter is there."""
    page.choose(row(page, number).application_id)
    rest(qtbot, page)
    return row(page, number)


def numbers(page: LettersPage) -> "Sequence[int]":
    """Return the numbers of the applications in the order they are listed."""
    return [row.number for row in page.presenter.rows]


def text_of(pdf: bytes) -> str:
    """Return the text of a PDF, blanks made single."""
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(document[at].get_textpage().get_text_bounded() for at in range(len(document)))
    document.close()
    return " ".join(text.split())

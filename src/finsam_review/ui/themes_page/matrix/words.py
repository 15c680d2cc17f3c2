"""Owns what a cell of the matrix is in words, and how the head of a column breaks into lines."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from finsam_review.domain.themes import ThemeCell, ThemeRow
from finsam_review.domain.workshop import Theme
from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext


def head_of(theme: Theme) -> str:
    """Return what stands above the column of a theme."""
    return theme.short_name or theme.name


def inside(name: str) -> str:
    """Return ``name`` as it stands inside a sentence; *IPS* stays as it is."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def count_words(cell: ThemeCell) -> str:
    """Return *6 lappar från 3 av 3 bord*, or that there are none."""
    if not cell.notes:
        return _("No notes")
    words = ngettext(
        "{n} note from {tables} of {of} tables",
        "{n} notes from {tables} of {of} tables",
        len(cell.notes),
    )
    return words.format(n=len(cell.notes), tables=len(cell.tables), of=cell.readers)


def spoken_cell(row: ThemeRow, theme: Theme, cell: ThemeCell) -> str:
    """Return *Grönt steg, Två parter: 3 lappar från 2 av 3 bord*, for those who do not see the dots."""
    said = count_words(cell)
    if not cell.demanded:
        said = _("not demanded. {count}").format(count=said)
    return _("{application}, {theme}: {words}").format(application=row.title, theme=theme.name, words=said)


_LEAST_PART = 4
_ENDINGS = (
    "verksamhet", "sammansättning", "förankring", "samordning", "uppföljning", "bedömning", "utveckling",
    "ersättning", "kompetens", "gruppen", "följning", "sättning", "samhet", "analys", "tering", "sering",
    "gring", "grupp", "värde", "flöde", "verket", "verk", "skap", "ning", "het",
)  # fmt: skip
"""Parts that long Swedish words end with, and before which they may be broken; the longest first."""


def in_lines(text: str, metrics: QFontMetrics, room: int, *, most: int = 2) -> list[str]:
    """Return ``text`` broken between its words into at most ``most`` lines of ``room`` px, cut at the end."""
    lines: list[str] = []
    words = [part for word in text.split() for part in _broken(word, metrics, room)]
    while words and len(lines) < most - 1:
        line = words.pop(0)
        while words and not line.endswith("-") and metrics.horizontalAdvance(f"{line} {words[0]}") <= room:
            line = f"{line} {words.pop(0)}"
        lines.append(line)
    lines += [" ".join(words)] if words else []
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines]


def longest_part(texts: list[str], metrics: QFontMetrics) -> int:
    """Return the width in px that no word of ``texts`` is cut in, broken where words may be."""
    parts = (part for text in texts for word in text.split() for part in _broken(word, metrics, 0))
    return max((metrics.horizontalAdvance(part) for part in parts), default=0)


def _broken(word: str, metrics: QFontMetrics, room: int) -> tuple[str, ...]:
    """Return ``word``, or its two parts where it is longer than ``room`` px and ends with a known part."""
    if metrics.horizontalAdvance(word) <= room:
        return (word,)
    bare = word.rstrip(".,;:")
    for ending in _ENDINGS:
        if bare.casefold().endswith(ending) and len(bare) - len(ending) >= _LEAST_PART:
            place = len(bare) - len(ending)
            return f"{word[:place]}-", word[place:]
    return (word,)

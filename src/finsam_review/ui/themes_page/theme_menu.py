"""Owns the menu by which themes are set on a note: a figure ticks, Enter takes the one that is read."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from finsam_review.domain.themes import is_demanded
from finsam_review.domain.workshop import MeasureKind, Theme
from finsam_review.i18n import gettext as _
from finsam_review.ui.themes_page.matrix.words import inside

_FIGURES = 9


@dataclass(frozen=True, slots=True)
class NoteThemes:
    """What is known of a note: themes of its own, those of its point, and those its words hint at."""

    own: tuple[str, ...] = ()
    of_point: Collection[str] = ()
    hinted: Collection[str] = ()


def theme_menu(
    themes: Sequence[Theme], note: NoteThemes, *, kind: MeasureKind | None, at: str,
    choose: Callable[[tuple[str, ...]], object], parent: QWidget,
) -> QMenu:  # fmt: skip
    """Return the menu of a note; the caller opens it and lets it go.

    ``choose`` is called with the codes that the note is to have. ``at`` is the theme that Enter takes. A
    theme of the note's point is ticked and can't be taken away here.
    """
    menu = QMenu(parent)
    for place, theme in enumerate(themes, start=1):
        inherited = theme.code in note.of_point
        action = QAction(_words(place, theme, note, kind), menu)
        action.setCheckable(True)
        action.setChecked(inherited or theme.code in note.own)
        action.setEnabled(not inherited)
        action.triggered.connect(lambda _on=False, code=theme.code: choose(_turned(note.own, code)))
        menu.addAction(action)
        if theme.code == at and not inherited:
            menu.setActiveAction(action)
    return menu


def _turned(own: tuple[str, ...], code: str) -> tuple[str, ...]:
    return tuple(known for known in own if known != code) if code in own else (*own, code)


def _words(place: int, theme: Theme, note: NoteThemes, kind: MeasureKind | None) -> str:
    """Return *&1  Implementering · förslag · krävs inte av förberedande insats*."""
    figure = f"&{place}  " if place <= _FIGURES else "     "
    remarks = [theme.name.replace("&", "&&")]
    if theme.code in note.of_point:
        remarks.append(_("set on the point"))
    elif theme.code in note.hinted and theme.code not in note.own:
        remarks.append(_("suggestion"))
    if kind is not None and not is_demanded(theme, kind.code):
        remarks.append(_("not demanded of {kind}").format(kind=inside(kind.name).replace("&", "&&")))
    return figure + " · ".join(remarks)

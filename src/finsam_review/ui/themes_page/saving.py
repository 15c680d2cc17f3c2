"""Owns the saving of the matrix as a picture: where, as what, and what came of it."""

from pathlib import Path

from finsam_review.domain.errors import UserError
from finsam_review.domain.themes import ThemeMatrix
from finsam_review.i18n import gettext as _
from finsam_review.i18n.masks import mask_words
from finsam_review.i18n.wording import error_text
from finsam_review.services.gate import DAY
from finsam_review.services.outgoing.exporting import safe_name
from finsam_review.services.outgoing.pictures import matrix_svg, matrix_to_show, save_picture
from finsam_review.services.session import Session
from finsam_review.ui.frame.file_notice import FileNotice
from finsam_review.ui.pdf_pages.saving import ask_where_to_save
from finsam_review.ui.themes_page.matrix.picture import as_png, matrix_picture

_KINDS = "PNG (*.png);;SVG (*.svg)"
_SVG = ".svg"


class PictureSaving:
    """Asks where, writes the picture, and tells the ``notice`` where it lies."""

    def __init__(self, session: Session, notice: FileNotice) -> None:
        self._session = session
        self._notice = notice

    def ask(self) -> None:
        """Ask where and save the matrix as it is now."""
        name = safe_name(f"{_('Themes')} {self._session.day.frame().workshop.title}.png")
        suggested = self._session.path.parent / name
        target = ask_where_to_save(self._notice, _("Save the themes as a picture"), suggested, kinds=_KINDS)
        if target is not None:
            self.save(self._session.themes.matrix(), target)

    def save(self, matrix: ThemeMatrix, target: Path) -> None:
        """Save ``matrix`` as ``target``: an SVG by its ending, else a PNG. Everything passes the gate."""
        gate = self._session.gate.gate(DAY)
        shown = matrix_to_show(matrix, gate)
        day = gate.passed(self._session.day.frame().workshop.title, mask_words())
        title = _("Themes – {day}").format(day=day)
        if target.suffix.casefold() == _SVG:
            data = matrix_svg(shown, title=title)
        else:
            data = as_png(matrix_picture(shown, title=title))
            target = target if target.suffix else target.with_suffix(".png")
        try:
            written = save_picture(data, target)
        except UserError as error:
            self._notice.tell_failed(_("The picture is not saved."), error_text(error.code, error.values))
        else:
            self._notice.tell_saved(_("The picture is saved."), written)

"""Owns the look in use: tokens, text size, and the way from a design pixel to a real one."""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont

from finsam_review.ui.theme.fonts import FAMILY, REGULAR, Role
from finsam_review.ui.theme.tokens import LIGHT, Tokens

TEXT_SCALES = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
"""The steps of the text size setting."""


@dataclass(frozen=True)
class Theme:
    """Tokens and text size together. ``text_scale`` is 1.0 to 2.0; ``motion`` allows fades."""

    tokens: Tokens = LIGHT
    text_scale: float = 1.0
    motion: bool = True
    families: tuple[str, ...] = field(default=(FAMILY,))

    def __post_init__(self) -> None:
        """Refuse a text size outside 100–200 %."""
        if not 1.0 <= self.text_scale <= 2.0:
            raise ValueError(self.text_scale)

    def px(self, design: float) -> int:
        """Return ``design`` pixels (96 dpi, 100 %) at the text size in use; 1 never becomes 0."""
        return max(1, round(design * self.text_scale)) if design > 0 else round(design * self.text_scale)

    def font(self, role: Role, weight: QFont.Weight = REGULAR) -> QFont:
        """Return the font of ``role`` at the text size in use."""
        font = QFont(list(self.families))
        font.setPointSizeF(role.value * self.text_scale)
        font.setWeight(weight)
        return font

    def colour(self, name: str) -> QColor:
        """Return the token called ``name`` as a colour."""
        return QColor(getattr(self.tokens, name))


class _InUse(QObject):
    """The look of the process. Qt has one style, palette and font for a process, and this is their source."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = Theme()

    def put(self, theme: Theme) -> None:
        self.theme = theme
        self.changed.emit()


_in_use = _InUse()


def current_theme() -> Theme:
    """Return the theme last given to :func:`apply_theme`, or light at 100 % before that."""
    return _in_use.theme


def theme_source() -> _InUse:
    """Return the object whose ``changed`` signal tells that the look is another."""
    return _in_use

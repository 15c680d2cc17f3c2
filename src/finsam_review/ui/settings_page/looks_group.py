"""Owns the settings of the person at this computer: text size, light or dark, language, Enter."""

from PySide6.QtWidgets import QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.preferences import PreferenceStore
from finsam_review.ui.settings_page.group import Group
from finsam_review.ui.theme.look import TEXT_SCALES
from finsam_review.ui.widgets.choices import CheckBox
from finsam_review.ui.widgets.segmented import SegmentedChoice


class LooksGroup(Group):
    """How the window looks. Every choice takes effect at once."""

    def __init__(self, preferences: PreferenceStore, parent: QWidget | None = None) -> None:
        super().__init__(_("Look"), parent)
        self._preferences = preferences
        sizes = [(_key(scale), _("{n} %").format(n=round(scale * 100)), "") for scale in TEXT_SCALES]
        self._size = SegmentedChoice(_("Text size"), sizes, self)
        modes = [
            ("system", _("As the computer"), ""),
            ("light", _("Light"), "sun"),
            ("dark", _("Dark"), "moon"),
        ]
        self._mode = SegmentedChoice(_("Light or dark"), modes, self)
        languages = [("sv", "Svenska", ""), ("en", "English", "")]
        self._language = SegmentedChoice(_("Language"), languages, self)
        self.add_row(_("Text size"), self._size, about=_("Also Ctrl + and Ctrl −"))
        self.add_row(_("Light or dark"), self._mode)
        self.add_row(_("Language"), self._language)
        self._size.chosen.connect(lambda key: preferences.change(text_scale=float(key)))
        self._mode.chosen.connect(lambda key: preferences.change(mode=key))
        self._language.chosen.connect(lambda key: preferences.change(language=key))
        preferences.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Tick what is chosen."""
        current = self._preferences.current
        self._size.choose(_key(current.text_scale))
        self._mode.choose(current.mode)
        self._language.choose(current.language)


class WritingGroup(Group):
    """How notes are written."""

    def __init__(self, preferences: PreferenceStore, parent: QWidget | None = None) -> None:
        super().__init__(_("Writing"), parent)
        self._preferences = preferences
        self._enter = CheckBox(_("Enter sticks up the note"), self)
        about = _("Shift+Enter then makes a new line. Ctrl+Enter always sticks up the note.")
        self._enter.setAccessibleDescription(about)
        self.add_tick(self._enter, about)
        self._enter.toggled.connect(lambda on: preferences.change(enter_submits=on))
        preferences.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Tick what is chosen."""
        self._enter.setChecked(self._preferences.current.enter_submits)


def _key(scale: float) -> str:
    return f"{scale:.2f}"

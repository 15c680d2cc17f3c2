"""Owns a person's own preferences on this computer: text size, light or dark, language, Enter."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from finsam_review.i18n import DEFAULT_LANGUAGE, LANGUAGES
from finsam_review.ui.theme import TEXT_SCALES

MODES = ("system", "light", "dark")


@dataclass(frozen=True, slots=True)
class Preferences:
    """The choices. ``mode`` is system, light or dark; ``enter_submits`` lets Enter stick a note up."""

    text_scale: float = 1.0
    mode: str = "system"
    language: str = DEFAULT_LANGUAGE
    enter_submits: bool = False


class PreferenceStore(QObject):
    """Keeps the preferences in an ini file of the user's folder. A value that can't be is not used."""

    changed = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = QSettings(str(folder / "preferences.ini"), QSettings.Format.IniFormat)
        self._current = self._read()

    @property
    def current(self) -> Preferences:
        """The preferences in use."""
        return self._current

    def change(self, **fields: object) -> None:
        """Change some of the fields of :class:`Preferences` and keep them."""
        new = replace(self._current, **fields)  # type: ignore[arg-type]
        if new == self._current:
            return
        self._current = new
        for name in Preferences.__slots__:
            self._store.setValue(name, getattr(new, name))
        self._store.sync()
        self.changed.emit(new)

    def step_text_scale(self, step: int) -> None:
        """Make the text one step larger (1) or smaller (-1), or 100 % (0)."""
        place = TEXT_SCALES.index(self._current.text_scale) + step if step else 0
        self.change(text_scale=TEXT_SCALES[min(max(place, 0), len(TEXT_SCALES) - 1)])

    def table_of(self, workshop_id: str) -> int:
        """Return which table wrote last on a day on this computer; 0 if none has."""
        return round(_number(self._store.value(f"tables/{workshop_id}")))

    def keep_table(self, workshop_id: str, number: int) -> None:
        """Remember which table writes on a day."""
        self._store.setValue(f"tables/{workshop_id}", number)

    def approver(self) -> str:
        """Return who approved last on this computer; empty if nobody has."""
        return str(self._store.value("approver") or "")

    def keep_approver(self, name: str) -> None:
        """Remember who approves."""
        self._store.setValue("approver", name)

    def window_place(self) -> QByteArray:
        """Return where the window was, empty if never."""
        stored = self._store.value("window")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    def keep_window_place(self, place: QByteArray) -> None:
        """Remember where the window is."""
        self._store.setValue("window", place)

    def _read(self) -> Preferences:
        defaults = Preferences()
        scale = _number(self._store.value("text_scale"))
        mode = str(self._store.value("mode"))
        spoken = str(self._store.value("language"))
        return Preferences(
            text_scale=scale if scale in TEXT_SCALES else defaults.text_scale,
            mode=mode if mode in MODES else defaults.mode,
            language=spoken if spoken in LANGUAGES else defaults.language,
            enter_submits=str(self._store.value("enter_submits")).casefold() == "true",
        )


def _number(value: object) -> float:
    try:
        return float(str(value))
    except ValueError:
        return 0.0

"""Owns where things lie: the program's resources and the user's folders. Nothing else looks for them."""

import os
import sys
from functools import cache
from pathlib import Path

_FOLDER = "finsam-review"


@cache
def resources() -> Path:
    """Return the folder with fonts, icons, texts, presets and the sample day.

    Installed programs carry it inside the package; in a source tree it lies beside ``src``.
    """
    frozen = getattr(sys, "_MEIPASS", None)
    package = Path(__file__).resolve().parent
    candidates = [package / "resources", package.parents[1] / "resources"]
    if frozen:
        candidates.insert(0, Path(frozen) / "resources")
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError("resources")


def state_folder() -> Path:
    """Return the folder for settings, recent files, backups and logs; made when missing.

    ``FINSAM_HOME`` overrides it, for portable use from a stick and for tests.
    """
    chosen = os.environ.get("FINSAM_HOME")
    if chosen:
        folder = Path(chosen)
    else:
        import platformdirs

        folder = Path(platformdirs.user_data_dir(_FOLDER, appauthor=False, roaming=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def documents_folder() -> Path:
    """Return the folder where new workshop days are suggested to lie."""
    import platformdirs

    return Path(platformdirs.user_documents_dir()) / "Finsam"


def package_folder() -> Path:
    """Return the folder of the package itself, where migration scripts lie."""
    return Path(__file__).resolve().parent

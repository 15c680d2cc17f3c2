"""Photographs every page, dialog and building block of the window, for looking at.

Run by ``dev.py screens``; pictures land in ``build/screens``: 1366×768 and 1920×1080, light and dark, text at
100 % and 150 %. Words name the scenes wanted; ``--readme`` makes the pictures of the README instead.
"""

import argparse
import sys
from collections.abc import Callable
from itertools import product

from PySide6.QtWidgets import QWidget
from tests.screens.gallery_rows import PARTS
from tests.screens.scenes_dialogs import DIALOGS
from tests.screens.scenes_follow_up import FOLLOW_UP
from tests.screens.scenes_outbox import OUTBOX
from tests.screens.scenes_pages import PAGES
from tests.screens.scenes_points import POINTS
from tests.screens.scenes_themes import THEMES
from tests.screens.studio import ROOT, Studio, studio

OUT = ROOT / "build" / "screens"
PICTURES = ROOT / "docs" / "pictures"
SIZES = ((1366, 768), (1920, 1080))
SCALES = (1.0, 1.5)
MODES = ("light", "dark")

SCENES: dict[str, Callable[[Studio], QWidget]] = {
    scene.__name__.replace("_", "-"): scene
    for scene in (*PAGES, *POINTS, *THEMES, *OUTBOX, *FOLLOW_UP, *DIALOGS, *PARTS)
}
_OF_ONE_SIZE = frozenset(part.__name__.replace("_", "-") for part in PARTS)


def photograph(place: Studio, wanted: list[str]) -> None:
    """Save a picture of each wanted scene in every size, look and text size."""
    for name, size, mode, scale in product(wanted, SIZES, MODES, SCALES):
        if name in _OF_ONE_SIZE and size != SIZES[0]:
            continue
        place.dress(size=size, mode=mode, scale=scale)
        widget = SCENES[name](place)
        place.settle(200)
        file = f"{name}-{size[0]}-{mode}-{round(scale * 100)}.png"
        widget.grab().save(str(OUT / file))
        print(file, f"{widget.width()}×{widget.height()}", flush=True)
        place.clear()


def photograph_readme(place: Studio) -> None:
    """Save the pictures that the README shows."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name in ("board", "table"):
        place.dress(size=SIZES[0], mode="light", scale=1.0)
        widget = SCENES[name](place)
        place.settle(200)
        widget.grab().save(str(PICTURES / f"{name}.png"))
        place.clear()


def main(arguments: list[str]) -> int:
    """Photograph what ``arguments`` name, everything by default."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenes", nargs="*", choices=[*SCENES, []], metavar="SCENE")
    parser.add_argument("--readme", action="store_true")
    options = parser.parse_args(arguments)
    OUT.mkdir(parents=True, exist_ok=True)
    with studio() as place:
        if options.readme:
            photograph_readme(place)
        else:
            photograph(place, options.scenes or list(SCENES))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Cuts the static faces in ``resources/fonts`` from variable Noto fonts. Run once; the result is committed.

Sources: the wheel ``manimgx-fonts`` (variable fonts, OFL) and Debian's ``fonts-noto-core`` (static, OFL).
None of the fonts has a Reserved Font Name, so the faces keep theirs.

    python installer/cut_fonts.py FOLDER_OF_MANIMGX_FONTS FOLDER_OF_DEBIAN_NOTO
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

TARGET = Path(__file__).resolve().parents[1] / "resources" / "fonts"
WINDOWS, UNICODE_BMP, ENGLISH = 3, 1, 0x409
REGULAR, BOLD = 400, 700


@dataclass(frozen=True)
class Face:
    """A face to cut: the source file, its family, and the style that people choose it by."""

    source: str
    family: str
    style: str = "Regular"
    weight: int = REGULAR

    @property
    def file_name(self) -> str:
        """``NotoSans-SemiBold.ttf``."""
        return f"{self.postscript_name}.ttf"

    @property
    def postscript_name(self) -> str:
        """``NotoSans-SemiBold``."""
        return f"{self.family.replace(' ', '')}-{self.style}"


CUT = (
    Face("NotoSans[wght].ttf", "Noto Sans"),
    Face("NotoSans[wght].ttf", "Noto Sans", "Medium", 500),
    Face("NotoSans[wght].ttf", "Noto Sans", "SemiBold", 600),
    Face("NotoSans[wght].ttf", "Noto Sans", "Bold", BOLD),
    Face("NotoSans-Italic[wght].ttf", "Noto Sans", "Italic"),
    Face("NotoSansSymbols[wght].ttf", "Noto Sans Symbols"),
    Face("NotoEmoji[wght].ttf", "Noto Emoji"),
    Face("NotoSansArabic[wght].ttf", "Noto Sans Arabic"),
    Face("NotoSansHebrew[wght].ttf", "Noto Sans Hebrew"),
    Face("NotoSansEthiopic[wght].ttf", "Noto Sans Ethiopic"),
    Face("NotoSansGeorgian[wght].ttf", "Noto Sans Georgian"),
    Face("NotoSansArmenian[wght].ttf", "Noto Sans Armenian"),
)
COPIED = ("NotoSansSymbols2-Regular.ttf", "NotoSansMath-Regular.ttf")


def cut(face: Face, folder: Path) -> Path:
    """Write one static face and return where it lies."""
    font = TTFont(folder / face.source)
    axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
    static = instantiateVariableFont(font, axes | {"wght": face.weight})
    _name(static, face)
    _mark_style(static, face)
    path = TARGET / face.file_name
    static.save(path)
    return path


def _name(font: TTFont, face: Face) -> None:
    """Name the face so that every system lists it as one style of its family.

    Windows' old menus know four styles a family; the others get a family of their own there (ids 1, 2)
    and say where they really belong in ids 16 and 17.
    """
    ribbi = face.style in {"Regular", "Italic", "Bold", "Bold Italic"}
    names = {
        1: face.family if ribbi else f"{face.family} {face.style}",
        2: face.style if ribbi else "Regular",
        3: f"finsam-review;{face.postscript_name}",
        4: f"{face.family} {face.style}",
        6: face.postscript_name,
    }
    if not ribbi:
        names |= {16: face.family, 17: face.style}
    table = font["name"]
    table.names = [
        record for record in table.names if record.nameID not in {1, 2, 3, 4, 6, 16, 17, 21, 22, 25}
    ]
    for name_id, text in names.items():
        table.setName(text, name_id, WINDOWS, UNICODE_BMP, ENGLISH)


def _mark_style(font: TTFont, face: Face) -> None:
    """Set weight class and style bits: what systems match on when a weight is asked for."""
    italic, bold = face.style == "Italic", face.weight == BOLD
    font["OS/2"].usWeightClass = face.weight
    selection = font["OS/2"].fsSelection & ~0b110_0001
    font["OS/2"].fsSelection = selection | italic | bold << 5 | (not italic and not bold) << 6
    font["head"].macStyle = bold | italic << 1
    for tag in ("STAT", "avar", "MVAR", "HVAR"):
        if tag in font:
            del font[tag]


def main(variable: Path, static: Path) -> None:
    """Cut and copy all faces."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for face in CUT:
        cut(face, variable)
    for name in COPIED:
        (TARGET / name).write_bytes((static / name).read_bytes())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

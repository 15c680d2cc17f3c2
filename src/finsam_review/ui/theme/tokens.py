"""Owns the colours: one dataclass, one instance for light and one for dark (DESIGN-SYSTEM §2)."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QPalette


@dataclass(frozen=True, slots=True)
class Tint:
    """The three colours of a table: fill and edge of its post-its, and its mark and letter box."""

    fill: str
    edge: str
    mark: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour of the window, as ``#RRGGBB``; ``shadow`` is the opacity of a post-it's shadow, 0–1.

    ``on_mark`` is the letter on a table's mark; ``steps`` are the fills of the theme matrix for 1, 2 and 3
    tables. ``plain`` means that fills carry nothing: Windows high contrast is on.
    """

    paper: str
    surface: str
    sunken: str
    line: str
    line2: str
    ink: str
    ink2: str
    accent: str
    accent_hover: str
    accent_pressed: str
    accent_soft: str
    on_accent: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    danger: str
    danger_soft: str
    on_mark: str
    shadow: float
    tints: tuple[Tint, ...]
    steps: tuple[str, str, str]
    dark: bool = False
    plain: bool = False

    def tint(self, table: int) -> Tint:
        """Return the colours of table number ``table`` (1 and up); from the seventh they come round again."""
        return self.tints[(table - 1) % len(self.tints)]


LIGHT = Tokens(
    paper="#F5F1E8",
    surface="#FFFDF9",
    sunken="#EBE5D8",
    line="#DAD2C2",
    line2="#857C6A",
    ink="#22201B",
    ink2="#575145",
    accent="#17555C",
    accent_hover="#0F434A",
    accent_pressed="#0A3238",
    accent_soft="#DCE9E7",
    on_accent="#FFFFFF",
    ok="#2C6638",
    ok_soft="#E1EDDF",
    warn="#744700",
    warn_soft="#F9EBCB",
    danger="#9B2C22",
    danger_soft="#F8E3DE",
    on_mark="#FFFFFF",
    shadow=0.16,
    tints=(
        Tint("#FBEFC2", "#DDC67C", "#735600"),
        Tint("#F9DED7", "#DFAC9E", "#913F2E"),
        Tint("#D9E8F4", "#9FC0D9", "#2A5A81"),
        Tint("#DFECD6", "#AAC697", "#3B612C"),
        Tint("#EAE1F3", "#C0ABD7", "#5F4487"),
        Tint("#EEE3D0", "#CBB691", "#6A5030"),
    ),
    steps=("#EFF3EE", "#DCE9E7", "#C3DAD6"),
)

DARK = Tokens(
    paper="#1C1B18",
    surface="#262521",
    sunken="#141310",
    line="#413E36",
    line2="#928A78",
    ink="#F2EEE4",
    ink2="#BDB6A7",
    accent="#86CBC4",
    accent_hover="#A6DDD7",
    accent_pressed="#C4EAE5",
    accent_soft="#23403E",
    on_accent="#0C2526",
    ok="#9FD0A3",
    ok_soft="#22362A",
    warn="#EBC573",
    warn_soft="#3E3219",
    danger="#F4ABA0",
    danger_soft="#4A2621",
    on_mark="#1C1B18",
    shadow=0.35,
    tints=(
        Tint("#463D1D", "#71632F", "#EBD27A"),
        Tint("#4A322B", "#785246", "#F2B3A3"),
        Tint("#27394A", "#44637E", "#A1CAEC"),
        Tint("#303F28", "#526A44", "#B2D39D"),
        Tint("#3B3149", "#62507A", "#CFB8EC"),
        Tint("#41382B", "#6C5C45", "#DFC7A0"),
    ),
    steps=("#2A302E", "#23403E", "#2B5350"),
    dark=True,
)


def high_contrast(palette: QPalette) -> Tokens:
    """Return tokens made of the system's own colours, for Windows high contrast.

    All fills fall away; letters, marks and borders stay, in the system's text colour.
    """
    role = QPalette.ColorRole
    base, text = palette.color(role.Base).name(), palette.color(role.Text).name()
    chosen, on_chosen = palette.color(role.Highlight).name(), palette.color(role.HighlightedText).name()
    dark = palette.color(role.Base).lightnessF() < palette.color(role.Text).lightnessF()
    return replace(
        DARK if dark else LIGHT,
        paper=base, surface=base, sunken=base, line=text, line2=text, ink=text, ink2=text,
        accent=chosen, accent_hover=chosen, accent_pressed=chosen, accent_soft=base, on_accent=on_chosen,
        ok=text, ok_soft=base, warn=text, warn_soft=base, danger=text, danger_soft=base,
        on_mark=base, shadow=0.0, tints=(Tint(base, text, text),), steps=(base, base, base), plain=True,
    )  # fmt: skip

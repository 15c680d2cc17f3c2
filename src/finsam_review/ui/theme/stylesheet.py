"""Owns the style sheet: buttons, fields, tabs, scroll bars and frames. Colours from tokens, no font sizes."""

from string import Template

from finsam_review.ui.theme.look import Theme

_BUTTONS = """
QPushButton, QToolButton[kind] { background: $surface; color: $ink; border: 1px solid $line2;
  border-radius: ${r7}px; padding: 0 ${p14}px; min-height: ${h34}px; }
QPushButton:hover, QToolButton[kind]:hover { background: $accent_soft; }
QPushButton:pressed, QToolButton[kind]:pressed { background: $accent_soft; border-color: $accent; }
QPushButton[kind="filled"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[kind="filled"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="filled"]:pressed { background: $accent_pressed; border-color: $accent_pressed; }
QPushButton[kind="text"] { background: transparent; color: $accent; border-color: transparent; }
QPushButton[kind="text"]:hover { background: $accent_soft; border-color: $accent_soft; }
QPushButton[kind="text"]:pressed { border-color: $accent; }
QPushButton[kind="on_ink"], QPushButton[kind="on_ink"]:hover { background: transparent; color: $surface;
  border-color: transparent; padding: 0 ${p6}px; }
QPushButton[kind="on_ink"]:hover { text-decoration: underline; }
QPushButton[kind="danger"] { color: $danger; border-color: $danger; }
QPushButton[kind="danger"]:hover { background: $danger_soft; }
QPushButton[blocked="true"], QPushButton[blocked="true"]:hover, QPushButton[blocked="true"]:pressed,
QPushButton:disabled { background: transparent; color: $ink2; border: 1px dashed $line2; }
QPushButton[large="true"] { min-height: ${h46}px; padding: 0 ${p18}px; }
QPushButton::menu-indicator { image: none; width: 0; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: ${r7}px; color: $ink; }
QToolButton:hover { background: $accent_soft; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[kind="chip"] { background: $surface; border: 1px solid $line2; padding: 0 ${p1}px;
  min-height: ${h30}px; }
QToolButton[kind="chip"][large="true"] { min-height: ${h38}px; }
QToolButton[kind="chip"]:hover { background: $accent_soft; }
QToolButton[kind="chip"]:checked { background: $accent_soft; border-color: $accent; }
QToolButton[kind="icon"] { background: transparent; border-color: transparent; padding: 0;
  min-width: ${h34}px; }
QToolButton[kind="icon"]:hover { background: $accent_soft; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit, QAbstractSpinBox {
  background: $surface; color: $ink; border: 1px solid $line2; border-radius: ${r7}px;
  selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $ink2; }
QLineEdit, QComboBox, QAbstractSpinBox { padding: 0 ${p10}px; min-height: ${h34}px; }
QPlainTextEdit, QTextEdit { padding: ${p2}px ${p7}px; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $accent; padding: 0 ${p9}px;
  min-height: ${h32}px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: ${p1}px ${p6}px; }
QLineEdit[wrong="true"], QComboBox[wrong="true"], QAbstractSpinBox[wrong="true"] { border: 2px solid $danger;
  padding: 0 ${p9}px; min-height: ${h32}px; }
QPlainTextEdit[wrong="true"] { border: 2px solid $danger; padding: ${p1}px ${p6}px; }
QLineEdit:read-only, QPlainTextEdit:read-only, QTextEdit:read-only { border-color: transparent;
  background: transparent; }
QComboBox::drop-down { border: none; width: ${p30}px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $surface; color: $ink; border: 1px solid $line2; outline: none;
  selection-background-color: $accent_soft; selection-color: $ink; }
"""

_ROOMS = """
QMenu { background: $surface; color: $ink; border: 1px solid $line2; padding: ${p4}px; }
QMenu::item { padding: ${p7}px ${p24}px ${p7}px ${p12}px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $ink2; }
QMenu::separator { height: 1px; background: $line; margin: ${p4}px ${p8}px; }
QToolTip { background: $ink; color: $surface; border: 1px solid $ink; padding: ${p4}px ${p6}px; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: $surface; }
QTabBar::tab { background: transparent; color: $ink2; border: none; border-bottom: 3px solid transparent;
  padding: ${p8}px ${p14}px; }
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent; }
QTabBar::tab:hover { background: $accent_soft; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 1px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 1px; }
QScrollBar::handle { background: $handle; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $line2; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QSplitter::handle { background: $line2; }
QAbstractScrollArea[frameless="true"], QScrollArea { border: none; background: transparent; }
QFrame[part="card"] { background: $surface; border: 1px solid $line; border-radius: ${r10}px; }
QFrame[part="surface"] { background: $surface; border: none; }
QFrame[part="paper"] { background: $paper; border: none; }
QFrame[part="sunken"] { background: $sunken; border: none; }
QFrame[part="line"] { background: $line; border: none; }
QFrame[part="divider"] { background: $line2; border: none; }
QFrame[part="empty"] { background: transparent; border: 1px dashed $line2; border-radius: ${r10}px; }
QProgressBar { border: 1px solid $line2; border-radius: 5px; background: $surface; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QLabel[tone="ink"] { color: $ink; }
QLabel[tone="ink2"] { color: $ink2; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="ok"] { color: $ok; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="danger"] { color: $danger; }
QLabel[tone="on_ink"] { color: $surface; }
"""

_SIZES = {"r": (7, 10), "p": (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 18, 24, 30), "h": (30, 32, 34, 38, 46)}


def stylesheet_for(theme: Theme) -> str:
    """Return the style sheet of ``theme``, every size already scaled."""
    tokens = theme.tokens
    values = {name: str(getattr(tokens, name)) for name in tokens.__dataclass_fields__}
    values["handle"] = tokens.line2 if tokens.plain else _handle(dark=tokens.dark)
    for letter, sizes in _SIZES.items():
        values.update({f"{letter}{size}": str(theme.px(size)) for size in sizes})
    return Template(_BUTTONS + _FIELDS + _ROOMS).substitute(values)


def _handle(*, dark: bool) -> str:
    return "#6B665A" if dark else "#B5AD9C"

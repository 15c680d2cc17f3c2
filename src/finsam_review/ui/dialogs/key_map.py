"""Owns the keys of the window as F1 lists them (DESIGN-SYSTEM §6): those that exist in this version."""

from dataclasses import dataclass

from finsam_review.i18n import N_


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Where some keys apply, and each of them with what it does. Words are message ids."""

    where: str
    keys: tuple[tuple[str, str], ...]


KEY_GROUPS: tuple[KeyGroup, ...] = (
    KeyGroup(
        N_("Everywhere"),
        (
            ("Ctrl+N", N_("New workshop day")),
            ("Ctrl+O", N_("Open")),
            ("Ctrl+1 … Ctrl+5", N_("The pages of the rail")),
            ("Ctrl+Tab", N_("Next tab of the page")),
            ("F6, Shift+F6", N_("Next or previous pane")),
            ("Ctrl+F", N_("Search")),
            ("Ctrl+Z", N_("Undo")),
            ("Ctrl+Y", N_("Redo")),
            ("Ctrl+P", N_("Print")),
            ("Ctrl++, Ctrl+−, Ctrl+0", N_("Larger text, smaller text, 100 %")),
            ("F1", N_("These keys")),
            ("F11", N_("Full screen")),
            ("Esc", N_("One step back; no text is ever lost")),
        ),
    ),
    KeyGroup(
        N_("Start page"),
        (
            ("Ctrl+G", N_("Rehearsal")),
            ("↑ ↓, Enter", N_("Choose and open one of the latest days")),
        ),
    ),
    KeyGroup(
        N_("Board and table view"),
        (
            ("Alt+↑, Alt+↓", N_("Previous or next application")),
            ("Alt+1, Alt+2, Alt+3", N_("Write to question 1, 2 or 3")),
            ("Ctrl+Enter", N_("Stick the note up")),
            ("Shift+Enter", N_("New line in a note")),
            ("Ctrl+B", N_("Change table")),
            ("Ctrl+L", N_("Read the application")),
        ),
    ),
    KeyGroup(
        N_("A note is chosen"),
        (
            ("← ↑ → ↓", N_("Go between notes")),
            ("Enter, F2", N_("Change the note")),
            ("Delete", N_("Remove the note")),
            ("Ctrl+M", N_("Move to another question, then 1, 2 or 3")),
            (N_("Menu key"), N_("More choices")),
        ),
    ),
    KeyGroup(
        N_("Summary, in a list"),
        (
            ("P", N_("New point; of several notes, one with your own text")),
            ("L", N_("Add to the point")),
            ("S", N_("Set aside")),
            ("N", N_("Next one left")),
            ("Enter, F2", N_("Rewrite the point")),
            ("D", N_("Split the point")),
            ("Delete", N_("Let the note be left to handle again")),
            ("T", N_("Theme")),
            ("M", N_("Mask")),
            (N_("Shift+↑ ↓, Ctrl+Space"), N_("Choose several notes")),
            ("Alt+Shift+↑ ↓", N_("Order of the points")),
            ("Ctrl+Shift+Enter", N_("Approve")),
        ),
    ),
    KeyGroup(
        N_("Outgoing and follow-up"),
        (
            (N_("Space"), N_("Tick as sent")),
            ("1, 2, 3", N_("Answered, partly, not")),
            ("0, Delete", N_("Take the tick back")),
            ("F8, Shift+F8", N_("Next or previous change")),
            ("Alt+↑, Alt+↓", N_("Previous or next application")),
        ),
    ),
    KeyGroup(
        N_("Lists"),
        (
            ("↑ ↓", N_("Choose a row")),
            ("Home, End", N_("First or last row")),
            ("Enter", N_("Open or go to the row")),
        ),
    ),
)

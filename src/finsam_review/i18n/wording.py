"""Owns the sentences for codes: errors, doubts and reasons. What happened, what is safe, what to do."""

from collections.abc import Mapping

from finsam_review.i18n import N_, gettext

ERRORS: dict[str, str] = {
    "note_empty": N_("There is nothing to stick up yet."),
    "note_too_long": N_(
        "The note is too long: {length} characters, and there is room for {limit}. "
        "Your text is still here. Split it into several notes."
    ),
    "note_shape": N_("This question has no room for that. Your text is still here."),
    "party_unknown": N_("The day has no party called {parties}."),
    "note_gone": N_("The note is no longer up. Nothing was changed."),
    "nothing_to_undo": N_("There is nothing to undo."),
    "nothing_to_redo": N_("There is nothing to redo."),
    "title_missing": N_("The day needs a name."),
    "tables_out_of_range": N_("Choose between 1 and {most} tables."),
    "deadline_before_day": N_("The last day to answer is before the workshop day. Choose a later date."),
    "question_empty": N_("Question {number} needs a text."),
    "question_answered": N_("The question already has notes, so its text stays as it is."),
    "application_gone": N_("The application has been put away. Undo brings it back."),
    "application_title_missing": N_("The application needs a title."),
    "period_backwards": N_("The period ends before it starts. Check the dates."),
    "file_exists": N_("There is already a file called {file}. It is untouched. Choose another name."),
    "folder_read_only": N_("Nothing can be saved in the folder {folder}. Choose another folder."),
    "file_missing": N_("The file can't be found. It may have been moved, or the memory stick is not in."),
    "file_unreadable": N_("{file} can't be read. Check that you may open it, or copy it to this computer."),
    "file_not_ours": N_("The file is not a workshop day. It is untouched."),
    "file_newer": N_(
        "The day was made in a newer version. It is untouched. Update the program to open it."
    ),
    "file_in_use": N_("The day is open in another window. Close it there and try again."),
    "file_in_use_by": N_(
        "The day is open in another window ({user} on {computer}, since {since}). "
        "Close it there and try again."
    ),
    "file_damaged": N_(
        "The file is damaged. It is untouched. Restore the latest backup from the start page."
    ),
    "file_foreign_parts": N_(
        "The file holds parts that do not belong in a workshop day ({parts}). "
        "It is untouched and was not opened."
    ),
    "file_read_only": N_("The file can only be read here. Save a copy to go on writing."),
    "file_too_big": N_("That is too big to be saved. What was saved before is safe."),
    "disk_full": N_("The disk is full. What was saved before is safe. Make room and try again."),
    "pdf_text_differs": N_(
        "The document did not say what it should, so it was not kept. "
        "Expected: {expected} Found: {found} Please report this; the notes themselves are safe."
    ),
    "path_too_long": N_(
        "The folder lies too deep: the file's whole name would be longer than {limit} characters. "
        "Nothing was written. Choose a folder nearer the top."
    ),
    "file_not_written": N_("The file {path} could not be written: {reason}. What was there before is safe."),
    "disk_error": N_(
        "The disk does not answer. What was saved before is safe. Save a copy somewhere else."
    ),
    "migration_failed": N_("The day could not be brought up to date. It is untouched, and there is a backup."),
    "copy_failed": N_("The copy {file} was not whole and was thrown away. The day itself is safe."),
    "preset_unknown": N_("There is no preset called {preset}. There is: {known}."),
    "row_table_unknown": N_("There is no table {table}."),
    "row_application_unknown": N_("There is no application {application}."),
    "row_question_unknown": N_("There is no question {question}."),
}

DOUBTS: dict[str, str] = {}

PROBLEMS: dict[str, str] = {}
"""Why a file or a row could not be taken in."""

DAMAGE: dict[str, str] = {
    "damaged_structure": N_("The structure of the file is damaged."),
    "damaged_reference": N_("Something in the file points nowhere."),
    "damaged_note": N_("The text of a note is not what was written."),
    "damaged_document": N_("A document is not what came in."),
}


def error_text(code: str, values: Mapping[str, object]) -> str:
    """Return the sentence for an error code. Raises ``KeyError`` for a code that has none: a bug."""
    return gettext(ERRORS[code]).format_map(values)


def doubt_text(code: str, values: Mapping[str, object]) -> str:
    """Return the sentence for a doubt code. Raises ``KeyError`` for a code that has none: a bug."""
    return gettext(DOUBTS[code]).format_map(values)


def failure_text(code: str, values: Mapping[str, object]) -> str:
    """Return the sentence for why an item failed: a problem of a foreign file, damage, or an error."""
    sentences = {**ERRORS, **DAMAGE, **PROBLEMS}
    return gettext(sentences[code]).format_map(values)

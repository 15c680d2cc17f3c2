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
    "point_empty": N_("The point needs a text. Nothing was changed."),
    "point_gone": N_("The point is no longer there. Nothing was changed."),
    "points_two_questions": N_("Choose notes that answer the same question. Nothing was changed."),
    "reason_missing": N_("Say in a few words why the note is set aside. It is still among those left."),
    "archive_differs": N_(
        "The case folder did not hold what it should, so it was not kept. The day itself is safe."
    ),
    "step_unknown": N_("The day has no such step. Nothing was changed."),
    "sent_in_future": N_("That day is still to come. Write the day the letter was sent."),
    "sent_before_day": N_("That is before the workshop day. Write the day the letter was sent."),
    "letter_unread": N_("No table has read the application yet, so there is nothing to send."),
    "nothing_drafted": N_("There is no draft to tick yet. Save the draft first."),
    "identity_number_passes": N_("A personal identity number never leaves. It stays masked."),
    "summary_approved": N_("The summary is approved, so it stays as it is. Reopen it to go on working."),
    "notes_left": N_("Notes left to handle: {n}. The summary is still a draft."),
    "hits_left": N_(
        "Places that may hold personal data: {n}. Look at them first; the summary is still a draft."
    ),
    "approver_missing": N_("Say who approves. The summary is still a draft."),
    "theme_name_missing": N_("A theme needs a name. The themes are as they were."),
    "theme_twice": N_("There are two themes called {name}. Give one of them another name."),
    "text_too_long": N_(
        "The text is too long: {length} characters, and there is room for {limit}. It is still here."
    ),
    "step_empty": N_("Say what is to be done. Nothing was changed."),
    "step_gone": N_("The step is no longer there. Nothing was changed."),
    "nothing_to_undo": N_("There is nothing to undo."),
    "nothing_to_redo": N_("There is nothing to redo."),
    "title_missing": N_("The day needs a name."),
    "tables_out_of_range": N_("Choose between 1 and {most} tables."),
    "deadline_before_day": N_("The last day to answer is before the workshop day. Choose a later date."),
    "deadline_past": N_("{day} has already been. Choose a later date."),
    "deadline_too_far": N_("{day} is more than a year after the workshop day. Is the year right?"),
    "deadline_weekend": N_("{day} is a {real}. Do you mean {offer}?"),
    "deadline_holiday": N_("{day} is {holiday}. Do you mean {offer}?"),
    "deadline_weekday_wrong": N_("{day} is not a {said} but a {real}. Do you mean {offer}?"),
    "deadline_no_such_day": N_("There is no such day: {found}. Which day do you mean?"),
    "address_missing": N_("There is no e-mail address. Add one, and the draft is made."),
    "address_broken": N_(
        "{text} can't be used as an e-mail address. Write the address alone, such as name@municipality.se."
    ),
    "address_several": N_("There is more than one address here: {text}. Choose one."),
    "template_field_unknown": N_("There is no field called {field}. There are: {known}."),
    "template_brace_alone": N_(
        "A brace is alone here: {found} Close the field, or write the brace twice if it is to be seen."
    ),
    "draft_differs": N_(
        "The mail draft did not say what it should, so it was not kept. "
        "Please report this; the summary itself is safe."
    ),
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
    "file_newer": N_("The day was made in a newer version. It is untouched. Update the program to open it."),
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
    "word_text_differs": N_(
        "The Word file did not say what it should, so it was not kept. "
        "Expected: {expected} Found: {found} Please report this; the notes themselves are safe."
    ),
    "workbook_differs": N_(
        "The workbook did not say what it should, so it was not kept. Sheet: {sheet} "
        "Expected: {expected} Found: {found} Please report this; the notes themselves are safe."
    ),
    "path_too_long": N_(
        "The folder lies too deep: the file's whole name would be longer than {limit} characters. "
        "Nothing was written. Choose a folder nearer the top."
    ),
    "file_not_written": N_("The file {path} could not be written: {reason}. What was there before is safe."),
    "disk_error": N_("The disk does not answer. What was saved before is safe. Save a copy somewhere else."),
    "backups_unusable": N_(
        "No backups can be kept in {folder}, so nothing was begun. Check that the folder can be written."
    ),
    "migration_failed": N_(
        "The day could not be brought up to date. It is untouched, and there is a backup."
    ),
    "copy_failed": N_("The copy {file} was not whole and was thrown away. The day itself is safe."),
    "preset_unknown": N_("There is no preset called {preset}. There is: {known}."),
    "row_table_unknown": N_("There is no table {table}."),
    "row_application_unknown": N_("There is no application {application}."),
    "row_question_unknown": N_("There is no question {question}."),
    "row_name_missing": N_("No name stands in this row, so it was left out."),
    "list_no_access": N_("{file} can't be opened. Check that it is there and that you may read it."),
    "list_unreadable": N_("{file} can't be read as a list. Save it as Excel or CSV and try again."),
    "list_no_header": N_("{file} lacks columns: {columns}. The first row should name the columns."),
}

DOUBTS: dict[str, str] = {
    "missing": N_("Nothing was found for this. Fill it in by hand."),
    "from_text": N_("Read out of running text. Is it right?"),
    "from_heading": N_("Taken from the heading of the document. Is it right?"),
    "from_file_name": N_("Taken from the name of the file. Is it right?"),
    "several": N_("The document says more than one thing: {values}. Which is right?"),
    "disagree": N_("The list says {list}, the application says {document}. Which is right?"),
    "changed": N_("Here it says {before}, the new document says {now}."),
    "personal_number": N_("There seems to be a personal identity number here. It was left out."),
    "body_unknown": N_("{name} is not known as a party. Which party does it belong to?"),
    "body_guessed": N_("{name} is not named in full. Which organisation is meant?"),
    "applicant_guessed": N_("No applicant is named. This is the first organisation mentioned."),
    "parties_without_applicant": N_("It is not clear whether the applicant is among these."),
    "parties_missing": N_("No organisations besides the applicant are named."),
    "parties_open": N_("It is not certain that everybody takes part. Read what it says."),
    "kind_unticked": N_("No kind is ticked."),
    "kind_several": N_("More than one kind is ticked. Which is right?"),
    "kind_unclear": N_("The kind can't be made out."),
    "contact_unclear": N_("The name can't be made out for certain. Is it right?"),
    "contact_leader": N_("No contact person is named. This is the project leader."),
    "email_mended": N_("The address was not written as an e-mail address. Is it right?"),
    "email_broken": N_("This does not look like an e-mail address."),
    "email_unclear": N_("The e-mail address can't be made out."),
    "date_unclear": N_("The date can't be made out."),
    "date_short": N_("The date is written in short. Is it right?"),
    "date_number": N_("The date is a bare number in the list. Is it right?"),
    "date_impossible": N_("There is no such day."),
    "period_unclear": N_("The period can't be made out."),
    "period_years": N_("Only years are given. Is it the whole year?"),
    "period_about": N_("The period is only roughly given."),
    "period_half": N_("Only one end of the period is given."),
    "period_computed": N_("The last day was worked out from the length. Is it right?"),
    "period_reversed": N_("The period ends before it starts."),
    "amount_approximate": N_("The amount is only roughly given."),
    "amount_unit": N_("Is the amount in kronor or in thousands?"),
    "amount_unclear": N_("The amount can't be made out."),
    "amount_year_assumed": N_("The year was worked out from the period: {year}. Is it right?"),
    "amount_year_missing": N_("It does not say which calendar year the amount is for."),
    "amount_by_year_missing": N_("Only a total is given, no amounts by year."),
    "amount_year_lacking": N_("No amount is given for {year}."),
    "amount_outside_period": N_("There is an amount for {year}, which lies outside the period."),
    "amount_each_year": N_("An amount for each year was given to every year of the period. Is it right?"),
    "amount_words": N_("Read what it says beside the amount. Is it what is applied for?"),
    "amount_of_cost": N_("This is a cost, which may be more than what is applied for."),
    "from_budget": N_("Taken from the sum of the budget. Is all of it applied for?"),
    "budget_differs": N_("The budget says {budget} for {year}."),
    "sum_differs": N_("The total is given as {total}, but the years add up to {sum}."),
    "match_unsure": N_("{file} was taken to be {title}. Is that right?"),
    "not_in_list": N_("{file} is not in the list."),
    "no_document": N_("No document was found for {file}."),
}

PROBLEMS: dict[str, str] = {
    "encrypted": N_(
        "{file} is protected with a password. The file is kept as it came. Fill in the fields by hand "
        "or ask for an open file."
    ),
    "no_text": N_(
        "{file} holds no text, only pictures of pages. The file is kept as it came. Fill in the fields "
        "by hand."
    ),
    "old_word": N_(
        "{file} is in an old Word format. The file is kept as it came. Save it as .docx in Word and "
        "take it in again, or fill in the fields by hand."
    ),
    "old_excel": N_("{file} is in an old Excel format. Save it as .xlsx in Excel and take it in again."),
    "web_page": N_(
        "{file} is a web page under another name. Open it, save it in the right format and take it in again."
    ),
    "damaged": N_(
        "{file} is damaged. The file is kept as it came. Ask for it once more or fill in the fields by hand."
    ),
    "empty": N_("{file} is empty. Ask for it once more."),
    "too_large": N_("{file} is too large to be read. Fill in the fields by hand."),
    "too_large_to_keep": N_("{file} is too large to be taken in."),
    "too_slow": N_("{file} took too long to read. The file is kept as it came. Fill in the fields by hand."),
    "reader_failed": N_("The reader of documents did not start, so {file} was not read. Try again."),
    "unsupported": N_(
        "{file} is not an application that can be read here. Word, PDF and ODT can be, and lists in "
        "Excel, ODS and CSV."
    ),
    "not_a_diary_list": N_("{file} is a list, but not of applications."),
    "no_access": N_("{file} can't be opened. Check that it is there and that you may read it."),
    "macros": N_("{file} holds macros. They are never run from here."),
    "text_missing": N_("Some of {file} could not be read as text. Compare with the document."),
    "already_here": N_("{file} is already here."),
    "row_already_here": N_("{file} is already here, and the list says nothing new."),
    "same_file": N_("{file} is the same file as {other}, so it was taken in once."),
}
"""Why a file or a row could not be taken in."""

DAMAGE: dict[str, str] = {
    "damaged_structure": N_("The structure of the file is damaged."),
    "damaged_reference": N_("Something in the file points nowhere."),
    "damaged_note": N_("The text of a note is not what was written."),
    "damaged_document": N_("A document is not what came in."),
    "damaged_day": N_("Something about the day or an application is not what was written."),
}


def error_text(code: str, values: Mapping[str, object]) -> str:
    """Return the sentence for an error code. Raises ``KeyError`` for a code that has none: a bug."""
    return gettext(ERRORS[code]).format_map(values)


def doubt_text(code: str, values: Mapping[str, object]) -> str:
    """Return the sentence for a doubt code. Raises ``KeyError`` for a code that has none: a bug.

    Why a document could not be read is a doubt about it too, in the words of :data:`PROBLEMS`.
    """
    return gettext({**PROBLEMS, **DOUBTS}[code]).format_map(values)


def failure_text(code: str, values: Mapping[str, object]) -> str:
    """Return the sentence for why an item failed: a problem of a foreign file, damage, or an error."""
    sentences = {**ERRORS, **DAMAGE, **PROBLEMS}
    return gettext(sentences[code]).format_map(values)

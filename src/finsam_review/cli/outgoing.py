"""Owns the commands by which something leaves the day: export, drafts."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from finsam_review.cli.result import Result, report
from finsam_review.domain.errors import UserError
from finsam_review.domain.intake import FailedItem
from finsam_review.domain.outgoing.template import Field
from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.services.session import Session

if TYPE_CHECKING:
    from finsam_review.services.outgoing.exporting import Exported
    from finsam_review.services.outgoing.letters import Letter
    from finsam_review.services.outgoing.outbox import OutboxRow

_SUMMARIES = frozenset({"summaries", "summaries-word"})


def export(options: argparse.Namespace) -> int:
    """Write what was asked for into a folder; without ``--only`` everything there is."""
    from finsam_review.services.outgoing.exports import KINDS, gather, write

    result = Result()
    kinds = tuple(dict.fromkeys(options.only or KINDS))
    with Session.open(options.file, read_only=True) as session:
        job = gather(session, kinds, name_tables=options.name_tables)
        drafts = session.summaries.drafts()
        approved = session.summaries.approvals()
        unapproved = [item.short_title for item in session.applications.all() if item.id not in approved]
    if drafts:
        result.warnings.append(_not_up(drafts))
    if unapproved and _SUMMARIES.intersection(kinds):
        result.warnings.append(_not_approved(unapproved))
    try:
        _write(write(job, options.to), options.to, result)
    except UserError as error:
        return _no_folder(error, options)
    count = len(result.done)
    sentence = ngettext("{n} file written.", "{n} files written.", count).format(n=count)
    return report(result, as_json=options.json, sentence=sentence)


def _write(steps: "Iterable[Exported]", folder: Path, result: Result) -> None:
    for step in steps:
        if step.error is not None:
            result.fail(FailedItem.of(step.title, step.error))
        elif step.path is not None:
            result.done.append(step.path.relative_to(folder.absolute()).as_posix())
            if step.unshown:
                result.warnings.append(_unshown(step.path.name, step.unshown))


def drafts(options: argparse.Namespace) -> int:
    """Write a mail draft for every application that has an address, all with the same deadline.

    What is ticked as sent is passed over: its letter is out already.
    """
    from finsam_review.services.outgoing.letters import write_letters

    result = Result()
    with Session.open(options.file) as session:
        _set_deadline(session, options, result)
        letters = _letters(session, options, result)
        made = []
        written_at = datetime.now().astimezone()
        try:
            for step in write_letters(letters, options.to, written_at=written_at):
                if step.error is not None:
                    result.fail(FailedItem.of(step.title, step.error))
                elif step.path is not None and step.made is not None:
                    made.append(step.made)
                    result.done.append(step.path.relative_to(options.to.absolute()).as_posix())
        except UserError as error:
            return _no_folder(error, options)
        session.outbox.keep(made)
    count = len(result.done)
    sentence = ngettext("{n} draft written.", "{n} drafts written.", count).format(n=count)
    return report(result, as_json=options.json, sentence=sentence)


def _letters(session: Session, options: argparse.Namespace, result: Result) -> "list[Letter]":
    """Return the letters that can go out; say of the others why not, and of these what deserves a look."""
    from finsam_review.domain.outgoing.dispatch import FileRole
    from finsam_review.services.outgoing.outbox import LetterState

    wanted = ((FileRole.PDF, True), (FileRole.WORD, options.word), (FileRole.PROCESS, options.process))
    roles = tuple(role for role, is_wanted in wanted if is_wanted)
    letters: list[Letter] = []
    written: list[OutboxRow] = []
    sent: list[str] = []
    for row in session.outbox.rows():
        if row.state in {LetterState.SENT, LetterState.ANSWERED}:
            sent.append(row.application.short_title)
            continue
        try:
            letters.append(session.outbox.letter(row.application.id, roles=roles))
        except UserError as error:
            result.fail(FailedItem.of(row.application.short_title, error))
            continue
        if row.problem is None:
            written.append(row)
    if sent:
        result.warnings.append(_sent_already(sent))
    unapproved = [row.application.short_title for row in written if not row.approved]
    if unapproved:
        result.warnings.append(_not_approved(unapproved))
    for row in written:
        result.warnings.extend(_looks(row, session.outbox.empty_fields(row.application.id)))
    return letters


def _no_folder(error: UserError, options: argparse.Namespace) -> int:
    """Say that nothing can be written where it was to be: the day itself could be opened."""
    result = Result()
    result.fail(FailedItem.of(str(options.to), error))
    return report(result, as_json=options.json, sentence="")


def _set_deadline(session: Session, options: argparse.Namespace, result: Result) -> None:
    from dataclasses import replace

    from finsam_review.i18n.wording import error_text
    from finsam_review.services.outgoing.outbox import deadline_warning

    workshop = session.day.frame().workshop
    session.day.change_workshop(replace(workshop, deadline=options.deadline))
    today = datetime.now().astimezone().date()
    problem = session.outbox.deadline_problem(options.deadline, today=today)
    if problem is not None:
        refusal = deadline_warning(problem)
        result.warnings.append(error_text(refusal.code, refusal.values))


def _looks(row: "OutboxRow", empty: Sequence[Field]) -> Iterator[str]:
    """Yield what deserves a look before a letter is sent."""
    title = row.application.short_title
    if empty:
        names = ", ".join(f"{{{field}}}" for field in empty)
        yield _("{title}: the letter is without {names}.").format(title=title, names=names)
    if row.shared_with:
        words = _("{title}: the same address as application {numbers}.")
        yield words.format(title=title, numbers=", ".join(map(str, row.shared_with)))


def _not_approved(titles: Sequence[str]) -> str:
    return ngettext(
        "{n} summary is not approved, so its document says Draft: {titles}.",
        "{n} summaries are not approved, so their documents say Draft: {titles}.",
        len(titles),
    ).format(n=len(titles), titles=", ".join(titles))


def _sent_already(titles: Sequence[str]) -> str:
    return ngettext(
        "{n} letter is ticked as sent and gets no new draft: {titles}.",
        "{n} letters are ticked as sent and get no new drafts: {titles}.",
        len(titles),
    ).format(n=len(titles), titles=", ".join(titles))


def _not_up(drafts: Sequence[tuple[str, str]]) -> str:
    places = [_("{title} (table {letter})").format(title=title, letter=letter) for title, letter in drafts]
    return ngettext(
        "{n} text is not stuck up: {places}.", "{n} texts are not stuck up: {places}.", len(drafts)
    ).format(n=len(drafts), places=", ".join(dict.fromkeys(places)))


def _unshown(name: str, characters: tuple[str, ...]) -> str:
    listed = " ".join(characters)
    return _("{file}: no font has {characters}; they stand as codes.").format(file=name, characters=listed)

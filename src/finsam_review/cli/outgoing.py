"""Owns the commands by which something leaves the day: export, drafts."""

import argparse
from collections.abc import Sequence

from finsam_review.cli.result import Result, report
from finsam_review.domain.applications import Application
from finsam_review.domain.intake import FailedItem
from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.services.session import Session


def export(options: argparse.Namespace) -> int:
    """Write what was asked for into a folder; without ``--only`` everything there is."""
    from finsam_review.services.outgoing.exports import KINDS, gather, write

    result = Result()
    kinds = tuple(dict.fromkeys(options.only or KINDS))
    with Session.open(options.file, read_only=True) as session:
        job = gather(session, kinds, name_tables=options.name_tables)
        drafts = session.summaries.drafts()
    if drafts:
        result.warnings.append(_not_up(drafts))
    for step in write(job, options.to):
        if step.error is not None:
            result.fail(FailedItem.of(step.title, step.error))
        elif step.path is not None:
            result.done.append(step.path.relative_to(options.to.absolute()).as_posix())
            if step.unshown:
                result.warnings.append(_unshown(step.path.name, step.unshown))
    count = len(result.done)
    sentence = ngettext("{n} file written.", "{n} files written.", count).format(n=count)
    return report(result, as_json=options.json, sentence=sentence)


def drafts(options: argparse.Namespace) -> int:
    """Write a mail draft for every application that has an address, all with the same deadline."""
    from datetime import datetime

    from finsam_review.domain.errors import UserError
    from finsam_review.domain.outgoing.dispatch import FileRole
    from finsam_review.services.outgoing.letters import write_letters

    result = Result()
    roles = (FileRole.PDF, FileRole.WORD) if options.word else (FileRole.PDF,)
    with Session.open(options.file) as session:
        _set_deadline(session, options, result)
        letters = []
        for row in session.outbox.rows():
            try:
                letters.append(session.outbox.letter(row.application.id, roles=roles))
            except UserError as error:
                result.fail(FailedItem.of(row.application.short_title, error))
                continue
            _warn(row.application, approved=row.approved, shared=row.shared_with, result=result)
        made = []
        written_at = datetime.now().astimezone()
        for step in write_letters(letters, options.to, written_at=written_at):
            if step.error is not None:
                result.fail(FailedItem.of(step.title, step.error))
            elif step.path is not None and step.made is not None:
                made.append(step.made)
                result.done.append(step.path.relative_to(options.to.absolute()).as_posix())
        session.outbox.keep(made)
    count = len(result.done)
    sentence = ngettext("{n} draft written.", "{n} drafts written.", count).format(n=count)
    return report(result, as_json=options.json, sentence=sentence)


def _set_deadline(session: Session, options: argparse.Namespace, result: Result) -> None:
    from dataclasses import replace

    from finsam_review.i18n.wording import error_text
    from finsam_review.services.outgoing.outbox import deadline_warning

    workshop = session.day.frame().workshop
    session.day.change_workshop(replace(workshop, deadline=options.deadline))
    problem = session.outbox.deadline_problem(options.deadline)
    if problem is not None:
        refusal = deadline_warning(problem)
        result.warnings.append(error_text(refusal.code, refusal.values))


def _warn(application: Application, *, approved: bool, shared: Sequence[int], result: Result) -> None:
    if not approved:
        words = _("{title}: the summary is not approved, so its document says Draft.")
        result.warnings.append(words.format(title=application.short_title))
    if shared:
        words = _("{title}: the same address as application {numbers}.")
        numbers = ", ".join(map(str, shared))
        result.warnings.append(words.format(title=application.short_title, numbers=numbers))


def _not_up(drafts: Sequence[tuple[str, str]]) -> str:
    places = [_("{title} (table {letter})").format(title=title, letter=letter) for title, letter in drafts]
    return ngettext(
        "{n} text is not stuck up: {places}.", "{n} texts are not stuck up: {places}.", len(drafts)
    ).format(n=len(drafts), places=", ".join(dict.fromkeys(places)))


def _unshown(name: str, characters: tuple[str, ...]) -> str:
    listed = " ".join(characters)
    return _("{file}: no font has {characters}; they stand as codes.").format(file=name, characters=listed)

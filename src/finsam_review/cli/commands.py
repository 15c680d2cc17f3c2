"""Owns what each command does: opens the day, calls one use case, tells what came of it."""

import argparse
from pathlib import Path

from finsam_review.cli.result import CANNOT_OPEN, Result, print_json, refuse, report
from finsam_review.domain.applications import Application
from finsam_review.domain.errors import UserError
from finsam_review.domain.intake import FailedItem
from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.services.session import Session


def new(options: argparse.Namespace) -> int:
    """Make a new workshop day."""
    from finsam_review.services.days.presets import load_preset

    preset = load_preset(options.preset)
    with Session.create(
        options.file, preset=preset, title=options.title, day=options.date, tables=options.tables
    ):
        result = Result(done=[options.file.name])
    return report(result, as_json=options.json, sentence=_("{file} is made.").format(file=options.file.name))


def demo(options: argparse.Namespace) -> tuple[int, Path]:
    """Make the rehearsal day unless it is there; return the exit code and where it lies."""
    from finsam_review.services.days.rehearsal import make_rehearsal, rehearsal_path

    path = options.file or rehearsal_path()
    if not path.exists():
        make_rehearsal(path).close()
    else:
        Session.open(path, read_only=True).close()
    sentence = _("The rehearsal day is in {file}.").format(file=path)
    return report(Result(done=[str(path)]), as_json=options.json, sentence=sentence), path


def take_in(options: argparse.Namespace) -> int:
    """Take in applications from documents, folders and diary lists."""
    result = Result()
    with Session.open(options.file) as session:
        session.backups.now(reason="import")
        for step in session.intake.gather(options.paths):
            if step.gathered is None:
                continue
            taken = session.intake.take_in(step.gathered)
            result.done = [_taken(application) for application in taken.applications]
            for item in (*step.gathered.failed, *taken.failed):
                result.fail(item)
            for item in step.gathered.warnings:
                result.warn(item)
    count = len(result.done)
    sentence = ngettext("{n} application taken in.", "{n} applications taken in.", count).format(n=count)
    return report(result, as_json=options.json, sentence=sentence)


def import_notes(options: argparse.Namespace) -> int:
    """Take in typed-up notes from a list."""
    result = Result()
    with Session.open(options.file) as session:
        try:
            taken = session.import_notes(options.list)
        except UserError as error:
            result.fail(FailedItem.of(options.list.name, error))
            return report(result, as_json=options.json, sentence="")
    result.more = {"added": taken.added, "already_here": taken.already_here}
    result.done = [options.list.name]
    for item in taken.failed:
        result.fail(item)
    if taken.already_here:
        result.warnings.append(_already(taken.already_here))
    sentence = ngettext("{n} note taken in.", "{n} notes taken in.", taken.added).format(n=taken.added)
    return report(result, as_json=options.json, sentence=sentence)


def import_participants(options: argparse.Namespace) -> int:
    """Take in the participants of the day from a list."""
    result = Result()
    with Session.open(options.file) as session:
        session.backups.now(reason="import")
        try:
            taken = session.participants.take_in(options.list)
        except UserError as error:
            result.fail(FailedItem.of(options.list.name, error))
            return report(result, as_json=options.json, sentence="")
    result.done = [{"name": person.name, "party": person.party} for person in taken.participants]
    for item in taken.failed:
        result.fail(item)
    count = len(taken.participants)
    sentence = ngettext("{n} participant taken in.", "{n} participants taken in.", count).format(n=count)
    return report(result, as_json=options.json, sentence=sentence)


def show(options: argparse.Namespace) -> int:
    """Show the day: as JSON for scripts, as a few lines for people."""
    from finsam_review.services.show import day_as_data

    with Session.open(options.file, read_only=True) as session:
        data = day_as_data(session)
    if options.json:
        print_json(data)
        return 0
    lines = [f"{data['workshop']['title']}, {data['workshop']['date']}"]
    for application in data["applications"]:
        count = sum(note["application"] == application["number"] for note in data["notes"])
        notes = ngettext("{n} note", "{n} notes", count).format(n=count)
        lines.append(f"{application['number']:>3}  {application['title']} ({notes})")
    return report(Result(), as_json=False, sentence="\n".join(lines))


def check(options: argparse.Namespace) -> int:
    """Check that the file is whole; name what is damaged."""
    result = Result()
    with Session.open(options.file, read_only=True) as session:
        damage = session.find_damage()
    for item in damage:
        result.fail(FailedItem(item.name, f"damaged_{item.kind}"))
    if not damage:
        result.done = [options.file.name]
    sentence = "" if damage else _("{file} is whole.").format(file=options.file.name)
    return report(result, as_json=options.json, sentence=sentence)


def _taken(application: Application) -> dict[str, object]:
    return {
        "number": application.number,
        "diary_number": application.details.diary_number or None,
        "title": application.title,
        "documents": [document.file_name for document in application.documents],
        "doubts": len(application.doubts),
    }


def _already(count: int) -> str:
    return ngettext(
        "{n} note was already there and was not doubled.",
        "{n} notes were already there and were not doubled.",
        count,
    ).format(n=count)


__all__ = [
    "CANNOT_OPEN", "check", "demo", "import_notes", "import_participants", "new", "refuse", "show", "take_in",
]  # fmt: skip

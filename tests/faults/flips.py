"""Owns the flipped bit: a day with one bit changed, and whether anybody would be shown anything false."""

import random
from pathlib import Path

from finsam_review.domain.errors import UserError
from finsam_review.services.session import Session
from finsam_review.storage.integrity import Damage
from finsam_review.storage.workshop_file import WorkshopFile

Content = tuple[object, ...]
REFUSALS = {"file_damaged", "file_not_ours", "file_newer", "file_foreign_parts"}


def damage(path: Path) -> tuple[Damage, ...]:
    """Return what the check of a file names."""
    with WorkshopFile.open(path, backups=path.parent / "backups", read_only=True) as file:
        return file.find_damage()


def content(path: Path) -> Content:
    """Return all that a person could see of a day."""
    with Session.open(path, read_only=True) as session:
        applications = session.applications.all()
        documents = [document.id for application in applications for document in application.documents]
        texts = [session.applications.text(ident) for ident in documents]
        originals = [session.applications.original(ident) for ident in documents]
        return (session.day.frame(), applications, session.notes.all(), texts, originals)


def content_or_refusal(path: Path) -> None:
    """Look at everything in a damaged file: what can't be read is refused in words."""
    try:
        content(path)
    except UserError as error:
        if error.code not in REFUSALS:
            raise


def flipped(path: Path, *, offset: int, bit: int) -> Path:
    """Return a copy of ``path`` beside it in which one bit is another."""
    changed = bytearray(path.read_bytes())
    changed[offset] ^= 1 << bit
    target = path.with_name("spoilt.finsam")
    target.write_bytes(changed)
    return target


def flips_seen(path: Path, *, flips: int, seed: int) -> float:
    """Return the share of random flips after which the file is refused, named damaged, or reads as before."""
    chance = random.Random(seed)
    whole = content(path)
    size = path.stat().st_size
    good = 0
    for _ in range(flips):
        spoilt = flipped(path, offset=chance.randrange(size), bit=chance.randrange(8))
        good += _seen(spoilt, whole)
    return good / flips


def _seen(path: Path, whole: Content) -> bool:
    try:
        if damage(path):
            content_or_refusal(path)
            return True
        return content(path) == whole
    except UserError:
        return True

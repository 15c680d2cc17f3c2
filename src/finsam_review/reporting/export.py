"""Owns how a finished document gets under its name: whole or not at all, and read back first."""

import errno
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from finsam_review.domain.errors import UserError
from finsam_review.domain.summaries import SummarySource
from finsam_review.i18n import gettext as _
from finsam_review.reporting.content import Content
from finsam_review.reporting.expected import unshown_characters
from finsam_review.reporting.filenames import summary_file_name
from finsam_review.reporting.summary import summary_content
from finsam_review.reporting.tagged.story import render
from finsam_review.reporting.verify import verify

LONGEST_PATH = 240
"""Characters of a whole path. Windows stops at 260, and a name may yet get " (2)"."""

_PREFIX, _SUFFIX = ".finsam-", ".tmp"
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_NO_SUCH_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})
_LAST_COPY = 99
_under_way: set[Path] = set()
"""Temporary files of this program: a second export into a folder must not sweep those of the first."""


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file as written, and the characters in it that no font has, as ``U+13000``."""

    path: Path
    unshown: tuple[str, ...] = ()


def export_summary(
    source: SummarySource, folder: Path, *, taken: set[str], internal: bool = False
) -> ExportedFile:
    """Write the summary of ``source`` into ``folder`` as PDF and return where it lies.

    ``taken`` are the names already used in this run; the new one is added. ``internal`` is the copy with
    tables, notes set aside and the receipt. Raises as :func:`export_content_pdf` does.
    """
    name = summary_file_name(source, taken=taken, mark=_mark(internal=internal))
    return export_as(source, folder / name, internal=internal)


def export_as(source: SummarySource, path: Path, *, internal: bool = False) -> ExportedFile:
    """Write the summary of ``source`` as PDF under ``path``, in place of what lies there.

    Raises as :func:`export_content_pdf` does.
    """
    return export_content_pdf(summary_content(source, internal=internal), path)


def export_summary_word(
    source: SummarySource, folder: Path, *, taken: set[str], internal: bool = False
) -> ExportedFile:
    """Write the summary of ``source`` into ``folder`` as Word, named as :func:`export_summary` does.

    Raises as :func:`export_content_word` does.
    """
    name = summary_file_name(source, taken=taken, suffix=".docx", mark=_mark(internal=internal))
    return export_content_word(summary_content(source, internal=internal), folder / name)


def export_content_pdf(content: Content, path: Path) -> ExportedFile:
    """Write any document as PDF under ``path``, in place of what lies there, and return where it lies.

    The text read back from the file's tags equals the text put in, else nothing is kept. Raises
    :class:`UserError` ``pdf_text_differs``, ``path_too_long``, ``disk_full`` or ``file_not_written``.
    """
    final = write_file(path, render(content), check=lambda temporary: verify(temporary, content))
    return ExportedFile(final, unshown_characters(content))


def export_content_word(content: Content, path: Path) -> ExportedFile:
    """Write any document as Word (.docx) under ``path``, as :func:`export_content_pdf` does for PDF.

    Word has fonts of its own for every character, so none is listed as not shown. Raises :class:`UserError`
    ``word_text_differs``, ``path_too_long``, ``disk_full`` or ``file_not_written``.
    """
    from finsam_review.reporting.word import render_word, verify_word

    data = render_word(content)
    return ExportedFile(write_file(path, data, check=lambda temporary: verify_word(temporary, content)))


def _mark(*, internal: bool) -> str:
    return _("internal copy") if internal else ""


def write_file(path: Path, data: bytes, *, check: Callable[[Path], None] | None = None) -> Path:
    """Write ``data`` under ``path`` in one step and return where it lies.

    Whoever looks sees the old file or the whole new one, also after a power cut. ``check`` reads the file
    before it gets its name, and raises for one that is not to be kept. A file that a reader holds open on
    Windows cannot be replaced: the new one is then called ``NAME (2).pdf``. Raises :class:`UserError`
    ``path_too_long``, ``disk_full`` or ``file_not_written``.
    """
    temporary = _written(_checked(path), data)
    try:
        if check is not None:
            check(temporary)
        return _replaced(temporary, path)
    finally:
        with suppress(OSError):  # the next export sweeps it
            temporary.unlink(missing_ok=True)
        _under_way.discard(temporary)


def sweep(folder: Path) -> int:
    """Remove what interrupted exports left in ``folder`` and return how many there were.

    What another export of this program is writing there just now is left alone.
    """
    found = [path for path in folder.glob(f"{_PREFIX}*{_SUFFIX}") if path.is_file()]
    orphans = [path for path in found if path.absolute() not in _under_way]
    for orphan in orphans:
        with suppress(OSError):  # another window is writing it just now, or the disk is full: it can wait
            orphan.unlink(missing_ok=True)
    return len(orphans)


def _checked(path: Path) -> Path:
    if len(str(path.absolute())) > LONGEST_PATH:
        raise UserError("path_too_long", path=str(path), limit=LONGEST_PATH)
    return path


def _written(path: Path, data: bytes) -> Path:
    """Return a temporary file beside ``path`` with ``data`` in it, on the disk and not only in its cache."""
    temporary = path.absolute().with_name(f"{_PREFIX}{secrets.token_hex(8)}{_SUFFIX}")
    _under_way.add(temporary)
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as problem:
        with suppress(OSError):  # the first problem is the one to tell
            temporary.unlink(missing_ok=True)
        _under_way.discard(temporary)
        raise _explained(problem, path) from problem
    return temporary


def _replaced(temporary: Path, path: Path) -> Path:
    """Put ``temporary`` under the name ``path``, or the next free one if that is held open."""
    stem, suffix = path.stem, path.suffix
    for number in range(1, _LAST_COPY + 1):
        target = path if number == 1 else path.with_name(f"{stem} ({number}){suffix}")
        try:
            temporary.replace(target)
        except PermissionError:
            continue
        except OSError as problem:
            raise _explained(problem, path) from problem
        try:
            _sync_folder(path.parent)
        except OSError as problem:
            raise _explained(problem, path) from problem
        return target
    raise UserError("file_not_written", path=str(path), reason=os.strerror(errno.EACCES))


def _sync_folder(folder: Path) -> None:
    """Bring the new name to the disk as well. Windows and some network drives cannot and need not."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as problem:
        if problem.errno not in _NO_SUCH_SYNC:
            raise
    finally:
        os.close(handle)


def _explained(problem: OSError, path: Path) -> UserError:
    if problem.errno in _FULL:
        return UserError("disk_full", path=str(path))
    if problem.errno == errno.ENAMETOOLONG:
        return UserError("path_too_long", path=str(path), limit=LONGEST_PATH)
    return UserError("file_not_written", path=str(path), reason=problem.strerror or str(problem))

"""A finished file lies under its name whole or not at all, and the reader's open copy is not in the way."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.reporting.documents import a_day

from finsam_review.domain.errors import UserError
from finsam_review.domain.notes import Note
from finsam_review.domain.summaries import SummarySource
from finsam_review.i18n import set_language
from finsam_review.i18n.wording import error_text
from finsam_review.reporting import export, word
from finsam_review.reporting.content import Content
from finsam_review.reporting.day import day_content
from finsam_review.reporting.export import (
    LONGEST_PATH,
    export_as,
    export_content_pdf,
    export_content_word,
    export_summary,
    export_summary_word,
    sweep,
    write_file,
)
from finsam_review.reporting.summary import summary_content
from finsam_review.reporting.verify import verify
from finsam_review.reporting.word import verify_word

Notes = Callable[..., Note]
Sources = Callable[..., SummarySource]


def test_the_sixteen_lie_in_the_folder_and_say_what_they_should(
    material: dict[str, SummarySource], tmp_path: Path
) -> None:
    taken: set[str] = set()
    files = [export_summary(source, tmp_path, taken=taken) for source in material.values()]
    assert sorted(tmp_path.iterdir()) == sorted(file.path for file in files)
    assert len(files) == 16
    assert files[0].path.name == "2025-041 Grönt steg.pdf"
    for file, source in zip(files, material.values(), strict=True):
        verify(file.path, summary_content(source))
        assert file.unshown == ()


def test_the_sixteen_as_word_lie_beside_them_under_the_same_names(
    material: dict[str, SummarySource], tmp_path: Path
) -> None:
    taken: set[str] = set()
    for source in material.values():
        export_summary(source, tmp_path, taken=taken)
        file = export_summary_word(source, tmp_path, taken=taken)
        verify_word(file.path, summary_content(source))
        assert file.path.with_suffix(".pdf").is_file()
        assert file.unshown == ()
    assert len(list(tmp_path.iterdir())) == 32


def test_an_internal_copy_says_so_in_its_name(note: Notes, source: Sources, tmp_path: Path) -> None:
    set_language("sv")
    one, taken = source(note("Bra")), set[str]()
    pdf = export_summary(one, tmp_path, taken=taken, internal=True)
    word = export_summary_word(one, tmp_path, taken=taken, internal=True)
    assert pdf.path.name == "2025-041 Grönt steg intern kopia.pdf"
    assert word.path.name == "2025-041 Grönt steg intern kopia.docx"
    verify(pdf.path, summary_content(one, internal=True))
    verify_word(word.path, summary_content(one, internal=True))


def test_the_summary_of_the_day_in_both_forms(tmp_path: Path) -> None:
    content = day_content(a_day())
    verify(export_content_pdf(content, tmp_path / "dagen.pdf").path, content)
    verify_word(export_content_word(content, tmp_path / "dagen.docx").path, content)
    assert len(list(tmp_path.iterdir())) == 2


def test_a_word_file_that_differs_is_not_kept(
    note: Notes, source: Sources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = word.render_word

    def losing_a_section(content: Content) -> bytes:
        return real(replace(content, sections=content.sections[:-1]))

    target = tmp_path / "summering.docx"
    target.write_bytes(b"old")
    monkeypatch.setattr(word, "render_word", losing_a_section)
    with pytest.raises(UserError, match="word_text_differs"):
        export_content_word(summary_content(source(note("Bra"))), target)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_what_could_not_be_shown_is_reported(note: Notes, source: Sources, tmp_path: Path) -> None:
    file = export_summary(source(note("Se \U00013000 och 中")), tmp_path, taken=set())
    assert file.unshown == ("U+13000", "U+4E2D")


def test_a_file_that_differs_is_not_kept(
    note: Notes, source: Sources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = export.render

    def losing_a_section(content: Content) -> bytes:
        return real(replace(content, sections=content.sections[:-1]))

    monkeypatch.setattr(export, "render", losing_a_section)
    with pytest.raises(UserError, match="pdf_text_differs"):
        export_summary(source(note("Bra")), tmp_path, taken=set())
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_ones_own_name_is_replaced_only_by_one_that_is_whole(
    note: Notes, source: Sources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "till sökande.pdf"
    target.write_bytes(b"old")
    with monkeypatch.context() as patched:
        real = export.render
        patched.setattr(
            export, "render", lambda content: real(replace(content, sections=content.sections[:-1]))
        )
        with pytest.raises(UserError, match="pdf_text_differs"):
            export_as(source(note("Bra")), target)
    assert target.read_bytes() == b"old"
    assert export_as(source(note("Bra")), target).path == target
    verify(target, summary_content(source(note("Bra"))))
    assert list(tmp_path.iterdir()) == [target]


def test_writing_again_replaces(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    assert write_file(path, b"one") == write_file(path, b"two") == path
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_held_open_gets_a_neighbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"being read")
    real = Path.replace

    def held(self: Path, target: Path) -> Path:
        if Path(target) == path:
            raise PermissionError(errno.EACCES, "held by a reader, as on Windows", str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", held)
    assert write_file(path, b"new") == tmp_path / "a (2).pdf"
    assert path.read_bytes() == b"being read"
    assert (tmp_path / "a (2).pdf").read_bytes() == b"new"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    old = tmp_path / "a.pdf"
    old.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="disk_full"):
        write_file(old, b"new")
    assert old.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [old]


def test_a_path_too_long_for_windows_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    folder = tmp_path / ("d" * 120) / ("e" * (LONGEST_PATH - 130))
    folder.mkdir(parents=True)
    with pytest.raises(UserError, match="path_too_long") as caught:
        write_file(folder / "namn.pdf", b"x")
    assert str(LONGEST_PATH) in error_text(caught.value.code, caught.value.values)
    assert list(folder.iterdir()) == []


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="file_not_written") as caught:
        write_file(tmp_path / "gone" / "a.pdf", b"x")
    assert error_text(caught.value.code, caught.value.values)


@pytest.mark.parametrize("name", ["åäö ÅÄÖ", "två ord (1)", "数"])
def test_folders_with_any_name(note: Notes, source: Sources, tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    file = export_summary(source(note("Bra")), folder, taken=set())
    assert file.path.is_file()


@pytest.mark.skipif(os.name == "nt", reason="kills with a signal that Windows does not have")
def test_no_kill_leaves_a_broken_file(tmp_path: Path) -> None:
    script = Path(__file__).with_name("killed_export.py")
    command = [sys.executable, script, tmp_path, "30"]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    finals, broken, orphans = map(int, run.stdout.split())
    assert finals > 0
    assert broken == 0
    assert orphans > 0, "no kill met a file being written, so nothing was tried"

    assert sweep(tmp_path) == orphans
    assert not list(tmp_path.glob(".finsam-*"))
    assert list(tmp_path.glob("*.pdf"))

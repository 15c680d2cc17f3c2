"""Owns the benchmarks of what goes out: drafts against bare mails, the whole folder against LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

from bench import benchmark, compare, measure
from bench_window import rehearsal
from plain_summary import plain_summary

WRITTEN_AT = datetime(2025, 10, 16, 9, 0, tzinfo=UTC)


@benchmark
def sixteen_summaries_and_drafts() -> None:
    """Sixteen summaries in sixteen checked drafts, against plain ReportLab and bare ``EmailMessage``."""
    from finsam_review.reporting.summary import summary_content
    from finsam_review.services.outgoing.letters import Letter, make_letter, write_letters
    from finsam_review.services.session import Session

    with rehearsal() as path, tempfile.TemporaryDirectory() as folder:
        with Session.open(path, read_only=True) as session:
            sources = session.summaries.sources()
        letters = [
            Letter(source, f"a{n}@hjo.kommun.example", f"Synpunkter {n}", "Hej!\n\n" * 40, None)
            for n, source in enumerate(sources)
        ]

        def bare() -> None:
            for letter in letters:
                mail = EmailMessage()
                mail["To"], mail["Subject"] = letter.recipient, letter.subject
                mail.set_content(letter.body)
                pdf = plain_summary(summary_content(letter.source))
                mail.add_attachment(pdf, maintype="application", subtype="pdf", filename="summering.pdf")
                mail.as_bytes()

        measure(
            "sixteen summaries + drafts, in memory",
            floor=bare,
            subject=lambda: [make_letter(letter, written_at=WRITTEN_AT) for letter in letters],
            goal=2.0,
            rounds=7,
        )
        measure(
            "the same, read back and on disk",
            floor=bare,
            subject=lambda: list(write_letters(letters, Path(folder), written_at=WRITTEN_AT)),
            goal=2.5,
            rounds=5,
        )


@benchmark
def the_whole_export_folder() -> None:
    """Everything there is to export in one go, against LibreOffice making PDFs of the Word files."""
    from finsam_review.services.outgoing.exports import KINDS

    office = shutil.which("soffice")
    if office is None:
        print("the whole export folder: LibreOffice is not here, so there is nothing to measure against")
        return
    with rehearsal() as path, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours, steps = _exported(path, KINDS, folder / "ut")
        both, sixteen = _exported(path, ("summaries", "summaries-word"), folder / "båda")
        files = sorted((folder / "ut" / "Word").glob("*.docx"))
        started = time.perf_counter()
        subprocess.run(
            [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
             "--outdir", folder / "pdf", *files],
            check=True, capture_output=True,
        )  # fmt: skip
        theirs = time.perf_counter() - started
        assert len(list((folder / "pdf").glob("*.pdf"))) == len(files)
        title = f"sixteen as PDF and as Word, {sixteen} files"
        compare(title, floor=theirs, subject=both, goal=0.7, unit="s")
        compare(f"the whole folder, {steps} files", floor=theirs, subject=ours, goal=1.0, unit="s")


def _exported(day: Path, kinds: tuple[str, ...], folder: Path) -> tuple[float, int]:
    """Export ``kinds`` from opening the day to the last file on the disk; return seconds and files."""
    from finsam_review.services.outgoing.exports import gather, write
    from finsam_review.services.session import Session

    started = time.perf_counter()
    with Session.open(day, read_only=True) as session:
        job = gather(session, kinds)
    steps = list(write(job, folder))
    assert all(step.path for step in steps)
    return time.perf_counter() - started, len(steps)

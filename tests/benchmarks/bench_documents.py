"""Owns the benchmarks of documents: summaries against plain ReportLab, intake against bare parsing."""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path

from bench import benchmark, measure
from bench_window import rehearsal
from plain_summary import plain_summary

from finsam_review.domain.intake import Vocabulary
from finsam_review.paths import resources

SAMPLE = resources() / "sample"


@benchmark
def export_sixteen_summaries() -> None:
    """Sixteen tagged summaries against the same pages by plain ReportLab, and with reading back."""
    from finsam_review.reporting.summary import render_summary, summary_content
    from finsam_review.services.outgoing.exporting import export
    from finsam_review.services.session import Session

    with rehearsal() as path, tempfile.TemporaryDirectory() as folder:
        with Session.open(path, read_only=True) as session:
            sources = session.summaries.sources()
        contents = [summary_content(source) for source in sources]
        measure(
            "sixteen tagged summaries",
            floor=lambda: [plain_summary(content) for content in contents],
            subject=lambda: [render_summary(content) for content in contents],
            goal=1.4,
            rounds=7,
        )
        measure(
            "the same, read back and on disk",
            floor=lambda: [plain_summary(content) for content in contents],
            subject=lambda: list(export(sources, Path(folder))),
            goal=2.5,
            rounds=5,
        )


@benchmark
def import_sixteen_documents() -> None:
    """Taking in the sixteen documents, child process and all, against bare parsing of their text."""
    from finsam_review.importing.gather import gather
    from finsam_review.services.days.presets import load_preset

    preset = load_preset()
    vocabulary = Vocabulary(preset.parties, preset.kinds)
    files = sorted((SAMPLE / "ansokningar").iterdir())
    measure(
        "sixteen documents read",
        floor=lambda: [_bare_parse(file) for file in files],
        subject=lambda: list(gather(files, vocabulary=vocabulary, known=())),
        goal=4.0,
        rounds=5,
        warm_up=1,
    )


def _bare_parse(file: Path) -> object:
    """Parse a document's XML, or the text of its pages, and do nothing with it."""
    if file.suffix == ".pdf":
        import pypdfium2

        document = pypdfium2.PdfDocument(file)
        texts = [page.get_textpage().get_text_range() for page in document]
        document.close()
        return texts
    from lxml import etree

    name = "content.xml" if file.suffix == ".odt" else "word/document.xml"
    with zipfile.ZipFile(file) as archive:
        return "".join(etree.fromstring(archive.read(name)).itertext())

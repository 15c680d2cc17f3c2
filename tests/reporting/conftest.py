"""Fixtures of printed documents: builders, and every kind of document that is known to be hard."""

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.reporting.builders import (
    DETAILS,
    SENTENCE,
    STRESS,
    WORKSHOP,
    a_note,
    a_point,
    a_source,
    the_material,
)
from tests.reporting.documents import more_documents

from finsam_review.domain.applications import ApplicationDetails
from finsam_review.domain.notes import Note
from finsam_review.domain.summaries import SummaryPoint, SummarySource, SummaryState
from finsam_review.i18n import set_language
from finsam_review.reporting.content import Content
from finsam_review.reporting.summary import summary_content
from finsam_review.reporting.tagged.story import render


@pytest.fixture(name="note")
def note_builder() -> Callable[..., Note]:
    """Build a note."""
    return a_note


@pytest.fixture(name="point")
def point_builder() -> Callable[..., SummaryPoint]:
    """Build the point that quotes a note."""
    return a_point


@pytest.fixture(name="source")
def source_builder() -> Callable[..., SummarySource]:
    """Build what a summary is made from."""
    return a_source


@pytest.fixture(scope="session")
def material() -> dict[str, SummarySource]:
    """The practice material."""
    return the_material()


@dataclasses.dataclass(frozen=True)
class Written:
    """A document as it lies on disk, and what it was made from."""

    path: Path
    content: Content


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Written]:
    """Return every kind of document we know to be hard, and the sixteen of the material, written once."""
    set_language("sv")
    folder = tmp_path_factory.mktemp("documents")
    sources = dict(the_material())
    for name, notes in STRESS.items():
        sources[name] = a_source(*(a_note(**values) for values in notes), name_tables=len(notes) != 1)
    huge = dataclasses.replace(
        DETAILS, title="Titel " + SENTENCE * 30, applicant=SENTENCE * 120, diary_number="9" * 300
    )
    sources["endless facts"] = a_source(details=huge, state=SummaryState.APPROVED)
    unknown = dataclasses.replace(WORKSHOP, deadline=None, reply_to="")
    sources["nothing known"] = a_source(details=ApplicationDetails(), workshop=unknown, readers=0)
    contents = {name: summary_content(source) for name, source in sources.items()} | more_documents()
    return {
        name: written(content, folder / f"{index}.pdf")
        for index, (name, content) in enumerate(contents.items())
    }


def written(content: Content, path: Path) -> Written:
    """Render ``content`` to ``path``."""
    path.write_bytes(render(content))
    return Written(path, content)


@pytest.fixture(name="written")
def written_builder(tmp_path: Path) -> Callable[[SummarySource], Written]:
    """Render a summary into the test's own folder."""
    return lambda source: written(summary_content(source), tmp_path / "summary.pdf")

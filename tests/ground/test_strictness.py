"""The guards around every test, tried with tests that break each of them."""

import re

import pytest

pytest_plugins = ["pytester"]

BREAKERS = {
    "network": """
import socket
def test_it():
    socket.create_connection(("127.0.0.1", 9))
# NetworkUsedError: socket.getaddrinfo
""",
    "raw_socket": """
import socket
def test_it():
    with socket.socket() as wire:
        wire.connect(("127.0.0.1", 9))
# NetworkUsedError: socket.connect
""",
    "log": """
import logging
def test_it():
    logging.getLogger("x").warning("odd")
# logged without being expected: ['odd']
""",
    "expected_log": """
def test_it(expect_log):
    expect_log("odd")
# expected in the log, but never came: ['odd']
""",
    "thread": """
import threading
def test_it():
    threading.Thread(target=threading.Event().wait, name="left", daemon=True).start()
# threads left running: ['left']
""",
    "window": """
from PySide6.QtWidgets import QLabel
kept = []
def test_it(qapp):
    kept.append(QLabel("x"))
    kept[0].show()
# windows left open: ["QLabel
""",
    "qt": """
from PySide6.QtCore import qWarning
def test_it(qapp):
    qWarning("odd")
# Qt messages with level WARNING or above emitted
""",
    "python": """
import warnings
def test_it():
    warnings.warn("odd")
# UserWarning: odd
""",
}
ORDINARY = """
import logging
from PySide6.QtWidgets import QLabel
from finsam_review.i18n import language
from finsam_review.paths import state_folder
def test_it(qtbot, expect_log):
    label = QLabel("x")
    qtbot.addWidget(label)
    label.show()
    expect_log("^odd$")
    logging.getLogger("x").warning("odd")
    assert language() == "sv"
    assert "pytest" in str(state_folder())
"""


@pytest.fixture
def strict(pytester: pytest.Pytester, request: pytest.FixtureRequest) -> pytest.Pytester:
    """A folder for tests with this project's settings and guards."""
    root = request.config.rootpath
    text = (root / "tests" / "conftest.py").read_text(encoding="utf-8")
    pytester.makeconftest(text.replace("GRACE_SECONDS = 5.0", "GRACE_SECONDS = 0.05"))
    (pytester.path / "pyproject.toml").write_bytes((root / "pyproject.toml").read_bytes())
    (pytester.path / "tests").mkdir()
    return pytester


def test_each_broken_rule_fails_its_test_and_an_ordinary_test_passes(strict: pytest.Pytester):
    sources = {f"test_{name}": source for name, source in BREAKERS.items()}
    strict.makepyfile(**sources, test_ordinary=ORDINARY)
    report = strict.runpytest_subprocess("-p", "no:cacheprovider", strict.path).stdout.str()
    hurt = set(re.findall(r"^(?:FAILED|ERROR) test_(\w+)\.py", report, flags=re.MULTILINE))
    assert hurt == set(BREAKERS)
    reasons = [source.strip().rpartition("# ")[2] for source in BREAKERS.values()]
    assert [reason for reason in reasons if reason not in report] == []

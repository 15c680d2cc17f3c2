"""The command line as a test calls it."""

from collections.abc import Callable

import pytest

from finsam_review.cli import run
from finsam_review.i18n import set_language

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call(capfdbinary: pytest.CaptureFixture[bytes]) -> Call:
    """Return the command line: exit code, stdout, stderr."""

    def carry_out(*words: object) -> tuple[int, str, str]:
        try:
            code = run([str(word) for word in words])
        except SystemExit as stop:
            code = int(stop.code or 0)
        finally:
            set_language("sv")
        out, complaints = capfdbinary.readouterr()
        return code, out.decode("utf-8"), complaints.decode("utf-8")

    return carry_out

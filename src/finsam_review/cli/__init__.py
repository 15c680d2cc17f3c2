"""The command line: every use case without a window."""

from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Carry out ``arguments`` and return the exit code."""
    return 2 if arguments else 0

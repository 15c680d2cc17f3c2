"""Owns the entry point: ``finsam-review`` and ``python -m finsam_review``."""

import sys


def main() -> int:
    """Run the command line and return its exit code."""
    from finsam_review.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

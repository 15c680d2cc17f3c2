"""Owns the entry point: ``finsam-review`` and ``python -m finsam_review``."""

import sys


def main() -> int:
    """Run the command line and return its exit code.

    In a frozen program the process that reads foreign documents is this same program, started with an
    argument of its own.
    """
    if sys.argv[1:] == ["--read-document"]:
        from finsam_review.importing.reader_process import main as read_documents

        return read_documents()
    from finsam_review.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

"""Owns the child process that reads foreign documents: limits on itself, then one document after another.

Started as ``python -m finsam_review.importing.reader_process``, or by the installed program with the hidden
argument ``--read-document``. Requests and answers are frames: eight bytes of length, then the content. A
request is the file's bytes; an answer is JSON as ``files.outcome.to_json`` writes it.
"""

import json
import sys
from typing import IO

ARGUMENT = "--read-document"
"""The hidden argument by which the installed program starts itself as a reader."""
MEMORY_MAX = 512 * 1024 * 1024
"""Bytes of address space that the process may have, where the system can limit it."""
LENGTH_BYTES = 8
_OPEN_FILES_MAX = 64


def main() -> int:
    """Read requests until the other side closes, answering each. Return 0."""
    limit_self()
    from finsam_review.importing.files.outcome import to_json
    from finsam_review.importing.files.reading import read_file

    source, target = sys.stdin.buffer, sys.stdout.buffer
    # A library that prints must not be taken for an answer.
    sys.stdout = sys.stderr
    while (data := read_frame(source)) is not None:
        answer = json.dumps(to_json(read_file(data)), ensure_ascii=True).encode("ascii")
        del data
        write_frame(target, answer)
    return 0


def limit_self() -> None:
    """Limit this process: memory, open files, no core dump, and not one byte written to any file.

    Windows has no ``resource`` module: there the time limit, the limits on containers before parsing and the
    process of its own hold instead, and memory ends where the system's does.
    """
    try:
        import resource
    except ImportError:
        return
    for limit, value in (
        (resource.RLIMIT_AS, MEMORY_MAX),
        (resource.RLIMIT_NOFILE, _OPEN_FILES_MAX),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(limit)[1]
        wanted = value if hard == resource.RLIM_INFINITY else min(value, hard)
        try:
            resource.setrlimit(limit, (wanted, hard))
        except (ValueError, OSError):
            # macOS refuses to limit address space; the other limits still hold.
            continue


def read_frame(source: IO[bytes]) -> bytes | None:
    """Return the next frame, or ``None`` when the other side has closed."""
    head = source.read(LENGTH_BYTES)
    if len(head) < LENGTH_BYTES:
        return None
    length = int.from_bytes(head, "big")
    data = source.read(length)
    return data if len(data) == length else None


def write_frame(target: IO[bytes], data: bytes) -> None:
    """Write one frame and see that it leaves."""
    target.write(len(data).to_bytes(LENGTH_BYTES, "big"))
    target.write(data)
    target.flush()


if __name__ == "__main__":
    raise SystemExit(main())

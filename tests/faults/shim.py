"""Owns the shim over the C library: built when first needed, put below a child, steered from inside it."""

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).with_name("disk.c")
ROOT = SOURCE.parents[2]


def why_not() -> str:
    """Return why the shim can't be used on this machine, empty if it can."""
    if not sys.platform.startswith("linux"):
        return "the shim stands on Linux's LD_PRELOAD"
    return "" if shutil.which("cc") else "there is no C compiler (cc) to build the shim with"


def built(folder: Path) -> Path:
    """Return the shim, compiled into ``folder``."""
    target = folder / "disk.so"
    if not target.exists():
        command = ["cc", "-shared", "-fPIC", "-O1", "-o", str(target), str(SOURCE), "-ldl"]
        subprocess.run(command, check=True)
    return target


def environment(shim: Path | None, home: Path) -> dict[str, str]:
    """Return the environment of a child: its own home, this source tree, and the shim below it."""
    variables = os.environ | {"PYTHONPATH": str(ROOT), "FINSAM_HOME": str(home)}
    return variables | ({"LD_PRELOAD": str(shim)} if shim else {})


class Disk:
    """The shim as the process above it steers it."""

    def __init__(self, folder: Path) -> None:
        self._library = ctypes.CDLL(None)
        self._library.fault_calls.restype = ctypes.c_long
        self._library.fault_folder(os.fsencode(folder.resolve()))

    def log_to(self, path: Path) -> None:
        """Write every call from now on to ``path``, which lies outside the folder."""
        self._library.fault_log(os.fsencode(path))

    def mark(self, text: str) -> None:
        """Put an acknowledgement into the log: whoever uses the program has now been told."""
        self._library.fault_mark(text.encode())

    def fail_at(self, call: int, *, number: int, forever: bool) -> None:
        """Let the ``call``-th call from now fail with an errno, and those after it too if ``forever``."""
        self._library.fault_arm(ctypes.c_long(call), number, int(forever))

    def heal(self) -> int:
        """Let nothing fail any more; return how many calls there were since :meth:`fail_at`."""
        calls = int(self._library.fault_calls())
        self._library.fault_arm(ctypes.c_long(-1), 0, 0)
        return calls

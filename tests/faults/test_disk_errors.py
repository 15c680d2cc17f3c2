"""A full or failing disk is told in words at whatever call it comes; nothing saved before is lost."""

import errno
from pathlib import Path

import pytest
from tests.faults.deeds import DEEDS
from tests.faults.trials import bad, break_disk

QUICK = [
    ("note", errno.ENOSPC, False, 5),
    ("note", errno.EIO, True, 5),
    ("take in", errno.ENOSPC, True, 11),
    ("backup", errno.EIO, False, 11),
    ("copy", errno.ENOSPC, False, 11),
    ("quote", errno.EIO, False, 5),
    ("merge", errno.ENOSPC, True, 5),
    ("set aside", errno.EIO, True, 5),
    ("approve", errno.ENOSPC, False, 5),
    ("keep drafts", errno.ENOSPC, True, 11),
    ("mark sent", errno.EIO, False, 5),
    ("answer", errno.EIO, True, 5),
    ("export", errno.ENOSPC, False, 5),
    ("migrate", errno.EIO, True, 23),
]
FULL = [
    (deed, number, forever, 1)
    for deed in DEEDS
    for number in (errno.ENOSPC, errno.EIO)
    for forever in (False, True)
]


@pytest.mark.parametrize("case", [*QUICK, *(pytest.param(case, marks=pytest.mark.slow) for case in FULL)])
def test_a_disk_that_fails_at_any_call_is_told_and_loses_nothing(
    under_the_program: Path, made: Path, tmp_path: Path, case: tuple[str, int, bool, int]
):
    deed, number, forever, every = case
    lines = break_disk(
        under_the_program, made, tmp_path / "broken", deed, number=number, forever=forever, every=every
    )
    assert bad(lines) == []
    assert len(lines) >= 4
    assert any("told disk" in line or "told file_not_written" in line for line in lines)

"""A title becomes a file name that every system accepts, whatever somebody called the project."""

import unicodedata
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from finsam_review.reporting.filenames import FALLBACK, LONGEST, kept_file_name, safe_file_name

FORBIDDEN = set('<>:"/\\|?*')
DEVICES = {"CON", "PRN", "AUX", "NUL"} | {
    f"{port}{digit}" for port in ("COM", "LPT") for digit in "123456789¹²³"
}


def _name(stem: str, **options: object) -> str:
    return safe_file_name(stem, suffix=".pdf", taken=set(), **options)


def _assert_safe(name: str) -> None:
    stem = name.removesuffix(".pdf")
    assert stem
    assert len(name) <= LONGEST
    assert len(name.encode()) <= 255
    assert not set(name) & FORBIDDEN
    assert all(unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn"} for char in name)
    assert stem.strip(" .") == stem
    assert not stem.startswith("-")
    assert stem.split(".")[0].strip().upper() not in DEVICES
    assert name == unicodedata.normalize("NFC", name)
    assert PureWindowsPath(name).name == Path(name).name == name


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("2025-041 Grönt steg", "2025-041 Grönt steg.pdf"),
        ("Gro\u0308nt", "Grönt.pdf"),
        ("2025/041: Vad? *nytt*", "2025-041- Vad- -nytt.pdf"),
        ("../../etc/passwd", "etc-passwd.pdf"),
        ("CON", "_CON.pdf"),
        ("con.txt", "_con.txt.pdf"),
        ("COM¹", "_COM¹.pdf"),
        ("nul .tar", "_nul .tar.pdf"),
        ("slut. . ", "slut.pdf"),
        ("-rf", "rf.pdf"),
        ("a\u202efdp.exe", "afdp.exe.pdf"),
        ("a\x00b\x07\n\tc", "ab c.pdf"),
        ("💩", f"{FALLBACK}.pdf"),
        ("", f"{FALLBACK}.pdf"),
        ("..", f"{FALLBACK}.pdf"),
    ],
)
def test_hard_titles(stem: str, name: str) -> None:
    assert _name(stem) == name
    _assert_safe(_name(stem))


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("2025/041 Grönt steg.pdf", "2025-041 Grönt steg.pdf"),
        ("..\\..\\evil.pdf", "evil.pdf"),
        ("CON.pdf", "_CON.pdf"),
        ("  .pdf", f"{FALLBACK}.pdf"),
        ("utan ändelse", "utan ändelse"),
        ("Budget 2.0 för oss", "Budget 2.0 för oss"),
        ("vänd\u202efdp.exe.pdf", "vändfdp.exe.pdf"),
        ("x" * 300 + ".docx", "x" * (LONGEST - 5) + ".docx"),
        ("Dagen.finsam", "Dagen.finsam"),
    ],
)
def test_a_name_from_outside_keeps_its_ending(name: str, safe: str) -> None:
    assert kept_file_name(name) == safe


def test_long_titles_are_shortened_with_room_for_the_number() -> None:
    taken: set[str] = set()
    names = [safe_file_name("x" * 300, suffix=".pdf", taken=taken) for _ in range(12)]
    assert names[0] == "x" * (LONGEST - 4) + ".pdf"
    assert names[11].endswith("x (12).pdf")
    assert all(len(name) <= LONGEST for name in names)


def test_equal_titles_differ_also_where_case_does_not_count() -> None:
    taken: set[str] = set()
    names = [
        safe_file_name(stem, suffix=".pdf", taken=taken)
        for stem in ("Grönt", "grönt", "GRO\u0308NT", "ﬁn", "fin")
    ]
    assert names == ["Grönt.pdf", "grönt (2).pdf", "GRÖNT (3).pdf", "ﬁn.pdf", "fin (2).pdf"]
    assert taken == set(names)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=120), min_size=1, max_size=8))
def test_any_titles_become_files_side_by_side(tmp_path: Path, stems: list[str]) -> None:
    taken: set[str] = set()
    names = [safe_file_name(stem, suffix=".pdf", taken=taken) for stem in stems]
    assert len({name.casefold() for name in names}) == len(stems)
    for name in names:
        _assert_safe(name)
        path = tmp_path / name
        path.write_bytes(b"")
        assert path.resolve().parent == tmp_path.resolve()
        path.unlink()

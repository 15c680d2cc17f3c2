"""A draft that was changed by so much as a header or a letter is told, and never lies under its name."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.reporting.mail.reading import a_draft

from finsam_review.domain.errors import UserError
from finsam_review.reporting.mail.check import check_draft
from finsam_review.reporting.mail.draft import Attachment, render_draft
from finsam_review.reporting.mail.scanner import NotOursError, scan
from finsam_review.reporting.mail.writing import CheckedDraft, checked_draft, draft_file_name, write_draft

DRAFT = a_draft(attachments=(Attachment("2025-041 Grönt steg.pdf", "application/pdf", b"%PDF-1.7 " * 20),))
DATA = render_draft(DRAFT)


def swapped(old: bytes, new: bytes) -> bytes:
    """Return the draft with ``old`` in it replaced, which must be there."""
    assert old in DATA
    return DATA.replace(old, new, 1)


CHANGES: dict[str, Callable[[], bytes]] = {
    "another recipient": lambda: swapped(b"lovisa.brandell@", b"lovisa.brandel1@"),
    "one more recipient": lambda: swapped(b"kommun.example\r\n", b"kommun.example, evil@x.se\r\n"),
    "a name": lambda: swapped(b"To: lovisa", b"To: Anna <evil@x.se>, lovisa"),
    "a second To": lambda: swapped(b"Date: ", b"To: evil@x.se\r\nDate: "),
    "a Bcc": lambda: swapped(b"Subject: ", b"Bcc: evil@x.se\r\nSubject: "),
    "a folded Bcc": lambda: swapped(b"X-Unsent: 1\r\n", b"X-Unsent: 1\r\n \r\nBcc: x@y.se\r\n"),
    "a From": lambda: swapped(b"X-Unsent: 1\r\n", b"From: a@b.se\r\nX-Unsent: 1\r\n"),
    "sent": lambda: swapped(b"X-Unsent: 1\r\n", b""),
    "X-Unsent: 0": lambda: swapped(b"X-Unsent: 1", b"X-Unsent: 0"),
    "headers in another order": lambda: re.sub(rb"(X-Unsent: 1\r\n)(To: .*\r\n)", rb"\2\1", DATA),
    "another subject": lambda: swapped(b"=?utf-8?B?U3", b"=?utf-8?B?V3"),
    "a word that decodes to a header": lambda: swapped(b"Subject: ", b"Subject: =?utf-8?Q?=0ABcc:_x@y?= "),
    "another day": lambda: swapped(b"16 Oct", b"17 Oct"),
    "another letter in the body": lambda: swapped(b"Hej Lovisa", b"Hej Lovise"),
    "a line more in the body": lambda: swapped(b"Hej Lovisa!\r\n", b"Hej Lovisa!\r\n\r\n"),
    "a bare line end": lambda: swapped(b"Hej Lovisa!\r\n", b"Hej Lovisa!\n"),
    "a carriage return in the body": lambda: swapped(b"Hej Lovisa!", b"Hej Lovisa!=0D"),
    "a body in HTML": lambda: swapped(b"text/plain", b"text/html"),
    "another file name": lambda: swapped(b"Gr%C3%B6nt", b"Gr%C3%A4nt"),
    "another name for Outlook": lambda: swapped(b'name="=?utf-8?B?Mj', b'name="=?utf-8?B?Nj'),
    "another media type": lambda: swapped(b"application/pdf", b"application/exe"),
    "shown inside the mail": lambda: swapped(b"Disposition: attachment", b"Disposition: inline"),
    "another byte in the file": lambda: swapped(b"JVBERi0xLjcg", b"JVBERi0xLjch"),
    "no file": lambda: re.sub(rb"(\r\n--=_finsam_\w+)\r\nContent-Type: app[^$]*(?=--\r\n$)", rb"\1", DATA),
    "something before": lambda: b"\r\n" + DATA,
    "a byte order mark": lambda: b"\xef\xbb\xbf" + DATA,
    "something after": lambda: DATA + b"Bcc: x@y.se\r\n",
    "half": lambda: DATA[: len(DATA) // 2],
    "nothing": lambda: b"",
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_is_told(change: str) -> None:
    data = CHANGES[change]()
    assert data != DATA
    with pytest.raises(UserError) as refused:
        check_draft(data, DRAFT)
    assert refused.value.code == "draft_differs"
    assert refused.value.values["where"]


def test_what_was_meant_passes() -> None:
    check_draft(DATA, DRAFT)
    assert checked_draft(DRAFT).data == DATA


@example(DATA.index(b"\r\n--=_", 400), b"=")
@example(DATA.index(b" 1.0") + 1, b"!")
@given(st.integers(0, len(DATA) - 1), st.binary(min_size=1, max_size=3))
def test_bytes_put_in_anywhere_are_told_or_mean_nothing(place: int, extra: bytes) -> None:
    """Line ends inside base64, and a soft one at the end, are no content; all else changes what is read."""
    changed = DATA[:place] + extra + DATA[place:]
    try:
        check_draft(changed, DRAFT)
    except UserError:
        return
    assert _content(changed) == _content(DATA)


def _content(data: bytes) -> bytes:
    return re.sub(rb"\s+", b"", data.replace(b"=\r\n", b""))


@given(st.binary(max_size=200) | st.sampled_from([DATA[:300], DATA + b"\r\n", DATA.replace(b"\r", b"")]))
def test_what_is_no_draft_of_ours_is_refused(data: bytes) -> None:
    with pytest.raises((NotOursError, LookupError)):
        scan(data)


def test_a_draft_lies_on_the_disk_as_it_was_checked(tmp_path: Path) -> None:
    checked = checked_draft(DRAFT)
    path = write_draft(checked, tmp_path / draft_file_name("2025/041", "Grönt steg", taken=set()))
    assert path.name == "2025-041 Grönt steg.eml"
    assert path.read_bytes() == checked.data == DATA
    assert [other.name for other in tmp_path.iterdir()] == [path.name]


def test_a_draft_that_changed_on_the_way_to_the_disk_is_not_kept(tmp_path: Path) -> None:
    checked = checked_draft(DRAFT)
    changed = CheckedDraft(checked.draft, checked.data.replace(b"Lovisa", b"Louisa"), checked.sha256)
    with pytest.raises(UserError, match="draft_differs"):
        write_draft(changed, tmp_path / "a.eml")
    assert list(tmp_path.iterdir()) == []


def test_drafts_of_equal_names_lie_beside_each_other() -> None:
    taken: set[str] = set()
    names = [draft_file_name("", title, taken=taken) for title in ("Grönt steg", "GRÖNT STEG", "", "../x")]
    assert names == ["Grönt steg.eml", "GRÖNT STEG (2).eml", "namnlös.eml", "x.eml"]

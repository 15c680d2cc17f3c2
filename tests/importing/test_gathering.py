"""An import as it happens: folders, rubbish, doubles, files that come later, and lists that say otherwise."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_review.domain.applications import ApplicationDetails, DocumentVersion
from finsam_review.domain.intake import Candidate, Gathered, KnownApplication, Vocabulary
from finsam_review.importing.assignment import best_pairs
from finsam_review.importing.files.reading import FILE_MAX
from finsam_review.importing.gather import gather
from finsam_review.importing.sandbox import KEPT_MAX

MakeDocx = Callable[..., bytes]
Write = Callable[[str, bytes], Path]
LIST = "Dnr;Inkom;Projektnamn;Sökande;Medverkande parter;E-post;Sökt belopp 2026;Filnamn\r\n"


def form(title: str, applicant: str, *more: list[str]) -> list[list[str]]:
    return [["Projektets namn", title], ["Sökande", applicant], ["Kontaktperson", "Anna Ek"], *more]


def run(paths: Sequence[Path], vocabulary: Vocabulary, known: Sequence[KnownApplication] = ()) -> Gathered:
    gathered = list(gather(paths, vocabulary=vocabulary, known=known))[-1].gathered
    assert gathered is not None
    return gathered


def codes(candidate: Candidate, field: str) -> list[str]:
    return [doubt.code for doubt in candidate.proposal.doubts if doubt.field == field]


def test_rubbish_is_passed_over_and_one_bad_file_stops_nothing(
    write: Write, make_docx: MakeDocx, blekinge: Vocabulary, tmp_path: Path
) -> None:
    write("in/Fyren.docx", make_docx(form("Fyren", "Ronneby kommun")))
    write("in/under/Trasig ansökan.docx", b"PK\x03\x04 inte mer")
    write("in/Skannad.pdf", b"%PDF-1.4\n")
    write("in/bild.jpg", b"\xff\xd8\xff\xe0" + bytes(range(256)))
    write("in/LÄS MIG.md", "# Läs mig\n\nEn text, med komma\n".encode())
    write("in/deltagare.csv", b"Namn;Part\nAnna;Kommun")
    for name in (".DS_Store", "Thumbs.db", "~$Fyren.docx", "desktop.ini", ".~lock.Fyren.docx#"):
        write(f"in/{name}", b"x")
    steps = list(gather([tmp_path / "in"], vocabulary=blekinge))
    names = [step.file_name for step in steps[:-1]]
    assert names == [
        "Fyren.docx",
        "LÄS MIG.md",
        "Skannad.pdf",
        "bild.jpg",
        "deltagare.csv",
        "Trasig ansökan.docx",
    ]
    assert [step.number for step in steps[:-1]] == [1, 2, 3, 4, 5, 6]
    found = steps[-1].gathered
    assert found is not None
    assert [c.proposal.details.title for c in found.candidates] == ["Fyren", "Skannad", "Trasig"]
    assert {item.item: item.code for item in found.failed} == {
        "LÄS MIG.md": "unsupported",
        "Skannad.pdf": "damaged",
        "bild.jpg": "unsupported",
        "deltagare.csv": "not_a_diary_list",
        "Trasig ansökan.docx": "damaged",
    }
    broken = found.candidates[2]
    assert broken.documents[0].data == b"PK\x03\x04 inte mer"
    assert codes(broken, "title") == ["from_file_name"]
    assert codes(broken, "document") == ["damaged"]
    assert codes(broken, "amounts") == ["missing"]


def test_a_locked_document_gets_its_fields_from_the_list(write: Write, blekinge: Vocabulary) -> None:
    locked = bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le")
    row = "1/26;2025-09-01;Fyren;Ronneby kommun;Region Blekinge;a@b.example;500 000;Låst.docx"
    found = run([write("Låst.docx", locked), write("lista.csv", (LIST + row).encode())], blekinge)
    (candidate,) = found.candidates
    details = candidate.proposal.details
    assert (details.title, details.diary_number, details.received_on) == ("Fyren", "1/26", date(2025, 9, 1))
    assert details.amounts == ((2026, 500_000),)
    assert codes(candidate, "document") == ["encrypted"]
    assert [document.file_name for document in candidate.documents] == ["Låst.docx"]
    assert [(item.item, item.code) for item in found.failed] == [("Låst.docx", "encrypted")]


def test_list_and_document_disagreeing_is_a_doubt(
    write: Write, make_docx: MakeDocx, blekinge: Vocabulary
) -> None:
    document = make_docx(
        form(
            "Fyren",
            "Ronneby kommun",
            ["E-post", "anna@ronneby.example"],
            ["Sökt belopp 2026", "400 000 kr"],
            ["Diarienummer", "9/26"],
        )
    )
    row = "1/26;2025-09-01;Fyren – ljus i mörkret;Karlskrona kommun;;bo@ronneby.example;500 000;"
    (candidate,) = run(
        [write("a.docx", document), write("l.csv", (LIST + row).encode())], blekinge
    ).candidates
    details = candidate.proposal.details
    assert details.title == "Fyren – ljus i mörkret"
    assert codes(candidate, "title") == []
    assert details.diary_number == "1/26"
    for field in ("diary_number", "applicant", "contact_email", "amounts", "amount_total"):
        assert "disagree" in codes(candidate, field), field
    assert details.contact_email == "anna@ronneby.example"
    said = next(
        doubt for doubt in candidate.proposal.doubts if doubt.field == "amounts" and doubt.code == "disagree"
    )
    assert said.values["list"] == "2026: 500\u00a0000\u00a0kr"


def test_documents_find_their_rows_whatever_they_are_called(
    write: Write, make_docx: MakeDocx, blekinge: Vocabulary
) -> None:
    titles = ["Stegvis – steg ett", "Stegvis – steg två", "Fyren", "Torget"]
    rows = [
        f"{place}/26;2025-09-0{place};{title};Ronneby kommun;;;;"
        for place, title in enumerate(titles, start=1)
    ]
    paths = [
        write(f"{place}.docx", make_docx(form(title, "Ronneby kommun")))
        for place, title in enumerate(reversed(titles))
    ]
    found = run([*paths, write("l.csv", (LIST + "\r\n".join(rows)).encode())], blekinge)
    assert [(c.proposal.details.diary_number, c.proposal.details.title) for c in found.candidates] == [
        (f"{place}/26", title) for place, title in enumerate(titles, start=1)
    ]
    assert all(len(candidate.documents) == 1 for candidate in found.candidates)


def test_a_document_that_may_be_two_rows_is_doubted(
    write: Write, make_docx: MakeDocx, blekinge: Vocabulary
) -> None:
    rows = "1/26;;Stegvis norr;Ronneby kommun;;;;\r\n2/26;;Stegvis söder;Ronneby kommun;;;;"
    document = write("a.docx", make_docx(form("Stegvis", "Ronneby kommun")))
    found = run([document, write("l.csv", (LIST + rows).encode())], blekinge)
    holder = next(candidate for candidate in found.candidates if candidate.documents)
    assert "match_unsure" in codes(holder, "document")


def test_a_document_outside_the_list_says_so(write: Write, make_docx: MakeDocx, blekinge: Vocabulary) -> None:
    row = "1/26;;Något helt annat;Karlskrona kommun;;;;"
    found = run(
        [write("a.docx", make_docx(form("Fyren", "Ronneby kommun"))), write("l.csv", (LIST + row).encode())],
        blekinge,
    )
    listed, loose = found.candidates
    assert codes(listed, "document") == ["no_document"]
    assert codes(loose, "document") == ["not_in_list"]
    assert "missing" in codes(loose, "diary_number")


def test_the_same_file_is_taken_in_once(write: Write, make_docx: MakeDocx, blekinge: Vocabulary) -> None:
    data = make_docx(form("Fyren", "Ronneby kommun"))
    first = run([write("a/Fyren.docx", data), write("b/Fyren kopia.docx", data)], blekinge)
    assert len(first.candidates) == 1
    assert [item.code for item in first.warnings] == ["same_file"]
    import hashlib

    known = KnownApplication(
        "id-1",
        first.candidates[0].proposal.details,
        frozenset({hashlib.sha256(data).hexdigest()}),
        ("Fyren.docx",),
    )
    again = run([write("c/Annat namn.docx", data)], blekinge, [known])
    assert again.candidates == ()
    assert [(item.item, item.code) for item in again.warnings] == [("Annat namn.docx", "already_here")]


KNOWN = KnownApplication(
    "id-1",
    ApplicationDetails(title="Fyren", diary_number="1/26", applicant="Ronneby kommun"),
    frozenset({"x"}),
    ("Fyren.docx",),
)


@pytest.mark.parametrize("name", ["Fyren.docx", "Fyren reviderad.docx", "Något.docx", "1-26 ny.docx"])
def test_a_later_version_joins_the_application_already_here(
    name: str, write: Write, make_docx: MakeDocx, blekinge: Vocabulary
) -> None:
    document = make_docx(form("Fyren", "Karlskrona kommun", ["Projekttid", "2026-01-01 – 2026-12-31"]))
    (candidate,) = run([write(name, document)], blekinge, [KNOWN]).candidates
    assert (candidate.application_id, candidate.version) == ("id-1", DocumentVersion.REVISED)
    assert candidate.proposal.details.applicant == "Ronneby kommun"
    assert codes(candidate, "applicant") == ["changed"]
    assert candidate.proposal.details.period_start == date(2026, 1, 1)


def test_another_application_does_not_join(write: Write, make_docx: MakeDocx, blekinge: Vocabulary) -> None:
    (candidate,) = run(
        [write("T.docx", make_docx(form("Torget", "Ronneby kommun")))], blekinge, [KNOWN]
    ).candidates
    assert candidate.application_id is None


def test_a_list_that_comes_later_fills_what_was_empty(write: Write, blekinge: Vocabulary) -> None:
    row = "1/26;2025-09-01;Fyren;Ronneby kommun;;;;"
    (candidate,) = run([write("l.csv", (LIST + row).encode())], blekinge, [KNOWN]).candidates
    assert candidate.application_id == "id-1"
    assert candidate.proposal.details.received_on == date(2025, 9, 1)
    known = KnownApplication("id-1", candidate.proposal.details, frozenset({"x"}))
    again = run([write("l.csv", (LIST + row).encode())], blekinge, [known])
    assert again.candidates == ()
    assert [item.code for item in again.warnings] == ["row_already_here"]


def test_a_path_that_is_not_there_is_a_failed_item(tmp_path: Path, blekinge: Vocabulary) -> None:
    found = run([tmp_path / "borta.csv", tmp_path / "borta.docx"], blekinge)
    assert {item.item: item.code for item in found.failed} == {
        "borta.csv": "no_access",
        "borta.docx": "no_access",
    }
    assert found.candidates == ()


def test_a_folder_that_cannot_be_read_is_a_failed_item_and_the_others_come_in(
    write: Write, make_docx: MakeDocx, blekinge: Vocabulary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("in/låst.docx/gömd.docx", b"x")
    write("in/öppen/Fyren.docx", make_docx(form("Fyren", "Ronneby kommun")))
    listed = Path.iterdir

    def iterdir(path: Path) -> Iterator[Path]:
        if path.name == "låst.docx":
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    found = run([tmp_path / "in"], blekinge)
    assert [(item.item, item.code) for item in found.failed] == [("låst.docx", "no_access")]
    assert [candidate.proposal.details.title for candidate in found.candidates] == ["Fyren"]


def test_an_empty_file_comes_in_once_under_its_name(write: Write, blekinge: Vocabulary) -> None:
    paths = [write("a/tom.docx", b""), write("b/tom.docx", b""), write("b/annan.docx", b"")]
    found = run(paths, blekinge)
    names = [[document.file_name for document in candidate.documents] for candidate in found.candidates]
    assert names == [["annan.docx"], ["tom.docx"]]
    assert [(item.item, item.code) for item in found.warnings] == [("tom.docx", "same_file")]
    digest = frozenset({hashlib.sha256(b"").hexdigest()})
    known = KnownApplication("id-1", ApplicationDetails(title="Tom"), digest, ("tom.docx",))
    again = run(paths, blekinge, [known])
    assert [candidate.documents[0].file_name for candidate in again.candidates] == ["annan.docx"]
    assert [item.code for item in again.warnings] == ["already_here", "already_here"]


def test_a_file_too_large_to_read_is_kept_and_one_too_large_to_keep_is_not(
    write: Write, blekinge: Vocabulary, tmp_path: Path
) -> None:
    kept, huge = write("Stor.pdf", b"%PDF-1.4"), write("Jättestor.pdf", b"")
    for path, size in ((kept, FILE_MAX + 1), (huge, KEPT_MAX + 1)):
        with path.open("r+b") as file:
            file.truncate(size)
    found = run([kept, huge], blekinge)
    assert [(item.item, item.code) for item in found.failed] == [
        ("Stor.pdf", "too_large"),
        ("Jättestor.pdf", "too_large_to_keep"),
    ]
    (candidate,) = found.candidates
    assert len(candidate.documents[0].data) == FILE_MAX + 1


@given(st.lists(st.lists(st.integers(0, 20), min_size=4, max_size=4), min_size=1, max_size=5))
def test_pairs_are_the_best_over_all(scores: list[list[int]]) -> None:
    from itertools import permutations

    pairs = best_pairs(scores)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    rows, columns = len(scores), 4
    short = min(rows, columns)
    best = (
        max(
            sum(scores[row][column] for row, column in zip(chosen, order, strict=True))
            for chosen in permutations(range(rows), short)
            for order in [tuple(range(columns))]
            if rows >= columns
        )
        if rows >= columns
        else max(
            sum(scores[row][column] for row, column in enumerate(order))
            for order in permutations(range(columns), rows)
        )
    )
    assert sum(scores[row][column] for row, column in pairs) == best

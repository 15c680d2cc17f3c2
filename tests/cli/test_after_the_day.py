"""The commands of the day after, as a script calls them on the practice day."""

import email
import json
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from email import policy
from pathlib import Path
from typing import Any

import pytest

from finsam_review.domain.outgoing.calendar import holiday
from finsam_review.paths import resources
from finsam_review.services.days.rehearsal import make_rehearsal
from finsam_review.services.outgoing.letters import make_letter
from finsam_review.services.session import Session

Call = Callable[..., tuple[int, str, str]]
SAMPLE = resources() / "sample"
KINDS = ["summaries", "summaries-word", "day", "notes-xlsx", "process", "case-folders"]


@pytest.fixture(scope="module")
def rehearsal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The practice day: sixteen applications, 428 notes, made once."""
    folder = tmp_path_factory.mktemp("day")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FINSAM_HOME", str(folder / "home"))
        make_rehearsal(folder / "dag.finsam").close()
    return folder / "dag.finsam"


@pytest.fixture
def day(rehearsal: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    path = tmp_path / "dag.finsam"
    shutil.copy(rehearsal, path)
    return path


def done(out: str) -> list[Any]:
    """Return what a command says it did."""
    found: list[Any] = json.loads(out)["done"]
    return found


def shown(call: Call, path: Path) -> dict[str, Any]:
    """Return what ``show --json`` says."""
    data: dict[str, Any] = json.loads(call("show", path, "--json")[1])
    return data


def test_every_kind_of_output_is_written_and_listed(day: Path, call: Call, tmp_path: Path) -> None:
    words = [word for kind in KINDS for word in ("--only", kind)]
    code, out, complaints = call("export", day, "--to", tmp_path / "ut", *words, "--json")
    assert code == 0
    (warning,) = json.loads(out)["warnings"]
    assert warning.startswith("16 summeringar är inte godkända, så det står Utkast på dem: Grönt steg, ")
    assert complaints == f"{warning}\n"
    names = done(out)
    assert all((tmp_path / "ut" / name).is_file() for name in names)
    counted = {
        suffix: sum(name.endswith(suffix) for name in names) for suffix in ("pdf", "docx", "xlsx", "zip")
    }
    assert counted == {"pdf": 16 + 1 + 16, "docx": 16 + 1, "xlsx": 1, "zip": 16}
    assert not list((tmp_path / "ut").rglob("*.tmp"))


def test_a_case_folder_holds_the_original_byte_for_byte(day: Path, call: Call, tmp_path: Path) -> None:
    call("export", day, "--to", tmp_path / "ut", "--only", "case-folders")
    with zipfile.ZipFile(next((tmp_path / "ut").rglob("2025-053*.zip"))) as archive:
        names = archive.namelist()
        (original,) = [name for name in names if name.startswith("1 Ansökan/")]
        assert archive.read(original) == (SAMPLE / "ansokningar" / "Bryggan.pdf").read_bytes()
        index = archive.read("Innehåll.txt").decode("utf-8-sig")
    assert all(name in index for name in names if name != "Innehåll.txt")
    assert {"2 Lappar/Lappar.xlsx", "2 Lappar/Intern kopia.pdf", "Logg.txt"} <= set(names)


def test_a_draft_for_every_address_and_a_work_list_for_the_rest(
    day: Path, call: Call, tmp_path: Path
) -> None:
    code, out, _complaints = call(
        "drafts", day, "--to", tmp_path / "utkast", "--deadline", "2025-10-31", "--json"
    )
    assert code == 1
    names = done(out)
    assert len(names) == 15
    (missing,) = json.loads(out)["failed"]
    assert missing["item"] == "Digitalt med"
    unapproved = [line for line in json.loads(out)["warnings"] if "inte godkän" in line]
    assert len(unapproved) == 1
    assert unapproved[0].startswith("15 summeringar är inte godkända")
    assert "Digitalt med" not in unapproved[0]
    addresses = {a["contact_email"] for a in shown(call, day)["applications"] if a["contact_email"]}
    recipients = set()
    for name in names:
        data = (tmp_path / "utkast" / name).read_bytes()
        message = email.message_from_bytes(data, policy=policy.default)
        assert message["X-Unsent"] == "1"
        assert message.keys().count("To") == 1
        assert not message["Bcc"]
        assert not message["Cc"]
        recipients.add(message["To"])
    assert recipients == addresses


def test_the_process_picture_is_attached_where_it_is_asked_for(day: Path, call: Call, tmp_path: Path) -> None:
    call("drafts", day, "--to", tmp_path / "utkast", "--deadline", "2025-10-31", "--process")
    message = email.message_from_bytes(
        (tmp_path / "utkast" / "2025-041 Grönt steg.eml").read_bytes(), policy=policy.default
    )
    names = [part.get_filename() for part in message.iter_attachments()]
    assert names == ["2025-041 Grönt steg.pdf", "2025-041 Grönt steg – process.pdf"]


def test_drafts_are_kept_in_the_day_with_their_deadline(day: Path, call: Call, tmp_path: Path) -> None:
    call("drafts", day, "--to", tmp_path / "utkast", "--deadline", "2025-10-31")
    data = shown(call, day)
    assert len(data["dispatches"]) == 15
    assert {item["deadline"] for item in data["dispatches"]} == {"2025-10-31"}
    assert {item["sent_on"] for item in data["dispatches"]} == {None}
    assert data["workshop"]["deadline"] == "2025-10-31"
    call("drafts", day, "--to", tmp_path / "utkast", "--deadline", "2025-11-07")
    assert len(shown(call, day)["dispatches"]) == 15


def test_a_letter_that_is_out_gets_no_new_draft(day: Path, call: Call, tmp_path: Path) -> None:
    with Session.open(day) as session:
        application = session.applications.all()[0]
        made = make_letter(session.outbox.letter(application.id), written_at=datetime.now().astimezone())
        session.outbox.keep([made])
        session.outbox.mark_sent(application.id, datetime.now().astimezone().date())
    _code, out, _complaints = call(
        "drafts", day, "--to", tmp_path / "utkast", "--deadline", "2025-10-31", "--json"
    )
    assert len(done(out)) == 14
    assert (
        "1 brev är bockat som skickat och får inget nytt utkast: Grönt steg." in json.loads(out)["warnings"]
    )
    dispatches = shown(call, day)["dispatches"]
    assert [item["sent_on"] is not None for item in dispatches].count(True) == 1
    assert len(dispatches) == 15


def test_what_a_letter_lacks_is_named(day: Path, call: Call, tmp_path: Path) -> None:
    with Session.open(day) as session:
        application = session.applications.all()[0]
        unknown = replace(application.details, diary_number="", contact_name="")
        session.applications.change(application.id, unknown)
    _code, out, _complaints = call(
        "drafts", day, "--to", tmp_path / "utkast", "--deadline", "2025-10-31", "--json"
    )
    without = [line for line in json.loads(out)["warnings"] if "brevet är utan" in line]
    assert without == ["Grönt steg: brevet är utan {diarienummer}, {förnamn}."]


def test_only_summaries_are_said_not_to_be_approved(day: Path, call: Call, tmp_path: Path) -> None:
    for kind, count in (("notes-xlsx", 0), ("summaries-word", 1)):
        _code, out, _complaints = call("export", day, "--to", tmp_path / "ut", "--only", kind, "--json")
        assert len(json.loads(out)["warnings"]) == count


def test_a_saturday_is_pointed_out(call: Call, tmp_path: Path) -> None:
    today = datetime.now().astimezone().date()
    call("new", tmp_path / "ny.finsam", "--title", "Dag", "--date", today.isoformat())
    coming = (today + timedelta(days=days) for days in range(60))
    saturday = next(day for day in coming if day.weekday() == 5 and holiday(day) is None)
    _code, out, _complaints = call(
        "drafts",
        tmp_path / "ny.finsam",
        "--to",
        tmp_path / "ut",
        "--deadline",
        saturday.isoformat(),
        "--json",
    )
    assert any("lördag" in warning for warning in json.loads(out)["warnings"])


def test_a_day_before_the_workshop_is_refused(day: Path, call: Call, tmp_path: Path) -> None:
    code, _out, complaints = call("drafts", day, "--to", tmp_path / "nej", "--deadline", "2025-10-01")
    assert code == 2
    assert complaints.count("\n") == 1
    assert not (tmp_path / "nej").exists()


def test_participants_are_taken_in_with_their_parties(day: Path, call: Call) -> None:
    code, out, _complaints = call("import-participants", day, SAMPLE / "deltagare.xlsx", "--json")
    assert code == 0
    assert len(done(out)) == 48
    parties = [person["party"] for person in shown(call, day)["participants"]]
    assert {code: parties.count(code) for code in set(parties)} == {
        "kommun": 29, "region": 9, "af": 6, "fk": 4,
    }  # fmt: skip
    assert len(shown(call, day)["participants"]) == 48


def test_a_list_that_holds_nobody_is_refused_and_changes_nothing(
    day: Path, call: Call, tmp_path: Path
) -> None:
    (tmp_path / "tom.csv").write_text("a;b\n1;2\n", encoding="utf-8")
    code, _out, complaints = call("import-participants", day, tmp_path / "tom.csv")
    assert code == 1
    assert complaints.count("\n") == 1
    assert len(shown(call, day)["participants"]) == 48


def test_every_application_has_a_summary_and_a_step(day: Path, call: Call) -> None:
    data = shown(call, day)
    assert [item["state"] for item in data["summaries"]] == ["draft"] * 16
    assert {application["status"] for application in data["applications"]} == {"read"}

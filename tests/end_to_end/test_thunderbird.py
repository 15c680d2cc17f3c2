"""A draft opened by Thunderbird is a letter ready to go, and what it sends is what was meant."""

import email
import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from tests.end_to_end.screen import PATIENCE, Person, missing, own_screen

from finsam_review.reporting.mail.draft import Attachment, MailDraft, as_sent
from finsam_review.reporting.mail.writing import checked_draft, write_draft

pytestmark = [pytest.mark.xvfb, pytest.mark.slow]
HERE = Path(__file__).parent
PDF = (HERE.parents[1] / "resources" / "sample" / "ansokningar" / "Bryggan.pdf").read_bytes()
PREFERENCES = {
    "mail.accountmanager.accounts": "account1,account2",
    "mail.accountmanager.defaultaccount": "account1",
    "mail.accountmanager.localfoldersserver": "server2",
    "mail.account.account1.identities": "id1",
    "mail.account.account1.server": "server1",
    "mail.account.account2.server": "server2",
    "mail.identity.id1.fullName": "Kansliet",
    "mail.identity.id1.useremail": "kansli@samordningsforbundet.example",
    "mail.identity.id1.valid": True,
    "mail.identity.id1.smtpServer": "smtp1",
    "mail.identity.id1.fcc": False,
    "mail.server.server1.type": "pop3",
    "mail.server.server1.hostname": "127.0.0.1",
    "mail.server.server1.userName": "kansli",
    "mail.server.server1.login_at_startup": False,
    "mail.server.server1.check_new_mail": False,
    "mail.server.server2.type": "none",
    "mail.server.server2.hostname": "Local Folders",
    "mail.server.server2.userName": "nobody",
    "mail.smtpservers": "smtp1",
    "mail.smtp.defaultserver": "smtp1",
    "mail.smtpserver.smtp1.hostname": "127.0.0.1",
    "mail.smtpserver.smtp1.authMethod": 1,
    "mail.smtpserver.smtp1.try_ssl": 0,
    "mail.warn_on_send_accel_key": False,
    "mail.rights.version": 1,
    "mail.provider.suppress_dialog_on_startup": True,
    "mail.shell.checkDefaultClient": False,
    "mailnews.start_page.enabled": False,
    "mail.inappnotifications.enabled": False,
    "datareporting.policy.dataSubmissionPolicyBypassNotification": True,
    "datareporting.healthreport.uploadEnabled": False,
    "app.update.enabled": False,
    "network.dns.disabled": True,
}
LETTERS = {
    "ordinary": MailDraft(
        "a",
        "lovisa.brandell@hjo.kommun.example",
        "Synpunkter på er ansökan Grönt steg, dnr 2025/041",
        "Hej Lovisa!\n\nTack för er ansökan. "
        + "Ett långt stycke. " * 30
        + "\n\nVänliga hälsningar\nKansliet",
        (
            Attachment("2025-041 Grönt steg.pdf", "application/pdf", PDF),
            Attachment("Grönt steg.docx", "application/octet-stream", bytes(range(256)) * 9),
        ),
        datetime(2025, 10, 16, 9, 0, tzinfo=UTC),
    ),
    "hostile": MailDraft(
        "b",
        "o'brien+test@hjo.kommun.example",
        "A 💩 =?UTF-8?Q?=0A?=Bcc: x@y.example\r\nBcc: evil@x.example\u2028Cc: z@z.example \u202ef שלום 👩‍🔬",
        "Hej!\n\n<b>Fet</b> & <img src=x>\n\n.\n.punkt\nBcc: x@y.example\n\n👩‍🔬 سلام שלום\n\nslut",
        (Attachment("سلام 💩; =?x?= " + "å" * 60 + ".pdf", "application/pdf", PDF),),
        datetime(2025, 10, 16, 9, 0, tzinfo=UTC),
    ),
}


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    """Somebody at a screen of their own, where Thunderbird is."""
    lacking = [*missing(), *(name for name in ("thunderbird",) if shutil.which(name) is None)]
    if lacking:
        pytest.skip(f"needs {', '.join(lacking)}")
    with own_screen(tmp_path) as somebody:
        yield somebody


def profile(folder: Path, port: int) -> Path:
    """Return a profile with one sender, whose mail goes to ``port`` on this machine."""
    folder.mkdir()
    wanted = PREFERENCES | {"mail.smtpserver.smtp1.port": port}
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in wanted.items())
    (folder / "user.js").write_text("".join(lines), encoding="utf-8")
    return folder


def sent_by_thunderbird(draft: MailDraft, person: Person, folder: Path) -> tuple[list[str], EmailMessage]:
    """Open ``draft`` in Thunderbird as a person does, press Send, and return what the mail server got."""
    path = write_draft(checked_draft(draft), folder / "utkast.eml")
    kept = folder / "kept.json"
    words = [sys.executable, str(HERE / "mail_sink.py"), str(kept)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as sink:
        assert sink.stdout is not None
        own = profile(folder / "profile", int(sink.stdout.readline()))
        program = person.start(["thunderbird", "--no-remote", "--profile", str(own), str(path)])
        try:
            person.window("^Write: ")
            _press_send_until_gone(person, sink)
        finally:
            program.terminate()
            program.wait(PATIENCE)
            sink.kill()
    got = json.loads(kept.read_text(encoding="ascii"))
    data = got["mail"].encode("utf-8", "surrogateescape")
    return got["recipients"], email.message_from_bytes(data, _class=EmailMessage, policy=policy.SMTP)


def _press_send_until_gone(person: Person, sink: "subprocess.Popen[str]") -> None:
    """Press Send until the mail is there: a window that is being filled takes no keys yet."""
    for _attempt in range(10):
        person.press("ctrl+Return")
        try:
            sink.wait(5)
        except subprocess.TimeoutExpired:
            continue
        return


@pytest.mark.parametrize("kind", LETTERS)
def test_what_thunderbird_sends_is_what_was_meant(kind: str, person: Person, tmp_path: Path) -> None:
    meant = as_sent(LETTERS[kind])
    recipients, mail = sent_by_thunderbird(LETTERS[kind], person, tmp_path)
    body, *files = mail.iter_parts()
    assert recipients == [meant.to]
    assert str(mail["To"]) == meant.to
    assert str(mail["Subject"]) == meant.subject
    assert not {"Cc", "Bcc", "X-Unsent", "Reply-To"} & set(mail.keys())
    assert str(mail["From"]) == "Kansliet <kansli@samordningsforbundet.example>"
    assert body.get_content_type() == "text/plain"
    assert body.get_content().split() == meant.body.split()
    assert [
        (file.get_filename(), file.get_content_disposition(), _hash(file.get_payload(decode=True)))
        for file in files
    ] == [(file.file_name, "attachment", _hash(file.data)) for file in meant.attachments]


def _hash(data: object) -> str:
    assert isinstance(data, bytes)
    return hashlib.sha256(data).hexdigest()

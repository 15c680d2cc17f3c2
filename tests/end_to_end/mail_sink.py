"""A mail server for one letter: ``python mail_sink.py FILE`` says its port, takes a mail, keeps it and ends.

It listens on this machine alone. The file gets what came as JSON: the recipients, and the mail as text.
"""

import json
import socket
import sys
from pathlib import Path
from typing import BinaryIO


def take_one(stream: BinaryIO) -> tuple[list[str], bytes]:
    """Speak SMTP until a mail has come; return who it is for, and its bytes."""
    recipients: list[str] = []
    _say(stream, "220 here")
    for line in iter(stream.readline, b""):
        words = line.decode("ascii").strip()
        if words.upper() == "DATA":
            _say(stream, "354 go on")
            data = b"".join(part.removeprefix(b".") for part in iter(stream.readline, b".\r\n"))
            _say(stream, "250 kept")
            return recipients, data
        if words.upper().startswith("RCPT TO:"):
            recipients.append(words[8:].split()[0].strip("<>"))
        _say(stream, "250 fine")
    raise ConnectionError("no mail came")


def _say(stream: BinaryIO, words: str) -> None:
    stream.write(f"{words}\r\n".encode("ascii"))
    stream.flush()


def main(path: Path) -> None:
    """Take one mail and keep it in the file at ``path``."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        sys.stdout.write(f"{server.getsockname()[1]}\n")
        sys.stdout.flush()
        connection, _address = server.accept()
        with connection, connection.makefile("rwb") as stream:
            recipients, data = take_one(stream)
    kept = {"recipients": recipients, "mail": data.decode("utf-8", "surrogateescape")}
    path.write_text(json.dumps(kept), encoding="ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

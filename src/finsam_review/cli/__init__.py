"""The command line: every use case without a window. Names and shapes are a contract with scripts."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from finsam_review.cli.last_net import log_unexpected, say_the_rest
from finsam_review.i18n import DEFAULT_LANGUAGE, LANGUAGES, set_language
from finsam_review.i18n import gettext as _

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def run(arguments: Sequence[str]) -> int:
    """Carry out ``arguments`` and return the exit code: 0 done, 1 in part, 2 wrong use, 3 can't be opened."""
    set_language(_asked_language(arguments))
    from finsam_review.cli.arguments import parse

    try:
        return _carried_out(parse(arguments))
    finally:
        say_the_rest()


def _carried_out(options: argparse.Namespace) -> int:
    """Do what ``options`` ask for; a refusal, foreseen or not, becomes one sentence. A bug stays a bug."""
    from finsam_review.domain.errors import UserError

    item = options.file.name if isinstance(options.file, Path) else options.command
    try:
        return _open(options) if options.command == "open" else _command(options)
    except UserError as error:
        from finsam_review.cli.result import refuse

        return refuse(error, item=item, as_json=options.json)
    except OSError as error:
        from finsam_review.cli.result import stop

        log_unexpected(error)
        place = Path(os.fsdecode(error.filename)).name if isinstance(error.filename, str | bytes) else item
        sentence = _("The computer refused: {reason} ({file}).").format(
            reason=error.strerror or type(error).__name__, file=place
        )
        return stop(sentence, item=item, as_json=options.json)


def _open(options: argparse.Namespace) -> int:
    if options.self_test:
        from finsam_review.cli.self_test import self_test

        return self_test(as_json=options.json)
    return _window(options, options.file, table=options.table)


def _window(options: argparse.Namespace, path: Path | None, *, table: str | None = None) -> int:
    """Open the window, unless it is plain beforehand that there is nothing to open or nowhere to show it."""
    refusal = _no_such_file(path) if path is not None and not path.exists() else _no_screen()
    if refusal:
        from finsam_review.cli.result import stop

        return stop(refusal, item=path.name if path else options.command, as_json=options.json)
    from finsam_review.app import run_window

    return run_window(path, table=table, language=options.lang)


def _no_such_file(path: Path) -> str:
    from finsam_review.cli.arguments import COMMANDS

    if path.suffix:
        return _("There is no file {file} here.").format(file=path)
    commands = ", ".join(COMMANDS)
    return _("There is neither a file nor a command called {name}. The commands are {commands}.").format(
        name=path, commands=commands
    )


def _no_screen() -> str:
    """Return why no window can be shown; Qt would end the process with words for developers."""
    if not sys.platform.startswith("linux") or any(os.environ.get(name) for name in _SCREENS):
        return ""
    return _("There is no screen here to open a window on. The commands work without one: see --help.")


def _command(options: argparse.Namespace) -> int:
    from finsam_review.cli import commands, outgoing

    actions: dict[str, Callable[[argparse.Namespace], int]] = {
        "demo": _demo,
        "new": commands.new,
        "import": commands.take_in,
        "import-notes": commands.import_notes,
        "import-participants": commands.import_participants,
        "export": outgoing.export,
        "drafts": outgoing.drafts,
        "show": commands.show,
        "check": commands.check,
    }
    return actions[options.command](options)


def _demo(options: argparse.Namespace) -> int:
    from finsam_review.cli import commands

    code, path = commands.demo(options)
    if options.no_window or code:
        return code
    return _window(options, path)


def _asked_language(arguments: Sequence[str]) -> str:
    """Return the language asked for, before the parser itself needs to speak it."""
    asked = [os.environ.get("FINSAM_LANG", "")]
    for word, following in pairwise([*arguments, ""]):
        if word == "--":
            break
        if word == "--lang":
            asked.append(following)
        elif word.startswith("--lang="):
            asked.append(word.removeprefix("--lang="))
    known = [word for word in asked if word in LANGUAGES]
    return known[-1] if known else DEFAULT_LANGUAGE

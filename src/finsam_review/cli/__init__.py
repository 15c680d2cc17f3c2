"""The command line: every use case without a window. Names and shapes are a contract with scripts."""

import argparse
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from finsam_review.i18n import DEFAULT_LANGUAGE, LANGUAGES, set_language


def run(arguments: Sequence[str]) -> int:
    """Carry out ``arguments`` and return the exit code: 0 done, 1 in part, 2 wrong use, 3 can't be opened."""
    set_language(_asked_language(arguments))
    from finsam_review.cli.arguments import parse

    options = parse(arguments)
    if options.command == "open":
        return _open(options)
    return _command(options)


def _open(options: argparse.Namespace) -> int:
    if options.self_test:
        from finsam_review.cli.self_test import self_test

        return self_test(as_json=options.json)
    from finsam_review.app import run_window

    return run_window(options.file, table=options.table, language=options.lang)


def _command(options: argparse.Namespace) -> int:
    from finsam_review.cli import commands
    from finsam_review.domain.errors import UserError

    actions: dict[str, Callable[[argparse.Namespace], int]] = {
        "demo": _demo,
        "new": commands.new,
        "import": commands.take_in,
        "import-notes": commands.import_notes,
        "export": commands.export,
        "show": commands.show,
        "check": commands.check,
    }
    try:
        return actions[options.command](options)
    except UserError as error:
        item = options.file.name if isinstance(options.file, Path) else options.command
        return commands.refuse(error, item=item, as_json=options.json)


def _demo(options: argparse.Namespace) -> int:
    from finsam_review.cli import commands

    code, path = commands.demo(options)
    if options.no_window or code:
        return code
    from finsam_review.app import run_window

    return run_window(path, language=options.lang)


def _asked_language(arguments: Sequence[str]) -> str:
    """Return the language asked for, before the parser itself needs to speak it."""
    words = [word.removeprefix("--lang=") for word in arguments]
    if "--lang" in words[:-1]:
        words.append(words[words.index("--lang") + 1])
    asked = [word for word in words if word in LANGUAGES]
    return asked[-1] if asked else os.environ.get("FINSAM_LANG", DEFAULT_LANGUAGE)

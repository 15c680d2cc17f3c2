"""Owns the words of the command line: names of commands and options, as promised to scripts."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from finsam_review import __version__
from finsam_review.i18n import LANGUAGES
from finsam_review.i18n import gettext as _

COMMANDS = ("demo", "new", "import", "import-notes", "export", "show", "check")


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what was asked for; ``command`` is ``open`` when no command is named.

    Wrong use ends the process with exit code 2 and a line on stderr, as argparse does.
    """
    named = next((word for word in arguments if not word.startswith("-")), None)
    parser = _commands() if named in COMMANDS else _window()
    return parser.parse_args(arguments)


def _window() -> argparse.ArgumentParser:
    parser = _parser(prog="finsam-review", description=_("Review project applications on a workshop day."))
    parser.set_defaults(command="open")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help=_("the workshop day to open"))
    parser.add_argument("--table", metavar="LETTER", help=_("open as the view of one table"))
    parser.add_argument("--self-test", action="store_true", help=_("check this installation and exit"))
    parser.add_argument("--version", action="version", version=f"finsam-review {__version__}")
    parser.epilog = _("Commands: {names}").format(names=", ".join(COMMANDS))
    return parser


def _commands() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="finsam-review", allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True)
    demo = _add(commands, "demo", _("make the rehearsal day and open it"))
    demo.add_argument("file", nargs="?", type=Path, metavar="FILE")
    demo.add_argument("--no-window", action="store_true", help=_("only make the file"))
    new = _add(commands, "new", _("make a new workshop day"))
    new.add_argument("file", type=Path, metavar="FILE")
    new.add_argument("--title", required=True)
    new.add_argument("--date", required=True, type=_day, metavar="YYYY-MM-DD")
    new.add_argument("--preset", default="skaraborg", metavar="NAME")
    new.add_argument("--tables", type=int, metavar="N")
    intake = _add(commands, "import", _("take in applications"))
    intake.add_argument("file", type=Path, metavar="FILE")
    intake.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    notes = _add(commands, "import-notes", _("take in typed-up notes"))
    notes.add_argument("file", type=Path, metavar="FILE")
    notes.add_argument("list", type=Path, metavar="CSV")
    _add_export(commands)
    for name, help_text in (("show", _("show the day")), ("check", _("check that the file is whole"))):
        _add(commands, name, help_text).add_argument("file", type=Path, metavar="FILE")
    return parser


def _add_export(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    export = _add(commands, "export", _("write the summaries"))
    export.add_argument("file", type=Path, metavar="FILE")
    export.add_argument("--to", required=True, type=Path, metavar="DIR")
    export.add_argument("--only", action="append", choices=["summaries"], metavar="KIND")
    export.add_argument("--name-tables", action="store_true", help=_("say which table wrote each note"))


def _add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, help_text: str
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=help_text, description=help_text, allow_abbrev=False)
    _add_common(parser)
    return parser


def _parser(*, prog: str, description: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=prog, description=description, allow_abbrev=False)
    _add_common(parser)
    return parser


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("print the result as JSON"))
    parser.add_argument("--lang", choices=LANGUAGES, help=_("language of the texts"))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(_("{text} is not a date").format(text=text)) from error

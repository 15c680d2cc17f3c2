"""Owns the words of the command line: names of commands and options, as promised to scripts."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from finsam_review import __version__
from finsam_review.cli.wrong_use import in_own_words
from finsam_review.i18n import LANGUAGES
from finsam_review.i18n import gettext as _

COMMANDS = (
    "demo", "new", "import", "import-participants", "import-notes", "export", "drafts",
    "show", "check",
)  # fmt: skip
KINDS = ("summaries", "summaries-word", "day", "notes-xlsx", "process", "case-folders")
_WITH_VALUE = frozenset(
    {"--lang", "--table", "--title", "--date", "--preset", "--tables", "--to", "--only", "--deadline"}
)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what was asked for; ``command`` is ``open`` when no command is named.

    Wrong use ends the process with exit code 2 and a line on stderr, as argparse does.
    """
    place = _place_of_command(arguments)
    if place is None:
        return _window().parse_args(arguments)
    words = [arguments[place], *arguments[:place], *arguments[place + 1 :]]
    return _commands().parse_args(words)


def _place_of_command(arguments: Sequence[str]) -> int | None:
    """Return where the command stands: the first word that is neither an option nor the value of one."""
    is_value = False
    for place, word in enumerate(arguments):
        if word == "--":
            return None
        if not is_value and not word.startswith("-"):
            return place if word in COMMANDS else None
        is_value = not is_value and word in _WITH_VALUE
    return None


class _Parser(argparse.ArgumentParser):
    """Says what argparse itself would say in English: how a command is used, and that it was used wrongly."""

    def __init__(self, **words: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, **words)
        self.add_argument("-h", "--help", action="help", help=_("show this help and exit"))

    def format_usage(self) -> str:
        """Return how the command is used."""
        return super().format_usage().replace("usage: ", _("usage: "), 1)

    def format_help(self) -> str:
        """Return the help."""
        said = super().format_help().replace("usage: ", _("usage: "), 1)
        for english, heading in (
            ("positional arguments:", _("what it works on:")),
            ("options:", _("options:")),
        ):
            said = said.replace(f"\n{english}\n", f"\n{heading}\n", 1)
        return said

    def error(self, message: str) -> NoReturn:
        """End the process with exit code 2; ``message`` is argparse's own."""
        message = in_own_words(message)
        self.print_usage(sys.stderr)
        self.exit(2, _("{program}: wrong use: {message}").format(program=self.prog, message=message) + "\n")


def _window() -> argparse.ArgumentParser:
    parser = _parser(prog="finsam-review", description=_("Review project applications on a workshop day."))
    parser.set_defaults(command="open")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help=_("the workshop day to open"))
    parser.add_argument("--table", metavar="LETTER", help=_("open as the view of one table"))
    parser.add_argument("--self-test", action="store_true", help=_("check this installation and exit"))
    version = f"finsam-review {__version__}"
    parser.add_argument("--version", action="version", version=version, help=_("show the version and exit"))
    parser.epilog = _("Commands: {names}").format(names=", ".join(COMMANDS))
    return parser


def _commands() -> argparse.ArgumentParser:
    parser = _Parser(prog="finsam-review")
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
    people = _add(commands, "import-participants", _("take in the participants from a list"))
    people.add_argument("file", type=Path, metavar="FILE")
    people.add_argument("list", type=Path, metavar="LIST")
    _add_export(commands)
    _add_drafts(commands)
    for name, help_text in (("show", _("show the day")), ("check", _("check that the file is whole"))):
        _add(commands, name, help_text).add_argument("file", type=Path, metavar="FILE")
    return parser


def _add_export(commands: "argparse._SubParsersAction[_Parser]") -> None:
    export = _add(commands, "export", _("write summaries, the day, all notes, case folders"))
    export.add_argument("file", type=Path, metavar="FILE")
    export.add_argument("--to", required=True, type=Path, metavar="DIR")
    export.add_argument("--only", action="append", choices=KINDS, metavar="KIND", help=", ".join(KINDS))
    export.add_argument("--name-tables", action="store_true", help=_("say which table wrote each note"))


def _add_drafts(commands: "argparse._SubParsersAction[_Parser]") -> None:
    drafts = _add(commands, "drafts", _("write a mail draft for each application"))
    drafts.add_argument("file", type=Path, metavar="FILE")
    drafts.add_argument("--to", required=True, type=Path, metavar="DIR")
    drafts.add_argument("--deadline", required=True, type=_day, metavar="YYYY-MM-DD")
    drafts.add_argument("--word", action="store_true", help=_("attach the Word file too"))
    drafts.add_argument("--process", action="store_true", help=_("attach the process picture too"))


def _add(
    commands: "argparse._SubParsersAction[_Parser]", name: str, help_text: str
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=help_text, description=help_text)
    _add_common(parser)
    return parser


def _parser(*, prog: str, description: str) -> argparse.ArgumentParser:
    parser = _Parser(prog=prog, description=description)
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

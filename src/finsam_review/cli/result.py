"""Owns what a command says: its result for scripts on stdout, its sentences for people on stderr."""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from finsam_review.cli.last_net import hung_up
from finsam_review.domain.errors import UserError
from finsam_review.domain.intake import FailedItem
from finsam_review.i18n.wording import failure_text

DONE, PARTLY, WRONG_USE, CANNOT_OPEN = 0, 1, 2, 3
_WRONG_USE = frozenset({"preset_unknown", "tables_out_of_range", "title_missing", "deadline_before_day"})
"""Errors of what was asked for, not of a file."""


@dataclass(slots=True)
class Result:
    """What a command did: items done, warnings, and items that failed with their reasons."""

    done: list[Any] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    failed: list[dict[str, str]] = field(default_factory=list)
    more: dict[str, Any] = field(default_factory=dict)

    def fail(self, item: FailedItem) -> None:
        """Add an item that failed."""
        self.failed.append({"item": item.item, "reason": failure_text(item.code, item.values)})

    def warn(self, item: FailedItem) -> None:
        """Add something a person should know, though it did not fail."""
        self.warnings.append(named(item.item, failure_text(item.code, item.values)))

    @property
    def exit_code(self) -> int:
        """0 when everything was done, 1 when something failed."""
        return PARTLY if self.failed else DONE

    def as_data(self) -> dict[str, Any]:
        """Return the result object of the contract."""
        return {"done": self.done, "warnings": self.warnings, "failed": self.failed, **self.more}


def report(result: Result, *, as_json: bool, sentence: str) -> int:
    """Print the result and return its exit code. With ``as_json`` stdout holds one JSON object only."""
    if as_json:
        print_json(result.as_data())
    elif sentence:
        write(sentence)
    for line in result.warnings:
        complain(line)
    for item in result.failed:
        complain(named(item["item"], item["reason"]))
    return result.exit_code


def named(item: str, reason: str) -> str:
    """Return ``reason`` with the name of the item before it, unless it begins with that already."""
    return reason if reason.startswith(item) else f"{item}: {reason}"


def refuse(error: UserError, *, item: str, as_json: bool) -> int:
    """Say in one sentence why nothing was done; return the exit code: wrong use, or can't be opened."""
    wrong_use = error.code in _WRONG_USE
    reason = failure_text(error.code, error.values)
    said = reason if wrong_use or item in reason else named(item, reason)
    return stop(said, item=item, as_json=as_json, code=WRONG_USE if wrong_use else CANNOT_OPEN)


def stop(sentence: str, *, item: str, as_json: bool, code: int = CANNOT_OPEN) -> int:
    """Say ``sentence`` about ``item``, of which nothing came; return ``code``."""
    if as_json:
        print_json(Result(failed=[{"item": item, "reason": sentence}]).as_data())
    complain(sentence)
    return code


def print_json(data: Mapping[str, Any]) -> None:
    """Print one JSON object on stdout, in UTF-8 whatever the console speaks."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    with hung_up(sys.stdout):
        sys.stdout.buffer.write(text.encode("utf-8") + b"\n")
        sys.stdout.flush()


def write(sentence: str) -> None:
    """Print a sentence for people; a console that lacks a letter gets a question mark, never an error."""
    _print(sentence, to_errors=False)


def complain(sentence: str) -> None:
    """Print a sentence for people on stderr."""
    _print(sentence, to_errors=True)


def _print(sentence: str, *, to_errors: bool) -> None:
    stream = sys.stderr if to_errors else sys.stdout
    encoding = stream.encoding or "utf-8"
    with hung_up(stream):
        print(sentence.encode(encoding, "replace").decode(encoding), file=stream, flush=True)

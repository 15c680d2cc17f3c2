"""Owns what is said of wrong use of the command line, where argparse itself has English words only."""

import re

from finsam_review.i18n import N_
from finsam_review.i18n import gettext as _

_SAID = (
    (r"the following arguments are required: (?P<names>.+)", N_("this is missing: {names}")),
    (r"unrecognized arguments: (?P<names>.+)", N_("not known: {names}")),
    (r"expected (?:one|at least one) argument", N_("a value is missing here")),
    (r"invalid int value: '(?P<value>.*)'", N_("{value} is not a whole number")),
    (r"ignored explicit argument '(?P<value>.*)'", N_("takes no value, but got {value}")),
    (
        r"invalid choice: '(?P<value>.*)' \(choose from (?P<choices>.+)\)",
        N_("{value} can't be chosen; choose from {choices}"),
    ),
)
"""The sentences of argparse (those of Python 3.11 to 3.13), and what is said instead."""

_ABOUT = re.compile(r"argument (?P<name>\S+): (?P<rest>.*)", re.DOTALL)


def in_own_words(message: str) -> str:
    """Return what argparse says in the language in use; a sentence that is not known stays as it is."""
    about = _ABOUT.fullmatch(message)
    if about is not None:
        return f"{about['name']}: {in_own_words(about['rest'])}"
    for pattern, words in _SAID:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found is not None:
            values = found.groupdict()
            if "choices" in values:
                values["choices"] = values["choices"].replace("'", "")
            return _(words).format(**values)
    return message

"""Owns the last net: what the computer refuses where nobody foresaw it is told in one sentence."""

import errno
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

_log = logging.getLogger(__name__)


@contextmanager
def hung_up(stream: TextIO) -> Iterator[None]:
    """Let whoever reads ``stream`` stop in the middle, as ``head`` does: what is left to say goes nowhere.

    Windows calls a closed pipe an invalid argument.
    """
    try:
        yield
    except OSError as error:
        if error.errno not in (errno.EPIPE, errno.EINVAL):
            raise
        nowhere = os.open(os.devnull, os.O_WRONLY)
        with suppress(OSError, ValueError):
            os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def say_the_rest() -> None:
    """Print what Python still holds back, such as the help, before it does so itself and complains."""
    if sys.stdout is not None:
        with hung_up(sys.stdout):
            sys.stdout.flush()


def log_unexpected(error: OSError) -> None:
    """Keep for a developer where ``error`` came from; people are told the reason only."""
    _log.info("the computer refused something", exc_info=error)

"""Owns the fence around overridden Qt virtuals: no exception may leave one.

Measured on Python 3.11: an error raised by the interpreter's own code inside ``data()``, ``paint()``,
``sizeHint()`` and the like kills the process in PySide6. Behind the fence it is reported, and Qt gets a
safe value instead.
"""

import functools
import sys
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, overload

P = ParamSpec("P")
R = TypeVar("R")
D = TypeVar("D")


@overload
def guarded(default: Callable[[], D]) -> Callable[[Callable[P, R]], Callable[P, R | D]]: ...
@overload
def guarded(default: D) -> Callable[[Callable[P, R]], Callable[P, R | D]]: ...
def guarded(default: Any) -> Callable[[Callable[P, R]], Callable[P, Any]]:
    """Return a decorator that keeps exceptions inside an overridden Qt virtual.

    An exception goes to ``sys.excepthook``; the caller gets ``default``, or what it returns when it is
    callable (for values that must be made anew, such as ``QSize``).
    """

    def fence(method: Callable[P, R]) -> Callable[P, Any]:
        @functools.wraps(method)
        def inside(*args: P.args, **kwargs: P.kwargs) -> Any:
            try:
                return method(*args, **kwargs)
            except Exception as error:
                sys.excepthook(type(error), error, error.__traceback__)
                return default() if callable(default) else default

        return inside

    return fence

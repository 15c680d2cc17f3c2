"""Owns the one kind of error that a person is meant to read."""


class UserError(Exception):
    """Something a person can understand and act on; the work done so far is kept.

    ``code`` names a sentence in :mod:`finsam_review.i18n.wording`; ``values`` fill its fields and are
    shown as plain text, never as markup. Anything that is not a ``UserError`` is a bug.
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        """Return the code and its values, for logs; the sentence is made by ``i18n.wording``."""
        fields = ", ".join(f"{key}={value!r}" for key, value in self.values.items())
        return f"{self.code}({fields})"

"""Owns how the facts of a revised application come into the application, and what they were before."""

import dataclasses

from finsam_review.domain.applications import ApplicationDetails

_TOGETHER = (
    ("title",),
    ("kind",),
    ("applicant",),
    ("organisations", "parties"),
    ("contact_name",),
    ("contact_email",),
    ("period_start",),
    ("period_end",),
    ("amounts", "amount_total"),
)
"""Facts that are taken over, those that only make sense together in one group."""


def taken_over(now: ApplicationDetails, revised: ApplicationDetails) -> ApplicationDetails:
    """Return ``now`` with every fact that the revised document states; what it is silent about stays.

    Diary number and the day it came in are the chancellery's own and are never taken over.
    """
    values = {}
    for group in _TOGETHER:
        stated = {name: getattr(revised, name) for name in group}
        if any(stated.values()):
            values.update(stated)
    return dataclasses.replace(now, **values)


def facts_before(
    now: ApplicationDetails, sent: ApplicationDetails | None, revised: ApplicationDetails
) -> ApplicationDetails:
    """Return the facts that a revised document is compared with.

    They are those that people see ``now``. A fact that says what the revised document says was perhaps taken
    over from it, so that it is compared with what it was when the summary was approved (``sent``).
    """
    if sent is None:
        return now
    values = {}
    for group in _TOGETHER:
        current = {name: getattr(now, name) for name in group}
        if current == {name: getattr(revised, name) for name in group}:
            values.update({name: getattr(sent, name) for name in group})
    return dataclasses.replace(now, **values)

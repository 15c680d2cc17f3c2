"""Owns how an approved summary is kept in the file: as plain JSON, whose hash tells a changed letter."""

import hashlib
import json
from dataclasses import asdict
from datetime import date
from typing import Any

from finsam_review.domain.applications import ApplicationDetails
from finsam_review.domain.points.agreement import Agreement, PartySupport
from finsam_review.domain.points.receipt import Receipt
from finsam_review.domain.points.sheet import Reason
from finsam_review.domain.summaries import AnsweredQuestion, AsideNote, FrozenSummary, SummaryPoint
from finsam_review.domain.workshop import Exercise, Question, Shape, TableGroup, Workshop

_DAYS = ("received_on", "period_start", "period_end")
_LISTS = ("organisations", "parties")


def frozen_to_json(frozen: FrozenSummary) -> dict[str, Any]:
    """Return a frozen summary as plain JSON values."""
    plain: dict[str, Any] = json.loads(json.dumps(asdict(frozen), default=_plain))
    return plain


def digest_of(stored: dict[str, Any]) -> str:
    """Return the hash of a frozen summary as it is stored."""
    canonical = json.dumps(stored, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def frozen_from_json(stored: dict[str, Any]) -> FrozenSummary:
    """Return what :func:`frozen_to_json` wrote. Raises ``KeyError`` or ``ValueError`` for anything else."""
    receipt = dict(stored["receipt"])
    receipt["aside"] = tuple((Reason(reason), int(count)) for reason, count in receipt["aside"])
    return FrozenSummary(
        workshop=_workshop(stored["workshop"]),
        details=_details(stored["details"]),
        answers=tuple(_answer(item) for item in stored["answers"]),
        tables=tuple(TableGroup(**item) for item in stored["tables"]),
        receipt=Receipt(**receipt),
        aside=tuple(AsideNote(**item | {"reason": Reason(item["reason"])}) for item in stored["aside"]),
    )


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))


def _workshop(stored: dict[str, Any]) -> Workshop:
    deadline = stored["deadline"]
    days = {"date": date.fromisoformat(stored["date"]), "deadline": deadline and date.fromisoformat(deadline)}
    return Workshop(**stored | days)


def _details(stored: dict[str, Any]) -> ApplicationDetails:
    values = dict(stored)
    for name in _DAYS:
        values[name] = date.fromisoformat(values[name]) if values[name] else None
    for name in _LISTS:
        values[name] = tuple(values[name])
    values["amounts"] = tuple((year, amount) for year, amount in values["amounts"])
    return ApplicationDetails(**values)


def _answer(stored: dict[str, Any]) -> AnsweredQuestion:
    question = dict(stored["question"])
    question["exercise"], question["shape"] = Exercise(question["exercise"]), Shape(question["shape"])
    return AnsweredQuestion(
        Question(**question),
        tuple(_point(item) for item in stored["points"]),
        tuple(PartySupport(item["party"], _agreement(item["agreement"])) for item in stored["steering"]),
    )


def _point(stored: dict[str, Any]) -> SummaryPoint:
    values = dict(stored)
    for name in ("parties", "notes"):
        values[name] = tuple(values[name])
    values["agreement"] = _agreement(values["agreement"])
    return SummaryPoint(**values)


def _agreement(stored: dict[str, Any]) -> Agreement:
    return Agreement(tuple(stored["tables"]), int(stored["of"]))

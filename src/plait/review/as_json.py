"""The review as plain values: every figure that the page shows, unrounded."""

from dataclasses import asdict
from typing import Any

from plait.analysis.hours.balance import RoleHours
from plait.analysis.income.streams import Stream
from plait.review.finding import Finding
from plait.review.review import Review
from plait.review.subject import Subject


def review_as_json(review: Review) -> dict[str, Any]:
    """Return the review for scripts; hours a week, money in the home currency."""
    subject = review.subject
    return {
        "on": subject.portfolio.on.isoformat(),
        "language": subject.words.language,
        "currency": subject.income.currency,
        "sentence": review.sentence,
        "hours": _hours(subject),
        "income": _income(subject),
        "concentration": asdict(subject.payers),
        "inbox": [
            {**asdict(w), "first_on": _day(w.first_on), "last_on": _day(w.last_on)}
            for w in subject.portfolio.waiting
        ],
        "findings": [_finding(finding) for finding in review.findings],
    }


def _hours(subject: Subject) -> dict[str, Any]:
    found = subject.balance
    return {
        "agreed": found.agreed,
        "actual": found.actual,
        "capacity": found.capacity,
        "free": found.free,
        "n_weeks": found.n_weeks,
        "roles": [_role(subject, one) for one in found.roles],
    }


def _role(subject: Subject, one: RoleHours) -> dict[str, Any]:
    role = subject.role(one.role)
    return {
        "role": role.key,
        "name": role.name,
        "agreed": one.agreed,
        "actual": one.actual,
        "over": one.over,
        "n_weeks": one.n_weeks,
        "verdict": one.verdict.value,
    }


def _income(subject: Subject) -> dict[str, Any]:
    found = subject.income
    return {
        "usual_month": found.usual_month,
        "months": [str(month) for month in found.months],
        "total": [round(x, 2) for x in found.total.tolist()],
        "open_in": found.open_in,
        "streams": [_stream(subject, one) for one in found.streams],
    }


def _stream(subject: Subject, one: Stream) -> dict[str, Any]:
    return {
        "role": subject.role(one.role).key,
        "name": subject.role(one.role).name,
        "monthly": [round(x, 2) for x in one.monthly.tolist()],
        "costs": [round(x, 2) for x in one.costs.tolist()],
        "last_year": one.last_year,
        "trend": one.trend.value,
        "last_half": one.last_half,
        "half_before": one.half_before,
        "usual_gap": one.usual_gap,
        "months_since": one.since,
        "last_on": _day(one.last_on),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    told = asdict(finding)
    del told["picture"], told["colour"]
    return told


def _day(day: Any) -> str | None:  # noqa: ANN401  # a date or nothing
    return day.isoformat() if day else None

"""A book's income as plain values, for `--json` and for the page.

Amounts are in the home currency, but for those of what was awaited: they are in the
currency it is paid in.
"""

from dataclasses import asdict
from typing import Any

import numpy as np

from plait.analysis.floats import Floats, in_home_currency
from plait.analysis.income.artefacts import Found, Spread
from plait.analysis.income.months import month_number
from plait.analysis.income.paydays.lines import lines_of
from plait.analysis.income.streams import Stream
from plait.analysis.income.swing import Swing
from plait.cli.awaited_values import awaited_values, unexpected_values
from plait.domain.portfolio import Portfolio
from plait.domain.rules import plain
from plait.review.subject import Subject, subject_of
from plait.review.words import words_for

_YEAR = 12

Told = dict[str, Any]


def income_told(
    picture: Portfolio, language: str, *, n_months: int, key: str = ""
) -> Told:
    """Return every stream, or the one of a role (by its key), and all together."""
    subject = subject_of(picture, words_for(language))
    streams = [
        _stream(subject, stream, spread, n_months)
        for stream, spread in zip(
            subject.income.streams, subject.artefacts.streams, strict=True
        )
        if key in {"", subject.role(stream.role).key}
    ]
    told = {
        "on": picture.on.isoformat(),
        "language": subject.words.language,
        "currency": subject.income.currency,
        "months": [str(month) for month in subject.income.months[-n_months:]],
        "streams": streams,
        "payers": _payers(subject, key),
        "unexpected": [
            unexpected_values(subject, one)
            for one in subject.expected.unexpected
            if key in {"", subject.role(one.role).key}
        ],
    }
    return told if key else told | {"total": _total(subject, n_months)}


def _stream(subject: Subject, stream: Stream, spread: Spread, n_months: int) -> Told:
    role = subject.role(stream.role)
    return {
        "role": role.key,
        "name": role.name,
        "raw": _cents(stream.monthly[-n_months:]),
        "spread": _cents(spread.spread[-n_months:]),
        "costs": _cents(stream.costs[-n_months:]),
        "net": _cents(stream.net[-n_months:]),
        "usual_month": round(spread.usual_month, 2),
        "last_year": round(stream.last_year, 2),
        "last_year_costs": round(float(stream.costs[-_YEAR:].sum()), 2),
        "last_year_net": round(float(stream.net[-_YEAR:].sum()), 2),
        "trend": stream.trend.value,
        "last_on": stream.last_on and stream.last_on.isoformat(),
        "swing_as_it_came": _swing(spread.before),
        "swing": _swing(spread.after),
        "artefacts": [_artefact(subject, found) for found in spread.found],
        "awaited": [
            awaited_values(line)
            for line in subject.expected.lines
            if line.role == stream.role
        ],
    }


def _total(subject: Subject, n_months: int) -> Told:
    nothing = np.zeros(len(subject.income.months))
    costs = sum((stream.costs for stream in subject.income.streams), nothing)
    found, shown = subject.artefacts, slice(-n_months, None)
    if not subject.income.streams:
        return {}
    return {
        "raw": _cents(subject.income.total[shown]),
        "spread": _cents(found.total[shown]),
        "costs": _cents(costs[shown]),
        "net": _cents((subject.income.total - costs)[shown]),
        "usual_month": round(found.usual_month, 2),
        "last_year": round(float(subject.income.total[-_YEAR:].sum()), 2),
        "last_year_costs": round(float(costs[-_YEAR:].sum()), 2),
        "last_year_net": round(float((subject.income.total - costs)[-_YEAR:].sum()), 2),
        "swing_as_it_came": _swing(found.before),
        "swing": _swing(found.after),
    }


def _swing(swing: Swing | None) -> Told | None:
    return None if swing is None else asdict(swing)


def _artefact(subject: Subject, found: Found) -> Told:
    return {
        "artefact": found.artefact.value,
        "payer": found.payer,
        "every": found.every.value,
        "months": [str(subject.income.months[place]) for place in found.months],
    }


def _payers(subject: Subject, key: str) -> list[Told]:
    """Return who paid, by what came over the last twelve whole months."""
    payments, n = subject.portfolio.payments, len(subject.income.months)
    at_home = in_home_currency(payments, subject.income.currency, subject.rates)
    first = int(month_number(subject.income.months[:1])[0]) if n else 0
    told: dict[str, Told] = {}
    for line in lines_of(payments, at_home):
        role = subject.role(line.role).key
        if key not in {"", role}:
            continue
        place = month_number(line.on) - first
        lately = (place < n) & (place >= n - _YEAR)
        one = told.setdefault(
            plain(line.payer) or role,
            {
                "payer": line.payer or subject.role(line.role).organisation.name,
                "roles": [],
                "last_year": 0.0,
                "every": None,
            },
        )
        one["roles"] += [] if role in one["roles"] else [role]
        one["last_year"] = round(one["last_year"] + line.amounts[lately].sum(), 2)
        one["every"] = line.rhythm.every.value if line.rhythm else one["every"]
        last = line.on[-1].tolist().isoformat()
        one["last_on"] = max(last, one.get("last_on", ""))
    return sorted(told.values(), key=lambda one: -one["last_year"])


def _cents(amounts: Floats) -> list[float]:
    return [round(amount, 2) for amount in amounts.tolist()]

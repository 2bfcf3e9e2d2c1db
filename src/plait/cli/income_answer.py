"""A book's income as plain values, for `--json` and for the page.

Amounts are in the home currency, but for those of what was awaited: they are in the
currency it is paid in.
"""

from dataclasses import asdict
from typing import Any

import numpy as np

from plait.analysis.floats import Floats, in_home_currency
from plait.analysis.income.artefacts import Found, Spread
from plait.analysis.income.payment_schedule.lines import lines_of
from plait.analysis.series.months import month_number
from plait.analysis.series.streams import Stream
from plait.analysis.series.volatility import Swing
from plait.answers.context import AnswerContext, answer_context
from plait.cli.awaited_values import awaited_values, unexpected_values
from plait.domain.portfolio import Portfolio
from plait.domain.rules import plain
from plait.wording.words import words_for

_YEAR = 12

Told = dict[str, Any]


def income_told(
    portfolio: Portfolio, language: str, *, n_months: int, key: str = ""
) -> Told:
    """Return every stream, or the one of a role (by its key), and all together."""
    context = answer_context(portfolio, words_for(language))
    streams = [
        _stream(context, stream, spread, n_months)
        for stream, spread in zip(
            context.income.streams, context.artefacts.streams, strict=True
        )
        if key in {"", context.role(stream.role).key}
    ]
    told = {
        "on": portfolio.on.isoformat(),
        "language": context.words.language,
        "currency": context.income.currency,
        "months": [str(month) for month in context.income.months[-n_months:]],
        "streams": streams,
        "payers": _payers(context, key),
        "unexpected": [
            unexpected_values(context, one)
            for one in context.expected.unexpected
            if key in {"", context.role(one.role).key}
        ],
    }
    return told if key else told | {"total": _total(context, n_months)}


def _stream(
    context: AnswerContext, stream: Stream, spread: Spread, n_months: int
) -> Told:
    role = context.role(stream.role)
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
        "artefacts": [_artefact(context, found) for found in spread.found],
        "awaited": [
            awaited_values(line)
            for line in context.expected.lines
            if line.role == stream.role
        ],
    }


def _total(context: AnswerContext, n_months: int) -> Told:
    nothing = np.zeros(len(context.income.months))
    costs = sum((stream.costs for stream in context.income.streams), nothing)
    found, shown = context.artefacts, slice(-n_months, None)
    if not context.income.streams:
        return {}
    return {
        "raw": _cents(context.income.total[shown]),
        "spread": _cents(found.total[shown]),
        "costs": _cents(costs[shown]),
        "net": _cents((context.income.total - costs)[shown]),
        "usual_month": round(found.usual_month, 2),
        "last_year": round(float(context.income.total[-_YEAR:].sum()), 2),
        "last_year_costs": round(float(costs[-_YEAR:].sum()), 2),
        "last_year_net": round(float((context.income.total - costs)[-_YEAR:].sum()), 2),
        "swing_as_it_came": _swing(found.before),
        "swing": _swing(found.after),
    }


def _swing(swing: Swing | None) -> Told | None:
    return None if swing is None else asdict(swing)


def _artefact(context: AnswerContext, found: Found) -> Told:
    return {
        "artefact": found.artefact.value,
        "payer": found.payer,
        "every": found.every.value,
        "months": [str(context.income.months[place]) for place in found.months],
    }


def _payers(context: AnswerContext, key: str) -> list[Told]:
    """Return who paid, by what came over the last twelve whole months."""
    payments, n = context.portfolio.payments, len(context.income.months)
    at_home = in_home_currency(payments, context.income.currency, context.rates)
    first = int(month_number(context.income.months[:1])[0]) if n else 0
    told: dict[str, Told] = {}
    for line in lines_of(payments, at_home):
        role = context.role(line.role).key
        if key not in {"", role}:
            continue
        place = month_number(line.on) - first
        lately = (place < n) & (place >= n - _YEAR)
        one = told.setdefault(
            plain(line.payer) or role,
            {
                "payer": line.payer or context.role(line.role).organisation.name,
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

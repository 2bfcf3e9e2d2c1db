"""The case that a portfolio makes: what each stream brings, and what can befall it.

Of roles held on the date, and of the last twelve whole months, net of costs. What is
put by for tax is taken off all but salaries, whose tax the employer has taken.
"""

from dataclasses import replace
from decimal import Decimal

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.income.concentration.parts import parts_of
from plait.analysis.income.streams import Income, Stream
from plait.analysis.income.stress.case import Case, Hanging
from plait.analysis.income.stress.hanging import Names, hanging
from plait.analysis.income.stress.weak import (
    MONTHS_LOOKED_AT,
    evened,
    shared_out,
    weak_month,
)
from plait.domain.money import Money
from plait.domain.portfolio import Portfolio
from plait.domain.trouble import PlaitError
from plait.reference.rates import Rates


class NoFloor(PlaitError):
    """It is not known what a month must cost, so nothing can be short of it."""


def case_of(
    portfolio: Portfolio,
    income: Income,
    rates: Rates,
    *,
    savings: Decimal | None = None,
    floor: Decimal | None = None,
) -> Case:
    """Return the case of a portfolio; raise `NoFloor` where no floor is known.

    `savings` and `floor`, in the home currency, stand for what the person told; where
    no savings are told there are none.
    """
    person = portfolio.person
    needed = floor if floor is not None else _number(person.floor)
    if needed is None:
        raise NoFloor(
            "It is not known what a month must cost",
            fix="Say it in the settings, or with --floor 2400.",
        )
    saved = savings if savings is not None else _number(person.savings)
    names: Names = {}
    held = {index for index, _ in portfolio.roles_held()}
    streams = [stream for stream in income.streams if stream.role in held]
    parts = parts_of(portfolio, rates)
    found = [
        hanging(portfolio, stream, parts, rates, names)
        for stream in streams
        if (stream.monthly - stream.costs)[-12:].any()
    ]
    return Case(
        currency=person.currency,
        streams=_with_weak_months(found, {s.role: s for s in streams}),
        savings=float(saved or 0),
        floor=float(needed),
        names=names,
    )


def _number(told: Money | None) -> Decimal | None:
    return None if told is None else told.number


def _with_weak_months(
    found: list[Hanging], streams: dict[int, Stream]
) -> tuple[Hanging, ...]:
    """Return the streams with what each brings in a weak month."""
    if not found:
        return ()
    means = [one.stream.monthly for one in found]
    months = np.stack(
        [_comparable(streams[one.role], one.stream.monthly) for one in found], axis=1
    )
    weak, mean = weak_month(months.sum(axis=1))
    usual = sum(means)
    total = usual * min(1.0, weak / mean) if mean > 0 else usual
    levels = shared_out(means, months.std(axis=0).tolist(), max(total, 0.0))
    return tuple(
        replace(one, weak=float(level))
        for one, level in zip(found, levels, strict=True)
    )


def _comparable(stream: Stream, mean: float) -> Floats:
    """Return two years of months without the calendar's bumps, of that mean.

    Before its first money a stream is taken to have brought what it brings since.
    """
    net = evened(stream.monthly, stream.usual_gap) - stream.costs
    begun = np.flatnonzero(stream.monthly + stream.costs)
    first = int(begun[0]) if len(begun) else 0
    since = net[max(first, len(net) - MONTHS_LOOKED_AT) :]
    level = float(since.mean()) if len(since) else 0.0
    months = np.full(MONTHS_LOOKED_AT, level)
    months[len(months) - len(since) :] = since
    return months * (mean / level) if level > 0 and mean > 0 else months

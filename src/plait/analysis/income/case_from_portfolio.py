"""The case that a portfolio makes: what each stream brings, and what can befall it.

Of roles held on the date, and of the last twelve whole months, net of costs. What is
put by for tax is taken off all but salaries, whose tax the employer has taken.
"""

from dataclasses import replace
from decimal import Decimal

import numpy as np

from plait.analysis.floats import Floats, at_home_on
from plait.analysis.income.artefacts import Artefacts, artefacts
from plait.analysis.income.concentration.parts import parts_of
from plait.analysis.income.model_from_portfolio import FromBook, from_book
from plait.analysis.income.stress.case import Case, StreamCase
from plait.analysis.income.stress.stream_case import CaseSources, stream_case
from plait.analysis.income.stress.weak_month import (
    MONTHS_LOOKED_AT,
    evened,
    shared_out,
    weak_month,
)
from plait.analysis.series.streams import Income, Stream
from plait.domain.errors import PlaitError
from plait.domain.portfolio import Portfolio
from plait.reference.rates import Rates

# Fewer payments do not show how long the months between them usually are.
_PAYMENTS_NEEDED = 4


class NoFloor(PlaitError):
    """It is not known what a month must cost, so nothing can be short of it."""


def case_of(
    portfolio: Portfolio,
    income: Income,
    rates: Rates,
    *,
    savings: Decimal | None = None,
    floor: Decimal | None = None,
    known: Artefacts | None = None,
    book: FromBook | None = None,
) -> Case:
    """Return the case of a portfolio; raise `NoFloor` where no floor is known.

    `savings` and `floor`, in the home currency, stand for what the person entered; where
    no savings are known there are none. `known` are the streams without what the
    calendar does, and `book` the income model, where they were worked out before.
    """
    person = portfolio.person
    home = person.currency, rates, portfolio.on
    needed = floor if floor is not None else at_home_on(person.floor, *home)
    if needed is None:
        raise NoFloor(
            "It is not known what a month must cost",
            fix="Enter it under “What you could fall back on”, or add --floor 2400.",
        )
    saved = savings if savings is not None else at_home_on(person.savings, *home)
    model = (book or from_book(portfolio, income, rates)).model
    sources = CaseSources(portfolio, parts_of(portfolio, rates), rates, {})
    index = {role.key: number for number, role in enumerate(portfolio.roles)}
    found = [stream_case(sources, index[one.name], one) for one in model.streams]
    return Case(
        currency=person.currency,
        streams=_with_weak_months(
            found, known or artefacts(portfolio, income, rates), income
        ),
        savings=float(saved or 0),
        floor=float(needed),
        names=sources.names,
        level=model.level,
        level_unsure=model.level_unsure,
        level_wanders=model.level_wanders,
    )


def _with_weak_months(
    found: list[StreamCase], spread: Artefacts, income: Income
) -> tuple[StreamCase, ...]:
    """Return the streams with what each brings in a weak month.

    One that is over is in no weak month: neither its own nor that of the others.
    """
    over = tuple(one for one in found if one.stream.is_over)
    found = [one for one in found if not one.stream.is_over]
    if not found:
        return over
    means = [one.stream.monthly for one in found]
    months_of = {
        stream.role: _without_empty_months(one, stream.spread)
        - float(one.costs[one.lately(MONTHS_LOOKED_AT)].mean())
        for stream, one in zip(spread.streams, income.streams, strict=True)
        if one.end > one.begin and len(one.lately(MONTHS_LOOKED_AT))
    }
    months = np.stack(
        [_comparable(months_of.get(one.role), one.stream.monthly) for one in found],
        axis=1,
    )
    weak, mean = weak_month(months.sum(axis=1))
    usual = sum(means)
    total = usual * min(1.0, weak / mean) if mean > 0 else usual
    levels = shared_out(means, months.std(axis=0).tolist(), max(total, 0.0))
    weak_ones = {
        one.role: replace(one, weak=float(level))
        for one, level in zip(found, levels, strict=True)
    }
    return (*weak_ones.values(), *(replace(one, weak=0.0) for one in over))


def _without_empty_months(stream: Stream, spread: Floats) -> Floats:
    """Return the months known; four payments a year are spread over those between.

    Where most months bring nothing, a weak one is no month without a payment, for
    those come every time.
    """
    months = stream.of_known(spread)
    n_paid = np.count_nonzero(months)
    is_seldom = n_paid >= _PAYMENTS_NEEDED and float(np.median(months)) <= 0
    return evened(months, np.ceil(stream.usual_gap)) if is_seldom else months


def _comparable(net: Floats | None, mean: float) -> Floats:
    """Return two years of months without the calendar's bumps, of that mean.

    Before its first money a stream is taken to have brought what it brings since.
    """
    since = net[-MONTHS_LOOKED_AT:] if net is not None else np.zeros(0)
    level = float(since.mean()) if len(since) else 0.0
    if level <= 0 or mean <= 0:
        return np.full(MONTHS_LOOKED_AT, mean)
    months = np.full(MONTHS_LOOKED_AT, level)
    months[len(months) - len(since) :] = since
    return months * (mean / level)

"""What the calendar does to the money of one line, and that money spread."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.income.payment_schedule.lines import Line
from plait.analysis.income.payment_schedule.monthly import Monthly, monthly_of
from plait.analysis.income.payment_schedule.rhythm import Every
from plait.analysis.income.payment_schedule.slots import slots_of
from plait.analysis.income.payment_schedule.spread import (
    by_days,
    by_months,
    scaled_by_year,
)
from plait.analysis.income.payment_schedule.yearly import (
    HOLIDAY,
    YEAR_END,
    calendar_month,
    yearly_extras,
)
from plait.analysis.series.months import Numbers, WholeMonths, month_number


class Artefact(StrEnum):
    """What the calendar does to a series of months."""

    WEEKS = "weekly pay"
    FORTNIGHTS = "two-weekly pay"
    FOUR_WEEKS = "four-weekly pay"
    HOLIDAY = "holiday allowance"
    YEAR_END = "thirteenth month"
    YEARLY_EXTRA = "yearly extra"
    SEVERAL_MONTHS = "paid for several months"
    MOVED = "early or late"


_BY_DAYS = {
    Every.WEEK: Artefact.WEEKS,
    Every.FORTNIGHT: Artefact.FORTNIGHTS,
    Every.FOUR_WEEKS: Artefact.FOUR_WEEKS,
}


@dataclass(frozen=True, slots=True)
class Found:
    """One artefact, by whom, and how often they pay.

    `months` are the places of the months that it makes look rich.
    """

    artefact: Artefact
    payer: str
    every: Every
    months: tuple[int, ...]


def spread_of(
    line: Line, months: WholeMonths, *, is_salary: bool, goes_on: bool
) -> tuple[Floats, tuple[Found, ...]]:
    """Return a line's money by the month it is for, and the artefacts taken out."""
    raw = _raw(line, months)
    if line.rhythm is None:
        return raw, ()
    if line.rhythm.days:
        spread = by_days(
            line.on, line.amounts, line.rhythm.days, months, goes_on=goes_on
        )
        found = _found(line, _BY_DAYS[line.rhythm.every], _with_most(line, months))
        return scaled_by_year(spread, raw, months), found
    slots = slots_of(line, line.rhythm, line.on[-1])
    if line.rhythm.months == 1:
        monthly = monthly_of(line.amounts, slots)
        return _spread_monthly(line, monthly, months, raw, is_salary=is_salary)
    until = None if goes_on else int(slots.month[-1]) + 1
    each = np.bincount(slots.of, line.amounts, len(slots.due)).astype(np.float64)
    paid = np.flatnonzero(each)
    spread = by_months(
        slots.month[paid], each[paid], line.rhythm.months, months, until=until
    )
    found = _found(line, Artefact.SEVERAL_MONTHS, np.flatnonzero(raw))
    return scaled_by_year(spread, raw, months), found


def _raw(line: Line, months: WholeMonths) -> Floats:
    month = month_number(line.on) - months.first
    inside = month < months.n
    return np.bincount(month[inside], line.amounts[inside], months.n).astype(np.float64)


def _with_most(line: Line, months: WholeMonths) -> Numbers:
    """Return the months with more paydays than most: five Fridays, three pays."""
    month = month_number(np.unique(line.on)) - months.first
    times = np.bincount(month[month < months.n], minlength=months.n)
    usual = np.median(times[times > 0]) if times.any() else 0
    return np.flatnonzero(times > usual)


def _found(line: Line, artefact: Artefact, places: Numbers) -> tuple[Found, ...]:
    if line.rhythm is None or not len(places):
        return ()
    rich = tuple(np.unique(places).tolist())
    return (Found(artefact, line.payer, line.rhythm.every, rich),)


def _spread_monthly(
    line: Line, monthly: Monthly, months: WholeMonths, raw: Floats, *, is_salary: bool
) -> tuple[Floats, tuple[Found, ...]]:
    """Spread yearly extras over a year; give what moved to its own month."""
    every_year = yearly_extras(monthly, is_salary=is_salary)
    beside = monthly.extra.copy()
    for places in every_year:
        beside[places] = 0.0
    inside = (monthly.month >= months.first) & (monthly.month < months.first + months.n)
    spread = np.zeros(months.n)
    spread[monthly.month[inside] - months.first] = (monthly.pay + beside)[inside]
    found = _moved(line, monthly, months)
    for places in every_year:
        spread += by_months(
            monthly.month[places],
            monthly.extra[places],
            12,
            months,
            until=int(monthly.month[-1]) + 1,
        )
        calendar = int(calendar_month(monthly.month[places[:1]])[0])
        artefact = _named(calendar, is_salary=is_salary)
        here = monthly.month[places] - months.first
        found += _found(line, artefact, here[(here >= 0) & (here < months.n)])
    return scaled_by_year(spread, raw, months) if found else raw, found


def _moved(line: Line, monthly: Monthly, months: WholeMonths) -> tuple[Found, ...]:
    """Return the months that got another month's pay beside their own."""
    booked = month_number(line.on) - months.first
    times = np.bincount(booked[booked < months.n], minlength=months.n)
    empty = np.flatnonzero(times == 0)
    if not len(empty):
        return ()
    given = monthly.month[monthly.pay > 0] - months.first
    filled = np.intersect1d(empty, given)
    beside = np.union1d(filled - 1, filled + 1)
    beside = beside[(beside >= 0) & (beside < months.n)]
    return _found(line, Artefact.MOVED, beside[times[beside] > 1])


def _named(calendar: int, *, is_salary: bool) -> Artefact:
    if is_salary and calendar in HOLIDAY:
        return Artefact.HOLIDAY
    if is_salary and calendar in YEAR_END:
        return Artefact.YEAR_END
    return Artefact.YEARLY_EXTRA

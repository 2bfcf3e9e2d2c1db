"""What each day of a role stands for: the hours that accrue on it, and its share.

Agreed hours accrue by the day: 24 a week are 24 / 7 a day, 36 a month are 36 / 30 a
day in April and 36 / 31 in May, hours in total are spread over the days of their
terms. A day off takes out more than its own: the share of the week that is worked
on it. That is its blocks' part of the week's blocks, or a fifth from Monday to
Friday where no blocks are agreed.

So that what falls away is never more than what accrued, shares are counted over
stretches: a week, cut where the terms change or where a new month, quarter or year
is counted. A stretch without any worked day, such as a Sunday on the 1st, joins
the one beside it; one that has no such neighbour counts its days alike.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from plait.analysis.floats import Floats
from plait.domain.columns import Bools
from plait.domain.period import Period
from plait.domain.roles import Agreement, Per, Role

NO_TERMS = -1

Numbers = NDArray[np.int64]

_EPOCH = date(1970, 1, 1)
# 1970-01-01 was a Thursday, so weeks turn three days before it.
_FIRST_WEEKDAY = 3
_MONTHS_IN = {Per.MONTH: 1, Per.QUARTER: 3, Per.YEAR: 12}
_MONDAY_TO_FRIDAY = np.array([1, 1, 1, 1, 1, 0, 0]) / 5


@dataclass(frozen=True, eq=False)
class AgreedDays:
    """Days of one role in successive whole weeks, one element each.

    `terms` indexes the role's agreements, `NO_TERMS` where none hold or the role is
    not held. `rate` is the hours that accrue on the day, 0 where none are agreed or
    where hours in total have no end to be spread up to. `weight` is how much of its
    stretch's work the day holds, `stretch` the number of its stretch.
    """

    terms: Numbers
    rate: Floats
    weight: Floats
    stretch: Numbers

    @property
    def due(self) -> Floats:
        """The hours that are worked on each day: its part of those of its stretch."""
        whole = np.bincount(self.stretch, self.weight)
        accrued = np.bincount(self.stretch, self.rate)
        found: Floats = (accrued / whole)[self.stretch] * self.weight
        return found

    def share(self, chosen: Bools | Floats) -> Floats:
        """Return for each day how much of its stretch falls on the chosen days, 0..1.

        A day may be chosen in part, by a number between 0 and 1.
        """
        whole = np.bincount(self.stretch, self.weight)
        part = np.bincount(self.stretch, self.weight * chosen)
        return (part / whole)[self.stretch]


def agreed_days(role: Role, days: NDArray[np.datetime64]) -> AgreedDays:
    """Return what the days of whole weeks stand for, each from a Monday on.

    Weeks may be left out. Stretches in the first and the last week, and beside a gap,
    may lack the neighbour that they join.
    """
    number = days.astype("datetime64[D]").astype(np.int64)
    terms = terms_by_day(role, number)
    rate = np.zeros(len(number))
    weight = np.tile(_MONDAY_TO_FRIDAY, len(number) // 7)
    counted = (number + _FIRST_WEEKDAY) // 7
    for index, agreement in enumerate(role.agreements):
        here = terms == index
        if not here.any():
            continue
        rate[here] = _rate(agreement, days[here])
        weight[here] = _week_weights(agreement)[(number[here] + _FIRST_WEEKDAY) % 7]
        counted[here] = _counted(agreement, days[here])
    return AgreedDays(terms, rate, *_stretches(terms, counted, number, weight))


def terms_by_day(role: Role, number: Numbers) -> Numbers:
    """Return for each day since 1970 the index of the terms that hold, or `NO_TERMS`.

    Where several would hold the latest do, as in `Role.agreement_on`.
    """
    terms = np.full(len(number), NO_TERMS)
    numbered = enumerate(role.agreements)
    for index, agreement in sorted(numbered, key=lambda t: (t[1].period.start, -t[0])):
        terms[within(agreement.period, number)] = index
    held = within(role.period, number)
    terms[: held.start] = NO_TERMS
    terms[held.stop :] = NO_TERMS
    return terms


def within(period: Period, number: Numbers) -> slice:
    """Return the slice of days since 1970, in order, that the period holds."""
    begin = int(number.searchsorted((period.start - _EPOCH).days))
    if period.end is None:
        return slice(begin, len(number))
    end = int(number.searchsorted((period.end - _EPOCH).days))
    return slice(begin, max(begin, end))


def _rate(terms: Agreement, days: NDArray[np.datetime64]) -> Floats:
    """Return the hours that accrue on each of the days."""
    if terms.hours is None:
        return np.zeros(len(days))
    return float(terms.hours) / _days_counted(terms, days)


def _days_counted(terms: Agreement, days: NDArray[np.datetime64]) -> Floats:
    """Return how many days the hours of the terms are counted over, day by day."""
    if terms.per is Per.WEEK:
        return np.full(len(days), 7.0)
    if terms.per is Per.TOTAL:
        whole = terms.period.end
        # Without an end there are no days to spread over: due as given, not by the day.
        length = (whole - terms.period.start).days if whole else np.inf
        return np.full(len(days), float(length))
    size = _MONTHS_IN[terms.per]
    first = _counted(terms, days) * size
    begins, ends = (_first_of_month(first + add) for add in (0, size))
    return (ends - begins).astype(np.float64)


def _first_of_month(month: Numbers) -> Numbers:
    days = month.astype("datetime64[M]").astype("datetime64[D]")
    return days.astype(np.int64)


def _counted(terms: Agreement, days: NDArray[np.datetime64]) -> Numbers:
    """Return the number of the week, month, quarter or year each day counts in."""
    if terms.per is Per.TOTAL:
        return np.zeros(len(days), dtype=np.int64)
    if terms.per is Per.WEEK:
        return (days.astype(np.int64) + _FIRST_WEEKDAY) // 7
    return days.astype("datetime64[M]").astype(np.int64) // _MONTHS_IN[terms.per]


def _week_weights(terms: Agreement) -> Floats:
    """Return the share of the week worked on each weekday, Monday first."""
    if not terms.blocks:
        return _MONDAY_TO_FRIDAY
    weekdays = [block.weekday for block in terms.blocks]
    seconds = np.bincount(weekdays, [b.seconds for b in terms.blocks], 7)
    return np.asarray(seconds / seconds.sum())


def _stretches(
    terms: Numbers, counted: Numbers, number: Numbers, weight: Floats
) -> tuple[Floats, Numbers]:
    """Return the weights and each day's stretch, where every stretch weighs something."""
    week = (number + _FIRST_WEEKDAY) // 7
    is_new = np.zeros(len(number), dtype=bool)
    for key in (terms, counted, week):
        is_new[1:] |= key[1:] != key[:-1]
    stretch = np.cumsum(is_new)
    begins = np.flatnonzero(np.concatenate([[True], is_new[1:]]))[: len(number)]
    stretch = _joined(stretch, terms[begins], counted[begins], weight)
    is_empty = np.bincount(stretch, weight) == 0
    return np.where(is_empty[stretch], 1.0, weight), stretch


def _joined(
    stretch: Numbers, terms: Numbers, counted: Numbers, weight: Floats
) -> Numbers:
    """Return the stretches, those of no weight taken into a neighbour of their kind."""
    target = np.arange(len(terms))
    for empty in np.flatnonzero(np.bincount(stretch, weight) == 0).tolist():
        for beside in (empty + 1, empty - 1):
            is_there = 0 <= beside < len(terms)
            if is_there and (terms[beside], counted[beside]) == (
                terms[empty],
                counted[empty],
            ):
                target[empty] = beside
                break
    joined = target[stretch]
    return np.cumsum(np.diff(joined, prepend=joined[:1]) != 0)

"""A period beside the same one before, of the days that are known in both.

The same period before is the same days one year earlier, or as many years as it takes
not to overlap: what comes in and what is worked goes with the seasons, so November is
compared with last November and not with October. A period that still runs is compared
with the same part of the one before, and nothing after what is known is judged.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plait.domain.period import Period
from plait.domain.periods.choice import PeriodBasis, PeriodChoice, PeriodKind
from plait.domain.periods.shifting import moved_by_years, n_years_back


@dataclass(frozen=True, slots=True)
class Compared:
    """Days of a period and the same days before; both empty where none is known twice.

    Each is a set of half-open stretches with ends, in order of days. `is_whole` says
    whether no day of the period is left out.
    """

    now: tuple[Period, ...]
    before: tuple[Period, ...]
    is_whole: bool


def period_before(choice: PeriodChoice, basis: PeriodBasis) -> Period | None:
    """Return the same period before; None for the time since a role began.

    >>> from plait.domain.periods.parsing import period_choice_from
    >>> from datetime import date
    >>> period_before(period_choice_from("2026-11"), PeriodBasis(date(2026, 11, 30)))
    Period(start=datetime.date(2025, 11, 1), end=datetime.date(2025, 12, 1))
    """
    if choice.kind is PeriodKind.ROLE:
        return None
    days = choice.days(basis)
    return moved_by_years(days, -n_years_back(days))


def compared(period: Period, known: Iterable[Period]) -> Compared:
    """Return the days of a period that are known now and were known before.

    `known` are the stretches of which the records are known; one without an end is
    known for good.
    """
    years, known = n_years_back(period), tuple(known)
    now = tuple(shared((period,), known))
    before = shared((moved_by_years(period, -years),), known)
    both = tuple(shared(now, [moved_by_years(one, years) for one in before]))
    return Compared(
        now=both,
        before=tuple(moved_by_years(one, -years) for one in both),
        is_whole=both == (period,),
    )


def shared(some: Iterable[Period], others: Iterable[Period]) -> Iterator[Period]:
    """Yield the days that lie in both of two sets of stretches, in order of days."""
    others = tuple(others)
    both = [pair for one in some for two in others if (pair := _both(one, two))]
    yield from sorted(both, key=lambda period: period.start)


def _both(one: Period, two: Period) -> Period | None:
    start = max(one.start, two.start)
    ends = [period.end for period in (one, two) if period.end is not None]
    if not ends:
        return Period(start)
    return Period(start, min(ends)) if start < min(ends) else None


def without(period: Period, gaps: Iterable[Period]) -> Iterator[Period]:
    """Yield what is left of a period without some stretches, each with an end."""
    start = period.start
    for gap in sorted(gaps, key=lambda one: one.start):
        if gap.start > start:
            yield from shared((period,), (Period(start, gap.start),))
        if gap.end is not None:
            start = max(start, gap.end)
    yield from shared((period,), (Period(start),))

"""The weeks ahead with and without a variant.

A new role takes what would be agreed. Fewer hours agreed lower what a role takes by as
much: what it takes beyond its terms is expected to go on, because a new paper alone does
not stop that. More hours agreed hold those first, and only what is left of
them comes on top. A role that is left takes nothing from that day on, nor what goes
with it, such as its travel. What the others take is forecast as it is without the
variant, and so is how sure that is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from plait.analysis.decisions.take_on.variant import (
    Variant,
    as_if,
    index_of,
    is_taken_on,
)
from plait.analysis.floats import Floats
from plait.analysis.hours.balance import LEAST_HOURS
from plait.analysis.hours.capacity.capacity import Capacity, WeekAhead
from plait.analysis.hours.capacity.spread import LEVELS
from plait.analysis.hours.free_days import free_share
from plait.analysis.hours.supply import overhead_hours, working_days
from plait.domain.columns import Days
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Role

_WORKING_DAYS = 5
LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class WeekAfter:
    """One week ahead, in hours: what there is to give, the load without and with.

    The chances are of a week with more load than hours to give, None where either
    is not known.
    """

    monday: date
    supply: float | None
    before: float
    after: float
    p_before: float | None
    p_after: float | None

    @property
    def short(self) -> float:
        """Hours that do not fit with the variant; 0 where they do."""
        return 0.0 if self.supply is None else max(0.0, self.after - self.supply)

    @property
    def was_tight(self) -> bool:
        """Whether the week is likelier too full than not, without the variant."""
        return _is_tight(self.supply, self.before, self.p_before)

    @property
    def is_tight(self) -> bool:
        """Whether it is, with the variant."""
        return _is_tight(self.supply, self.after, self.p_after)


def weeks_after(
    portfolio: Portfolio, variant: Variant, capacity: Capacity
) -> tuple[WeekAfter, ...]:
    """Return every week of the capacity as the variant would leave it."""
    change = _change(portfolio, variant, capacity.weeks)
    return tuple(
        WeekAfter(
            monday=week.monday,
            supply=week.supply,
            before=week.load,
            after=week.load + more,
            p_before=week.p_overfull,
            p_after=chance_with(week, more),
        )
        for week, more in zip(capacity.weeks, change, strict=True)
    )


def chance_with(week: WeekAhead, more: float) -> float | None:
    """Return how likely the load and `more` exceed what there is to give.

    More hours never make it less likely than it was forecast without them, nor fewer
    likelier.
    """
    known = week.p_overfull
    if known is None or week.supply is None or not week.levels:
        return None
    room = week.supply - more
    chance = 1 - float(np.interp(room, week.levels, LEVELS))
    if more == 0:
        return known
    return max(known, chance) if more > 0 else min(known, chance)


def _is_tight(supply: float | None, load: float, chance: float | None) -> bool:
    if supply is None:
        return False
    return load > supply + LEAST_HOURS if chance is None else chance > LIKELY


def _change(
    portfolio: Portfolio, variant: Variant, weeks: Sequence[WeekAhead]
) -> list[float]:
    """Return by how many hours each week's load changes."""
    days = working_days(np.array([week.monday for week in weeks], "datetime64[D]"))
    now = np.zeros(len(weeks))
    if variant.role is not None:
        now = np.array([week.by_role[variant.role] for week in weeks])
    if variant.terms is not None:
        by_terms = _by_terms(portfolio, variant, days, now)
        found: list[float] = np.maximum(by_terms, -now).tolist()
        return found
    is_after = days >= np.datetime64(variant.start, "D")
    less: list[float] = (
        -is_after.mean(axis=1) * (now + _beside(portfolio, variant, days[:, 0]))
    ).tolist()
    return less


def _by_terms(
    portfolio: Portfolio, variant: Variant, days: Days, now: Floats
) -> Floats:
    """Return hours a week more than now by other terms; `now` is what the role takes.

    Where nothing was agreed, the terms take the place of what the role took.
    """
    changed, index = as_if(portfolio, variant), index_of(portfolio, variant)
    then, before = _agreed(changed.roles[index], days), np.full(days.shape, np.nan)
    if variant.role is not None and not is_taken_on(portfolio, variant):
        before = _agreed(portfolio.roles[variant.role], days)
    is_new = (days >= np.datetime64(variant.start, "D")) & ~np.isnan(then)
    there = 1 - free_share(changed, days[:, 0])[:, index][:, None]
    took, due = now[:, None] / _WORKING_DAYS, there * np.nan_to_num(before)
    was_agreed = ~np.isnan(before)
    more = there * np.nan_to_num(then) - np.where(was_agreed, due, took)
    beyond = np.where(was_agreed, took - due, 0.0)
    more, beyond = ((each * is_new).sum(axis=1) for each in (more, beyond))
    # Not the same both ways: a paper that says less does not stop what goes beyond it.
    found: Floats = np.where(more > 0, np.maximum(more - beyond.clip(0), 0), more)
    return found


def _agreed(role: Role, days: Days) -> Floats:
    """Return hours on each working day by the terms that hold; NaN where none were."""
    each = [_on(role, day) for day in days.astype(date).reshape(-1).tolist()]
    return np.array(each, dtype=np.float64).reshape(days.shape)


def _on(role: Role, day: date) -> float:
    terms = role.agreement_on(day)
    if not role.is_held_on(day) or (role.agreements and terms is None):
        return 0.0
    a_week = terms.hours_per_week if terms else None
    return float("nan") if a_week is None else float(a_week) / _WORKING_DAYS


def _beside(portfolio: Portfolio, variant: Variant, mondays: Days) -> Floats:
    """Return hours a week of travel and the like that come with the role."""
    own = tuple(one for one in portfolio.overheads if one.role == variant.role)
    there = 1 - free_share(portfolio, mondays)
    each = overhead_hours(own, portfolio.absences, mondays, there).values()
    return sum(each, np.zeros(len(mondays)))

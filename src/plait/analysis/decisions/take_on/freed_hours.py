"""What could give way where a variant does not fit: hours, and where they are found.

First what was never agreed: hours that roles take beyond their terms. Then the role
that brings least: thought of leaving on the map of value, or paid least for an hour.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from plait.analysis.decisions.take_on.weeks import WeekAfter
from plait.analysis.hours.balance import LEAST_HOURS, Balance
from plait.analysis.wellbeing.suggestions import Suggestion
from plait.analysis.wellbeing.value_map import ValueMap

# A later start helps if all weeks from there on are more likely to fit than not.
_WEEKS_THAT_FIT = 4


class Way(StrEnum):
    """How hours are found."""

    BACK_TO_AGREED = "back to what was agreed"
    GIVES_LITTLE = "gives little and takes much"
    PAYS_LEAST = "pays least for an hour"


@dataclass(frozen=True, slots=True)
class FreedHours:
    """Hours a week that a role could give back, and why that one."""

    role: int
    hours: float
    way: Way

    @property
    def is_at_hand(self) -> bool:
        """Whether it can be counted on: that a role pays least is no reason to leave."""
        return self.way is not Way.PAYS_LEAST


def freed_hours(
    found: Balance, value: ValueMap | None, but: int | None
) -> tuple[FreedHours, ...]:
    """Return where hours could be found, the ones never agreed first."""
    by_role: dict[int, FreedHours] = {}
    for one in (*_overruns(found), *_of_little_use(found, value)):
        if one.role != but:
            by_role.setdefault(one.role, one)
    return tuple(by_role.values())


def _overruns(found: Balance) -> Iterator[FreedHours]:
    over = [role for role in found.roles if role.over >= LEAST_HOURS]
    for role in sorted(over, key=lambda one: -one.over):
        yield FreedHours(role.role, role.over, Way.BACK_TO_AGREED)


def _of_little_use(found: Balance, value: ValueMap | None) -> Iterator[FreedHours]:
    given = {role.role: role.actual or role.agreed or 0.0 for role in found.roles}
    places = [p for p in value.positions if given.get(p.role)] if value else []
    for place in places:
        if place.suggestion is Suggestion.LEAVE:
            yield FreedHours(place.role, given[place.role], Way.GIVES_LITTLE)
    paid = [(p.pay_an_hour, p.role) for p in places if p.pay_an_hour is not None]
    if len(paid) > 1:
        _, least = min(paid)
        yield FreedHours(least, given[least], Way.PAYS_LEAST)


def fits_from(weeks: Sequence[WeekAfter]) -> date | None:
    """Return the Monday from which all weeks shown are likelier to fit than not.

    None where even the last ones do not, or where nothing is known of it.
    """
    first = len(weeks)
    while (
        first and weeks[first - 1].supply is not None and not weeks[first - 1].is_tight
    ):
        first -= 1
    if len(weeks) - first < _WEEKS_THAT_FIT:
        return None
    return weeks[first].monday

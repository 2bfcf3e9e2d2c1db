"""Which hours a role may take by its terms, where that is not known.

A book tells what was agreed and what is given, not what a role demands at least or
would take at most. So these are assumptions of ours, named in every plan; a model
file tells one's own.
"""

import math
from enum import StrEnum
from typing import NamedTuple

from plait.domain.roles import Agreement, PayBasis, Role, RoleKind

_AN_HOUR = 1.0
# Hours come in pieces of a half day, smaller for roles that are smaller than that.
_STEPS = ((8.0, 4.0), (4.0, 2.0), (0.0, 1.0))
_BY_THE_HOUR = {PayBasis.HOURLY, PayBasis.DAILY}
_OWN_HOURS = {RoleKind.CONTRACT, RoleKind.VENTURE, RoleKind.EMPLOYMENT}


class Assumed(StrEnum):
    """What is taken for granted of the hours of one option."""

    SALARY = "keeps its hours, gives up as much as half of them, or is left"
    BY_THE_HOUR = "takes half to one and a half times its hours, or is left"
    AS_IT_IS = "keeps its hours or is left"
    UNPAID = "stays as it is: what is unpaid is not weighed against money"
    OFFER = "is taken as it is offered, or not at all"
    LITTLE = "stays as it is: it takes less than an hour a week"
    GIVEN = "takes the hours of the last year: none were agreed"
    AGREED = "takes the hours agreed"
    LOAD = "takes more or fewer hours than agreed, and goes on doing so"
    BACK = "can go back to the hours agreed"


class Amounts(NamedTuple):
    """The hours a week that a role may take besides none."""

    hours: tuple[float, ...]
    can_leave: bool
    why: Assumed


def amounts_of(role: Role, terms: Agreement | None, now: float) -> Amounts:
    """Return the hours that a role held may take, which takes `now` of them."""
    if now < _AN_HOUR:
        return Amounts((now,), False, Assumed.LITTLE)
    if not role.is_paid:
        return Amounts((now,), False, Assumed.UNPAID)
    if terms is None:
        return Amounts((now,), True, Assumed.AS_IT_IS)
    if terms.pay_basis is PayBasis.SALARY:
        return Amounts(_around(now, now), True, Assumed.SALARY)
    if terms.pay_basis in _BY_THE_HOUR and role.kind in _OWN_HOURS:
        return Amounts(_around(now, 1.5 * now), True, Assumed.BY_THE_HOUR)
    return Amounts((now,), True, Assumed.AS_IT_IS)


def least_gain(usual: float) -> float:
    """Return what a change must be worth a month: about a hundredth of what comes in.

    >>> least_gain(6134.0), least_gain(1500.0), least_gain(0.0)
    (50.0, 20.0, 0.0)
    """
    if usual <= 0:
        return 0.0
    part = usual / 100
    tens = 10.0 ** math.floor(math.log10(part))
    near = (step * tens for step in (1.0, 2.0, 5.0, 10.0))
    return min(near, key=lambda step: abs(math.log(step / part)))


def _around(now: float, most: float) -> tuple[float, ...]:
    """Return hours from half of those now to the most, by steps from those now.

    >>> _around(16.0, 24.0)
    (8.0, 12.0, 16.0, 20.0, 24.0)
    >>> _around(3.0, 4.5)
    (2.0, 3.0, 4.0)
    """
    step = next(step for hours, step in _STEPS if now >= hours)
    down, up = math.floor(now / 2 / step), math.floor((most - now) / step)
    return tuple(now + step * k for k in range(-down, up + 1))

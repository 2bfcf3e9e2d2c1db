"""What new terms of a role begin from: the ones before, or what is usual.

The form of an agreement shows them to be changed; `plait agree` changes what its
options say. So both write down the same where nothing is said of it.
"""

from dataclasses import replace
from datetime import date

from plait.domain.period import Period
from plait.domain.roles import Agreement, PayBasis, Role, RoleKind, usual_counting

_USUAL_BASIS = {
    RoleKind.EMPLOYMENT: PayBasis.SALARY,
    RoleKind.CONTRACT: PayBasis.HOURLY,
}


def first_day_of_next(role: Role, today: date) -> date:
    """Return from when new terms hold unless somebody says: the first, from the start."""
    return today if role.agreements else role.period.start


def next_terms(role: Role, start: date) -> Agreement:
    """Return the terms that hold on that day from then on, without an end.

    Where none hold, the latest ones; where there are none yet, what is usual.
    """
    if role.agreements:
        held = role.agreement_on(start) or role.agreements[-1]
        return replace(held, period=Period(start))
    basis = _USUAL_BASIS.get(role.kind, PayBasis.NONE)
    return Agreement(
        Period(start),
        pay_basis=basis if role.is_paid else PayBasis.NONE,
        counts_as=usual_counting(role.kind),
    )

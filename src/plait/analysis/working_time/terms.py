"""What a portfolio's terms say of each day: how hours count, and an opt-out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from plait.analysis.hours.agreed_days import NO_TERMS, terms_by_day
from plait.analysis.working_time.segments import RELATIONSHIPS, UNKNOWN
from plait.domain.columns import Bools, Days, Ints
from plait.domain.roles import Role, usual_counting


@dataclass(frozen=True, eq=False)
class Terms:
    """Days x roles, and a last column for hours that have no role.

    `terms` indexes the role's agreements, `NO_TERMS` where none hold.
    """

    first_day: np.datetime64
    counts_as: Ints
    has_opted_out: Bools
    terms: Ints

    def __len__(self) -> int:
        return len(self.terms)

    def number(self, days: Days) -> Ints:
        """Return the numbers of days."""
        return (days - self.first_day).astype(np.int64)


def terms_of(roles: Sequence[Role], since: date, on: date) -> Terms:
    """Return what the terms of the roles say of the days from `since` to `on`."""
    first = np.datetime64(since, "D")
    number = np.arange((on - since).days + 1) + first.astype(np.int64)
    shape = (len(number), len(roles) + 1)
    counts_as = np.full(shape, UNKNOWN, dtype=np.int8)
    has_opted_out = np.zeros(shape, dtype=bool)
    terms = np.full(shape, NO_TERMS, dtype=np.int64)
    for column, role in enumerate(roles):
        held = terms_by_day(role, number)
        usual = RELATIONSHIPS.index(usual_counting(role.kind))
        counted = [RELATIONSHIPS.index(a.counts_as) for a in role.agreements]
        opted = [a.has_opted_out for a in role.agreements]
        # The last element stands for no terms, whose index is -1.
        counts_as[:, column] = np.array([*counted, usual])[held]
        has_opted_out[:, column] = np.array([*opted, False])[held]
        terms[:, column] = held
    return Terms(first, counts_as, has_opted_out, terms)

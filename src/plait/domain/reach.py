"""How far days and amounts of a book reach, whatever was once written into it.

Nothing beyond comes in any more; a book may hold it from before, or because another
program wrote it. Answers leave such records out, for sums of them fit into no number
and calendars end before their days do.
"""

from dataclasses import replace
from datetime import date, timedelta

from plait.domain.errors import BadValue
from plait.domain.period import Period
from plait.domain.roles import Agreement, Role
from plait.domain.schemas.agreement import MOST_HOURS, MOST_PAY

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2199, 12, 31)
"""The last day that can be meant."""
MOST_MINOR = 10**15
"""An amount of as many minor units, or more, is none that anybody is paid."""
MOST_SECONDS = 366 * 24 * 3600
"""One stretch of work is never longer than a year."""


def refuse_beyond(*days: date | None) -> None:
    """Raise `BadValue` for a day that nobody means."""
    for day in days:
        if day is not None and not FIRST_DAY <= day <= LAST_DAY:
            raise BadValue(
                "This day is not between the years 1900 and 2199",
                value=day.isoformat(),
                fix="Check the year; leave out the last day of what has no end.",
            )


def refuse_amount_beyond(minor: int) -> None:
    """Raise `BadValue` for an amount that nobody is paid."""
    if abs(minor) >= MOST_MINOR:
        raise BadValue(
            "This amount is too large to be a payment",
            value=str(minor),
            fix="Check the amount and the decimal mark.",
        )


def period_in_reach(period: Period) -> Period:
    """Return a period within the bounds, at least a day of it."""
    one = timedelta(days=1)
    start = min(max(period.start, FIRST_DAY), LAST_DAY - one)
    if period.end is None:
        return Period(start)
    return Period(start, max(min(period.end, LAST_DAY), FIRST_DAY + one))


def role_in_reach(role: Role) -> Role:
    """Return a role with its periods within bounds, without terms that cannot be."""
    terms = tuple(map(_terms_in_reach, role.agreements))
    period = _endless(period_in_reach(role.period))
    if terms == role.agreements and period == role.period:
        return role
    return replace(role, period=period, agreements=terms)


def _terms_in_reach(terms: Agreement) -> Agreement:
    hours, pay = terms.hours, terms.pay
    changes: dict[str, object] = {"period": _endless(period_in_reach(terms.period))}
    if hours is not None and not 0 <= hours <= MOST_HOURS[terms.per]:
        changes["hours"] = None
    if pay is not None and not 0 <= pay.number <= MOST_PAY:
        changes["pay"] = None
    return replace(terms, **changes)  # type: ignore[arg-type]  # of the fields' own types


def _endless(period: Period) -> Period:
    """Return a period to the end of all days as one without an end."""
    ends = period.end is not None and period.end < LAST_DAY
    return period if ends else Period(period.start)

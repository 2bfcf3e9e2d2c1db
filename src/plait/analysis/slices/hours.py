"""Hours of chosen roles by month: given, and agreed over the same days.

Both are those of the pages: given as in "hours of a period", agreed as in the account
of hours before days off are taken out, so that nobody's leave is shown. Of a month
that is known in part, agreed covers the part that is known; of one that is not known
nothing is said, and a role that gave nothing in known days gave 0.

Worked: 16 hours a week agreed, known until 15 November, 40 hours given since the 1st.
November shows 40 given, and agreed 16 / 7 x 15 = 34.29, and is not whole.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from plait.analysis.hours.account import Rows, account
from plait.analysis.series.hours_in_period import hours_in
from plait.domain.period import Period, add_months, month_of
from plait.domain.portfolio import Portfolio
from plait.domain.sharing import MonthHours, RoleMonths, Slice, SliceKind

_DAY = timedelta(days=1)
_MOST_MONTHS = 120


def hours_by_role(portfolio: Portfolio, roles: Sequence[int], *, since: date) -> Slice:
    """Return the hours of these roles (indices), each from the day `since` to today.

    At most ten years of them, the latest.
    """
    return Slice(
        kind=SliceKind.HOURS,
        on=portfolio.on,
        since=since,
        roles=tuple(
            RoleMonths(
                portfolio.roles[role].name,
                tuple(
                    _month(portfolio, role, month)
                    for month in months_between(since, portfolio.on + _DAY)
                ),
            )
            for role in roles
        ),
    )


def months_between(since: date, end: date) -> Iterator[Period]:
    """Yield the months from one day up to another, cut at both, the latest ten years.

    >>> [str(one.start) for one in months_between(date(2026, 1, 20), date(2026, 3, 2))]
    ['2026-01-20', '2026-02-01', '2026-03-01']
    """
    first = max(since, add_months(month_of(end), 1 - _MOST_MONTHS))
    while first < end:
        following = add_months(month_of(first), 1)
        yield Period(first, min(following, end))
        first = following


def _month(portfolio: Portfolio, role: int, month: Period) -> MonthHours:
    found = next((one for one in hours_in(portfolio, month) if one.role == role), None)
    known = found.known if found else ()
    if found is None or not known:
        return MonthHours(month_of(month.start), None, None, is_whole=False)
    rows = [
        account(portfolio, role, one.start, one.end, rows=Rows.WHOLE).total
        for one in known
        if one.end is not None
    ]
    has_agreed = any(row.has_agreed for row in rows)
    return MonthHours(
        month=month_of(month.start),
        given=round(found.of.hours, 2),
        agreed=round(sum(row.agreed for row in rows), 2) if has_agreed else None,
        is_whole=known == (month,)
        and month.end == add_months(month_of(month.start), 1),
    )

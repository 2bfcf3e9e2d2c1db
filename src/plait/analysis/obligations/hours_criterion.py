"""The hours criterion (the Netherlands have it), from the book's own hours: both tests, and how it goes.

All is counted in whole seconds, so that 1,225 hours are enough and a second less is
not. Naive on purpose: the pace of the year so far is taken to go on.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plait.analysis.obligations.hours_given import enterprises, logged_hours
from plait.analysis.obligations.obligation import LimitStatus
from plait.domain.period import Period
from plait.domain.portfolio import Portfolio
from plait.reference.obligations.kinds import LargerShare, LeastHours
from plait.reference.obligations.rules import Pack, Rule

_WEEK = 7


@dataclass(frozen=True, slots=True)
class HoursCriterion:
    """Hours of a calendar year for one's own enterprises and for employers.

    `by_agreement` is the part of `other` that was taken from terms, because no hours
    of that employment are logged. `until` is the last day that any hours are known
    of. `expected` and `expected_other` are what the pace so far comes to on
    31 December; `a_week` is what is needed until then, None once it is reached.
    `can_give` is what the person has to give a week to all roles, if known.
    `passes_share` says whether the second test is passed so far, or not asked.
    """

    rule: Rule
    share_rule: Rule
    year: int
    least: Decimal
    hours: Decimal
    other: Decimal
    by_agreement: Decimal
    until: date | None
    expected: Decimal
    expected_other: Decimal
    days_left: int
    a_week: Decimal | None
    can_give: Decimal | None
    is_starter: bool
    passes_share: bool
    status: LimitStatus
    roles: tuple[int, ...]


def hours_criterion(
    portfolio: Portfolio, pack: Pack, year: int
) -> HoursCriterion | None:
    """Return how the year stands on the portfolio's date, None where nobody asks."""
    tests, shares = pack.of_kind(LeastHours), pack.of_kind(LargerShare)
    own = enterprises(portfolio, Period(date(year, 1, 1), date(year + 1, 1, 1)))
    if not (tests and shares and own):
        return None
    (rule, test), (share_rule, share) = tests[0], shares[0]
    sums = logged_hours(portfolio, own, year)
    is_starter = _is_starter(portfolio, year, share.free_years)
    last = date(year, 12, 31)
    days_left = max(0, (last - portfolio.on).days)
    missing = max(Decimal(0), test.least - sums.own)
    expected = sums.at_pace(sums.own, last)
    expected_other = sums.at_pace(sums.other, last)
    passes = passes_share(sums.own, sums.other, is_starter=is_starter)
    will = passes_share(expected, expected_other, is_starter=is_starter)
    return HoursCriterion(
        rule=rule,
        share_rule=share_rule,
        year=year,
        least=test.least,
        hours=sums.own,
        other=sums.other,
        by_agreement=sums.by_agreement,
        until=sums.until,
        expected=expected,
        expected_other=expected_other,
        days_left=days_left,
        a_week=missing * _WEEK / days_left if missing and days_left else None,
        can_give=portfolio.person.capacity,
        is_starter=is_starter,
        passes_share=passes,
        status=_stand(
            is_known=sums.until is not None,
            now=not missing and passes,
            later=expected >= test.least and will,
            can=days_left * 24 >= missing,
            days_left=days_left,
        ),
        roles=own,
    )


def passes_share(own: Decimal, other: Decimal, *, is_starter: bool) -> bool:
    """Return whether more hours went to one's own enterprises, or nobody asks."""
    return is_starter or own > other


def meets(own: Decimal, other: Decimal, least: Decimal, *, is_starter: bool) -> bool:
    """Return whether a whole year's hours meet both tests."""
    return own >= least and passes_share(own, other, is_starter=is_starter)


def _stand(
    *, is_known: bool, now: bool, later: bool, can: bool, days_left: int
) -> LimitStatus:
    if not is_known:
        return LimitStatus.UNKNOWN
    if now and (later or not days_left):
        return LimitStatus.MET
    if not days_left or not can:
        return LimitStatus.NOT_MET
    return LimitStatus.ON_THE_WAY if later else LimitStatus.AT_RISK


def _is_starter(portfolio: Portfolio, year: int, free_years: int) -> bool:
    """Return whether no enterprise ran in one of the years before."""
    before = (
        Period(date(y, 1, 1), date(y + 1, 1, 1)) for y in range(year - free_years, year)
    )
    return any(not enterprises(portfolio, one) for one in before)

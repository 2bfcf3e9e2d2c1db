"""How do the hours worked stand to those agreed: an account of each role."""

from dataclasses import dataclass
from datetime import date, timedelta

from plait.analysis.hours.account import HoursAccount, Rows, account
from plait.analysis.hours.account_choice import account_start, roles_with_accounts
from plait.analysis.hours.free_days import holiday_place, places_not_known
from plait.analysis.series.known import whole_week_known
from plait.answers.context import AnswerContext
from plait.answers.hours.hours_notes import notes_of
from plait.answers.hours.hours_role import RoleAccount, role_account
from plait.answers.hours.hours_rows import HoursBy, HoursRow, sums, total
from plait.answers.periods.hours import HoursInPeriod, hours_in_period
from plait.domain.periods.choice import PeriodChoice
from plait.domain.portfolio import Portfolio
from plait.reference.holidays import source
from plait.wording.hours import hours as wording


@dataclass(frozen=True, slots=True)
class Holidays:
    """Where public holidays are from, and the places whose holidays are not known."""

    source: str | None
    not_known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HoursAnswer:
    """Accounts up to and including `on`, of all roles held or of the one requested.

    Roles that are not held but have hours in the time stand there too, so that `total`,
    the sum of the accounts, loses none; it is None where there are not several. `rows`
    are the sums over all roles by week or month. `logged_until` is the last
    day with hours in any role. `sentence` is what matters most, of all roles; `in_period` is what was worked over
    the period asked for, the last twelve whole months if none was.
    """

    on: date
    language: str
    by: HoursBy
    since: date | None
    sentence: str
    in_period: HoursInPeriod
    heading: str
    roles: tuple[RoleAccount, ...]
    rows: tuple[HoursRow, ...]
    total: HoursRow | None
    logged_until: date | None
    holidays: Holidays
    notes: tuple[str, ...]


def hours_answer(
    context: AnswerContext,
    *,
    by: HoursBy = HoursBy.ROLE,
    role: str = "",
    since: date | None = None,
    period: PeriodChoice | None = None,
) -> HoursAnswer:
    """Return the accounts since a day, or since each role's usual one."""
    portfolio, words = context.portfolio, context.words
    found = [_account(portfolio, i, since, by) for i in _chosen(portfolio, role, since)]
    roles = tuple(role_account(context, one, by) for one in found)
    logged_until = found[0].logged_until if found else None
    whole = total(context, found)
    only = roles[0].name if len(roles) == 1 else ""
    return HoursAnswer(
        on=portfolio.on,
        language=words.language,
        by=by,
        since=since,
        sentence=_sentence(context),
        in_period=hours_in_period(context, period, role),
        heading=wording.account_heading_text(words, only, since, portfolio.on),
        roles=roles,
        rows=() if by is HoursBy.ROLE else tuple(sums(context, found, by)),
        total=whole,
        logged_until=logged_until,
        holidays=_holidays(portfolio),
        notes=tuple(notes_of(context, roles, whole, since, logged_until)),
    )


def _sentence(context: AnswerContext) -> str:
    """Return what drifts, then what does not fit ahead; else that all is well."""
    words, portfolio = context.words, context.portfolio
    if not portfolio.roles or not len(portfolio.hours):
        return wording.nothing_yet_text(words, has_roles=bool(portfolio.roles))
    weeks = context.capacity.weeks
    worst = max(context.drifting, key=lambda one: one.over_by_now or 0.0, default=None)
    n_full = sum(week.is_overfull for week in weeks)
    if worst is None and not n_full:
        verdicts = {one.verdict for one in context.drifts}
        has_capacity = any(week.supply is not None for week in weeks)
        return wording.calm_text(words, verdicts, has_capacity=has_capacity)
    drift = ahead = ""
    if worst:
        name, over = context.role(worst.role).name, worst.over_by_now or 0.0
        drift = wording.most_over_text(words, name, over)
    if n_full:
        ahead = wording.weeks_too_full_text(words, n_full, len(weeks))
    return wording.summary_text(words, drift, ahead)


def _chosen(portfolio: Portfolio, key: str, since: date | None) -> list[int]:
    if key:
        return [i for i, role in enumerate(portfolio.roles) if role.key == key]
    return roles_with_accounts(portfolio, since)


def _account(
    portfolio: Portfolio, index: int, since: date | None, by: HoursBy
) -> HoursAccount:
    start = account_start(portfolio, index, since)
    until = min(portfolio.on, whole_week_known(portfolio, index))
    rows = Rows.WHOLE if by is HoursBy.ROLE else Rows(by.value)
    return account(portfolio, index, start, until + timedelta(days=1), rows=rows)


def _holidays(portfolio: Portfolio) -> Holidays:
    has_country = any(holiday_place(portfolio.person, r)[0] for r in portfolio.roles)
    return Holidays(source() if has_country else None, places_not_known(portfolio))

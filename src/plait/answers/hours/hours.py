"""How do the hours worked stand to those agreed: an account of each role."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from plait.analysis.hours.account import (
    AccountRow,
    HoursAccount,
    Rows,
    account,
    usual_start,
)
from plait.analysis.hours.free_days import (
    REASONS,
    DayOff,
    holiday_place,
    places_not_known,
)
from plait.answers.context import AnswerContext
from plait.domain.period import monday_of, month_of
from plait.domain.portfolio import Portfolio
from plait.domain.records import RecordStatus
from plait.domain.roles import RoleKind
from plait.reference.holidays import source
from plait.wording.hours import hours as wording


class HoursBy(StrEnum):
    """What each row stands for."""

    ROLE = "role"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class DaysOff:
    """Hours that fell away, by the reason of the days off; `text` names the reasons."""

    holiday: float
    sickness: float
    parental: float
    leave: float
    other: float
    text: str

    @property
    def total(self) -> float:
        """All hours that fell away."""
        return self.holiday + self.sickness + self.parental + self.leave + self.other


@dataclass(frozen=True, slots=True)
class HoursRow:
    """A stretch of an account, in hours; `end` is the first day that is out of it.

    `due` is `agreed` less `free`; `unagreed` the part of `given` on days without
    agreed hours. `agreed`, `due` and `balance` are None where none were agreed,
    `balance` also where no hours at all are known.
    """

    start: date
    end: date | None
    agreed: float | None
    free: DaysOff
    due: float | None
    given: float
    unagreed: float
    balance: float | None


@dataclass(frozen=True, slots=True)
class RoleAccount(HoursRow):
    """The account of one role, with its rows by week or month.

    `left` is what remains of hours agreed in total. `given_a_week` is the mean of the
    latest full weeks, `agreed_a_week` what was agreed then; `is_drifting` is whether
    it has left its agreement by so much that it is worth a word.
    """

    role: str
    name: str
    colour: int
    left: float | None
    balance_text: str
    given_a_week: float | None
    agreed_a_week: float | None
    is_drifting: bool
    rows: tuple[HoursRow, ...]


@dataclass(frozen=True, slots=True)
class Holidays:
    """Where public holidays are from, and the places whose holidays are not known."""

    source: str | None
    not_known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HoursAnswer:
    """Accounts up to and including `on`, of all roles held or of the one requested.

    `rows` are the sums over all roles by week or month. `logged_until` is the last
    day with hours in any role. `sentence` is what matters most, of all roles.
    """

    on: date
    language: str
    by: HoursBy
    since: date | None
    sentence: str
    heading: str
    roles: tuple[RoleAccount, ...]
    rows: tuple[HoursRow, ...]
    logged_until: date | None
    holidays: Holidays
    notes: tuple[str, ...]


def hours_answer(
    context: AnswerContext,
    *,
    by: HoursBy = HoursBy.ROLE,
    role: str = "",
    since: date | None = None,
) -> HoursAnswer:
    """Return the accounts since a day, or since each role's usual one."""
    portfolio, words = context.portfolio, context.words
    found = [_account(portfolio, i, since, by) for i in _chosen(portfolio, role)]
    roles = tuple(_role(context, one, by) for one in found)
    logged_until = found[0].logged_until if found else None
    only = roles[0].name if len(roles) == 1 else ""
    return HoursAnswer(
        on=portfolio.on,
        language=words.language,
        by=by,
        since=since,
        sentence=_sentence(context),
        heading=wording.account_heading_text(words, only, since, portfolio.on),
        roles=roles,
        rows=() if by is HoursBy.ROLE else tuple(_sums(context, found, by)),
        logged_until=logged_until,
        holidays=_holidays(portfolio),
        notes=tuple(_notes(context, roles, since, by, logged_until)),
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


def _chosen(portfolio: Portfolio, key: str) -> list[int]:
    if key:
        return [i for i, role in enumerate(portfolio.roles) if role.key == key]
    held = portfolio.roles_held()
    return [i for i, role in held if role.kind is not RoleKind.OPPORTUNITY]


def _account(
    portfolio: Portfolio, index: int, since: date | None, by: HoursBy
) -> HoursAccount:
    role, until = portfolio.roles[index], portfolio.on + timedelta(days=1)
    known_since = _known_since(portfolio) or date.min
    start = since or max(usual_start(role, portfolio.on), known_since)
    rows = Rows.WHOLE if by is HoursBy.ROLE else Rows(by.value)
    start = max(start, role.period.start)
    return account(portfolio, index, start, until, rows=rows)


def _known_since(portfolio: Portfolio) -> date | None:
    """Return the Monday of the first hours: what was worked before is not known."""
    hours = portfolio.hours
    days = hours.on[hours.status != RecordStatus.PRIVATE]
    return monday_of(days.min().item()) if len(days) else None


def _role(context: AnswerContext, one: HoursAccount, by: HoursBy) -> RoleAccount:
    role, total = context.role(one.role), _row(context, one.total)
    week = next((h for h in context.balance.roles if h.role == one.role), None)
    return RoleAccount(
        start=total.start,
        end=total.end,
        agreed=total.agreed,
        free=total.free,
        due=total.due,
        given=total.given,
        unagreed=total.unagreed,
        balance=total.balance,
        role=role.key,
        name=role.name,
        colour=role.colour,
        left=one.left,
        balance_text=wording.balance_text(context.words, total.balance),
        given_a_week=week.actual if week else None,
        agreed_a_week=week.agreed if week else None,
        is_drifting=one.role in {drift.role for drift in context.drifting},
        rows=()
        if by is HoursBy.ROLE
        else tuple(_row(context, row) for row in one.rows),
    )


def _row(context: AnswerContext, row: AccountRow) -> HoursRow:
    has_balance = row.has_agreed and _known_since(context.portfolio) is not None
    return HoursRow(
        start=row.period.start,
        end=row.period.end,
        agreed=row.agreed if row.has_agreed else None,
        free=_days_off(context, row.free),
        due=row.due if row.has_agreed else None,
        given=row.given,
        unagreed=row.unagreed,
        balance=row.balance if has_balance else None,
    )


def _days_off(context: AnswerContext, free: dict[DayOff, float]) -> DaysOff:
    reasons = [reason for reason in REASONS if free.get(reason)]
    return DaysOff(
        holiday=free.get(DayOff.HOLIDAY, 0.0),
        sickness=free.get(DayOff.SICKNESS, 0.0),
        parental=free.get(DayOff.PARENTAL, 0.0),
        leave=free.get(DayOff.LEAVE, 0.0),
        other=free.get(DayOff.OTHER, 0.0),
        text=", ".join(wording.reason_text(context.words, one) for one in reasons),
    )


def _sums(
    context: AnswerContext, found: Sequence[HoursAccount], by: HoursBy
) -> Iterator[HoursRow]:
    """Yield the rows of all roles as sums, each on its Monday or first of a month."""
    first = monday_of if by is HoursBy.WEEK else month_of
    by_start: dict[date, list[AccountRow]] = {}
    for one in found:
        for row in one.rows:
            by_start.setdefault(first(row.period.start), []).append(row)
    has_balance, balance = _known_since(context.portfolio) is not None, 0.0
    for _, rows in sorted(by_start.items()):
        due, given = sum(row.due for row in rows), sum(row.given for row in rows)
        unagreed = sum(row.unagreed for row in rows)
        balance += given - unagreed - due
        free = {r: sum(row.free.get(r, 0.0) for row in rows) for r in REASONS}
        yield HoursRow(
            start=min(row.period.start for row in rows),
            end=max(row.period.end for row in rows if row.period.end),
            agreed=sum(row.agreed for row in rows),
            free=_days_off(context, free),
            due=due,
            given=given,
            unagreed=unagreed,
            balance=balance if has_balance else None,
        )


def _holidays(portfolio: Portfolio) -> Holidays:
    has_country = any(holiday_place(portfolio.person, r)[0] for r in portfolio.roles)
    return Holidays(source() if has_country else None, places_not_known(portfolio))


def _notes(
    context: AnswerContext,
    roles: Sequence[RoleAccount],
    since: date | None,
    by: HoursBy,
    logged_until: date | None,
) -> Iterator[str]:
    words = context.words
    yield wording.balance_note_text(words)
    if since is None:
        yield wording.usual_start_text(words)
    if by is not HoursBy.ROLE and len(roles) > 1:
        yield wording.shared_hours_text(words)
    for role in roles:
        if role.agreed is None or role.unagreed:
            hours = None if role.agreed is None else role.unagreed
            yield wording.unagreed_text(words, role.name, hours)
        if role.left is not None:
            yield wording.left_text(words, role.name, role.left)
    if logged_until and logged_until < context.portfolio.on:
        yield wording.logged_until_text(words, logged_until)
    for place in places_not_known(context.portfolio):
        yield wording.holidays_text(words, place)

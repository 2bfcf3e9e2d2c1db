"""The rows of hours accounts: of a role, of all of them together, and in total."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.hours.account import AccountRow, HoursAccount
from plait.analysis.hours.account_choice import filled_seconds, known_since
from plait.analysis.hours.free_days import REASONS, DayOff
from plait.answers.context import AnswerContext
from plait.domain.period import Period, monday_of, month_of
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
    agreed hours, `outside` that on days before a role began or after it ended.
    `filled` is the time that `given` took: of several roles at once it counts once.
    `agreed`, `due` and `balance` are None where none were agreed,
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
    outside: float
    filled: float


def account_row(context: AnswerContext, row: AccountRow, filled: Floats) -> HoursRow:
    """Return a row of one role's account; `filled` is seconds of the clock by entry."""
    has_balance = row.has_agreed and known_since(context.portfolio) is not None
    return HoursRow(
        start=row.period.start,
        end=row.period.end,
        agreed=row.agreed if row.has_agreed else None,
        free=_days_off(context, row.free),
        due=row.due if row.has_agreed else None,
        given=row.given,
        unagreed=row.unagreed,
        balance=row.balance if has_balance else None,
        outside=row.outside,
        filled=_filled(context, row.period, filled),
    )


def sums(
    context: AnswerContext, found: Sequence[HoursAccount], by: HoursBy
) -> Iterator[HoursRow]:
    """Yield the rows of all roles as sums, each on its Monday or first of a month."""
    first = monday_of if by is HoursBy.WEEK else month_of
    by_start: dict[date, list[AccountRow]] = {}
    for one in found:
        for row in one.rows:
            by_start.setdefault(first(row.period.start), []).append(row)
    filled = filled_seconds(context.portfolio, found)
    balance = sum(one.opening or 0.0 for one in found)
    for _, rows in sorted(by_start.items()):
        balance += sum(row.change for row in rows)
        yield _sum(context, rows, balance, filled)


def total(context: AnswerContext, found: Sequence[HoursAccount]) -> HoursRow | None:
    """Return all accounts as one row, None where there are not several."""
    rows = [one.total for one in found if one.rows]
    if len(rows) < 2:
        return None
    balance = sum(row.balance for row in rows)
    whole = _sum(context, rows, balance, filled_seconds(context.portfolio, found))
    if any(row.has_agreed for row in rows):
        return whole
    return replace(whole, agreed=None, due=None, balance=None)


def _sum(
    context: AnswerContext, rows: Sequence[AccountRow], balance: float, filled: Floats
) -> HoursRow:
    has_balance = known_since(context.portfolio) is not None
    start = min(row.period.start for row in rows)
    end = max(row.period.end for row in rows if row.period.end)
    free = {r: sum(row.free.get(r, 0.0) for row in rows) for r in REASONS}
    return HoursRow(
        start=start,
        end=end,
        agreed=sum(row.agreed for row in rows),
        free=_days_off(context, free),
        due=sum(row.due for row in rows),
        given=sum(row.given for row in rows),
        unagreed=sum(row.unagreed for row in rows),
        balance=balance if has_balance else None,
        outside=sum(row.outside for row in rows),
        filled=_filled(context, Period(start, end), filled),
    )


def _filled(context: AnswerContext, period: Period, filled: Floats) -> float:
    days = context.portfolio.hours.on
    inside = (days >= np.datetime64(period.start)) & (days < np.datetime64(period.end))
    return float(filled[inside].sum()) / 3600


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

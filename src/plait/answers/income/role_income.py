"""What one role brings in a month on average, and what it costs."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from plait.analysis.series.recent import MonthlyMeans, monthly_means
from plait.analysis.series.streams import Stream
from plait.answers.context import AnswerContext
from plait.answers.income.streams import TWO_YEARS
from plait.answers.windows import window
from plait.domain.period import Period, add_months
from plait.domain.roles import Role, RoleKind
from plait.domain.selection import RecordKind, Selection
from plait.wording.income import income as wording


@dataclass(frozen=True, slots=True)
class RoleIncome:
    """Means a month over the last `n_months` whole months, at most twelve.

    In the home currency, before tax, income before costs. A role that has ended is
    measured up to its last money. `figure` and `note` say it in words, "" where there
    is nothing to say. `monthly` is the income of each of `months` (2026-10), from the
    first that brought any, at most two years. `records` are the payments of the months
    that the means are of, None without any.
    """

    a_month: float
    costs_a_month: float
    n_months: int
    has_income: bool
    figure: str
    note: str
    months: tuple[str, ...]
    monthly: tuple[float, ...]
    records: Selection | None


@dataclass(frozen=True, slots=True)
class RoleMonths:
    """What came in by month (2026-10), oldest first, in the home currency.

    The last two years; with a period the months in it and before it, two years at
    least. `within` says which have a day in it; all have where nobody chose one.
    """

    months: tuple[str, ...]
    amounts: tuple[float, ...]
    within: tuple[bool, ...]


def stream_of(context: AnswerContext, index: int) -> Stream | None:
    """Return the stream of a role, None where no money is known of it."""
    return next((s for s in context.income.streams if s.role == index), None)


def role_income(context: AnswerContext, index: int) -> RoleIncome:
    """Return what a role (by its index) brings in."""
    role, stream = context.role(index), stream_of(context, index)
    is_over = _has_ended(context, role)
    recent = (
        monthly_means(stream, is_over=is_over) if stream else MonthlyMeans(0.0, 0.0, 0)
    )
    chosen = _months(stream, is_over=is_over)
    return RoleIncome(
        a_month=recent.income,
        costs_a_month=recent.costs,
        n_months=recent.n_months,
        has_income=stream is not None and bool(stream.monthly.any()),
        figure=_figure(context, role, recent.income, is_over=is_over),
        note=" · ".join(_notes(context, role, stream, recent)),
        months=tuple(str(month) for month in context.income.months[chosen]),
        monthly=tuple(stream.monthly[chosen].tolist()) if stream else (),
        records=_records(context, role, recent),
    )


def _records(
    context: AnswerContext, role: Role, recent: MonthlyMeans
) -> Selection | None:
    """Return the payments of the role from the first month of its means to the last."""
    if not recent.months:
        return None
    months = context.income.months
    first: date = months[recent.months[0]].astype(object)
    last: date = months[recent.months[-1]].astype(object)
    return Selection(
        RecordKind.PAYMENTS, role.key, start=first, end=add_months(last, 1)
    )


def role_months(
    context: AnswerContext, index: int, period: Period | None = None
) -> RoleMonths:
    """Return the months of a role (by its index), from the first money on."""
    stream, every = stream_of(context, index), context.income.months
    usual = _months(stream, is_over=_has_ended(context, context.role(index)))
    if stream is None or usual.start is None:
        return RoleMonths((), (), ())
    chosen, names = usual, [str(month) for month in every]
    if period is not None and period.end is not None:
        first = int(np.flatnonzero(stream.monthly)[0])
        last_day = period.end - timedelta(days=1)
        begins = bisect_left(names, f"{period.start:%Y-%m}")
        ends = bisect_right(names, f"{last_day:%Y-%m}")
        chosen = window(first, usual.stop, (begins, ends), TWO_YEARS)
    months = names[chosen]
    return RoleMonths(
        months=tuple(months),
        amounts=tuple(stream.monthly[chosen].tolist()),
        within=tuple(_is_within(month, period) for month in months),
    )


def _is_within(month: str, period: Period | None) -> bool:
    first = date.fromisoformat(f"{month}-01")
    days = Period(first, add_months(first, 1))
    return period is None or bool(period.overlap_days(days))


def _has_ended(context: AnswerContext, role: Role) -> bool:
    end = role.period.end
    return end is not None and end <= context.portfolio.on


def _figure(
    context: AnswerContext, role: Role, a_month: float, *, is_over: bool
) -> str:
    words = context.words
    if not role.is_paid:
        return wording.unpaid_text(words)
    if a_month:
        return wording.a_month_text(words, a_month, context.income.currency)
    is_awaited = not is_over and role.kind is not RoleKind.OPPORTUNITY
    return wording.unknown_income_text(words) if is_awaited else ""


def _notes(
    context: AnswerContext, role: Role, stream: Stream | None, recent: MonthlyMeans
) -> list[str]:
    """Return what the figure is a mean of, where it is going, and the costs."""
    if stream is None:
        return []
    words, currency, notes = context.words, context.income.currency, []
    is_over = _has_ended(context, role)
    if recent.income and not role.is_paid:
        notes.append(wording.came_in_text(words, recent.income, currency))
    if recent.income:
        notes.append(wording.mean_text(words, recent.n_months, is_over=is_over))
    if recent.income and not is_over:
        notes.append(wording.trend_text(words, stream.trend, stream.last_on))
    if recent.costs:
        notes.append(wording.costs_text(words, recent.costs, currency))
    return [note for note in notes if note]


def _months(stream: Stream | None, *, is_over: bool) -> slice:
    """Return the months to show: from the first money on, at most two years."""
    if stream is None or not stream.monthly.any():
        return slice(0)
    paid = np.flatnonzero(stream.monthly)
    end = int(paid[-1]) + 1 if is_over else max(stream.end, int(paid[-1]) + 1)
    return slice(max(int(paid[0]), end - TWO_YEARS), end)

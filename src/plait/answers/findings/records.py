"""The lists of records that findings rest on, as selections that open them."""

from collections.abc import Sequence
from datetime import date, timedelta

from plait.analysis.series.known import whole_months
from plait.answers.context import AnswerContext
from plait.domain.selection import RecordKind, RecordState, Selection

Selections = tuple[Selection, ...]

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_YEAR = 12


def time_of_weeks(
    context: AnswerContext, used: Sequence[int], role: str = ""
) -> Selections:
    """Return the time entries from the first to the last of weeks, by their index."""
    if not len(used):
        return time_of_days(context, role=role)
    mondays = context.weeks.mondays
    first: date = mondays[used[0]].astype(object)
    last: date = mondays[used[-1]].astype(object)
    return (Selection(RecordKind.TIME, role, start=first, end=last + _WEEK),)


def time_of_days(
    context: AnswerContext,
    days: int | None = None,
    role: str = "",
    *,
    since: date | None = None,
) -> Selections:
    """Return the time entries of the last days up to the date, of all without a start."""
    end = _day_after(context)
    start = end - timedelta(days=days) if end and days is not None else since
    return (Selection(RecordKind.TIME, role, start=start, end=end),)


def payments(
    context: AnswerContext,
    role: str = "",
    payer: str = "",
    *,
    months: int = _YEAR,
) -> Selections:
    """Return the payments of the last whole months that have a role."""
    known = whole_months(context.portfolio)
    starts = known.starts[-months:].astype("datetime64[D]").astype(object).tolist()
    end = (known.starts[-1:] + 1).astype("datetime64[D]").astype(object).tolist()
    return (
        Selection(
            RecordKind.PAYMENTS,
            role,
            payer,
            start=starts[0] if starts else None,
            end=end[0] if end else None,
            state=RecordState.ASSIGNED,
        ),
    )


def payments_since(
    context: AnswerContext, since: date | None, role: str = "", payer: str = ""
) -> Selections:
    """Return the payments of a role from a day up to the date, of all without one."""
    return (
        Selection(
            RecordKind.PAYMENTS,
            role,
            payer,
            start=since,
            end=_day_after(context),
            state=RecordState.ASSIGNED,
        ),
    )


def events_ahead(context: AnswerContext, days: int) -> Selections:
    """Return the events of the days from the date on."""
    on = context.portfolio.on
    is_last = date.max - on <= timedelta(days=days)
    end = None if is_last else on + timedelta(days=days) + _DAY
    return (Selection(RecordKind.EVENTS, start=on, end=end),)


def check_ins(context: AnswerContext, role: str = "") -> Selections:
    """Return the check-ins up to the date."""
    return (Selection(RecordKind.CHECK_INS, role, end=_day_after(context)),)


def waiting(context: AnswerContext) -> Selections:
    """Return what waits for its role, a selection for each kind of it."""
    subjects = context.portfolio.waiting
    kinds = {
        RecordKind.PAYMENTS: any(one.minor for one in subjects),
        RecordKind.TIME: any(one.seconds for one in subjects),
        RecordKind.EVENTS: any(not (one.minor or one.seconds) for one in subjects),
    }
    state = RecordState.WAITING
    return tuple(Selection(kind, state=state) for kind, any_ in kinds.items() if any_)


def _day_after(context: AnswerContext) -> date | None:
    """Return the first day that the portfolio does not know, None after all days."""
    on = context.portfolio.on
    return None if on == date.max else on + _DAY

"""Hours worked over a period: by role, with what was due, and against the one before."""

from dataclasses import dataclass

from plait.analysis.hours.account import Rows, account
from plait.analysis.series.hours_in_period import (
    HoursCompared,
    RoleHours,
    hours_in,
    load_in,
)
from plait.answers.context import AnswerContext
from plait.answers.periods.income import known_text, usual_period
from plait.answers.periods.period import (
    Asked,
    PeriodAnswer,
    period_answer,
    period_basis,
)
from plait.domain.periods.choice import PeriodChoice
from plait.domain.selection import RecordKind, Selection
from plait.wording import period_choices as wording
from plait.wording.hours import in_period as hours_wording


@dataclass(frozen=True, slots=True)
class RoleHoursInPeriod:
    """A role's hours over a period; `records` are the entries they rest on.

    `records_before` are those of the days before that it is compared with.

    `due` are the agreed hours less days off, as far as hours are known, None where none
    were agreed; `change` is against the same days before, None where none of them is
    known twice.
    """

    role: str
    name: str
    colour: int
    hours: float
    due: float | None
    change: float | None
    change_text: str
    before_text: str
    records: Selection
    records_before: Selection | None


@dataclass(frozen=True, slots=True)
class HoursInPeriod:
    """All roles with hours in the period or before, the most hours first.

    `hours` fill the clock once, so shared hours count once.
    """

    period: PeriodAnswer
    sentence: str
    hours: float
    change: float | None
    change_text: str
    before_text: str
    known: str
    records: Selection
    roles: tuple[RoleHoursInPeriod, ...]


def hours_in_period(
    context: AnswerContext, choice: PeriodChoice | None = None, role: str = ""
) -> HoursInPeriod:
    """Return the hours of a period, of all roles or of one (by its key)."""
    words, portfolio = context.words, context.portfolio
    asked = Asked(words, period_basis(portfolio, role), choice, usual_period(context))
    period = period_answer(asked)
    each = [
        one
        for one in hours_in(portfolio, asked.days)
        if role in {"", context.role(one.role).key} and (one.of.hours or one.of.before)
    ]
    whole = each[0].of if role and each else load_in(portfolio, asked.days, each)
    change, change_text = _change(asked, whole)
    roles = [_role(context, asked, one) for one in each]
    spoken = "" if change is None else change_text
    until = {one.role: one.known_until for one in each}
    return HoursInPeriod(
        period=period,
        sentence=hours_wording.worked_text(
            words,
            asked.during_text,
            words.hours(whole.hours),
            spoken,
            is_running=period.is_running,
        ),
        hours=round(whole.hours, 2),
        change=change,
        change_text=change_text,
        before_text=_before_text(asked, whole),
        known=known_text(
            context, until, asked.days, hours_wording.known_until_text(words)
        ),
        records=Selection(RecordKind.TIME, role=role, period=asked.chosen.word).dated(
            asked.basis
        ),
        roles=tuple(sorted(roles, key=lambda one: -one.hours)),
    )


def _role(context: AnswerContext, asked: Asked, one: RoleHours) -> RoleHoursInPeriod:
    role = context.role(one.role)
    change, text = _change(asked, one.of)
    chosen = Selection(RecordKind.TIME, role=role.key, period=asked.chosen.word)
    return RoleHoursInPeriod(
        role=role.key,
        name=role.name,
        colour=role.colour,
        hours=round(one.of.hours, 2),
        due=_due(context, one),
        change=change,
        change_text=text,
        before_text=_before_text(asked, one.of),
        records=chosen.dated(asked.basis),
        records_before=asked.records_before(chosen, one.of.compared),
    )


def _due(context: AnswerContext, one: RoleHours) -> float | None:
    rows = [
        account(
            context.portfolio, one.role, known.start, known.end, rows=Rows.WHOLE
        ).total
        for known in one.known
        if known.end is not None
    ]
    if not any(row.has_agreed for row in rows):
        return None
    return round(sum(row.due for row in rows), 2)


def _change(asked: Asked, of: HoursCompared) -> tuple[float | None, str]:
    if not asked.has_before:
        return None, ""
    if not of.compared.now:
        return None, wording.nothing_before_text(asked.words)
    change = round(of.now - of.before, 2)
    amount = asked.words.hours(abs(change))
    visible = change if round(abs(change), 1) else 0.0
    before = _before_text(asked, of)
    return change, wording.change_text(asked.words, amount, visible, before)


def _before_text(asked: Asked, of: HoursCompared) -> str:
    if not asked.has_before or not of.compared.now:
        return ""
    return asked.compared_text([of.compared])

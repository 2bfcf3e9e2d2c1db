"""What came in over a period: by role, by payer, and against the same one before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from plait.analysis.series.in_period import RoleMoney, money_in, payers_in
from plait.answers.context import AnswerContext
from plait.answers.periods.period import (
    Asked,
    PeriodAnswer,
    period_answer,
    period_basis,
)
from plait.domain.period import Period
from plait.domain.periods.choice import (
    PeriodChoice,
    whole_months_choice,
)
from plait.domain.rules import plain
from plait.domain.selection import RecordKind, RecordState, Selection, Way
from plait.wording import period_choices as wording
from plait.wording.income import in_period as income_wording

_YEAR = 12
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class RoleInPeriod:
    """A role's money over a period; `records` are the payments that came in.

    `records_out` are its costs, `records_before` what came in on the days that it is
    compared with.

    `change` is income against the same days before, None where none of them is known
    twice; `change_text` says it, `before_text` names these days.
    """

    role: str
    name: str
    colour: int
    income: float
    costs: float
    change: float | None
    change_text: str
    before_text: str
    records: Selection
    records_out: Selection
    records_before: Selection | None


@dataclass(frozen=True, slots=True)
class PayerInPeriod:
    """What one payer paid over a period, for the roles with these keys."""

    payer: str
    roles: tuple[str, ...]
    colour: int
    income: float
    records: Selection


@dataclass(frozen=True, slots=True)
class IncomeInPeriod:
    """All roles with money in the period or before, the largest income first.

    In the home currency, before tax. `known` says as far as what the figures reach.
    `records` are the payments that came in, `records_out` the costs.
    """

    period: PeriodAnswer
    currency: str
    sentence: str
    income: float
    costs: float
    change: float | None
    change_text: str
    before_text: str
    known: str
    records: Selection
    records_out: Selection
    roles: tuple[RoleInPeriod, ...]
    payers: tuple[PayerInPeriod, ...]


def usual_period(context: AnswerContext) -> PeriodChoice:
    """Return the last twelve whole months."""
    return whole_months_choice(context.portfolio.on, _YEAR)


def income_in_period(
    context: AnswerContext, choice: PeriodChoice | None = None, role: str = ""
) -> IncomeInPeriod:
    """Return the income of a period, of all roles or of one (by its key)."""
    words, portfolio = context.words, context.portfolio
    asked = Asked(words, period_basis(portfolio, role), choice, usual_period(context))
    period, days = period_answer(asked), asked.days
    money = [
        one
        for one in money_in(portfolio, context.rates, days)
        if role in {"", context.role(one.role).key}
    ]
    counted = [one for one in money if one.income or one.costs or one.before]
    change, change_text = _change(context, asked, counted)
    spoken = "" if change is None else change_text
    income = round(sum(one.income for one in counted), 2)
    roles = [_role(context, asked, one) for one in counted]
    currency = portfolio.person.currency
    return IncomeInPeriod(
        period=period,
        currency=currency,
        sentence=_sentence(asked, money, words.money(income, currency), spoken),
        income=income,
        costs=round(sum(one.costs for one in counted), 2),
        change=change,
        change_text=change_text,
        before_text=_before_text(asked, counted),
        known=known_text(
            context,
            {one.role: one.known_until for one in counted},
            days,
            income_wording.all_known_until_text(words),
        ),
        records=_records(asked, role=role),
        records_out=_records(asked, role=role, way=Way.OUT),
        roles=tuple(sorted(roles, key=lambda one: (-one.income, one.costs))),
        payers=tuple(_payers(context, asked, role)),
    )


def _sentence(asked: Asked, money: list[RoleMoney], amount: str, change: str) -> str:
    """Return what came in, or that nothing is known of the period yet."""
    words, start, today = asked.words, asked.days.start, asked.basis.today
    if start > today:
        return income_wording.to_come_text(words)
    if money and all(one.known_until and one.known_until < start for one in money):
        until = max(one.known_until for one in money if one.known_until)
        return income_wording.not_known_text(words, until)
    is_running = today < (asked.days.end or today)
    return income_wording.came_in_text(
        words, asked.during_text, amount, change, is_running=is_running
    )


def _change(
    context: AnswerContext, asked: Asked, money: list[RoleMoney]
) -> tuple[float | None, str]:
    """Return the change of roles against the same days before, and what it says."""
    words = context.words
    comparable = [one for one in money if one.compared.now]
    if not asked.has_before or not money:
        return None, ""
    if not comparable:
        return None, wording.nothing_before_text(words)
    change = round(sum(one.now - one.before for one in comparable), 2)
    amount = words.money(abs(change), context.portfolio.person.currency)
    before = _before_text(asked, comparable)
    # Less than half a unit is nothing that the words would show.
    visible = change if round(abs(change)) else 0.0
    return change, wording.change_text(words, amount, visible, before)


def _before_text(asked: Asked, money: list[RoleMoney]) -> str:
    """Return the days compared with: in October 2025; "" where there are none."""
    comparable = [one.compared for one in money if one.compared.now]
    return asked.compared_text(comparable) if asked.has_before and comparable else ""


def _role(context: AnswerContext, asked: Asked, one: RoleMoney) -> RoleInPeriod:
    role = context.role(one.role)
    change, text = _change(context, asked, [one])
    return RoleInPeriod(
        role=role.key,
        name=role.name,
        colour=role.colour,
        income=round(one.income, 2),
        costs=round(one.costs, 2),
        change=change,
        change_text=text,
        before_text=_before_text(asked, [one]),
        records=_records(asked, role=role.key),
        records_out=_records(asked, role=role.key, way=Way.OUT),
        records_before=asked.records_before(
            _records(asked, role=role.key), one.compared
        ),
    )


def _records(
    asked: Asked, role: str = "", payer: str = "", way: Way = Way.IN
) -> Selection:
    chosen = Selection(
        RecordKind.PAYMENTS,
        role=role,
        payer=payer,
        period=asked.chosen.word,
        state=RecordState.ASSIGNED,
        way=way,
    )
    return chosen.dated(asked.basis)


def _payers(context: AnswerContext, asked: Asked, role: str) -> Iterator[PayerInPeriod]:
    """Yield who paid, the largest first; a payer of several roles is one."""
    by_name: dict[str, list[tuple[str, int, float]]] = {}
    for one in payers_in(context.portfolio, context.rates, asked.days):
        if role in {"", context.role(one[1]).key}:
            by_name.setdefault(plain(one[0]), []).append(one)
    for parts in sorted(by_name.values(), key=lambda each: -sum(p[2] for p in each)):
        largest = max(parts, key=lambda part: part[2])
        yield PayerInPeriod(
            payer=parts[0][0],
            roles=tuple(context.role(index).key for _, index, _ in parts),
            colour=context.role(largest[1]).colour,
            income=round(sum(amount for _, _, amount in parts), 2),
            records=_records(asked, role=role, payer=parts[0][0]),
        )


def known_text(
    context: AnswerContext, until: Mapping[int, date | None], days: Period, text: str
) -> str:
    """Return as far as what days the records of roles are known, "" to the end.

    `until` are last days by a role's index; `text` says it where all have the same.
    """
    end = min(days.end or days.start, context.portfolio.on)
    by_day: dict[date, list[str]] = {}
    for index, known_until in until.items():
        role = context.role(index)
        is_over = role.period.end is not None and role.period.end <= end
        if known_until and known_until < end - _DAY and not is_over:
            by_day.setdefault(known_until, []).append(role.name)
    whole = len(until) == sum(map(len, by_day.values()))
    return income_wording.known_until_text(
        context.words, by_day, text if whole and len(by_day) == 1 else ""
    )

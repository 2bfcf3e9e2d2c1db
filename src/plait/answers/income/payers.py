"""Who pays: how much in the last year, how often, and when last."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from plait.analysis.floats import in_home_currency
from plait.analysis.income.concentration.parts import parts_of
from plait.analysis.income.payment_schedule.lines import Line, lines_of
from plait.analysis.income.payment_schedule.rhythm import Every
from plait.analysis.series.months import month_number
from plait.answers.context import AnswerContext
from plait.domain.rules import plain
from plait.wording.income import income as wording

_YEAR = 12


@dataclass(frozen=True, slots=True)
class PayerIncome:
    """What one payer paid over the last twelve whole months, before tax.

    `last_year` is as it came, `last_year_net` after the costs of the roles it pays
    for, and `share` that as a share of all. A role that cost more than it brought
    counts for nothing there. `roles` are keys.
    """

    payer: str
    roles: tuple[str, ...]
    last_year: float
    last_year_net: float
    share: float
    every: Every | None
    every_text: str
    last_on: date


def payers_of(context: AnswerContext, role: str = "") -> tuple[PayerIncome, ...]:
    """Return who pays for all roles, or for one (by its key), largest first."""
    net = _net_by_payer(context, role)
    whole = sum(net.values())
    payers = [
        _payer(context, lines, net.get(name, 0.0), whole)
        for name, lines in _lines_by_payer(context, role).items()
    ]
    return tuple(sorted(payers, key=lambda one: -one.last_year))


def _net_by_payer(context: AnswerContext, role: str) -> dict[str, float]:
    """Return by plain name what is left of a payer's money after costs."""
    net: dict[str, float] = {}
    for part in parts_of(context.portfolio, context.rates).parts:
        if role in {"", context.role(part.role).key}:
            net[part.payer] = net.get(part.payer, 0.0) + part.net
    return net


def _lines_by_payer(context: AnswerContext, role: str) -> dict[str, list[Line]]:
    """Return lines by plain name; without one, the role's organisation paid."""
    payments = context.portfolio.payments
    at_home = in_home_currency(payments, context.income.currency, context.rates)
    lines: dict[str, list[Line]] = {}
    for line in lines_of(payments, at_home):
        if role in {"", context.role(line.role).key}:
            lines.setdefault(plain(_name(context, line)), []).append(line)
    return lines


def _name(context: AnswerContext, line: Line) -> str:
    return (
        line.payer if plain(line.payer) else context.role(line.role).organisation.name
    )


def _payer(
    context: AnswerContext, lines: list[Line], net: float, whole: float
) -> PayerIncome:
    rhythms = [line.rhythm.every for line in lines if line.rhythm]
    every = rhythms[-1] if rhythms else None
    return PayerIncome(
        payer=_name(context, lines[0]),
        roles=tuple(dict.fromkeys(context.role(line.role).key for line in lines)),
        last_year=round(sum(_last_year(context, line) for line in lines), 2),
        last_year_net=round(net, 2),
        share=net / whole if whole else 0.0,
        every=every,
        every_text=wording.every_text(context.words, every) if every else "",
        last_on=max(line.on[-1] for line in lines).astype(date),
    )


def _last_year(context: AnswerContext, line: Line) -> float:
    months = context.income.months
    stream = next((s for s in context.income.streams if s.role == line.role), None)
    if not len(months) or stream is None:
        return 0.0
    month = month_number(line.on) - int(month_number(months[:1])[0])
    return float(np.sum(line.amounts[np.isin(month, stream.lately(_YEAR))]))

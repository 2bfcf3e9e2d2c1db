"""Variants in a few words, and the answer to them.

answer(life, new("Course", "6/week"))
answer(life, changed(life, "Atlas", "8/week", since="2027-01-04"))
answer(life, left(life, "Columns", since="2027-02-01"))
"""

from typing import Any

from plait.analysis.decisions.take_on.answer import TakeOn, take_on
from plait.analysis.decisions.take_on.present import Present
from plait.analysis.decisions.take_on.variant import Variant
from plait.analysis.hours.balance import balance
from plait.analysis.series.streams import income_of
from plait.analysis.series.weeks import weeks_of
from plait.analysis.wellbeing.value_map import value_map
from plait.domain.proposals.proposal import Move
from plait.domain.roles import Organisation, RoleKind, usual_counting
from plait.reference.rates import published_rates
from plait.reference.working_time.packs import pack
from tests.cast import Life, day, terms

# The Monday after Friday 20 November 2026, the usual date.
NEXT = "2026-11-23"


def present(life: Life, rules: str = "", currency: str = "EUR") -> Present:
    portfolio = life.portfolio()
    rates = published_rates([*portfolio.payments.currencies, "EUR", currency])
    weeks, income = weeks_of(portfolio), income_of(portfolio, rates)
    return Present(
        portfolio=portfolio,
        weeks=weeks,
        balance=balance(portfolio, weeks),
        income=income,
        value=value_map(portfolio, income=income, weeks=weeks),
        rates=rates,
        pack=pack(rules) if rules else None,
    )


def answer(life: Life, variant: Variant, rules: str = "", **more: Any) -> TakeOn:
    return take_on(present(life, rules, **more), variant)


def new(
    name: str,
    hours: str,
    *,
    since: str = NEXT,
    kind: str = "contract",
    at: str = "Hogeschool Zuid",
    country: str = "",
    **more: Any,
) -> Variant:
    more.setdefault("counts_as", usual_counting(RoleKind(kind)))
    return Variant(
        move=Move.TAKE_ON,
        name=name,
        start=day(since),
        terms=terms(hours, since=since, **more),
        kind=RoleKind(kind),
        organisation=Organisation(at, country=country),
    )


def changed(
    life: Life, role: str, hours: str, *, since: str = NEXT, **more: Any
) -> Variant:
    return Variant(
        move=Move.CHANGE,
        name=role,
        start=day(since),
        role=index_of(life, role),
        terms=terms(hours, since=since, **more),
    )


def left(life: Life, role: str, *, since: str = NEXT) -> Variant:
    return Variant(Move.LEAVE, role, day(since), role=index_of(life, role))


def index_of(life: Life, role: str) -> int:
    return [held.name for held in life.roles].index(role)

"""The scenarios that everybody gets, as far as a portfolio gives rise to them.

Each role that brings something; each payer, cause, sector and skill that pays for
more than one role, or part of one; then illness, a recession, lower rates and late
payment. Two that would take exactly the same appear once, under the first.
"""

from collections.abc import Iterator
from decimal import Decimal

from plait.analysis.income.stress.case import Case, StreamCase
from plait.analysis.income.stress.effects import touched
from plait.domain.scenarios import Blow, Effect, Kind, Over, Scenario
from plait.reference.stress import recession

ILL_MONTHS = 3
RATES_CUT = Decimal("0.2")
LATE_DAYS = 60
# What is set beside all others: everything goes on as it does.
NOTHING = Scenario(Kind.NOTHING, "", ())
# A role or payer that brings less of the income has no scenario of its own.
LEAST_ROLE = 0.01
LEAST_PAYER = 0.05


def usual_scenarios(case: Case) -> tuple[Scenario, ...]:
    """Return the scenarios that a case gives rise to, each loss once."""
    found: dict[tuple[float, ...], Scenario] = {}
    for scenario in _all_losses(case):
        [effect] = scenario.effects
        met = tuple(touched(effect, one) for one in case.streams)
        found.setdefault(met, scenario)
    return (*found.values(), *_for_everybody(case))


def every_scenario(case: Case) -> tuple[Scenario, ...]:
    """Return them all, also those that take the same under another name."""
    return (*dict.fromkeys(_all_losses(case)), *_for_everybody(case))


def _all_losses(case: Case) -> Iterator[Scenario]:
    for kind, over, name in _losses(case):
        effect = Effect(Blow.LOSE, over, name)
        if any(touched(effect, one) for one in case.streams):
            yield Scenario(kind, case.names.get(name, name), (effect,))


def _losses(case: Case) -> Iterator[tuple[Kind, Over, str]]:
    """Yield what can be lost: roles first, each kind the largest first."""
    alive = [one for one in case.streams if one.is_bringing]
    total = sum(one.stream.monthly for one in alive)
    bringing = sorted(
        (one for one in alive if one.stream.monthly > LEAST_ROLE * total),
        key=lambda one: (-one.stream.monthly, one.key),
    )
    for one in bringing:
        yield Kind.ROLE, Over.ROLE, one.key
    for payer in _payers(bringing):
        yield Kind.PAYER, Over.PAYER, payer
    for one in bringing:
        for cause in one.causes:
            yield Kind.CAUSE, Over.CAUSE, cause
    for one in bringing:
        if one.sector:
            yield Kind.SECTOR, Over.SECTOR, one.sector
    for one in bringing:
        for skill in one.skills:
            yield Kind.SKILL, Over.SKILL, skill


def _payers(bringing: list[StreamCase]) -> list[str]:
    """Return payers that bring enough of the income, the largest first."""
    total = sum(one.stream.monthly for one in bringing)
    paid: dict[str, float] = {}
    for one in bringing:
        for payer, share in one.payers:
            paid[payer] = paid.get(payer, 0.0) + share * one.stream.monthly
    large = [payer for payer, amount in paid.items() if amount >= LEAST_PAYER * total]
    return sorted(large, key=lambda payer: (-paid[payer], payer))


def _for_everybody(case: Case) -> Iterator[Scenario]:
    hard = recession()
    if any(one.is_earned and one.is_bringing for one in case.streams):
        effect = Effect(Blow.LOSE, Over.EARNED, months=ILL_MONTHS)
        yield Scenario(Kind.HEALTH, "", (effect,))
    yield Scenario(
        Kind.RECESSION,
        "",
        (
            Effect(Blow.WEAR, Over.ALL, times=hard.times, months=hard.months),
            Effect(Blow.DELAY, Over.ALL, days=hard.late_days, months=hard.months),
        ),
    )
    if any(one.is_invoiced and one.is_bringing for one in case.streams):
        cut = Effect(Blow.CUT, Over.INVOICED, share=RATES_CUT)
        yield Scenario(Kind.RATES, "", (cut,))
        late = Effect(Blow.DELAY, Over.INVOICED, days=LATE_DAYS)
        yield Scenario(Kind.LATE, "", (late,))

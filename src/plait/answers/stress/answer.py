"""How long the money lasts if a part of the income stops."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import numpy as np

from plait.analysis.income.case_from_portfolio import case_of
from plait.analysis.income.stress import HORIZON, Case, StressResult, stress_test
from plait.analysis.income.stress.case import StreamCase
from plait.analysis.income.stress.ready_scenarios import (
    ILL_MONTHS,
    NOTHING,
    every_scenario,
    usual_scenarios,
)
from plait.analysis.income.stress.stream_case import is_salary
from plait.answers.context import SEED, AnswerContext
from plait.answers.income.last_year import payments_of_year
from plait.answers.known_notes import money_notes
from plait.answers.stress.runway import ScenarioAnswer, scenario_answer
from plait.answers.stress.scenarios import biggest_risk, risk_sentence, scenario_named
from plait.domain.scenarios import Kind, Scenario
from plait.domain.selection import Selection
from plait.reference.sick_pay import continued_pay
from plait.reference.stress import recession
from plait.wording.income import stress as wording
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class StreamAnswer:
    """What the income of a role brings a month and how it may end.

    `chance_of_ending_alone` is a year's, without the causes it shares with others;
    `unpaid` is what invoices still bring, None where none are known.
    """

    role: str
    weak: float
    mean: float
    notice: int
    ends_in: int | None
    late: float
    unpaid: float | None
    chance_of_ending_alone: float
    continued_in_illness: float


@dataclass(frozen=True, slots=True)
class CaseIncome:
    """What comes in a month, of streams that are not over; `set_aside` is for tax."""

    weak_month: float
    mean_month: float
    set_aside: float | None
    streams: tuple[StreamAnswer, ...]


@dataclass(frozen=True, slots=True)
class RecessionAssumed:
    """What is assumed of a recession, with where it comes from and how sure it is."""

    times: float
    months: int
    late_days: int
    source: str
    status: str


@dataclass(frozen=True, slots=True)
class StressAnswer:
    """How long money lasts as things are (`present`), and in each scenario.

    `sentence` is the biggest risk of the usual scenarios, "" without any; `basis` is
    what there is and what it takes, `notes` what was assumed, `records` the payments
    that the income was worked out from.
    """

    on: date
    language: str
    currency: str
    savings: float
    knows_savings: bool
    floor: float
    months_at_most: int
    sentence: str
    basis: str
    income: CaseIncome
    present: ScenarioAnswer
    scenarios: tuple[ScenarioAnswer, ...]
    recession: RecessionAssumed
    notes: tuple[str, ...]
    records: tuple[Selection, ...]


def stress_answer(
    context: AnswerContext,
    own: Sequence[Scenario] = (),
    *,
    scenario: str = "",
    savings: Decimal | None = None,
    floor: Decimal | None = None,
) -> StressAnswer:
    """Return how long the money lasts, in all scenarios or in the one named.

    `own` are the person's scenarios; `savings` and `floor` stand in for what the
    person entered. Raise `NoFloor` where no floor is known, `NoScenario` for a name
    that nothing has.
    """
    tested = _tested(context, own, scenario, savings, floor)
    case, person = tested.case, context.portfolio.person
    set_aside = None if person.set_aside is None else float(person.set_aside)
    knows_savings = savings is not None or person.savings is not None
    present, *usual = tested.usual
    worst = biggest_risk(usual) if case.streams else None
    found = (*usual, *tested.own) if tested.named is None else (tested.named,)
    return StressAnswer(
        on=context.portfolio.on,
        language=context.words.language,
        currency=case.currency,
        savings=case.savings,
        knows_savings=knows_savings,
        floor=case.floor,
        months_at_most=HORIZON,
        sentence=risk_sentence(context, worst) if worst else "",
        basis=wording.basis_text(context.words, case),
        income=_income(case, set_aside),
        present=scenario_answer(context, present),
        scenarios=tuple(
            scenario_answer(context, one, with_months=bool(scenario)) for one in found
        ),
        recession=_recession(),
        notes=(
            *money_notes(context),
            wording.method_text(context.words),
            *(() if knows_savings else [wording.no_savings_text(context.words)]),
            wording.tax_text(context.words, set_aside),
            *_of_illness(context, found),
            *_of_recession(context.words, found),
        ),
        records=(payments_of_year(context.portfolio.on),),
    )


@dataclass(frozen=True, eq=False)
class _Tested:
    """The results: of usual scenarios, of the person's own, or of the one named."""

    case: Case
    usual: tuple[StressResult, ...]
    own: tuple[StressResult, ...]
    named: StressResult | None


def _tested(
    context: AnswerContext,
    own: Sequence[Scenario],
    name: str,
    savings: Decimal | None,
    floor: Decimal | None,
) -> _Tested:
    """Run the scenarios; as the person entered it, that is run once for all answers."""
    portfolio = context.portfolio
    if savings is None and floor is None and portfolio.person.floor is not None:
        case, usual = context.stress_case, context.stress
    else:
        case = case_of(
            portfolio,
            context.income,
            context.rates,
            savings=savings,
            floor=floor,
            book=context.income_model,
        )
        usual = _run(case, (NOTHING, *usual_scenarios(case)))
    if not name:
        return _Tested(case, usual, _run(case, own), None)
    wanted = scenario_named(name, [*every_scenario(case), *own], portfolio)
    [named] = _run(case, [wanted])
    return _Tested(case, usual, (), named)


def _run(case: Case, scenarios: Iterable[Scenario]) -> tuple[StressResult, ...]:
    # The same futures each time: scenarios are compared on the same luck.
    return stress_test(case, scenarios, rng=np.random.default_rng(SEED))


def _income(case: Case, set_aside: float | None) -> CaseIncome:
    streams = tuple(
        StreamAnswer(
            role=one.key,
            weak=one.weak,
            mean=one.stream.monthly,
            notice=one.stream.notice,
            ends_in=one.stream.ends_in,
            late=one.stream.late,
            unpaid=None if one.due is None else sum(one.due),
            chance_of_ending_alone=one.stream.hazard.mean,
            continued_in_illness=_when_ill(one),
        )
        for one in case.streams
    )
    return CaseIncome(case.weak_month, case.mean_month, set_aside, streams)


def _when_ill(one: StreamCase) -> float:
    """Return the share that goes on over the months of illness."""
    months = range(ILL_MONTHS)
    return sum(map(one.left_when_ill, months)) / len(months)


def _recession() -> RecessionAssumed:
    hard = recession()
    return RecessionAssumed(
        times=float(hard.times),
        months=hard.months,
        late_days=hard.late_days,
        source=hard.source,
        status=hard.status,
    )


def _of_illness(context: AnswerContext, found: Iterable[StressResult]) -> Iterable[str]:
    portfolio = context.portfolio
    has_salary = any(is_salary(portfolio, role) for _, role in portfolio.roles_held())
    if has_salary and any(one.scenario.kind is Kind.HEALTH for one in found):
        law = continued_pay(portfolio.person.country, portfolio.on)
        yield wording.illness_text(context.words, law)


def _of_recession(words: Words, found: Iterable[StressResult]) -> Iterable[str]:
    if any(one.scenario.kind is Kind.RECESSION for one in found):
        yield wording.recession_text(words, recession())

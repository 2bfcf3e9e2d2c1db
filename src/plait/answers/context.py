"""What answers are made from: the portfolio, the analyses' results, the words."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from plait.analysis.gaps import Missing, gaps
from plait.analysis.hours.balance import Balance, balance
from plait.analysis.hours.capacity.capacity import Capacity, capacity
from plait.analysis.hours.clashes.clashes import Clash, clashes
from plait.analysis.hours.drift.drift import Drift, drifts
from plait.analysis.hours.free_days import set_aside_weeks
from plait.analysis.income.artefacts import Artefacts, artefacts
from plait.analysis.income.case_from_portfolio import case_of
from plait.analysis.income.concentration import (
    By,
    Concentration,
    grouped,
    roles_paid_for,
)
from plait.analysis.income.expected import Expected, expected
from plait.analysis.income.model_from_portfolio import FromBook, from_book
from plait.analysis.income.stress import Case, StressResult, stress_test
from plait.analysis.income.stress.ready_scenarios import NOTHING, usual_scenarios
from plait.analysis.obligations.report import Obligations, obligations_at_home
from plait.analysis.series.streams import Income, income_of
from plait.analysis.series.weeks import Weeks, weeks_of
from plait.analysis.wellbeing.value_map import ValueMap, value_map
from plait.analysis.working_time.report import worktime
from plait.analysis.working_time.verdicts import WorktimeReport
from plait.domain.columns import Bools
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Role
from plait.reference.rates import Rates, published_rates
from plait.reference.working_time.packs import NoPack, code_for, pack
from plait.wording.words import Words

if TYPE_CHECKING:
    from plait.analysis.income.simulation.simulate import Simulation

# Twenty thousand futures cost a twentieth of a second, and place a chance within one
# percent. Page and command draw the same ones, so that they give the same figures.
N_FUTURES = 20_000
SEED = 1


@dataclass(frozen=True, eq=False)
class AnswerContext:
    """A portfolio with the results of every analysis that answers rest on.

    What only some answers need is worked out when it is first asked for. `set_aside` is
    weeks x roles: which of the role's weeks do not count, since some of them was free.
    """

    portfolio: Portfolio
    words: Words
    rates: Rates
    weeks: Weeks
    set_aside: Bools
    balance: Balance
    income: Income
    payers: Concentration
    paid_for: dict[str, int]
    missing: tuple[Missing, ...]

    @cached_property
    def drifts(self) -> tuple[Drift, ...]:
        """Which roles leave what was agreed, in the order of the balance's roles."""
        return drifts(self.portfolio, self.weeks, self.set_aside, known=self.balance)

    @property
    def drifting(self) -> tuple[Drift, ...]:
        """The roles that drift now by so much that it is worth a word."""
        return tuple(one for one in self.drifts if one.is_noticeable)

    @cached_property
    def capacity(self) -> Capacity:
        """The twelve weeks ahead."""
        return capacity(self.portfolio, self.weeks)

    @cached_property
    def clashes(self) -> tuple[Clash, ...]:
        """What cannot both be kept in the weeks ahead."""
        return clashes(self.portfolio)

    @cached_property
    def value(self) -> ValueMap | None:
        """What each role gives against what it takes; None before any check-in."""
        return value_map(self.portfolio, income=self.income, weeks=self.weeks)

    @cached_property
    def worktime(self) -> WorktimeReport | None:
        """How the hours stand to the law of the person's country, None without one."""
        try:
            code = code_for(self.portfolio.person.country)
        except NoPack:
            return None
        return worktime(self.portfolio, pack(code))

    @cached_property
    def obligations(self) -> Obligations | None:
        """What is due over all streams by the rules of the person's country."""
        return obligations_at_home(self.portfolio)

    @cached_property
    def artefacts(self) -> Artefacts:
        """Each stream as it came, and without what the calendar does to it."""
        return artefacts(self.portfolio, self.income, self.rates)

    @cached_property
    def expected(self) -> Expected:
        """What should have come of each stream, and what did not."""
        return expected(self.portfolio, self.income, self.rates)

    @cached_property
    def stress_case(self) -> Case:
        """What the income depends on; the floor is 0 where the person gave none."""
        floor = Decimal(0) if self.portfolio.person.floor is None else None
        known = self.artefacts
        return case_of(
            self.portfolio, self.income, self.rates, floor=floor, known=known
        )

    @cached_property
    def stress(self) -> tuple[StressResult, ...]:
        """Everything as it is, then each usual scenario."""
        case = self.stress_case
        return stress_test(case, (NOTHING, *usual_scenarios(case)))

    @cached_property
    def income_model(self) -> FromBook:
        """Each stream with how it may end, and what it rests on."""
        return from_book(self.portfolio, self.income, self.rates)

    @cached_property
    def simulation(self) -> "Simulation":
        """What the months ahead may bring; what it needs is read in when it is asked."""
        from plait.analysis.income.simulation.simulate import simulate

        rng = np.random.default_rng(SEED)
        return simulate(self.income_model.model, n_scenarios=N_FUTURES, rng=rng)

    def role(self, index: int) -> Role:
        """Return the role an analysis speaks of by its index."""
        return self.portfolio.roles[index]

    def names(self, roles: tuple[int, ...]) -> str:
        """Return the names of roles as a list in a sentence."""
        return self.words.listed([self.role(index).name for index in roles])


def answer_context(portfolio: Portfolio, words: Words) -> AnswerContext:
    """Return the context of a portfolio; each analysis runs once."""
    rates = rates_of(portfolio)
    weeks = weeks_of(portfolio)
    aside = set_aside_weeks(portfolio, weeks)
    return AnswerContext(
        portfolio=portfolio,
        words=words,
        rates=rates,
        weeks=weeks,
        set_aside=aside,
        balance=balance(portfolio, weeks, aside),
        income=income_of(portfolio, rates),
        payers=grouped(portfolio, rates, By.PAYER).of,
        paid_for=roles_paid_for(portfolio),
        missing=gaps(portfolio, rates),
    )


def rates_of(portfolio: Portfolio) -> Rates:
    """Return the rates of every currency in which money came, was agreed or invoiced."""
    agreed = {a.pay.currency for r in portfolio.roles for a in r.agreements if a.pay}
    invoiced = {invoice.amount.currency for invoice in portfolio.invoices}
    home = portfolio.person.currency
    return published_rates({*portfolio.payments.currencies, home, *agreed, *invoiced})

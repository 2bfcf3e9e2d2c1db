"""What answers are made from: the portfolio, the analyses' results, the words.

An analysis is read in and run when its result is first asked for, and once: a command
that answers one question starts without the others.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from plait.domain.portfolio import Portfolio
from plait.domain.roles import Role
from plait.wording.words import Words

if TYPE_CHECKING:
    from plait.analysis.gaps import Missing
    from plait.analysis.hours.balance import Balance
    from plait.analysis.hours.capacity.capacity import Capacity
    from plait.analysis.hours.clashes.clashes import Clash
    from plait.analysis.hours.drift.drift import Drift
    from plait.analysis.income.artefacts import Artefacts
    from plait.analysis.income.concentration import Concentration
    from plait.analysis.income.expected import Expected
    from plait.analysis.income.model_from_portfolio import FromBook
    from plait.analysis.income.simulation.backtest import BackTest
    from plait.analysis.income.simulation.simulate import Simulation
    from plait.analysis.income.stress import Case, StressResult
    from plait.analysis.obligations.report import Obligations
    from plait.analysis.series.streams import Income
    from plait.analysis.series.weeks import Weeks
    from plait.analysis.wellbeing.value_map import ValueMap
    from plait.analysis.working_time.verdicts import WorktimeReport
    from plait.domain.columns import Bools
    from plait.reference.rates import Rates

# Twenty thousand futures cost a twentieth of a second, and place a chance within one
# percent. Page and command draw the same ones, so that they give the same figures.
N_FUTURES = 20_000
SEED = 1


@dataclass(frozen=True, eq=False)
class AnswerContext:
    """A portfolio with the results of every analysis that answers rest on."""

    portfolio: Portfolio
    words: Words

    @cached_property
    def rates(self) -> "Rates":
        """The rates of every currency in which money came, was agreed or invoiced."""
        return rates_of(self.portfolio)

    @cached_property
    def weeks(self) -> "Weeks":
        """Hours given per week and role."""
        from plait.analysis.series.weeks import weeks_of

        return weeks_of(self.portfolio)

    @cached_property
    def set_aside(self) -> "Bools":
        """Weeks x roles: which weeks do not count, since some of them was free."""
        from plait.analysis.hours.free_days import set_aside_weeks

        return set_aside_weeks(self.portfolio, self.weeks)

    @cached_property
    def balance(self) -> "Balance":
        """Agreed, actual and free hours a week."""
        from plait.analysis.hours.balance import balance

        return balance(self.portfolio, self.weeks, self.set_aside)

    @cached_property
    def income(self) -> "Income":
        """Income per role and month."""
        from plait.analysis.series.streams import income_of

        return income_of(self.portfolio, self.rates)

    @cached_property
    def payers(self) -> "Concentration":
        """Who paid, after costs, over the last twelve whole months."""
        from plait.analysis.income.concentration import By, grouped

        return grouped(self.portfolio, self.rates, By.PAYER).of

    @cached_property
    def paid_for(self) -> dict[str, int]:
        """The role (index) that each payer has paid for most often, by plain name."""
        from plait.analysis.income.concentration import roles_paid_for

        return roles_paid_for(self.portfolio)

    @cached_property
    def missing(self) -> "tuple[Missing, ...]":
        """What is missing in the book, or out of date."""
        from plait.analysis.gaps import gaps

        return gaps(self.portfolio, self.rates)

    @cached_property
    def drifts(self) -> "tuple[Drift, ...]":
        """Which roles leave what was agreed, in the order of the balance's roles."""
        from plait.analysis.hours.drift.drift import drifts

        return drifts(self.portfolio, self.weeks, self.set_aside, known=self.balance)

    @property
    def drifting(self) -> "tuple[Drift, ...]":
        """The roles that drift now by so much that it is worth a word."""
        return tuple(one for one in self.drifts if one.is_noticeable)

    @cached_property
    def capacity(self) -> "Capacity":
        """The twelve weeks ahead."""
        from plait.analysis.hours.capacity.capacity import capacity

        return capacity(self.portfolio, self.weeks)

    @cached_property
    def clashes(self) -> "tuple[Clash, ...]":
        """What cannot both be kept in the weeks ahead."""
        from plait.analysis.hours.clashes.clashes import clashes

        return clashes(self.portfolio)

    @cached_property
    def value(self) -> "ValueMap | None":
        """What each role gives against what it takes; None before any check-in."""
        from plait.analysis.wellbeing.value_map import value_map

        return value_map(self.portfolio, income=self.income, weeks=self.weeks)

    @cached_property
    def worktime(self) -> "WorktimeReport | None":
        """How the hours stand to the law of the person's country, None without one."""
        from plait.analysis.working_time.report import worktime
        from plait.reference.working_time.packs import NoPack, code_for, pack

        try:
            code = code_for(self.portfolio.person.country)
        except NoPack:
            return None
        return worktime(self.portfolio, pack(code))

    @cached_property
    def obligations(self) -> "Obligations | None":
        """What is due over all streams by the rules of the person's country."""
        from plait.analysis.obligations.report import obligations_at_home

        return obligations_at_home(self.portfolio)

    @cached_property
    def artefacts(self) -> "Artefacts":
        """Each stream as it came, and without what the calendar does to it."""
        from plait.analysis.income.artefacts import artefacts

        return artefacts(self.portfolio, self.income, self.rates)

    @cached_property
    def expected(self) -> "Expected":
        """What should have come of each stream, and what did not."""
        from plait.analysis.income.expected import expected

        return expected(self.portfolio, self.income, self.rates)

    @cached_property
    def stress_case(self) -> "Case":
        """What the income depends on; the floor is 0 where the person gave none."""
        from plait.analysis.income.case_from_portfolio import case_of

        return case_of(
            self.portfolio,
            self.income,
            self.rates,
            floor=Decimal(0) if self.portfolio.person.floor is None else None,
            known=self.artefacts,
            book=self.income_model,
        )

    @cached_property
    def stress(self) -> "tuple[StressResult, ...]":
        """Everything as it is, then each usual scenario."""
        import numpy as np

        from plait.analysis.income.stress import stress_test
        from plait.analysis.income.stress.ready_scenarios import (
            NOTHING,
            usual_scenarios,
        )

        case = self.stress_case
        rng = np.random.default_rng(SEED)
        return stress_test(case, (NOTHING, *usual_scenarios(case)), rng=rng)

    @cached_property
    def income_model(self) -> "FromBook":
        """Each stream with how it may end, and what it rests on."""
        from plait.analysis.income.model_from_portfolio import from_book

        return from_book(self.portfolio, self.income, self.rates)

    @cached_property
    def simulation(self) -> "Simulation":
        """What the months ahead may bring."""
        import numpy as np

        from plait.analysis.income.simulation.simulate import simulate

        rng = np.random.default_rng(SEED)
        return simulate(self.income_model.model, n_scenarios=N_FUTURES, rng=rng)

    @cached_property
    def income_back_test(self) -> "tuple[BackTest, ...]":
        """How ranges of the months ahead would have done in the past."""
        from plait.analysis.income.simulation.backtest import back_test

        return back_test(self.portfolio, self.rates)

    def role(self, index: int) -> Role:
        """Return the role an analysis speaks of by its index."""
        return self.portfolio.roles[index]

    def names(self, roles: tuple[int, ...]) -> str:
        """Return the names of roles as a list in a sentence."""
        return self.words.listed([self.role(index).name for index in roles])


@lru_cache(maxsize=4)
def answer_context(portfolio: Portfolio, words: Words) -> AnswerContext:
    """Return the context of a portfolio; the last few are remembered.

    Pages of one book rest on the same analyses: what one of them worked out, the
    others have at once. A portfolio is frozen, and another one after every change.
    """
    return AnswerContext(portfolio, words)


def rates_of(portfolio: Portfolio) -> "Rates":
    """Return the rates of every currency in which money came, was agreed or invoiced."""
    from plait.reference.rates import published_rates

    agreed = {a.pay.currency for r in portfolio.roles for a in r.agreements if a.pay}
    invoiced = {invoice.amount.currency for invoice in portfolio.invoices}
    person = portfolio.person
    own = {m.currency for m in (person.savings, person.floor) if m} | {person.currency}
    return published_rates({*portfolio.payments.currencies, *own, *agreed, *invoiced})

"""What a review is made from: the picture, what the analyses answered, the words."""

from dataclasses import dataclass
from functools import cached_property

from plait.analysis.gaps import Missing, gaps
from plait.analysis.hours.balance import LEAST_HOURS, Balance, balance
from plait.analysis.hours.capacity.capacity import Capacity, capacity
from plait.analysis.hours.clashes.clashes import Clash, clashes
from plait.analysis.hours.drift.drift import Drift, drifts
from plait.analysis.hours.free_days import set_aside_weeks
from plait.analysis.income.artefacts import Artefacts, artefacts
from plait.analysis.income.concentration import (
    By,
    Concentration,
    grouped,
    roles_paid_for,
)
from plait.analysis.income.expected import Expected, expected
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


@dataclass(frozen=True, eq=False)
class AnswerContext:
    """A portfolio with every answer that the findings speak of.

    What only some pages need is asked when it is first looked at. `set_aside` is
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
        return tuple(
            one
            for one in self.drifts
            if one.is_over_now and (one.over_by_now or 0.0) >= LEAST_HOURS
        )

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

    def role(self, index: int) -> Role:
        """Return the role an analysis speaks of by its index."""
        return self.portfolio.roles[index]

    def names(self, roles: tuple[int, ...]) -> str:
        """Return the names of roles as a list in a sentence."""
        return self.words.listed([self.role(index).name for index in roles])


def answer_context(portfolio: Portfolio, words: Words) -> AnswerContext:
    """Ask every analysis once."""
    home = portfolio.person.currency
    rates = published_rates([*portfolio.payments.currencies, home])
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

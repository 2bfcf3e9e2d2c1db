"""What a review is made from: the picture, what the analyses answered, the words."""

from dataclasses import dataclass

from plait.analysis.gaps import Missing, gaps
from plait.analysis.hours.balance import Balance, balance
from plait.analysis.hours.weeks import Weeks, weeks_of
from plait.analysis.income.concentration import Concentration, by_payer, roles_paid_for
from plait.analysis.income.streams import Income, income_of
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Role
from plait.reference.rates import Rates, published_rates
from plait.review.words import Words


@dataclass(frozen=True, eq=False)
class Subject:
    """A portfolio with every answer that the findings speak of."""

    portfolio: Portfolio
    words: Words
    rates: Rates
    weeks: Weeks
    balance: Balance
    income: Income
    payers: Concentration
    paid_for: dict[str, int]
    missing: tuple[Missing, ...]

    def role(self, index: int) -> Role:
        """Return the role an analysis speaks of by its index."""
        return self.portfolio.roles[index]

    def names(self, roles: tuple[int, ...]) -> str:
        """Return the names of roles as a list in a sentence."""
        return self.words.listed([self.role(index).name for index in roles])


def subject_of(portfolio: Portfolio, words: Words) -> Subject:
    """Ask every analysis once."""
    home = portfolio.person.currency
    rates = published_rates([*portfolio.payments.currencies, home])
    weeks = weeks_of(portfolio)
    return Subject(
        portfolio=portfolio,
        words=words,
        rates=rates,
        weeks=weeks,
        balance=balance(portfolio, weeks),
        income=income_of(portfolio, rates),
        payers=by_payer(portfolio, rates),
        paid_for=roles_paid_for(portfolio),
        missing=gaps(portfolio, rates),
    )

"""What a variant does to income: a month more or less, and an hour of it.

A new or changed role brings what its terms are worth at the agreed hours; a role that
is left takes away what its terms are worth. Terms go before what came in, because the
one is before tax and the other may not be. Only where the terms of a role held do not
tell is it the mean of what it brought over the last twelve whole months.
"""

from dataclasses import dataclass

from plait.analysis.decisions.take_on.variant import Variant, is_taken_on
from plait.analysis.series.agreed_pay import at_home
from plait.analysis.series.streams import Income
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Agreement
from plait.reference.rates import Rates

_MONTHS = 12
_WEEKS_PER_MONTH = 52.1775 / 12


@dataclass(frozen=True, slots=True)
class Earning:
    """Income a month in the home currency: before, after, None where not known.

    `an_hour` is what an agreed hour of the new or changed terms brings.
    """

    before: float | None
    after: float | None
    an_hour: float | None
    currency: str

    @property
    def change(self) -> float | None:
        """By how much a month's income changes; None where either is unknown."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before


def earning(
    portfolio: Portfolio, variant: Variant, income: Income, rates: Rates
) -> Earning:
    """Return what the variant's role brings a month, without and with the variant."""
    home = portfolio.person.currency
    before: float | None = 0.0
    after: float | None = 0.0
    an_hour = None
    if variant.role is not None and not is_taken_on(portfolio, variant):
        before = _now(portfolio, variant, income, rates)
    if variant.terms is not None:
        after = at_home(variant.terms, home, rates, portfolio.on)
        an_hour = _an_hour(variant.terms, after)
    return Earning(before, after, an_hour, home)


def _an_hour(terms: Agreement, worth: float | None) -> float | None:
    hours = terms.hours_per_week
    if worth is None or not hours:
        return None
    return worth / (float(hours) * _WEEKS_PER_MONTH)


def _now(
    portfolio: Portfolio, variant: Variant, income: Income, rates: Rates
) -> float | None:
    """Return what a role brings a month: by its terms, else as it came in."""
    role = portfolio.roles[variant.role or 0]
    terms = role.agreement_on(variant.start)
    if terms is not None and (terms.pay is not None or not role.is_paid):
        worth = at_home(terms, portfolio.person.currency, rates, portfolio.on)
        if worth is not None:
            return worth
    for stream in income.streams:
        if stream.role == variant.role and stream.last_year:
            return stream.last_year / _MONTHS
    return None if role.is_paid else 0.0

"""What an hour of a role is worth by its terms."""

from typing import NamedTuple

from plait.domain.roles import Agreement, PayBasis

_WEEKS_PER_MONTH = 52.1775 / 12
_HOURS_PER_DAY = 8


def hourly_pay(terms: Agreement) -> float | None:
    """Return pay per hour in the terms' currency, None where it has no such price.

    A month's pay is spread over the agreed hours: 2,950 a month for 24 hours a
    week are 2,950 / (24 x 52.1775 / 12) = 28.27 an hour. A day counts 8 hours.
    """
    if terms.pay is None:
        return None
    pay = float(terms.pay.number)
    if terms.pay_basis is PayBasis.HOURLY:
        return pay
    if terms.pay_basis is PayBasis.DAILY:
        return pay / _HOURS_PER_DAY
    if terms.pay_basis in {PayBasis.SALARY, PayBasis.MONTHLY} and terms.hours_per_week:
        return pay / (float(terms.hours_per_week) * _WEEKS_PER_MONTH)
    return None


def monthly_worth(terms: Agreement, hours_a_week: float) -> float | None:
    """Return what so many hours a week are worth a month by the terms."""
    rate = hourly_pay(terms)
    return None if rate is None else rate * hours_a_week * _WEEKS_PER_MONTH


def hourly_pay_given(terms: Agreement, hours_a_week: float) -> float | None:
    """Return a month's pay per hour really given; None for any other pay.

    2,950 a month for 28 hours a week are 2,950 / (28 x 52.1775 / 12) = 24.23.
    """
    by_month = {PayBasis.SALARY, PayBasis.MONTHLY}
    if terms.pay is None or terms.pay_basis not in by_month or hours_a_week <= 0:
        return None
    return float(terms.pay.number) / (hours_a_week * _WEEKS_PER_MONTH)


class ExtraPay(NamedTuple):
    """What hours beyond the terms are worth a month, and the pay for an hour.

    `agreed` is that pay by the terms, `given` the same money over the hours really
    given; None where the terms have no such price. In the terms' `currency`.
    """

    worth_a_month: float | None = None
    currency: str | None = None
    agreed: float | None = None
    given: float | None = None


def extra_pay(terms: Agreement | None, agreed: float, over: float) -> ExtraPay:
    """Return what `over` hours a week beyond the agreed ones are worth."""
    if terms is None or terms.pay is None:
        return ExtraPay()
    return ExtraPay(
        worth_a_month=monthly_worth(terms, over),
        currency=terms.pay.currency,
        agreed=hourly_pay(terms),
        given=hourly_pay_given(terms, agreed + over),
    )

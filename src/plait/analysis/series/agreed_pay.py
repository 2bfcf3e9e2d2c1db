"""What agreed terms are worth a month, in the home currency."""

from datetime import date

import numpy as np

from plait.analysis.series.hourly_pay import monthly_worth
from plait.domain.roles import Agreement, PayBasis
from plait.reference.rates import Rates

_DAYS_PER_MONTH = 365.2425 / 12
_BY_THE_MONTH = {PayBasis.SALARY, PayBasis.MONTHLY}


def at_home(terms: Agreement, home: str, rates: Rates, on: date) -> float | None:
    """Return what terms are worth a month in the home currency; 0 where unpaid.

    An amount for the whole is spread over the days of the terms; without a last day
    it has no month.
    """
    if terms.pay is None:
        return 0.0 if terms.pay_basis is PayBasis.NONE else None
    worth = _a_month(terms)
    if worth is None or terms.pay.currency == home:
        return worth
    day = np.array([on], dtype="datetime64[D]")
    to_euro = rates.per_euro_or_nan(terms.pay.currency, day)
    found = float((rates.per_euro_or_nan(home, day) / to_euro)[0]) * worth
    return None if np.isnan(found) else found


def _a_month(terms: Agreement) -> float | None:
    if terms.pay is None:
        return None
    if terms.pay_basis in _BY_THE_MONTH:
        return float(terms.pay.number)
    if terms.pay_basis is PayBasis.FIXED:
        end = terms.period.end
        days = (end - terms.period.start).days if end else 0
        return float(terms.pay.number) / days * _DAYS_PER_MONTH if days > 0 else None
    hours = terms.hours_per_week
    return None if hours is None else monthly_worth(terms, float(hours))

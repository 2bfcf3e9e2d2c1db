"""What the terms of a role come to at each payday, in the currency it is paid in.

Terms say gross, what comes is net: the share of the agreed amount that usually comes
is learned by whoever asks. A month's pay is taken for the length of a line's rhythm.
Pay by the hour with agreed hours comes to those hours; by the day without knowing
its hours, and a fixed fee, to nothing that is due by the month.
"""

from datetime import date

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.income.payment_schedule.rhythm import Rhythm
from plait.analysis.income.payment_schedule.slots import MONTH
from plait.domain.columns import Days
from plait.domain.roles import Agreement, PayBasis, Role
from plait.reference.rates import Rates

_WEEKS_A_MONTH = 52.1775 / 12
_BY_THE_MONTH = (PayBasis.SALARY, PayBasis.MONTHLY)


def agreed_at(
    role: Role, due: Days, rhythm: Rhythm, currency: str, rates: Rates
) -> Floats:
    """Return what was agreed for each payday, NaN where the terms do not say."""
    n_months = rhythm.months or rhythm.days / MONTH
    days: list[date] = due.tolist()
    amounts = np.array([_a_month(role.agreement_on(day)) for day in days])
    codes = {t.pay.currency for t in role.agreements if t.pay is not None}
    for code in codes - {currency}:
        here = np.array([_is_in(role.agreement_on(day), code) for day in days])
        amounts[here] /= rates.per_euro_or_nan(code, due[here])
        amounts[here] *= rates.per_euro_or_nan(currency, due[here])
    return np.asarray(amounts * n_months, dtype=np.float64)


def least_agreed_at(
    role: Role, due: Days, rhythm: Rhythm, currency: str, rates: Rates
) -> Floats:
    """Return the least that was agreed at any time that each payday may pay for.

    That is from the payday before on, for pay in arrears may still be by the terms
    before, and terms may change twice in a month.
    """
    least = agreed_at(role, due, rhythm, currency, rates)
    least[1:] = np.fmin(least[1:], least[:-1].copy())
    starts = sorted({terms.period.start for terms in role.agreements})
    days = np.array(starts, dtype="datetime64[D]")
    began = agreed_at(role, days, rhythm, currency, rates)
    for day, amount in zip(days, began, strict=True):
        slot = int(np.searchsorted(due, day))
        within = slice(slot, slot + 2) if slot else slice(0, 0)
        least[within] = np.fmin(least[within], amount)
    return least


def _a_month(terms: Agreement | None) -> float:
    if terms is None or terms.pay is None:
        return np.nan
    pay = float(terms.pay.number)
    if terms.pay_basis in _BY_THE_MONTH:
        return pay or np.nan
    if terms.pay_basis is PayBasis.HOURLY and terms.hours_per_week:
        return pay * float(terms.hours_per_week) * _WEEKS_A_MONTH or np.nan
    return np.nan


def _is_in(terms: Agreement | None, currency: str) -> bool:
    return (
        terms is not None and terms.pay is not None and terms.pay.currency == currency
    )

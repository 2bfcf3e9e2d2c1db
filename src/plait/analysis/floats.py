"""The one door from exact money to the floats that analyses calculate with.

An amount in minor units is divided by its currency's unit and by the ECB rate of
its day, times the home currency's rate of that day. Results are shown rounded to
whole units or cents; they are never written back.
"""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from plait.domain.columns import NO_ROLE, Bools, Payments
from plait.domain.money import Money, minor_digits
from plait.reference.rates import Rates

Floats = NDArray[np.float64]


def in_home_currency(payments: Payments, home: str, rates: Rates) -> Floats:
    """Return each payment's signed amount in units of the home currency.

    An amount that the ECB has no rate for counts as 0 and so for nothing;
    `without_rate` tells of which currencies there are any. So does what is neither
    income nor a cost: a loan, an own transfer, a purchase that came back. An amount is
    what counts of it (`Payments.kinds`).
    """
    return np.nan_to_num(_at_home(payments, home, rates), nan=0.0)


def at_home_on(amount: Money | None, home: str, rates: Rates, on: date) -> float | None:
    """Return an amount in the home currency at a day's rate; None without a rate."""
    if amount is None or amount.currency == home:
        return None if amount is None else float(amount.number)
    day = np.array([on], dtype="datetime64[D]")
    of, to = (rates.per_euro_or_nan(c, day)[0] for c in (amount.currency, home))
    found = float(amount.number) * float(to / of)
    return None if np.isnan(found) else found


def without_rate(payments: Payments, home: str, rates: Rates) -> tuple[str, ...]:
    """Return the currencies of roles' payments that cannot be put with the others."""
    left_out = np.isnan(_at_home(payments, home, rates)) & (payments.role != NO_ROLE)
    numbers = np.unique(payments.currency[left_out]).tolist()
    return tuple(sorted(payments.currencies[number] for number in numbers))


def _at_home(payments: Payments, home: str, rates: Rates) -> Floats:
    """Return what counts of the amounts in the home currency, NaN where there is no rate."""
    amounts = payments.kinds.counted.astype(np.float64)
    for number, currency in enumerate(payments.currencies):
        here: Bools = payments.currency == number
        amounts[here] /= 10 ** minor_digits(currency)
        if currency != home:
            days = payments.on[here]
            amounts[here] /= rates.per_euro_or_nan(currency, days)
            amounts[here] *= rates.per_euro_or_nan(home, days)
    return amounts

"""The one door from exact money to the floats that analyses calculate with.

An amount in minor units is divided by its currency's unit and by the ECB rate of
its day, times the home currency's rate of that day. Results are shown rounded to
whole units or cents; they are never written back.
"""

import numpy as np
from numpy.typing import NDArray

from plait.domain.columns import Payments
from plait.domain.money import minor_digits
from plait.reference.rates import Rates

Floats = NDArray[np.float64]


def in_home_currency(payments: Payments, home: str, rates: Rates) -> Floats:
    """Return each payment's signed amount in units of the home currency."""
    amounts = payments.minor.astype(np.float64)
    for number, currency in enumerate(payments.currencies):
        here = payments.currency == number
        amounts[here] /= 10 ** minor_digits(currency)
        if currency != home:
            days = payments.on[here]
            amounts[here] /= rates.per_euro(currency, days)
            amounts[here] *= rates.per_euro(home, days)
    return amounts

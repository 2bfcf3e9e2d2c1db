"""Which payments are turnover: what customers paid, less what they got back.

Somebody who was paid first and pays back no more than that is a supplier: that is a
cost that came back. Somebody who paid first and gets back no more is a customer: that
lowers turnover. All other money out is a cost, and no part of turnover.
"""

import numpy as np

from plait.domain.columns import Bools, Payments


def turnover_rows(payments: Payments, own: Bools) -> Bools:
    """Return which of the chosen payments (one flag each) are turnover or lower it."""
    chosen: Bools = own & ~payments.returned
    found: Bools = chosen & (payments.minor > 0)
    out = chosen & (payments.minor < 0)
    sides = {_side(payments, row) for row in np.flatnonzero(out).tolist()}
    if not sides:
        return found
    received, spent = dict.fromkeys(sides, 0), dict.fromkeys(sides, 0)
    for row in np.flatnonzero(chosen).tolist():
        side, minor = _side(payments, row), int(payments.minor[row])
        if side not in sides or not payments.payers[side[1]].strip():
            continue
        if minor > 0:
            came_back = minor <= spent[side]
            found[row] = not came_back
            (spent if came_back else received)[side] += -minor if came_back else minor
        else:
            found[row] = -minor <= received[side]
            (received if found[row] else spent)[side] += minor if found[row] else -minor
    return found


def _side(payments: Payments, row: int) -> tuple[int, int, int]:
    """Return the role, the other side and the currency of a payment."""
    columns = (payments.role, payments.payer, payments.currency)
    role, payer, currency = (int(column[row]) for column in columns)
    return role, payer, currency

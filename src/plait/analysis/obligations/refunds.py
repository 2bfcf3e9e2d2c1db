"""Which payments are turnover: what customers paid, less what they got back.

Somebody who was paid first and pays back no more than that is a supplier: that is a
cost that came back. Somebody who paid first and gets back no more is a customer: that
lowers turnover. What went out on the day on which the same side paid more is a fee of a
platform: like all other money out a cost, and no part of turnover. What a payment
surely is (a loan, an own transfer) says `Payments.kinds`; this is of the rest.
"""

import numpy as np

from plait.domain.columns import Bools, Payments


def turnover_rows(payments: Payments, own: Bools) -> Bools:
    """Return which of the chosen payments (one flag each) are turnover or lower it."""
    counted = payments.kinds.counted
    chosen: Bools = own & (counted != 0)
    found: Bools = chosen & (counted > 0)
    out = chosen & (counted < 0)
    sides = {_side(payments, row) for row in _in(out)}
    if not sides:
        return found
    paid_on = {(*_side(payments, row), payments.on[row]) for row in _in(found)}
    received, spent = dict.fromkeys(sides, 0), dict.fromkeys(sides, 0)
    for row in _in(chosen):
        side, minor = _side(payments, row), int(counted[row])
        if side not in sides or not payments.payers[side[1]].strip():
            continue
        if minor > 0:
            came_back = minor <= spent[side]
            found[row] = not came_back
            (spent if came_back else received)[side] += -minor if came_back else minor
        else:
            if (*side, payments.on[row]) in paid_on:
                continue  # a fee: nobody is a supplier for having held it back
            found[row] = -minor <= received[side]
            (received if found[row] else spent)[side] += minor if found[row] else -minor
    return found


def _in(rows: Bools) -> list[int]:
    return np.flatnonzero(rows).tolist()


def _side(payments: Payments, row: int) -> tuple[int, int, int]:
    """Return the role, the other side and the currency of a payment."""
    columns = (payments.role, payments.payer, payments.currency)
    role, payer, currency = (int(column[row]) for column in columns)
    return role, payer, currency

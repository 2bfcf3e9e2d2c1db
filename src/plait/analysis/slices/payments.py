"""Lines of money of one role: day, amount, currency, and what for.

A payment that several roles share shows this one's part of it, without its words, for
they may be about the others. Of an account that is shared with somebody the person's
own part is shown, as everywhere.

Worked: of 1,000 EUR that came on 3 March, 400 are another role's. This one shows
600.00 EUR on 3 March, and nothing of what for.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date

import numpy as np

from plait.domain.money import Money
from plait.domain.portfolio import Portfolio
from plait.domain.sharing import PaymentLine, Slice, SliceKind

LONGEST = 200
"""So many letters of what a payment was for are shown."""


def payments_of_role(
    portfolio: Portfolio, role: int | None, *, since: date, texts: Mapping[int, str]
) -> Slice:
    """Return the role's (an index) payments from the day `since`, in order of days.

    `texts` says what each was for by its number. None for a role that is gone: nothing
    is shown.
    """
    if role is None:
        return Slice(SliceKind.PAYMENTS, portfolio.on, since=since)
    money = portfolio.payments
    parts = Counter(money.number.tolist()) if len(money.number) else Counter[int]()
    mine = (money.role == role) & (money.on >= np.datetime64(since, "D"))
    lines = []
    for row in np.flatnonzero(mine).tolist():
        number = int(money.number[row])
        currency = money.currencies[int(money.currency[row])]
        amount = Money.from_minor(int(money.minor[row]), currency)
        words = texts.get(number, "") if parts[number] == 1 else ""
        if number < 0:  # it recurs: the words of its rule are its payer
            words = money.payers[int(money.payer[row])]
        on: date = money.on[row].astype(date)
        lines.append(PaymentLine(on, amount.number, currency, words[:LONGEST]))
    return Slice(
        SliceKind.PAYMENTS,
        portfolio.on,
        since=since,
        role=portfolio.roles[role].name,
        payments=tuple(lines),
    )

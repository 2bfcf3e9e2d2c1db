"""Which role a payer pays for, by name."""

import numpy as np

from plait.domain.portfolio import Portfolio
from plait.domain.rules import plain


def roles_paid_for(portfolio: Portfolio) -> dict[str, int]:
    """Return the role that each payer has paid for most often, by its plain name.

    The role is an index into the portfolio's; payers without a name are left out.
    """
    payments = portfolio.payments
    chosen = payments.is_income
    n_roles = len(portfolio.roles)
    pairs = payments.payer[chosen].astype(np.int64) * n_roles + payments.role[chosen]
    counts = np.bincount(pairs)
    most: dict[str, tuple[int, int]] = {}
    for pair in np.flatnonzero(counts).tolist():
        n, (payer, role) = int(counts[pair]), divmod(pair, n_roles)
        name = plain(payments.payers[payer])
        if name and n > most.get(name, (0, 0))[0]:
            most[name] = (n, role)
    return {name: role for name, (_, role) in most.items()}

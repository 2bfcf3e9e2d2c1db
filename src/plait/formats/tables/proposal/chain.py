"""Which column is a balance, and of which amounts: each line takes it to the next.

Where the difference between the balances of two lines is the amount of one of them,
line after line, no heading is needed to tell the amount from the balance.
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

Values = Sequence[Decimal | None]

_FEWEST_STEPS = 2
_SHARE = 0.8
_MOST_ROWS = 100


def is_chain(amounts: Values, balances: Values) -> bool:
    """Return whether the balances are those before or after each of the amounts.

    Either end of the table may be the newest, so that a sign cannot be told by it.
    """
    pairs = [
        (a, b)
        for a, b in zip(amounts, balances, strict=True)
        if a is not None and b is not None
    ][:_MOST_ROWS]
    steps = list(pairwise(pairs))
    changes = [
        (later[1] - earlier[1], earlier[0], later[0]) for earlier, later in steps
    ]
    # Oldest first with the balance after or before; newest first with either.
    fits = (
        [change == later for change, _, later in changes],
        [change == earlier for change, earlier, _ in changes],
        [-change == earlier for change, earlier, _ in changes],
        [-change == later for change, _, later in changes],
    )
    moved = [bool(change) for change, _, _ in changes]
    return any(_is_enough(fit, moved) for fit in fits)


def leads_to(amounts: Values, balances: Values, *, is_oldest_first: bool) -> bool:
    """Return whether each balance is that after its amount, whose sign counts here."""
    pairs = [
        (a, b)
        for a, b in zip(amounts, balances, strict=True)
        if a is not None and b is not None
    ][:_MOST_ROWS]
    steps = list(pairwise(pairs if is_oldest_first else reversed(pairs)))
    fit = [later[1] - earlier[1] == later[0] for earlier, later in steps]
    return _is_enough(fit, [bool(later[0]) for _, later in steps])


def _is_enough(fit: list[bool], moved: list[bool]) -> bool:
    n_moved = sum(map(all, zip(fit, moved, strict=True)))
    return n_moved >= _FEWEST_STEPS and sum(fit) >= _SHARE * len(fit)

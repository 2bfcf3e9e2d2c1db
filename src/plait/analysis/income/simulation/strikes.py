"""When causes strike, whom they hit, and what a temporary cut leaves.

The strikes of a cause are the same for all streams that depend on it; that is what
makes them fail together. Whether a strike hits a stream is drawn for each stream.
"""

from collections.abc import Sequence

import numpy as np

from plait.analysis.income.model import CauseModel
from plait.analysis.income.simulation.times import (
    NEVER,
    Months,
    Which,
    happens_in,
    means_of,
)


def strikes(cause: CauseModel, n: int, months: int, rng: np.random.Generator) -> Months:
    """Return the months of all strikes, (most in any scenario, n), in order.

    Where a scenario has fewer, the rest is `NEVER`.
    """
    mean = means_of(np.full(n, cause.chance))
    found = []
    last = np.full(n, -1, dtype=np.int32)
    while True:
        gap = happens_in(mean, rng)
        last = np.where(last < months, last + 1 + gap, NEVER).astype(np.int32)
        if last.min(initial=NEVER) >= months:
            break
        found.append(np.where(last < months, last, NEVER))
    return np.array(found, dtype=np.int32).reshape(len(found), n)


def that_hit(struck: Months, chance: float, rng: np.random.Generator) -> Months:
    """Return the strikes with those that miss a stream turned to `NEVER`."""
    if chance >= 1:
        return struck
    hits = rng.random(struck.shape, dtype=np.float32) < chance
    return np.where(hits, struck, NEVER).astype(np.int32)


def first_of(ends: Sequence[Months], n: int) -> Months:
    """Return the first month of all rows by scenario, of n scenarios."""
    rows = [struck.min(axis=0) for struck in ends if len(struck)]
    return np.min(rows, axis=0) if rows else np.full(n, NEVER)


def first_from(ends: Sequence[Months], who: Which, start: Months) -> Months:
    """Return the first month at or after `start` of all rows, for scenarios `who`."""
    found = np.full(len(who), NEVER)
    for struck in ends:
        for row in struck:
            month = row[who]
            month[month < start] = NEVER
            np.minimum(found, month, out=found)
    return found


def cut_cells(cause: CauseModel, hit: Months, months: int) -> Which:
    """Return the cells of (months, scenarios) that a cause cuts, in order, flat.

    A month is cut if a strike came in it or in the `lasts` - 1 before; a strike
    within a cut makes it longer, not deeper.
    """
    n = hit.shape[1]
    after = np.full(n, months, dtype=np.int32)  # when the next strike comes
    found = [np.empty(0, dtype=np.intp)]
    # From the last strike back, so that each cut stops where the next one begins.
    for row in hit[::-1]:
        who = np.flatnonzero(row < months)
        length = np.minimum(after[who] - row[who], cause.lasts)
        begin = row[who] * np.intp(n) + who
        for month in range(cause.lasts):
            is_cut = length > month
            if not is_cut.any():
                break
            found.append(begin[is_cut] + month * n)
        after[who] = row[who]
    return np.sort(np.concatenate(found))

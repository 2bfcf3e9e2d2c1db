"""Which blocks of time meet, found from their sorted starts, never two by two."""

from typing import NamedTuple

import numpy as np

from plait.analysis.hours.clashes.time_blocks import Numbers, TimeBlocks

# One that meets more than these has one problem, not fifty; without an end to it a
# calendar imported twice would make millions of pairs.
MOST_EACH = 50


class Pairs(NamedTuple):
    """Indices of blocks that meet: the one that starts first, and the other."""

    first: Numbers
    second: Numbers


def pairs_within(blocks: TimeBlocks, margin: int) -> Pairs:
    """Return pairs of two roles where one starts before the other is `margin` past.

    The margin is in seconds. Each block is paired with at most the `MOST_EACH` that
    follow its start.
    """
    place = np.arange(len(blocks.starts))
    until = np.searchsorted(blocks.starts, blocks.ends + margin)
    found = [
        _pairs_of(place[blocks.role == one], place[blocks.role != one], until)
        for one in np.unique(blocks.role)
    ]
    if not found:
        return Pairs(place, place)
    firsts, seconds = (np.concatenate(side) for side in zip(*found, strict=True))
    return Pairs(firsts, seconds)


def _pairs_of(mine: Numbers, others: Numbers, until: Numbers) -> Pairs:
    """Pair each index of a role with the others' that lie before its `until`."""
    since = np.searchsorted(others, mine)
    n = np.searchsorted(others, until[mine]) - since
    n = np.clip(n, 0, MOST_EACH)
    offset = np.arange(n.sum()) - np.repeat(n.cumsum() - n, n)
    return Pairs(np.repeat(mine, n), others[np.repeat(since, n) + offset])

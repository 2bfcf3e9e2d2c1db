"""Who paid and who was paid, told by one's own name: it is at one end of every line."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from plait.formats.tables.proposal.columns import Columns

_FEWEST_ROWS = 2
_MOST_COLUMNS = 12


def both_ends(
    columns: Columns, texts: Sequence[int], ways: Sequence[int]
) -> tuple[int, int] | None:
    """Return the columns of who paid and who was paid; None where there are none.

    In each row exactly one of the two holds one's own name: who was paid where money
    came in, who paid where it went out. `ways` is 1 and -1 for these.
    """
    if len(ways) < _FEWEST_ROWS or not {1, -1} <= set(ways):
        return None
    for one, other in combinations(texts[:_MOST_COLUMNS], 2):
        rows = list(zip(columns.rows(one), columns.rows(other), ways, strict=True))
        for payer, payee in ((0, 1), (1, 0)):
            ends = [_ends(row, payer, payee) for row in rows]
            own = _own_name([mine for mine, _ in ends])
            if own and all(theirs != own for _, theirs in ends):
                return (one, other) if payer == 0 else (other, one)
    return None


def _own_name(cells: list[str]) -> str:
    """Return the name that stands in all of the cells, empty if none does."""
    [(name, n)] = Counter(cells).most_common(1)
    return name if n == len(cells) else ""


def _ends(row: tuple[str, str, int], payer: int, payee: int) -> tuple[str, str]:
    """Return what stands at one's own end of a line and at the other."""
    cells = row[:2]
    ends = cells[payee], cells[payer]
    return ends if row[2] > 0 else (ends[1], ends[0])

"""Which two columns hold what came in and what went out."""

from decimal import Decimal
from itertools import permutations

from plait.formats.tables.proposal import payment_words as called
from plait.formats.tables.proposal.chain import leads_to
from plait.formats.tables.proposal.columns import Columns
from plait.formats.tables.proposal.guess_direction import is_oldest_row_first

_MOST_TURNS = 8


def pair_of(
    columns: Columns, left: list[int], numeric: list[int]
) -> tuple[int, int] | None:
    """Return the columns of what came in and of what went out.

    By what both are called; else two of which each row fills exactly one, told apart
    by what one is called or by the balance that follows them.
    """
    into = _called_alone(columns, left, called.MONEY_IN, called.MONEY_OUT)
    out = _called_alone(columns, left, called.MONEY_OUT, called.MONEY_IN)
    for one in into:
        for other in out:
            if one != other and _take_turns(columns, one, other):
                return one, other
    filled = [at for at in left if any(columns.values(at))][:_MOST_TURNS]
    turns = [pair for pair in permutations(filled, 2) if _is_either(columns, *pair)]
    for one, other in turns:
        if (one in into and other not in into) or (other in out and one not in out):
            return one, other
    balances = [at for at in numeric if columns.cells(at)][:_MOST_TURNS]
    return next((pair for pair in turns if _is_followed(columns, pair, balances)), None)


def _called_alone(
    columns: Columns, left: list[int], wanted: called.Phrases, against: called.Phrases
) -> list[int]:
    fit = [
        (-columns.likeness(at, wanted), at)
        for at in left
        if columns.likeness(at, wanted) > columns.likeness(at, against)
    ]
    return [at for _, at in sorted(fit)]


def _take_turns(columns: Columns, one: int, other: int) -> bool:
    """Return whether nearly no row has both, and neither is filled for nothing."""
    rows = list(zip(columns.values(one), columns.values(other), strict=True))
    both = sum(bool(a and b) for a, b in rows)
    return both <= len(rows) // 20


def _is_either(columns: Columns, one: int, other: int) -> bool:
    """Return whether nearly every row has exactly one of the two."""
    rows = list(zip(columns.values(one), columns.values(other), strict=True))
    n_either = sum(bool(a) != bool(b) for a, b in rows)
    return len(rows) > 1 and n_either >= 0.95 * len(rows)


def _is_followed(columns: Columns, pair: tuple[int, int], balances: list[int]) -> bool:
    """Return whether a balance rises by the first of the pair and falls by the other."""
    is_oldest_first = is_oldest_row_first(columns)
    if is_oldest_first is None:
        return False
    came, went = columns.values(pair[0]), columns.values(pair[1])
    changes: list[Decimal | None] = [
        abs(a or Decimal(0)) - abs(b or Decimal(0))
        for a, b in zip(came, went, strict=True)
    ]
    return any(
        leads_to(changes, columns.values(at), is_oldest_first=is_oldest_first)
        for at in balances
        if at not in pair
    )

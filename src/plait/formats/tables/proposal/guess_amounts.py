"""Where a table says how much was paid, and which way the money went."""

from decimal import Decimal
from itertools import permutations
from typing import NamedTuple

from plait.formats.tables.amounts import parted
from plait.formats.tables.cell_words import OUT_WORDS
from plait.formats.tables.looks import is_code, is_date, is_number
from plait.formats.tables.names import begins, holds, in_brackets
from plait.formats.tables.proposal import payment_words as called
from plait.formats.tables.proposal.chain import Values, is_chain
from plait.formats.tables.proposal.columns import Columns
from plait.formats.tables.proposal.guess_direction import direction_of, two_words_of
from plait.formats.tables.proposal.guess_pair import pair_of
from plait.formats.tables.proposal.payment_words import is_balance_name

_MOST_CHAINED = 8
_MOST_FEES, _MOST_GROSS = 3, 40
_OUT, _IN = frozenset(["source", "sent"]), frozenset(["target", "received"])


class Chain(NamedTuple):
    """The column of amounts and that of the balances that they lead to."""

    amount: int
    balance: int


class Amounts(NamedTuple):
    """The columns that together tell an amount; -1 for one that there is not."""

    amount: int = -1
    money_in: int = -1
    money_out: int = -1
    direction: int = -1
    chain: Chain | None = None


def amounts_of(columns: Columns) -> Amounts:
    """Return how the table tells its amounts; without a column if it does not.

    One column with signs is trusted most, then one for each way, then one without
    signs beside words for the way.
    """
    numeric = _numeric(columns)
    chains = _chains(columns, numeric)
    balances = {chain.balance for chain in chains}
    chained = {chain.amount for chain in chains} - balances
    left = [at for at in numeric if at not in balances and not _is_refused(columns, at)]
    pair = pair_of(columns, left, numeric)
    single = _single(columns, left, pair, chained)
    direction = direction_of(columns)
    ways = _ways(columns, left) if direction >= 0 else None
    if ways:
        return Amounts(money_in=ways[0], money_out=ways[1], direction=direction)
    if pair and (single < 0 or not has_signs(columns, single)):
        return Amounts(money_in=pair[0], money_out=pair[1])
    if single < 0:
        return Amounts()
    chain = next((one for one in chains if one.amount == single), None)
    if has_signs(columns, single):
        direction = -1
    elif direction < 0:
        direction = two_words_of(columns, single)
    return Amounts(amount=single, direction=direction, chain=chain)


def has_signs(columns: Columns, column: int) -> bool:
    """Return whether some amount of the column is below zero."""
    return any(parted(cell).number.startswith("-") for cell in columns.cells(column))


def is_balance(columns: Columns, column: int) -> bool:
    """Return whether the column is called a balance."""
    return is_balance_name(columns.all_words[column])


def _numeric(columns: Columns) -> list[int]:
    """Return the columns of numbers, and empty ones that may hold some."""
    return [
        at
        for at in range(len(columns))
        if _may_be_numbers(columns, at) and not columns.holds(at, is_date)
    ]


def _may_be_numbers(columns: Columns, column: int) -> bool:
    """Return whether nearly all cells are numbers, or most under a name of amounts."""
    names = called.AMOUNT + called.MONEY_IN + called.MONEY_OUT
    is_named = columns.likeness(column, names) >= 95
    return columns.may_hold(column, is_number) or (
        is_named and columns.holds(column, is_number, 0.5)
    )


def _is_refused(columns: Columns, column: int) -> bool:
    """Return whether a name speaks against an amount: a balance, fee, number, rate."""
    words, brackets = columns.words[column], in_brackets(columns.headings[column])
    is_taxed = holds(columns.all_words[column], called.WITH_TAX)
    is_other = holds(words, called.FEE | called.NO_AMOUNT)
    if is_balance(columns, column) or (is_other and not is_taxed):
        return True
    if len(brackets) == 1 and holds(brackets, called.FEE):
        return True
    is_called = columns.likeness(column, called.AMOUNT) >= 55
    is_way = columns.likeness(column, called.MONEY_IN + called.MONEY_OUT) >= 55
    return not is_called and not is_way and holds(words, called.NO_AMOUNT_ALONE)


def _chains(columns: Columns, numeric: list[int]) -> list[Chain]:
    """Return every pair of columns of which one is the balance of the other."""
    filled = [at for at in numeric if columns.cells(at)]
    marked = [at for at in filled if any(not c.isdigit() for c in columns.cells(at))]
    numbers = {at: columns.values(at) for at in marked[:_MOST_CHAINED]}
    found = []
    for (amount, changes), (balance, totals) in permutations(numbers.items(), 2):
        if is_chain(_signed(columns, amount, changes), totals):
            found.append(Chain(amount, balance))
    return [one for one in found if not is_balance(columns, one.amount)]


def _signed(
    columns: Columns, column: int, numbers: list[Decimal | None]
) -> list[Decimal | None]:
    """Return the amounts with the sign that a column of words gives them."""
    direction = -1 if has_signs(columns, column) else direction_of(columns)
    if direction < 0:
        return numbers
    ways = [word.casefold() in OUT_WORDS for word in columns.rows(direction)]
    return [
        -n if n is not None and is_out else n
        for n, is_out in zip(numbers, ways, strict=True)
    ]


def _single(
    columns: Columns,
    left: list[int],
    pair: tuple[int, int] | None,
    chained: set[int],
) -> int:
    """Return the column that alone holds the amount, -1 if none does."""
    fit = [
        (-_amount_score(columns, at, chained), at)
        for at in left
        if at not in (pair or ()) and _amount_score(columns, at, chained)
    ]
    return min(fit)[1] if fit else -1


def _amount_score(columns: Columns, column: int, chained: set[int]) -> float:
    words = columns.words[column]
    if not columns.cells(column):
        return 0 if columns.likeness(column, called.AMOUNT) < 55 else 1
    score = columns.likeness(column, called.AMOUNT)
    score += 60 if holds(words, called.NET) else 0
    score += 20 if holds(words, called.NET) and _is_after_fee(columns, column) else 0
    score += 40 if column in chained else 0
    score += 15 if has_signs(columns, column) else 0
    is_own = holds(columns.all_words[column], called.OF_THE_ACCOUNT)
    score -= 45 if begins(words, called.FOREIGN_STEMS) and not is_own else 0
    score -= 30 if _is_of_many_currencies(columns, column) else 0
    score -= 5 if holds(words, called.GROSS) else 0
    score += 40 if is_own else 0
    if columns.filled(column) < 0.5:
        score -= 30
    cells = columns.cells(column)
    is_money = any(not cell.isdigit() for cell in cells)
    has_money_name = bool(called.code_in(columns.headings[column]))
    score += 25 if has_money_name else 0
    score += 20 if is_money and not columns.likeness(column, called.AMOUNT) else 0
    return max(score, 0.5 if not words or is_money else 0)


def _is_after_fee(columns: Columns, column: int) -> bool:
    """Return whether the column is another one less a fee, in every row."""
    net = columns.values(column)
    named = [at for at in range(len(columns)) if holds(columns.words[at], called.FEE)]
    fees = [columns.values(at) for at in named[:_MOST_FEES]]
    gross = [columns.values(at) for at in range(min(len(columns), _MOST_GROSS))]
    return any(_is_less(g, f, net) for f in fees if any(f) for g in gross)


def _is_less(gross: Values, fees: Values, net: Values) -> bool:
    """Return whether the net is the gross less the fee, which may have its sign."""
    zero = Decimal(0)
    has_sign = any(f is not None and f < 0 for f in fees)
    rows = zip(gross, fees, net, strict=True)
    return all(
        g is not None and n is not None and n - g == (f if has_sign else -f)
        for g, f, n in ((g, f or zero, n) for g, f, n in rows)
    )


def _is_of_many_currencies(columns: Columns, column: int) -> bool:
    """Return whether the currencies behind an amount change, and others do not."""
    codes = [at for at in range(len(columns)) if columns.holds(at, is_code)]
    behind = [at for at in codes if at > column][:1]
    one_currency = [at for at in codes if len(set(columns.cells(at))) == 1]
    return bool(behind and one_currency) and behind[0] not in one_currency


def _ways(columns: Columns, left: list[int]) -> tuple[int, int] | None:
    """Return what came in and what went out where a transfer tells both of its ends."""
    by_end = {
        end: [
            at
            for at in left
            if holds(columns.words[at], end)
            and holds(columns.words[at], frozenset(["amount"]))
        ]
        for end in (_IN, _OUT)
    }
    if by_end[_IN] and by_end[_OUT]:
        return by_end[_IN][0], by_end[_OUT][0]
    return None

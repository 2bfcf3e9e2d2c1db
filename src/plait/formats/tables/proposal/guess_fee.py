"""A fee that the bank takes beside the amount of a payment."""

from decimal import Decimal

from plait.formats.tables.looks import is_number
from plait.formats.tables.names import holds, word_set
from plait.formats.tables.proposal import payment_words as called
from plait.formats.tables.proposal.chain import is_chain
from plait.formats.tables.proposal.columns import Columns
from plait.formats.tables.proposal.guess import Guesses
from plait.formats.tables.proposal.guess_amounts import Amounts, is_balance

_AN_END = word_set("source sent")


def add_fee(found: Guesses, amounts: Amounts) -> None:
    """Add a fee that the amount does not hold yet; a balance must agree with it."""
    columns = found.columns
    main = amounts.amount if amounts.amount >= 0 else amounts.money_out
    nets = [at for at in range(len(columns)) if holds(columns.words[at], called.NET)]
    if main < 0 or nets:
        return
    for at in range(len(columns)):
        is_named = holds(columns.words[at], called.FEE)
        is_filled = columns.holds(at, is_number) and columns.filled(at) >= 0.3
        if is_named and is_filled and _may_be_fee(columns, at, main):
            found.add("fee", at)
            return


def _may_be_fee(columns: Columns, column: int, amount: int) -> bool:
    fees = columns.values(column)
    amounts = columns.values(amount)
    balances = [at for at in range(len(columns)) if is_balance(columns, at)]
    if not any(fees) or not balances:
        return bool(balances) or bool(_is_an_end(columns, amount))
    less = [
        a - abs(f or Decimal(0)) if a is not None else None
        for a, f in zip(amounts, fees, strict=True)
    ]
    return any(
        is_chain(less, columns.values(at)) or not is_chain(amounts, columns.values(at))
        for at in balances
    )


def _is_an_end(columns: Columns, amount: int) -> bool:
    """Return whether the amount is that of one end of a transfer, its fee beside it."""
    return holds(columns.words[amount], _AN_END)

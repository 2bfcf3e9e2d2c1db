"""Which column of a table of payments is what: by its name and by what stands in it."""

from plait.formats.tables.cell_words import is_not_booked
from plait.formats.tables.looks import (
    is_account,
    is_code,
    is_iban,
)
from plait.formats.tables.names import begins, written_code
from plait.formats.tables.proposal import payment_words as called
from plait.formats.tables.proposal.columns import Columns
from plait.formats.tables.proposal.guess import Guesses
from plait.formats.tables.proposal.guess_amounts import Amounts, amounts_of
from plait.formats.tables.proposal.guess_date import add_date
from plait.formats.tables.proposal.guess_fee import add_fee
from plait.formats.tables.proposal.guess_texts import add_texts

_MOST_STATES = 12
_LONGEST_STATE = 40


def payment_guesses(columns: Columns) -> Guesses:
    """Return a proposal for every field that one can be made for."""
    found = Guesses(columns)
    add_date(found)
    amounts = amounts_of(columns)
    _add_amounts(found, amounts)
    _add_currency(found)
    _add_accounts(found)
    _add_status(found)
    add_texts(found)
    add_fee(found, amounts)
    _add_id(found)
    return found


def _add_amounts(found: Guesses, amounts: Amounts) -> None:
    because = "The balance follows it" if amounts.chain else "Every value is an amount"
    for field in ("amount", "money_in", "money_out"):
        found.add(field, getattr(amounts, field), because)
    found.add("direction", amounts.direction, "Its words tell in or out")


def _add_currency(found: Guesses) -> None:
    """Add the column of currencies that stands nearest to the amount, or is named so."""
    columns = found.columns
    codes = [at for at in range(len(columns)) if columns.holds(at, is_code)]
    codes += [
        at
        for at in columns.called(called.CURRENCY)
        if not columns.cells(at) and columns.likeness(at, called.CURRENCY) == 100
    ]
    into = found.at("amount") if found.at("amount") >= 0 else found.at("money_in")
    codes = [at for at in codes if _may_be_of(columns, at, into)]
    if into < 0 or not codes:
        return
    nearest = sorted(codes, key=lambda at: _distance(columns, at, into))
    found.add("currency", nearest[0], "Every value is a currency")
    if found.at("direction") >= 0 and found.at("money_out") >= 0:
        out = found.at("money_out")
        other = min(codes, key=lambda at: _distance(columns, at, out))
        found.add("currency_out", other, "Every value is a currency")


def _may_be_of(columns: Columns, column: int, amount: int) -> bool:
    """Return whether a currency may be that of the amount, and not of a purchase.

    A heading that tells the currency is surer than a column that is mostly empty or
    tells another.
    """
    if amount >= 0 and (code := called.code_in(columns.headings[amount])):
        is_same = all(written_code(cell) == code for cell in columns.cells(column))
        return is_same and columns.filled(column) > 0.9
    own = {*columns.words[column]} - {"currency"}
    is_shared = amount >= 0 and bool(own & {*columns.words[amount]})
    return is_shared or not begins(own, called.FOREIGN_STEMS)


def _distance(columns: Columns, column: int, amount: int) -> tuple[int, int, int, int]:
    """Return how far a currency is from an amount: by name first, then by place."""
    own = {*columns.words[column]} - {"currency"}
    theirs = {*columns.words[amount]} - {"amount"}
    is_foreign = begins(own, called.FOREIGN_STEMS) and not own & theirs
    n_shared = len(own & theirs)
    gap = column - amount if column > amount else 10 * (amount - column)
    return is_foreign, -n_shared, -int(columns.filled(column) > 0.5), gap


def _add_accounts(found: Guesses) -> None:
    """Add one's own account and the other side's; one's own is always the same."""
    columns = found.columns
    others = columns.called(called.COUNTER_ACCOUNT, is_account)
    own = columns.called(called.ACCOUNT, is_account)
    ibans = [at for at in range(len(columns)) if columns.holds(at, is_iban)]
    for at in ibans:
        is_same = columns.variety(at) * len(columns.cells(at)) == 1
        is_counter = columns.likeness(at, called.COUNTER_ACCOUNT) >= 75
        is_full = columns.filled(at) > 0.9
        if (
            is_same
            and is_full
            and not is_counter
            and at in _own_or_nameless(found, own)
        ):
            found.add("account", at, "Every value is the same IBAN")
        elif not is_same or not is_full or is_counter:
            found.add("counter_account", at, "Every value is an IBAN")
    for at in others:
        is_own = columns.likeness(at, called.ACCOUNT) > columns.likeness(
            at, called.COUNTER_ACCOUNT
        )
        if not is_own:
            found.add("counter_account", at)
    for at in own:
        _add_own_account(found, at)


def _own_or_nameless(found: Guesses, own: list[int]) -> list[int]:
    columns = found.columns
    return [*own, *(at for at in range(len(columns)) if not columns.words[at])]


def _add_own_account(found: Guesses, column: int) -> None:
    """Take a column of many accounts for the other side's: a person has few."""
    columns = found.columns
    n_cells = len(columns.cells(column))
    n_accounts = columns.variety(column) * n_cells
    if n_accounts > 5 or 1 < n_accounts > n_cells / 2:
        found.add("counter_account", column, "It holds many different accounts")
    else:
        found.add("account", column)


def _add_status(found: Guesses) -> None:
    """Add the column that says which lines are booked, by its name or its words."""
    columns = found.columns
    for at in range(len(columns)):
        cells = columns.cells(at)
        states = set(cells)
        is_short = all(len(state) <= _LONGEST_STATE for state in states)
        if not (0 < len(states) <= _MOST_STATES and is_short) or found.has(at):
            continue
        is_named = columns.likeness(at, called.STATUS) >= 75 and columns.is_texts(at)
        if is_named or (len(states) < len(cells) and _tells_states(states)):
            found.add("status", at, "Its words tell which lines are booked")
            return


def _tells_states(states: set[str]) -> bool:
    return any(map(is_not_booked, states)) and not all(map(is_not_booked, states))


def _add_id(found: Guesses) -> None:
    """Add the bank's own number of a line; one that only counts lines is none."""
    columns = found.columns
    for at in columns.called(called.LINE_ID):
        cells = columns.cells(at)
        counts = all(cell.isdigit() and len(cell) < 7 for cell in cells)
        if found.has(at) or columns.likeness(at, called.LINE_ID) < 75:
            continue
        if not cells or (columns.variety(at) == 1 and not counts):
            found.add("id", at)
            return

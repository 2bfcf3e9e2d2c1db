"""Which column is what: proposed by its name, else by what stands in it."""

from collections.abc import Iterable
from typing import NamedTuple

from plait.formats.tables.columns import BY_CONTENT, KINDS, Columns, Look
from plait.formats.tables.looks import is_date, is_number
from plait.formats.tables.mapping import PAYMENTS, TIME
from plait.formats.tables.words import (
    NOT_INFORMATIVE,
    OUT_WORDS,
    PAYMENT_NAMES,
    TIME_NAMES,
    code_in,
)
from plait.formats.written_dates import order_of

BY_NAME = "The heading says so"
_MOST_OWN_ACCOUNTS = 5


# What need not be looked for where one of these was found by its name.
_INSTEAD = {
    "amount": {"amount", "money_in"},
    "duration": {"duration", "hours", "end"},
}


class Guess(NamedTuple):
    """A field that a column seems to hold, and how that was found."""

    field: str
    column: int
    because: str


class Written(NamedTuple):
    """How a table writes something, and how that was found; empty: cannot be told."""

    value: str
    because: str


def kind_of(columns: Columns) -> str:
    """Return whether the rows are hours or payments, by the names of the columns."""
    has = {f: columns.called(n, KINDS[TIME].get(f)) for f, n in TIME_NAMES.items()}
    is_time = has["hours"] is not None or has["duration"] is not None
    is_clocked = has["start"] is not None and has["end"] is not None
    return TIME if is_time or is_clocked else PAYMENTS


def guesses_of(columns: Columns, kind: str) -> tuple[Guess, ...]:
    """Return a proposal for every field that one can be made for."""
    by_name = TIME_NAMES if kind == TIME else PAYMENT_NAMES
    found: dict[str, Guess] = {}
    for field, names in by_name.items():
        column = columns.called(names, KINDS[kind].get(field))
        if column is not None and column not in {g.column for g in found.values()}:
            found[field] = Guess(field, column, BY_NAME)
    for field, is_kind, because in BY_CONTENT[kind]:
        if not found.keys() & _INSTEAD.get(field, {field}):
            _add_by_content(columns, found, Look(field, is_kind, because))
    _drop_doubles(columns, found)
    _settle_whose_account(columns, found)
    return tuple(found.values())


def _add_by_content(columns: Columns, found: dict[str, Guess], look: Look) -> None:
    taken = {guess.column for guess in found.values()}
    for column, name in enumerate(columns.names):
        if column in taken or name in NOT_INFORMATIVE.split("|"):
            continue
        if columns.holds(column, look.is_kind):
            found[look.field] = Guess(look.field, column, look.because)
            return


def _drop_doubles(columns: Columns, found: dict[str, Guess]) -> None:
    """Keep one way of telling the amount: in and out apart, or one with its sign."""
    if not {"money_in", "money_out"} <= set(found):
        found.pop("money_in", None)
        found.pop("money_out", None)
    amount = found.get("amount")
    has_signs = amount and any("-" in cell for cell in columns.cells(amount.column))
    if "money_in" in found:
        for field in ("money_in", "money_out") if has_signs else ("amount",):
            found.pop(field, None)
    if has_signs or "amount" not in found:
        found.pop("direction", None)


def _settle_whose_account(columns: Columns, found: dict[str, Guess]) -> None:
    """Take a column of many accounts for the other side's: a person has few."""
    own = found.get("account")
    if not own or "counter_account" in found:
        return
    cells = columns.cells(own.column)
    n_accounts = len(set(cells))
    if n_accounts > _MOST_OWN_ACCOUNTS or 1 < n_accounts > len(cells) / 2:
        found.pop("account")
        because = "It holds many different accounts"
        found["counter_account"] = Guess("counter_account", own.column, because)


def order_stated(columns: Columns, column: int | None) -> Written:
    """Return the order of day, month and year in a column."""
    cells = [] if column is None else [c for c in columns.cells(column) if is_date(c)]
    order = order_of(cells)
    if not cells:
        return Written("", "There is no date to tell it by")
    if order is None:
        return Written("", "No order reads every date")
    if not order and all("." in cell for cell in cells):
        return Written("dmy", "Dates with points between are day first")
    if not order:
        return Written("", "Both day first and month first read every date")
    return Written(order, "Only this order reads every date")


def decimal_stated(columns: Columns, found: Iterable[int], delimiter: str) -> Written:
    """Return the decimal mark of the number columns."""
    cells = [c for column in found for c in columns.cells(column) if is_number(c)]
    fitting = [m for m in ".," if cells and all(is_number(c, m) for c in cells)]
    if len(fitting) == 1:
        return Written(fitting[0], "Only this mark reads every number")
    if delimiter == ";":
        return Written(",", "Tables with semicolons have decimal commas")
    return Written(".", "Either mark reads the numbers; a point is usual")


def currency_stated(names: Iterable[str]) -> Written:
    """Return the currency that a heading such as "Amount (EUR)" tells."""
    for name in names:
        if code := code_in(name):
            return Written(code, BY_NAME)
    return Written("", "No column and no heading tells the currency")


def out_words_in(columns: Columns, column: int) -> tuple[str, ...]:
    """Return the words of a column that mean money went out."""
    return tuple(
        sorted({c for c in columns.cells(column) if c.casefold() in OUT_WORDS})
    )

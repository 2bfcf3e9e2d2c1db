"""A bank's table of payments, described: what its columns are called and mean.

Most banks write one payment a row under a heading, and differ in names, signs and
dates alone. Such a bank is one or more `BankTable`s, which `table_reader` reads.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

Days = tuple[date, date]
"""The first and last day that a file says it covers."""


@dataclass(frozen=True, kw_only=True)
class BankTable:
    """What the columns of a table are called, and how their values are written.

        A field that names columns takes the first that is there, whatever the case of its
        letters; names are kept apart by "|", and empty means that the bank has none.
        `heading` names the columns that tell the table from all others. Where many tables
    have those, `besides` names the only ones that may stand among them.

        The amount is signed in `amount`, or unsigned in `money_in` and `money_out`, or
        unsigned with one of the words `words_in` or `words_out` in `direction`;
        `is_spending_positive` where a card's charges are. The currency is that of a row
        (`currency_column`), else the bank's own. `references` are joined; where they say
    nothing, `description` does, and where no column holds the name of the other side,
    `name_in` cuts it out of that.

        `balance` is the one after a row, `balance_before` the one before it.

    The account is that of a row, behind its `branch` if it has one, else what
        `account_above` finds in the lines above the heading, else the bank's name.
    `days_above` finds there the first and last day that the file covers. Lines below
    that begin with `footer` are no rows.
        With `has_apostrophes` one stands before every text, as some banks keep a program
        from taking it for a number. A row whose `status` is one of
    `not_booked` moved no money; what is neither that nor one of `booked` is a problem.
    """

    name: str
    heading: str
    besides: str | None = None
    currency: str
    date: str
    order: str = "dmy"
    decimal: str = ""
    amount: str = ""
    money_in: str = ""
    money_out: str = ""
    direction: str = ""
    words_in: str = ""
    words_out: str = ""
    is_spending_positive: bool = False
    currency_column: str = ""
    payer: str = ""
    payer_in: str = ""
    payer_out: str = ""
    counter_account: str = ""
    references: tuple[str, ...] = ()
    description: str = ""
    name_in: Callable[[str], str] | None = None
    account: str = ""
    branch: str = ""
    account_above: Callable[[list[str]], str] | None = None
    footer: str = ""
    days_above: Callable[[list[str]], Days | None] | None = None
    balance: str = ""
    balance_before: str = ""
    bank_id: str = ""
    has_apostrophes: bool = False
    status: str = ""
    booked: str = ""
    not_booked: str = ""


def names_of(text: str) -> list[str]:
    """Return the names in a field of a table, in small letters."""
    return text.casefold().split("|") if text else []

"""Rows of a mapped table as payments."""

from plait.domain.records import BankLine
from plait.formats import values
from plait.formats.banks.account_numbers import account_of
from plait.formats.rows import Row
from plait.formats.source import Options
from plait.formats.tables.amounts import parted
from plait.formats.tables.cell_words import (
    NEITHER_WORDS,
    OUT_WORDS,
    is_balance_text,
    is_blank,
    is_not_booked,
)
from plait.formats.tables.mapping import Mapping
from plait.formats.tables.names import written_code
from plait.formats.tables.sheet import NumberText
from plait.formats.values import BadValue
from plait.formats.written_dates import written_day


class PaymentsReader:
    """Where each value stands in a row, and how it is written."""

    def __init__(self, mapping: Mapping, order: str, options: Options) -> None:
        self.order = order
        self.decimal = mapping.decimal
        self.on = mapping.at("date")
        self.amount = mapping.at("amount")
        self.into, self.out = mapping.at("money_in"), mapping.at("money_out")
        self.direction = mapping.at("direction")
        self.currency = mapping.at("currency")
        self.currency_out = mapping.at("currency_out")
        self.fee = mapping.at("fee")
        self.status = mapping.at("status")
        self.counts = {word.strip().casefold() for word in mapping.counts}
        self.payer, self.payee = mapping.at("payer"), mapping.at("payee")
        self.counter = mapping.at("counter_account")
        self.reference = mapping.at("reference")
        self.account = mapping.at("account")
        self.bank_id = mapping.at("id")
        # A dash may be a word for the way, and the date is looked at as it is.
        self.values_at = [
            at
            for name, at in mapping.columns
            if name not in ("date", "direction", "status")
        ]
        self.options, self.own_currency = options, mapping.currency
        self.usual_account = mapping.account or f"table:{mapping.signature[:8]}"
        self.account_before = _account_before(self.usual_account, options)
        text = {word.strip().casefold() for word in mapping.out_words}
        self.out_words = text | OUT_WORDS
        self.is_turned = mapping.is_spending_positive

    def line(self, number: int, row: Row) -> BankLine | None:
        """Return the payment of a row, None for one that is not booked, or none at all.

        Raises `BadValue` for what cannot be taken.
        """
        if row:
            row.append("")  # what position -1 stands for: a column that is not there
        self._clear_dashes(row)
        if not self._is_booked(row):
            return None
        on = written_day(row[self.on], self.order)
        way = self._way(row)
        if way == 0:
            return None
        currency = self._currency(row, way)
        amount = self._amount(row, currency, way)
        return BankLine(
            number,
            on,
            amount - self._fee(row, currency, amount),
            currency,
            self._name(row, amount),
            account_of(row[self.counter]),
            row[self.reference].strip(),
            account_of(row[self.account]) or f"{self.usual_account}:{currency}",
            row[self.bank_id].strip(),
        )

    def _clear_dashes(self, row: Row) -> None:
        """Empty the cells of values that hold a dash for nothing."""
        for at in self.values_at:
            if is_blank(row[at]):
                row[at] = ""

    def _is_booked(self, row: Row) -> bool:
        """Return whether a row counts; a word that nobody has said of is refused."""
        # A word instead of a day, as banks write for what is pending.
        if not row[self.on][:1].isdigit() and is_not_booked(row[self.on]):
            return False
        if is_balance_text(self._text(row)):
            return False
        word = row[self.status].strip()
        if self.status < 0 or not word or word.casefold() in self.counts:
            return True
        if is_not_booked(word):
            return False
        raise BadValue(
            "It cannot be told whether this line is booked",
            value=word,
            fix="Look at the columns again and say which words count.",
        )

    def _text(self, row: Row) -> str:
        return row[self.payer].strip() or row[self.reference].strip()

    def _way(self, row: Row) -> int | None:
        """Return 1 for money in, -1 for out, 0 between own accounts, None if not told."""
        if self.direction < 0:
            return None
        word = row[self.direction].strip().casefold()
        if word in NEITHER_WORDS:
            return 0
        if word:
            return -1 if word in self.out_words else 1
        raise BadValue(
            "It cannot be told whether this money came in or went out",
            value=" ".join(row).strip(),
            fix="Fill in the column that tells it, or delete the line.",
        )

    def _currency(self, row: Row, way: int | None) -> str:
        column = self.currency
        if way == -1 and self.currency_out >= 0:
            column = self.currency_out
        if code := row[column].strip():
            return values.currency_code(written_code(code))
        amounts = (row[self.amount], row[self.into], row[self.out])
        written = next((c for a in amounts if (c := parted(a).code)), self.own_currency)
        return written or self.options.currency_of(
            account_of(row[self.account]) or self.account_before
        )

    def _amount(self, row: Row, currency: str, way: int | None) -> int:
        if self.amount >= 0:
            amount = self._minor(row[self.amount], currency)
            if way is None:
                return -amount if self.is_turned else amount
            return way * abs(amount)
        if way is not None:
            cell = row[self.into if way > 0 else self.out]
            return way * abs(self._minor(cell, currency))
        return self._in_less_out(row, currency)

    def _in_less_out(self, row: Row, currency: str) -> int:
        """Return what came in less what went out, however the bank signs the latter."""
        into, out = row[self.into].strip(), row[self.out].strip()
        if not into and not out:
            raise BadValue(
                "There is no amount in this line",
                value=" ".join(row).strip(),
                fix="Fill in what came in or what went out, or delete the line.",
            )
        came = self._minor(into, currency) if into else 0
        went = self._minor(out, currency) if out else 0
        # Where spending is plus, what pays the card is minus in its own column.
        return (abs(came) if self.is_turned else came) - abs(went)

    def _fee(self, row: Row, currency: str, amount: int) -> int:
        """Return what the bank took beside the amount; of a transfer in the payer paid it."""
        cell = row[self.fee].strip()
        if not cell or (self.direction >= 0 and self.into >= 0 and amount > 0):
            return 0
        return abs(self._minor(cell, currency))

    def _name(self, row: Row, amount: int) -> str:
        """Return who paid, or was paid where a table names both."""
        if amount < 0 and self.payee >= 0:
            return row[self.payee].strip()
        return row[self.payer].strip()

    def _minor(self, cell: str, currency: str) -> int:
        if isinstance(cell, NumberText):
            # Rounded, for a sum in a workbook ends in ...0001.
            return values.rounded_minor(values.number(cell), currency)
        try:
            return values.minor(cell, currency, self.decimal)
        except BadValue:
            plain = parted(cell).number
            if plain == cell:
                raise
            return values.minor(plain, currency, self.decimal)


def _account_before(usual: str, options: Options) -> str:
    """Return the account that such a table came in for before, "" where several did."""
    before = [name for name in options.known_currencies if name.startswith(f"{usual}:")]
    return before[0] if len(before) == 1 else ""

"""Rows of a mapped table as payments."""

from plait.domain.records import BankLine
from plait.formats import values
from plait.formats.banks.account_numbers import account_of
from plait.formats.rows import Row
from plait.formats.source import Options
from plait.formats.tables.mapping import Mapping
from plait.formats.tables.sheet import NumberText
from plait.formats.tables.words import OUT_WORDS, without_sign
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
        self.payer = mapping.at("payer")
        self.counter = mapping.at("counter_account")
        self.reference = mapping.at("reference")
        self.account = mapping.at("account")
        self.bank_id = mapping.at("id")
        self.usual_currency = mapping.currency or options.currency
        self.usual_account = mapping.account or f"table:{mapping.signature[:8]}"
        text = {word.strip().casefold() for word in mapping.out_words}
        self.out_words = text | OUT_WORDS
        self.sign = -1 if mapping.is_spending_positive else 1

    def line(self, number: int, row: Row) -> BankLine:
        """Return the payment of a row; raise `BadValue` for what cannot be taken."""
        if row:
            row.append("")  # what position -1 stands for: a column that is not there
        on = written_day(row[self.on], self.order)
        code = row[self.currency].strip()
        currency = values.currency_code(code) if code else self.usual_currency
        return BankLine(
            number,
            on,
            self._amount(row, currency) * self.sign,
            currency,
            row[self.payer].strip(),
            account_of(row[self.counter]),
            row[self.reference].strip(),
            account_of(row[self.account]) or f"{self.usual_account}:{currency}",
            row[self.bank_id].strip(),
        )

    def _amount(self, row: Row, currency: str) -> int:
        if self.amount < 0:
            return self._in_less_out(row, currency)
        amount = self._minor(row[self.amount], currency)
        if self.direction < 0:
            return amount
        word = row[self.direction].strip().casefold()
        if word in self.out_words:
            return -abs(amount)
        if word:
            return abs(amount)
        raise BadValue(
            "It cannot be told whether this money came in or went out",
            value=" ".join(row).strip(),
            fix="Fill in the column that tells it, or delete the line.",
        )

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
        return came - abs(went)

    def _minor(self, cell: str, currency: str) -> int:
        if isinstance(cell, NumberText):
            # Rounded, for a sum in a workbook ends in ...0001.
            return values.rounded_minor(values.number(cell), currency)
        try:
            return values.minor(cell, currency, self.decimal)
        except BadValue:
            plain = without_sign(cell)
            if plain == cell:
                raise
            return values.minor(plain, currency, self.decimal)

"""Rows of a described table as payments."""

import html
from datetime import date

from plait.domain.records import BankLine
from plait.formats import values
from plait.formats.banks.account_numbers import account_of
from plait.formats.banks.amounts import minor_of, minor_or_none
from plait.formats.banks.balances import Balances
from plait.formats.banks.bank_references import given
from plait.formats.banks.bank_table import BankTable, names_of
from plait.formats.lines import LONGEST_CELL
from plait.formats.rows import Heading, Row
from plait.formats.values import BadValue
from plait.formats.written_dates import written_day

_NOWHERE = -1
"""The place of a column that is not there: each row gets an empty cell at its end."""

# Fewer digits are the last ones of a card, which many have.
_SHORTEST_NUMBER = 6


class RowReader:
    """Where each value stands in a row, and how it is written."""

    def __init__(
        self, table: BankTable, heading: Heading, above: list[str], balances: Balances
    ) -> None:
        def at(names: str) -> int:
            place = heading.at(*names_of(names))
            return _NOWHERE if place is None else place

        self.table = table
        self.balances = balances
        self.on = heading.need(*names_of(table.date))
        self.amount, self.direction = at(table.amount), at(table.direction)
        self.into, self.out = at(table.money_in), at(table.money_out)
        self.currency = at(table.currency_column)
        self.payer_in = at(table.payer_in or table.payer)
        self.payer_out = at(table.payer_out or table.payer)
        self.counter = at(table.counter_account)
        self.references = [at(names) for names in table.references]
        self.description = at(table.description)
        self.account, self.branch = at(table.account), at(table.branch)
        self.balance, self.bank_id = at(table.balance), at(table.bank_id)
        self.before = at(table.balance_before)
        self.status = at(table.status)
        self.moves = dict.fromkeys(names_of(table.booked), True)
        self.moves |= dict.fromkeys(names_of(table.not_booked), False)
        self.signs = dict.fromkeys(names_of(table.words_in), 1)
        self.signs |= dict.fromkeys(names_of(table.words_out), -1)
        self.account_above = table.account_above(above) if table.account_above else ""
        self._need_amount(heading)

    def _need_amount(self, heading: Heading) -> None:
        """Refuse a file whose amounts would be taken without their sign."""
        table = self.table
        if self.amount == self.into == _NOWHERE:
            heading.need(*names_of(table.amount or table.money_in))
        if self.into != _NOWHERE:
            heading.need(*names_of(table.money_out))
        if table.direction:
            heading.need(*names_of(table.direction))

    def line(self, number: int, row: Row) -> BankLine | None:
        """Return the payment of a row; None for one that moved no money."""
        if row:
            row.append("")
        if not self._is_booked(row[self.status]):
            return None
        code = row[self.currency].strip()
        currency = values.currency_code(code) if code else self.table.currency
        amount = self._amount(row, currency)
        if amount is None:
            return None
        account = self._account(row, currency)
        counter = account_of(row[self.counter])
        line = BankLine(
            number,
            _day(row[self.on], self.table.order),
            amount,
            currency,
            self._payer(row, is_in=amount > 0),
            "" if counter == account else counter,
            self._reference(row),
            account,
            row[self.bank_id].strip().strip("'"),
        )
        self.balances.follow(line, self._balance(row, currency, amount))
        return line

    def _is_booked(self, text: str) -> bool:
        word = text.strip().casefold()
        if not word:
            return True
        if word not in self.moves:
            raise BadValue(
                "It cannot be told whether this payment was booked",
                value=text,
                fix="Export the file again when the payment is booked.",
            )
        return self.moves[word]

    def _amount(self, row: Row, currency: str) -> int | None:
        if self.amount == _NOWHERE:
            return self._in_less_out(row, currency)
        text = row[self.amount].strip()
        if not text:
            return None
        amount = minor_of(text, currency, self.table.decimal)
        if self.direction != _NOWHERE:
            return amount * self._sign(row[self.direction])
        return -amount if self.table.is_spending_positive else amount

    def _in_less_out(self, row: Row, currency: str) -> int | None:
        into, out = row[self.into].strip(), row[self.out].strip()
        if not into and not out:
            return None
        decimal = self.table.decimal
        came_in = minor_of(into, currency, decimal) if into else 0
        return came_in - (minor_of(out, currency, decimal) if out else 0)

    def _sign(self, text: str) -> int:
        sign = self.signs.get(text.strip().casefold())
        if sign is None:
            raise BadValue(
                "It cannot be told whether this money came in or went out",
                value=text,
                fix="Correct the word for it in the file, or export it again.",
            )
        return sign

    def _payer(self, row: Row, *, is_in: bool) -> str:
        name = self._text(row[self.payer_in if is_in else self.payer_out])
        if not name and self.table.name_in:
            # The widths between the parts tell where the name ends.
            return self.table.name_in(row[self.description].strip().removeprefix("'"))
        return name

    def _reference(self, row: Row) -> str:
        """Join what is told; each text once, as banks like to repeat it."""
        texts = (self._text(row[place]) for place in self.references)
        joined = " ".join(dict.fromkeys(text for text in texts if given(text)))
        return joined or self._text(row[self.description])

    def _text(self, cell: str) -> str:
        cell = cell.strip()
        if self.table.has_apostrophes:
            cell = cell.removeprefix("'")
        # bunq and others write names as for a page: Kok &amp; Zn.
        if "&" in cell:
            cell = html.unescape(cell[:LONGEST_CELL])
        return " ".join(cell.split())

    def _account(self, row: Row, currency: str) -> str:
        number = row[self.account].strip().strip("'")
        if not number:
            return self.account_above or f"{self.table.name}:{currency}"
        digits = "".join(filter(str.isdigit, number))
        if len(digits) < _SHORTEST_NUMBER:
            return f"{self.table.name}:{digits}"
        branch = "".join(filter(str.isdigit, row[self.branch]))
        return f"{branch}/{number}" if branch else account_of(number)

    def _balance(self, row: Row, currency: str, amount: int) -> int | None:
        decimal = self.table.decimal
        if self.before == _NOWHERE:
            return minor_or_none(row[self.balance], currency, decimal)
        before = minor_or_none(row[self.before], currency, decimal)
        return None if before is None else before + amount


def _day(text: str, order: str) -> date:
    """Return the day of a date; eight digits may begin with the year in any table.

    No day of the month 19 or 20 is followed by a month and such a year: 20102019.
    """
    text = text.strip()
    if len(text) == 8 and text.isdigit() and text[:2] in ("19", "20"):
        order = "ymd" if int(text[4:6]) <= 12 else order
    return written_day(text, order)

"""A row of PayPal's export: its cells by what they mean, amounts in minor units."""

from typing import NamedTuple

from plait.domain.money import minor_digits
from plait.formats import values
from plait.formats.banks.amounts import minor_of
from plait.formats.banks.wallets import paypal_words as words
from plait.formats.rows import Heading, Row
from plait.formats.values import BadValue

_LONGEST_REFERENCE = 500


class PayPalRow(NamedTuple):
    """What a row says; `has_moved` is False of what is pending, held or denied."""

    day: str
    type: str
    currency: str
    gross: int
    net: int
    number: str
    related: str
    payer: str
    reference: str
    balance: str
    has_moved: bool


class Columns:
    """Where each value stands in a row."""

    def __init__(self, heading: Heading, language: words.Language) -> None:
        def at(names: tuple[str, ...]) -> int:
            place = heading.at(*names)
            return -1 if place is None else place

        self.language = language
        self.day, self.currency = at(language.date), at(language.currency)
        self.type, self.status = at(language.type), at(language.status)
        self.gross, self.net = at(language.gross), heading.need(*language.net)
        self.number, self.related = at(language.number), at(language.related)
        self.name, self.sender = at(language.name), at(language.sender)
        self.receiver = at(language.receiver)
        self.references = [at((one,)) for one in language.references]
        self.balance, self.impact = at(language.balance), at(language.impact)

    def read(self, row: Row) -> PayPalRow:
        """Return what the row says; raise `BadValue` for what cannot be read."""
        if not row:
            raise IndexError
        # A column that is not there is the empty cell at the end.
        cells = [cell.strip() for cell in row] + [""]
        currency = values.currency_code(cells[self.currency])
        gross = self._minor(cells[self.gross], currency)
        return PayPalRow(
            day=cells[self.day],
            type=cells[self.type],
            currency=currency,
            gross=gross,
            net=self._minor(cells[self.net] or cells[self.gross], currency),
            number=cells[self.number],
            related=cells[self.related],
            payer=self._payer(cells, is_in=gross > 0),
            reference=self._reference(cells),
            balance=cells[self.balance],
            has_moved=self._has_moved(cells),
        )

    def minor_balance(self, row: PayPalRow) -> int | None:
        """Return the balance after a row, None where there is none that can be read."""
        try:
            return self._minor(row.balance, row.currency) if row.balance else None
        except BadValue:
            return None

    def _minor(self, text: str, currency: str) -> int:
        # Two decimals tell the mark by themselves; yen have none.
        has_cents = minor_digits(currency) == 2
        return minor_of(text, currency, "" if has_cents else self.language.decimal)

    def _payer(self, cells: list[str], *, is_in: bool) -> str:
        address = cells[self.sender if is_in else self.receiver]
        return cells[self.name] or address or cells[self.type]

    def _reference(self, cells: list[str]) -> str:
        found = dict.fromkeys(cells[place] for place in self.references)
        joined = " ".join(text for text in found if text)
        return joined[:_LONGEST_REFERENCE] or cells[self.type]

    def _has_moved(self, cells: list[str]) -> bool:
        if cells[self.impact].casefold() in words.MEMO:
            return False
        status = cells[self.status].casefold()
        if not status:
            return True
        if status not in words.MOVED:
            raise BadValue(
                "It cannot be told whether this payment was booked",
                value=cells[self.status],
                fix="Export the file again when the payment is booked.",
            )
        return words.MOVED[status]

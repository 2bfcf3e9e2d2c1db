"""What an OFX statement covers: the days asked for, and the balance in the books."""

from datetime import date

from plait.domain.records import StatementPeriod
from plait.formats import values
from plait.formats.banks.standards import ofx_fields
from plait.formats.values import BadValue


class Period:
    """What a statement says of itself; `last_on` is the day of its last line."""

    def __init__(self, today: date) -> None:
        self.last_on = date.min
        self._today = today
        self._values: dict[str, str] = {}

    def follow(self, name: str, value: str) -> None:
        """Take in DTSTART, DTEND, or a value of the balance (LEDGERBAL)."""
        self._values.setdefault(name, value)

    def of(self, line: int, account: str, currency: str) -> StatementPeriod:
        """Return what the statement covers; `line` is one of its lines.

        The balance is one of the day that it names. It closes the statement only if
        that lies within it and nothing was booked later: for an older period banks
        write the balance of today.
        """
        starts_on, ends_on = self._day("DTSTART"), self._day("DTEND")
        if ends_on:
            ends_on = min(ends_on, self._today)
        as_of = self._day("DTASOF")
        is_closing = as_of is None or self.last_on <= as_of <= (ends_on or as_of)
        return StatementPeriod(
            line=line,
            account=account,
            starts_on=starts_on,
            ends_on=ends_on,
            closing_minor=self._minor(currency) if is_closing else None,
            currency=currency,
        )

    def _day(self, name: str) -> date | None:
        try:
            return ofx_fields.day(ofx_fields.plain(self._values.get(name, "")))
        except BadValue:
            return None

    def _minor(self, currency: str) -> int | None:
        amount = ofx_fields.plain(self._values.get("BALAMT", ""))
        try:
            values.currency_code(currency)
            return values.minor(amount, currency, ofx_fields.decimal_mark(amount))
        except BadValue:
            return None

"""Stripe's balance history and its list of payouts: gross and fee apart.

A payout moves money to the person's own bank. In both files it has the number of its
balance transaction, so that it counts once.
"""

from collections.abc import Iterator

from plait.domain.errors import Problem
from plait.domain.records import BankLine, Line, RecordStatus
from plait.formats import values
from plait.formats.banks.wallets.fees import fee_of, with_fees
from plait.formats.rows import Heading, Row, convert, heading_of, need_heading, rows
from plait.formats.source import Options, Source
from plait.formats.values import BadValue
from plait.formats.written_dates import written_day

NAME = "stripe"
LABEL = "Stripe balance and payouts (CSV)"

FEES = "Stripe"
"""Who is paid the fees."""

_HISTORY = ("id", "Type", "Amount", "Fee", "Net", "Currency", "Created (UTC)")
_REPORT = (
    "balance_transaction_id",
    "currency",
    "gross",
    "fee",
    "net",
    "reporting_category",
)
_PAYOUTS = ("id", "Amount", "Currency", "Arrival Date (UTC)", "Status")
_FORMS = (_HISTORY, _REPORT, _PAYOUTS)

# To and from the person's own bank; what else is called a transfer goes to others.
_OWN = ("payout", "topup")
_EARLIER_PAYOUT = "STRIPE TRANSFER"
_OWN_FEES = ("stripe_fee", "fee", "network_cost", "tax_fee")
_LEFT = {
    "paid": True,
    "in_transit": True,
    "in transit": True,
    "pending": False,
    "failed": False,
    "canceled": False,
    "cancelled": False,
}


def recognise(source: Source) -> bool:
    """Return whether the headings are Stripe's, of any of its three files."""
    return any(heading_of(source, form) for form in _FORMS)


def read(source: Source, options: Options) -> Iterator[Line | Problem]:  # noqa: ARG001  # one signature for all
    """Yield a bank line per row and one per fee, payouts as the person's own money."""
    heading = need_heading(source, *_FORMS)
    if heading_of(source, _PAYOUTS) == heading:
        return convert(rows(source, heading), _Payouts(heading).line)
    reader = _History(heading)
    return with_fees(convert(rows(source, heading), reader.line), reader.fees)


class _History:
    """Where each value stands in a row of the balance history."""

    def __init__(self, heading: Heading) -> None:
        def at(*names: str) -> int:
            place = heading.at(*names)
            return -1 if place is None else place

        self.fees: list[BankLine] = []
        self.number = heading.need("id", "balance_transaction_id")
        self.on = heading.need("Created (UTC)", "created_utc", "created")
        self.type = heading.need("Type", "reporting_category")
        self.amount = heading.need("Amount", "gross")
        self.net = heading.need("Net", "net")
        self.currency = heading.need("Currency", "currency")
        self.text = at("Description", "description")
        self.name = at("customer_name", "Customer Name", "card_name")
        self.address = at("customer_email", "Customer Email")

    def line(self, number: int, row: Row) -> BankLine:
        """Return the payment of a row; its fee waits in `fees`."""
        if row:
            row.append("")
        currency = values.currency_code(row[self.currency])
        gross = values.minor(row[self.amount], currency)
        kind = row[self.type].strip().casefold()
        text = row[self.text].strip()
        line = BankLine(
            line=number,
            booked_on=written_day(row[self.on]),
            amount_minor=gross,
            currency=currency,
            payer=self._payer(row, kind),
            reference=text or kind.replace("_", " "),
            account=f"{NAME}:{currency}",
            bank_id=row[self.number].strip(),
        )
        if kind.startswith(_OWN) or text == _EARLIER_PAYOUT:
            line = line._replace(status=RecordStatus.PRIVATE)
        if fee := values.minor(row[self.net], currency) - gross:
            self.fees.append(fee_of(line, fee, FEES))
        return line

    def _payer(self, row: Row, kind: str) -> str:
        if kind in _OWN_FEES:
            return FEES
        name = row[self.name].strip() or row[self.address].strip()
        return name or row[self.text].strip() or kind.replace("_", " ")


class _Payouts:
    """Where each value stands in a row of the list of payouts."""

    def __init__(self, heading: Heading) -> None:
        live, number = heading.at("Livemode"), heading.at("Balance Transaction")
        self.live = -1 if live is None else live
        self.number = heading.need("id") if number is None else number
        self.on = heading.need("Created (UTC)", "Arrival Date (UTC)")
        self.amount = heading.need("Amount")
        self.currency = heading.need("Currency")
        self.status = heading.need("Status")

    def line(self, number: int, row: Row) -> BankLine | None:
        """Return what left the balance; None for a payout that did not, or a test."""
        if row:
            row.append("")
        is_test = row[self.live].strip().casefold() == "false"
        if is_test or not self._has_left(row[self.status]):
            return None
        currency = values.currency_code(row[self.currency])
        return BankLine(
            line=number,
            booked_on=written_day(row[self.on]),
            amount_minor=-values.minor(row[self.amount], currency),
            currency=currency,
            payer="payout",
            reference="payout",
            account=f"{NAME}:{currency}",
            bank_id=row[self.number].strip(),
            status=RecordStatus.PRIVATE,
        )

    def _has_left(self, text: str) -> bool:
        status = text.strip().casefold()
        if status not in _LEFT:
            raise BadValue(
                "It cannot be told whether this payment was booked",
                value=text,
                fix="Export the file again when the payment is booked.",
            )
        return _LEFT[status]

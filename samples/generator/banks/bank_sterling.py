"""Statements of the accounts in pounds: Starling, Wise and Monzo."""

from zlib import crc32

from generator.banks.ledger import Row, Statement
from generator.banks.transfers import ME_IN_FULL
from generator.tables import Dialect, decimal

_STARLING = (
    "Date,Counter Party,Reference,Type,Amount (GBP),Balance (GBP),"
    "Spending Category,Notes"
)
_WISE = (
    '"TransferWise ID",Date,Amount,Currency,Description,"Payment Reference",'
    '"Running Balance","Exchange From","Exchange To","Exchange Rate","Payer Name",'
    '"Payee Name","Payee Account Number",Merchant,"Card Last Four Digits",'
    '"Card Holder Full Name",Attachment,Note,"Total fees"'
)
_MONZO = (
    "Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency,"
    "Local amount,Local currency,Notes and #tags,Address,Receipt,Description,"
    "Category split,Money Out,Money In,Balance,Balance currency"
)


def starling(statement: Statement) -> bytes:
    """Return the CSV whose heading names the currency."""
    return Dialect().table(_STARLING, map(_starling, statement.rows))


def _starling(row: Row) -> list[str]:
    booking = row.booking
    is_in = booking.cents > 0
    return [
        f"{booking.on:%d/%m/%Y}",
        booking.name,
        booking.text,
        "FASTER PAYMENT" if is_in or booking.iban else "DIRECT DEBIT",
        decimal(booking.cents),
        decimal(row.balance),
        "INCOME" if is_in else "PAYMENTS",
        "",
    ]


def wise(statement: Statement) -> bytes:
    """Return the balance statement, the latest first, days before months."""
    rows = [_wise(row) for row in reversed(statement.rows)]
    return Dialect().table(_WISE, rows)


def _wise(row: Row) -> list[str]:
    booking = row.booking
    is_in = booking.cents > 0
    said = "Received money from" if is_in else "Sent money to"
    return [
        f"TRANSFER-{910_000_000 + row.number * 7919}",
        f"{booking.on:%d-%m-%Y}",
        decimal(booking.cents),
        "GBP",
        f"{said} {booking.name} with reference {booking.text}",
        booking.text,
        decimal(row.balance),
        *[""] * 3,
        booking.name if is_in else ME_IN_FULL,
        "" if is_in else booking.name,
        "" if is_in else booking.iban,
        *[""] * 5,
        "0.00",
    ]


def monzo(statement: Statement) -> bytes:
    """Return the export of 20 columns, days before months."""
    rows = [_monzo(row) for row in statement.rows]
    return Dialect(line_end="\r\n").table(_MONZO, rows)


def _monzo(row: Row) -> list[str]:
    booking = row.booking
    is_in = booking.cents > 0
    amount = decimal(booking.cents)
    name = f"{crc32(f'monzo {row.number}'.encode()):08x}"
    return [
        f"tx_0000B{name}",
        f"{booking.on:%d/%m/%Y}",
        f"{6 + row.number % 11:02}:{row.number * 7 % 60:02}:{row.number * 13 % 60:02}",
        "Faster payment" if is_in or booking.iban else "Direct Debit",
        booking.name,
        "",
        "Income" if is_in else "Bills",
        amount,
        "GBP",
        amount,
        "GBP",
        booking.text,
        "",
        "",
        booking.text,
        "",
        "" if is_in else amount,
        amount if is_in else "",
        decimal(row.balance),
        "GBP",
    ]

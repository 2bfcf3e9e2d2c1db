"""Statements of banks elsewhere: N26, Sparkasse and Revolut."""

from generator.banks.ledger import Row, Statement
from generator.diary import chance
from generator.tables import Dialect, decimal

_N26 = (
    '"Date","Payee","Account number","Transaction type","Payment reference",'
    '"Amount (EUR)","Amount (Foreign Currency)","Type Foreign Currency",'
    '"Exchange Rate"'
)
_SPARKASSE = (
    '"Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";'
    '"Glaeubiger ID";"Mandatsreferenz";"Kundenreferenz (End-to-End)";'
    '"Sammlerreferenz";"Lastschrift Ursprungsbetrag";'
    '"Auslagenersatz Ruecklastschrift";"Beguenstigter/Zahlungspflichtiger";'
    '"Kontonummer/IBAN";"BIC (SWIFT-Code)";"Betrag";"Waehrung";"Info"'
)
_REVOLUT = (
    "Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,"
    "State,Balance"
)


def n26(statement: Statement) -> bytes:
    """Return the older English CSV, all quoted, with decimal points."""
    return Dialect(quotes_all=True).table(_N26, map(_n26, statement.rows))


def _n26(row: Row) -> list[str]:
    booking = row.booking
    kind = "Income" if booking.cents > 0 else "Outgoing Transfer"
    if not booking.iban:
        kind = "MasterCard Payment"
    paid = decimal(booking.cents)
    foreign = ["", "", ""] if booking.iban else [paid, "EUR", "1.0"]
    on, name = booking.on.isoformat(), booking.name
    return [on, name, booking.iban, kind, booking.text, paid, *foreign]


def sparkasse(statement: Statement) -> bytes:
    """Return the CSV-CAMT: semicolons, all quoted, 28.02.24, ISO 8859-1."""
    dialect = Dialect(";", quotes_all=True, encoding="latin-1", line_end="\r\n")
    rows = [_sparkasse(statement, row) for row in reversed(statement.rows)]
    return dialect.table(_SPARKASSE, rows)


def _sparkasse(statement: Statement, row: Row) -> list[str]:
    booking = row.booking
    kind = "GUTSCHR. UEBERWEISUNG" if booking.cents > 0 else "ONLINE-UEBERWEISUNG"
    if not booking.iban:
        kind = "ENTGELTABSCHLUSS"
    return [
        statement.account.number,
        f"{booking.on:%d.%m.%y}",
        f"{booking.on:%d.%m.%y}",
        kind,
        booking.text,
        *[""] * 6,
        booking.name,
        booking.iban,
        "WEIDDE3KXXX",
        decimal(booking.cents, ","),
        statement.account.currency,
        "Umsatz gebucht",
    ]


def revolut(statement: Statement) -> bytes:
    """Return the CSV with its fees, one reverted and one pending payment in it."""
    rng = chance("seconds on the travel card")
    rows = []
    for row in statement.rows:
        on, is_in = row.booking.on.isoformat(), row.booking.cents > 0
        clock = f"{rng.randint(8, 21):02}:{rng.randint(0, 59):02}"
        fee = 0 if is_in or row.number % 7 else 100
        rows.append(
            [
                "TOPUP" if is_in else "CARD_PAYMENT",
                "Current",
                f"{on} {clock}:07",
                f"{on} {clock}:51",
                row.booking.name,
                decimal(row.booking.cents + fee),
                decimal(fee),
                statement.account.currency,
                "COMPLETED",
                decimal(row.balance),
            ]
        )
    hotel = ["CARD_PAYMENT", "Current", "2025-07-21 09:12:40", ""]
    rows.insert(8, [*hotel, "Albergo Miralago", "-120.00", "0.00", "EUR", "REVERTED"])
    last = ["CARD_PAYMENT", "Current", "2026-11-19 19:31:02", ""]
    rows.append([*last, "Trattoria Il Pozzo", "-18.50", "0.00", "EUR", "PENDING"])
    return Dialect().table(_REVOLUT, [[*row, ""][:10] for row in rows])

"""Statements of Dutch banks: Rabobank and ING as CSV, ABN AMRO as TAB."""

from generator.banks.ledger import ACCOUNTS, Booking, Row, Statement
from generator.tables import Dialect, decimal

_RABOBANK = (
    '"IBAN/BBAN","Munt","BIC","Volgnr","Datum","Rentedatum","Bedrag","Saldo na trn",'
    '"Tegenrekening IBAN/BBAN","Naam tegenpartij","Naam uiteindelijke partij",'
    '"Naam initiërende partij","BIC tegenpartij","Code","Batch ID",'
    '"Transactiereferentie","Machtigingskenmerk","Incassant ID","Betalingskenmerk",'
    '"Omschrijving-1","Omschrijving-2","Omschrijving-3","Reden retour",'
    '"Oorspr bedrag","Oorspr munt","Koers"'
)
_ING = (
    '"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";'
    '"Bedrag (EUR)";"Mutatiesoort";"Mededelingen";"Saldo na mutatie";"Tag"'
)
_OWN_NUMBERS = {account.number for account in ACCOUNTS.values()}


def rabobank(statement: Statement) -> bytes:
    """Return the CSV of 26 columns in Windows-1252, all quoted, signs always shown."""
    dialect = Dialect(quotes_all=True, encoding="cp1252", line_end="\r\n")
    return dialect.table(_RABOBANK, [_rabobank(statement, r) for r in statement.rows])


def _rabobank(statement: Statement, row: Row) -> list[str]:
    account, booking = statement.account, row.booking
    bic = f"{booking.iban[4:8]}NL2U" if booking.iban else ""
    return [
        account.number,
        account.currency,
        account.bic,
        f"{row.number:018}",
        booking.on.isoformat(),
        booking.on.isoformat(),
        _signed(booking.cents),
        _signed(row.balance),
        booking.iban,
        booking.name,
        "",
        "",
        bic,
        _code(booking, card="bc", taken="ei", given="tb", received="cb"),
        *[""] * 5,
        booking.text,
        " ",
        *[""] * 5,
    ]


def _signed(cents: int) -> str:
    return decimal(cents, ",") if cents < 0 else f"+{decimal(cents, ',')}"


def _code(booking: Booking, *, card: str, taken: str, given: str, received: str) -> str:
    if not booking.iban:
        return card
    if booking.cents > 0:
        return received
    return given if booking.iban in _OWN_NUMBERS else taken


def ing(statement: Statement) -> bytes:
    """Return the CSV with semicolons, the latest first, the sign as Af or Bij."""
    dialect = Dialect(delimiter=";", quotes_all=True)
    rows = [_ing(statement, row) for row in reversed(statement.rows)]
    return dialect.table(_ING, rows)


_ING_KINDS = {
    "BA": "Betaalautomaat",
    "IC": "Incasso",
    "GT": "Online bankieren",
    "OV": "Overschrijving",
}


def _ing(statement: Statement, row: Row) -> list[str]:
    booking = row.booking
    code = _code(booking, card="BA", taken="IC", given="GT", received="OV")
    text = f"{booking.text} Valutadatum: {booking.on:%d-%m-%Y}"
    if booking.iban:
        text = f"Naam: {booking.name} Omschrijving: {booking.text} IBAN: {booking.iban}"
    return [
        f"{booking.on:%Y%m%d}",
        booking.name,
        statement.account.number,
        booking.iban,
        code,
        "Af" if booking.cents < 0 else "Bij",
        decimal(abs(booking.cents), ","),
        _ING_KINDS[code],
        text,
        decimal(row.balance, ","),
        "",
    ]


def abn_amro(statement: Statement) -> bytes:
    """Return the TAB of eight columns without a heading."""
    lines = []
    for row in statement.rows:
        before = row.balance - row.booking.cents
        columns = (
            statement.account.number,
            statement.account.currency,
            f"{row.booking.on:%Y%m%d}",
            decimal(before, ","),
            decimal(row.balance, ","),
            f"{row.booking.on:%Y%m%d}",
            decimal(row.booking.cents, ","),
            _abn_amro_text(row),
        )
        lines.append("\t".join(columns) + "\r\n")
    return "".join(lines).encode("cp1252")


def _abn_amro_text(row: Row) -> str:
    """Return marks between slashes; every third in the older columns of 33 characters."""
    name, text, iban = row.booking.name, row.booking.text, row.booking.iban
    if not iban:
        return f"{name:<33}{text}"
    if row.number % 3:
        kind = "/TRTP/SEPA OVERBOEKING"
        other = f"/IBAN/{iban}/BIC/{iban[4:8]}NL2A/NAME/{name}"
        return f"{kind}{other}/REMI/{text}/EREF/NOTPROVIDED"
    held = ("SEPA Overboeking", f"IBAN: {iban}", f"BIC: {iban[4:8]}NL2A")
    parts = (*held, f"Naam: {name}", f"Omschrijving: {text}")
    return "".join(f"{part:<33}" for part in parts)

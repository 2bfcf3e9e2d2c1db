"""OFX: version 1 as SGML without end tags, version 2 as XML."""

from generator.banks.ledger import Row, Statement
from generator.tables import decimal

_HEADER_1 = (
    "OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\nSECURITY:NONE\r\n"
    "ENCODING:USASCII\r\nCHARSET:1252\r\nCOMPRESSION:NONE\r\nOLDFILEUID:NONE\r\n"
    "NEWFILEUID:NONE\r\n\r\n"
)
_HEADER_2 = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
    '<?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE"'
    ' NEWFILEUID="NONE"?>\n'
)
_LONGEST_NAME = 32  # OFX cuts NAME there
_AGGREGATES = {"OFX", "SIGNONMSGSRSV1", "SONRS", "STATUS", "BANKMSGSRSV1"} | {
    "STMTTRNRS",
    "STMTRS",
    "BANKACCTFROM",
    "BANKTRANLIST",
    "STMTTRN",
    "BANKACCTTO",
    "LEDGERBAL",
}


def ofx_1(statement: Statement) -> bytes:
    """Return the SGML form in Windows-1252: values have no end tag."""
    lines = [_line(tag, value, closes=False) for tag, value in _tags(statement)]
    return (_HEADER_1 + "\r\n".join([*lines, ""])).encode("cp1252")


def ofx_2(statement: Statement) -> bytes:
    """Return the XML form in UTF-8."""
    lines = [_line(tag, value, closes=True) for tag, value in _tags(statement)]
    return (_HEADER_2 + "\n".join([*lines, ""])).encode()


def _line(tag: str, value: str, *, closes: bool) -> str:
    if tag.lstrip("/") in _AGGREGATES:
        return f"<{tag}>"
    text = value.replace("&", "&amp;").replace("<", "&lt;")
    return f"<{tag}>{text}</{tag}>" if closes else f"<{tag}>{text}"


Tags = list[tuple[str, str]]


def _tags(statement: Statement) -> Tags:
    """Return every tag in order; the value of an aggregate is empty."""
    first, last = statement.rows[0].booking.on, statement.rows[-1].booking.on
    ok = [("STATUS", ""), ("CODE", "0"), ("SEVERITY", "INFO"), ("/STATUS", "")]
    account = [("BANKID", "VEERNL2R"), ("ACCTID", statement.account.number)]
    account = [("BANKACCTFROM", ""), *account, ("ACCTTYPE", "CHECKING")]
    listed = [("DTSTART", f"{first:%Y%m%d}"), ("DTEND", f"{last:%Y%m%d}")]
    return [
        *[("OFX", ""), ("SIGNONMSGSRSV1", ""), ("SONRS", ""), *ok],
        *[("DTSERVER", f"{last:%Y%m%d}210400"), ("LANGUAGE", "DUT")],
        *[("/SONRS", ""), ("/SIGNONMSGSRSV1", "")],
        *[("BANKMSGSRSV1", ""), ("STMTTRNRS", ""), ("TRNUID", "1"), *ok],
        *[("STMTRS", ""), ("CURDEF", statement.account.currency)],
        *[*account, ("/BANKACCTFROM", ""), ("BANKTRANLIST", ""), *listed],
        *[tag for row in statement.rows for tag in _transaction(row)],
        *[("/BANKTRANLIST", ""), ("LEDGERBAL", "")],
        *[("BALAMT", decimal(statement.closing)), ("DTASOF", f"{last:%Y%m%d}")],
        *[("/LEDGERBAL", ""), ("/STMTRS", ""), ("/STMTTRNRS", "")],
        *[("/BANKMSGSRSV1", ""), ("/OFX", "")],
    ]


def _transaction(row: Row) -> Tags:
    booking = row.booking
    to = []
    if booking.iban:
        to = [("BANKID", f"{booking.iban[4:8]}NL2U"), ("ACCTID", booking.iban)]
        to = [("BANKACCTTO", ""), *to, ("ACCTTYPE", "CHECKING"), ("/BANKACCTTO", "")]
    return [
        ("STMTTRN", ""),
        ("TRNTYPE", "CREDIT" if booking.cents > 0 else "DEBIT"),
        ("DTPOSTED", f"{booking.on:%Y%m%d}120000[+1:CET]"),
        ("TRNAMT", decimal(booking.cents)),
        ("FITID", f"{booking.on:%Y%m%d}{row.number:05}"),
        ("NAME", booking.name[:_LONGEST_NAME]),
        *to,
        ("MEMO", booking.text),
        ("/STMTTRN", ""),
    ]

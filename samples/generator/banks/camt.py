"""CAMT.053, the bank statement of ISO 20022, in the two versions banks still send."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from xml.sax.saxutils import escape

from generator.banks.ledger import Account, Booking, Row, Statement
from generator.tables import decimal


def camt_02(statement: Statement) -> bytes:
    """Return version .001.02: a bare status, the party's name straight below it."""
    return _document(statement, "02")


def camt_08(statement: Statement) -> bytes:
    """Return version .001.08: a coded status, the name within `Pty`."""
    return _document(statement, "08")


def _document(statement: Statement, version: str) -> bytes:
    last = statement.rows[-1].booking.on
    opening = statement.opening
    stmts: list[str] = []
    months = groupby(statement.rows, key=lambda row: row.booking.on.replace(day=1))
    for month, found in months:
        rows = list(found)
        whole = statement._replace(opening=opening, rows=rows)
        stmts.extend(_stmt(whole, month, version))
        opening = whole.closing
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}">',
        "<BkToCstmrStmt>",
        f"<GrpHdr><MsgId>MOLN-{last:%Y%m%d}-{version}</MsgId>",
        f"<CreDtTm>{last}T21:04:00</CreDtTm></GrpHdr>",
        *stmts,
        "</BkToCstmrStmt>",
        "</Document>",
        "",
    ]
    return "\n".join(lines).encode()


def _stmt(statement: Statement, month: date, version: str) -> Iterator[str]:
    account, rows = statement.account, statement.rows
    first, last = rows[0].booking.on, rows[-1].booking.on
    bic = "BIC" if version == "02" else "BICFI"
    yield (
        f"<Stmt><Id>{month:%Y-%m}</Id><ElctrncSeqNb>{month.month}</ElctrncSeqNb>"
        f"<CreDtTm>{last}T21:04:00</CreDtTm>"
    )
    yield (
        f"<Acct><Id><IBAN>{account.number}</IBAN></Id><Ccy>{account.currency}</Ccy>"
        f"<Ownr><Nm>M van Dalen</Nm></Ownr><Svcr><FinInstnId><{bic}>{account.bic}"
        f"</{bic}></FinInstnId></Svcr></Acct>"
    )
    yield _balance("OPBD", statement.opening, first, account)
    yield _balance("CLBD", statement.closing, last, account)
    yield from (_entry(row, account, version) for row in rows)
    yield "</Stmt>"


def _balance(code: str, cents: int, on: date, account: Account) -> str:
    return (
        f"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp>"
        f"{_amount(cents, account)}<Dt><Dt>{on}</Dt></Dt></Bal>"
    )


def _amount(cents: int, account: Account) -> str:
    direction = "DBIT" if cents < 0 else "CRDT"
    return (
        f'<Amt Ccy="{account.currency}">{decimal(abs(cents))}</Amt>'
        f"<CdtDbtInd>{direction}</CdtDbtInd>"
    )


def _entry(row: Row, account: Account, version: str) -> str:
    booking = row.booking
    status = "BOOK" if version == "02" else "<Cd>BOOK</Cd>"
    family = "RCDT" if booking.cents > 0 else "ICDT" if booking.iban else "CCRD"
    code = "ESCT" if booking.iban else "POSD"
    return (
        f"<Ntry><NtryRef>{row.number}</NtryRef>{_amount(booking.cents, account)}"
        f"<Sts>{status}</Sts><BookgDt><Dt>{booking.on}</Dt></BookgDt>"
        f"<ValDt><Dt>{booking.on}</Dt></ValDt>"
        f"<AcctSvcrRef>MOLN{booking.on:%Y%m%d}{row.number:07}</AcctSvcrRef>"
        f"<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>{family}</Cd>"
        f"<SubFmlyCd>{code}</SubFmlyCd></Fmly></Domn></BkTxCd>"
        f"<NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>"
        f"{_party(booking, version)}<RmtInf><Ustrd>{escape(booking.text)}</Ustrd>"
        f"</RmtInf></TxDtls></NtryDtls></Ntry>"
    )


def _party(booking: Booking, version: str) -> str:
    side = "Dbtr" if booking.cents > 0 else "Cdtr"
    name = f"<Nm>{escape(booking.name)}</Nm>"
    if version == "08":
        name = f"<Pty>{name}</Pty>"
    number = ""
    if booking.iban:
        held = f"<Id><IBAN>{booking.iban}</IBAN></Id>"
        number = f"<{side}Acct>{held}</{side}Acct>"
    return f"<RltdPties><{side}>{name}</{side}>{number}</RltdPties>"

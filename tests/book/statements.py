"""Bank statements written by hand: the same payments in several formats."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

MINE = "NL62MOLN0650238817"
SAVINGS = "NL18WILG0417164558"
ATLAS = "NL14VEER0724584293"


class Paid(NamedTuple):
    """One booked line: euros on a day of March 2026, from whom, for what."""

    day: int
    euros: str
    payer: str = "Zorggroep Atlas"
    iban: str = ATLAS
    text: str = "Invoice 1"

    @property
    def on(self) -> date:
        return date(2026, 3, self.day)

    @property
    def size(self) -> str:
        return self.euros.lstrip("-")

    def side(self, out: str, into: str) -> str:
        return out if self.euros.startswith("-") else into


def camt(paid: Iterable[Paid], account: str = MINE) -> str:
    """CAMT.053 without the bank's own references."""
    entries = "".join(map(_entry, paid))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">'
        "<BkToCstmrStmt><GrpHdr><MsgId>1</MsgId><CreDtTm>2026-04-01T09:00:00"
        "</CreDtTm></GrpHdr><Stmt><Id>1</Id><CreDtTm>2026-04-01T09:00:00</CreDtTm>"
        f"<Acct><Id><IBAN>{account}</IBAN></Id><Ccy>EUR</Ccy></Acct>"
        f"{entries}</Stmt></BkToCstmrStmt></Document>"
    )


def _entry(one: Paid) -> str:
    party = one.side("Cdtr", "Dbtr")
    held = f"<Id><IBAN>{one.iban}</IBAN></Id>"
    return (
        f'<Ntry><Amt Ccy="EUR">{one.size}</Amt>'
        f"<CdtDbtInd>{one.side('DBIT', 'CRDT')}</CdtDbtInd><Sts>BOOK</Sts>"
        f"<BookgDt><Dt>{one.on}</Dt></BookgDt><ValDt><Dt>{one.on}</Dt></ValDt>"
        "<BkTxCd/><NtryDtls><TxDtls>"
        f"<RltdPties><{party}><Nm>{one.payer}</Nm></{party}>"
        f"<{party}Acct>{held}</{party}Acct></RltdPties>"
        f"<RmtInf><Ustrd>{one.text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>"
    )


def mt940(paid: Iterable[Paid], account: str = MINE) -> str:
    """MT940 as Dutch banks write it, names in capitals."""
    lines = [":20:STATEMENT", f":25:{account}", ":28C:00001"]
    lines += [":60F:C260301EUR100,00"]
    for one in paid:
        side, size = one.side("D", "C"), one.size.replace(".", ",")
        lines += [
            f":61:{one.on:%y%m%d}{one.on:%m%d}{side}{size}NTRFNONREF",
            (
                f":86:/TRTP/SEPA OVERBOEKING/IBAN/{one.iban}/NAME/{one.payer.upper()}"
                f"/REMI/{one.text}"
            ),
        ]
    return "\r\n".join([*lines, ":62F:C260331EUR100,00", "-", ""])


def ofx(paid: Iterable[Paid], account: str = MINE) -> str:
    """OFX 1, the numbers of its lines unique within the account."""
    lines = "".join(_transaction(n, one) for n, one in enumerate(paid, start=1))
    return (
        "OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\nSECURITY:NONE\r\n"
        "ENCODING:USASCII\r\nCHARSET:1252\r\nCOMPRESSION:NONE\r\n"
        "OLDFILEUID:NONE\r\nNEWFILEUID:NONE\r\n\r\n<OFX><BANKMSGSRSV1><STMTTRNRS>"
        "<TRNUID>1<STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>MOLNNL2R"
        f"<ACCTID>{account}<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST>"
        f"<DTSTART>20260301<DTEND>20260331{lines}</BANKTRANLIST></STMTRS>"
        "</STMTTRNRS></BANKMSGSRSV1></OFX>"
    )


def _transaction(number: int, one: Paid) -> str:
    return (
        f"<STMTTRN><TRNTYPE>{one.side('DEBIT', 'CREDIT')}<DTPOSTED>{one.on:%Y%m%d}"
        f"<TRNAMT>{one.euros}<FITID>{one.on:%Y%m%d}-{one.euros}-{number}"
        f"<NAME>{one.payer}<MEMO>{one.text}</STMTTRN>"
    )


def ing(paid: Iterable[Paid], account: str = MINE) -> str:
    """A Dutch bank's CSV, newest line first."""
    heading = (
        '"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";'
        '"Bedrag (EUR)";"Mutatiesoort";"Mededelingen";"Saldo na mutatie";"Tag"'
    )
    rows = [
        f'"{one.on:%Y%m%d}";"{one.payer}";"{account}";"{one.iban}";"OV";'
        f'"{one.side("Af", "Bij")}";"{one.size.replace(".", ",")}";"Overschrijving";'
        f'"Omschrijving: {one.text}";"100,00";""'
        for one in paid
    ]
    return "\n".join([heading, *reversed(rows), ""])


FORMATS = {"camt": camt, "mt940": mt940, "ofx": ofx, "ing": ing}

"""What an OFX statement covers, and the day on which its balance stood."""

from datetime import date

import pytest

from plait.domain.records import StatementPeriod
from plait.formats.banks.standards import ofx

ACCOUNT = "<BANKACCTFROM><BANKID>ABNANL2A<ACCTID>NL91ABNA0417164300</BANKACCTFROM>"


def statement(days, balance, posted=""):
    lines = f"<STMTTRN><DTPOSTED>{posted}<TRNAMT>5.00<FITID>1</STMTTRN>"
    return (
        "OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS>"
        f"<CURDEF>EUR{ACCOUNT}<BANKTRANLIST>{days}{lines if posted else ''}"
        f"</BANKTRANLIST>{balance}</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n"
    )


@pytest.fixture
def period(a_file, options):
    def one(content):
        read = ofx.read(a_file(content), options)
        return next(x for x in read if isinstance(x, StatementPeriod))

    return one


def ledger(amount, day):
    return f"<LEDGERBAL><BALAMT>{amount}<DTASOF>{day}</LEDGERBAL>"


def test_a_statement_without_transactions_covers_its_days(period):
    text = statement(
        "<DTSTART>20260101<DTEND>20260131120000[+1:CET]", ledger("-12.50", "20260131")
    )

    assert period(text) == StatementPeriod(
        line=1,
        account="NL91ABNA0417164300",
        starts_on=date(2026, 1, 1),
        ends_on=date(2026, 1, 31),
        closing_minor=-1250,
        currency="EUR",
    )


@pytest.mark.parametrize(
    ("as_of", "closing"),
    [
        ("20260131", 1000),
        ("20260115", 1000),
        # A line was booked after the day of the balance.
        ("20260110", None),
        # For an older period banks write the balance of today.
        ("20260301", None),
    ],
)
def test_the_balance_closes_the_statement_only_on_a_day_of_it(period, as_of, closing):
    text = statement(
        "<DTSTART>20260101<DTEND>20260131", ledger("10.00", as_of), posted="20260115"
    )

    assert period(text).closing_minor == closing


def test_no_day_to_come_is_covered(period):
    text = statement("<DTSTART>20260101<DTEND>20261231", "")

    assert period(text).ends_on == date(2026, 3, 2)


def test_what_is_not_there_stays_open(period):
    found = period(statement("", "<LEDGERBAL><BALAMT>ten</LEDGERBAL>"))

    assert (found.starts_on, found.ends_on, found.closing_minor) == (None, None, None)


def test_the_available_balance_is_not_the_one_in_the_books(period):
    available = "<AVAILBAL><BALAMT>99.00<DTASOF>20260131</AVAILBAL>"
    text = statement("<DTEND>20260131", available + ledger("10.00", "20260131"))

    assert period(text).closing_minor == 1000

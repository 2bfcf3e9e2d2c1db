"""What a CAMT message covers, and how a batch meets the booking it is part of."""

from datetime import date

import pytest

from plait.domain.records import BankLine, StatementPeriod
from plait.formats.banks.bank_references import same_booking
from plait.formats.banks.standards import camt053, mt940
from plait.formats.source import Unreadable

OURS = "NL91ABNA0417164300"
SPACE = "urn:iso:std:iso:20022:tech:xsd:camt.{}.001.08"


def balance(code, day, amount="100.00", way="CRDT"):
    return (
        f"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp>"
        f'<Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>{way}</CdtDbtInd>'
        f"<Dt><Dt>{day}</Dt></Dt></Bal>"
    )


def days(first, last):
    return f"<FrToDt><FrDtTm>{first}</FrDtTm><ToDtTm>{last}</ToDtTm></FrToDt>"


def entry(amount="300.00", status="BOOK", inside="", reference=""):
    return (
        f'<Ntry><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>'
        f"<Sts><Cd>{status}</Cd></Sts><BookgDt><Dt>2026-01-31</Dt></BookgDt>"
        f"{reference}{inside}</Ntry>"
    )


def statement(inside="", *, account=f"<Id><IBAN>{OURS}</IBAN></Id>", period=""):
    return (
        f"<Stmt><Id>1</Id><CreDtTm>2026-02-01T06:00:00</CreDtTm>{period}"
        f"<Acct>{account}</Acct>{inside}</Stmt>"
    )


def message(*holders, root="BkToCstmrStmt", version="053"):
    return (
        f'<Document xmlns="{SPACE.format(version)}"><{root}><GrpHdr><MsgId>1</MsgId>'
        f"<CreDtTm>2026-02-01T06:00:00</CreDtTm></GrpHdr>{''.join(holders)}"
        f"</{root}></Document>"
    )


def report(inside, period):
    rpt = statement(inside, period=period).replace("Stmt>", "Rpt>")
    return message(rpt, root="BkToCstmrAcctRpt", version="052")


@pytest.fixture
def read(a_file, options):
    def lines(content):
        return list(camt053.read(a_file(content), options))

    return lines


def test_a_statement_says_its_account_days_and_balances(read):
    account = (
        f"<Id><IBAN>{OURS}</IBAN><Othr><Id>417164300</Id></Othr></Id><Ccy>EUR</Ccy>"
        "<Ownr><Nm>Noor Tester</Nm></Ownr>"
    )
    inside = balance("OPBD", "2026-01-01") + balance(
        "CLBD", "2026-01-31", "7.5", "DBIT"
    )

    assert read(message(statement(inside, account=account))) == [
        StatementPeriod(
            line=1,
            account=OURS,
            starts_on=date(2026, 1, 1),
            ends_on=date(2026, 1, 31),
            opening_minor=10000,
            closing_minor=-750,
            currency="EUR",
            other_names=("417164300",),
            holder="Noor Tester",
        )
    ]


def test_the_period_goes_before_the_day_of_the_opening_balance(read):
    period = days("2026-01-02T00:00:00", "2026-01-31T23:59:59")
    inside = balance("PRCD", "2025-12-31") + balance("CLBD", "2026-01-31")

    found = read(message(statement(inside, period=period)))[0]

    assert (found.starts_on, found.ends_on) == (date(2026, 1, 2), date(2026, 1, 31))
    assert (found.opening_minor, found.closing_minor) == (10000, 10000)


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("2026-02-01T00:00:00", date(2026, 1, 31)),
        ("2026-01-31T23:59:59", date(2026, 1, 31)),
        # No account is known for days that have not been: today is 2 March 2026.
        ("2026-12-31T23:59:59", date(2026, 3, 2)),
    ],
)
def test_without_balances_the_period_says_the_days(read, last, expected):
    period = days("2026-01-01T00:00:00", last)

    assert read(message(statement(period=period)))[0].ends_on == expected


def test_a_report_within_the_day_covers_the_days_before_it_was_made(read):
    period = days("2026-01-30T00:00:00", "2026-02-01T06:00:00")
    inside = balance("OPBD", "2026-01-30") + balance("ITBD", "2026-02-01")
    entries = entry() + entry(status="PDNG") + entry(status="INFO")

    line, found = read(report(inside + entries, period))

    assert isinstance(line, BankLine)
    assert (found.starts_on, found.ends_on) == (date(2026, 1, 30), date(2026, 1, 31))
    assert (found.opening_minor, found.closing_minor) == (10000, None)


def test_a_report_of_the_day_alone_covers_no_day(read):
    period = days("2026-02-01T00:00:00", "2026-02-01T06:00:00")

    found = read(report("", period))[0]

    assert (found.starts_on, found.ends_on) == (None, None)


def test_each_statement_of_a_message_is_told_behind_its_lines(read):
    kinds = [type(x) for x in read(message(statement(entry()), statement()))]

    assert kinds == [BankLine, StatementPeriod, StatementPeriod]


def test_a_message_without_a_statement_is_refused(read):
    with pytest.raises(Unreadable, match="holds no statement of an account"):
        read(message())


PARTS = "".join(
    f"<TxDtls><Refs><EndToEndId>E{n}</EndToEndId></Refs>"
    f'<Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd></TxDtls>'
    for n, amount in enumerate(("100.00", "200.00"), 1)
)


@pytest.mark.parametrize(
    ("reference", "batch", "booking_id"),
    [
        ("<AcctSvcrRef>B-77</AcctSvcrRef>", "<PmtInfId>P-1</PmtInfId>", "B-77"),
        ("", "<PmtInfId>P-1</PmtInfId>", "P-1"),
        ("", "<MsgId>M-1</MsgId><PmtInfId>NOTPROVIDED</PmtInfId>", "M-1"),
        ("", "", "2026-01-31=30000EUR"),
    ],
)
def test_the_parts_of_a_batch_bear_its_reference(read, reference, batch, booking_id):
    inside = f"<NtryDtls><Btch>{batch}</Btch>{PARTS}</NtryDtls>"

    lines = read(message(statement(entry(inside=inside, reference=reference))))[:-1]

    assert [line.booking_id for line in lines] == [booking_id, booking_id]
    assert [line.amount_minor for line in lines] == [10000, 20000]


def test_an_entry_that_is_told_whole_is_part_of_nothing(read):
    one = f"<NtryDtls>{PARTS.partition('</TxDtls>')[0]}</TxDtls></NtryDtls>"

    found = read(message(statement(entry() + entry(amount="100.00", inside=one))))

    assert [line.booking_id for line in found[:-1]] == ["", ""]


def test_the_booking_that_mt940_tells_whole_meets_its_parts(read, a_file, options):
    inside = f"<NtryDtls>{PARTS}</NtryDtls>"
    reference = "<AcctSvcrRef>2026013100-LONG-REFERENCE</AcctSvcrRef>"
    parts = read(message(statement(entry(inside=inside, reference=reference))))[:-1]
    text = (
        f":20:X\n:25:{OURS}\n:28C:1\n:60F:C260130EUR0,00\n"
        ":61:2601310131C300,00NTRFNONREF//2026013100-LONG-\n:62F:C260131EUR300,00\n-\n"
    )
    whole = next(iter(mt940.read(a_file(text), options)))

    assert all(same_booking(whole.bank_id, part.booking_id) for part in parts)
    assert sum(part.amount_minor for part in parts) == whole.amount_minor

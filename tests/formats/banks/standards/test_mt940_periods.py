"""What an MT940 file says it covers, and what is no statement."""

from datetime import date

import pytest

from plait.domain.errors import Problem
from plait.domain.records import BankLine, StatementPeriod
from plait.formats.banks.standards import mt940
from plait.formats.registry import format_of
from plait.formats.source import Unreadable

ACCOUNT = "NL91ABNA0417164300"
ENTRY = ":61:2601310131C12,50NTRFNONREF"


def page(opening, *fields, closing, account=ACCOUNT):
    return "\n".join(
        [":20:X", f":25:{account}", ":28C:1/1", opening, *fields, closing, "-", ""]
    )


@pytest.fixture
def read(a_file, options):
    def parts(text):
        return list(mt940.read(a_file(text), options))

    return parts


@pytest.fixture
def periods(read):
    def only(text):
        return [x for x in read(text) if isinstance(x, StatementPeriod)]

    return only


def test_a_statement_says_its_days_and_balances(periods):
    text = page(":60F:C260130EUR100,00", ENTRY, closing=":62F:D260131EUR12,50")

    assert periods(text) == [
        StatementPeriod(
            line=4,
            account=ACCOUNT,
            starts_on=date(2026, 1, 30),
            ends_on=date(2026, 1, 31),
            opening_minor=10000,
            closing_minor=-1250,
            currency="EUR",
        )
    ]


def test_pages_of_one_statement_are_one(periods):
    first = page(":60F:C260130EUR1,00", ENTRY, closing=":62M:C260131EUR13,50")
    last = page(":60M:C260131EUR13,50", ENTRY, closing=":62F:C260201EUR26,00")

    found = periods(first + last)

    assert [(x.starts_on, x.ends_on) for x in found] == [
        (date(2026, 1, 30), date(2026, 2, 1))
    ]
    assert [(x.opening_minor, x.closing_minor) for x in found] == [(100, 2600)]


def test_a_last_page_that_is_missing_leaves_what_the_pages_say(periods):
    only = page(":60M:C260130EUR1,00", ENTRY, closing=":62M:C260131EUR13,50")

    assert [(x.opening_minor, x.closing_minor) for x in periods(only)] == [(100, 1350)]


def test_each_statement_is_told_after_its_lines(read):
    one = page(":60F:C260130EUR1,00", ENTRY, closing=":62F:C260131EUR13,50")
    other = page(":60F:C260131EUR13,50", closing=":62F:C260201EUR13,50")

    kinds = [type(x) for x in read(one + other)]

    assert kinds == [BankLine, StatementPeriod, StatementPeriod]


@pytest.mark.parametrize(
    "balance",
    [":60F:C269931EUR1,00", ":60F:X260131EUR1,00", ":60F:C260131EUR1,00x", ":60F:"],
)
def test_a_balance_that_cannot_be_read_is_left_open(periods, balance):
    found = periods(page(balance, closing=":62F:C260201EUR2,00"))[0]

    assert (found.starts_on, found.opening_minor, found.closing_minor) == (
        None,
        None,
        200,
    )


def test_the_owner_of_the_account_is_told_where_the_file_does(periods):
    text = page(
        ":60F:C260131HUF1,00",
        ":NS:22NOOR TESTER\n23Noor",
        closing=":62F:C260201HUF1,00",
    )

    assert periods(text)[0].holder == "NOOR TESTER"


def test_the_owner_may_stand_before_the_balance_and_the_currency_be_left_out(periods):
    text = (
        ":20:X\n:25:1222333444\n:28:1/1\n:NS:22NOOR TESTER\n23Noor\n"
        ":60F:C260131EUR1,00\n:62M:C2602012,00\n-\n"
    )

    assert periods(text) == [
        StatementPeriod(
            line=6,
            account="1222333444",
            starts_on=date(2026, 1, 31),
            ends_on=date(2026, 2, 1),
            opening_minor=100,
            closing_minor=200,
            currency="EUR",
            holder="NOOR TESTER",
        )
    ]


@pytest.mark.parametrize(
    ("written", "account"),
    [
        ("//AT19043/00234573201/EUR", "AT19043/00234573201"),
        ("BILLLULLXXX/LU280019400644750000", "LU280019400644750000"),
        ("/PL61109010140000071219812874", "PL61109010140000071219812874"),
        ("51210600/9223382012EUR", "51210600/9223382012EUR"),
    ],
)
def test_the_account_is_told_without_what_banks_put_around_it(
    periods, written, account
):
    text = page(":60F:C260131EUR1,00", closing=":62F:C260201EUR1,00", account=written)

    assert periods(text)[0].account == account


INTERIM = """\
:20:X
:25:NL91ABNA0417164300
:28C:1/1
{start}:61:2605040504C400,00NTRFNONREF
:86:166?20Honorar?32Klant
:90C:1EUR400,00
-
"""


@pytest.mark.parametrize(
    "start", [":34F:EUR0,\n:13D:2605041200+0200\n", ":34F:EURD0,\n:34F:EURC0,\n"]
)
def test_an_interim_report_is_refused_by_name(a_file, options, start):
    source = a_file(INTERIM.format(start=start))

    assert format_of(source, options).NAME == "mt940"
    with pytest.raises(Unreadable, match=r"interim report \(MT942\)") as refusal:
        list(mt940.read(source, options))
    assert "MT940 or CAMT.053" in refusal.value.fix


def test_a_day_no_person_has_is_a_problem(read):
    text = page(
        ":60F:C260130EUR1,00",
        ":61:5001310131C12,50NTRFNONREF",
        ENTRY,
        closing=":62F:C260131EUR13,50",
    )

    problem, line, _ = read(text)

    assert problem == Problem(
        "line 5",
        "This day is before 1900 or more than ten years from now",
        "2050-01-31",
        "Correct the date in the file, or export it again.",
    )
    assert isinstance(line, BankLine)

from datetime import date

import pytest

from plait.domain.records import BankLine, StatementPeriod
from plait.formats.banks import revolut

HEADING = (
    "Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,"
    "Balance\n"
)
OLD_HEADING = (
    "Completed Date ; Description ; Paid Out (EUR) ; Paid In (EUR) ; Exchange Out; "
    "Exchange In; Balance (EUR); Category; Notes\n"
)


def row(amount="850.00", fee="0.00", state="COMPLETED", currency="EUR"):
    return (
        "TRANSFER,Current,2024-01-31 09:00:00,2024-02-01 10:00:00,"
        f"Payment from Ada Vermeer,{amount},{fee},{currency},{state},900.00\n"
    )


def read(source, options):
    found = revolut.read(source, options)
    return [one for one in found if not isinstance(one, StatementPeriod)]


def test_a_completed_payment_is_read(a_file, options):
    source = a_file(HEADING + row())

    assert revolut.recognise(source)
    assert read(source, options) == [
        BankLine(
            line=2,
            booked_on=date(2024, 2, 1),
            amount_minor=85000,
            currency="EUR",
            payer="Ada Vermeer",
            reference="Payment from Ada Vermeer",
            account="revolut:Current:EUR",
        )
    ]


def test_a_fee_comes_off_the_amount_as_it_does_off_the_balance(a_file, options):
    [line] = read(a_file(HEADING + row(amount="-100.00", fee="1.25")), options)

    assert line.amount_minor == -10000 - 125


@pytest.mark.parametrize("state", ["PENDING", "REVERTED", "DECLINED", ""])
def test_what_did_not_complete_is_left_out(a_file, options, state):
    assert read(a_file(HEADING + row(state=state)), options) == []


def test_yen_have_no_decimals(a_file, options):
    [line] = read(a_file(HEADING + row(amount="1200", currency="JPY")), options)

    assert (line.amount_minor, line.account) == (1200, "revolut:Current:JPY")


@pytest.mark.parametrize(
    ("cells", "amount"),
    [
        ("30 Dec 2019 ; To Bakkerij Zon ; 1,012.50 ; ; ; ; 10.00 ; general ;", -101250),
        ("Dec 30, 2019 ; From Ada ;  ; 20.00 ; ; ; 10.00 ; transfers ; x", 2000),
    ],
)
def test_the_earlier_form_is_read(a_file, options, cells, amount):
    source = a_file(OLD_HEADING + cells + "\n")

    assert revolut.recognise(source)
    [line] = read(source, options)
    assert (line.booked_on, line.amount_minor) == (date(2019, 12, 30), amount)


def test_the_earlier_form_names_the_other_side(a_file, options):
    text = OLD_HEADING + "30 Dec 2019 ; To Bakkerij Zon ; 12.50 ; ; ; ; 10.00 ; x ;\n"

    [line] = read(a_file(text), options)

    assert (line.payer, line.account) == ("Bakkerij Zon", "revolut:Current:EUR")

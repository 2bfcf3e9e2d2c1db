"""Stripe's files: gross as income, fee as cost, payouts as one's own money."""

from datetime import date

import pytest

from plait.domain.records import RecordStatus
from plait.formats.banks.wallets import stripe

HISTORY = (
    "id,Type,Source,Amount,Fee,Net,Currency,Created (UTC),Available On (UTC),"
    "Description,Customer Facing Amount,Customer Facing Currency,Transfer,"
    "Transfer Date (UTC)\n"
)
REPORT = (
    "balance_transaction_id,created_utc,available_on_utc,currency,gross,fee,net,"
    "reporting_category,source_id,description,customer_name\n"
)
PAYOUTS = (
    "id,Amount,Created (UTC),Currency,Livemode,Arrival Date (UTC),Source Type,"
    "Destination,Status,Type,Method,Description,Balance Transaction\n"
)


def lines(source, options):
    assert stripe.recognise(source)
    return list(stripe.read(source, options))


def test_a_charge_is_gross_and_its_fee_a_cost(a_file, options):
    text = HISTORY + (
        "txn_a,charge,ch_a,75.00,1.38,73.62,eur,2026-02-03 08:12,2026-02-10 00:00,"
        "Lesson pack,75.00,eur,,\n"
    )

    income, fee = lines(a_file(text), options)

    assert (income.amount_minor, income.currency, income.payer, income.booked_on) == (
        7500,
        "EUR",
        "Lesson pack",
        date(2026, 2, 3),
    )
    assert (fee.amount_minor, fee.payer, fee.bank_id) == (-138, "Stripe", "txn_a-fee")


def test_the_report_names_the_customer(a_file, options):
    text = REPORT + (
        "txn_b,2026-02-04 10:00:00,2026-02-09 00:00:00,usd,20.00,0.90,19.10,charge,"
        "ch_b,Booklet,Noor Akkerman\n"
        "txn_c,2026-02-05 10:00:00,2026-02-05 00:00:00,usd,-19.10,0.00,-19.10,payout,"
        "po_c,STRIPE PAYOUT,\n"
    )

    income, fee, payout = lines(a_file(text), options)

    assert (income.payer, income.currency, fee.amount_minor) == (
        "Noor Akkerman",
        "USD",
        -90,
    )
    assert (payout.amount_minor, payout.status) == (-1910, RecordStatus.PRIVATE)


def test_a_payout_is_the_same_line_in_both_files(a_file, options):
    history = HISTORY + (
        "txn_p,payout,po_1,-73.62,0.00,-73.62,eur,2026-02-11 02:00,2026-02-12 00:00,"
        "STRIPE PAYOUT,,,,\n"
    )
    payouts = PAYOUTS + (
        "po_1,73.62,2026-02-11 02:00,eur,true,2026-02-13 00:00,card,ba_1,paid,"
        "bank_account,standard,STRIPE PAYOUT,txn_p\n"
        "po_2,9.00,2026-02-12 02:00,eur,true,2026-02-14 00:00,card,ba_1,failed,"
        "bank_account,standard,STRIPE PAYOUT,txn_q\n"
    )

    [one] = lines(a_file(history), options)
    [other] = lines(a_file(payouts), options)

    assert one.identity == other.identity
    assert other.status is RecordStatus.PRIVATE


def test_a_transfer_to_somebody_else_is_not_private(a_file, options):
    text = HISTORY + (
        "txn_t,transfer,tr_1,-40.00,0.00,-40.00,eur,2026-02-11 02:00,2026-02-12 00:00,"
        "Share of workshop,,,,\n"
    )

    [line] = lines(a_file(text), options)

    assert line.status is RecordStatus.OPEN


@pytest.mark.parametrize(("amount", "minor"), [("1200", 1200), ("500", 500)])
def test_yen_have_no_decimals(a_file, options, amount, minor):
    text = HISTORY + (
        f"txn_y,charge,ch_y,{amount},0,{amount},jpy,2026-02-03 08:12,"
        "2026-02-10 00:00,Print,,,,\n"
    )

    [line] = lines(a_file(text), options)

    assert (line.amount_minor, line.currency) == (minor, "JPY")

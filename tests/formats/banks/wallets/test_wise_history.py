"""Wise's history: the side of a transfer that is the person's own."""

from datetime import date

import pytest

from plait.domain.errors import Problem
from plait.domain.records import RecordStatus
from plait.formats.banks.wallets import wise_history

HEADING = (
    'ID,Status,Direction,"Created on","Finished on","Source fee amount",'
    '"Source fee currency","Target fee amount","Target fee currency","Source name",'
    '"Source amount (after fees)","Source currency","Target name",'
    '"Target amount (after fees)","Target currency","Exchange rate",Reference,Batch,'
    '"Created by"\n'
)


def row(
    direction,
    status="COMPLETED",
    fee=("0.35", "EUR"),
    source=("Mila Brandt", "60.00", "EUR"),
    target=("Drukkerij Els", "60.00", "EUR"),
):
    return (
        f"TRANSFER-7,{status},{direction},2026-01-30 22:10:00,2026-02-02 09:00:00,"
        f"{','.join(fee)},,,{','.join(source)},{','.join(target)},1.0,Order 12,,\n"
    )


def lines(text, a_file, options):
    source = a_file(HEADING + text)
    assert wise_history.recognise(source)
    return list(wise_history.read(source, options))


def test_what_went_out_is_the_amount_and_its_fee(a_file, options):
    [line] = lines(row("OUT"), a_file, options)

    assert (line.amount_minor, line.payer, line.booked_on, line.account) == (
        -6035,
        "Drukkerij Els",
        date(2026, 2, 2),
        "wise:EUR",
    )


def test_what_came_in_is_the_amount_that_arrived(a_file, options):
    source, target = ("Opera House", "110.00", "USD"), ("Mila Brandt", "101.20", "EUR")

    [line] = lines(row("IN", source=source, target=target), a_file, options)

    assert (line.amount_minor, line.currency, line.payer) == (
        10120,
        "EUR",
        "Opera House",
    )


def test_a_conversion_between_own_balances_is_private_on_both_sides(a_file, options):
    target = ("Mila Brandt", "51.00", "GBP")

    out, into = lines(row("NEUTRAL", target=target), a_file, options)

    assert [(one.amount_minor, one.currency) for one in (out, into)] == [
        (-6035, "EUR"),
        (5100, "GBP"),
    ]
    assert out.status is into.status is RecordStatus.PRIVATE


def test_a_fee_in_another_currency_is_a_line_of_its_own(a_file, options):
    line, fee = lines(row("OUT", fee=("0.50", "USD")), a_file, options)

    assert (line.amount_minor, line.currency) == (-6000, "EUR")
    assert (fee.amount_minor, fee.currency, fee.payer) == (-50, "USD", "Wise")


@pytest.mark.parametrize("status", ["CANCELLED", "REFUNDED", "PENDING"])
def test_what_did_not_happen_is_left_out(a_file, options, status):
    assert lines(row("OUT", status), a_file, options) == []


@pytest.mark.parametrize("given", [row("OUT", "LIMBO"), row("SIDEWAYS")])
def test_words_that_nobody_knows_are_problems(a_file, options, given):
    [problem] = lines(given, a_file, options)

    assert isinstance(problem, Problem)

"""PayPal's report: conversions are one payment, fees apart, holds no money."""

from datetime import date

import pytest

from plait.domain.errors import Problem
from plait.domain.records import BankLine, RecordStatus, StatementPeriod
from plait.formats.banks.wallets import paypal
from plait.formats.source import Unreadable

HEADING = (
    '"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net",'
    '"From Email Address","To Email Address","Transaction ID","Reference Txn ID",'
    '"Invoice Number","Balance","Subject","Balance Impact"\n'
)
NL_REPORT = (
    '"Datum","Tijd","Tijdzone","Omschrijving","Valuta","Bruto ","Kosten ","Net",'
    '"Saldo","Transactiereferentie","Van e-mailadres","Naam","Naam bank",'
    '"Bankrekening","Verzendkosten","BTW","Factuurreferentie","Reference Txn ID"\n'
)
DE_HEADING = (
    '"Datum","Uhrzeit","Zeitzone","Name","Typ","Status","Währung","Brutto","Gebühr",'
    '"Netto","Absender E-Mail-Adresse","Empfänger E-Mail-Adresse","Transaktionscode",'
    '"Zugehöriger Transaktionscode","Rechnungsnummer","Guthaben","Betreff",'
    '"Auswirkung auf Guthaben"\n'
)


def row(
    kind="Website Payment",
    gross="100.00",
    fee="0.00",
    net="",
    *,
    day="21/03/2026",
    name="",
    currency="EUR",
    status="Completed",
    number="A1",
    related="",
    balance="",
    impact="Credit",
):
    cells = (
        day,
        "09:30:00",
        "Europe/Amsterdam",
        name,
        kind,
        status,
        currency,
        gross,
        fee,
        net or gross,
        "",
        "",
        number,
        related,
        "",
        balance,
        "",
        impact,
    )
    return ",".join(f'"{cell}"' for cell in cells) + "\n"


def lines(source, options):
    found = paypal.read(source, options)
    return [one for one in found if not isinstance(one, StatementPeriod)]


SALE = row(
    gross="250.00",
    fee="-8.20",
    net="241.80",
    name="Bakery Sol",
    currency="GBP",
    number="S1",
)
OUT = row(
    "General Currency Conversion",
    "-241.80",
    currency="GBP",
    number="C1",
    related="S1",
    impact="Debit",
)
INTO = row("General Currency Conversion", "280.15", number="C2", related="S1")


@pytest.mark.parametrize("rows", [(SALE, OUT, INTO), (INTO, OUT, SALE)])
def test_a_sale_that_was_converted_is_one_income_in_the_booked_currency(
    a_file, options, rows
):
    source = a_file(HEADING + "".join(rows))

    assert paypal.recognise(source)
    [line] = lines(source, options)
    assert (line.amount_minor, line.currency, line.payer, line.account) == (
        28015,
        "EUR",
        "Bakery Sol",
        "paypal:EUR",
    )


def test_a_fee_is_a_cost_of_its_own_behind_the_gross(a_file, options):
    text = HEADING + row(gross="80.00", fee="-2.75", net="77.25", name="Ada Vermeer")

    income, fee = lines(a_file(text), options)

    assert (income.amount_minor, income.payer) == (8000, "Ada Vermeer")
    assert (fee.amount_minor, fee.payer, fee.bank_id) == (-275, "PayPal", "A1-fee")


@pytest.mark.parametrize(
    "given",
    [
        row(status="Pending", impact="Memo"),
        row(status="Denied"),
        row(status="Held"),
        row("General Authorization", impact="Memo"),
        row("Account Hold for Open Authorization", "-12.00", impact="Debit"),
        row("Shopping Cart Item", "12.00", impact="Memo"),
    ],
)
def test_what_is_pending_held_or_denied_is_no_money(a_file, options, given):
    assert lines(a_file(HEADING + given), options) == []


def test_a_state_that_nobody_knows_is_a_problem_and_no_payment(a_file, options):
    [found] = lines(a_file(HEADING + row(status="Quarantined")), options)

    assert isinstance(found, Problem)
    assert found.value == "Quarantined"


@pytest.mark.parametrize(
    "kind",
    ["General Withdrawal", "Bank Deposit to PP Account ", "General Card Deposit"],
)
def test_money_from_and_to_the_own_bank_is_private(a_file, options, kind):
    [line] = lines(a_file(HEADING + row(kind, "-500.00")), options)

    assert (line.amount_minor, line.status) == (-50000, RecordStatus.PRIVATE)


def test_a_purchase_in_dollars_costs_what_the_bank_paid_for_it(a_file, options):
    rows = [
        row("Express Checkout Payment", "-22.00", currency="USD", name="Type Foundry"),
        row("Bank Deposit to PP Account", "20.40", number="B1", related="A1"),
        row("General Currency Conversion", "-20.40", number="B2", related="A1"),
        row(
            "General Currency Conversion",
            "22.00",
            currency="USD",
            number="B3",
            related="A1",
        ),
    ]

    cost, deposit = lines(a_file(HEADING + "".join(rows)), options)

    assert (cost.amount_minor, cost.currency, cost.payer) == (
        -2040,
        "EUR",
        "Type Foundry",
    )
    assert (deposit.amount_minor, deposit.status) == (2040, RecordStatus.PRIVATE)


def test_a_conversion_of_a_balance_is_private_on_both_sides(a_file, options):
    found = lines(a_file(HEADING + OUT + INTO), options)

    assert {line.status for line in found} == {RecordStatus.PRIVATE}
    assert [(line.amount_minor, line.currency) for line in found] == [
        (-24180, "GBP"),
        (28015, "EUR"),
    ]


def test_the_dutch_report_has_no_states_and_commas(a_file, options):
    text = NL_REPORT + (
        '"21-3-2026","10:00","CET","Websitebetaling","EUR","1.250,00","-40,00",'
        '"1.210,00","1.210,00","N1","a@b.example","Studio Wilg","","","0,00","0,00",'
        '"2026-07",""\n'
    )

    income, fee = lines(a_file(text), options)

    assert income == BankLine(
        line=2,
        booked_on=date(2026, 3, 21),
        amount_minor=125000,
        currency="EUR",
        payer="Studio Wilg",
        reference="2026-07",
        account="paypal:EUR",
        bank_id="N1",
    )
    assert fee.amount_minor == -4000


def test_the_german_form_is_read(a_file, options):
    text = DE_HEADING + (
        '"03.04.2026","10:00:00","CEST","Praxis Linde","Allgemeine Zahlung",'
        '"Abgeschlossen","EUR","120,00","-3,50","116,50","p@l.example","i@i.example",'
        '"G1","","R-7","116,50","","Haben"\n'
        '"04.04.2026","10:00:00","CEST","","Von Nutzer eingeleitete Abbuchung",'
        '"Abgeschlossen","EUR","-116,50","0,00","-116,50","","","G2","","","0,00","",'
        '"Soll"\n'
        '"04.04.2026","10:00:00","CEST","Laden","Zahlung","Ausstehend","EUR","-9,00",'
        '"0,00","-9,00","","","G3","","","0,00","","Keine"\n'
    )

    income, fee, payout = lines(a_file(text), options)

    assert (income.booked_on, income.amount_minor) == (date(2026, 4, 3), 12000)
    assert fee.amount_minor == -350
    assert payout.status is RecordStatus.PRIVATE


def test_dates_that_can_be_read_two_ways_are_asked_about(a_file, options):
    source = a_file(HEADING + row(day="03/04/2026"))

    with pytest.raises(Unreadable, match="two ways"):
        lines(source, options)
    [line] = lines(source, options._replace(is_day_first=False))
    assert line.booked_on == date(2026, 3, 4)


def test_balances_are_followed_through_fees(a_file, options):
    rows = [
        row(gross="50.00", fee="-2.00", net="48.00", balance="148.00", number="A1"),
        row(gross="20.00", fee="-1.00", net="19.00", balance="167.00", number="A2"),
    ]

    found = list(paypal.read(a_file(HEADING + "".join(rows)), options))

    [period] = [one for one in found if isinstance(one, StatementPeriod)]
    # 148.00 - 48.00 before the first, 167.00 after the last.
    assert (period.opening_minor, period.closing_minor) == (10000, 16700)

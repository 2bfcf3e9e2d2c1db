from datetime import date

import pytest

from plait.domain.records import BankLine, StatementPeriod
from plait.formats.banks.uk import monzo

OLDER = (
    "Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency,Local amount,"
    "Local currency,Notes and #tags,Address,Receipt,Description,Category split,"
    "Money Out,Money In"
)
NEWER = OLDER + ",Balance,Balance currency"


def row(kind="Faster payment", name="Fernleigh School", amount="850.00", notes="INV 7"):
    return (
        f"tx_00009abc,05/02/2024,09:30:00,{kind},{name},,Income,{amount},GBP,"
        f"{amount},GBP,{notes},,,INV 7,,,{amount}"
    )


def read(source, options):
    found = monzo.read(source, options)
    return [one for one in found if not isinstance(one, StatementPeriod)]


@pytest.mark.parametrize(("heading", "more"), [(OLDER, ""), (NEWER, ",900.00,GBP")])
def test_a_payment_is_read_from_the_older_and_the_newer_export(
    a_file, options, heading, more
):
    source = a_file(f"{heading}\n{row()}{more}\n")

    assert monzo.recognise(source)
    assert read(source, options) == [
        BankLine(
            line=2,
            booked_on=date(2024, 2, 5),
            amount_minor=85000,
            currency="GBP",
            payer="Fernleigh School",
            reference="INV 7",
            account="monzo:GBP",
            bank_id="tx_00009abc",
        )
    ]


def test_notes_that_say_more_follow_the_description(a_file, options):
    [line] = read(a_file(f"{OLDER}\n{row(notes='#school')}\n"), options)

    assert line.reference == "INV 7 #school"


def test_a_move_to_a_pot_stays_a_line(a_file, options):
    source = a_file(f"{OLDER}\n{row('Pot transfer', 'Tax pot', '-100.00')}\n")

    [line] = read(source, options)

    assert (line.payer, line.amount_minor) == ("Tax pot", -10000)


def test_a_check_of_a_card_over_zero_stays_a_line(a_file, options):
    [line] = read(a_file(f"{OLDER}\n{row('Card payment', '', '0.00')}\n"), options)

    assert (line.payer, line.amount_minor) == ("Card payment", 0)


@pytest.mark.parametrize(("kind", "amount"), [("Card payment", ""), ("Declined", "-5")])
def test_what_was_declined_is_left_out(a_file, options, kind, amount):
    assert read(a_file(f"{OLDER}\n{row(kind, 'Shop', amount)}\n"), options) == []

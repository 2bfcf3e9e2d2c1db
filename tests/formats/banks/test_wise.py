from datetime import date

from plait.domain.records import BankLine, StatementPeriod
from plait.formats.banks import wise

NAMES = [
    "TransferWise ID",
    "Date",
    "Amount",
    "Currency",
    "Description",
    "Payment Reference",
    "Running Balance",
    "Exchange From",
    "Exchange To",
    "Exchange Rate",
    "Payer Name",
    "Payee Name",
    "Payee Account Number",
    "Merchant",
    "Card Last Four Digits",
    "Card Holder Full Name",
    "Attachment",
    "Note",
    "Total fees",
]
CAME_IN = {
    "TransferWise ID": "TRANSFER-1001",
    "Date": "31-01-2024",
    "Amount": "850.00",
    "Currency": "USD",
    "Description": "Received money from Fernleigh School",
    "Payment Reference": "INV 7",
    "Payer Name": "Fernleigh School",
    "Total fees": "0.00",
}


def table(*rows, names=NAMES):
    body = (",".join(f'"{row.get(name, "")}"' for name in names) for row in rows)
    return "\n".join([",".join(f'"{n}"' for n in names), *body]) + "\n"


def read(source, options):
    found = wise.read(source, options)
    return [one for one in found if not isinstance(one, StatementPeriod)]


def test_money_that_came_in_names_its_payer(a_file, options):
    source = a_file(table(CAME_IN))

    assert wise.recognise(source)
    assert read(source, options) == [
        BankLine(
            line=2,
            booked_on=date(2024, 1, 31),
            amount_minor=85000,
            currency="USD",
            payer="Fernleigh School",
            reference="INV 7",
            account="wise:USD",
            bank_id="TRANSFER-1001",
        )
    ]


def test_money_that_went_out_names_its_payee_and_account(a_file, options):
    out = {
        **CAME_IN,
        "Amount": "-101.20",
        "Payer Name": "",
        "Payee Name": "Ada Vermeer",
        "Payee Account Number": "NL69 INGB 0123 4567 89",
        "Total fees": "1.20",
    }

    [line] = read(a_file(table(out)), options)

    assert (line.payer, line.counter_account) == ("Ada Vermeer", "NL69INGB0123456789")
    assert line.amount_minor == -10120


def test_a_card_payment_names_the_shop(a_file, options):
    card = {**CAME_IN, "Amount": "-5.00", "Payer Name": "", "Merchant": "Bakkerij Zon"}

    [line] = read(a_file(table(card)), options)

    assert line.payer == "Bakkerij Zon"


def test_the_two_sides_of_a_conversion_are_two_lines(a_file, options):
    text = "Converted 100.00 USD to 92.00 EUR"
    side = {"TransferWise ID": "BALANCE-7", "Date": "31-01-2024", "Description": text}
    usd = {**side, "Amount": "-100.00", "Currency": "USD"}
    eur = {**side, "Amount": "92.00", "Currency": "EUR"}

    one, other = read(a_file(table(usd, eur)), options)

    assert one.identity != other.identity
    assert (one.payer, one.reference) == (text, text)


def test_the_columns_added_later_change_nothing(a_file, options):
    later = [*NAMES[:9], "Exchange To Amount", *NAMES[9:]]

    assert read(a_file(table(CAME_IN)), options) == read(
        a_file(table(CAME_IN, names=later)), options
    )

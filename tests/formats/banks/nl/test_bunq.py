import pytest

ENGLISH = "Date;Interest Date;Amount;Account;Counterparty;Name;Description"
OLDER = "Date;Amount;Counterparty;Name;Description"
DUTCH = "Datum;Rentedatum;Bedrag;Rekening;Tegenrekening;Naam;Omschrijving"
ROW = (
    "2026-09-14;2026-09-14;1.149,50;NL15BUNQ2025000000;NL39RABO0300065264;"
    "Praktijk Lindenhof;factuur 7"
)


@pytest.mark.parametrize("heading", [ENGLISH, DUTCH])
def test_name_and_account_of_the_other_side_are_apart(statement, heading):
    read = statement(f"{heading}\n{ROW}\n")

    assert read.format == "bunq"
    [line] = read.lines
    assert (line.amount_minor, line.currency) == (114950, "EUR")
    assert (line.payer, line.counter_account) == (
        "Praktijk Lindenhof",
        "NL39RABO0300065264",
    )
    assert (line.account, line.reference) == ("NL15BUNQ2025000000", "factuur 7")


def test_a_minus_may_stand_behind(statement):
    read = statement(f"{ENGLISH}\n{ROW.replace('1.149,50', '1.149,50-')}\n")

    assert read.lines[0].amount_minor == -114950


def test_decimal_points_are_read_where_the_phone_is_set_to_them(statement):
    row = ROW.replace("1.149,50", '"-1,149.50"').replace(";", ",")
    read = statement(f"{ENGLISH.replace(';', ',')}\n{row}\n")

    assert read.lines[0].amount_minor == -114950


def test_without_the_own_account_it_is_named_after_the_bank(statement):
    read = statement(f"{OLDER}\n2026-09-14;-9,99;;Kiosk;koffie\n")

    assert read.lines[0].account == "bunq:EUR"


def test_the_own_account_is_not_the_other_side(statement):
    read = statement(
        f"{ENGLISH}\n{ROW.replace('NL39RABO0300065264', 'NL15BUNQ2025000000')}\n"
    )

    assert read.lines[0].counter_account == ""


def test_a_name_may_be_written_as_for_a_page(statement):
    row = ROW.replace("Praktijk Lindenhof", '"Kok &amp; Zn"')

    [line] = statement(f"{ENGLISH}\n{row}\n").lines

    assert line.payer == "Kok & Zn"


def test_the_day_may_come_first(statement):
    [line] = statement(f"{ENGLISH}\n{ROW.replace('2026-09-14', '14-09-2026')}\n").lines

    assert line.booked_on.isoformat() == "2026-09-14"

from datetime import date

import pytest

from plait.domain.errors import Problem
from plait.domain.records import BankLine
from plait.formats import registry
from plait.formats.source import Unreadable
from plait.formats.tables import table
from plait.formats.tables.mapping import UnusableMapping

PLAIN = (
    "Date,Amount,Currency,Payee,Description\n"
    '2024-01-31,"1,234.56",EUR,Lindenhof,invoice 7\n'
    "2024-02-13,-8.50,EUR,Bakery,bread\n"
)


def found_in(shape):
    return {guess.field: shape.columns[guess.column] for guess in shape.guesses}


def read(source, options, **changes):
    """Read a table by the mapping that Plait proposes, changed where told."""
    stored = {**table.describe(source).proposal().to_json(), **changes}
    mapping = table.Mapping.from_json(stored)
    return list(table.read(source, options._replace(mapping=mapping)))


def amounts(found):
    return [line.amount_minor for line in found]


def test_a_plain_table_is_described(a_file):
    shape = table.describe(a_file(PLAIN))

    assert (shape.kind, shape.delimiter, shape.heading_line) == ("payments", ",", 1)
    assert found_in(shape) == {
        "date": "Date",
        "amount": "Amount",
        "currency": "Currency",
        "payer": "Payee",
        "reference": "Description",
    }
    assert shape.rows[1] == ("2024-02-13", "-8.50", "EUR", "Bakery", "bread")
    assert shape.date_order == ("ymd", "Only this order reads every date")
    assert shape.decimal == (".", "Only this mark reads every number")


def test_a_plain_table_is_read_by_the_mapping_proposed(a_file, options):
    source = a_file(PLAIN)
    signature = table.describe(source).signature

    assert read(source, options)[0] == BankLine(
        line=2,
        booked_on=date(2024, 1, 31),
        amount_minor=123456,
        currency="EUR",
        payer="Lindenhof",
        reference="invoice 7",
        account=f"table:{signature[:8]}:EUR",
    )


def test_a_heading_below_a_banks_preamble_is_found(a_file, options):
    source = a_file(
        "Kontoauszug\n"
        "Konto;DE89370400440532013000\n"
        "Zeitraum;01.01.2024 - 31.01.2024\n"
        "Kontostand;1.234,00 €\n"
        "\n"
        "Buchungstag;Empfänger;Verwendungszweck;Betrag (EUR)\n"
        "31.01.2024;Weidenhof;Rechnung 7;1.234,56\n",
        encoding="cp1252",
    )

    shape = table.describe(source)

    assert (shape.heading_line, shape.encoding) == (6, "cp1252")
    assert shape.currency == ("EUR", "The heading says so")
    [line] = read(source, options)
    assert (line.line, line.amount_minor, line.payer) == (7, 123456, "Weidenhof")


def test_a_preamble_of_another_length_does_not_matter(a_file, options):
    mapping = table.describe(a_file(PLAIN)).proposal()
    source = a_file("My bank\n\nA preamble\n" + PLAIN)

    found = list(table.read(source, options._replace(mapping=mapping)))

    assert [line.line for line in found] == [5, 6]


def test_a_table_without_a_heading_is_described_by_its_cells(a_file, options):
    source = a_file("31.01.2024;Weidenhof;1234,56;EUR\n13.02.2024;Bäcker;-8,50;EUR\n")

    shape = table.describe(source)

    assert shape.heading_line == 0
    assert shape.columns == ("Column 1", "Column 2", "Column 3", "Column 4")
    assert found_in(shape) == {
        "date": "Column 1",
        "payer": "Column 2",
        "amount": "Column 3",
        "currency": "Column 4",
    }
    assert amounts(read(source, options)) == [123456, -850]


def test_money_in_and_money_out_may_stand_apart(a_file, options):
    source = a_file(
        "Date,Details,Paid out,Paid in,Balance\n"
        "31/01/2024,shop,£12.50,,£100.00\n"
        '31/01/2024,client,,"£1,200.00",£1300.00\n'
        "31/01/2024,fee,-3.00,,£1297.00\n"
        "31/01/2024,nothing,,,£1297.00\n"
    )

    found = read(source, options, currency="GBP")

    assert amounts(found[:3]) == [-1250, 120000, -300]
    assert found[3].what == "There is no amount in this line"


def test_a_word_may_tell_what_went_out(a_file, options):
    source = a_file(
        "Datum;Naam;Bij/Af;Bedrag;Munt\n"
        "20240131;Bakker;Af;12,50;EUR\n"
        "20240201;Klant;Bij;100,00;EUR\n"
        "20240202;Klant;;100,00;EUR\n"
    )

    found = read(source, options)

    assert table.describe(source).out_words == ("Af",)
    assert amounts(found[:2]) == [-1250, 10000]
    assert isinstance(found[2], Problem)


def test_a_word_out_of_the_usual_may_be_told_by_the_person(a_file, options):
    source = a_file(
        "Datum,Naam,Type,Bedrag\n2024-01-31,B,Afschrijving,5.00\n"
        "2024-01-31,K,Bijschrijving,6.00\n"
    )
    columns = {"date": 0, "payer": 1, "direction": 2, "amount": 3}

    found = read(source, options, columns=columns, out_words=["afschrijving"])

    assert amounts(found) == [-500, 600]


def test_what_a_card_spent_may_stand_without_a_sign(a_file, options):
    source = a_file("Date,Amount,Merchant\n2024-01-31,8.50,Bakery\n")

    assert amounts(read(source, options, is_spending_positive=True)) == [-850]


def test_an_amount_may_carry_its_currency(a_file, options):
    source = a_file(
        "Date;Amount\n2024-01-31;€ 1.234,56\n2024-01-31;-8,50 EUR\n2024-01-31;8,50 XX\n"
    )

    found = read(source, options)

    assert amounts(found[:2]) == [123456, -850]
    assert found[2].value == "8,50 XX"


def test_dates_that_fit_both_ways_are_not_guessed(a_file, options):
    source = a_file("Date,Amount\n03/04/2024,1.00\n05/06/2024,2.00\n")

    assert table.describe(source).is_day_first is None
    with pytest.raises(Unreadable, match="can be read two ways: 03/04/2024"):
        read(source, options)


@pytest.mark.parametrize(("is_day_first", "month"), [(True, 4), (False, 3)])
def test_dates_that_fit_both_ways_are_read_as_the_person_says(
    a_file, options, is_day_first, month
):
    source = a_file("Date,Amount\n03/04/2024,1.00\n05/06/2024,2.00\n")

    found = read(source, options._replace(is_day_first=is_day_first))

    assert found[0].booked_on.month == month


def test_dates_with_points_are_day_first(a_file):
    shape = table.describe(a_file("Datum;Betrag\n03.04.2024;1,00\n"))

    assert shape.date_order == ("dmy", "Dates with points between are day first")


@pytest.mark.parametrize(
    ("cells", "delimiter", "decimal"),
    [
        (["1.234,56"], ";", ","),
        (["1,234.56"], ";", "."),
        (["1,234"], ";", ","),
        (["1,234", "12.50"], ";", "."),
        (["1234"], ";", ","),
        (["1234"], ",", "."),
    ],
)
def test_the_decimal_mark_is_told_by_the_numbers(a_file, cells, delimiter, decimal):
    rows = "".join(f"2024-01-31{delimiter}{cell}\n" for cell in cells)

    shape = table.describe(a_file(f"Date{delimiter}Amount\n{rows}"))

    assert shape.decimal.value == decimal


def test_a_column_of_many_accounts_is_the_other_sides(a_file):
    rows = "".join(f"2024-01-31,1.00,P10203040{n}\n" for n in range(8))

    shape = table.describe(a_file("Date,Amount,Account\n" + rows))

    assert found_in(shape)["counter_account"] == "Account"


def test_another_heading_is_refused_with_its_columns(a_file, options):
    mapping = table.describe(a_file(PLAIN)).proposal()
    source = a_file("Date,Total\n2024-01-31,5.00\n")

    with pytest.raises(Unreadable, match="made for: Date, Total"):
        list(table.read(source, options._replace(mapping=mapping)))


def test_one_bad_row_leaves_the_good_ones(a_file, options):
    source = a_file(PLAIN + "soon,1.00,EUR,a,b\n2024-02-14,1e9,EUR,a,b\n")

    found = read(source, options)

    assert [type(f) for f in found] == [BankLine, BankLine, Problem, Problem]
    assert [f.value for f in found[2:]] == ["soon", "1e9"]


def test_an_unclosed_quotation_mark_loses_one_row_only(a_file, options):
    source = a_file(PLAIN + '2024-02-14,1.00,EUR,"a,b\n2024-02-15,2.00,EUR,a,b\n')

    found = read(source, options)

    assert amounts(f for f in found if isinstance(f, BankLine)) == [123456, -850, 200]
    assert [f.where for f in found if isinstance(f, Problem)] == ["line 4"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_read_in_every_encoding(a_file, options, encoding):
    source = a_file("Datum;Betrag;Empfänger\n31.01.24;5,00;Müller\n", encoding)

    [line] = read(source, options)

    assert line.payer == "Müller"


@pytest.mark.parametrize(
    "content", ["", "\n\n", "hello\nworld\n", b"\0\1\2,\3" * 100, b"\x89PNG\r\n,,\0"]
)
def test_what_holds_no_table_is_refused_in_a_sentence(a_file, content):
    with pytest.raises(Unreadable, match="There is no table in this file"):
        table.describe(a_file(content))


def test_a_heading_alone_gives_nothing(a_file, options):
    source = a_file("Date,Amount,Payee\n")

    assert read(source, options) == []


def test_a_table_is_read_only_once_somebody_said_what_it_means(a_file, options):
    source = a_file(PLAIN)

    with pytest.raises(Unreadable, match="not a file that Plait knows"):
        registry.format_of(source, options)

    told = options._replace(mapping=table.describe(source).proposal().to_json())
    assert registry.format_of(source, told).NAME == "table"
    assert len(list(table.read(source, told))) == 2


def test_a_table_without_an_amount_makes_no_proposal(a_file):
    shape = table.describe(a_file("Date,Colour\n2024-01-31,red\n"))

    with pytest.raises(UnusableMapping, match="needed has not been told"):
        shape.proposal()


def test_a_table_is_not_read_without_a_mapping(a_file, options):
    with pytest.raises(Unreadable, match="Nobody has said yet"):
        table.read(a_file(PLAIN), options)

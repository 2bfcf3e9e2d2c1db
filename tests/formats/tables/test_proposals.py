"""What is proposed for tables with traps in them."""

import pytest

from plait.domain.records import BankLine
from plait.formats.tables import table
from plait.formats.tables.mapping import UnusableMapping


def meaning(source):
    shape = table.describe(source)
    return {guess.field: shape.columns[guess.column] for guess in shape.guesses}


def lines(source, options):
    return table.first_lines(source, table.describe(source).proposal(), options, 50)


def paid(source, options):
    return [(one.amount_minor, one.payer) for one in lines(source, options)]


def test_the_column_that_the_balance_follows_is_the_amount(a_file, options):
    source = a_file(
        "23-05-2026;12,00;Bakery;88,00\n"
        "24-05-2026;-8,00;Kiosk;80,00\n"
        "25-05-2026;500,00;Choir;580,00\n"
    )

    assert paid(source, options) == [
        (1200, "Bakery"),
        (-800, "Kiosk"),
        (50000, "Choir"),
    ]


def test_the_balance_before_each_line_is_no_amount_either(a_file):
    source = a_file(
        "2026-05-03,80.00,-8.00,Kiosk\n"
        "2026-05-04,72.00,500.00,Choir\n"
        "2026-05-05,572.00,-2.00,Kiosk\n"
    )

    assert meaning(source)["amount"] == "Column 3"


def test_words_for_the_way_are_seen_by_what_they_are(a_file, options):
    source = a_file(
        "Dag;Som;Richting van boeking;Wie\n"
        "2026-05-03;8,00;Debet;Kiosk\n2026-05-04;500,00;Credit;Koor\n"
    )

    assert paid(source, options) == [(-800, "Kiosk"), (50000, "Koor")]


@pytest.mark.parametrize(
    ("out", "into"),
    [("D", "C"), ("Af", "Bij"), ("S", "H"), ("DR", "CR"), ("Cargo", "Abono")],
)
def test_each_language_has_its_words_for_the_way(a_file, options, out, into):
    source = a_file(
        f"Date,Amount,Way,Name\n2026-05-03,8.00,{out},Kiosk\n2026-05-04,5.00,{into},Koor\n"
    )

    assert paid(source, options) == [(-800, "Kiosk"), (500, "Koor")]


def test_ones_own_name_and_account_are_never_the_other_side(a_file):
    source = a_file(
        "Account holder,Account,Date,Amount,Name,IBAN\n"
        "R Vale,NL91ABNA0417164300,2026-05-03,-8.00,Kiosk,DE02120300000000202051\n"
        "R Vale,NL91ABNA0417164300,2026-05-04,500.00,Choir,DE89370400440532013000\n"
    )

    found = meaning(source)

    assert (found["payer"], found["account"]) == ("Name", "Account")
    assert found["counter_account"] == "IBAN"


def test_a_name_column_that_holds_accounts_is_the_account_of_the_other_side(a_file):
    source = a_file(
        "Date;Amount;Counterparty;Name\n"
        "2026-05-03;5,00;NL02RABO0123456789;Hotel\n2026-05-04;-1,00;;Kiosk\n"
    )

    found = meaning(source)

    assert (found["payer"], found["counter_account"]) == ("Name", "Counterparty")


def test_of_a_text_alone_comes_who_it_was(a_file):
    source = a_file("Date,Description,Amount\n2026-05-03,FROM CHOIR,500.00\n")

    assert meaning(source)["payer"] == "Description"
    assert "reference" not in meaning(source)


def test_a_transfer_names_whoever_is_at_its_other_end(a_file, options):
    source = a_file(
        "Direction,Finished on,Source name,Source amount,Source fee amount,Target name,"
        "Target amount\n"
        "OUT,2026-05-03,Me,8.00,0.50,Kiosk,8.00\n"
        "IN,2026-05-04,Choir,500.00,2.00,Me,500.00\n"
        "NEUTRAL,2026-05-05,Me,1.00,0.10,Me,1.10\n"
    )

    # What leaves is the amount and its fee; whoever sends pays the fee.
    assert paid(source, options) == [(-850, "Kiosk"), (50000, "Choir")]


def test_a_fee_is_taken_off_where_the_balance_says_so(a_file, options):
    source = a_file(
        "Date,Who,Amount,Fee,Balance\n"
        "2026-05-03,Kiosk,-8.00,0.50,91.50\n"
        "2026-05-04,Choir,500.00,0.00,591.50\n2026-05-05,Kiosk,-1.00,0.50,590.00\n"
    )

    assert [amount for amount, _ in paid(source, options)] == [-850, 50000, -150]


def test_what_is_net_of_the_fee_is_the_amount(a_file):
    source = a_file(
        "Date,Name,Gross,Fee,Net,Currency\n2026-05-03,Choir,500.00,-9.00,491.00,usd\n"
    )

    found = meaning(source)

    assert (found["amount"], found["currency"]) == ("Net", "Currency")
    assert "fee" not in found


def test_lines_that_are_not_booked_are_left_out(a_file, options):
    source = a_file(
        "Date,Name,Amount,State\n2026-05-03,Choir,5.00,COMPLETED\n"
        "2026-05-04,Kiosk,-1.00,PENDING\n2026-05-04,Kiosk,-1.00,REVERTED\n"
    )
    shape = table.describe(source)

    assert (meaning(source)["status"], shape.counts) == ("State", ("COMPLETED",))
    assert paid(source, options) == [(500, "Choir")]


def test_a_state_that_nobody_has_said_of_is_a_problem(a_file, options):
    first = a_file("Date,Name,Amount,State\n2026-05-03,Choir,5.00,Done\n")
    mapping = table.describe(first).proposal()
    later = a_file("Date,Name,Amount,State\n2026-06-03,Choir,5.00,Halfway\n")

    [found] = table.first_lines(later, mapping, options)

    assert (found.what, found.value) == (
        "It cannot be told whether this line is booked",
        "Halfway",
    )


CARDS = {
    "the bill is paid": "Date,Text,Amount\n2026-05-03,BOOKS,18.25\n"
    "2026-05-04,PAYMENT RECEIVED - THANK YOU,-90.00\n",
    "a purchase": "Date,Text,Type,Amount\n2026-05-03,BOOKS,Purchase,18.25\n"
    "2026-05-04,BANK,Payment,-90.00\n",
    "a card": "Date,Text,Card Member,Amount\n2026-05-03,BOOKS,R VALE,18.25\n",
}
INCOME = {
    "a shop sells": "Date,Type,Title,Amount\n2026-05-03,Sale,Order 1,30.00\n"
    "2026-05-03,Fee,Listing,-0.20\n",
    "a card terminal": "Date,Type,Amount\n2026-05-03,charge,30.00\n",
    "one paid": "Date,Text,Amount\n2026-05-03,CHOIR,500.00\n"
    "2026-05-04,PAYMENT TO KIOSK,-9.00\n",
    "all in": "Date,Text,Amount\n2026-05-03,CHOIR,500.00\n2026-05-04,GLEE,90.00\n",
    "a balance": "Date,Text,Amount,Balance\n2026-05-03,FROM A,5.00,5.00\n"
    "2026-05-04,FROM B,6.00,11.00\n2026-05-05,CARD,-1.00,10.00\n",
}


@pytest.mark.parametrize("rows", CARDS.values(), ids=CARDS)
def test_a_card_that_lists_what_was_spent_without_a_sign_is_turned(
    a_file, options, rows
):
    source = a_file(rows)

    assert table.describe(source).is_spending_positive
    assert paid(source, options)[0] == (-1825, "BOOKS")


@pytest.mark.parametrize("rows", INCOME.values(), ids=INCOME)
def test_income_is_not_taken_for_what_a_card_spent(a_file, rows):
    assert not table.describe(a_file(rows)).is_spending_positive


def test_a_list_of_balances_is_refused_by_what_it_is(a_file):
    source = a_file("Datum;Rekening;Valuta;Boeksaldo\n2026-05-03;A123;EUR;1.234,56\n")

    with pytest.raises(UnusableMapping, match="lists balances, not payments"):
        table.describe(source).proposal()


def test_signs_in_cells_tell_the_currency(a_file, options):
    source = a_file("Date,Who,Paid out,Paid in\n2026-05-03,Kiosk,£23.50,\n")

    [line] = lines(source, options)

    assert (line.amount_minor, line.currency) == (-2350, "GBP")


def test_a_line_in_another_currency_than_the_others_keeps_its_own(a_file, options):
    source = a_file("Date,Who,Amount\n2026-05-03,A,£1.00\n2026-05-04,B,€2.00\n")

    assert [line.currency for line in lines(source, options)] == ["GBP", "EUR"]


def test_the_lines_above_a_table_may_tell_the_currency(a_file):
    source = a_file(
        "Konto:;123\nBewertet in:;CHF\n\nDatum;Text;Betrag\n01.05.2026;A;1.00\n"
    )

    shape = table.describe(source)

    assert shape.currency == ("CHF", "The lines above the table say so")


def test_columns_that_a_person_chose_are_read_anew(a_file, options):
    source = a_file(
        "Date;Text;One;Two\n"
        "2026-05-03;Kiosk;1,50;\u2212100.00\n2026-05-04;Choir;2,50;1300.00-\n"
    )
    shape = table.describe(source)

    chosen = shape.corrected({"date": 0, "payer": 1, "amount": 3})

    assert chosen.decimal.value == "."
    found = table.first_lines(source, chosen.proposal(), options)
    assert [line.amount_minor for line in found] == [-10000, -130000]


def test_a_corrected_direction_brings_its_own_words(a_file, options):
    source = a_file(
        "Date,Text,Sum,Kind\n2026-05-03,Kiosk,1.50,af\n2026-05-04,Choir,2.50,bij\n"
    )
    shape = table.describe(source)
    columns = {"date": 0, "payer": 1, "amount": 2, "direction": 3}

    corrected = shape.corrected(columns)

    assert corrected.out_words == ("af",)
    [first, _] = table.first_lines(source, corrected.proposal(), options)
    assert isinstance(first, BankLine)
    assert first.amount_minor == -150


def test_a_running_number_is_no_number_of_the_bank(a_file):
    source = a_file("ID,Date,Amount,Name\n1,2026-05-03,1.00,A\n2,2026-05-04,2.00,B\n")

    assert "id" not in meaning(source)


def test_ones_own_name_tells_which_column_paid(a_file, options):
    source = a_file(
        "Day,A,B,Sum\n2026-05-13,R Vale,Kiosk,-8.00\n2026-05-14,Choir,R Vale,500.00\n"
    )

    assert paid(source, options) == [(-800, "Kiosk"), (50000, "Choir")]


def test_the_day_of_an_unknown_name_comes_before_the_one_of_interest(a_file):
    source = a_file("Valuta,Dies,Text,Amount\n2026-05-13,2026-05-14,Choir,500.00\n")

    assert meaning(source)["date"] == "Dies"


def test_the_amount_in_the_accounts_currency_is_taken(a_file, options):
    source = a_file(
        "Date,Text,Amount,Currency,Booked amount,Currency\n"
        "2026-05-13,Books,-10.00,USD,-9.00,EUR\n2026-05-14,Choir,5.00,EUR,5.00,EUR\n"
    )

    [first, _] = lines(source, options)

    assert (first.amount_minor, first.currency) == (-900, "EUR")


def test_opening_balances_among_the_lines_are_no_payments(a_file, options):
    source = a_file(
        "Date,Text,Amount\n2026-05-01,Opening balance,900.00\n2026-05-14,Choir,5.00\n"
    )

    assert paid(source, options) == [(500, "Choir")]


def test_what_pays_a_card_may_be_minus_in_its_own_column(a_file, options):
    source = a_file(
        "Date,Text,Debit,Credit\n2026-05-13,BOOKS,18.25,\n2026-05-14,THANKS,,-90.00\n"
    )

    assert [amount for amount, _ in paid(source, options)] == [-1825, 9000]


@pytest.mark.parametrize("heading", ["Deebet/Kreedit", "Credit or Debit", "Soll/Haben"])
def test_a_heading_of_both_ways_tells_the_way_of_a_line_alone(a_file, options, heading):
    source = a_file(f"Date;Name;Sum;{heading}\n2026-05-03;Kiosk;8,00;D\n")

    assert paid(source, options) == [(-800, "Kiosk")]


def test_a_list_of_bills_gives_what_was_paid_and_when(a_file, options):
    source = a_file(
        "Factuurdatum;Klant;Bedrag excl. btw;Btw;Bedrag incl. btw;Betaald op\n"
        "01-05-2026;Koor;100,00;21,00;121,00;28-05-2026\n"
    )

    found = meaning(source)

    assert (found["date"], found["amount"]) == ("Betaald op", "Bedrag incl. btw")
    assert paid(source, options) == [(12100, "Koor")]


def test_the_currency_of_a_purchase_is_not_that_of_the_account(a_file, options):
    source = a_file(
        "Date,Name,Amount (EUR),Original amount,Original currency\n"
        "2026-05-13,Books,-9.00,-10.00,USD\n2026-05-14,Choir,5.00,,\n"
    )

    assert [line.currency for line in lines(source, options)] == ["EUR", "EUR"]


def test_columns_without_known_names_are_in_and_out_if_each_row_fills_one(
    a_file, options
):
    source = a_file(
        "Dzień;Kto;Alfa;Beta;Gamma\n"
        "2026-05-03;Kiosk;8,00;;92,00\n"
        "2026-05-04;Choir;;500,00;592,00\n"
        "2026-05-05;Baker;2,00;;590,00\n"
    )

    assert meaning(source)["money_out"] == "Alfa"
    assert paid(source, options) == [(-800, "Kiosk"), (50000, "Choir"), (-200, "Baker")]


def test_the_balance_tells_which_of_two_unknown_words_means_out(a_file, options):
    source = a_file(
        "Day,Who,Amount,Sort,Balance\n"
        "2026-05-05,Baker,2.00,xa,590.00\n"
        "2026-05-04,Choir,500.00,xo,592.00\n"
        "2026-05-03,Kiosk,8.00,xa,92.00\n"
    )

    assert table.describe(source).out_words == ("xa",)
    assert paid(source, options) == [(-200, "Baker"), (50000, "Choir"), (-800, "Kiosk")]


@pytest.mark.parametrize(
    "heading",
    [
        "Дата;Описание;Расход;Приход",
        "日付;摘要;お支払金額;お預り金額",
        "날짜;적요;출금(원);입금(원)",
        "תאריך;תיאור;חובה;זכות",
        "Ngày;Nội dung;Ghi nợ;Ghi có",
        "Tanggal;Keterangan;Debet;Kredit",
    ],
)
def test_columns_are_known_in_scripts_of_their_own(a_file, options, heading):
    source = a_file(f"{heading}\n2026-05-03;Kiosk;8;\n2026-05-04;Choir;;500\n")

    assert [one.payer for one in lines(source, options)] == ["Kiosk", "Choir"]
    assert [one.amount_minor < 0 for one in lines(source, options)] == [True, False]


@pytest.mark.parametrize("dash", ["-", "--", "—"])
def test_a_dash_stands_for_nothing(a_file, options, dash):
    source = a_file(
        "Date,Payee,Paid in,Paid out,Currency\n"
        f"2026-05-03,Kiosk,{dash},8.00,{dash}\n2026-05-04,Choir,500.00,{dash},{dash}\n"
    )

    assert paid(source, options) == [(-800, "Kiosk"), (50000, "Choir")]


@pytest.mark.parametrize(
    ("written", "code"), [("TL", "TRY"), ("zł", "PLN"), ("RUR", "RUB"), ("€", "EUR")]
)
def test_a_currency_column_may_hold_signs(a_file, options, written, code):
    source = a_file(
        f"Date;Payee;Amount;Currency\n2026-05-03;Kiosk;-8,00;{written}\n"
        f"2026-05-04;Choir;500,00;{written}\n"
    )

    assert [line.currency for line in lines(source, options)] == [code, code]


def test_the_currency_of_a_heading_is_surer_than_that_of_a_purchase(a_file, options):
    source = a_file(
        "Date;Shop;Amount (UAH);Amount there;Currency\n"
        "2026-05-03;Kiosk;-90,00;-2,00;EUR\n2026-05-04;Choir;500,00;500,00;UAH\n"
    )

    assert {line.currency for line in lines(source, options)} == {"UAH"}


def test_a_row_of_sums_does_not_hide_what_came_in_and_went_out(a_file, options):
    source = a_file(
        "Datum;Text;Belastung;Gutschrift\nTotal;;8.00;500.00\n"
        "03.05.2026;Kiosk;8.00;\n04.05.2026;Choir;;500.00\n"
    )
    found = [one for one in lines(source, options) if isinstance(one, BankLine)]

    assert [one.amount_minor for one in found] == [-800, 50000]


def test_a_day_that_is_never_earlier_is_that_of_booking(a_file, options):
    source = a_file(
        "Transaction date,Day it counted,Payee,Amount\n"
        "2026-05-03,2026-05-05,Kiosk,-8.00\n2026-05-04,2026-05-04,Choir,500.00\n"
    )

    assert meaning(source)["date"] == "Day it counted"


def test_many_account_holders_are_others_and_one_is_oneself(a_file):
    rows = "2026-05-03;{};lunch;-8,00\n2026-05-04;{};song;500,00\n2026-05-05;{};bread;-2,00\n"
    heading = "Datum;Kontoinhaber;Verwendungszweck;Betrag\n"

    others = a_file(heading + rows.format("Kiosk", "Choir", "Baker"))
    assert meaning(others)["payer"] == "Kontoinhaber"
    oneself = a_file(heading + rows.format("Robin", "Robin", "Robin"))
    assert meaning(oneself)["payer"] == "Verwendungszweck"


def test_of_several_nets_it_is_the_one_behind_the_fee(a_file):
    source = a_file(
        "Date,Customer ID,Customer Name,Net Sales,Fees,Net Total\n"
        "2026-05-03,C1,Ada,40.00,-1.14,38.86\n2026-05-04,C2,Sam,10.00,-0.30,9.70\n"
    )

    assert meaning(source)["amount"] == "Net Total"
    assert meaning(source)["payer"] == "Customer Name"


def test_a_sign_may_stand_in_brackets(a_file, options):
    source = a_file(
        "Date,Payee,Amount\n2026-05-03,Kiosk,(-) 8.00\n2026-05-04,Choir,500.00\n"
    )

    assert paid(source, options) == [(-800, "Kiosk"), (50000, "Choir")]


def test_what_is_called_spending_went_out(a_file, options):
    source = a_file(
        "ご利用日,ご利用先,ご利用金額\n2026/05/03,Kiosk,8\n2026/05/04,Shop,5\n"
    )

    assert [one.amount_minor < 0 for one in lines(source, options)] == [True, True]

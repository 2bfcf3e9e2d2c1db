"""British banks whose statement is one table: pounds, days first."""

import pytest

LLOYDS = (
    "Transaction Date,Transaction Type,Sort Code,Account Number,"
    "Transaction Description,Debit Amount,Credit Amount,Balance,\n"
    "15/09/2026,DEB,'11-22-33,12345678,KIOSK CAFE,4.50,,1245.50,\n"
    "14/09/2026,FPI,'11-22-33,12345678,HARBOUR TRUST 40000012345678 INV 7,,1250.00,1250.00,\n"
)
HSBC = (
    "Date,Type,Description,Paid out,Paid in,Balance\n"
    '14 Sep 2026,CR,"HARBOUR TRUST      INV 7",,"1,250.00",\n'
    '14 Sep 2026,)))," KIOSK CAFE ",4.50, ,"1,245.50"\n'
)
NATIONWIDE = (
    '"Account Name:","Current ****45678"\n"Account Balance:","£1245.50"\n'
    '"Available Balance: ","£1245.50"\n\n'
    '"Date","Transaction type","Description","Paid out","Paid in","Balance"\n'
    '"14 Sep 2026","Bank credit","FASTER PAYMENT FROM HARBOUR TRUST REF INV 7","",'
    '"£1250.00","£1250.00"\n'
    '"15 Sep 2026","Visa purchase","KIOSK CAFE","£4.50","","£1245.50"\n'
)
BARCLAYS = (
    "Number,Date,Account,Amount,Subcategory,Memo\n"
    "\t,15/09/2026,11-22-33 12345678,-4.50,PAYMENT,KIOSK CAFE        ON 14 SEP    BCC\n"
    "\t,14/09/2026,11-22-33 12345678,1250.00,FT,HARBOUR TRUST      \tINV 7     FT\n"
)
NATWEST = (
    "Date, Type, Description, Value, Balance, Account Name, Account Number\n\n"
    '15/09/2026,POS,"\'2565 14SEP26 , KIOSK CAFE",-4.50,1245.50,"\'N VERMEER",'
    '"\'112233-12345678",\n'
    '14/09/2026,BAC,"\'HARBOUR TRUST , INV 7",1250.00,1250.00,"\'N VERMEER",'
    '"\'112233-12345678",\n'
)
MIDATA = (
    "Date,Type,Merchant/Description,Debit/Credit,Balance\n"
    "15/09/2026,))),KIOSK CAFE      London,-£4.50,+£1245.50\n"
    "14/09/2026,CR,HARBOUR TRUST,+£1250.00,+£1250.00\n"
)
WITH_BALANCES = {
    "lloyds": (LLOYDS, "112233/12345678"),
    "hsbc": (HSBC, "hsbc:GBP"),
    "nationwide": (NATIONWIDE, "nationwide:Current ****45678"),
    "natwest": (NATWEST, "112233-12345678"),
    "midata": (MIDATA, "midata:GBP"),
}
ALL = WITH_BALANCES | {"barclays": (BARCLAYS, "11-22-33 12345678")}


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_what_came_in_and_went_out_is_read_in_pounds(statement, name, encoding):
    content, account = ALL[name]

    read = statement(content, encoding)

    assert (read.format, read.problems) == (name, [])
    amounts = {line.amount_minor for line in read.lines}
    assert amounts == {125000, -450}
    assert {(line.currency, line.account) for line in read.lines} == {("GBP", account)}
    payer = next(line.payer for line in read.lines if line.amount_minor > 0)
    assert payer == "HARBOUR TRUST"
    assert min(read.lines, key=lambda one: one.amount_minor).payer == "KIOSK CAFE"


@pytest.mark.parametrize("name", WITH_BALANCES)
def test_the_balances_tell_what_the_statement_opens_and_ends_on(statement, name):
    content, account = WITH_BALANCES[name]

    [period] = statement(content).periods

    assert (period.opening_minor, period.closing_minor) == (0, 124550)
    assert (period.account, period.currency) == (account, "GBP")


def test_the_charges_of_a_card_of_natwest_went_out(statement):
    read = statement(
        "Date,Type,Description,Value,Balance,Account Name,Account Number\n"
        "14 Sep 2026,Purchase,KIOSK CAFE,4.50,,N VERMEER,556677******1234\n"
        "15 Sep 2026,Payment,DIRECT DEBIT PAYMENT,-100.00,,N VERMEER,556677******1234\n"
    )

    assert [line.amount_minor for line in read.lines] == [-450, 10000]


def test_the_charges_of_a_card_of_lloyds_went_out(statement):
    read = statement(
        "Date,Date entered,Reference,Description,Amount,\n"
        "13/09/2026,14/09/2026,40000189,KIOSK CAFE            ,4.50,\n"
        "15/09/2026,15/09/2026,40000190,PAYMENT RECEIVED,-100.00,\n"
    )

    assert read.format == "lloyds"
    assert [line.amount_minor for line in read.lines] == [-450, 10000]
    assert read.lines[0].booked_on.day == 14


def test_an_amount_in_another_currency_is_a_problem(statement):
    read = statement(NATIONWIDE.replace("£4.50", "€4.50"))

    [problem] = read.problems
    assert problem.what == "This amount is in another currency than its account"


def test_a_pound_sign_that_an_encoding_broke_is_passed_over(statement):
    read = statement(NATIONWIDE.replace("£", "\ufffd"))

    assert {line.amount_minor for line in read.lines} == {125000, -450}


def test_a_month_first_date_is_not_turned_round(statement):
    read = statement(LLOYDS.replace("15/09/2026", "09/15/2026"))

    assert [problem.value for problem in read.problems] == ["09/15/2026"]


def test_an_opening_balance_is_no_payment(statement):
    read = statement(
        "Date,Type,Description,Paid out,Paid in,Balance\n"
        "01/09/2026,,BALANCE BROUGHT FORWARD,,,500.00\n"
        "02/09/2026,DD,Electric,100.00,,400.00\n"
    )

    assert [line.amount_minor for line in read.lines] == [-10000]


def test_the_overdraft_below_midata_is_no_row_of_it(statement):
    text = MIDATA.replace(",", ";") + "\nArranged overdraft limit;16/09/2026;+£50.00\n"

    read = statement(" " + text)

    assert (read.format, read.problems, len(read.lines)) == ("midata", [], 2)

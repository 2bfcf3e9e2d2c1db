"""American banks: dollars, months first."""

from datetime import date

CHASE = (
    "Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #\n"
    "DEBIT,09/15/2026,KIOSK CAFE,-4.50,DEBIT_CARD,1245.50,,\n"
    "CREDIT,09/14/2026,HARBOUR TRUST,1250.00,ACH_CREDIT,1250.00,,\n"
)
CHASE_CARD = (
    "Card,Transaction Date,Post Date,Description,Category,Type,Amount,Memo\n"
    "1234,09/14/2026,09/15/2026,KIOSK CAFE,Food & Drink,Sale,-4.50,\n"
)
BANK_OF_AMERICA = (
    "Description,,Summary Amt.\n"
    'Beginning balance as of 09/01/2026,,"1,000.00"\n'
    'Total credits,,"1,250.00"\nTotal debits,,"-4.50"\n'
    'Ending balance as of 09/30/2026,,"2,245.50"\n\n'
    "Date,Description,Amount,Running Bal.\n"
    '09/01/2026,Beginning balance as of 09/01/2026,,"1,000.00"\n'
    '09/14/2026,"HARBOUR TRUST","1,250.00","2,250.00"\n'
    '09/15/2026,"KIOSK CAFE","-4.50","2,245.50"\n'
)
BANK_OF_AMERICA_CARD = (
    "Posted Date,Reference Number,Payee,Address,Amount\n"
    '09/15/2026,24000000000000000000001,"KIOSK CAFE","PORTLAND OR ",-4.50\n'
)


def test_the_account_of_chase_is_read(statement):
    read = statement(CHASE)

    assert (read.format, read.problems) == ("chase", [])
    assert [(one.booked_on, one.amount_minor) for one in read.lines] == [
        (date(2026, 9, 15), -450),
        (date(2026, 9, 14), 125000),
    ]
    assert {(one.currency, one.account) for one in read.lines} == {("USD", "chase:USD")}
    [period] = read.periods
    assert (period.opening_minor, period.closing_minor) == (0, 124550)


def test_the_card_of_chase_is_an_account_of_its_own(statement):
    read = statement(CHASE_CARD)

    [line] = read.lines
    assert (line.amount_minor, line.account) == (-450, "chase_card:USD")
    assert line.booked_on == date(2026, 9, 15)


def test_the_card_of_chase_is_read_as_it_was_written_before(statement):
    read = statement(
        "Type,Trans Date,Post Date,Description,Amount\n"
        "Sale,09/14/2026,09/15/2026,KIOSK CAFE,-4.50\n"
    )

    [line] = read.lines
    assert (line.amount_minor, line.account) == (-450, "chase_card:USD")


def test_bank_of_america_is_read_below_its_summary(statement):
    read = statement(BANK_OF_AMERICA)

    assert (read.format, read.problems) == ("bank_of_america", [])
    assert [(one.payer, one.amount_minor) for one in read.lines] == [
        ("HARBOUR TRUST", 125000),
        ("KIOSK CAFE", -450),
    ]
    [period] = read.periods
    assert (period.opening_minor, period.closing_minor) == (100000, 224550)


def test_the_card_of_bank_of_america_has_numbers_that_last(statement):
    read = statement(BANK_OF_AMERICA_CARD)

    [line] = read.lines
    assert (line.bank_id, line.amount_minor) == ("24000000000000000000001", -450)


def test_what_is_pending_at_chase_has_no_balance_and_is_left_out(statement):
    heading, rows = CHASE.split("\n", 1)
    pending = "DEBIT,09/16/2026,PENDING,-9.99,DEBIT_CARD, ,,"

    read = statement(f"{heading}\n{pending}\n{rows}")

    assert [one.amount_minor for one in read.lines] == [-450, 125000]


def test_an_account_of_chase_that_tells_no_balance_is_read_whole(statement):
    read = statement(CHASE.replace("1245.50", "").replace(",1250.00,,\n", ",,,\n"))

    assert len(read.lines) == 2

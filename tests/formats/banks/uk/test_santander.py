"""Santander UK's text file."""

from datetime import date

import pytest

TEXT = (
    "From: 01/09/2026 to 30/09/2026\r\n\r\nAccount:\xa0XXXX XXXX XXXX 1234\r\n\r\n"
    "Date:\xa015/09/2026\r\nDescription:\xa0CARD PAYMENT TO KIOSK CAFE ON 2026-09-14\r\n"
    "Amount:\xa0-4.50\xa0\r\nBalance:\xa01245.50\xa0\r\n\r\n"
    "Date:\xa014/09/2026\r\n"
    "Description:\xa0FASTER PAYMENTS RECEIPT REF.INV 7 FROM HARBOUR TRUST\r\n"
    "Amount:\xa01250.00\xa0\r\nBalance:\xa01250.00\xa0\r\n"
)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8"])
def test_four_lines_are_one_payment(statement, encoding):
    read = statement(TEXT, encoding)

    assert (read.format, read.problems) == ("santander", [])
    assert [(one.payer, one.amount_minor, one.line) for one in read.lines] == [
        ("KIOSK CAFE", -450, 5),
        ("HARBOUR TRUST", 125000, 10),
    ]
    assert {(one.account, one.currency) for one in read.lines} == {
        ("santander:1234", "GBP")
    }


def test_days_and_balances_are_known(statement):
    [period] = statement(TEXT).periods

    assert (period.opening_minor, period.closing_minor) == (0, 124550)
    assert (period.starts_on, period.ends_on) == (date(2026, 9, 1), date(2026, 9, 30))


def test_a_payment_without_its_amount_is_a_problem_of_its_own(statement):
    read = statement(TEXT.replace("Amount:\xa01250.00\xa0\r\n", ""))

    [problem] = read.problems
    assert (problem.what, problem.value) == (
        "A value that every transaction has is missing",
        "Amount",
    )
    assert len(read.lines) == 1


def test_a_letter_that_begins_alike_is_left_alone(a_file, options):
    from plait.formats.banks.uk import santander

    assert not santander.recognise(a_file("From: Nora\nTo: Ada\n\nDate: tomorrow\n"))

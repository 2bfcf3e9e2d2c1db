"""QIF: day order by evidence, splits as one payment, transfers as one's own money."""

from datetime import date

import pytest

from plait.domain.errors import Problem
from plait.domain.records import RecordStatus
from plait.formats.banks.standards import qif
from plait.formats.source import Unreadable

BANK = "!Type:Bank\n"


def entry(day="21/3/2026", amount="48.50", payer="Zwemclub De Golf", more=""):
    return f"D{day}\nT{amount}\nP{payer}\n{more}^\n"


def lines(source, options):
    assert qif.recognise(source)
    return list(qif.read(source, options))


def test_an_entry_is_a_payment_in_the_persons_currency(a_file, options):
    text = BANK + entry(more="MLesson in March\nN104\n")

    [line] = lines(a_file(text), options._replace(currency="GBP"))

    assert (line.booked_on, line.amount_minor, line.currency) == (
        date(2026, 3, 21),
        4850,
        "GBP",
    )
    assert (line.payer, line.reference) == ("Zwemclub De Golf", "Lesson in March")


@pytest.mark.parametrize(
    ("day", "with_it", "expected"),
    [
        ("3/4'26", "2/27'26", date(2026, 3, 4)),
        ("3/ 4/26", "27/ 2/26", date(2026, 4, 3)),
        ("03.04.2025", "27.02.2025", date(2025, 4, 3)),
        ("2025-04-03", "2025-02-27", date(2025, 4, 3)),
        ("12/31' 6", "12/30' 6", date(2006, 12, 31)),
    ],
)
def test_the_order_of_day_and_month_is_what_all_dates_allow(
    a_file, options, day, with_it, expected
):
    first, _ = lines(a_file(BANK + entry(day) + entry(with_it)), options)

    assert first.booked_on == expected


def test_dates_that_can_be_read_two_ways_are_asked_about(a_file, options):
    source = a_file(BANK + entry("1/2/2026"))

    with pytest.raises(Unreadable, match="two ways"):
        lines(source, options)
    [line] = lines(source, options._replace(is_day_first=True))
    assert line.booked_on == date(2026, 2, 1)


def test_a_split_is_one_payment_of_its_total(a_file, options):
    parts = "SIncome:Lessons\nEMonday group\n$30.00\nSIncome:Hire\nEBoards\n$18.50\n"

    [line] = lines(a_file(BANK + entry(more=parts)), options)

    assert (line.amount_minor, line.reference) == (4850, "Monday group Boards")


def test_a_transfer_between_own_accounts_is_private(a_file, options):
    [line] = lines(a_file(BANK + entry(amount="-200.00", more="L[Savings]\n")), options)

    assert line.status is RecordStatus.PRIVATE


def test_accounts_are_kept_apart_by_their_names(a_file, options):
    text = (
        "!Account\nNPraktijk\nTBank\n^\n"
        + BANK
        + entry()
        + "!Account\nNKaart\nTCCard\n^\n!Type:CCard\n"
        + entry(amount="-7.00")
    )

    found = lines(a_file(text), options)

    assert [line.account for line in found] == ["qif:Praktijk", "qif:Kaart"]


def test_the_opening_balance_names_the_account_and_is_no_payment(a_file, options):
    opening = entry(amount="1,000.00", payer="Opening Balance", more="L[Praktijk]\n")

    [line] = lines(a_file(BANK + opening + entry()), options)

    assert (line.account, line.amount_minor) == ("qif:Praktijk", 4850)


def test_categories_and_securities_are_no_payments(a_file, options):
    text = (
        "!Type:Cat\nNLessons\nI\n^\n!Type:Invst\nD21/3/2026\nNBuy\nYSome fund\n^\n"
        + BANK
        + entry()
    )

    problem, line = lines(a_file(text), options)

    assert isinstance(problem, Problem)
    assert line.amount_minor == 4850


@pytest.mark.parametrize("given", [entry(day="21/13/2026"), entry(amount="a lot")])
def test_a_bad_entry_costs_itself_only(a_file, options, given):
    problem, line = lines(a_file(BANK + given + entry()), options)

    assert isinstance(problem, Problem)
    assert line.amount_minor == 4850


def test_the_last_entry_may_lack_its_end(a_file, options):
    text = (BANK + entry()).removesuffix("^\n")

    [line] = lines(a_file(text), options)

    assert line.amount_minor == 4850

"""Interest on late invoices: the half-year's rate, simple or grown, rounded at the end."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from plait.analysis.obligations.interest import late_interest, late_invoices
from plait.reference.obligations.kinds import LateInterest
from plait.reference.obligations.packs import pack
from tests.cast import Life

UK, NL = (pack(code).of_kind(LateInterest)[0][1] for code in ("uk", "nl"))


def late(how, amount: str, due: str, days: int, currency: str = "GBP"):
    due_on = date.fromisoformat(due)
    on = due_on + timedelta(days=days)
    return late_interest(how, Decimal(amount), due_on, on, currency=currency)


@pytest.mark.parametrize(
    ("amount", "due", "days", "percent", "interest"),
    [
        # 1,000 x 8.5 % = 85 a year, of which a 365th is 0.2329: 0.23 a day
        ("1000", "2015-12-31", 365, "8.5", "85.00"),
        ("1000", "2015-12-31", 1, "8.5", "0.23"),
        # 5,000 x 12.25 % x 101 / 365 = 169.486; the rate of 30 June 2025 was 4.25 %
        ("5000", "2025-06-30", 101, "12.25", "169.49"),
        # 2,000 x 13.25 % x 45 / 365 = 32.671; not 32.66, which rounds 45 / 365 first
        ("2000", "2024-01-31", 45, "13.25", "32.67"),
    ],
)
def test_the_oracles_of_uk_interest(amount, due, days, percent, interest):
    found = late(UK, amount, due, days)

    assert found.percent == Decimal(percent)
    assert found.interest == Decimal(interest)
    assert found.fixed_sum == 70
    assert found.is_rate_known


def test_the_amount_of_a_day_is_not_rounded_before_it_is_multiplied():
    # Rounded first: 5,000 x 12.25 % / 365 = 1.678 -> 1.68 x 101 = 169.68
    assert late(UK, "5000", "2025-06-30", 101).interest != Decimal("169.68")


@pytest.mark.parametrize(
    ("amount", "fixed"),
    [("999.99", 40), ("1000", 70), ("9999.99", 70), ("10000", 100)],
)
def test_the_fixed_sum_goes_up_in_steps(amount, fixed):
    assert late(UK, amount, "2025-06-30", 1).fixed_sum == fixed


def test_in_the_uk_the_rate_of_the_half_year_it_became_late_in_stays():
    # Due on 30 June 2024: late from 1 July on, the rate of 30 June 2024, 5.25 %. Bank
    # Rate fell on 1 August 2024 and the half-year ended in December: both change nothing.
    found = late(UK, "1000", "2024-06-30", 365)

    assert found.percent == Decimal("13.25")
    assert found.interest == Decimal("132.50")


def test_a_debt_due_on_30_june_is_late_in_the_second_half_year():
    before, after = (late(UK, "1000", f"2023-06-{day}", 1) for day in ("29", "30"))

    assert before.percent == Decimal("11.50")  # 8 + 3.50 of 31 December 2022
    assert after.percent == Decimal("13.00")  # 8 + 5.00 of 30 June 2023


@pytest.mark.parametrize("days", [0, -1])
def test_what_is_not_late_bears_nothing(days):
    assert late(UK, "1000", "2025-06-30", days) is None


def test_in_the_netherlands_each_half_year_has_its_own_rate():
    # 1 June to 31 July 2023, a year of 366 days from 1 June: 30 days at 10.5 % and 31
    # at 12 %: 10,000 x (10.5 x 30 + 12 x 31) / 100 / 366 = 187.70
    found = late(NL, "10000", "2023-05-31", 61, "EUR")

    assert found.percent == Decimal("12.00")
    assert found.interest == Decimal("187.70")
    assert found.fixed_sum == 40


def test_in_the_netherlands_interest_of_a_whole_year_bears_interest():
    # 2024: 366 days, 182 at 12.5 % and 184 at 12.25 %: 12.37432 % -> 1,237.43
    # 2025 to 30 June: 181 days at 11.15 % on 11,237.432 -> 621.338 more
    year = late(NL, "10000", "2023-12-31", 366, "EUR")
    longer = late(NL, "10000", "2023-12-31", 366 + 181, "EUR")

    assert year.interest == Decimal("1237.43")
    assert longer.interest == Decimal("1858.77")


def test_a_half_year_without_a_rate_takes_the_last_one_and_says_so():
    found = late(NL, "10000", "2026-07-31", 10, "EUR")

    assert found.percent == Decimal("10.15")
    assert not found.is_rate_known
    assert not found.is_rate_confirmed


def test_a_debt_older_than_the_rates_says_so():
    assert not late(UK, "1000", "2014-05-01", 10).is_rate_known


def test_a_debt_of_29_february_grows_by_whole_years():
    # Late from 29 February 2024 on; a year ends before 1 March 2025: 366 days.
    found = late(replace(NL, references=NL.references[4:5]), "100", "2024-02-28", 366)

    assert found.interest == Decimal("12.50")


def test_invoices_that_are_paid_not_yet_due_or_not_yet_sent_are_not_late():
    life = Life("2025-10-09").role("Consulting")
    life.invoices_for("Consulting", "5000 GBP", "2025-05-31", "2025-06-30")
    life.invoices_for(
        "Consulting", "700 GBP", "2025-05-31", "2025-06-30", paid="2025-08-01"
    )
    life.invoices_for("Consulting", "800 GBP", "2025-10-01", "2025-10-31")

    (found,) = late_invoices(life.portfolio(), pack("uk"))

    assert found.invoice == 0
    assert (found.late.interest, found.late.fixed_sum) == (Decimal("169.49"), 70)


def test_an_invoice_paid_after_the_date_was_not_paid_on_it():
    life = Life("2025-10-09").role("Consulting")
    life.invoices_for(
        "Consulting", "5000 GBP", "2025-05-31", "2025-06-30", paid="2025-10-10"
    )

    assert len(late_invoices(life.portfolio(), pack("uk"))) == 1


def test_a_debt_in_another_currency_has_interest_and_no_fixed_sum():
    life = Life("2025-10-09").role("Consulting")
    life.invoices_for("Consulting", "5000 EUR", "2025-05-31", "2025-06-30")

    (found,) = late_invoices(life.portfolio(), pack("uk"))

    assert found.late.interest == Decimal("169.49")
    assert found.late.fixed_sum is None


def test_the_latest_stand_first():
    life = Life("2025-10-09").role("Consulting")
    life.invoices_for("Consulting", "10 GBP", "2025-08-01", "2025-09-01")
    life.invoices_for("Consulting", "20 GBP", "2025-05-31", "2025-06-30")

    assert [one.invoice for one in late_invoices(life.portfolio(), pack("uk"))] == [
        1,
        0,
    ]


def test_a_published_rate_a_day_of_the_first_half_of_2026():
    # usewolfx.com (June 2026): 10,000 at 8 + 3.75 % are about 3.22 a day.
    how = pack("uk").rule("T-5").how
    found = [
        late_interest(
            how, Decimal(10000), date(2026, 1, 31), date(2026, 2, day), currency="GBP"
        )
        for day in (1, 2)
    ]

    assert [one.interest for one in found] == [Decimal("3.22"), Decimal("6.44")]

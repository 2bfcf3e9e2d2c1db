"""The United States: instalments on business days, and how much is enough."""

from datetime import date
from decimal import Decimal

import pytest

from plait.analysis.obligations.facts import NO_FACTS, TaxFacts
from plait.analysis.obligations.obligation import ObligationKind, WhyUnknown
from plait.analysis.obligations.report import obligations
from plait.analysis.obligations.safe_harbour import prepayment
from plait.reference.obligations.packs import pack
from tests.cast import Life

US = pack("us")


def facts(**told: str) -> TaxFacts:
    return TaxFacts(**{name: Decimal(value) for name, value in told.items()})


def due(on: str, until: str, told: TaxFacts = NO_FACTS, what=ObligationKind.ESTIMATED):
    life = Life(on, currency="USD", country="US").role("Writing")
    answer = obligations(
        life.portfolio(), US, until=date.fromisoformat(until), facts=told
    )
    return [one for one in answer.due if one.kind is what]


def test_no_date_of_2026_moves():
    assert [one.due_on for one in due("2026-01-16", "2027-01-15")] == [
        date(2026, 4, 15),  # Wednesday
        date(2026, 6, 15),  # Monday
        date(2026, 9, 15),  # Tuesday
        date(2027, 1, 15),  # Friday
    ]


@pytest.mark.parametrize(
    ("year", "dates"),
    [
        # 15 April 2023 a Saturday, Monday the 17th Emancipation Day in Washington;
        # 15 January 2024 Martin Luther King Day
        (2023, ["2023-04-18", "2023-06-15", "2023-09-15", "2024-01-16"]),
        # Emancipation Day on Saturday 16 April is kept on Friday the 15th;
        # 15 January 2023 a Sunday, and the Monday is Martin Luther King Day
        (2022, ["2022-04-18", "2022-06-15", "2022-09-15", "2023-01-17"]),
        # 15 June 2024 a Saturday, 15 September a Sunday
        (2024, ["2024-04-15", "2024-06-17", "2024-09-16", "2025-01-15"]),
    ],
)
def test_weekends_and_holidays_move_a_date_to_the_next_business_day(year, dates):
    found = due(f"{year}-02-01", f"{year + 1}-01-31")

    assert [one.due_on.isoformat() for one in found] == dates


def test_the_stretches_are_of_three_two_three_and_four_months():
    found = due("2026-02-01", "2027-01-31")

    months = [
        (f.period.end.year - f.period.start.year) * 12
        + f.period.end.month
        - f.period.start.month
        for f in found
    ]
    assert months == [3, 2, 3, 4]
    assert found[0].period.start == date(2026, 1, 1)
    assert found[-1].period.end == date(2027, 1, 1)


def test_after_a_high_income_last_years_harbour_is_110_percent():
    # 10,000 x 1.10 = 11,000, because 180,000 > 150,000
    found = prepayment(US, facts(last_bill="10000", last_income="180000"))

    assert found.prior == 11000
    assert found.required == Decimal("11000.00")


def test_the_smaller_of_both_harbours_is_enough():
    # 9,000 x 0.90 = 8,100 < 11,000; a fourth is 2,025
    told = facts(last_bill="10000", last_income="180000", expected_bill="9000")
    found = prepayment(US, told)

    assert found.current == 8100
    assert found.required == Decimal("8100.00")
    assert found.each == Decimal("2025.00")
    assert found.is_needed


@pytest.mark.parametrize(
    ("income", "apart", "prior"),
    [
        ("150000", False, 10000),
        ("150000.01", False, 11000),
        ("75000", True, 10000),
        ("75000.01", True, 11000),
    ],
)
def test_a_high_income_is_more_than_the_threshold(income, apart, prior):
    told = TaxFacts(Decimal(10000), last_income=Decimal(income), files_apart=apart)

    assert prepayment(US, told).prior == prior


def test_without_last_years_income_the_cautious_harbour_is_taken():
    assert prepayment(US, facts(last_bill="10000")).prior == 11000


@pytest.mark.parametrize(
    ("at_source", "is_needed"),
    [
        ("8000.01", False),  # 9,000 - 8,000.01 < 1,000
        ("8000", True),
        ("8100", False),  # 90 % is withheld already
    ],
)
def test_withholding_may_be_enough(at_source, is_needed):
    told = facts(last_bill="20000", expected_bill="9000", at_source=at_source)

    assert prepayment(US, told).is_needed is is_needed


def test_instalments_are_what_withholding_leaves():
    # min(0.9 x 20,000; 1.1 x 30,000) = 18,000; less 10,000 withheld: 8,000 / 4
    told = facts(last_bill="30000", expected_bill="20000", at_source="10000")

    assert [one.amount for one in due("2026-02-01", "2027-01-15", told)] == [
        Decimal("2000.00")
    ] * 4


def test_nothing_is_due_where_nothing_is_needed():
    told = facts(last_bill="500", expected_bill="900")

    assert due("2026-02-01", "2027-01-15", told) == []


def test_without_any_tax_told_the_dates_stand_and_the_sums_do_not():
    found = due("2026-02-01", "2027-01-15")

    assert {(one.amount, one.why_unknown) for one in found} == {(None, WhyUnknown.TAX)}
    assert prepayment(US, TaxFacts()).is_needed is None


def test_what_is_told_is_about_the_year_whose_instalments_are_paid():
    told = facts(last_bill="10000", last_income="1")
    found = due("2027-01-10", "2027-04-15", told)

    # 15 January still belongs to 2026; April begins another year.
    assert [(one.due_on, one.amount, one.why_unknown) for one in found] == [
        (date(2027, 1, 15), Decimal("2500.00"), None),
        (date(2027, 4, 15), None, WhyUnknown.LATER_BILL),
    ]


def test_the_return_moves_too():
    (found,) = due("2023-02-01", "2023-05-01", what=ObligationKind.RETURN)

    assert found.due_on == date(2023, 4, 18)
    assert found.period.start == date(2022, 1, 1)


@pytest.mark.parametrize(
    ("on", "paid", "amounts"),
    [
        # 8,000 in all: 2,000 a time. Nothing paid: the next makes good what was missed.
        ("2026-06-01", "0", ["4000", "2000", "2000"]),
        ("2026-06-01", "2000", ["2000", "2000", "2000"]),
        ("2026-06-01", "5000", ["1000", "2000"]),  # from September on
        ("2026-06-01", "8000", []),
    ],
)
def test_what_was_paid_ahead_comes_off_the_next_instalments(on, paid, amounts):
    told = facts(last_bill="8000", last_income="90000", paid_ahead=paid)

    found = due(on, "2027-01-31", told)
    assert [f"{one.amount:f}" for one in found] == [f"{a}.00" for a in amounts]

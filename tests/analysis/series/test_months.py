"""Which months are told whole."""

import pytest

from plait.analysis.series.known import whole_months
from tests.cast import Life


def months(*paid_on: str, on: str = "2026-11-20") -> list[str]:
    life = Life(on).role("Practice")
    for told in paid_on:
        life.is_paid_on("Practice", "10 EUR", told)
    return [str(month) for month in whole_months(life.portfolio()).starts]


def test_without_payments_there_are_no_months():
    assert months() == []


def test_the_month_of_the_date_is_not_whole_even_on_its_last_day():
    assert months("2026-09-28", "2026-10-31", "2026-11-30", on="2026-11-30") == [
        "2026-09",
        "2026-10",
    ]


def test_a_month_is_whole_on_the_first_of_the_next():
    assert months("2026-11-30", on="2026-12-01") == ["2026-11"]


@pytest.mark.parametrize(
    ("last", "told"),
    [
        ("2026-09-27", ["2026-08"]),  # four days before October: cut off
        ("2026-09-28", ["2026-08", "2026-09"]),  # 28 + 3 days is 1 October
        ("2026-09-30", ["2026-08", "2026-09"]),
        ("2026-10-01", ["2026-08", "2026-09"]),
    ],
)
def test_a_month_is_told_whole_up_to_three_days_before_its_end(last, told):
    assert months("2026-08-31", last) == told


def test_february_is_told_whole_from_its_26th():
    assert months("2025-02-25", on="2025-06-01") == []
    assert months("2025-02-26", on="2025-06-01") == ["2025-02"]


def test_one_payment_in_the_middle_of_a_month_tells_no_month_whole():
    assert months("2026-06-15") == []


def test_the_first_month_counts_from_its_first_line_on():
    assert months("2026-09-17", "2026-10-30") == ["2026-09", "2026-10"]


def test_months_without_a_line_are_months_too():
    assert months("2025-12-30", "2026-03-30") == [
        "2025-12",
        "2026-01",
        "2026-02",
        "2026-03",
    ]

"""What nobody means is refused at the door, with the value and what to do."""

from datetime import date
from decimal import Decimal

import pytest

from plait.book.operations.availability import add_absence
from plait.book.operations.by_hand import add_payment
from plait.book.operations.records import add_time
from plait.book.operations.roles import agree
from plait.domain.availability import AbsenceKind
from plait.domain.errors import BadValue
from plait.domain.money import Money
from plait.domain.period import Period
from plait.domain.reach import period_in_reach
from plait.domain.records import BankLine, TimeLine
from plait.formats.plait.fields import day
from plait.formats.reading.bounds import within_bounds
from tests.cast import terms

TODAY = date(2026, 11, 20)
FAR = [date(1, 1, 1), date(9999, 12, 31)]


@pytest.mark.parametrize("on", FAR)
def test_days_far_off_are_refused(nora, role_of, on):
    role = role_of(nora, "Atlas")

    with pytest.raises(BadValue, match="1900 and 2199"):
        add_time(viewer=nora, role=role, on=on, seconds=60)
    with pytest.raises(BadValue, match="1900 and 2199"):
        add_payment(viewer=nora, role=role, on=on, amount=Money(Decimal(1), "EUR"))
    period = Period(min(on, TODAY), max(on, TODAY))
    with pytest.raises(BadValue, match="1900 and 2199"):
        add_absence(viewer=nora, kind=AbsenceKind.LEAVE, period=period)
    with pytest.raises(BadValue, match="1900 and 2199"):
        agree(viewer=nora, role=role, terms=terms("16/week", since=on.isoformat()))
    with pytest.raises(BadValue, match="1900 and 2199"):
        day({"from": on.isoformat()}, "from")


def test_an_amount_that_nobody_is_paid_is_refused(nora, role_of):
    with pytest.raises(BadValue, match="too large"):
        add_payment(
            viewer=nora,
            role=role_of(nora, "Atlas"),
            on=TODAY,
            amount=Money(Decimal(10**16), "EUR"),
        )


@pytest.mark.parametrize(
    "line",
    [
        BankLine(3, date(2101, 1, 1), 100, "EUR"),
        BankLine(3, date(1899, 1, 1), 100, "EUR"),
        BankLine(3, TODAY, 10**18, "EUR"),
        TimeLine(3, date(2600, 1, 1), 3600),
        TimeLine(3, TODAY, 2_000_000_000),
    ],
)
def test_a_line_far_off_or_too_large_is_a_problem_with_its_line(line):
    [problem] = within_bounds(iter([line]), TODAY)

    assert (type(problem).__name__, problem.where) == ("Problem", "line 3")


def test_usual_lines_pass_as_they_are():
    lines = [BankLine(1, TODAY, -500, "EUR"), TimeLine(2, TODAY, 3600)]

    assert list(within_bounds(iter(lines), TODAY)) == lines


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(1, 1, 1), None, Period(date(1900, 1, 1))),
        (date(1, 1, 1), date(2, 1, 1), Period(date(1900, 1, 1), date(1900, 1, 2))),
        (
            date(9998, 1, 1),
            date(9999, 1, 1),
            Period(date(2199, 12, 30), date(2199, 12, 31)),
        ),
    ],
)
def test_a_stored_period_is_brought_within_reach(start, end, expected):
    assert period_in_reach(Period(start, end)) == expected

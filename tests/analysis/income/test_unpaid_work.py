"""Pay by the hour and by the day: what the work came to, and what waits for its pay."""

from datetime import date, timedelta

import pytest

from plait.analysis.income.expected import By, Kind, expected
from plait.analysis.series.streams import income_of
from plait.domain.period import add_months
from plait.domain.records import RecordStatus
from plait.reference.rates import published_rates
from tests.cast import Life, terms

MONTHS = [add_months(date(2025, 1, 1), month) for month in range(23)]
HOURS = [20, 31, 12, 26, 40, 17, 8, 33, 24, 29, 15, 36]


def told(life):
    life.is_paid_on("", "-1 EUR", life.on, status=RecordStatus.PRIVATE)
    portfolio, rates = life.portfolio(), published_rates(["EUR"])
    return expected(portfolio, income_of(portfolio, rates), rates)


def by_the_hour(*, factor=1.0, last=1.0, until=22):
    """Work other hours each month at 85, billed on the 10th of the next."""
    life = Life(on="2026-11-20").role("Atlas", terms("", pay="85 EUR/hour"))
    for place, month in enumerate(MONTHS[:22]):
        hours = HOURS[place % 12]
        life.gives("Atlas", hours / 2, month + timedelta(days=5))
        life.gives("Atlas", hours / 2, month + timedelta(days=19))
        if place < until:
            share = factor * (last if place == 21 else 1)
            on = add_months(month, 1).replace(day=10)
            life.is_paid_on("Atlas", f"{hours * 85 * share:.2f} EUR", on)
    return life


def test_hours_explain_amounts_that_vary():
    found = told(by_the_hour(factor=1.21))

    assert found.unexpected == ()
    [line] = found.lines
    assert line.by is By.HOURS
    # November pays October's 29 hours (the 10th of HOURS): 29 x 85, and 21 % VAT.
    paid = line.due.tolist().index(date(2026, 11, 10))
    assert line.agreed[paid] == pytest.approx(29 * 85)
    assert line.expected[paid] == pytest.approx(29 * 85 * 1.21)


def test_less_than_the_hours_given_is_short():
    [short] = told(by_the_hour(last=0.8)).unexpected

    assert (short.kind, short.by) == (Kind.SHORT, By.HOURS)
    # 29 hours x 85 = 2,465; 80 % of it came.
    assert (short.agreed, short.came) == (pytest.approx(2465), pytest.approx(1972))


def test_hours_that_were_not_paid_are_missing():
    [missing] = told(by_the_hour(until=21)).unexpected

    assert (missing.kind, missing.due_on) == (Kind.MISSING, date(2026, 11, 10))
    assert missing.expected == pytest.approx(2465)


def test_a_month_without_work_is_due_nothing():
    life = by_the_hour()
    october = date(2026, 10, 1)
    life.entries = [e for e in life.entries if e.on < october]
    life.payments = [p for p in life.payments if p.on < date(2026, 11, 1)]
    # Work goes on, so that October is known to have none.
    life.gives("Atlas", 4, "2026-11-18")

    assert told(life).unexpected == ()


def trainer(*, unpaid=(), share=1.0, on="2026-11-20"):
    """Train at 900 a day, once or twice a month, paid 20 to 34 days later."""
    life = Life(on=on).role("Training", terms("", pay="900 EUR/day"))
    for place in range(30):
        worked = date(2025, 1, 10) + timedelta(days=21 * place + place % 5)
        if worked > life.on:
            break
        life.gives("Training", 7, worked)
        life.gives("Training", 2, worked - timedelta(days=3))  # getting ready
        paid = worked + timedelta(days=20 + 7 * (place % 3))
        if place not in unpaid and paid <= life.on:
            by = f"Practice {place % 4}"
            life.is_paid_on("Training", f"{900 * share:.2f} EUR", paid, by=by)
    return life


@pytest.mark.parametrize("share", [1.0, 1.21])
def test_days_that_are_paid_as_usual_are_no_news(share):
    found = told(trainer(share=share))

    assert (found.lines, found.unexpected) == ((), ())


@pytest.mark.parametrize("month", range(1, 12))
def test_days_paid_as_usual_are_never_told_on_any_date(month):
    assert told(trainer(on=f"2026-{month:02}-15")).unexpected == ()


def test_days_that_nobody_paid_for_are_told_once_they_waited_longest():
    # The 29th and 30th day, of 24 August and 15 September 2026, stay unpaid.
    def unpaid(on):
        return told(trainer(unpaid=(28, 29), on=on)).unexpected

    # Others waited 34 days at most, and a week is waited beyond: to 4 October.
    assert unpaid("2026-10-04") == ()
    [missing] = unpaid("2026-10-30")
    assert (missing.kind, missing.by, missing.n) == (Kind.MISSING, By.DAYS, 1)
    assert missing.since == date(2026, 8, 24)
    assert missing.due_on - missing.since == timedelta(days=34)
    assert (missing.expected, missing.came) == (1800, 0)


def test_amounts_that_are_no_whole_days_are_not_judged():
    assert told(trainer(share=0.63, unpaid=range(24, 30))).unexpected == ()


def test_work_in_a_role_paid_by_the_month_is_not_counted_by_the_day():
    life = trainer(unpaid=range(24, 30))
    life.roles[0] = Life().role("Training", terms("", pay="900 EUR/month")).roles[0]

    assert told(life).unexpected == ()

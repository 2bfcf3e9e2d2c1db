"""What to put by: the person's share of each payment on their own account."""

from datetime import date
from decimal import Decimal

from plait.analysis.obligations.report import obligations, obligations_at_home
from plait.reference.obligations.packs import pack
from tests.cast import Life

UK, NL, US = (pack(code) for code in ("uk", "nl", "us"))


def life(on: str = "2026-11-20", rate: str | None = "0.3", **told) -> Life:
    share = None if rate is None else Decimal(rate)
    made = (
        Life(on, set_aside=share, **told).role("Training").role("Shop", kind="venture")
    )
    return made.role("School", kind="employment")


def test_a_share_of_every_payment_is_put_by_per_stream():
    told = life().is_paid_on("Training", "1000 EUR", "2026-10-05")
    told.is_paid_on("Shop", "500 EUR", "2026-02-05")

    found = obligations(told.portfolio(), NL).set_aside
    assert [(s.role, s.year.received, s.year.set_aside) for s in found.streams] == [
        (0, Decimal("1000.00"), Decimal("300.00")),
        (1, Decimal("500.00"), Decimal("150.00")),
    ]
    assert found.together.year.set_aside == Decimal("450.00")


def test_only_the_quarter_counts_for_the_quarter():
    told = life().is_paid_on("Training", "1000 EUR", "2026-09-30")
    told.is_paid_on("Training", "200 EUR", "2026-10-01")

    found = obligations(told.portfolio(), NL).set_aside
    assert found.together.quarter.received == 200
    assert found.quarter.start == date(2026, 10, 1)


def test_each_payments_part_is_rounded_by_itself():
    told = life(rate="0.35")
    for _ in range(3):
        told.is_paid_on("Training", "0.10 EUR", "2026-10-05")

    # 0.035 is 0.04 to the cent, three times; of the sum it would be 0.11
    assert obligations(
        told.portfolio(), NL
    ).set_aside.together.year.set_aside == Decimal("0.12")


def test_wages_are_left_out_because_their_tax_was_taken():
    told = life().is_paid_on("School", "3000 EUR", "2026-10-05")

    assert obligations(told.portfolio(), NL).set_aside.streams == ()


def test_what_came_since_the_last_deadline_begins_the_day_after():
    # The money for the third quarter of 2026 had to be there on Friday 30 October.
    told = life().is_paid_on("Training", "1000 EUR", "2026-10-30")
    told.is_paid_on("Training", "100 EUR", "2026-10-31")

    found = obligations(told.portfolio(), NL).set_aside
    assert found.deadline == date(2026, 10, 30)
    assert (found.together.since.received, found.together.since.set_aside) == (100, 30)


def test_a_deadline_of_today_is_not_behind():
    found = obligations(life("2026-10-30").portfolio(), NL).set_aside

    assert found.deadline == date(2026, 7, 31)


def test_a_deadline_before_the_tax_year_reaches_back_beyond_it():
    # In May the last British day of payment was 31 January; the year began in April.
    told = life("2026-05-01", currency="GBP")
    told.is_paid_on("Training", "100 GBP", "2026-03-01")
    told.is_paid_on("Training", "50 GBP", "2026-04-20")

    found = obligations(told.portfolio(), UK).set_aside
    assert found.deadline == date(2026, 1, 31)
    assert found.together.since.received == 150
    assert found.together.year.received == 50


def test_american_quarters_are_those_of_the_instalments():
    found = obligations(life("2026-05-20", currency="USD").portfolio(), US).set_aside

    assert (found.quarter.start, found.quarter.end) == (
        date(2026, 4, 1),
        date(2026, 6, 1),
    )


def test_without_a_share_nothing_is_said():
    assert obligations(life(rate=None).portfolio(), NL).set_aside is None


def test_foreign_money_is_taken_at_the_published_rate_of_its_day():
    # The ECB's rate of Friday 30 October 2020 was 0.90208 pounds for one euro.
    told = life("2020-12-31").is_paid_on("Training", "902.08 GBP", "2020-10-30")

    found = obligations(told.portfolio(), NL).set_aside
    assert found.together.year.received == Decimal("1000.00")


def test_money_without_a_rate_is_left_out_and_named():
    told = life().is_paid_on("Training", "5000 UAH", "2026-10-05")

    answer = obligations(told.portfolio(), NL)
    assert answer.without_rate == ("UAH",)
    assert answer.set_aside.together.year.received == 0


def test_a_country_without_a_pack_has_no_answer():
    assert obligations_at_home(life(country="AT").portfolio()) is None


def test_a_year_ahead_is_looked_at_unless_told():
    assert obligations(life("2028-02-29").portfolio(), NL).until == date(2029, 2, 28)
    assert obligations_at_home(life(country="NL").portfolio()).until == date(
        2027, 11, 20
    )

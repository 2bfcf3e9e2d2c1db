"""The case that a life makes."""

from decimal import Decimal

import numpy as np
import pytest

from plait.analysis.income.case_from_portfolio import NoFloor, case_of
from plait.analysis.income.stress import Case, stress_test
from plait.analysis.income.stress.ready_scenarios import NOTHING, usual_scenarios
from plait.analysis.series.streams import income_of
from plait.reference.rates import published_rates
from tests.cast import Life, amt, terms


def of(life: Life, **told) -> Case:
    portfolio = life.portfolio()
    rates = published_rates(["EUR", "GBP"])
    told.setdefault("floor", Decimal(2400))
    return case_of(portfolio, income_of(portfolio, rates), rates, **told)


def paid(*, months: int = 24, **told) -> Life:
    life = Life(**told)
    agreed = terms(pay="2000 EUR/salary", notice_days=60)
    life.role("Job", agreed, kind="employment", sector="Health")
    life.role("Client", terms("8/week", pay="85 EUR/hour", notice_days=30))
    life.is_paid_monthly("Job", "2000 EUR", months=months)
    return life.is_paid_monthly("Client", "1000 EUR", months=months)


def test_streams_bring_what_they_did_in_twelve_months_net_of_costs():
    life = paid().is_paid_monthly("Client", "-200 EUR", months=12, by="Hall")

    assert [one.stream.monthly for one in of(life).streams] == [2000, 800]


def test_what_is_put_by_for_tax_is_taken_off_all_but_salaries():
    case = of(paid(set_aside=Decimal("0.3")))

    assert [one.stream.monthly for one in case.streams] == pytest.approx([2000, 700])


def test_terms_tell_the_notice_and_whether_it_is_a_salary():
    job, client = of(paid()).streams

    assert (job.stream.notice, job.is_salary, job.is_invoiced) == (2, True, False)
    assert (client.stream.notice, client.is_salary, client.is_invoiced) == (
        1,
        False,
        True,
    )


def test_a_salary_goes_on_in_illness_as_far_as_the_countrys_law_says():
    # two years of months, of a salary alone
    assert [len(one.kept) for one in of(paid(country="NL")).streams] == [24, 0]
    assert [len(one.kept) for one in of(paid(country="US")).streams] == [0, 0]


def test_an_invoice_is_paid_as_late_as_it_was_before():
    life = paid()
    life.invoices_for(
        "Client", "1000 EUR", "2026-08-01", "2026-08-31", paid="2026-09-15"
    )

    # 45 days are a month and a half; without any invoice thirty days are taken.
    assert of(life).streams[1].stream.late == 1.5
    assert of(paid()).streams[1].stream.late == 1
    assert of(life).streams[0].stream.late == 0


def test_unpaid_invoices_come_when_they_are_due():
    life = paid(set_aside=Decimal("0.25"))
    life.invoices_for("Client", "400 EUR", "2026-08-01", "2026-09-30")
    life.invoices_for("Client", "800 EUR", "2026-11-01", "2027-01-15")

    # The first is past due, and comes in December; a quarter of each is put by.
    assert of(life).streams[1].due == (300, 600)
    assert of(life).streams[0].due is None


def test_an_invoice_in_another_currency_is_told_in_the_home_one():
    life = Life(on="2024-03-20").role("Client")
    life.is_paid_monthly("Client", "1000 EUR", months=12)
    life.invoices_for("Client", "866.45 GBP", "2024-03-01", "2024-04-30")

    [client] = of(life).streams

    # About 1.17 euros a pound in March 2024.
    assert client.due is not None
    assert client.due[0] == pytest.approx(1013, abs=10)


@pytest.mark.parametrize(
    ("until", "ends_in"),
    # The first month is December: a contract to the first of March has three.
    [("2027-03-01", 3), ("2026-12-01", 0), (None, None)],
)
def test_a_contract_that_ends_is_known_to(until, ends_in):
    life = Life().role("Client", until=until)
    life.is_paid_monthly("Client", "1000 EUR", months=12)

    assert of(life).streams[0].stream.ends_in == ends_in


def test_a_role_that_is_over_brings_nothing_any_more():
    life = paid().role("Old", until="2026-09-01")
    life.is_paid_monthly("Old", "500 EUR", months=6, until="2026-08-31")

    assert [one.key for one in of(life).streams] == ["job", "client"]


def test_a_stream_that_dried_up_is_in_no_weak_or_mean_month_and_no_scenario():
    life = paid().role("Gone", kind="contract")
    life.is_paid_monthly("Gone", [900, 100] * 6, until="2026-03-31")
    case = of(life)

    assert (case.weak_month, case.mean_month) == (3000, 3000)
    named = {scenario.name for scenario in usual_scenarios(case)}
    assert "gone" not in named
    assert "Gone House" not in named


def test_a_salary_less_a_study_that_costs_more_lasts_as_long_as_the_savings_do():
    # 1800 - 250 = 1550, of which nothing is put by; 1600 needed: 2000 / 50 = 40.
    life = Life(set_aside=Decimal("0.4"), savings=amt("2000 EUR"))
    life.role("Job", kind="employment").is_paid_monthly("Job", "1800 EUR", months=20)
    life.role("Study", kind="study", is_paid=False)
    life.is_paid_monthly("Study", "-250 EUR", months=20)
    case = of(life, floor=Decimal(1600))

    [found] = stress_test(case, [NOTHING], rng=np.random.default_rng(1))
    assert (found.one_in_ten.months, found.median.months) == (40, 40)


def test_rent_does_not_stop_in_illness():
    life = Life().role("Flat", terms("2/month"), kind="venture")
    life.role("Shop", terms("20/week"), kind="venture")
    for role in ("Flat", "Shop"):
        life.is_paid_monthly(role, "500 EUR", months=12)

    assert [one.is_earned for one in of(life).streams] == [False, True]


def test_what_a_stream_hangs_on_is_told_in_plain_names():
    life = paid().hangs("The Province", "Client")
    case = of(life)

    assert case.streams[0].sector == "health"
    assert case.streams[1].causes == ("the province",)
    assert case.streams[1].payers == (("client house", 1),)
    assert case.names["the province"] == "The Province"
    assert case.names["client house"] == "Client House"


def test_weak_months_are_carried_by_the_stream_that_varies():
    life = Life().role("Job").role("Client")
    life.is_paid_monthly("Job", "2000 EUR", months=24)
    life.is_paid_monthly("Client", [500, 1500] * 12)

    # Half of all months bring 2500: the weak month. The salary keeps its 2000.
    assert [one.weak for one in of(life).streams] == pytest.approx([2000, 500])


def test_savings_and_floor_are_the_persons_unless_told_otherwise():
    life = paid(savings=amt("14500 EUR"), floor=amt("3100 EUR"))
    portfolio = life.portfolio()
    rates = published_rates(["EUR"])
    income = income_of(portfolio, rates)

    told = case_of(portfolio, income, rates)
    other = case_of(portfolio, income, rates, savings=Decimal(0), floor=Decimal(1))

    assert (told.savings, told.floor) == (14_500, 3_100)
    assert (other.savings, other.floor) == (0, 1)


def test_without_a_floor_nothing_can_be_short():
    with pytest.raises(NoFloor) as trouble:
        of(paid(), floor=None)

    assert str(trouble.value) == (
        "It is not known what a month must cost."
        " Enter it under “What you could fall back on”, or add --floor 2400."
    )


def test_a_life_without_income_makes_a_case_without_streams():
    assert of(Life().role("Board")).streams == ()

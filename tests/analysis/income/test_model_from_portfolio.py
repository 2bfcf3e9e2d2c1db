"""The income model that a life makes, and what it says it rests on."""

from decimal import Decimal

import pytest

from plait.analysis.income.assumptions import Assumed
from plait.analysis.income.model import CauseModel, Hazard
from plait.analysis.income.model_from_portfolio import FromBook, from_book
from plait.analysis.series.streams import income_of
from plait.reference.rates import published_rates
from tests.cast import Life, amt, terms


def of(life: Life) -> FromBook:
    portfolio = life.portfolio()
    rates = published_rates(["EUR", "GBP"])
    return from_book(portfolio, income_of(portfolio, rates), rates)


def a_job(**told) -> Life:
    agreed = terms("24/week", pay="2000 EUR/salary", notice_days=60)
    life = Life(country="NL", **told)
    life.role("Job", agreed, kind="employment", sector="Education")
    return life.is_paid_monthly("Job", "2000 EUR", months=24)


def a_client(**told) -> Life:
    life = Life(**told)
    life.role("Client", terms("8/week", pay="85 EUR/hour"), sector="Media")
    return life.is_paid_monthly("Client", "1000 EUR", months=24)


def test_a_stream_brings_the_mean_of_its_last_twelve_whole_months_net_of_costs():
    life = a_client().is_paid_monthly("Client", "-200 EUR", months=12, by="Hall")
    found = of(life)

    assert found.model.streams[0].monthly == pytest.approx(800)
    assert found.bases[0].n_months == 12
    assert Assumed.AS_BEFORE in found.bases[0].assumed


def test_what_is_put_by_for_tax_is_taken_off_a_client_and_not_off_a_salary():
    aside = {"set_aside": Decimal("0.3")}

    assert of(a_client(**aside)).model.usual == pytest.approx(700)
    assert of(a_job(**aside)).model.usual == pytest.approx(2000)
    assert Assumed.BEFORE_TAX in of(a_client()).bases[0].assumed


def test_months_that_go_up_and_down_vary_by_their_standard_deviation():
    # 800 and 1,200 in turn: mean 1,000, standard deviation 200. The mean of eight
    # such months is sure to 200 / root 8; from a year on the level of all is unsure.
    life = Life().role("Client").is_paid_monthly("Client", [800, 1200] * 12)
    short = Life().role("Client").is_paid_monthly("Client", [800, 1200] * 4)

    assert of(life).model.streams[0].varies == pytest.approx(0.2)
    assert of(life).model.streams[0].unsure == 0
    assert of(short).model.streams[0].unsure == pytest.approx(0.2 / 8**0.5)


def test_a_retainer_by_the_quarter_does_not_vary():
    life = Life().role("Client").is_paid_monthly("Client", [0, 0, 900] * 8)

    stream = of(life).model.streams[0]
    assert stream.monthly == pytest.approx(300)
    assert stream.varies == pytest.approx(0)


def test_a_stream_that_dried_up_brings_nothing_but_by_a_plan_b():
    life = Life().role("Client")
    life.is_paid_monthly("Client", "1000 EUR", months=20, until="2026-05-01")
    life.role("Job", kind="employment").is_paid_monthly("Job", "2000 EUR", months=24)
    found = of(life)

    client = found.model.streams[0]
    assert (client.monthly, client.ends_in, client.wait) == (1000, 0, None)
    assert Assumed.DRIED_UP in found.bases[0].assumed
    again = of(life.falls_back("Client", "Another", "3")).model.streams[0]
    assert (again.ends_in, again.wait) == (0, 3)


def test_what_costs_more_than_it_brings_goes_on_and_is_not_replaced():
    life = a_client().role("Course").is_paid_monthly("Course", "-300 EUR", months=12)
    course, basis = of(life).model.streams[1], of(life).bases[1]

    assert (course.monthly, course.hazard, course.wait) == (-300, Hazard(0), None)
    assert course.causes == ()
    assert Assumed.COSTS_GO_ON in basis.assumed


def test_too_few_months_say_so():
    life = Life().role("Client").is_paid_monthly("Client", [500, 900])
    found = of(life)

    assert found.model.streams[0].varies == 0.3
    assert Assumed.FEW_MONTHS in found.bases[0].assumed


def test_a_role_that_nothing_came_in_from_yet_brings_what_its_terms_say():
    agreed = terms("8/week", pay="100 EUR/hour", since="2026-11-01")
    found = of(Life().role("New", agreed, since="2026-11-01"))

    # 8 hours x 52.1775 / 12 weeks x 100
    assert found.model.usual == pytest.approx(8 * 52.1775 / 12 * 100)
    assert Assumed.AS_AGREED in found.bases[0].assumed


def test_roles_without_pay_and_roles_that_are_over_have_no_stream():
    life = a_job().role("Choir", "3/week", is_paid=False)
    life.role("Past", until="2026-06-30").is_paid_monthly("Past", "900 EUR", months=12)

    assert [stream.name for stream in of(life).model.streams] == ["job"]


def test_the_terms_tell_hours_notice_and_the_contracts_end():
    # On 20 November the months ahead begin with December: three until March.
    agreed = terms("24/week", notice_days=60, until="2027-03-01")
    life = Life().role("Job", agreed, kind="employment")
    stream = of(life.is_paid_monthly("Job", "2000 EUR", months=24)).model.streams[0]

    assert (stream.hours, stream.notice, stream.ends_in) == (24, 2, 3)
    assert stream.renewed == 0


def test_a_contract_that_was_renewed_once_is_renewed_half_of_the_time():
    first = terms(since="2025-03-01", until="2026-03-01")
    second = terms(since="2026-03-01", until="2027-03-01")
    life = Life().role("Job", first, second, kind="employment")
    found = of(life.is_paid_monthly("Job", "2000 EUR", months=12))

    assert found.model.streams[0].renewed == 0.5
    assert Assumed.RENEWED_BEFORE in found.bases[0].assumed


def test_a_persons_belief_goes_before_the_sectors_rate():
    found = of(a_job().believes("Job", "0.25", "4"))

    assert found.model.streams[0].hazard == Hazard(1, 3)
    assert found.bases[0].sector is None
    assert Assumed.OWN_BELIEF in found.bases[0].assumed


def test_without_a_belief_a_job_ends_as_often_as_jobs_of_its_sector():
    found = of(a_job())

    # Education and health: about .95 % a month is 1 - .9905^12 = 10.8 % a year.
    hazard = found.model.streams[0].hazard
    assert round(hazard.mean, 3) == 0.108
    assert hazard.a + hazard.b == pytest.approx(4)
    assert found.bases[0].sector.key == "education and health"


def test_a_client_ends_as_often_as_own_clients_did_and_not_as_jobs_do():
    # Two clients: one for two years and on, one that ended after a year. Three years
    # watched and one end beside half an end in two and a half: 1.5 / 5.5.
    life = Life().role("Client", since="2024-11-20", sector="Media")
    life.role("Past", since="2024-01-01", until="2024-12-31")
    found = of(life.is_paid_monthly("Client", "1000 EUR", months=24))

    assert found.model.streams[0].hazard.mean == pytest.approx(1.5 / 5.5, abs=0.001)
    assert found.bases[0].sector is None
    assert Assumed.OWN_CLIENTS in found.bases[0].assumed


def test_costs_are_not_taxed():
    life = a_job(set_aside=Decimal("0.3"))
    life.role("Course", is_paid=False).is_paid_monthly("Course", "-250 EUR", months=24)
    life.role("Client").is_paid_monthly("Client", "1000 EUR", months=24)
    life.is_paid_monthly("Client", "-100 EUR", months=24, by="Hall")

    # Of the client 1000 x 0.7, and then the hall.
    assert [one.monthly for one in of(life).model.streams] == [2000, -250, 600]


@pytest.mark.parametrize(("last", "goes_on"), [("2026-06-30", False), (None, True)])
def test_a_contract_whose_last_day_has_passed_is_over_unless_money_still_comes(
    last, goes_on
):
    agreed = terms(since="2024-01-01", until="2026-07-01")
    life = Life().role("Client", agreed)
    life.is_paid_monthly("Client", "1000 EUR", months=20, until=last)

    stream = of(life).model.streams[0]
    assert (stream.ends_in, stream.renewed) == (None if goes_on else 0, 0)


def test_an_unknown_sector_takes_all_of_them_and_says_so():
    life = Life().role("Hives", kind="employment", sector="Beekeeping")
    found = of(life.is_paid_monthly("Hives", "300 EUR", months=12))

    assert Assumed.ALL_SECTORS in found.bases[0].assumed


def test_the_soonest_fallback_replaces_a_role():
    life = a_job().falls_back("Job", "Teaching", "6")
    life.falls_back("Job", "Tutoring", "2", share=Decimal("0.5"))
    found = of(life)

    assert (found.model.streams[0].wait, found.model.streams[0].replaced) == (2, 0.5)
    assert Assumed.OWN_FALLBACK in found.bases[0].assumed


def test_without_a_fallback_a_role_is_replaced_as_others_were():
    found = of(a_job())

    # 23.8 weeks of 52.1775 / 12 a month
    assert found.model.streams[0].wait == 5.5
    assert Assumed.SEARCH_OF_OTHERS in found.bases[0].assumed


def test_money_is_as_late_as_invoices_were_and_work_done_is_still_to_be_paid():
    life = a_client()
    life.invoices_for(
        "Client", "1000 EUR", "2026-08-01", "2026-08-31", paid="2026-09-30"
    )
    found = of(life)

    # 60 days are two months, in which the work of two months comes in.
    stream = found.model.streams[0]
    assert (stream.late, stream.unpaid) == (2, 2000)
    assert Assumed.AS_LATE_AS_BEFORE in found.bases[0].assumed


def test_causes_told_come_first_and_then_own_health():
    life = a_client().role("Museum").is_paid_monthly("Museum", "500 EUR", months=12)
    found = of(life.hangs("ministry", "Client", "Museum", chance="0.2")).model

    assert found.causes[0] == CauseModel("ministry", 0.2)
    assert found.causes[1].name == "own health"
    assert all(s.causes == ("ministry", "own health") for s in found.streams)


def test_a_salary_that_is_paid_on_in_illness_does_not_hang_on_ones_health():
    assert of(a_job()).model.streams[0].causes == ()


def test_a_payer_that_carries_two_roles_is_a_cause_of_both():
    life = Life().role("Lessons").role("Concerts")
    life.is_paid_monthly("Lessons", "500 EUR", months=12, by="City of Delft")
    life.is_paid_monthly("Concerts", "400 EUR", months=12, by="CITY OF DELFT")
    found = of(life).model

    assert len(found.causes) == 2
    assert found.causes[0].chance == 0.05
    assert all(found.causes[0].name in stream.causes for stream in found.streams)


def test_savings_and_floor_are_those_told_and_else_nothing():
    told = of(a_job(savings=amt("9000 EUR"), floor=amt("2400 EUR")))
    untold = of(a_job())

    assert (told.model.savings, told.model.floor) == (9000, 2400)
    assert (told.has_savings, untold.has_savings, untold.has_floor) == (
        True,
        False,
        False,
    )


def test_a_book_without_roles_makes_a_model_without_streams():
    assert of(Life()).model.streams == ()


def test_an_opportunity_brings_nothing_until_it_is_taken_on():
    offered = terms("6/week", pay="90 EUR/hour")
    life = a_job().role("Offer", offered, kind="opportunity")

    assert [stream.name for stream in of(life).model.streams] == ["job"]

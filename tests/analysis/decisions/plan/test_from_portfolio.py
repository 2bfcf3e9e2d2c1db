"""The plan that a book makes: its roles as options, its opportunities as candidates."""

from datetime import date, timedelta

import numpy as np
import pytest

from plait.analysis.decisions.plan.amounts import Assumed
from plait.analysis.decisions.plan.from_portfolio import BookPlan, plan_of
from plait.analysis.decisions.plan.inputs import PlanInputs
from plait.analysis.decisions.plan.options import MOST_HOURS
from plait.analysis.decisions.plan.planner import Plan, Planner
from plait.analysis.decisions.plan.scenarios import question_of
from plait.analysis.hours.balance import balance
from plait.analysis.income.model_from_portfolio import from_book
from plait.analysis.series.streams import income_of
from plait.analysis.series.weeks import weeks_of
from plait.analysis.wellbeing.value_map import value_map
from plait.domain.roles import Clause, CountsAs
from plait.reference.rates import published_rates
from tests.cast import Life, amt, terms


def of(life: Life) -> BookPlan:
    portfolio = life.portfolio()
    rates = published_rates(["EUR", "GBP"])
    income, weeks = income_of(portfolio, rates), weeks_of(portfolio)
    return plan_of(
        PlanInputs(
            portfolio=portfolio,
            income=from_book(portfolio, income, rates),
            balance=balance(portfolio, weeks),
            weeks=weeks,
            value=value_map(portfolio, income=income, weeks=weeks),
            rates=rates,
        )
    )


def a_job(life: Life, **told) -> Life:
    agreed = terms("24/week", pay="2400 EUR/salary", notice_days=60, **told)
    life.role("Job", agreed, kind="employment")
    return life.is_paid_monthly("Job", "2400 EUR", months=24)


def a_client(life: Life, **told) -> Life:
    life.role("Client", terms("8/week", pay="85 EUR/hour", **told))
    return life.is_paid_monthly("Client", "2900 EUR", months=24)


def an_offer(life: Life, *agreed) -> Life:
    return life.role("Offer", *agreed, kind="opportunity")


def hours(option) -> list[float]:
    return option.pieces()[:, 0].tolist()


def test_a_salary_keeps_its_hours_or_gives_up_as_much_as_half_of_them():
    option = of(a_job(Life(capacity=40))).model.options[0]

    assert hours(option) == [0, 12, 16, 20, 24]
    assert (option.present, option.stays) == (24, 2)


def test_work_by_the_hour_takes_half_to_one_and_a_half_times_its_hours():
    found = of(a_client(Life(capacity=40)))

    assert hours(found.model.options[0]) == [0, 4, 8, 12]
    assert found.of[0].assumed == (Assumed.AGREED, Assumed.BY_THE_HOUR)


def test_an_unpaid_role_stays_as_it_is():
    life = Life(capacity=40).role("Board", "4/week", kind="board", is_paid=False)

    found = of(life)

    assert hours(found.model.options[0]) == [4]
    assert found.of[0].assumed[-1] is Assumed.UNPAID


def test_a_role_of_less_than_an_hour_stays_as_it_is():
    assert hours(of(Life().role("Flat", "0.5/week")).model.options[0]) == [0.5]


def test_a_role_that_takes_half_as_much_again_goes_on_doing_so():
    life = a_client(Life(capacity=40)).gives_weekly("Client", 12, weeks=20)

    found = of(life)

    assert found.model.options[0].present == 8
    assert found.model.options[0].load == 1.5
    assert Assumed.LOAD in found.of[0].assumed


def test_without_agreed_hours_those_of_a_year_stand_in():
    # 26 weeks of 4 hours after 26 of 8: 6 a week.
    life = Life().role("Trainer", terms(pay="800 EUR/day"))
    life.gives_weekly("Trainer", [8] * 26 + [4] * 26)

    found = of(life)

    assert found.model.options[0].present == 6
    assert found.of[0].assumed[0] is Assumed.GIVEN


def test_an_hour_brings_its_part_of_what_comes_in():
    model = of(a_client(Life(capacity=40))).model

    stream = model.income.streams[-1]
    assert stream.monthly / stream.hours == pytest.approx(2900 / 8)


def test_an_opportunity_is_taken_as_it_is_offered_or_not_at_all():
    life = an_offer(a_client(Life(capacity=40)), terms("6/week", pay="90 EUR/hour"))

    found = of(life)

    assert hours(found.model.options[1]) == [0, 6]
    assert found.model.options[1].present == 0
    # 6 hours x 52.1775 / 12 weeks a month x 90.
    stream = next(s for s in found.model.income.streams if s.name == "offer")
    assert stream.monthly == pytest.approx(6 * 52.1775 / 12 * 90)


def test_an_opportunity_begins_when_its_terms_do():
    # From 18 February it is 90 days: month 3.
    agreed = terms("6/week", pay="90 EUR/hour", since="2027-02-18")

    found = of(an_offer(a_client(Life(capacity=40)), agreed))

    assert found.model.options[1].starts_in == 3


@pytest.mark.parametrize(
    "agreed",
    [(), (terms("6/week", pay="1 EUR/commission"),), (terms(pay="9 EUR/hour"),)],
)
def test_an_opportunity_without_hours_or_pay_is_left_out_and_named(agreed):
    found = of(an_offer(a_client(Life(capacity=40)), *agreed))

    assert [o.name for o in found.model.options] == ["client"]
    assert found.left_out == (1,)
    assert "offer" not in {s.name for s in found.model.income.streams if s.hours}


def test_an_opportunity_that_has_passed_is_not_looked_at():
    life = a_client(Life(capacity=40))
    life.role("Offer", "6/week", kind="opportunity", until="2026-01-01")

    assert of(life).left_out == ()


def test_an_exclusive_role_shuts_candidates_out_and_not_the_roles_held_beside_it():
    life = a_job(a_client(Life(capacity=40)), clause=Clause.EXCLUSIVE)
    an_offer(life, terms("6/week", pay="90 EUR/hour"))

    assert of(life).model.limits.apart == ((1, 2),)


def test_consent_that_a_role_asks_for_is_told_of_the_candidate():
    life = a_client(a_job(Life(capacity=40), clause=Clause.CONSENT))
    an_offer(life, terms("6/week", pay="90 EUR/hour", clause=Clause.CONSENT))

    found = of(life)

    assert [o.needs_consent for o in found.model.options] == [False, False, True]
    assert found.of[2].consent_of == (0, 2)


def test_travel_and_administration_take_their_part_of_what_there_is_to_give():
    life = a_job(Life(capacity=40)).spends("admin", "3")

    assert of(life).model.limits.capacity == 37


def test_without_a_capacity_there_are_no_more_hours_than_now():
    found = of(a_client(a_job(Life())))

    assert found.model.limits.capacity == 32
    assert not found.knows_capacity


def test_employed_hours_count_for_the_law_of_the_country_and_others_do_not():
    life = a_client(
        a_job(Life(capacity=60, country="NL")), counts_as=CountsAs.SELF_EMPLOYED
    )

    found = of(life)

    assert found.model.limits.law == 48
    assert [o.counts for o in found.model.options] == [True, False]


def test_nothing_limits_who_opted_out_of_the_mean_or_tells_no_country():
    out = a_job(Life(capacity=60, country="GB"), has_opted_out=True)

    assert of(out).model.limits.law == MOST_HOURS
    assert of(a_job(Life(capacity=60))).model.limits.law == MOST_HOURS


def test_without_a_floor_what_usually_comes_in_stands_in():
    assert of(a_job(Life())).model.income.floor == pytest.approx(2400)
    assert not of(a_job(Life())).knows_floor
    told = of(a_job(Life(floor=amt("2000 EUR"))))
    assert (told.model.income.floor, told.knows_floor) == (2000, True)


def test_a_point_is_worth_a_fifth_of_what_an_hour_usually_brings():
    # 100 and 85 an hour, the middle 92.5: 0.2 x 52.1775 / 12 x 92.5 = 80.4.
    life = Life(capacity=40)
    for name, pay in (("A", 100), ("B", 85)):
        life.role(name, terms("8/week", pay=f"{pay} EUR/hour"))
        life.gives_weekly(name, 8, weeks=60)
        a_month = 8 * 52.1775 / 12 * pay
        life.is_paid_monthly(name, f"{a_month:.2f} EUR", months=24)
        for week in range(8):
            monday = date(2026, 9, 21) + timedelta(weeks=week)
            life.checks_in(name, monday, (5, 4, 4, 2) if name == "A" else (2, 2, 2, 4))

    found = of(life)

    assert found.a_point == pytest.approx(0.2 * 52.1775 / 12 * 92.5, rel=0.05)
    above, below = (option.value for option in found.model.options)
    assert above > 0 > below


def test_it_can_be_planned():
    life = an_offer(
        a_client(a_job(Life(capacity=40))), terms("6/week", pay="90 EUR/hour")
    )
    question = question_of(of(life).model, 500, np.random.default_rng(1))

    plan = Planner(question).best()

    assert isinstance(plan, Plan)
    assert sum(plan.outcome.hours) <= 40

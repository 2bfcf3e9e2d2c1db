"""Which rules on working time come nearer to their limit, or pass it."""

from datetime import date

from plait.analysis.decisions.take_on.projected_hours import projected
from plait.analysis.working_time.verdicts import Verdict
from plait.domain.roles import CountsAs
from tests.analysis.decisions.take_on.asking import (
    answer,
    changed,
    new,
)
from tests.cast import Life, terms


def law(life: Life, variant, rules="nl"):
    return {c.rule.id: c for c in answer(life, variant, rules).law}


def test_a_second_employment_passes_the_mean_of_48():
    life = Life().role("Practice", "40/week", kind="employment")

    found = law(life, new("Desk", "12/week", kind="employment"))["NL-4"]

    assert (found.before, found.after, found.limit) == (40, 52, 48)
    assert (found.was, found.verdict) == (Verdict.WITHIN, Verdict.OVER)
    assert found.is_over


def test_a_limit_that_comes_near_is_told():
    # Within a tenth of 48: more than 43.2.
    life = Life().role("Practice", "40/week", kind="employment")

    found = law(life, new("Desk", "4/week", kind="employment"))["NL-4"]

    assert (found.after, found.verdict, found.is_over) == (44, Verdict.NEAR, False)


def test_a_limit_that_is_passed_already_is_told_when_it_is_passed_further():
    life = Life().role("Practice", "50/week", kind="employment")
    more = law(life, new("Desk", "2/week", kind="employment"))
    fewer = law(
        life, changed(life, "Practice", "49/week", counts_as=CountsAs.EMPLOYMENT)
    )

    assert (more["NL-4"].before, more["NL-4"].after) == (50, 52)
    assert "NL-4" not in fewer


def test_an_opportunity_counts_for_no_law_before_it_is_agreed():
    life = Life().role("Practice", "40/week", kind="employment")
    life.role("Desk", "12/week", kind="opportunity")

    assert law(life, new("Board", "1/month", kind="board")) == {}


def test_too_little_rest_between_agreed_days_is_told():
    # 8 to 16 and 18 to 22 on Monday, 8 on Tuesday: ten hours of rest, not eleven.
    blocks = "mon 08:00-16:00, tue 08:00-16:00"
    life = Life().role("Practice", terms("16/week", blocks=blocks), kind="employment")
    variant = new("Desk", "4/week", kind="employment", blocks="mon 18:00-22:00")

    found = law(life, variant)["NL-5"]

    assert (found.after, found.limit) == (10, 11)


def test_hours_without_days_prove_nothing_of_a_single_day():
    # 40 and 15 hours a week are 11 on each of five days, if they are spread evenly.
    life = Life().role("Practice", "40/week", kind="employment")

    found = law(life, new("Desk", "15/week", kind="employment"), "fr")
    days = [c for c in found.values() if c.is_spread]

    assert [c.after for c in days if c.verdict is Verdict.OVER] == [11]
    assert not any(c.is_over for c in days)


def test_a_half_year_is_lived_as_agreed():
    life = Life(country="NL").role("Practice", "40/week", kind="employment")
    own = CountsAs.SELF_EMPLOYED
    life.role("Course", terms("6/week", blocks="fri 09:00-15:00", counts_as=own))
    life.role("Old", "9/week", until="2026-06-01")

    found = projected(life.portfolio(), date(2026, 11, 24))

    # From Monday 30 November, 26 weeks. Six holidays lie on working days: Christmas
    # Day, New Year, Easter Monday, King's Day, Ascension, Whit Monday.
    # The course, work of one's own, keeps none of them.
    assert found.on == date(2027, 5, 31)
    assert found.hours.seconds[found.hours.role == 0].sum() / 3600 == 26 * 40 - 6 * 8
    assert found.hours.seconds[found.hours.role == 1].sum() / 3600 == 26 * 6
    assert set(found.hours.role.tolist()) == {0, 1}

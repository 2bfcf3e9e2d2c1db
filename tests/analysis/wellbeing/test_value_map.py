"""The map: where roles lie, what follows, and what it rests on."""

from datetime import date, timedelta

import pytest

from plait.analysis.series.streams import income_of
from plait.analysis.wellbeing.levels import Aspect
from plait.analysis.wellbeing.pay import Pay
from plait.analysis.wellbeing.suggestions import Side, Suggestion
from plait.analysis.wellbeing.value_map import Position, ValueMap, value_map
from plait.reference.rates import published_rates
from tests.cast import Life

THIS_WEEK = date(2026, 11, 16)


def answers(life: Life, role: str, told, weeks: int = 12) -> Life:
    """Answer energy, meaning, growth and pressure the same for so many weeks."""
    for back in range(weeks):
        life.checks_in(role, (THIS_WEEK - timedelta(weeks=back)).isoformat(), told)
    return life


def four_corners() -> Life:
    """Return four unpaid roles, one in each corner."""
    life = Life()
    for name, told in {
        "Light": [5, 5, 5, 1],
        "Hot": [5, 5, 5, 5],
        "Dull": [1, 1, 1, 1],
        "Heavy": [1, 1, 1, 5],
    }.items():
        answers(life.role(name, is_paid=False), name, told)
    return life


def mapped(life: Life) -> ValueMap:
    portfolio = life.portfolio()
    income = income_of(portfolio, published_rates(["EUR"]))
    found = value_map(portfolio, income=income)
    assert found is not None
    return found


def places(life: Life) -> dict[str, Position]:
    return {life.roles[p.role].name: p for p in mapped(life).positions}


def test_without_a_check_in_there_is_no_map():
    assert value_map(Life().role("Atlas").portfolio()) is None


def test_four_roles_in_four_corners():
    found = places(four_corners())

    assert {name: place.suggestion for name, place in found.items()} == {
        "Light": Suggestion.GROW,
        "Hot": Suggestion.RENEGOTIATE,
        "Dull": Suggestion.KEEP,
        "Heavy": Suggestion.LEAVE,
    }
    assert all(place.pay is Pay.UNPAID for place in found.values())
    assert min(place.certainty for place in found.values()) > 0.99


def test_the_middle_lies_halfway_between_the_own_mean_and_three():
    # Three roles at 4, one at 5: each equally sure, so the mean is 4.25 and the
    # middle (4.25 + 3) / 2 = 3.625.
    life = Life()
    for name, value in {"A": 4, "B": 4, "C": 4, "D": 5}.items():
        answers(life.role(name), name, [value, value, value, 2])

    found = mapped(life)

    assert found.wellbeing.means[Aspect.GIVES] == pytest.approx(4.25)
    assert found.middle_value == pytest.approx(3.625)
    assert found.middle_pressure == pytest.approx(2.5)


def test_a_contented_person_is_not_told_to_leave_the_least_of_good_roles():
    life = Life()
    for name, value in {"A": 5, "B": 5, "C": 4}.items():
        answers(life.role(name), name, [value, value, value, 2])

    # C lies below the own mean, and above the middle, (4.7 + 3) / 2 = 3.8.
    assert places(life)["C"].gives is not Side.LOW


def test_a_heavy_role_with_one_good_thing_is_renegotiated_before_it_is_left():
    # Meaning 4, energy and growth 1: it gives 2, little, and yet it means something.
    life = answers(four_corners().role("Cause"), "Cause", [1, 4, 1, 5])

    cause = places(life)["Cause"]

    assert (cause.gives, cause.takes) == (Side.LOW, Side.HIGH)
    assert cause.suggestion is Suggestion.RENEGOTIATE


def test_the_only_role_is_set_against_the_scale():
    found = places(answers(Life().role("Heavy"), "Heavy", [1, 1, 1, 5]))

    # The mean is its own: 1, the middle 2. It still clearly gives little.
    assert found["Heavy"].suggestion is Suggestion.LEAVE


def test_a_role_nobody_asked_about_has_no_proposal():
    life = four_corners().role("Silent")

    silent = places(life)["Silent"]

    assert silent.suggestion is Suggestion.NO_ANSWERS
    assert silent.value.value == pytest.approx(
        mapped(life).wellbeing.means[Aspect.GIVES]
    )


def test_three_answers_are_too_few_whatever_they_say():
    life = answers(four_corners().role("New"), "New", [1, 1, 1, 5], weeks=3)

    new = places(life)["New"]
    assert (new.suggestion, new.value.n_answers) == (Suggestion.TOO_FEW, 3)


def test_a_role_in_the_middle_is_unclear_and_leans_somewhere():
    life = answers(four_corners().role("Grey"), "Grey", [3, 3, 4, 3])

    grey = places(life)["Grey"]

    # 10/3 is above the middle 3, by less than the range; pressure 3 is at its middle.
    assert grey.suggestion is Suggestion.UNCLEAR
    assert grey.leans in {Suggestion.GROW, Suggestion.RENEGOTIATE}
    assert grey.certainty < 0.7


def test_roles_that_have_ended_and_opportunities_are_not_on_the_map():
    life = four_corners().role("Gone", until="2026-06-01")
    life.role("Perhaps", kind="opportunity")

    assert set(places(life)) == {"Light", "Hot", "Dull", "Heavy"}


def paid(pay: dict[str, int], told: dict[str, list[int]]) -> Life:
    """Return roles of 4 hours a week, with their pay a month and their answers."""
    life = Life()
    for name, euros in pay.items():
        life.role(name).gives_weekly(name, 4, weeks=60)
        life.is_paid_monthly(name, f"{euros} EUR", months=13)
        answers(life, name, told[name])
    return life


def test_what_presses_hard_and_pays_little_is_to_be_renegotiated():
    told = {"A": [4, 4, 4, 2], "B": [3, 3, 3, 5], "C": [2, 2, 2, 2]}
    life = paid({"A": 1000, "B": 600, "C": 1000}, told)

    found = places(life)

    # About 17.4 hours a month: the usual hour brings 57, B's 35, three fifths of it.
    assert found["B"].pay is Pay.LITTLE
    assert found["B"].gives is Side.UNCLEAR
    assert found["B"].suggestion is Suggestion.RENEGOTIATE


def test_a_heavy_role_that_pays_well_is_renegotiated_before_it_is_left():
    told = {"A": [4, 4, 4, 2], "B": [1, 1, 1, 5], "C": [4, 4, 4, 2]}

    found = places(paid({"A": 1000, "B": 2000, "C": 1000}, told))

    assert (found["B"].pay, found["B"].suggestion) == (Pay.WELL, Suggestion.RENEGOTIATE)


def test_the_pay_of_an_hour_is_what_came_in_for_it():
    told = {"A": [3, 3, 3, 3], "B": [3, 3, 3, 3]}
    life = paid({"A": 1000, "B": 500}, told)

    found = mapped(life)

    # Twelve months bring 12,000 and 6,000 for the same hours; the median of two
    # rates is their mean, three quarters of the higher.
    a, b = found.positions
    assert a.pay_an_hour == pytest.approx(2 * b.pay_an_hour)
    assert found.usual_pay == pytest.approx(0.75 * a.pay_an_hour)
    assert (a.pay, b.pay) == (Pay.WELL, Pay.LITTLE)


def test_a_single_paid_role_is_not_compared_with_itself():
    found = mapped(paid({"A": 1000}, {"A": [3, 3, 3, 3]}))

    assert found.usual_pay is None
    assert found.positions[0].pay is Pay.UNKNOWN


def test_without_money_or_hours_the_map_is_the_same_but_for_the_pay():
    told = {"A": [5, 5, 5, 1], "B": [1, 1, 1, 5], "C": [1, 1, 1, 1]}
    rich = places(paid({"A": 1000, "B": 1000, "C": 1000}, told))

    poor = Life()
    for name, given in told.items():
        answers(poor.role(name), name, given)

    assert {n: p.suggestion for n, p in places(poor).items()} == {
        n: p.suggestion for n, p in rich.items()
    }
    assert {p.pay for p in places(poor).values()} == {Pay.UNKNOWN}


def test_a_role_tells_its_part_of_the_hours_given():
    life = four_corners().gives_weekly("Hot", 12, weeks=13)
    life.gives_weekly("Dull", 4, weeks=13)

    found = places(life)

    # 12 of 16 hours a week.
    assert found["Hot"].hours_a_week == pytest.approx(12)
    assert found["Hot"].share == pytest.approx(0.75)
    assert (found["Light"].hours_a_week, found["Light"].share) == (0, 0)

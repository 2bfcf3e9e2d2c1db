"""The best mix: against every mix there is, and against the whole programme at once."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plait.analysis.decisions.plan.demands import broken_by
from plait.analysis.decisions.plan.options import (
    Limits,
    Option,
    Question,
    Scenarios,
    Together,
    Weights,
)
from plait.analysis.decisions.plan.planner import NoPlan, Planner, Status
from tests.analysis.decisions.plan.full_programme import (
    best_by_full_programme,
    best_of_all,
)
from tests.analysis.decisions.plan.lives import made_up, sure

WHOLE = st.integers(0, 6).map(float)


@st.composite
def questions(draw):
    n = draw(st.integers(1, 4))
    options = []
    for number in range(n):
        least = draw(WHOLE)
        options.append(
            Option(
                f"option {number}",
                least=least,
                most=least + draw(st.integers(0, 8)),
                step=draw(st.sampled_from([1.0, 3.0, 4.0])),
                present=draw(st.sampled_from([0.0, 0.0, 2.0, 5.0])),
                can_leave=draw(st.booleans()),
                value=draw(st.integers(-2, 2)),
                counts=draw(st.booleans()),
                load=draw(st.sampled_from([1.0, 1.0, 1.5])),
            )
        )
    first = options[0]
    if draw(st.booleans()) and first.present:
        back = replace(first, name="back", instead_of=first.name, load=0.5, present=0.0)
        options, n = [*options, back], n + 1
    pair = (
        draw(st.lists(st.integers(0, n - 1), min_size=2, max_size=2, unique=True))
        if n > 1
        else []
    )
    limits = Limits(
        capacity=draw(st.integers(3, 30)),
        law=draw(st.sampled_from([8.0, 168.0])),
        together=(
            Together((0, n - 1) if n > 1 else (0,), least=draw(WHOLE), most=14.0),
        ),
        apart=((pair[0], pair[1]),) if pair and draw(st.booleans()) else (),
        roles=draw(st.sampled_from([None, 1, 2])),
    )
    rng = np.random.default_rng(draw(st.integers(0, 999)))
    weights = Weights(
        draw(st.sampled_from([0.0, 0.5, 3.0, 50.0])),
        value=20.0,
        level=0.8,
        change=draw(st.sampled_from([0.0, 0.0, 30.0, 400.0])),
    )
    scenarios = monthly(rng, n, months=draw(st.sampled_from([1, 4])))
    return Question(tuple(options), limits, scenarios, 800.0, weights)


def monthly(rng, n, months):
    """Return scenarios of so many months; of one month the mean is all there is."""
    by_month = rng.normal(100, 60, (25, months, n))
    base = rng.normal(100, 50, (25, months))
    if months == 1:
        return Scenarios(by_month[:, 0], base[:, 0])
    return Scenarios(by_month.mean(axis=1), base.mean(axis=1), by_month, base)


@settings(max_examples=80, deadline=None)
@given(question=questions())
def test_no_mix_that_is_allowed_scores_more(question):
    best = best_of_all(question)

    found = Planner(question).best()

    if best is None:
        assert isinstance(found, NoPlan)
        assert found.conflict
    else:
        assert found.outcome.score == pytest.approx(best, abs=1e-3)
        assert found.status is Status.BEST
        hours = np.array(found.outcome.hours)
        assert not broken_by(hours, question.options, question.limits)


@pytest.mark.parametrize("step", [0.0, 4.0])
@pytest.mark.parametrize("risk", [0.5, 4.0])
def test_it_is_the_optimum_of_a_row_for_each_scenario(step, risk):
    question = made_up(8, 300, seed=5, step=step, risk=risk)

    found = Planner(question).best()

    assert found.outcome.score == pytest.approx(
        best_by_full_programme(question), rel=1e-6
    )


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 9999), risk=st.sampled_from([0.0, 1.0, 20.0]))
def test_it_never_scores_less_than_the_present_mix(seed, risk):
    question = made_up(6, 100, seed, risk=risk)
    rng = np.random.default_rng(seed)
    options = tuple(
        replace(o, present=float(rng.choice([0.0, o.least, o.least + 1])))
        for o in question.options
    )
    question = replace(question, options=options)
    planner = Planner(question)

    found = planner.best()

    if not planner.present_breaks():
        assert found.outcome.score >= planner.outcome(question.present).score


def test_stopped_at_once_it_still_has_the_present_mix_and_says_it_is_unproven():
    question = made_up(12, 200, seed=4, risk=20.0)
    options = tuple(replace(o, present=o.least) for o in question.options[:3])
    question = replace(question, options=options + question.options[3:])

    found = Planner(question, most_boxes=1).best()

    assert found.status is Status.UNPROVEN
    assert found.gap > 0
    assert found.outcome.score >= Planner(question).outcome(question.present).score


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 9999))
def test_the_order_of_scenarios_does_not_matter(seed):
    question = made_up(6, 200, seed)
    order = np.random.default_rng(seed).permutation(200)
    scenarios = question.scenarios
    other = Scenarios(scenarios.per_hour[order], scenarios.base[order])

    one = Planner(question).best().outcome
    same = Planner(replace(question, scenarios=other)).best().outcome

    assert same.score == pytest.approx(one.score)
    assert same.hours == pytest.approx(one.hours)


def test_the_same_question_has_the_same_answer():
    one, other = (Planner(made_up(8, 400, seed=2)).best() for _ in range(2))

    assert one.outcome == other.outcome


def test_hours_go_where_they_bring_most_until_there_are_none_left():
    # 40 hours: 16 at 90, then 16 at 50, and 8 of the 20 at 30.
    question = sure(
        Option("Atlas", 4, 16, 4),
        Option("Board", 4, 16, 4),
        Option("Classes", 8, 20, 4),
        rates=[90, 50, 30],
        limits=Limits(capacity=40),
    )

    found = Planner(question).best()

    assert found.outcome.hours == (16, 16, 8)
    assert found.outcome.income == 16 * 90 + 16 * 50 + 8 * 30


def test_a_role_that_may_take_no_hours_is_not_held_if_it_takes_none():
    # Of two at once, Board at 50 leaves no place for Chores, which takes 0 to 8.
    question = sure(
        Option("Chores", 0, 8, can_leave=False),
        Option("Board", 8, 8, can_leave=False),
        Option("Atlas", 8, 8),
        rates=[10, 50, 90],
        limits=Limits(roles=2),
    )

    found = Planner(question).best()

    assert found.outcome.hours == (0, 8, 8)


def test_points_pull_as_much_as_they_are_said_to_be_worth():
    # An hour of Board brings 10 less, and its 2 points are worth 6 each.
    options = (Option("Atlas", 8, 8), Option("Board", 8, 8, value=2.0))
    limits = Limits(capacity=8)

    by_money = Planner(sure(*options, rates=[60, 50], limits=limits)).best()
    by_both = Planner(sure(*options, rates=[60, 50], limits=limits, value=6.0)).best()

    assert by_money.outcome.hours == (8, 0)
    assert by_both.outcome.hours == (0, 8)


def test_a_safe_hour_is_taken_before_a_dearer_one_that_may_fail():
    # Half the scenarios: Gold 100 or 0 an hour, Salary 45 always. Mean 50 against 45;
    # with a floor of 400 Gold's bad half is short of all of it, Salary's of 40.
    scenarios = Scenarios(np.array([[100.0, 45.0], [0.0, 45.0]]), np.zeros(2))
    options = (Option("Gold", 8, 8), Option("Salary", 8, 8))
    question = Question(options, Limits(8), scenarios, 400.0, Weights(0.0, level=0.5))

    bold = Planner(question).best()
    careful = Planner(replace(question, weights=Weights(1.0, level=0.5))).best()

    assert bold.outcome.hours == (8, 0)
    assert careful.outcome.hours == (0, 8)
    assert careful.outcome.short == 400 - 8 * 45


def test_the_present_hours_are_allowed_though_no_step_reaches_them():
    question = sure(
        Option("Atlas", 8, 16, 4, present=13), rates=[50], limits=Limits(14)
    )

    found = Planner(question).best()

    assert found.outcome.hours == (13,)


def test_the_solver_prints_nothing(capfd):
    Planner(made_up(5, 50, seed=1)).best()

    assert capfd.readouterr() == ("", "")

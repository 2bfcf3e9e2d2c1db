"""The study of drift: lives as described, what is measured, and that it repeats."""

import numpy as np
import pytest

from studies.drift import measures, methods, page, tables
from studies.drift.lives import FIRST_JUDGED, LATER, N_WEEKS, SORTS, Life, lives


def a_life(shares, begins=None, months=0):
    shares = np.array(shares, dtype=float)
    return Life(shares, np.zeros(len(shares), dtype=bool), begins, months)


@pytest.mark.parametrize("sort", [*SORTS, *LATER], ids=lambda sort: sort.name)
def test_a_life_takes_over_the_years_what_was_agreed(sort):
    made = [one for one in lives(sort, 6, 1) if one.begins is None]

    means = [one.shares[~one.set_aside][52:].mean() for one in made]
    assert np.mean(means) == pytest.approx(1, abs=0.06)


def test_half_of_the_lives_take_a_quarter_more_from_a_week_on():
    made = lives(SORTS[0], 40, 1)

    later = [one.shares[one.begins :].mean() for one in made if one.begins]
    assert len(later) == 40
    assert np.mean(later) == pytest.approx(1.25, abs=0.04)


def test_lives_are_the_same_for_every_method_and_others_for_judging():
    one, again = (lives(SORTS[0], 2, 1) for _ in range(2))
    other = lives(SORTS[0], 2, 2)

    assert one[0].shares.tolist() == again[0].shares.tolist()
    assert one[0].shares.tolist() != other[0].shares.tolist()
    assert len({tables.TUNING, tables.JUDGED, tables.ADDED}) == 3


def test_a_drift_seen_in_its_first_week_loses_one_and_an_unseen_one_a_year():
    on = np.zeros(100, dtype=bool)
    life = a_life(np.ones(100), begins=60)

    assert measures.loss(life, on) == measures.MISS
    on[60] = True
    assert measures.loss(life, on) == 1


def test_an_alarm_that_was_on_already_says_nothing_of_the_drift():
    on = np.arange(100) >= 50

    assert measures.loss(a_life(np.ones(100), begins=60), on) == measures.MISS


def test_an_alarm_that_flags_is_one():
    on = np.isin(np.arange(60), [20, 21, 23, 40])

    assert measures.begun(on, 0) == 2
    assert measures.begun(on, 30) == 1


def test_the_mean_of_eight_weeks_is_over_by_what_it_says():
    excess = methods.NAIVE[0].prepare(a_life([1.0] * 8 + [1.8]))

    assert np.isnan(excess[6])
    # 8.8 hours in eight weeks are a tenth more than one each.
    assert excess[[7, 8]] == pytest.approx([0, 0.1])


def test_the_same_weeks_of_earlier_years_stand_beside_this_one():
    season = np.where(np.arange(N_WEEKS) % 52 < 26, 1.5, 0.5)
    rule = next(one for one in methods.NAIVE if one.name == "same 13 weeks")

    excess = rule.prepare(a_life(season))
    more = rule.prepare(a_life(np.where(np.arange(N_WEEKS) >= 170, 1.2, 1) * season))

    assert np.abs(excess[150:170]).max() < 0.1
    assert more[200] == pytest.approx(0.2, abs=0.08)


@pytest.mark.parametrize("months", [0, 1, 3, 12])
def test_the_former_method_is_there_to_compare_with(months):
    steady = a_life(np.ones(N_WEEKS), months=months)
    more = a_life(np.where(np.arange(N_WEEKS) >= 120, 1.6, 1.0), 120, months)

    assert not methods.FORMER.alarms(steady, 2.9).any()
    assert methods.FORMER.alarms(more, 2.9)[-1]


def test_a_tuned_method_errs_as_often_as_wanted():
    made = measures.prepared(methods.NAIVE[0], lives(SORTS[0], 40, 3))

    setting = measures.tuned(made, 0.3)

    assert measures.false_alarms(made, setting) == pytest.approx(0.3, abs=0.03)


def test_the_shipped_method_beats_the_same_weeks_of_earlier_years_on_a_season():
    season = next(one for one in SORTS if one.name == "event season, by the year")
    same = next(one for one in methods.NAIVE if one.name == "same 13 weeks")
    lost = []
    for method in (methods.SHIPPED, same):
        setting = measures.tuned(measures.prepared(method, lives(season, 15, 3)), 0.2)
        judged = measures.prepared(method, lives(season, 15, 4))
        lost.append(np.mean(measures.losses(judged, setting)))

    assert lost[0] < lost[1]


def test_the_alarms_of_the_study_are_those_of_the_product():
    from plait.analysis.hours.drift.evidence import Weekly, chart
    from studies.drift.lives import MONDAYS

    life = lives(SORTS[0], 1, 5)[1]
    weekly = Weekly(life.shares, 1.0, life.set_aside, MONDAYS)

    found = chart(weekly, threshold=5.0)
    on = methods.SHIPPED.alarms(methods.SHIPPED.prepare(life), 5.0)

    assert on.tolist() == (found.statistic > 5.0).tolist()
    assert on[FIRST_JUDGED:].any()


def test_a_table_is_written_as_markdown():
    assert page.table([["a", "b"], ["1", "2"]]) == "| a | b |\n| --- | --- |\n| 1 | 2 |"


def test_the_page_has_room_for_the_tables():
    text = page.PAGE.read_text("utf-8")

    assert page.BEGIN in text
    assert page.END in text

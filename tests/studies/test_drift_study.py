"""The study of drift: series as told, and a page that says what comes out."""

import numpy as np
import pytest

from studies.drift import measures, methods, page, tables
from studies.drift.series import AGREED, Drifts, Usual, series

NO_DRIFT = measures.NO_DRIFT


def made(usual, drift=NO_DRIFT, *, n_weeks=4000, begins=4000):
    return series(np.random.default_rng(1), usual, n_weeks, drift, begins)


def test_a_series_without_drift_lies_around_the_agreed_hours_as_told():
    hours = made(Usual("usual", spread=0.25)).hours

    # 4,000 weeks: the mean is sure to 4 / 63 = .06, the spread to .045.
    assert hours.mean() == pytest.approx(AGREED, abs=0.25)
    assert hours.std() == pytest.approx(0.25 * AGREED, abs=0.2)


def test_weeks_alike_resemble_their_neighbours_as_much_as_told():
    hours = made(Usual("alike", resemblance=0.3)).hours

    assert np.corrcoef(hours[:-1], hours[1:])[0, 1] == pytest.approx(0.3, abs=0.06)


def test_a_step_begins_in_its_week_and_a_slope_grows_from_it():
    calm = Usual("calm", spread=0.0)
    step = made(calm, Drifts("step", step=0.25), n_weeks=6, begins=4)
    slope = made(calm, Drifts("slope", slope=0.01), n_weeks=6, begins=4)

    assert step.hours.tolist() == [16, 16, 16, 16, 20, 20]
    assert slope.beyond == pytest.approx([0, 0, 0, 0, 0.16, 0.32])


def test_every_method_is_asked_of_the_same_series():
    told = (tables.QUIET, 30, NO_DRIFT, 30, 5)

    first, again = measures.many(*told), measures.many.__wrapped__(*told)

    assert [one.hours.tolist() for one in first] == [
        one.hours.tolist() for one in again
    ]


def test_a_delay_of_one_is_an_alarm_in_the_first_week_of_the_drift():
    calm = Usual("calm", spread=0.0)
    drift = Drifts("step", step=0.5)
    found = measures.seen(methods.NAIVE, [made(calm, drift, n_weeks=30, begins=20)] * 3)

    # One week of 24 among three of 16 makes a mean of 18, and 17.6 is a tenth over.
    assert (found.delay, found.missed, found.n_series) == (1, 0, 3)


def test_calibrated_methods_raise_as_many_false_alarms_as_wanted():
    steady = tables.steady(tables.LIVELY)[:200]
    margin = measures.calibrated(methods.NAIVE, steady, 0.5)

    found = measures.false_alarms(methods.NAIVE, steady, margin)

    assert found.a_year == pytest.approx(0.5, abs=0.03)


def test_the_learned_cusum_keeps_its_promise_where_there_is_no_season():
    kinds = [usual for usual in tables.STEADY if not usual.season]
    found = [
        measures.false_alarms(methods.SHIPPED, tables.steady(usual)).a_year
        for usual in kinds
    ]

    # Promised is .5 a year; the page says .2 to .6.
    assert all(0.2 < a_year < 0.65 for a_year in found)


def test_the_page_holds_the_table_of_false_alarms_that_comes_out():
    assert page.table(tables.alarms_a_year()) in page.PAGE.read_text("utf-8")


@pytest.mark.slow
def test_the_whole_page_is_what_the_study_writes():
    assert page.written() == page.PAGE.read_text("utf-8")

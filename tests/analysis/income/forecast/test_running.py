"""Months as if what runs now had always run."""

import numpy as np

from plait.analysis.income.forecast.running import RoleMonths, as_running


def role(amount: float, begin: int, end: int = 24, *, job: bool = False) -> RoleMonths:
    net = np.zeros(24)
    net[begin:end] = amount
    return RoleMonths(net, begin, is_over=end < 24, is_job=job)


def test_a_client_that_began_is_put_into_the_months_before_it():
    assert as_running([role(1000, 0), role(500, 18)], 24).tolist() == [1500] * 24


def test_a_client_that_ended_is_in_no_month_any_more():
    assert as_running([role(1000, 0), role(500, 0, 20)], 24).tolist() == [1000] * 24


def test_where_clients_come_and_go_their_past_shows_how_it_goes_on():
    roles = [role(1000, 0), role(500, 0, 12), role(400, 12)]

    assert as_running(roles, 24).tolist() == [1500] * 12 + [1400] * 12


def test_a_job_that_ended_without_another_is_taken_out_even_then():
    roles = [role(2000, 0, 20, job=True), role(500, 0, 12), role(400, 12)]

    assert as_running(roles, 24).tolist() == [500] * 12 + [400] * 12


def test_where_jobs_follow_each_other_their_gaps_stay_in_the_past():
    roles = [role(2000, 0, 12, job=True), role(2400, 14, job=True)]

    assert as_running(roles, 24).tolist() == [2000] * 12 + [0] * 2 + [2400] * 10


def test_one_that_came_and_went_is_no_coming_and_going():
    assert as_running([role(1000, 0), role(500, 6, 20)], 24).tolist() == [1000] * 24

"""What was agreed in each week, by the terms that held then."""

from datetime import date

import numpy as np
import pytest

from plait.analysis.hours.agreed import agreed_by_week
from tests.cast import Life, terms


def weeks(*mondays):
    return np.array(mondays, dtype="datetime64[D]")


def role(*agreed):
    return Life().role("Atlas", *agreed).portfolio().roles[0]


def test_a_week_has_the_terms_of_its_thursday():
    # Monday 2 November 2026; the new terms begin on Thursday 5 or Friday 6.
    for day, hours in (("2026-11-05", 10), ("2026-11-06", 8)):
        held = role(terms("8/week", until=day), terms("10/week", since=day))

        assert agreed_by_week(held, weeks("2026-11-02")).tolist() == [hours]


def test_hours_by_the_month_stand_as_their_weekly_mean():
    # 36 a month are 36 x 12 / 52.1775 a week
    found = agreed_by_week(role("36/month"), weeks("2026-11-02"))

    assert found.tolist() == pytest.approx([36 * 12 / 52.1775])


def test_where_terms_overlap_the_latest_hold_and_of_two_that_begin_together_the_first():
    held = role(
        terms("8/week", since="2026-01-05"),
        terms("6/week", since="2026-03-02"),
        terms("9/week", since="2026-01-05"),
    )
    found = agreed_by_week(held, weeks("2026-02-02", "2026-03-02"))

    on_thursdays = (date(2026, 2, 5), date(2026, 3, 5))
    assert found.tolist() == [held.agreement_on(day).hours for day in on_thursdays]
    assert found.tolist() == [8, 6]


def test_weeks_without_terms_or_without_hours_are_nan():
    held = role(
        terms("8/week", since="2026-10-01", until="2026-11-02"),
        terms("", since="2026-11-09"),
    )
    found = agreed_by_week(held, weeks("2026-09-07", "2026-11-02", "2026-11-09"))

    assert np.isnan(found).all()


def test_no_weeks_give_none():
    assert len(agreed_by_week(role("8/week"), weeks())) == 0

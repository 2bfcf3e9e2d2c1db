"""Yes, yes if, or no: what the answer to a variant hangs on."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plait.analysis.decisions.take_on.answer import Answer, Reason, take_on
from plait.analysis.decisions.take_on.freed_hours import Way
from plait.domain.roles import Clause, CountsAs
from tests.analysis.decisions.take_on.asking import (
    answer,
    changed,
    left,
    new,
    present,
)
from tests.cast import Life, terms


def busy(hours: int = 38, *, weeks: int = 0, capacity: int = 40) -> Life:
    """Return a life with one role of so many hours a week."""
    life = Life(capacity=capacity).role("Practice", f"{hours}/week")
    return life.gives_weekly("Practice", hours, weeks=weeks) if weeks else life


# ------------------------------------------------------------------ does it fit


@pytest.mark.parametrize("weeks", [0, 60])
def test_six_hours_do_not_fit_beside_38_of_40(weeks):
    found = answer(busy(38, weeks=weeks), new("Course", "6/week"))

    assert found.answer is Answer.NO
    assert found.reasons == (Reason.NO_ROOM,)
    # 38 + 6 = 44 asked of 40 to give, in each of the twelve weeks.
    assert found.n_tight == 12
    assert round(found.short, 6) == 4


@pytest.mark.parametrize("weeks", [0, 60])
def test_six_hours_fit_beside_30_of_40(weeks):
    found = answer(busy(30, weeks=weeks), new("Course", "6/week"))

    assert (found.answer, found.reasons) == (Answer.YES, ())
    assert [round(week.after, 6) for week in found.weeks] == [36] * 12


def test_what_does_not_fit_can_if_hours_beyond_an_agreement_go_back():
    # 32 were agreed and 38 are given: going back frees the 6 that are asked.
    life = Life(capacity=40).role("Practice", "32/week")
    life.gives_weekly("Practice", 38, weeks=60)

    found = answer(life, new("Course", "6/week"))

    assert found.answer is Answer.YES_IF
    assert found.reasons == (Reason.MAKE_ROOM,)
    assert [relief.way for relief in found.freed_hours] == [Way.BACK_TO_AGREED]
    assert round(found.freed_hours[0].hours, 6) == 6


def test_a_few_full_weeks_ask_for_room_and_are_no_no():
    # Two weeks of the twelve have 20 hours to give instead of 40.
    life = busy(30).has_season("2026-12-21", "2027-01-04", "20")

    found = answer(life, new("Course", "6/week"))

    assert found.answer is Answer.YES_IF
    assert found.reasons == (Reason.MAKE_ROOM,)
    assert (found.n_tight_before, found.n_tight) == (2, 2)


def test_it_is_told_from_when_on_it_fits():
    life = busy(30).has_season("2026-11-16", "2027-01-04", "32")

    found = answer(life, new("Course", "6/week"))

    assert found.fits_from == date(2027, 1, 4)


def test_nothing_is_told_of_a_later_start_where_only_the_last_weeks_fit():
    # The twelfth and last week begins on 8 February 2027.
    life = busy(30).has_season("2026-11-16", "2027-02-08", "32")

    assert answer(life, new("Course", "6/week")).fits_from is None


def test_whoever_never_told_their_hours_is_told_what_it_hangs_on():
    life = Life().role("Practice", "30/week")

    found = answer(life, new("Course", "6/week"))

    assert (found.answer, found.reasons) == (Answer.YES_IF, (Reason.UNKNOWN,))


def test_a_start_that_no_forecast_reaches_is_answered_as_far_as_it_can_be():
    life = busy(30)

    found = answer(life, new("Course", "6/week", since="2030-01-07", pay="90 EUR/hour"))

    assert (found.weeks, found.reasons) == ((), (Reason.TOO_FAR,))
    # 90 x 6 x 52.1775 / 12 = 2,347.99 a month.
    assert round(found.earning.after, 2) == 2347.99


@pytest.mark.parametrize("since", ["9999-12-30", "0001-01-01"])
def test_days_at_the_ends_of_the_calendar_break_nothing(since):
    life = busy(30)

    found = answer(
        life, new("Course", "6/week", since=since, blocks="fri 09:00-15:00"), "nl"
    )

    assert found.answer is not Answer.NO


# ------------------------------------------------------------------- agreements


def test_an_agreement_that_asks_for_consent_makes_it_a_yes_if():
    life = Life(capacity=40).role(
        "Practice", terms("24/week", clause=Clause.CONSENT), at="De Linde"
    )

    found = answer(life, new("Course", "6/week"))

    assert (found.answer, found.reasons) == (Answer.YES_IF, (Reason.CONSENT,))
    assert [(met.role, met.organisation) for met in found.clauses] == [(0, "De Linde")]


def test_an_agreement_that_forbids_other_work_makes_it_a_no():
    life = Life(capacity=40).role("Practice", terms("24/week", clause=Clause.EXCLUSIVE))

    found = answer(life, new("Course", "6/week"))

    assert (found.answer, found.reasons) == (Answer.NO, (Reason.FORBIDDEN,))


def test_the_new_terms_own_clause_speaks_of_the_roles_there_are():
    found = answer(busy(30), new("Course", "6/week", clause=Clause.EXCLUSIVE))

    assert found.answer is Answer.NO
    assert [met.role for met in found.clauses] == [None]


def test_a_first_role_may_be_as_exclusive_as_it_likes():
    found = answer(Life(capacity=40), new("Course", "6/week", clause=Clause.EXCLUSIVE))

    assert found.answer is Answer.YES


def test_leaving_asks_for_notice():
    # 60 days from Friday 20 November 2026 are 19 January 2027.
    life = Life(capacity=40).role("Columns", terms("4/week", notice_days=60))

    early = answer(life, left(life, "Columns", since="2026-12-01"))
    late = answer(life, left(life, "Columns", since="2027-01-19"))

    assert (early.answer, early.reasons) == (Answer.YES_IF, (Reason.NOTICE,))
    assert early.notice_ends_on == date(2027, 1, 19)
    assert late.answer is Answer.YES


# ----------------------------------------------------------------- more than one


def test_a_limit_of_the_law_makes_it_a_no_though_it_fits():
    life = Life(capacity=60).role("Practice", "40/week", kind="employment")

    found = answer(life, new("Desk", "12/week", kind="employment"), "nl")

    # 52 a week: more than a mean of 48, and near to one of 55.
    assert (found.answer, found.reasons) == (Answer.NO, (Reason.LAW, Reason.NEAR_LAW))


def test_work_of_ones_own_is_not_counted_by_that_law():
    life = Life(capacity=60).role(
        "Practice", terms("40/week", counts_as=CountsAs.EMPLOYMENT), kind="employment"
    )

    assert answer(life, new("Course", "12/week"), "nl").answer is Answer.YES


def test_a_body_bears_no_more_by_law_or_without_and_is_never_a_no():
    life = Life(capacity=80).role("Practice", "40/week", kind="employment")

    found = answer(life, new("Course", "16/week"), "nl")

    assert (found.answer, found.reasons) == (Answer.YES_IF, (Reason.HEALTH,))


def test_days_that_clash_make_it_a_yes_if():
    life = Life(capacity=40).role("Practice", terms("8/week", blocks="fri 09:00-17:00"))

    found = answer(life, new("Course", "6/week", blocks="fri 09:00-15:00"))

    assert (found.answer, found.reasons) == (Answer.YES_IF, (Reason.CLASHES,))


# ------------------------------------------------------------------ always so


def test_what_changes_nothing_is_a_yes_and_changes_no_week():
    clause = {"clause": Clause.EXCLUSIVE, "blocks": "tue 09:00-17:00"}
    life = Life(capacity=30).role("Practice", terms("24/week", **clause))
    life.role("Board", "6/week").gives_weekly("Practice", 31, weeks=60)
    life.meets("Board", "2026-12-01T10:00", 2)  # a Tuesday

    found = answer(life, changed(life, "Practice", "24/week", **clause), "nl")

    assert found.answer is Answer.YES
    assert all(week.after == week.before for week in found.weeks)
    assert all(week.p_after == week.p_before for week in found.weeks)


def test_a_role_of_no_hours_changes_no_week():
    life = busy(39, weeks=60)

    found = answer(life, new("Patron", "0/week"), "nl")

    assert all(week.after == week.before for week in found.weeks)
    assert found.answer is Answer.YES


HOURS = st.integers(0, 60)


@settings(max_examples=25, deadline=None)
@given(one=HOURS, other=HOURS, given_hours=st.integers(0, 50), agreed=HOURS)
def test_more_hours_never_turn_a_no_into_a_yes(one, other, given_hours, agreed):
    life = Life(capacity=40).role("Practice", f"{agreed}/week", kind="employment")
    if given_hours:
        life.gives_weekly("Practice", given_hours, weeks=12)
    fewer, more = sorted((one, other))
    order = [Answer.YES, Answer.YES_IF, Answer.NO]
    now = present(life, "nl")

    for variant in (
        lambda hours: new("Desk", f"{hours}/week", kind="employment"),
        lambda hours: changed(life, "Practice", f"{hours}/week"),
    ):
        first, second = (take_on(now, variant(h)).answer for h in (fewer, more))
        assert order.index(first) <= order.index(second)


def test_nothing_that_was_given_is_changed():
    life = busy(38, weeks=30)
    life.meets("Practice", "2026-11-27T10:00", 2)
    now = present(life, "nl")
    roles, n_events = now.portfolio.roles, len(now.portfolio.events)
    hours = now.portfolio.hours.seconds.copy()

    for variant in (
        new("Course", "6/week", blocks="fri 09:00-15:00"),
        changed(life, "Practice", "24/week", blocks="fri 09:00-12:00"),
        left(life, "Practice"),
    ):
        take_on(now, variant)

    assert now.portfolio.roles == roles
    assert len(now.portfolio.events) == n_events
    assert (now.portfolio.hours.seconds == hours).all()

"""Hours per full week: what counts, once or twice, and until when."""

from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.analysis.series.weeks import (
    Weeks,
    days_of_week,
    load_of_week,
    open_days_of_week,
    weeks_of,
)
from plait.domain.period import monday_of
from plait.domain.records import RecordStatus
from tests.cast import Life, day

ROLES = ("Practice", "Training", "Board")


def life(on: str = "2026-11-20", *roles: str) -> Life:
    told = Life(on)
    for name in roles or ROLES:
        told.role(name)
    return told


def weeks(told: Life) -> Weeks:
    return weeks_of(told.portfolio())


def mondays(found: Weeks) -> list[str]:
    return [str(monday) for monday in found.mondays]


def test_without_hours_there_are_no_weeks():
    none = weeks(life())

    assert len(none) == 0
    assert none.by_role.shape == (0, 3)
    assert none.first_of_role.tolist() == [-1, -1, -1]


def test_without_roles_hours_are_load_all_the_same():
    found = weeks(Life().gives("", 3, "2026-11-13"))

    assert found.load.tolist() == [3]
    assert found.by_role.shape == (1, 0)


def test_hours_of_a_week_are_summed_per_role():
    # Monday 2, Wednesday 3 and Sunday 1.5 of one week are 6.5; the next has 4.
    found = weeks(
        life()
        .gives("Practice", 2, "2026-11-02")
        .gives("Practice", 3, "2026-11-04")
        .gives("Practice", 1.5, "2026-11-08")
        .gives("Training", 4, "2026-11-13")
    )

    assert mondays(found) == ["2026-11-02", "2026-11-09"]
    assert found.by_role.tolist() == [[6.5, 0, 0], [0, 4, 0]]
    assert found.load.tolist() == [6.5, 4]


def test_the_week_of_the_date_is_not_full_even_on_its_sunday():
    told = life("2026-11-15").gives("Practice", 8, "2026-11-06")
    told.gives("Practice", 8, "2026-11-15")

    assert mondays(weeks(told)) == ["2026-11-02"]


def test_a_week_is_full_on_the_monday_after():
    told = life("2026-11-16").gives("Practice", 8, "2026-11-13")

    assert mondays(weeks(told)) == ["2026-11-09"]


def test_hours_of_the_first_week_alone_make_no_full_week():
    assert len(weeks(life("2026-11-20").gives("Practice", 8, "2026-11-20"))) == 0


def test_a_tracker_that_stopped_is_not_a_week_of_rest():
    stopped = life("2026-11-20").gives_weekly(
        "Practice", 24, weeks=3, until="2026-10-02"
    )

    assert mondays(weeks(stopped)) == ["2026-09-14", "2026-09-21", "2026-09-28"]


@pytest.mark.parametrize(
    ("last", "n_weeks"),
    [
        ("2026-10-05", 1),  # Monday: the week of 5 October was cut off
        ("2026-10-08", 1),  # Thursday
        ("2026-10-09", 2),  # Friday: told whole
        ("2026-10-11", 2),  # Sunday
    ],
)
def test_a_week_is_told_whole_from_its_friday_on(last, n_weeks):
    told = life("2026-11-20").gives("Practice", 8, "2026-10-02")

    assert len(weeks(told.gives("Practice", 8, last))) == n_weeks


def test_a_week_that_ends_early_is_whole_once_the_next_has_hours():
    # Nora works Monday and Tuesday; the hours of 17 November tell of the week before.
    told = life("2026-11-20").gives("Practice", 8, "2026-11-10")

    assert len(weeks(told)) == 0
    assert len(weeks(told.gives("Practice", 8, "2026-11-17"))) == 1


def test_a_week_without_hours_between_two_is_a_week_of_rest():
    told = life().gives("Practice", 8, "2026-10-30").gives("Practice", 8, "2026-11-13")

    assert weeks(told).load.tolist() == [8, 0, 8]


def test_hours_shared_by_two_roles_count_once_as_load_and_once_for_each():
    told = life().gives("Practice", 6, "2026-11-13", also=["Training"])

    found = weeks(told)

    assert found.load.tolist() == [6]
    assert found.by_role.tolist() == [[6, 6, 0]]


def test_a_role_named_twice_for_an_entry_gets_its_hours_once():
    told = life().gives(
        "Practice", 6, "2026-11-13", also=["Practice", "Board", "Board"]
    )

    assert weeks(told).by_role.tolist() == [[6, 0, 6]]


def test_hours_that_still_look_for_their_role_count_as_load_and_apart():
    told = life().gives("", 5, "2026-11-12").gives("Practice", 6, "2026-11-13")

    found = weeks(told)

    assert found.load.tolist() == [11]
    assert found.open.tolist() == [5]
    assert found.by_role.sum() == 6


def test_private_hours_count_nowhere():
    told = life().gives("Practice", 6, "2026-11-13")
    told.gives("Training", 9, "2026-11-13", also=["Board"], status=RecordStatus.PRIVATE)

    found = weeks(told)

    assert found.load.tolist() == [6]
    assert found.by_role.tolist() == [[6, 0, 0]]


def test_private_hours_begin_no_week():
    told = life().gives("", 9, "2026-01-09", status=RecordStatus.PRIVATE)

    assert len(weeks(told)) == 0
    assert mondays(weeks(told.gives("Practice", 6, "2026-11-13"))) == ["2026-11-09"]


def test_private_hours_show_that_the_tracker_runs():
    told = life().gives("Practice", 6, "2026-11-06")

    told.gives("", 1, "2026-11-18", status=RecordStatus.PRIVATE)

    assert weeks(told).load.tolist() == [6, 0]


def test_the_weeks_in_which_clocks_change_are_weeks_like_others():
    # Europe changed its clocks on Sunday 29 March and Sunday 25 October 2026.
    spring = (
        life("2026-04-10")
        .gives("Board", 2, "2026-03-29")
        .gives("Board", 3, "2026-03-30")
    )
    autumn = (
        life("2026-11-06")
        .gives("Board", 2, "2026-10-25")
        .gives("Board", 3, "2026-10-30")
    )

    assert weeks(spring.gives("Board", 1, "2026-04-03")).load.tolist() == [2, 4]
    assert mondays(weeks(spring)) == ["2026-03-23", "2026-03-30"]
    assert weeks(autumn).load.tolist() == [2, 3]


def test_weeks_run_on_over_new_year():
    told = (
        life("2025-01-10")
        .gives("Board", 2, "2024-12-31")
        .gives("Board", 3, "2025-01-03")
    )

    assert mondays(weeks(told)) == ["2024-12-30"]
    assert weeks(told).load.tolist() == [5]


def test_days_before_1970_are_weeks_too():
    found = weeks(life("1969-12-12").gives("Board", 2, "1969-12-05"))

    assert mondays(found) == ["1969-12-01"]


def test_each_role_knows_its_first_week_with_hours():
    told = life().gives_weekly("Practice", 8, weeks=5).gives_weekly("Board", [1, 0, 2])

    assert weeks(told).first_of_role.tolist() == [0, -1, 2]


def test_days_of_a_week_stand_per_role_monday_first():
    told = (
        life()
        .gives("Practice", 8, "2026-11-09")
        .gives("Practice", 2, "2026-11-15", also=["Board"])
        .gives("Practice", 7, "2026-11-08")  # the Sunday before
        .gives("", 1.5, "2026-11-11")
    )

    table = days_of_week(told.portfolio(), day("2026-11-12"))

    assert table.shape == (7, 3)
    assert table[:, 0].tolist() == [8, 0, 0, 0, 0, 0, 2]
    assert table[:, 2].tolist() == [0, 0, 0, 0, 0, 0, 2]


def test_days_tell_open_hours_and_the_load_apart():
    told = (
        life()
        .gives("Practice", 8, "2026-11-09", also=["Board"])
        .gives("", 1.5, "2026-11-11")
        .gives("", 4, "2026-11-11", status=RecordStatus.PRIVATE)
    ).portfolio()

    assert open_days_of_week(told, told.on).sum() == 0
    assert open_days_of_week(told, day("2026-11-15")).tolist() == [
        0,
        0,
        1.5,
        0,
        0,
        0,
        0,
    ]
    assert load_of_week(told, day("2026-11-15")).tolist() == [8, 0, 1.5, 0, 0, 0, 0]


entries = st.lists(
    st.tuples(
        st.sampled_from(["", *ROLES]),
        st.integers(1, 40),  # quarters of an hour
        st.integers(0, 60),  # days back from Sunday 15 November
        st.sampled_from(ROLES),
        st.sampled_from([None, RecordStatus.PRIVATE]),
    ),
    min_size=1,
    max_size=25,
)


def projected(told, *, shift: int = 0, on: str = "2026-11-20") -> Life:
    """Return a life with those entries, all moved by so many weeks."""
    moved = timedelta(weeks=shift)
    made = life((day(on) + moved).isoformat())
    for role, quarters, back, also, status in told:
        when = day("2026-11-15") - timedelta(days=back) + moved
        extra = [also] if role else []
        made.gives(role, quarters / 4, when, also=extra, status=status)
    return made


def same(one: Weeks, other: Weeks) -> bool:
    return all(
        np.array_equal(a, b)
        for a, b in (
            (one.by_role, other.by_role),
            (one.load, other.load),
            (one.open, other.open),
            (one.first_of_role, other.first_of_role),
        )
    )


@given(entries)
def test_splitting_an_entry_in_two_changes_nothing(told):
    role, quarters, *rest = told[0]
    halves = [(role, quarters / 2, *rest), (role, quarters / 2, *rest)]

    assert same(weeks(projected([*halves, *told[1:]])), weeks(projected(told)))


@given(entries, st.integers(-200, 200))
def test_moving_everything_by_whole_weeks_changes_nothing_but_the_dates(told, shift):
    here, there = weeks(projected(told)), weeks(projected(told, shift=shift))

    assert same(here, there)
    assert (there.mondays - here.mondays == np.timedelta64(7 * shift, "D")).all()


@given(st.data())
def test_the_order_of_entries_does_not_matter(data):
    told = data.draw(entries)
    mixed = data.draw(st.permutations(told))

    assert same(weeks(projected(mixed)), weeks(projected(told)))


@given(entries)
def test_the_days_of_a_week_add_up_to_the_week(told):
    portfolio = projected(told).portfolio()
    found = weeks_of(portfolio)

    for place, monday in enumerate(found.mondays.tolist()):
        assert monday == monday_of(monday)
        assert np.allclose(
            days_of_week(portfolio, monday).sum(axis=0), found.by_role[place]
        )
        assert np.isclose(open_days_of_week(portfolio, monday).sum(), found.open[place])
        assert np.isclose(load_of_week(portfolio, monday).sum(), found.load[place])


@given(entries)
def test_nothing_is_invented_and_nothing_lost(told):
    found = weeks(projected(told))
    counted = [t for t in told if t[4] is None]
    until = (
        day("2026-11-15") - timedelta(days=min(t[2] for t in told)) + timedelta(days=3)
    )
    whole = min(monday_of(day("2026-11-20")), monday_of(until))
    inside = [t for t in counted if day("2026-11-15") - timedelta(days=t[2]) < whole]

    assert np.isclose(found.load.sum(), sum(t[1] for t in inside) / 4)
    assert np.isclose(found.open.sum(), sum(t[1] for t in inside if not t[0]) / 4)

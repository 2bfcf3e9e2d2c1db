"""The braid's strands, weeks and months."""

from datetime import date, timedelta

import pytest

from plait.web.charts.braid import Hours, braid

MONDAYS = [date(2026, 8, 24) + timedelta(weeks=i) for i in range(4)]


def two_roles(first, second):
    return [Hours("Practice", 1, first), Hours("Study", 5, second)]


def test_every_role_is_one_strand_of_its_own_colour():
    drawn = braid(MONDAYS, two_roles([24] * 4, [8] * 4))

    assert [(s.name, s.css) for s in drawn.strands] == [
        ("Practice", "strand-1"),
        ("Study", "strand-5"),
    ]


def test_strands_lie_on_each_other_around_the_middle():
    drawn = braid(MONDAYS[:1], two_roles([30], [10]))

    # 40 hours fill the height of 100: 30 of them reach from 0 to 75.
    assert drawn.strands[0].d.startswith("M0 0")
    assert "L1000 75" in drawn.strands[0].d
    assert drawn.strands[1].d.startswith("M0 75")


def test_a_light_week_draws_together_in_the_middle():
    drawn = braid(MONDAYS[:2], two_roles([40, 20], [0, 0]))

    # Half the hours of the fullest week: from 25 to 75 of 100.
    assert "750 25" in drawn.strands[0].d
    assert "L1000 75" in drawn.strands[0].d


def test_the_capacity_lines_stand_where_the_braid_should_stay_between():
    drawn = braid(MONDAYS[:1], two_roles([40], [10]), capacity=40)

    # 50 hours fill the height; 40 leave a tenth above and below.
    assert (drawn.capacity_top, drawn.capacity_bottom) == ("10%", "90%")


def test_a_braid_thinner_than_its_capacity_leaves_room_up_to_the_lines():
    drawn = braid(MONDAYS[:1], two_roles([10], [10]), capacity=40)

    assert (drawn.capacity_top, drawn.capacity_bottom) == ("0%", "100%")
    assert drawn.strands[0].d.startswith("M0 25")


def test_without_a_capacity_there_are_no_lines():
    assert braid(MONDAYS, two_roles([1] * 4, [1] * 4)).capacity_top is None


def test_a_week_tells_its_place_and_its_hours():
    week = braid(MONDAYS, two_roles([24, 24, 30, 24], [8, 8, 1.5, 8])).weeks[2]

    assert (week.on, week.total) == (date(2026, 9, 7), 31.5)
    assert week.hours == (("Practice", 30), ("Study", 1.5))
    assert (week.x, week.middle, week.width) == ("50%", "62.5%", "25%")


def test_a_month_is_marked_at_its_first_whole_week():
    months = braid(MONDAYS, two_roles([1] * 4, [1] * 4)).months

    # 31 August is the Monday before the 1st; 7 September is the first in September.
    assert [(month.on, month.x) for month in months] == [(date(2026, 9, 7), "50%")]


def test_every_other_month_may_go_where_it_is_tight():
    year = [date(2026, 1, 5) + timedelta(weeks=i) for i in range(20)]

    months = braid(year, two_roles([1] * 20, [1] * 20)).months

    assert [m.is_minor for m in months] == [False, True, False, True, False]


def test_a_year_without_an_hour_is_a_thread():
    drawn = braid(MONDAYS[:1], two_roles([0], [0]))

    assert drawn.strands[0].d.startswith("M0 50")


@pytest.mark.parametrize(
    ("weeks", "roles"), [([], []), ([], two_roles([], [])), (MONDAYS, [])]
)
def test_nothing_to_draw_is_no_trouble(weeks, roles):
    drawn = braid(weeks, roles)

    assert all(strand.d == "" for strand in drawn.strands)
    assert len(drawn.weeks) == len(weeks)


def test_roles_of_unequal_length_are_refused():
    with pytest.raises(ValueError, match="shorter"):
        braid(MONDAYS, two_roles([1] * 4, [1] * 3))


def test_round_hours_are_marked_above_and_below_the_middle():
    drawn = braid(MONDAYS[:1], two_roles([30], [20]))

    # 50 hours fill the height: 20 of them reach from 30 to 70, 40 from 10 to 90.
    assert [(one.hours, one.top, one.bottom) for one in drawn.ticks] == [
        (20, "30%", "70%"),
        (40, "10%", "90%"),
    ]


@pytest.mark.parametrize("tallest", [0.4, 1, 3, 7, 12, 60, 168, 400_000])
def test_there_are_at_most_three_marks(tallest):
    drawn = braid(MONDAYS[:1], two_roles([tallest], [0]))

    assert len(drawn.ticks) <= 3
    assert all(one.hours <= tallest for one in drawn.ticks)


def test_what_is_agreed_and_not_logged_is_pale_and_counts_in_no_total():
    drawn = braid(MONDAYS[:1], [Hours("Board", 4, [3], is_agreed=True), *ROLES])

    assert drawn.strands[0].css == "strand-4 is-agreed"
    assert drawn.weeks[0].total == 32


ROLES = two_roles([24], [8])

"""The map of roles: where dots, crosses and corners stand."""

import pytest

from plait.web.charts.value_map import Measured, Quarters, Spot, value_map

QUARTERS = Quarters("Grow", "Renegotiate", "Keep", "Think about leaving")


def spot(gives: float, takes: float, *, wide: float = 0.3, **told) -> Spot:
    """A role called after where it is, its ranges `wide` points either way."""
    return Spot(
        name=told.pop("name", f"{gives} {takes}"),
        colour=told.pop("colour", 1),
        gives=Measured(gives, gives - wide, gives + wide),
        takes=Measured(takes, takes - wide, takes + wide),
        **told,
    )


def drawn(*spots: Spot, middle: tuple[float, float] = (3.0, 3.0)):
    return value_map(spots, middle=middle, quarters=QUARTERS).dots


def test_pressure_goes_to_the_right_and_what_a_role_gives_upwards():
    # The furthest is one point away; with a fifth of air 1.2 points are shown each
    # way, so one point is 1 / 2.4 = 41.67 % of the drawing.
    [dot] = drawn(spot(4, 2))

    assert (dot.x, dot.y) == ("8.33%", "8.33%")


def test_a_role_in_the_middle_stands_in_the_middle():
    [dot] = drawn(spot(3.2, 2.8), middle=(3.2, 2.8))

    assert (dot.x, dot.y) == ("50%", "50%")


def test_the_map_shows_a_point_either_way_at_least():
    # Only 0.2 away: still 1 point is half the drawing, so 0.2 are 10 %.
    [dot] = drawn(spot(3.2, 3.2))

    assert (dot.x, dot.y) == ("60%", "40%")


def test_a_cross_reaches_as_far_as_the_ranges():
    [dot] = drawn(spot(3, 3, wide=0.5))

    assert (dot.left, dot.right) == ("25%", "75%")
    assert (dot.top, dot.bottom) == ("25%", "75%")


def test_a_range_that_leaves_the_drawing_ends_at_its_edge():
    [dot] = drawn(spot(3, 3, wide=2))

    assert (dot.left, dot.right, dot.top, dot.bottom) == ("0%", "100%", "0%", "100%")


def test_the_area_of_a_dot_grows_with_the_hours_it_takes():
    none, quarter, every = sorted(
        float(dot.radius)
        for dot in drawn(*(spot(3, 3, share=share) for share in (0, 0.25, 1)))
    )

    # From 5 to 11 pixels, by the root of the share: a quarter is halfway.
    assert (none, quarter, every) == (5, 8, 11)


def test_large_dots_lie_below_small_ones():
    dots = drawn(spot(3, 3, share=0.0, name="s"), spot(3, 3, share=0.9, name="l"))

    assert [dot.name for dot in dots] == ["l", "s"]


def test_a_role_keeps_its_colour_and_tells_that_it_is_early():
    [dot] = drawn(spot(3, 3, colour=7, is_early=True))

    assert (dot.css, dot.is_early) == ("strand-7", True)


def test_a_label_keeps_away_from_the_word_in_its_corner():
    # Two points either way of 2.4: the dot stands 8.33 % below the top, 27 pixels on
    # a phone. A label a little above it would cover "Renegotiate".
    [dot] = drawn(spot(5, 5, name="Hot"))

    assert float(dot.label.dy) > 0


@pytest.mark.parametrize("middle", [(3.0, 3.0), (1.0, 5.0)])
def test_no_role_is_no_trouble(middle):
    assert drawn(middle=middle) == ()

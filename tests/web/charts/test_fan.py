"""The fan of income ahead."""

from plait.web.charts.fan import Bands, fan_drawn


def level(value: float, n: int = 3) -> Bands:
    return Bands(*([value] * n for _ in range(5)))


def test_the_floor_stands_where_it_is_on_the_scale():
    # The highest is 2,000, so 100 % is 2,100: a floor of 1,050 is half way down.
    drawn = fan_drawn(level(2_000), 1_050)

    assert drawn.floor_y == "50%"


def test_without_a_floor_none_is_drawn():
    assert fan_drawn(level(2_000), None).floor_y == ""


def test_amounts_beside_the_scale_are_round():
    assert [tick for tick, _ in fan_drawn(level(9_000), None).ticks] == [
        0.0,
        2e3,
        4e3,
        6e3,
        8e3,
    ]
    assert [t for t, _ in fan_drawn(level(4_000), None).ticks][1:3] == [1e3, 2e3]


def test_nothing_coming_in_draws_nothing():
    assert fan_drawn(level(0), None) is None
    assert fan_drawn(level(100, n=1), None) is None


def test_a_loss_is_drawn_at_the_bottom():
    drawn = fan_drawn(Bands([-50, 0], [0, 10], [10, 20], [20, 30], [30, 100]), None)

    assert "NaN" not in drawn.outer
    assert drawn.middle.startswith("M0")

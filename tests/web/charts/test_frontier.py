"""The line from the safest mix to the richest."""

from plait.web.charts.frontier import Mix, frontier_drawn

PRESENT = Mix(200, 3_500, "now")


def at(text: str) -> float:
    return float(text.rstrip("%"))


def drawn(*plans: Mix, present: Mix = PRESENT):
    return frontier_drawn(plans, present, least_across=50)


def test_what_lacks_more_stands_further_right_and_what_brings_more_higher():
    safe, rich, _ = drawn(Mix(100, 3_000), Mix(300, 4_000)).dots

    assert at(safe.x) < at(rich.x)
    assert at(safe.y) > at(rich.y)


def test_the_present_mix_half_way_between_is_drawn_there():
    # 100 to 300 with 200 between them, 3,000 to 4,000 with 3,500: the middle.
    present = drawn(Mix(100, 3_000), Mix(300, 4_000)).dots[-1]

    assert (present.x, present.y, present.css) == ("50%", "50%", "is-present")


def test_mixes_that_are_alike_stand_near_each_other():
    # 1 apart on a scale that is 50 wide at least, of which air takes about a third:
    # 1 / 50 of the 68 % between is 1.36 %.
    one, other, _ = drawn(
        Mix(100, 3_000), Mix(101, 3_000), present=Mix(100, 3_000)
    ).dots

    assert round(at(other.x) - at(one.x), 2) == 1.36


def test_a_mix_that_lacks_and_brings_nothing_stands_at_the_beginning_of_both_scales():
    found = frontier_drawn([Mix(0, 0)], Mix(0, 0), least_across=0)

    # With the air around it: 16 % from the left and from the bottom.
    assert [(dot.x, dot.y) for dot in found.dots] == [("16%", "84%")] * 2


def test_amounts_beside_the_scales_are_round_and_none_is_below_nothing():
    found = drawn(Mix(0, 3_000), Mix(300, 4_000), present=Mix(0, 3_000))

    assert [amount for amount, _ in found.across] == [0, 100, 200, 300, 400][
        : len(found.across)
    ]
    assert all(amount % 100 == 0 for amount, _ in found.upwards)
    assert 2 <= len(found.upwards) <= 4

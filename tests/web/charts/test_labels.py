"""Labels beside dots: free of one another on a phone and at a desk."""

from itertools import combinations

import numpy as np
import pytest

from plait.web.charts.labels import SIZES, Box, Label, placed

NAMES = [
    *("Practice manager", "Board member", "Trainer", "Columnist", "Flat in Leeds"),
    *("Mentor", "MSc Healthcare Leadership", "Atlas project lead"),
]
RADIUS = 7.0


def box(label: Label, dot: tuple[float, float, float]) -> Box:
    """The rectangle a label takes, its letters taken as 6.9 pixels wide."""
    dx, dy, width = float(label.dx), float(label.dy), 6.9 * len(label.text)
    left = {"start": dx, "middle": -width / 2, "end": dx - width}[label.anchor]
    return Box(dot[0], dot[1], left, dy - 8.5, left + width, dy + 8.5)


def faults(names, dots) -> list[str]:
    """Return each pair of labels that overlap, and each label outside the drawing."""
    boxes = [box(a, d) for a, d in zip(placed(names, dots), dots, strict=True)]
    found = [
        f"{names[i]} on {names[j]} at {size}"
        for size in SIZES
        for (i, a), (j, b) in combinations(enumerate(boxes), 2)
        if a.overlap(b, size) > 0.01
    ]
    return found + [
        f"{name} outside at {size}"
        for size in SIZES
        for name, one in zip(names, boxes, strict=True)
        if one.outside(size) > 0.01
    ]


def test_a_label_alone_stands_beside_its_dot_a_little_above():
    [label] = placed(["Mentor"], [(0.3, 0.5, RADIUS)])

    # The radius and a gap of 5 to the right.
    assert (label.text, label.dx, label.dy) == ("Mentor", "12", "-12")
    assert (label.anchor, label.line_y) == ("start", "")


def test_at_the_right_edge_a_label_stands_to_the_left():
    [label] = placed(["Mentor"], [(0.97, 0.5, RADIUS)])

    assert (label.anchor, label.dx) == ("end", "-12")


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("spread", [0.05, 0.2, 0.5])
def test_eight_labels_overlap_nowhere_wherever_their_dots_are(seed, spread):
    rng = np.random.default_rng(seed)
    places = np.clip(rng.normal(0.5, spread, (8, 2)), 0.03, 0.97)
    dots = [(float(x), float(y), RADIUS) for x, y in places]

    assert faults(NAMES, dots) == []


def test_eight_dots_in_one_place_have_their_names_around_them_with_lines():
    dots = [(0.5, 0.5, RADIUS)] * 8

    assert faults(NAMES, dots) == []
    assert any(label.line_y for label in placed(NAMES, dots))


def test_words_that_stand_there_already_are_not_covered():
    corner = Box.at_corner("Grow", 0, 0, 22)
    dot = (0.02, 0.02, RADIUS)

    [label] = placed(["Mentor"], [dot], [corner])

    assert all(box(label, dot).overlap(corner, size) == 0 for size in SIZES)


def test_a_long_name_is_cut_between_words():
    [label] = placed(["MSc Healthcare Leadership"], [(0.3, 0.5, RADIUS)])

    assert label.text == "MSc Healthcare…"


def test_a_long_word_is_cut_where_it_must():
    [label] = placed(["Verkeersdeskundigenoverleg"], [(0.3, 0.5, RADIUS)])

    assert label.text == "Verkeersdeskundigen…"


def test_nothing_to_label_is_no_trouble():
    assert placed([], []) == []

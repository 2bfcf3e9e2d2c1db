"""Likeness of names, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.analysis.inbox.likeness import Names


def score(one: str, other: str) -> int:
    return Names([other]).alike(one).get(0, 0)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("zorggroep atlas", "zorggroep atlas", 100),
        ("zorggroep atlas", "atlas zorggroep", 100),
        ("atlas", "zorggroep atlas", 100),  # all words of the shorter
        ("zorggroep oss", "zorggroep atlas", 50),  # one of two
        ("a b c d", "a b c x", 75),  # three of four
        # zorgroep and zorggroep: 8 letters of 9 in order, 2 x 8 / 17 = 94.1; with
        # atlas at 100 the mean is 97.
        ("zorgroep atlas", "zorggroep atlas", 97),
        ("atlantis", "atlas", 0),  # 2 x 5 / 13 = 77, below 85
        ("atlas", "", 0),
        ("", "atlas", 0),
    ],
)
def test_names_score_by_the_words_of_the_shorter(one, other, expected):
    assert score(one, other) == expected


names = st.lists(st.sampled_from(["atlas", "linde", "wijk", "oost"]), max_size=4)


@given(names, names)
def test_likeness_goes_both_ways(one, other):
    assert score(" ".join(one), " ".join(other)) == score(
        " ".join(other), " ".join(one)
    )


@given(names, st.permutations(["atlas", "linde", "wijk"]))
def test_the_order_of_words_does_not_matter(one, other):
    assert score(" ".join(one), " ".join(other)) == score(
        " ".join(one), "atlas linde wijk"
    )

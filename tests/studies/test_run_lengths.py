"""Run lengths of two-sided CUSUM and EWMA charts, as the literature prints them."""

import pytest

from studies.drift.run_lengths import ewma, threshold_two_sided, two_sided

MU = (0, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 4)


@pytest.mark.parametrize(
    ("threshold", "published"),
    [
        # Lucas and Crosier (1982): 168., 74.2, 26.6, 13.3, 8.38, 4.75 …
        (4, [167.68, 74.22, 26.63, 13.29, 8.38, 4.75, 3.34, 2.62, 2.19, 1.71]),
        (5, [465.44, 139.49, 38.00, 17.05, 10.38, 5.75, 4.01, 3.11, 2.57, 2.01]),
    ],
)
def test_two_sided_run_lengths_are_lucas_and_crosier_s(threshold, published):
    assert [round(two_sided(threshold, mu=mu), 2) for mu in MU] == published


def test_with_a_head_start_they_are_lucas_and_crosier_s_too():
    # Published 149., 20.1, 5.29, 2.01; to more digits 148.7, 20.06, 5.29, 2.01.
    found = [two_sided(4, mu=mu, start=2) for mu in (0, 0.5, 1, 2)]

    assert round(found[0], 1) == 148.7
    assert [round(run, 2) for run in found[1:]] == [20.06, 5.29, 2.01]


@pytest.mark.parametrize(
    ("k", "threshold"), [(0.25, 8.0083), (0.5, 4.7738), (0.75, 3.3390), (1, 2.5163)]
)
def test_the_threshold_for_a_run_of_370_is_montgomery_s(k, threshold):
    assert round(threshold_two_sided(370, k=k), 4) == threshold


@pytest.mark.parametrize(
    ("weight", "limit", "mu", "published"),
    [
        (0.1, 2.814, (0, 0.5, 1, 2), ("499.6", "31.30", "10.33", "4.36")),
        (0.2, 2.962, (0, 0.5, 1, 2), ("499.7", "41.76", "10.54", "3.74")),
        (0.05, 2.615, (0, 0.5, 1, 2), ("499.9", "28.76", "11.38", "5.22")),
        (0.1, 2.7, (0, 0.5, 1), ("369.0", "28.19", "9.73")),
        # From here on the table of Lucas and Saccucci, 1990.
        (
            0.5,
            3.071,
            (0, 0.25, 0.5, 0.75, 1, 1.5, 2),
            ("500", "255", "88.8", "35.9", "17.5", "6.53", "3.63"),
        ),
        (
            0.03,
            2.437,
            (0, 0.25, 0.5, 0.75, 1, 1.5, 2),
            ("500", "76.7", "29.3", "17.6", "12.6", "8.07", "5.99"),
        ),
        # And that of Crowder, 1987.
        (0.5, 2, (0, 0.5, 1), ("26.45", "11.89", "4.91")),
        (0.05, 2, (0, 0.5, 1), ("127.53", "18.97", "8.38")),
    ],
)
def test_run_lengths_of_an_ewma_are_those_of_the_tables(weight, limit, mu, published):
    digits = [len(text.partition(".")[2]) for text in published]
    found = [ewma(weight, limit, mu=shift) for shift in mu]

    assert [f"{run:.{d}f}" for run, d in zip(found, digits, strict=True)] == [
        *published
    ]

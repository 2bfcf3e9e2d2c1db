"""Value at risk and CVaR of discrete losses, with the atom split."""

import numpy as np
import pytest

from plait.analysis.income.tail import NoTail, tail

ONE_TO_TEN = np.arange(1.0, 11.0)


@pytest.mark.parametrize(
    ("level", "var", "cvar"),
    [
        (0.8, 8, 9.5),  # (9 + 10) / 2
        (0.85, 9, (0.5 * 9 + 10) / 1.5),  # half of the 9 lies beyond
        (0.9, 9, 10),
        (0.0, 1, 5.5),  # the mean of all
        (0.99, 10, 10),
    ],
)
def test_the_atom_at_the_border_counts_with_its_part_beyond(level, var, cvar):
    found = tail(ONE_TO_TEN, level)

    assert found.var == var
    assert found.cvar == pytest.approx(cvar)


def test_the_order_of_losses_does_not_matter():
    shuffled = np.random.default_rng(1).permutation(ONE_TO_TEN)

    assert tail(shuffled, 0.85) == tail(ONE_TO_TEN, 0.85)


def test_a_level_whose_product_is_a_rounding_above_a_whole_number_finds_that_one():
    # 0.95 x 20 is 19 in decimals; a rounding above would give the 20th.
    assert tail(np.arange(1.0, 21.0), 0.95).var == 19


def test_a_sure_loss_is_its_own_tail_without_error():
    assert tail(np.full(50, 7.0), 0.95) == (7, 7, 0, 0)


@pytest.mark.parametrize("level", [-0.1, 1.0])
def test_a_level_without_a_tail_is_refused(level):
    with pytest.raises(NoTail, match="Choose a level"):
        tail(ONE_TO_TEN, level)


def test_no_losses_are_refused():
    with pytest.raises(NoTail, match="0 losses"):
        tail(np.array([]), 0.95)


def test_the_errors_are_those_of_drawing_again_and_again():
    rng = np.random.default_rng(2)
    found = [tail(rng.exponential(size=2000), 0.9) for _ in range(300)]
    var, cvar, var_error, cvar_error = np.array(found).T

    # An exponential: VaR = ln 10, CVaR = ln 10 + 1. Errors are within a tenth.
    assert var.mean() == pytest.approx(np.log(10), abs=0.02)
    assert cvar.mean() == pytest.approx(np.log(10) + 1, abs=0.02)
    assert var_error.mean() == pytest.approx(var.std(), rel=0.15)
    assert cvar_error.mean() == pytest.approx(cvar.std(), rel=0.15)

"""The random numbers that a simulation takes, drawn again and nothing else done.

A generator that notes what it was asked for stands in for NumPy's own once. The
numbers are then drawn anew in the same amounts: those by which months vary, and the
chances of ending, the same way, by sixteen bits and a table; or by NumPy's own gamma.
"""

from typing import Any

import numpy as np

from plait.analysis.income.model import IncomeModel
from plait.analysis.income.simulation.simulate import simulate
from plait.analysis.income.varying.noise import factors

_ASKED = ("standard_exponential", "random", "integers")
_VARIES = 0.3

Asked = list[tuple[str, tuple[Any, ...], dict[str, Any]]]


class _Noting(np.random.Generator):
    """NumPy's generator, and its children too, noting what is drawn."""

    asked: Asked = []  # noqa: RUF012  # the children share it


def _noting(name: str) -> Any:  # noqa: ANN401  # a method of NumPy's
    drawn = getattr(np.random.Generator, name)

    def draw(self: _Noting, *given: Any, **named: Any) -> Any:  # noqa: ANN401  # whatever NumPy takes
        self.asked.append((name, given, named))
        return drawn(self, *given, **named)

    return draw


for _name in _ASKED:
    setattr(_Noting, _name, _noting(_name))


def asked_by(model: IncomeModel, n_scenarios: int) -> Asked:
    """Return what a simulation draws, in order."""
    _Noting.asked.clear()
    simulate(model, n_scenarios=n_scenarios, rng=_Noting(np.random.PCG64(1)))
    return list(_Noting.asked)


def draw(asked: Asked) -> None:
    """Draw the same numbers, those that a table gives through a table."""
    rng, held = np.random.default_rng(1), np.empty(0, dtype=np.float32)
    for name, given, named in asked:
        drawn = getattr(rng, name)(*given, **named)
        if name == "integers":
            sixteen = drawn.view(np.uint16)
            if len(held) != len(sixteen):
                held = np.empty(len(sixteen), dtype=np.float32)
            np.take(factors(_VARIES), sixteen.astype(np.intp), mode="wrap", out=held)


def draw_by_numpy(asked: Asked) -> None:
    """Draw the same numbers, those that a table gives by NumPy's gamma."""
    rng = np.random.default_rng(1)
    for name, given, named in asked:
        if name == "integers":
            rng.standard_gamma(_VARIES**-2, 4 * given[2], dtype=np.float32)
        else:
            getattr(rng, name)(*given, **named)

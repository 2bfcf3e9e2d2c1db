"""Questions for the bench of the plan, made up: options, amounts and scenarios.

The same arrays go to Plait and to the other programs, through a file of NumPy's.
"""

from pathlib import Path
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
LEVEL, STEP = 0.9, 4.0


class Asked(NamedTuple):
    """One question: hours between `least` and `most` by 4, or none, for each option.

    `per_hour` is scenarios x options, in units of the floor, which is 1.
    """

    per_hour: Floats
    least: Floats
    most: Floats
    capacity: float

    @classmethod
    def made(cls, n_options: int, n_scenarios: int) -> Self:
        """Make a question up; each option ends by itself or by one of three causes."""
        rng = np.random.default_rng(1)
        rates = rng.uniform(20, 90, n_options) * 52.1775 / 12
        yearly = rng.uniform(0.05, 0.5, n_options)
        hangs_on = rng.integers(0, 6, n_options)
        least = rng.choice([4.0, 8.0, 12.0], n_options)
        most = least + rng.choice([8.0, 16.0, 24.0], n_options)
        ends = rng.exponential(-1 / np.log1p(-yearly), (n_scenarios, n_options))
        for cause in range(3):
            strikes = rng.random(n_scenarios) < 0.15
            together = np.where(strikes, rng.uniform(0, 2, n_scenarios), 2.0)
            hang = hangs_on == cause
            ends[:, hang] = np.minimum(ends[:, hang], together[:, None])
        varies = 1 + 0.15 * rng.standard_normal((n_scenarios, n_options))
        per_hour = rates * np.minimum(ends, 2) / 2 * varies
        capacity = 2.0 * n_options
        floor = 0.9 * capacity * float(np.median(per_hour.mean(axis=0)))
        return cls(per_hour / floor, least, most, capacity)

    def write(self, file: Path) -> None:
        """Write it where another program can read it."""
        np.savez(file, **self._asdict())

    @classmethod
    def read(cls, file: Path) -> Self:
        """Read what was written."""
        told = np.load(file)
        return cls(
            told["per_hour"], told["least"], told["most"], float(told["capacity"])
        )

"""Whether single months of lumpy income come as often as they are said to.

    .venv/bin/python -m studies.forecast.lumpy_months

By the randomised probability integral transform (Czado, Gneiting and Held 2009): where
a month of nothing has the chance z, it is put evenly between 0 and z. If the months
are as they are said to be, the numbers are even from 0 to 1; what is printed is how
many fall into each fifth, and the largest distance from an even distribution (the
statistic of Kolmogorov and Smirnov). A gamma without a spike at nothing stands beside.
"""

import numpy as np

from plait.analysis.income.varying.noise import factors
from studies.forecast.lives import MONTHS, Floats, Life, lumpy

N_LIVES, MONTHS_LOOKED_AT = 1000, 24
_SEED = 80_000


def months_of(n_lives: int, *, with_spike: bool, seed: int = _SEED) -> Floats:
    """Return the transforms of one month of every third, over so many lives."""
    rng = np.random.default_rng(seed)
    found = []
    for number in range(n_lives):
        life: Life = lumpy(np.random.default_rng([seed, number]))
        months = life[0].months
        for month in range(MONTHS_LOOKED_AT, MONTHS - 1, 3):
            known = months[month - MONTHS_LOOKED_AT : month]
            if known.any():
                found.append(
                    _transformed(known, months[month + 1], rng, with_spike=with_spike)
                )
    return np.array(found)


def _transformed(
    known: Floats, came: float, rng: np.random.Generator, *, with_spike: bool
) -> float:
    mean = float(known.mean())
    empty = float((known == 0).mean()) if with_spike else 0.0
    table = factors(round(float(known.std()) / mean, 2), round(empty, 2))
    below = np.searchsorted(table, came / mean) / len(table)
    at_most = np.searchsorted(table, came / mean, side="right") / len(table)
    return float(below + rng.random() * (at_most - below))


def distance(transforms: Floats) -> float:
    """Return the largest distance of the transforms from an even distribution."""
    ordered, n = np.sort(transforms), len(transforms)
    above = np.arange(1, n + 1) / n - ordered
    return float(max(above.max(), (ordered - np.arange(n) / n).max()))


def main() -> None:
    """Print both: the share in each fifth, and the distance."""
    for name, with_spike in (("mixture with a spike", True), ("gamma alone", False)):
        found = months_of(N_LIVES, with_spike=with_spike)
        shares = np.histogram(found, 5, (0, 1))[0] / len(found)
        fifths = " | ".join(f"{share:.1%}" for share in shares)
        print(f"| {name} | {fifths} | {distance(found):.3f} |")  # noqa: T201


if __name__ == "__main__":
    main()

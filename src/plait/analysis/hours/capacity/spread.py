"""What the hours of a week may come to around the forecast: chances and ranges.

Four parts. What forecasts of the person's own past erred, in units of how unsure they
were; beside it, as if some weeks had come as the model says, Student's t. A chance
that the level changes meanwhile, as it does in a year. And, where a week away that
nobody entered may come again, the chance that it does.
"""

from dataclasses import dataclass, fields, replace
from typing import Self

import numpy as np

from plait.analysis.floats import Floats

EDGE = 0.1
RANGE = 1 - 2 * EDGE
# The chances at which the hours are kept for whoever asks of other limits.
LEVELS = (0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
# The model counts as so many weeks beside those that came.
_MODEL_WEEKS = 25.0
# Once a year a level changes, by an eighth or a quarter of the load, up or down.
_CHANGES_A_YEAR = 1.0
_CHANGES = np.array([-0.24, -0.12, 0.12, 0.24])
_STEPS, _FAR = 61, 6.0
_ROUNDING = 1e-9


@dataclass(frozen=True, eq=False)
class Spread:
    """The distribution of each week's load; all shapes begin with `load`'s.

    `scale` is how unsure each is, in hours; `errors` (… x n) past ones in such units,
    NaN for none; `lead` weeks ahead; `away` the chance of an unforeseen week away.
    """

    load: Floats
    scale: Floats
    errors: Floats
    n_weeks: Floats
    lead: Floats
    away: Floats

    def below(self, hours: Floats) -> Floats:
        """Return the chance of at most so many hours, half of what equals them."""
        apart = (hours - self.load) / self.scale
        model, changed = student(apart), np.zeros(apart.shape)
        for part in _CHANGES:
            changed += student(apart - part * self.load / self.scale) / len(_CHANGES)
        own = self.n_weeks / (self.n_weeks + _MODEL_WEEKS)
        change = 1 - np.exp(-_CHANGES_A_YEAR * self.lead / 52)
        usual = own * self._came(apart) + (1 - own) * model
        found = np.where(hours >= 0, (1 - change) * usual + change * changed, 0)
        return (1 - self.away) * found + self.away * (hours >= 0)

    def hours_at(self, levels: Floats) -> Floats:
        """Return the hours that stay below with these chances: … x levels."""
        grid = self._grid()
        chance = self._wide().below(grid)
        chance = np.maximum.accumulate(chance, axis=-1)
        pairs = zip(
            chance.reshape(-1, grid.shape[-1]),
            grid.reshape(-1, grid.shape[-1]),
            strict=True,
        )
        found = np.array([np.interp(levels, one, at) for one, at in pairs])
        hours: Floats = np.maximum(found, 0).reshape(*self.load.shape, len(levels))
        return hours

    def first(self) -> Self:
        """Return that of the first origin."""
        parts = {one.name: getattr(self, one.name)[0] for one in fields(self)}
        return replace(self, **parts)

    def _wide(self) -> Self:
        """Return the same with room for several hours a week."""
        parts = {one.name: getattr(self, one.name)[..., None] for one in fields(self)}
        return replace(self, **parts | {"errors": self.errors[..., None, :]})

    def _came(self, apart: Floats) -> Floats:
        """Return the share of past errors below, half of those that are the same."""
        n = np.maximum((~np.isnan(self.errors)).sum(axis=-1), 1)
        at = apart[..., None]
        less = (self.errors < at - _ROUNDING).sum(axis=-1)
        most = (self.errors <= at + _ROUNDING).sum(axis=-1)
        found: Floats = (less + most) / (2 * n)
        return found

    def _grid(self) -> Floats:
        steps = np.linspace(-_FAR, _FAR, _STEPS)
        near = self.load[..., None] + self.scale[..., None] * steps
        far = (self.load[..., None] * (1 + _CHANGES))[..., None]
        far = far + self.scale[..., None, None] * steps[::6]
        far = far.reshape(*self.load.shape, -1)
        least = np.full((*self.load.shape, 1), -_ROUNDING)
        return np.sort(np.concatenate([near, far, least, -least], axis=-1), axis=-1)


def student(apart: Floats) -> Floats:
    """Return the chance below so many scales, by Student's t of four degrees."""
    square = 1 + apart * apart / 4
    found: Floats = 0.5 + 0.375 * apart / np.sqrt(square) * (
        1 - apart * apart / (12 * square)
    )
    return found

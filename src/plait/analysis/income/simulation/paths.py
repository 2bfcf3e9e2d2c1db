"""The income of one stream, month by month, in every scenario of a chunk.

Spells become steps up and down, their running sum is the share of the usual income
that is paid, and that times the usual income, the month's factor and what cuts leave
is the income. Rows are months, columns scenarios.
"""

import numpy as np

from plait.analysis.income.model import StreamModel
from plait.analysis.income.simulation.spells import Spell
from plait.analysis.income.varying.quantiles import Floats32


def add_steps(steps: Floats32, stream: StreamModel, spell: Spell, usual: float) -> None:
    """Add the steps of one round of replacements to `steps`, (months + 1, scenarios).

    In month k of a replacement (k + 1) / (ramp + 1) of it is paid, at most all. A
    spell that ends takes back what it had come to.
    """
    months, n = len(steps) - 1, steps.shape[1]
    cells = steps.reshape(-1)
    length = np.minimum(spell.until, months) - spell.start
    rung = np.float32(usual * stream.replaced / (stream.ramp + 1))
    begins = spell.start * np.intp(n) + spell.who
    for k in range(min(stream.ramp + 1, months)):
        pays = np.flatnonzero(length > k) if k else slice(None)
        cells[begins[pays] + k * n] += rung
    ends = np.flatnonzero(spell.until < months)
    height = np.minimum(length[ends], stream.ramp + 1) * rung
    cells[begins[ends] + length[ends] * np.intp(n)] -= height


def add_first(steps: Floats32, spell: Spell, usual: float) -> None:
    """Add the steps of what runs from month 0 on, of all scenarios."""
    months, n = len(steps) - 1, steps.shape[1]
    steps[0] += np.float32(usual)
    ends = np.flatnonzero(spell.until < months)
    steps.reshape(-1)[spell.until[ends] * np.intp(n) + ends] -= np.float32(usual)


def run_up(steps: Floats32) -> Floats32:
    """Return the running sums of steps over the months, made in place."""
    for month in range(1, len(steps)):
        steps[month] += steps[month - 1]
    return steps


def add_late(total: Floats32, income: Floats32, begin: int, late: float) -> None:
    """Add the income of months from `begin` on to the total when its money comes.

    With `late` = 1.5 half of it comes after one month and half after two.
    """
    whole, part = int(late), np.float32(late % 1)
    for shift, share in ((whole, 1 - part), (whole + 1, part)):
        first = begin + shift
        last = min(len(total), first + len(income))
        if share and first < last:
            came = income[: last - first]
            total[first:last] += came if share == 1 else share * came


def arrives_unpaid(stream: StreamModel, months: int) -> Floats32:
    """Return what past work still brings in each month; all at once if never late.

    In month t as max(0, min(1, late - t)) to 1: with `late` = 1.5 as 1 to a half.
    """
    arrives = np.clip(stream.late - np.arange(max(months, int(stream.late) + 1)), 0, 1)
    if not arrives.sum():
        arrives[0] = 1.0
    shares: Floats32 = (arrives / arrives.sum())[:months].astype(np.float32)
    return shares * np.float32(stream.unpaid)

"""What the months bring on average, exactly: closed forms that the drawing must meet.

`expected_months` follows the same rules as the drawing, by renewal: the chance that
a replacement begins in a month is the sum over all earlier ends of the chance of the
end times that of the wait. The rest are the textbook cases: independent hazards and
Markov chains.
"""

import math
from collections.abc import Sequence

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.income.model import (
    IncomeModel,
    StreamModel,
    monthly_chance,
)
from plait.analysis.income.varying.quantiles import beta_quantiles

# A Beta prior is taken at so many of its equally likely parts.
_PARTS = 200


def expected_months(model: IncomeModel) -> Floats:
    """Return the exact mean income of each month.

    Causes that end streams have to hit each on its own chance only; a Beta prior is
    averaged over 200 parts. A level may not move so far that a stream would bring
    less than nothing.
    """
    months = model.months
    total = np.zeros(months)
    for stream in model.streams:
        total += expected_of(model, stream)
    return total


def expected_of(model: IncomeModel, stream: StreamModel) -> Floats:
    """Return the exact mean income of each month of one stream of the model."""
    months = model.months
    share = np.mean(
        [_share(model, stream, chance) for chance in _chances(stream)], axis=0
    )
    level = 1 + model.carried(stream) * (model.level - 1)
    income = np.asarray(stream.monthly * level * share * _left(model, stream))
    whole, part = int(stream.late), stream.late % 1
    arrives = np.zeros(months + whole + 2)
    arrives[whole : whole + months] += (1 - part) * income
    arrives[whole + 1 : whole + 1 + months] += part * income
    weights = np.clip(stream.late - np.arange(max(months, whole + 1)), 0, 1)
    if not weights.sum():
        weights[0] = 1.0
    unpaid: Floats = stream.unpaid * weights / weights.sum()
    return arrives[:months] + unpaid[:months]


def _chances(stream: StreamModel) -> Sequence[float]:
    """Return equally likely yearly chances that stand for the stream's hazard."""
    hazard = stream.hazard
    if hazard.is_fixed:
        return [hazard.a]
    middles = (np.arange(_PARTS) + 0.5) / _PARTS
    return list(beta_quantiles(hazard.a, hazard.b, middles))


def _share(model: IncomeModel, stream: StreamModel, chance: float) -> Floats:
    """Return the mean share of the usual income that is paid, month by month."""
    months = model.months
    goes_on = (1 - monthly_chance(chance)) * math.prod(
        1 - monthly_chance(cause.chance) * cause.hits
        for cause in model.causes
        if cause.name in stream.causes and not cause.lasts
    )
    unknown = goes_on ** np.arange(months + 1)  # before month t
    paid = np.concatenate([np.ones(stream.notice), unknown[1:]])[:months]
    first = paid.copy()
    if stream.ends_in is not None:
        first[stream.ends_in :] *= stream.renewed
    if stream.wait is None:
        return first
    found = _search(stream.wait, months)
    # A replacement is paid in its own first month for sure, then as the first was.
    again = np.concatenate([[1.0], paid])[:months]
    begins = _renewals(_ends(first), _ends(again), found)
    grown = np.minimum(1.0, np.arange(1, months + 1) / (stream.ramp + 1))
    return first + np.convolve(begins, stream.replaced * grown * again)[:months]


def _ends(paid: Floats) -> Floats:
    """Return the chance that month t is the first unpaid one, from P(t is paid)."""
    return -np.diff(np.concatenate([[1.0], paid]))


def _search(wait: float, months: int) -> Floats:
    """Return the chance that a search takes 0, 1, 2 … months."""
    if wait <= 1:
        return np.array([1 - wait, wait] + [0.0] * months)[:months]
    months_before = np.arange(months - 1, dtype=np.float64)
    return np.concatenate([[0.0], (1 - 1 / wait) ** months_before / wait])


def _renewals(first: Floats, again: Floats, search: Floats) -> Floats:
    """Return the expected number of replacements that begin in each month."""
    months = len(first)
    begins = np.convolve(first, search)[:months]
    cycle = np.convolve(again, search)[:months]
    for month in range(months):
        later = cycle[: months - month].copy()
        later[0] = 0.0  # a replacement is paid for a month at least
        begins[month:] += begins[month] * later
    return begins


def _left(model: IncomeModel, stream: StreamModel) -> Floats:
    """Return the mean share that cuts leave: 1 - cut x P(a strike in the window)."""
    left = np.ones(model.months)
    for cause in model.causes:
        if cause.name in stream.causes and cause.lasts:
            window = np.minimum(np.arange(1, model.months + 1), cause.lasts)
            missed = (1 - monthly_chance(cause.chance) * cause.hits) ** window
            left *= 1 - cause.cut * (1 - missed)
    return left


def ends_within(chances: Sequence[float], months: int) -> tuple[float, ...]:
    """Return the chance that exactly 0, 1, 2 … of independent streams end.

    `chances` are monthly. Of two at 1.1 % within 12 months: 76.69 % none, 21.76 %
    one, 1.55 % both.

    >>> [round(p, 4) for p in ends_within([0.011, 0.011], 12)]
    [0.7669, 0.2177, 0.0155]
    """
    found = np.ones(1)
    for chance in chances:
        ends = 1 - (1 - chance) ** months
        found = np.convolve(found, [1 - ends, ends])
    return tuple(found.tolist())


def stationary(rows: Sequence[Sequence[float]]) -> tuple[float, ...]:
    """Return the long-run shares of a Markov chain given by its rows (from, to)."""
    chain = np.array(rows)
    n = len(chain)
    system = np.vstack([chain.T - np.eye(n), np.ones(n)])
    shares, *_ = np.linalg.lstsq(system, np.append(np.zeros(n), 1.0), rcond=None)
    return tuple(shares.tolist())

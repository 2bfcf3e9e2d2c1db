"""The naive rule week by week, to stand beside the evidence: see `balance`."""

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.hours.balance import LEAST_HOURS, TOLERANCE, WEEKS_NEEDED

_WINDOW = 4
# Means of hours carry rounding errors far below a second.
_ROUNDING = 1e-9


def naive_alarm(hours: Floats, agreed: float) -> int | None:
    """Return the index of the first week whose last four are over, None if none is.

    Over is a mean more than a tenth and more than half an hour beyond `agreed`, from
    the eighth week on. The rule knows no leave.
    """
    if len(hours) < WEEKS_NEEDED:
        return None
    means = np.convolve(hours, np.full(_WINDOW, 1 / _WINDOW), mode="valid")
    margin = max(TOLERANCE * agreed, LEAST_HOURS) + _ROUNDING
    over = np.flatnonzero(means > agreed + margin) + _WINDOW - 1
    over = over[over >= WEEKS_NEEDED - 1]
    return int(over[0]) if len(over) else None

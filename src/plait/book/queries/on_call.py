"""Time on call, apart from what was worked: unless the terms of its day count it."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from plait.domain.columns import NO_ROLE, Bools, Hours
from plait.domain.roles import Role


def parted(
    hours: Hours, is_on_call: Bools, roles: Sequence[Role]
) -> tuple[Hours, Hours | None]:
    """Return the hours worked and those on call, None where there are none of these."""
    if not is_on_call.any():
        return hours, None
    apart = is_on_call.copy()
    for entry in np.flatnonzero(is_on_call).tolist():
        day: date = hours.on[entry].item()
        role = int(hours.role[entry])
        terms = None if role == NO_ROLE else roles[role].agreement_on(day)
        apart[entry] = not (terms and terms.on_call_counts)
    return hours.chosen(~apart), hours.chosen(apart)

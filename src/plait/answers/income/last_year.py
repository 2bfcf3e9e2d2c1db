"""The payments that figures of the last twelve whole months were worked out from."""

from datetime import date

from plait.domain.period import add_months, month_of
from plait.domain.selection import RecordKind, RecordState, Selection

_YEAR = 12


def payments_of_year(on: date, *, role: str = "", payer: str = "") -> Selection:
    """Return the payments with a role of the last twelve whole months before a day."""
    end = month_of(on)
    return Selection(
        RecordKind.PAYMENTS,
        role=role,
        payer=payer,
        start=add_months(end, -_YEAR),
        end=end,
        state=RecordState.ASSIGNED,
    )

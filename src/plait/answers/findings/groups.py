"""Groups of findings that a person may leave out of a review."""

from collections.abc import Iterable
from enum import StrEnum

from plait.answers.findings.kinds import Kind


class FindingGroup(StrEnum):
    """What a group of findings is about."""

    HOURS = "hours"
    LAW = "law"
    WELLBEING = "wellbeing"
    SAFETY = "safety"
    PAYMENTS = "payments"
    TAX = "tax"
    BOOK = "book"


_KINDS: dict[FindingGroup, tuple[Kind, ...]] = {
    FindingGroup.HOURS: (
        *(Kind.WEEK_TOO_FULL, Kind.ROLE_OVER, Kind.ROLE_UNDER, Kind.TOO_EARLY),
        *(Kind.WEEKS_OVERFULL, Kind.CLASHES),
    ),
    FindingGroup.LAW: (
        *(Kind.WORKTIME_OVER, Kind.WORKTIME_NEAR, Kind.HOURS_UNHEALTHY),
    ),
    FindingGroup.WELLBEING: (Kind.VALUE_LOW, Kind.ENERGY_FALLS, Kind.CHECK_IN_DUE),
    FindingGroup.SAFETY: (
        *(Kind.ONE_PAYER, Kind.ONE_CAUSE, Kind.NO_FALLBACK, Kind.WOULD_LAST),
    ),
    FindingGroup.PAYMENTS: (
        *(Kind.STREAM_DRY, Kind.STREAM_SHRINKS, Kind.PAYMENT_MISSING),
        *(Kind.INVOICE_UNCLEAR, Kind.PAYMENT_SHORT, Kind.PAYMENT_LATE),
        Kind.PAYMENT_DOUBLED,
    ),
    FindingGroup.TAX: (
        *(Kind.OBLIGATIONS_DUE, Kind.HOURS_CRITERION, Kind.OBLIGATIONS_BEGIN),
        *(Kind.OBLIGATIONS_NEAR, Kind.TURNOVER_OVER, Kind.TURNOVER_NEAR),
    ),
}
_OF_KIND = {kind: group for group, kinds in _KINDS.items() for kind in kinds}


def group_of(kind: str) -> FindingGroup:
    """Return the group of a kind of finding; what the book lacks is the last one."""
    return _OF_KIND.get(Kind(kind), FindingGroup.BOOK)


def is_left_out(kind: str, hidden: Iterable[str]) -> bool:
    """Return whether the person leaves such findings out."""
    return group_of(kind) in hidden

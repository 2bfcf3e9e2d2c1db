"""How exposed a mix of roles is to AI: by hours and by income, always with its range.

The mean of the roles' exposures, weighted by the hours given or the income brought
over the last year; the range is the same mean of their lowest and of their highest.
Roles without an occupation are left out, and `covered` says how much remains.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from plait.analysis.series.streams import Income
from plait.analysis.series.weeks import Weeks
from plait.domain.portfolio import Portfolio
from plait.domain.roles import RoleKind
from plait.reference.occupations.exposure import Exposure, exposure_of

_YEAR = 52


@dataclass(frozen=True, slots=True)
class RoleExposure:
    """A role with what its occupation says; `hours` and `income` are of a year."""

    role: int
    code: str
    exposure: Exposure | None
    hours: float
    income: float


@dataclass(frozen=True, slots=True)
class MixExposure:
    """A weighted exposure with its range; `covered` is the share it speaks for."""

    mean: float
    low: float
    high: float
    covered: float


@dataclass(frozen=True, slots=True)
class Exposed:
    """All roles held, and their mix; a mix is None where nothing is known of it."""

    roles: tuple[RoleExposure, ...]
    by_hours: MixExposure | None
    by_income: MixExposure | None


def exposed(
    portfolio: Portfolio,
    weeks: Weeks,
    income: Income,
    own: Mapping[str, float] | None = None,
) -> Exposed:
    """Return the exposure of the roles held on the date, and of their mix."""
    brought = {stream.role: max(0.0, stream.last_year) for stream in income.streams}
    roles = tuple(
        RoleExposure(
            role=index,
            code=role.occupation,
            exposure=exposure_of(role.occupation, own) if role.occupation else None,
            hours=float(weeks.by_role[weeks.lately(index, _YEAR), index].sum()),
            income=brought.get(index, 0.0),
        )
        for index, role in portfolio.roles_held()
        if role.kind is not RoleKind.OPPORTUNITY
    )
    return Exposed(
        roles=roles,
        by_hours=_mix([(one.exposure, one.hours) for one in roles]),
        by_income=_mix([(one.exposure, one.income) for one in roles]),
    )


def _mix(weighted: list[tuple[Exposure | None, float]]) -> MixExposure | None:
    known = [(exposure, weight) for exposure, weight in weighted if exposure]
    whole = sum(weight for _, weight in weighted)
    covered = sum(weight for _, weight in known)
    if not covered:
        return None
    return MixExposure(
        mean=sum(e.mean * weight for e, weight in known) / covered,
        low=sum(e.low * weight for e, weight in known) / covered,
        high=sum(e.high * weight for e, weight in known) / covered,
        covered=covered / whole,
    )

"""What income depends on, beliefs and fallbacks, for the portfolio."""

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal

from plait.accounts.models import Person
from plait.book import models as rows
from plait.domain.resilience import Belief, Cause, Fallback

_SHARE = 1000
# A mean month has 52.1775 / 12 weeks.
_WEEKS_PER_MONTH = Decimal("52.1775") / 12


def causes(viewer: Person, index_of: Mapping[int, int]) -> tuple[Cause, ...]:
    """Return the causes with the roles that depend on them, by name."""
    depending: dict[int, list[int]] = defaultdict(list)
    pairs = rows.CauseRole.objects.filter(owner=viewer).values_list("cause", "role")
    for cause, role in pairs:
        depending[cause].append(index_of[role])
    held = rows.Cause.objects.filter(owner=viewer).order_by("name")
    return tuple(
        Cause(name, tuple(sorted(depending[key])), _share(chance))
        for key, name, chance in held.values_list("pk", "name", "chance")
    )


def beliefs(viewer: Person, index_of: Mapping[int, int]) -> tuple[Belief, ...]:
    """Return what the person believes of roles ending."""
    held = rows.Belief.objects.filter(owner=viewer).order_by("role__started_on", "pk")
    return tuple(
        Belief(index_of[role], Decimal(chance) / _SHARE, Decimal(weight) / 10)
        for role, chance, weight in held.values_list("role", "chance", "weight")
    )


def fallbacks(viewer: Person, index_of: Mapping[int, int]) -> tuple[Fallback, ...]:
    """Return what would replace each role."""
    held = rows.Fallback.objects.filter(owner=viewer).order_by("role__started_on", "pk")
    return tuple(
        Fallback(
            role=index_of[one.role_id],
            what=one.what,
            months=round(one.weeks / _WEEKS_PER_MONTH, 2),
            share=Decimal(one.share) / _SHARE,
            helper=one.helper,
            step=one.step,
            step_by=one.step_by,
        )
        for one in held
    )


def _share(thousandths: int | None) -> Decimal | None:
    return None if thousandths is None else Decimal(thousandths) / _SHARE

"""What the days of a chosen period depend on, without reading a whole book."""

from datetime import date

from django.db.models import Min

from plait.accounts.models import Person
from plait.book.models import Role
from plait.domain.periods.choice import PeriodBasis
from plait.domain.roles import RoleKind
from plait.reference.tax_years import tax_year_starts


def period_basis(*, viewer: Person, on: date, role: str = "") -> PeriodBasis:
    """Return it for the viewer on a date, and for a role by its key."""
    roles = Role.objects.filter(owner=viewer).exclude(kind=RoleKind.OPPORTUNITY)
    if role:
        roles = roles.filter(key=role)
    since: date | None = roles.aggregate(since=Min("started_on"))["since"]
    return PeriodBasis(
        on, tax_year_starts(viewer.country), since, is_of_a_role=bool(role)
    )

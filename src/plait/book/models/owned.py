"""What every row has: an owner. And constraints that several models share."""

from django.conf import settings
from django.db import models


class Owned(models.Model):
    """A row of one person's book."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)

    class Meta:
        abstract = True


def one_of(field: str, allowed: type, name: str) -> models.CheckConstraint:
    """Keep a column to the values of an enumeration."""
    values = [member.value for member in allowed]  # type: ignore[attr-defined]
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__in": values}), name=name
    )


def in_order(first: str, last: str, name: str) -> models.CheckConstraint:
    """Keep `last`, where it is told, after `first`."""
    return models.CheckConstraint(
        condition=models.Q(**{f"{last}__isnull": True})
        | models.Q(**{f"{last}__gt": models.F(first)}),
        name=name,
    )


def status_fits_role(name: str) -> models.CheckConstraint:
    """Keep a record assigned exactly if it has a role (see `domain.records.RecordStatus`)."""
    return models.CheckConstraint(
        condition=models.Q(status=1, role__isnull=False)
        | models.Q(status__in=[0, 2], role__isnull=True),
        name=name,
    )

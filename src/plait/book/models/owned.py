"""What every row has: an owner, and a history. And constraints that several share."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from plait.book.models.recorded import (
    RecordedQuerySet,
    delete_noted,
    note_made,
    recorder_for,
    value,
)
from plait.book.models.recording import read


class Owned(models.Model):
    """A row of one person's book."""

    in_journal: ClassVar[bool] = True
    """Whether a change of such a row is in the history of the book."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)

    objects = RecordedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:  # noqa: ANN401  # Django's signature
        """Save the row and note how it was."""
        kind = type(self)
        noting = recorder_for(kind)
        if noting is None or self._state.adding:
            super().save(*args, **options)
            note_made(kind, [self] if noting else [])
            return
        names = options.get("update_fields")
        columns = kind._meta.concrete_fields  # noqa: SLF001  # Django's name for it
        wanted = noting.wanted(
            f for f in columns if names is None or {f.name, f.attname} & set(names)
        )
        before = read(kind, wanted, [self.pk]) if wanted else {}
        super().save(*args, **options)
        after = {self.pk: {f.attname: value(f, self) for f in wanted}}
        noting.changed(kind, before, after)

    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:  # noqa: ANN401  # Django's signature
        """Delete the row and note it, with what goes or loses its link with it."""
        noting = recorder_for(type(self))
        if noting is None:
            return super().delete(*args, **options)
        return delete_noted(noting, [self], self)


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

"""What was noted, as its person and as stewards read it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import BigIntegerField, F
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from plait.accounts.models import AuditEntry, AuditHead, Owner, Person
from plait.accounts.stewardship import steward_only
from plait.domain.audit import OF_STEWARDS, Act, AuditRecord


def what_happened(
    *, viewer: Person, before: int | None = None, n: int | None = None
) -> list[AuditRecord]:
    """Return what happened with the viewer's account, the latest first.

    At most `n`, of those whose number is lower than `before`.
    """
    rows = AuditEntry.objects.filter(owner=viewer.pk)
    if before is not None:
        rows = rows.filter(link__number__lt=before)
    rows = rows.select_related("link").order_by("-link__number")
    return _records(rows if n is None else rows[:n], viewer)


def acts_of_stewards(*, viewer: Person, n: int | None = None) -> list[AuditRecord]:
    """Return what those did who look after this server, the latest first.

    Raise `NoSteward` unless the viewer is one of them.
    """
    steward_only(viewer)
    # Of the two entries of an act the one with whoever did it.
    by = Cast(KT("details__by"), BigIntegerField())
    rows = AuditEntry.objects.filter(act__in=OF_STEWARDS).annotate(by=by)
    rows = rows.filter(by=F("owner_id"))
    rows = rows.select_related("link").order_by("-at", "-pk")
    return _records(rows if n is None else rows[:n], viewer)


def signed_until(*, viewer: Person) -> AuditHead | None:
    """Return the last signature of the server under the viewer's chain, if any."""
    return AuditHead.objects.filter(owner=viewer.pk).order_by("-day").first()


def n_since(*, owner: Owner | Person, act: Act, now: datetime) -> int:
    """Return how often something was noted within the last day."""
    rows = AuditEntry.objects.filter(owner=owner.pk, act=act)
    return rows.filter(at__gt=now - timedelta(days=1)).count()


def _records(rows: Iterable[AuditEntry], viewer: Person) -> list[AuditRecord]:
    entries = list(rows)
    keys = {row.details.get(role) for row in entries for role in ("by", "of")} | {
        viewer.pk
    }
    people = Person.objects.filter(pk__in=keys - {None})
    names = dict(people.values_list("pk", "name"))
    return [
        AuditRecord(
            number=row.link.number,
            at=row.at,
            act=Act(row.act),
            details={
                name: value
                for name, value in row.details.items()
                if name not in {"by", "of"}
            },
            by=names.get(row.details.get("by"), ""),
            of=names.get(row.details.get("of", viewer.pk), ""),
            is_by_viewer=row.details.get("by") == viewer.pk,
        )
        for row in entries
    ]

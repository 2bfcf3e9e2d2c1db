"""Lists and single things for pages and commands; another's is as absent as none."""

from datetime import date, datetime
from typing import TypeVar

from django.db import models
from django.db.models import F, Q, QuerySet

from plait.accounts.models import Person
from plait.book.models import (
    Agreement,
    Batch,
    Event,
    Mapping,
    Payment,
    Role,
    Rule,
    TimeEntry,
    TimeShare,
)
from plait.domain.errors import PlaitError

M = TypeVar("M", bound=models.Model)


class NotThere(PlaitError):
    """The viewer has no such thing; whether somebody else has is not said."""


def roles(*, viewer: Person, also: Role | None = None) -> QuerySet[Role]:
    """Return the viewer's roles, running ones first, with their organisations.

    Archived ones are left out: they are not to be chosen. `also` is one that was
    chosen before, which stays among them.
    """
    chosen = Q(pk=also.pk) if also else Q()
    held = Role.objects.filter(chosen | Q(is_archived=False), owner=viewer)
    held = held.select_related("organisation")
    return held.prefetch_related("agreements").order_by(
        F("ended_on").desc(nulls_first=True), "started_on", "pk"
    )


def role_keyed(*, viewer: Person, key: str) -> Role:
    """Return the role by its key or its exact name; raise `NotThere`."""
    held = Role.objects.filter(owner=viewer).select_related("organisation")
    found = held.filter(key=key).first() or held.filter(name__iexact=key).first()
    if found is None:
        raise NotThere(
            "There is no role of that name",
            value=key,
            fix="See the roles with: plait role list.",
        )
    return found


def agreement_of(*, viewer: Person, role: Role, pk: int) -> Agreement:
    """Return one of a role's agreements; raise `NotThere`."""
    held = Agreement.objects.filter(owner=viewer, role=role, pk=pk)
    return _one(held, "There are no such terms", pk)


def agreement_on(*, viewer: Person, role: Role, day: date) -> int | None:
    """Return the key of the agreement that holds on a day, None where none does."""
    held = Agreement.objects.filter(owner=viewer, role=role, starts_on__lte=day)
    holds = held.filter(Q(ends_on=None) | Q(ends_on__gt=day)).order_by("-starts_on")
    return holds.values_list("pk", flat=True).first()


def agreement_keys(*, viewer: Person, role: Role) -> dict[date, int]:
    """Return the key of each of a role's agreements by its first day."""
    held = Agreement.objects.filter(owner=viewer, role=role)
    return dict(held.values_list("starts_on", "pk"))


def rules(*, viewer: Person, role: Role | None = None) -> QuerySet[Rule]:
    """Return the rules the viewer confirmed, all or those of a role."""
    held = Rule.objects.filter(owner=viewer).select_related("role")
    held = held if role is None else held.filter(role=role)
    return held.order_by("field", "value")


def rule_of(*, viewer: Person, pk: int) -> Rule:
    """Return one rule; raise `NotThere`."""
    return _one(Rule.objects.filter(owner=viewer, pk=pk), "There is no such rule", pk)


def batches(*, viewer: Person) -> QuerySet[Batch]:
    """Return the imports, newest first, with their files."""
    held = Batch.objects.filter(owner=viewer).prefetch_related("files")
    return held.order_by("-number")


def batch_numbered(*, viewer: Person, number: int) -> Batch:
    """Return one import by its number; raise `NotThere`."""
    held = Batch.objects.filter(owner=viewer, number=number)
    return _one(held, "There is no import of that number", number)


def mappings(*, viewer: Person) -> QuerySet[Mapping]:
    """Return the column mappings the viewer confirmed."""
    return Mapping.objects.filter(owner=viewer).order_by("name")


def mapping_for(*, viewer: Person, signature: str) -> Mapping | None:
    """Return the mapping confirmed for tables of this heading, if any."""
    held = Mapping.objects.filter(owner=viewer, signature=signature)
    return held.order_by("-pk").first()


def mapping_named(*, viewer: Person, name: str) -> Mapping:
    """Return a mapping by its name; raise `NotThere`."""
    held = Mapping.objects.filter(owner=viewer, name=name)
    return _one(held, "There is no mapping of that name", name)


def n_sorted_by(*, viewer: Person, rule: Rule) -> int:
    """Return how many records a rule has sorted."""
    kinds = (Payment, TimeEntry, Event)
    return sum(k.objects.filter(owner=viewer, rule=rule).count() for k in kinds)


def confirmed_subjects(*, viewer: Person) -> dict[str, list[str]]:
    """Return what was confirmed for each role, by the role's key."""
    values: dict[str, list[str]] = {}
    held = Rule.objects.filter(owner=viewer, role__isnull=False)
    for key, subject in held.values_list("role__key", "value"):
        values.setdefault(key, []).append(subject)
    return values


def record_of(
    *, viewer: Person, kind: type[Payment] | type[TimeEntry] | type[Event], pk: int
) -> Payment | TimeEntry | Event:
    """Return one record; raise `NotThere`."""
    held: QuerySet[Payment | TimeEntry | Event] = kind.objects.filter(
        owner=viewer, pk=pk
    )
    return _one(held, "There is no such record", pk)


def recent_payments(*, viewer: Person, role: Role, n: int = 20) -> QuerySet[Payment]:
    """Return the latest payments of a role, newest first."""
    held = Payment.objects.filter(owner=viewer, role=role)
    return held.order_by("-booked_on", "-pk")[:n]


def recent_entries(*, viewer: Person, role: Role, n: int = 20) -> QuerySet[TimeEntry]:
    """Return the latest hours of a role, shared ones too, newest first."""
    shared = TimeShare.objects.filter(owner=viewer, role=role).values("entry")
    held = TimeEntry.objects.filter(Q(role=role) | Q(pk__in=shared), owner=viewer)
    return held.order_by("-on", "-pk")[:n]


def upcoming_events(
    *, viewer: Person, since: datetime, n: int = 20, role: Role | None = None
) -> QuerySet[Event]:
    """Return the next events of roles that end after that moment, soonest first.

    Of one role where it is named.
    """
    held = Event.objects.filter(
        owner=viewer, superseded_by=None, role__isnull=False, ends_at__gt=since
    )
    held = held if role is None else held.filter(role=role)
    return held.select_related("role").order_by("starts_at", "pk")[:n]


def _one(held: QuerySet[M], what: str, asked: object) -> M:
    found = held.first()
    if found is None:
        raise NotThere(what, value=str(asked))
    return found

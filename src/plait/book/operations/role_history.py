"""Roles merged into one, split in two from a day, renamed, archived: history stays."""

from datetime import date
from typing import Any

from django.db import models

from plait.accounts.models import Person
from plait.book.models import (
    Absence,
    Agreement,
    Belief,
    CauseRole,
    CheckIn,
    Event,
    Fallback,
    Invoice,
    Overhead,
    Payment,
    Role,
    Rule,
    SettledFinding,
    TimeEntry,
    TimeShare,
)
from plait.book.operations.organisations import drop_unused
from plait.book.operations.roles import RoleExists, add_role
from plait.book.operations.writing import book_of
from plait.domain import roles as words
from plait.domain.errors import PlaitError
from plait.domain.period import Period
from plait.domain.schemas.role import ROLE
from plait.domain.schemas.schema import changed

_TAKEN = {"new", "private"}

# Of these a role has one at most, or one of a week or a cause: what the role that
# stays has of its own comes before what the other one had.
_ONCE: dict[type[models.Model], str] = {
    CheckIn: "week_on",
    CauseRole: "cause",
    TimeShare: "entry",
    Belief: "",
    Fallback: "",
}
# Which day says whether a record is of the first part of a split role or the second.
_DAYS: dict[type[models.Model], str] = {
    Payment: "booked_on",
    TimeEntry: "on",
    Event: "on",
    CheckIn: "week_on",
    Invoice: "issued_on",
    Absence: "starts_on",
    Overhead: "starts_on",
    Agreement: "starts_on",
}


class SameRole(PlaitError):
    """A role cannot be merged with itself."""


class OutsideRole(PlaitError):
    """A day on which the role has not begun, or has ended."""


class BadKey(PlaitError):
    """A key that names something else, or cannot be typed."""


def merge_roles(*, viewer: Person, role: Role, into: Role) -> Role:
    """Let everything of a role be of another; return that one.

    It then runs from the earlier beginning to the later end. Terms of the merged
    role go along where the other had none; of a week's check-in, a plan B and a
    chance of ending the other's own stay.
    """
    if role == into:
        raise SameRole(
            "A role cannot be merged with itself",
            value=role.name,
            fix="Name the role that is to stay as the second one.",
        )
    with book_of(viewer, role, into, what="merge_roles"):
        for model, once in _ONCE.items():
            _drop_doubles(viewer, model, once, role, into)
        TimeShare.objects.filter(role=role, entry__role=into).delete()
        TimeShare.objects.filter(role=into, entry__role=role).delete()
        # What was decided on a finding of one role is nothing for another's figures.
        SettledFinding.objects.filter(owner=viewer, role=role).delete()
        _drop_overlapping_terms(viewer, role, into)
        for field in _links():
            rows = field.model._default_manager.filter(owner=viewer)  # noqa: SLF001  # Django's name for it
            mine = rows.filter(**{field.name: role})
            mine.update(**{field.name: into})
        into.started_on = min(role.started_on, into.started_on)
        ends = (role.ended_on, into.ended_on)
        into.ended_on = None if None in ends else max(filter(None, ends))
        into.save(update_fields=["started_on", "ended_on"])
        role.delete()
        drop_unused(viewer)
    return into


def _links() -> list[Any]:
    """Return the columns by which rows of the book belong to a role."""
    found = Role._meta.get_fields(include_hidden=True)  # noqa: SLF001  # Django's name for it
    return [
        link.field  # type: ignore[union-attr]  # the link's own end
        for link in found
        if link.auto_created and (link.one_to_many or link.one_to_one)
    ]


def _drop_doubles(
    viewer: Person, model: type[models.Model], once: str, role: Role, into: Role
) -> None:
    held = model._default_manager.filter(owner=viewer, role=into)  # noqa: SLF001  # Django's name for it
    mine = model._default_manager.filter(owner=viewer, role=role)  # noqa: SLF001  # the same
    if once:
        mine.filter(**{f"{once}__in": list(held.values_list(once, flat=True))}).delete()
    elif held.exists():
        mine.delete()


def _drop_overlapping_terms(viewer: Person, role: Role, into: Role) -> None:
    """Remove terms that would hold at the same time as the other role's own."""
    mine = Agreement.objects.filter(owner=viewer)
    held = [_period(one) for one in mine.filter(role=into)]
    for terms in mine.filter(role=role):
        if any(_overlap(_period(terms), other) for other in held):
            terms.delete()


def _period(terms: Agreement) -> Period:
    return Period(terms.starts_on, terms.ends_on)


def _overlap(one: Period, other: Period) -> bool:
    return (other.end is None or one.start < other.end) and (
        one.end is None or other.start < one.end
    )


def split_role(*, viewer: Person, role: Role, on: date, to: words.Role) -> Role:
    """End a role on a day and let another go on from it with all that is later.

    Records, terms, leave and invoices from that day on are the new role's, and what
    was confirmed of payers, projects and calendars brings in for it from now on.
    Return the new role.
    """
    if on <= role.started_on or (role.ended_on and on >= role.ended_on):
        raise OutsideRole(
            "The role does not run on that day",
            value=f"{role.name}, {on}",
            fix="Choose a day between its first and its last.",
        )
    with book_of(viewer, role, what="split_role"):
        period = {"period.start": on, "period.end": role.ended_on}
        values = changed(ROLE, to, {**period, "key": "", "colour": 0})
        new = add_role(viewer=viewer, role=values)
        _split_terms(viewer, role, new, on)
        for model, day in _DAYS.items():
            mine = model._default_manager.filter(owner=viewer, role=role)  # noqa: SLF001  # Django's name for it
            mine.filter(**{f"{day}__gte": on}).update(role=new)
        later = TimeShare.objects.filter(owner=viewer, role=role, entry__on__gte=on)
        later.filter(entry__role=new).delete()
        later.update(role=new)
        # What was sorted before stays; a rule speaks of what comes in from now on.
        for kind in (Payment, TimeEntry, Event):
            kind.objects.filter(owner=viewer, role=role).update(rule=None)
        Rule.objects.filter(owner=viewer, role=role).update(role=new)
        role.ended_on = on
        role.save(update_fields=["ended_on"])
    return new


def _split_terms(viewer: Person, role: Role, new: Role, on: date) -> None:
    """Let the terms that hold on the day go on, in both roles, each for its part."""
    spanning = Agreement.objects.filter(owner=viewer, role=role, starts_on__lt=on)
    for terms in spanning.exclude(ends_on__lte=on):
        columns = {
            field.attname: getattr(terms, field.attname)
            for field in terms._meta.concrete_fields  # noqa: SLF001  # Django's name for it
            if not field.primary_key
        }
        columns |= {"role_id": new.pk, "starts_on": on, "batch_id": None}
        Agreement.objects.create(**columns)
        terms.ends_on = on
        terms.save(update_fields=["ends_on"])


def change_key(*, viewer: Person, role: Role, key: str) -> Role:
    """Give a role another key, by which files and commands name it from now on."""
    key = key.strip().lower()
    if key in _TAKEN or not key.replace("-", "").replace("_", "").isalnum():
        raise BadKey(
            "This cannot be the key of a role",
            value=key,
            fix="Write letters, digits and hyphens, such as atlas-south.",
        )
    with book_of(viewer, role, what="change_key"):
        others = Role.objects.filter(owner=viewer, key=key).exclude(pk=role.pk)
        if others.exists():
            raise RoleExists(
                "There is a role of this key already",
                value=key,
                fix="Choose another key.",
            )
        for one in SettledFinding.objects.filter(owner=viewer, role=role):
            # A finding's key names the role after its kind.
            one.key = one.key.replace(f"{one.kind}:{role.key}", f"{one.kind}:{key}", 1)
            one.save(update_fields=["key"])
        role.key = key
        role.save(update_fields=["key"])
    return role


def archive_role(*, viewer: Person, role: Role, is_archived: bool) -> Role:
    """Leave a role out of lists and choices, or show it again; its history stays."""
    with book_of(viewer, role, what="archive_role" if is_archived else "show_role"):
        role.is_archived = is_archived
        role.save(update_fields=["is_archived"])
    return role

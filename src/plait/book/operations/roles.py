"""Changes to roles, organisations and agreements."""

import re
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from django.db.models import Q

from plait.accounts.models import Person
from plait.book.models import (
    Agreement,
    Batch,
    CheckIn,
    Event,
    Invoice,
    Organisation,
    Payment,
    Recurring,
    Role,
    TimeEntry,
    TimeShare,
)
from plait.book.models.owned import Owned
from plait.book.operations.limits import check_role, check_terms
from plait.book.operations.writing import book_of, refuse_others
from plait.book.record_rows import columns_of_role, columns_of_terms
from plait.domain import roles as words
from plait.domain.errors import PlaitError
from plait.domain.rules import plain
from plait.domain.schemas.checks import BadTerms

M = TypeVar("M", bound=Owned)
# More could not be told apart with every kind of eyes (decision 0005).
N_COLOURS = 8
# "new" is a page under roles/, and in the inbox it stands for a role to be written
# down, as "private" stands for none: a role of that key could not be meant.
_TAKEN = {"new", "private"}


class RoleExists(PlaitError):
    """The person holds a role of that name there already."""


class RoleInUse(PlaitError):
    """Hours, money or events belong to the role, so it stays."""


def add_role(*, viewer: Person, role: words.Role, batch: Batch | None = None) -> Role:
    """Add a role, without its agreements.

    One without a key gets a free one, one without a colour the next that is free.
    Its organisation keeps its sector and country where the role leaves them out.
    """
    check_role(role)
    with book_of(viewer, what="add_role"):
        key = role.key or free_key(viewer=viewer, name=role.name)
        if Role.objects.filter(owner=viewer, key=key).exists():
            raise RoleExists(
                "There is a role of this name already",
                value=role.name,
                fix="Choose another name, or change the role that is there.",
            )
        house = _organisation(viewer, role.organisation)
        columns = columns_of_role(role) | {"key": key}
        columns["colour"] = role.colour or _next_colour(viewer)
        return Role.objects.create(
            owner=viewer, organisation=house, batch=batch, **columns
        )


def _organisation(viewer: Person, wanted: words.Organisation) -> Organisation:
    """Return the person's organisation of that name, with what is known of it."""
    house, _ = Organisation.objects.get_or_create(owner=viewer, name=wanted.name)
    known = {"sector": wanted.sector, "country": wanted.country}
    changes = {name: value for name, value in known.items() if value}
    return _saved(viewer, house, changes)


def free_key(*, viewer: Person, name: str) -> str:
    """Return a short name for files and commands that no other role has."""
    stem = re.sub(r"[^a-z0-9]+", "-", plain(name)).strip("-")[:50] or "role"
    taken = _TAKEN | set(
        Role.objects.filter(owner=viewer, key__startswith=stem).values_list(
            "key", flat=True
        )
    )
    numbered = (f"{stem}-{n}" for n in range(2, len(taken) + 3))
    return next(k for k in (stem, *numbered) if k not in taken)


def _next_colour(viewer: Person) -> int:
    running = Role.objects.filter(owner=viewer)
    used = list(running.values_list("colour", flat=True))
    return min(range(1, N_COLOURS + 1), key=lambda c: (used.count(c), c))


def change_role(*, viewer: Person, role: Role, to: words.Role) -> Role:
    """Let a role be as `to` says, but for its key, colour and agreements.

    Its organisation's sector and country follow, also where they are taken away. A
    role that moves to another organisation takes along only what was changed.
    """
    check_role(to)
    fixed = ("key", "colour")
    columns = {k: v for k, v in columns_of_role(to).items() if k not in fixed}
    with book_of(viewer, role, what="change_role"):
        house = _moved(viewer, role.organisation, to.organisation)
        return _saved(viewer, role, columns | {"organisation": house})


def _moved(
    viewer: Person, old: Organisation, wanted: words.Organisation
) -> Organisation:
    """Return the organisation of that name, changed where the role's was."""
    house, is_new = Organisation.objects.get_or_create(owner=viewer, name=wanted.name)
    known = {"sector": wanted.sector, "country": wanted.country}
    if house != old and not is_new:
        known = {k: v for k, v in known.items() if v != getattr(old, k)}
    return _saved(viewer, house, known)


def _saved(viewer: Person, row: M, columns: dict[str, Any]) -> M:
    """Return a row of the viewer's book with these columns, saved where one differs."""
    refuse_others(viewer, (row,))
    changes = {k: v for k, v in columns.items() if getattr(row, k) != v}
    for name, value in columns.items():
        setattr(row, name, value)
    if changes:
        row.save(update_fields=list(columns))
    return row


def remove_role(*, viewer: Person, role: Role) -> None:
    """Remove a role that nothing belongs to; raise `RoleInUse` otherwise."""
    with book_of(viewer, role, what="remove_role"):
        refuse_in_use(viewer=viewer, role=role)
        role.delete()


def refuse_in_use(*, viewer: Person, role: Role) -> None:
    """Raise `RoleInUse` if anything belongs to the role."""
    if is_in_use(viewer=viewer, role=role):
        raise RoleInUse(
            "Hours, payments or events belong to this role",
            value=role.name,
            fix="End the role instead; its history stays.",
        )


def is_in_use(*, viewer: Person, role: Role) -> bool:
    """Return whether hours, money, invoices, events or check-ins belong to the role."""
    return any(
        model.objects.filter(owner=viewer, role=role).exists()
        for model in (Payment, TimeEntry, TimeShare, Event, CheckIn, Invoice, Recurring)
    )


def agree(*, viewer: Person, role: Role, terms: words.Agreement) -> Agreement:
    """Let these terms hold from their first day on.

    Terms that start on the same day are replaced; earlier ones that reach into
    the new period end where it starts, later ones stand and end the new.
    """
    check_terms(terms)
    with book_of(viewer, role, what="agree"):
        start, end = terms.period.start, terms.period.end
        mine = Agreement.objects.filter(owner=viewer, role=role)
        mine.filter(starts_on=start).delete()
        mine.filter(starts_on__lt=start).filter(
            Q(ends_on=None) | Q(ends_on__gt=start)
        ).update(ends_on=start)
        later = mine.filter(starts_on__gt=start).order_by("starts_on").first()
        if later and (end is None or end > later.starts_on):
            period = replace(terms.period, end=later.starts_on)
            terms = replace(terms, period=period)
        return Agreement.objects.create(
            owner=viewer, role=role, **columns_of_terms(terms)
        )


def correct_agreement(
    *, viewer: Person, agreement: Agreement, terms: words.Agreement
) -> Agreement:
    """Write these terms down better; the order of a role's terms stays.

    The terms before follow where they ended on the day these began, and give way
    where these reach into them; without a last day of their own these hold up to
    the next. Raise `BadTerms` where they would swallow their neighbours.
    """
    check_terms(terms)
    with book_of(viewer, agreement, what="correct_agreement"):
        began = agreement.starts_on
        others = Agreement.objects.filter(owner=viewer, role=agreement.role_id)
        before = others.filter(starts_on__lt=began).order_by("starts_on").last()
        after = others.filter(starts_on__gt=began).order_by("starts_on").first()
        terms = _between(terms, before, after)
        if before and _gives_way(before, began, terms.period.start):
            before.ends_on = terms.period.start
            before.save(update_fields=["ends_on"])
        return _saved(viewer, agreement, columns_of_terms(terms))


def _between(
    terms: words.Agreement, before: Agreement | None, after: Agreement | None
) -> words.Agreement:
    """Return the terms up to the next; raise `BadTerms` where they reach too far."""
    start, end = terms.period.start, terms.period.end
    if before and start <= before.starts_on:
        raise BadTerms(
            "Other terms begin on that day or after it",
            value=str(before.starts_on),
            fix="Begin after that day, or remove those terms first.",
        )
    if after and (start >= after.starts_on or (end and end > after.starts_on)):
        raise BadTerms(
            "These terms reach into the next ones",
            value=str(after.starts_on),
            fix="End them before that day, or correct the next ones first.",
        )
    if after and end is None:
        return replace(terms, period=replace(terms.period, end=after.starts_on))
    return terms


def _gives_way(before: Agreement, old_start: date, new_start: date) -> bool:
    """Return whether the earlier terms end where these now begin."""
    ends = before.ends_on
    return ends is None or ends == old_start or ends > new_start


def remove_agreement(*, viewer: Person, agreement: Agreement) -> None:
    """Remove terms that never held; the ones before them do not stretch."""
    with book_of(viewer, agreement, what="remove_agreement"):
        agreement.delete()

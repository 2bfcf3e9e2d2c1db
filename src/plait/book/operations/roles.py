"""Changes to roles, organisations and agreements."""

import re
from dataclasses import replace
from datetime import date

from django.db.models import Q

from plait.accounts.models import Person
from plait.book.models import (
    Agreement,
    Batch,
    CheckIn,
    Event,
    Invoice,
    Payment,
    Role,
    TimeEntry,
    TimeShare,
)
from plait.book.operations.limits import BadTerms as BadTerms  # noqa: PLC0414  # pages take it from here
from plait.book.operations.limits import check_dates, check_name, check_terms
from plait.book.operations.work import check_work, organisation_of
from plait.book.operations.writing import book_of
from plait.domain import roles as words
from plait.domain.blocks import blocks_as_text
from plait.domain.errors import PlaitError
from plait.domain.rules import plain

N_COLOURS = 8
# "new" is a page under roles/, and in the inbox it stands for a role to be written
# down, as "private" stands for none: a role of that key could not be meant.
_TAKEN = {"new", "private"}


class RoleExists(PlaitError):
    """The person holds a role of that name there already."""


class RoleInUse(PlaitError):
    """Hours, money or events belong to the role, so it stays."""


def add_role(  # the fields of a role
    *,
    viewer: Person,
    name: str,
    organisation: str,
    kind: words.RoleKind,
    started_on: date,
    ended_on: date | None = None,
    is_paid: bool = True,
    key: str = "",
    kind_is_confirmed: bool = True,
    batch: Batch | None = None,
    occupation: str = "",
    place: str = "",
    skills: str = "",
    sector: str = "",
) -> Role:
    """Add a role; its colour is the next strand that is free.

    `occupation` is an ISCO-08 code, `skills` have commas between them, `sector` is of
    the organisation, which keeps the one it has where none is told.
    """
    check_name(name)
    check_name(organisation)
    check_dates(started_on, ended_on)
    check_work(occupation=occupation, place=place, skills=skills, sector=sector)
    with book_of(viewer):
        house = organisation_of(viewer, organisation, sector or None)
        key = key or free_key(viewer=viewer, name=name)
        if Role.objects.filter(owner=viewer, key=key).exists():
            raise RoleExists(
                "There is a role of this name already",
                value=name,
                fix="Choose another name, or change the role that is there.",
            )
        return Role.objects.create(
            owner=viewer,
            key=key,
            name=name,
            kind=kind,
            kind_is_confirmed=kind_is_confirmed,
            organisation=house,
            started_on=started_on,
            ended_on=ended_on,
            is_paid=is_paid,
            occupation=occupation,
            place=place,
            skills=skills,
            colour=_next_colour(viewer),
            batch=batch,
        )


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


def change_role(*, viewer: Person, role: Role, **told: object) -> Role:
    """Change what a role is called, its kind, organisation, dates, pay or work.

    `sector` is of the organisation; "" takes it away.
    """
    for text in (told.get("name", role.name), told.get("organisation", "-")):
        check_name(str(text))
    check_work(**told)
    with book_of(viewer, role):
        if "organisation" in told or "sector" in told:
            name = str(told.get("organisation", role.organisation.name))
            sector = str(told.pop("sector")) if "sector" in told else None
            told["organisation"] = organisation_of(viewer, name, sector)
        for name, value in told.items():
            setattr(role, name, value)
        check_dates(role.started_on, role.ended_on)
        role.save(update_fields=list(told))
    return role


def remove_role(*, viewer: Person, role: Role) -> None:
    """Remove a role that nothing belongs to; raise `RoleInUse` otherwise."""
    with book_of(viewer, role):
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
        for model in (Payment, TimeEntry, TimeShare, Event, CheckIn, Invoice)
    )


def agree(*, viewer: Person, role: Role, terms: words.Agreement) -> Agreement:
    """Let these terms hold from their first day on.

    Terms that start on the same day are replaced; earlier ones that reach into
    the new period end where it starts, later ones stand and end the new.
    """
    check_terms(terms)
    with book_of(viewer, role):
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
    with book_of(viewer, agreement):
        began = agreement.starts_on
        others = Agreement.objects.filter(owner=viewer, role=agreement.role_id)
        before = others.filter(starts_on__lt=began).order_by("starts_on").last()
        after = others.filter(starts_on__gt=began).order_by("starts_on").first()
        terms = _between(terms, before, after)
        if before and _gives_way(before, began, terms.period.start):
            before.ends_on = terms.period.start
            before.save(update_fields=["ends_on"])
        for name, value in columns_of_terms(terms).items():
            setattr(agreement, name, value)
        agreement.save(update_fields=list(columns_of_terms(terms)))
    return agreement


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
    with book_of(viewer, agreement):
        agreement.delete()


def columns_of_terms(terms: words.Agreement) -> dict[str, object]:
    """Return terms as the table holds them; the first day starts them there."""
    return {
        "starts_on": terms.period.start,
        "ends_on": terms.period.end,
        "minutes": None if terms.hours is None else round(terms.hours * 60),
        "per": terms.per,
        "pay_basis": terms.pay_basis,
        "pay_minor": terms.pay.minor if terms.pay else None,
        "pay_currency": terms.pay.currency if terms.pay else "",
        "notice_days": terms.notice_days,
        "clause": terms.clause,
        "counts_as": terms.counts_as,
        "blocks": blocks_as_text(terms.blocks),
        "has_opted_out": terms.has_opted_out,
    }

"""Put into the book what was considered: a role taken on, changed, or left."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from plait.accounts.models import Person
from plait.book.models import Role
from plait.book.operations.limits import check_terms
from plait.book.operations.roles import add_role, agree, change_role
from plait.book.operations.writing import book_of
from plait.book.queries import role_keyed
from plait.book.record_rows import role_from
from plait.domain import roles as words
from plait.domain.period import Period
from plait.domain.proposals.proposal import RoleChange
from plait.domain.roles import Agreement, RoleKind
from plait.domain.schemas.role import ROLE
from plait.domain.schemas.schema import new_record


def carry_out(*, viewer: Person, change: RoleChange) -> Role:
    """Take a role on, let other terms hold, or end a role, whole or not at all."""
    if change.terms is not None and not change.role:
        return _take_on(viewer, change, change.terms)
    role = role_keyed(viewer=viewer, key=change.role)
    if change.terms is None:
        return _leave(viewer, role, change.start)
    return _agree_anew(viewer, role, change.terms, change.kind)


def _take_on(viewer: Person, change: RoleChange, terms: Agreement) -> Role:
    """Add a role that begins, and ends, with its terms."""
    role = new_record(
        ROLE,
        {
            "name": change.name,
            "organisation.name": change.organisation,
            "kind": change.kind,
            "period.start": terms.period.start,
            "period.end": terms.period.end,
            "is_paid": terms.pay is not None,
        },
    )
    return add_with_terms(viewer=viewer, role=role, terms=terms)


def add_with_terms(
    *, viewer: Person, role: words.Role, terms: Agreement | None
) -> Role:
    """Add a role with its terms, both or neither."""
    if terms is not None:
        check_terms(terms)
    with book_of(viewer, what="add_with_terms"):
        added = add_role(viewer=viewer, role=role)
        if terms is not None:
            agree(viewer=viewer, role=added, terms=terms)
    return added


def add_roles(*, viewer: Person, roles: Sequence[words.Role]) -> list[Role]:
    """Add several roles with the terms that each brings, as one change of the book."""
    with book_of(viewer, what="add_roles"):
        return [
            add_with_terms(
                viewer=viewer, role=role, terms=next(iter(role.agreements), None)
            )
            for role in roles
        ]


def _agree_anew(viewer: Person, role: Role, terms: Agreement, kind: RoleKind) -> Role:
    """Let other terms hold; an opportunity becomes a role of that kind."""
    check_terms(terms)
    with book_of(viewer, role, what="carry_out"):
        if role.kind == RoleKind.OPPORTUNITY:
            taken = replace(role_from(role), kind=kind, kind_is_confirmed=True)
            change_role(viewer=viewer, role=role, to=taken)
        agree(viewer=viewer, role=role, terms=terms)
    return role


def _leave(viewer: Person, role: Role, on: date) -> Role:
    """End a role on a day, the first on which it is no longer held."""
    held = role_from(role)
    ended = replace(held, period=Period(held.period.start, on))
    return change_role(viewer=viewer, role=role, to=ended)

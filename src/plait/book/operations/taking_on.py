"""Put into the book what was asked about: a role taken on, changed, or left."""

from dataclasses import replace
from datetime import date

from plait.accounts.models import Person
from plait.book.models import Role
from plait.book.operations.limits import check_terms
from plait.book.operations.roles import add_role, agree, change_role
from plait.book.operations.writing import book_of
from plait.book.record_rows import role_from
from plait.domain import roles as words
from plait.domain.period import Period
from plait.domain.roles import Agreement, RoleKind
from plait.domain.schema import new_record
from plait.domain.schemas.role import ROLE


def take_on(
    *, viewer: Person, name: str, organisation: str, kind: RoleKind, terms: Agreement
) -> Role:
    """Add a role with its terms, both or neither; it begins with them."""
    wanted = new_record(
        ROLE,
        {
            "name": name,
            "organisation.name": organisation,
            "kind": kind,
            "period.start": terms.period.start,
            "period.end": terms.period.end,
            "is_paid": terms.pay is not None,
        },
    )
    return add_with_terms(viewer=viewer, role=wanted, terms=terms)


def add_with_terms(
    *, viewer: Person, role: words.Role, terms: Agreement | None
) -> Role:
    """Add a role with its terms, both or neither."""
    if terms is not None:
        check_terms(terms)
    with book_of(viewer):
        added = add_role(viewer=viewer, role=role)
        if terms is not None:
            agree(viewer=viewer, role=added, terms=terms)
    return added


def agree_anew(*, viewer: Person, role: Role, terms: Agreement, kind: RoleKind) -> Role:
    """Let other terms hold; an opportunity becomes a role of that kind."""
    check_terms(terms)
    with book_of(viewer, role):
        if role.kind == RoleKind.OPPORTUNITY:
            taken = replace(role_from(role), kind=kind, kind_is_confirmed=True)
            change_role(viewer=viewer, role=role, to=taken)
        agree(viewer=viewer, role=role, terms=terms)
    return role


def leave(*, viewer: Person, role: Role, on: date) -> Role:
    """End a role on a day, the first on which it is no longer held."""
    held = role_from(role)
    ended = replace(held, period=Period(held.period.start, on))
    return change_role(viewer=viewer, role=role, to=ended)

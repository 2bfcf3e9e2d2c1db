"""Put into the book what was asked about: a role taken on, changed, or left."""

from datetime import date

from plait.accounts.models import Person
from plait.book.models import Role
from plait.book.operations.limits import check_terms
from plait.book.operations.roles import add_role, agree, change_role
from plait.book.operations.writing import book_of
from plait.domain.roles import Agreement, RoleKind


def take_on(
    *, viewer: Person, name: str, organisation: str, kind: RoleKind, terms: Agreement
) -> Role:
    """Add a role with its terms, both or neither; it begins with them."""
    check_terms(terms)
    with book_of(viewer):
        role = add_role(
            viewer=viewer,
            name=name,
            organisation=organisation,
            kind=kind,
            started_on=terms.period.start,
            ended_on=terms.period.end,
            is_paid=terms.pay is not None,
        )
        agree(viewer=viewer, role=role, terms=terms)
    return role


def agree_anew(*, viewer: Person, role: Role, terms: Agreement, kind: RoleKind) -> Role:
    """Let other terms hold; an opportunity becomes a role of that kind."""
    check_terms(terms)
    with book_of(viewer, role):
        if role.kind == RoleKind.OPPORTUNITY:
            change_role(viewer=viewer, role=role, kind=kind, kind_is_confirmed=True)
        agree(viewer=viewer, role=role, terms=terms)
    return role


def leave(*, viewer: Person, role: Role, on: date) -> Role:
    """End a role on a day, the first on which it is no longer held."""
    return change_role(viewer=viewer, role=role, ended_on=on)

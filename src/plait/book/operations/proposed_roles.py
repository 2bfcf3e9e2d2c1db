"""Roles that were proposed: accepted several at once, or dismissed for good."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from plait.accounts.models import Person
from plait.book.models import DismissedRole, Role
from plait.book.operations.limits import check_terms
from plait.book.operations.sorting import keep_rules
from plait.book.operations.taking_on import add_with_terms
from plait.book.operations.writing import book_of
from plait.book.queries import role_keyed
from plait.domain.proposals.accepted_role import AcceptedRole
from plait.domain.rules import plain


class AcceptedRoles(NamedTuple):
    """Roles that are new, and roles there were that took records."""

    made: list[Role]
    held: list[Role]


def accept_roles(
    *, viewer: Person, accepted: Sequence[AcceptedRole], now: datetime
) -> AcceptedRoles:
    """Add the roles, keep a rule for each of their subjects, and sort: one change.

    Two of one name become one role, with the subjects of both.
    """
    for one in accepted:
        if one.terms is not None:
            check_terms(one.terms)
    made: dict[str, Role] = {}
    with book_of(viewer, what="accept_roles"):
        roles = [_role(viewer, one, made) for one in accepted]
        confirmed = [
            (field, value, role)
            for one, role in zip(accepted, roles, strict=True)
            for field, value in one.subjects
        ]
        keep_rules(viewer=viewer, confirmed=confirmed, now=now)
    new = {role.pk for role in made.values()}
    every = {role.pk: role for role in roles}
    return AcceptedRoles(
        made=[role for pk, role in every.items() if pk in new],
        held=[role for pk, role in every.items() if pk not in new],
    )


def _role(viewer: Person, one: AcceptedRole, made: dict[str, Role]) -> Role:
    if one.role is None:
        return role_keyed(viewer=viewer, key=one.belongs_to)
    name = plain(one.role.name)
    if name not in made:
        made[name] = add_with_terms(viewer=viewer, role=one.role, terms=one.terms)
    return made[name]


def dismiss_role(*, viewer: Person, name: str) -> None:
    """Say that a payer or a client is no role; it is not proposed again.

    Its records stay where they are.
    """
    with book_of(viewer, what="dismiss_role"):
        DismissedRole.objects.get_or_create(owner=viewer, name=plain(name))

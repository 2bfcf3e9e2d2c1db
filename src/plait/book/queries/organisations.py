"""Organisations with the roles at them."""

from plait.accounts.models import Person
from plait.book.models import Organisation, Role
from plait.book.queries.lists import NotThere


def organisations(*, viewer: Person) -> dict[str, tuple[str, ...]]:
    """Return the names of the roles at each organisation, by its name."""
    held = Organisation.objects.filter(owner=viewer).order_by("name", "pk")
    roles: dict[str, list[str]] = {
        name: [] for name in held.values_list("name", flat=True)
    }
    at = Role.objects.filter(owner=viewer).order_by("started_on", "pk")
    for house, role in at.values_list("organisation__name", "name"):
        roles[house].append(role)
    return {name: tuple(found) for name, found in roles.items()}


def organisation_named(*, viewer: Person, name: str) -> Organisation:
    """Return an organisation by its name, in any case; raise `NotThere`."""
    held = Organisation.objects.filter(owner=viewer)
    found = held.filter(name=name).first() or held.filter(name__iexact=name).first()
    if found is None:
        raise NotThere(
            "There is no organisation of that name",
            value=name,
            fix="See them with: plait organisation list.",
        )
    return found

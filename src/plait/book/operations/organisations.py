"""Organisations renamed everywhere at once, and two that are one."""

from plait.accounts.models import Person
from plait.book.models import HolidayChange, Organisation, Role
from plait.book.operations.limits import check_name
from plait.book.operations.writing import book_of
from plait.domain.errors import PlaitError


class NameHeld(PlaitError):
    """Another organisation bears the name."""


class SameOrganisation(PlaitError):
    """An organisation cannot be joined with itself."""


def rename_organisation(
    *, viewer: Person, organisation: Organisation, name: str
) -> Organisation:
    """Rename an organisation for every role at it; `NameHeld` if another has it."""
    name = name.strip()
    check_name(name)
    with book_of(viewer, organisation, what="rename_organisation"):
        others = Organisation.objects.filter(owner=viewer, name=name)
        if others.exclude(pk=organisation.pk).exists():
            raise NameHeld(
                "There is an organisation of this name already",
                value=name,
                fix="Join the two, if they are one.",
            )
        organisation.name = name
        organisation.save(update_fields=["name"])
    return organisation


def join_organisations(
    *, viewer: Person, organisation: Organisation, into: Organisation
) -> Organisation:
    """Let the roles of an organisation be at another; return that.

    Its sector and country go along where the other has none, and the public
    holidays that are other ones there.
    """
    if organisation == into:
        raise SameOrganisation(
            "An organisation cannot be joined with itself",
            value=into.name,
            fix="Name the one that is to stay as the second one.",
        )
    with book_of(viewer, organisation, into, what="join_organisations"):
        Role.objects.filter(owner=viewer, organisation=organisation).update(
            organisation=into
        )
        holidays = HolidayChange.objects.filter(owner=viewer)
        held = holidays.filter(organisation=into).values_list("day", flat=True)
        mine = holidays.filter(organisation=organisation)
        mine.exclude(day__in=list(held)).update(organisation=into)
        into.sector = into.sector or organisation.sector
        into.country = into.country or organisation.country
        into.save(update_fields=["sector", "country"])
        organisation.delete()
    return into


def name_organisation(
    *, viewer: Person, organisation: Organisation, name: str
) -> Organisation:
    """Rename an organisation, or join it with the one that has the name already."""
    others = Organisation.objects.filter(owner=viewer, name=name.strip())
    other = others.exclude(pk=organisation.pk).first()
    if other is None:
        return rename_organisation(viewer=viewer, organisation=organisation, name=name)
    return join_organisations(viewer=viewer, organisation=organisation, into=other)


def drop_unused(viewer: Person) -> None:
    """Remove organisations at which there is no role."""
    Organisation.objects.filter(owner=viewer, role=None).delete()

"""Public holidays that the person dropped or added."""

from collections.abc import Iterator

from django.db.models import QuerySet

from plait.accounts.models import Person
from plait.book import models as rows
from plait.book.queries.lists import NotThere
from plait.domain.availability import HolidayChange
from plait.domain.schemas.book_records import HolidayRecord


def holiday_changes(viewer: Person) -> tuple[HolidayChange, ...]:
    """Return the changes, in the order they were made."""
    columns = _mine(viewer).values_list("day", "is_free", "organisation__name")
    return tuple(HolidayChange(day, free, name or "") for day, free, name in columns)


def holiday_records(*, viewer: Person) -> Iterator[HolidayRecord]:
    """Yield the changes as a file holds them."""
    for one in holiday_changes(viewer):
        yield HolidayRecord("holiday", one.day, one.is_free, one.organisation)


def holiday_change_keys(*, viewer: Person) -> tuple[int, ...]:
    """Return the keys of the changes, in the order of `holiday_changes`."""
    return tuple(_mine(viewer).values_list("pk", flat=True))


def holiday_change_row(*, viewer: Person, pk: int) -> rows.HolidayChange:
    """Return one of the viewer's changes; raise `NotThere`."""
    found = rows.HolidayChange.objects.filter(owner=viewer, pk=pk).first()
    if found is None:
        raise NotThere(
            "There is no such change of a public holiday",
            value=str(pk),
            fix="See what was changed with: plait holidays.",
        )
    return found


def organisation_named(*, viewer: Person, name: str) -> rows.Organisation:
    """Return the viewer's organisation of that name; raise `NotThere`."""
    mine = rows.Organisation.objects.filter(owner=viewer)
    found = mine.filter(name=name).first() or mine.filter(name__iexact=name).first()
    if found is None:
        raise NotThere(
            "None of your roles is at an organisation of this name",
            value=name,
            fix="See the names with: plait role list.",
        )
    return found


def _mine(viewer: Person) -> QuerySet[rows.HolidayChange]:
    return rows.HolidayChange.objects.filter(owner=viewer).order_by("pk")

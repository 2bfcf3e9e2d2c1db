"""What recurs, and its days up to a date: worked out here, stored nowhere."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from plait.accounts.models import Person
from plait.book.models import Recurring
from plait.book.queries.lists import NotThere
from plait.book.recurring_rows import recurrence_of
from plait.domain.money import Money
from plait.domain.records import RecordStatus
from plait.domain.recurring import HeldRecurring
from plait.domain.schemas.book_records import RecurringRecord

# A rule has at most so many days, so that each of its days has a number of its own.
_DAYS = 100_000


class Occurrence(NamedTuple):
    """One day of what recurs."""

    row: Recurring
    on: date

    @property
    def number(self) -> int:
        """A number that no record has, the same each time it is read; below zero."""
        return -(self.row.pk * _DAYS * 10 + self.on.toordinal())

    @property
    def status(self) -> RecordStatus:
        """Assigned to its role, or private."""
        return RecordStatus.ASSIGNED if self.row.role_id else RecordStatus.PRIVATE


def recurring(*, viewer: Person) -> list[Recurring]:
    """Return what recurs, the newest first, with its roles."""
    held = Recurring.objects.filter(owner=viewer).select_related("role__organisation")
    return list(held.order_by("-starts_on", "-pk"))


def held_recurring(row: Recurring) -> HeldRecurring:
    """Return what recurs in the words of the vocabulary."""
    minor, role = row.amount_minor, row.role
    return HeldRecurring(
        id=row.pk,
        when=recurrence_of(row),
        amount=None if minor is None else Money.from_minor(minor, row.currency),
        seconds=row.seconds,
        title=" · ".join(filter(None, (row.text, row.payer))),
        role=role.key if role else "",
        role_name=role.name if role else "",
        colour=role.colour if role else 0,
    )


def recurring_row(*, viewer: Person, pk: int) -> Recurring:
    """Return one of them; raise `NotThere`."""
    held = Recurring.objects.filter(owner=viewer, pk=pk)
    found = held.select_related("role__organisation").first()
    if found is None:
        raise NotThere(
            "There is nothing recurring of this number",
            value=str(pk),
            fix="See them with: plait recurring list.",
        )
    return found


def occurrences(*, viewer: Person, on: date, is_money: bool) -> tuple[Occurrence, ...]:
    """Return the days of money, or of time, that recurs: up to a date, in order."""
    rows = [
        row
        for row in recurring(viewer=viewer)
        if (row.amount_minor is not None) == is_money
    ]
    found = (
        Occurrence(row, day) for row in rows for day in recurrence_of(row).until(on)
    )
    return tuple(sorted(found, key=lambda one: (one.on, one.number)))


def recurring_records(*, viewer: Person) -> Iterator[RecurringRecord]:
    """Yield what recurs as a file holds it, in the order it was added."""
    rows = Recurring.objects.filter(owner=viewer).select_related("role").order_by("pk")
    for row in rows:
        yield RecurringRecord(
            "recurring",
            starts_on=row.starts_on,
            rhythm=recurrence_of(row).rhythm,
            every=row.every,
            ends_on=row.ends_on,
            role=row.role.key if row.role else "",
            amount_minor=row.amount_minor,
            currency=row.currency,
            seconds=row.seconds,
            payer=row.payer,
            text=row.text,
            payment_kind=row.kind,
            except_on=tuple(filter(None, row.except_on.split(","))),
        )

"""Changes to what comes again and again, and to single days of it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from plait.accounts.models import Person
from plait.book.models import Batch, Payment, Recurring, Role, TimeEntry
from plait.book.operations.by_hand import add_payment, refuse_no_amount
from plait.book.operations.payments import refuse_other_way
from plait.book.operations.records import add_time, check_seconds
from plait.book.operations.writing import book_of
from plait.book.recurring_rows import recurrence_of, written_days
from plait.domain.errors import BadValue, PlaitError
from plait.domain.money import Money
from plait.domain.payment_kinds.kinds import PaymentKind
from plait.domain.reach import refuse_amount_beyond, refuse_beyond
from plait.domain.recurring import MOST_EVERY, Recurrence


class NotThatDay(PlaitError):
    """A day on which a recurring entry does not come."""


@dataclass(frozen=True, slots=True)
class RecurringEntry:
    """What comes again and again: money, or `seconds` of time; and when.

    What goes out is below zero. Without a role the money is private.
    """

    when: Recurrence
    role: Role | None
    amount: Money | None = None
    seconds: int | None = None
    payer: str = ""
    text: str = ""
    kind: PaymentKind | None = None


def add_recurring(
    *, viewer: Person, entry: RecurringEntry, batch: Batch | None = None
) -> Recurring:
    """Let something come again and again from its first day on."""
    columns = _columns(entry)
    with book_of(viewer, entry.role, what="add_recurring"):
        return Recurring.objects.create(owner=viewer, batch=batch, **columns)


def change_recurring(
    *, viewer: Person, held: Recurring, entry: RecurringEntry
) -> Recurring:
    """Say anew all of what recurs; days that stand on their own stay as they are."""
    columns = _columns(entry)
    with book_of(viewer, held, entry.role, what="change_recurring"):
        for name, value in columns.items():
            setattr(held, name, value)
        held.save(update_fields=list(columns))
    return held


def end_recurring(*, viewer: Person, held: Recurring, last_on: date) -> Recurring:
    """Let it come for the last time on or before a day; what was stays."""
    refuse_beyond(last_on)
    ends_on = last_on + timedelta(days=1)
    if ends_on <= held.starts_on:
        raise BadValue(
            "This is before it first came",
            value=last_on.isoformat(),
            fix="Remove it if it never came.",
        )
    with book_of(viewer, held, what="end_recurring"):
        held.ends_on = ends_on
        held.save(update_fields=["ends_on"])
    return held


def remove_recurring(*, viewer: Person, held: Recurring) -> None:
    """Remove it, with all its days but those that stand on their own."""
    with book_of(viewer, held, what="remove_recurring"):
        held.delete()


def skip_day(*, viewer: Person, held: Recurring, on: date) -> Recurring:
    """Note that it did not come on one of its days."""
    _refuse_other_day(held, on)
    with book_of(viewer, held, what="skip_day"):
        _leave_out(held, on)
        held.save(update_fields=["except_on"])
    return held


def own_day(*, viewer: Person, held: Recurring, on: date) -> Payment | TimeEntry:
    """Let one of its days be a record of its own, to be changed like any other."""
    _refuse_other_day(held, on)
    with book_of(viewer, held, what="own_day"):
        _leave_out(held, on)
        held.save(update_fields=["except_on"])
        if held.seconds is not None and held.role is not None:
            return add_time(
                viewer=viewer,
                role=held.role,
                on=on,
                seconds=held.seconds,
                description=held.text,
            )
        return add_payment(
            viewer=viewer,
            role=held.role,
            on=on,
            amount=Money.from_minor(held.amount_minor or 0, held.currency),
            payer=held.payer,
            reference=held.text,
            kind=PaymentKind(held.kind) if held.kind else None,
        )


def _leave_out(held: Recurring, on: date) -> None:
    held.except_on = written_days({*recurrence_of(held).except_on, on})


def _refuse_other_day(held: Recurring, on: date) -> None:
    if not recurrence_of(held).has(on):
        raise NotThatDay(
            "This does not come on that day",
            value=on.isoformat(),
            fix="See its days with: plait recurring list.",
        )


def _columns(entry: RecurringEntry) -> dict[str, Any]:
    when, amount = entry.when, entry.amount
    refuse_beyond(when.starts_on, when.ends_on, *when.except_on)
    if not 1 <= when.every <= MOST_EVERY:
        raise BadValue(
            "It comes every 1 to 60 weeks or months",
            value=str(when.every),
            fix="Write a number from 1 to 60.",
        )
    if when.ends_on is not None and when.ends_on <= when.starts_on:
        raise BadValue(
            "These days end before they begin",
            value=f"{when.starts_on} – {when.ends_on}",
            fix="Enter a last day on or after the first.",
        )
    if amount is not None:
        refuse_no_amount(amount)
        refuse_amount_beyond(amount.minor)
        refuse_other_way(amount.minor, entry.kind)
    else:
        check_seconds(entry.seconds or 0)
        if entry.role is None:
            raise BadValue("Time is for a role", value="", fix="Choose a role.")
    return {
        "role": entry.role,
        "starts_on": when.starts_on,
        "ends_on": when.ends_on,
        "rhythm": when.rhythm,
        "every": when.every,
        "except_on": written_days(when.except_on),
        "amount_minor": amount.minor if amount else None,
        "currency": amount.currency if amount else "",
        "seconds": None if amount else entry.seconds,
        "payer": entry.payer.strip()[:200],
        "text": entry.text.strip()[:500],
        "kind": (entry.kind or "") if amount else "",
    }

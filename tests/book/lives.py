"""A working life put straight into the tables, as large as it needs to be."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from django.db import connection

from plait.accounts.models import Person
from plait.book import bulk
from plait.book.models import Account, Event, Organisation, Payment, Role, TimeEntry
from plait.book.operations.writing import book_of

BEGUN = date(2016, 11, 21)
N_DAYS = 3650  # ten years, up to 19 November 2026
RECORD = ("owner", "fingerprint", "role", "status")
PAYMENT = (
    *("source", "booked_on", "amount_minor", "currency"),
    *("payer", "counter_account", "reference", "bank_id"),
    "booking_id",
)
ENTRY = (
    *("on", "seconds", "client", "project", "task", "description", "tags", "person"),
    *("source", "tracker_id", "is_on_call", "zone"),
)
EVENT = (
    *("uid", "occurrence", "calendar", "title", "location", "on"),
    *("starts_at", "ends_at", "is_all_day", "is_busy"),
)


def live(
    viewer: Person, *, roles: int, payments: int, hours: int, events: int
) -> list[Role]:
    """Fill a book with so many of each, spread evenly over ten years and the roles."""
    with book_of(viewer):
        return _filled(viewer, roles, payments, hours, events)


def _filled(
    viewer: Person, roles: int, payments: int, hours: int, events: int
) -> list[Role]:
    place = Organisation.objects.create(owner=viewer, name="House")
    held = [
        Role.objects.create(
            owner=viewer,
            key=f"role-{n}",
            name=f"Role {n}",
            kind="contract",
            organisation=place,
            started_on=BEGUN,
            colour=n % 8 + 1,
        )
        for n in range(roles)
    ]
    account = Account.objects.create(owner=viewer, identifier="NL62MOLN0650238817")
    keys = [role.pk for role in held]

    def spread(many: int) -> Iterator[tuple[int, date, tuple[int, int, int, int]]]:
        for n in range(many):
            on = BEGUN + timedelta(days=n * N_DAYS // many)
            yield n, on, (viewer.pk, n, keys[n % roles], 1)

    bulk.insert(
        Payment,
        (*RECORD, "account", *PAYMENT),
        [
            (
                *(*mine, account.pk, "camt053", on.isoformat(), 100 + n, "EUR"),
                *(f"Payer {n % 50}", "", "Invoice", "", ""),
            )
            for n, on, mine in spread(payments)
        ],
    )
    bulk.insert(
        TimeEntry,
        (*RECORD, *ENTRY),
        [
            (
                *mine,
                on.isoformat(),
                60 + n,
                "Client",
                "Project",
                "",
                "Work",
                "",
                "",
                "",
                "",
                False,
                "",
            )
            for n, on, mine in spread(hours)
        ],
    )
    bulk.insert(
        Event,
        (*RECORD, *EVENT),
        [
            (
                *(*mine, f"uid-{n}", "", "Work", "Meeting", "", on.isoformat()),
                *(*_hour(on), False, True),
            )
            for n, on, mine in spread(events)
        ],
    )
    return held


def _hour(on: date) -> tuple[object, object]:
    stored = connection.ops.adapt_datetimefield_value
    starts = datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
    return stored(starts), stored(starts + timedelta(hours=1))

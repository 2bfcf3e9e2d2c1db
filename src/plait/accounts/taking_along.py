"""What is kept of a person besides their book's files: each table as plain records.

`book.operations.export` writes what can be brought in again. Here is the rest, found
table by table as deleting finds it, so that a new table is taken along unless a reason
stands here why not.
"""

import base64
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import models

from plait.accounts.leaving.tables import STAY, Pointing, pointing_to_people
from plait.accounts.models import Person

Record = dict[str, Any]

_AT_ONCE = 500

# Written by the export of the book, in its own files.
IN_BOOK_FILES = frozenset(
    {
        *("Absence", "Account", "AccountName", "Agreement", "Attachment", "Batch"),
        *("Belief", "Cause", "CauseRole", "CheckIn", "Coverage", "DismissedRole"),
        *("Event", "Fallback", "HolidayChange", "ImportedFile", "Invoice", "Mapping"),
        *("Organisation", "Overhead", "PayerName", "Payment", "PaymentShare"),
        *(
            "Recurring",
            "Reminder",
            "Role",
            "Rule",
            "Scenario",
            "Season",
            "SettledFinding",
        ),
        *("Settlement", "StoredFile", "TimeEntry", "TimeShare"),
    }
)

# A table that stays behind, and why.
LEFT_OUT = {
    "Book": "numbers by which Plait knows that something changed; nothing of anybody",
    "AuditLink": "hashes; what they stand for is in AuditEntry",
    "AuditHead": "signed hashes; what they stand for is in AuditEntry",
    "CalendarFeed": "the hash of a secret address, worth nothing elsewhere",
    "ReminderFeed": "the hash of a secret address, worth nothing elsewhere",
    "SignInLink": "the hash of a link that is worth nothing elsewhere",
    "EmailConfirmation": "a code that proves an address here; the address is there",
    "SocialToken": "a secret by which an organisation's sign-in was proven",
    "KnownDevice": "a hash by which a browser is known again here",
}

# A field that stays behind, of which table, and why.
LEFT_OUT_FIELDS = {
    ("Person", "password"): "a hash of the password",
    ("SignIn", "session_hash"): "a hash of what lets a browser in",
    ("Authenticator", "data"): "the secret half of a code app, or of a passkey",
    ("AuditEntry", "salt"): "chance that keeps the chain's hashes closed",
    ("CalendarSource", "address"): "may be a secret of another service",
    ("CalendarSource", "sync_token"): "a word of that service, of no use to others",
    ("CalendarSource", "password"): "a secret of another service",
    ("SigningKey", "sealed"): "a private key is never in an export",
    ("Envelope", "payload"): "shown by another person: only that it was, and by whom",
    ("Envelope", "signature"): "belongs to the payload",
    ("Envelope", "key"): "belongs to the payload",
    ("ShareLink", "token_hash"): "the hash of a secret address",
    ("Job", "lease"): "chance by which a worker holds a job",
}


def tables_of(*, viewer: Person) -> Iterator[tuple[str, Iterator[Record]]]:
    """Yield each table's name with the viewer's rows of it, as plain values.

    Of what points to nobody any more and of others' rows nothing is yielded.
    """
    yield "Person", _records(Person.objects.filter(pk=viewer.pk))
    for one in pointing_to_people():
        name = one.kind.__name__
        if name in IN_BOOK_FILES or name in LEFT_OUT or one.kind in STAY:
            continue
        yield name, _records(_rows(one, viewer))


def _rows(one: Pointing, viewer: Person) -> models.QuerySet[models.Model]:
    return one.rows([viewer.pk]).order_by("pk")


def _records(rows: models.QuerySet[Any]) -> Iterator[Record]:
    name = rows.model.__name__
    names = [
        field.attname
        for field in rows.model._meta.concrete_fields  # noqa: SLF001  # Django's name for it
        if (name, field.name) not in LEFT_OUT_FIELDS
    ]
    for row in rows.values(*names).iterator(chunk_size=_AT_ONCE):
        yield {field: _plain(value) for field, value in row.items()}


def _plain(value: Any) -> Any:  # noqa: ANN401  # what a column holds
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Decimal | UUID):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    return value

"""Everything the book holds, in the words that files are written and read in.

Records stream: however many there are, only some thousands stand in memory.
"""

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from plait.accounts.models import Person
from plait.book.models import (
    Account,
    Batch,
    CheckIn,
    Coverage,
    DismissedRole,
    Event,
    Mapping,
    PayerName,
    Payment,
    PaymentShare,
    Role,
    Rule,
    SettledFinding,
    TimeEntry,
    TimeShare,
)
from plait.book.queries.availability import availability_records
from plait.book.queries.holidays import holiday_records
from plait.book.queries.invoice_records import in_order
from plait.book.queries.recurring import recurring_records
from plait.book.queries.reminders import reminder_records
from plait.book.queries.resilience_records import resilience_records
from plait.book.record_rows import role_from
from plait.domain.known import KnownKind
from plait.domain.records import BankLine, EventLine, RecordStatus, TimeLine
from plait.domain.rules import RuleField
from plait.domain.schemas.book_records import (
    AccountRecord,
    BookRecord,
    CheckInRecord,
    CoverageRecord,
    DismissedRoleRecord,
    MappingRecord,
    PayerNameRecord,
    PersonRecord,
    RoleRecord,
    RuleRecord,
    SettledFindingRecord,
)
from plait.domain.settled_findings import SettledAs

_AT_ONCE = 2_000
_PLACED = ("status", "role", "rule", "fingerprint")


def all_records(*, viewer: Person) -> Iterator[BookRecord]:
    """Yield the person, and all that is no record, in the order it was added."""
    yield PersonRecord(
        "person",
        name=viewer.name,
        currency=viewer.currency,
        timezone=viewer.timezone,
        language=viewer.language,
        capacity_minutes=viewer.capacity_minutes,
        country=viewer.country,
        region=viewer.region,
        born_on=viewer.born_on,
        travel_minutes=viewer.travel_minutes,
        savings_minor=viewer.savings_minor,
        floor_minor=viewer.floor_minor,
        savings_currency=viewer.savings_currency,
        set_aside=viewer.set_aside,
        numbers=viewer.numbers,
        dates=viewer.dates,
        clock=viewer.clock,
        hidden_findings=viewer.hidden_findings,
    )
    for role in in_order(Role, viewer).select_related("organisation"):
        yield RoleRecord(role.key, role_from(role))
    for rule in in_order(Rule, viewer).select_related("role"):
        key = rule.role.key if rule.role else ""
        field = RuleField(rule.field)
        yield RuleRecord(str(field), field, rule.value, key, rule.created_at)
    names = ("role__key", "week_on", "energy", "meaning", "growth", "pressure", "note")
    for row in in_order(CheckIn, viewer).values_list(*names):
        yield CheckInRecord("check-in", *row)
    yield from availability_records(viewer=viewer)
    yield from holiday_records(viewer=viewer)
    yield from resilience_records(viewer=viewer)
    yield from reminder_records(viewer=viewer)
    yield from recurring_records(viewer=viewer)
    for account in in_order(Account, viewer).prefetch_related("other_names"):
        others = tuple(one.identifier for one in account.other_names.all())
        share = Decimal(account.share) / 1000
        yield AccountRecord("account", account.identifier, account.name, others, share)
    yield from _settled(viewer)
    for alias, name in in_order(PayerName, viewer).values_list("alias", "name"):
        yield PayerNameRecord("payer name", alias, name)
    for name in in_order(DismissedRole, viewer).values_list("name", flat=True):
        yield DismissedRoleRecord("dismissed role", name)
    yield from _coverage(viewer)
    for one in in_order(Mapping, viewer):
        yield MappingRecord("mapping", one.name, one.signature, one.columns)


def _settled(viewer: Person) -> Iterator[SettledFindingRecord]:
    """Yield findings that were settled or put off."""
    for one in in_order(SettledFinding, viewer).select_related("role"):
        yield SettledFindingRecord(
            "settled finding",
            key=one.key,
            kind=one.kind,
            reason=one.reason,
            on=one.on,
            settled_as=SettledAs(one.settled_as),
            role=one.role.key if one.role else "",
            title=one.title,
            numbers=json.dumps(one.numbers, ensure_ascii=False),
        )


def _coverage(viewer: Person) -> Iterator[CoverageRecord]:
    """Yield what files cover, once where several cover the same."""
    days = ("kind", "name", "starts_on", "ends_on", "is_stated", "currency")
    balances = ("opening_minor", "closing_minor", "lines_minor", "source")
    rows = in_order(Coverage, viewer).values_list(*days, *balances)
    for kind, *rest in dict.fromkeys(rows):
        yield CoverageRecord("coverage", KnownKind(kind), *rest)


def history(*, viewer: Person) -> list[dict[str, Any]]:
    """Return the imports so far, oldest first, as plain values."""
    held = Batch.objects.filter(owner=viewer).prefetch_related("files")
    return [
        {
            "number": batch.number,
            "at": batch.created_at.isoformat(timespec="seconds"),
            "undone_at": batch.undone_at and batch.undone_at.isoformat("T", "seconds"),
            "files": [
                {"name": file.name, "format": file.format, "new": file.n_new}
                for file in sorted(batch.files.all(), key=lambda file: file.pk)
            ],
        }
        for batch in held.order_by("number")
    ]


def all_payments(*, viewer: Person) -> Iterator[BankLine]:
    """Yield every payment, in order of days."""
    keys = _keys(viewer)
    own = Account.objects.filter(owner=viewer).values_list("pk", "identifier")
    names: dict[int | None, str] = {None: ""}
    names.update(own)
    columns = (
        *("booked_on", "amount_minor", "currency", "payer", "counter_account"),
        *("reference", "account", "bank_id", "source", "booking_id"),
        *("pk", "kind", "share"),
    )
    parts = _parts(viewer, keys)
    held = Payment.objects.filter(owner=viewer).order_by("booked_on", "pk")
    for row in _rows(held, *columns):
        row["account"] = names[row["account"]]
        row["parts"] = tuple(parts.get(row.pop("pk"), ()))
        yield BankLine(0, **_placed(row, keys))


def _parts(
    viewer: Person, keys: dict[int | None, str]
) -> dict[int, list[tuple[str, int]]]:
    """Return by payment the parts that are other roles': key and amount."""
    found: dict[int, list[tuple[str, int]]] = {}
    held = PaymentShare.objects.filter(owner=viewer).order_by("pk")
    for payment, role, minor in held.values_list("payment", "role", "amount_minor"):
        found.setdefault(payment, []).append((keys[role], minor))
    return found


def all_time(*, viewer: Person) -> Iterator[TimeLine]:
    """Yield every time entry with the further roles it served, in order of days."""
    keys = _keys(viewer)
    also: dict[int, str] = {}
    shares = TimeShare.objects.filter(owner=viewer).order_by("pk")
    for entry, role in shares.values_list("entry", "role"):
        also[entry] = f"{also.get(entry, '')} {keys[role]}".lstrip()
    columns = (
        *("pk", "on", "seconds", "started_at", "ended_at", "client", "project"),
        *("task", "description", "tags", "is_billable", "person"),
        *("is_on_call", "zone", "edited"),
        *("source", "tracker_id"),
    )
    held = TimeEntry.objects.filter(owner=viewer).order_by("on", "pk")
    for row in _rows(held, *columns):
        row["also_for"] = also.get(row.pop("pk"), "")
        yield TimeLine(0, **_placed(row, keys))


def all_events(*, viewer: Person) -> Iterator[EventLine]:
    """Yield every occurrence, also those that gave way, in order of their starts."""
    keys = _keys(viewer)
    columns = (
        *("uid", "occurrence", "starts_at", "ends_at", "is_all_day", "title"),
        *("calendar", "location", "is_busy", "on", "superseded_by"),
    )
    held = Event.objects.filter(owner=viewer).order_by("starts_at", "pk")
    for row in _rows(held, *columns):
        row["is_superseded"] = row.pop("superseded_by") is not None
        yield EventLine(0, **_placed(row, keys))


def _keys(viewer: Person) -> dict[int | None, str]:
    return {
        None: "",
        **dict(Role.objects.filter(owner=viewer).values_list("pk", "key")),
    }


def _rows(held: QuerySet[Any], *columns: str) -> Iterator[dict[str, Any]]:
    return held.values(*columns, *_PLACED).iterator(chunk_size=_AT_ONCE)


def _placed(row: dict[str, Any], keys: dict[int | None, str]) -> dict[str, Any]:
    """Return the row with its place and its fingerprint in a line's words."""
    row["role"] = keys[row["role"]]
    row["status"] = RecordStatus(row["status"])
    row["is_by_rule"] = row.pop("rule") is not None
    return row

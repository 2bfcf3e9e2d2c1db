"""The records that a selection opens, a page at a time."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, Q, QuerySet, Sum

from plait.accounts.models import Person
from plait.book.models import (
    CheckIn,
    Event,
    Organisation,
    Payment,
    PaymentShare,
    Role,
    TimeEntry,
    TimeShare,
)
from plait.book.payer_names import payer_names
from plait.book.queries.lists import role_keyed
from plait.book.queries.reach import MONEY_IN_REACH, TIME_IN_REACH
from plait.domain.money import Money
from plait.domain.record_list import ListedRecord, RecordPage, RecordTotal
from plait.domain.records import RecordStatus
from plait.domain.rules import plain, project_of
from plait.domain.selection import RecordKind, RecordState, Selection

RECORDS_A_PAGE = 50

_MODELS: dict[RecordKind, Any] = {
    RecordKind.PAYMENTS: Payment,
    RecordKind.TIME: TimeEntry,
    RecordKind.EVENTS: Event,
    RecordKind.CHECK_INS: CheckIn,
}
_DAY = {
    RecordKind.PAYMENTS: "booked_on",
    RecordKind.TIME: "on",
    RecordKind.EVENTS: "on",
    RecordKind.CHECK_INS: "week_on",
}
_STATUS = {
    RecordState.WAITING: RecordStatus.OPEN,
    RecordState.ASSIGNED: RecordStatus.ASSIGNED,
    RecordState.PRIVATE: RecordStatus.PRIVATE,
}
_STATE = {status: state for state, status in _STATUS.items()}


def records(*, viewer: Person, selection: Selection, page: int = 1) -> RecordPage:
    """Return a page of the viewer's records; raise `NotThere` for another's role."""
    role_name = ""
    held = _in_period(_MODELS[selection.kind].objects.filter(owner=viewer), selection)
    if selection.role:
        role = role_keyed(viewer=viewer, key=selection.role)
        role_name, held = role.name, held.filter(_serves(viewer, selection.kind, role))
    held = _narrowed(held, viewer, selection)
    n_records = held.count()
    n_pages = max(1, -(-n_records // RECORDS_A_PAGE))
    page = min(max(page, 1), n_pages)
    return RecordPage(
        selection=selection,
        role_name=role_name,
        page=page,
        n_pages=n_pages,
        n_records=n_records,
        totals=_totals(held) if selection.kind is RecordKind.PAYMENTS else (),
        hours=_hours(held) if selection.kind is RecordKind.TIME else None,
        records=tuple(_lines(held, viewer, selection.kind, page)),
    )


def _in_period(held: QuerySet[Any], selection: Selection) -> QuerySet[Any]:
    day = _DAY[selection.kind]
    if selection.start:
        held = held.filter(**{f"{day}__gte": selection.start})
    return held.filter(**{f"{day}__lt": selection.end}) if selection.end else held


def _serves(viewer: Person, kind: RecordKind, role: Role) -> Q:
    """Return what holds of the records of a role; hours and money may be shared."""
    if kind is RecordKind.PAYMENTS:
        parts = PaymentShare.objects.filter(owner=viewer, role=role).values("payment")
        return Q(role=role) | Q(pk__in=parts)
    if kind is not RecordKind.TIME:
        return Q(role=role)
    shared = TimeShare.objects.filter(owner=viewer, role=role).values("entry")
    return Q(role=role) | Q(pk__in=shared)


def _narrowed(
    held: QuerySet[Any], viewer: Person, selection: Selection
) -> QuerySet[Any]:
    if selection.kind is RecordKind.EVENTS:
        held = held.filter(superseded_by=None)
    if selection.state and selection.kind is not RecordKind.CHECK_INS:
        held = held.filter(status=_STATUS[selection.state])
    if selection.kind is RecordKind.PAYMENTS and selection.currency:
        held = held.filter(currency=selection.currency)
    if selection.kind is RecordKind.PAYMENTS and selection.payer:
        held = held.filter(_paid_by(viewer, selection.payer))
    return held


def _paid_by(viewer: Person, payer: str) -> Q:
    """Return what holds of a payer's payments: in any spelling, or by a role's own.

    A payment that names nobody counts as from the organisation of its role.
    """
    spellings = Payment.objects.filter(owner=viewer).values_list("payer", flat=True)
    alike = payer_names(viewer).alike(payer)
    named = [name for name in spellings.distinct() if plain(name) in alike]
    organisations = Organisation.objects.filter(owner=viewer).values_list("pk", "name")
    own = [pk for pk, name in organisations if plain(name) == plain(payer)]
    return Q(payer__in=named) | Q(payer="", role__organisation__in=own)


def _totals(held: QuerySet[Any]) -> tuple[RecordTotal, ...]:
    sums = (
        held.filter(MONEY_IN_REACH)
        .values("currency")
        .annotate(
            received=Sum("amount_minor", filter=Q(amount_minor__gt=0), default=0),
            paid_out=Sum("amount_minor", filter=Q(amount_minor__lt=0), default=0),
            n=Count("pk"),
        )
    )
    return tuple(
        RecordTotal(
            one["currency"],
            Money.from_minor(one["received"], one["currency"]).number,
            -Money.from_minor(one["paid_out"], one["currency"]).number,
        )
        for one in sums.order_by("-n", "currency")
    )


def _hours(held: QuerySet[Any]) -> float:
    seconds: int = held.filter(TIME_IN_REACH).aggregate(
        seconds=Sum("seconds", default=0)
    )["seconds"]
    return seconds / 3600


def _lines(
    held: QuerySet[Any], viewer: Person, kind: RecordKind, page: int
) -> list[ListedRecord]:
    zone = ZoneInfo(viewer.timezone)
    first = (page - 1) * RECORDS_A_PAGE
    rows = held.select_related("role").order_by(f"-{_DAY[kind]}", "-pk")
    line = _LINES[kind]
    return [line(row, zone) for row in rows[first : first + RECORDS_A_PAGE]]


def line_of(
    kind: RecordKind, row: Payment | TimeEntry | Event | CheckIn, viewer: Person
) -> ListedRecord:
    """Return one record as a list shows it."""
    return _LINES[kind](row, ZoneInfo(viewer.timezone))


def _placed(row: Payment | TimeEntry | Event | CheckIn) -> dict[str, Any]:
    """Return the role of a record, and whether it waits for one."""
    status = getattr(row, "status", RecordStatus.ASSIGNED)
    placed: dict[str, Any] = {"id": row.pk, "state": _STATE[RecordStatus(status)]}
    if row.role:
        role = row.role
        placed |= {"role": role.key, "role_name": role.name, "colour": role.colour}
    return placed


def _payment(row: Payment, zone: ZoneInfo) -> ListedRecord:  # noqa: ARG001  # as its siblings
    amount = Money.from_minor(row.amount_minor, row.currency).number
    return ListedRecord(
        row.booked_on,
        row.payer or row.counter_account,
        row.reference,
        amount=amount,
        currency=row.currency,
        **_placed(row),
    )


def _entry(row: TimeEntry, zone: ZoneInfo) -> ListedRecord:
    title = project_of(row.project, row.client, row.task, row.description)
    rest = [text for text in (row.client, row.task, row.description) if text]
    return ListedRecord(
        row.on,
        title,
        " · ".join(text for text in rest if text != title),
        hours=row.seconds / 3600,
        starts_at=_local(row.started_at, zone),
        ends_at=_local(row.ended_at, zone),
        **_placed(row),
    )


def _event(row: Event, zone: ZoneInfo) -> ListedRecord:
    hours = (row.ends_at - row.starts_at).total_seconds() / 3600
    return ListedRecord(
        row.on,
        row.title,
        " · ".join(filter(None, (row.location, row.calendar))),
        hours=None if row.is_all_day else hours,
        starts_at=None if row.is_all_day else _local(row.starts_at, zone),
        ends_at=None if row.is_all_day else _local(row.ends_at, zone),
        **_placed(row),
    )


def _check_in(row: CheckIn, zone: ZoneInfo) -> ListedRecord:  # noqa: ARG001  # as its siblings
    scores = (row.energy, row.meaning, row.growth, row.pressure)
    return ListedRecord(row.week_on, row.note, scores=scores, **_placed(row))


def _local(instant: datetime | None, zone: ZoneInfo) -> datetime | None:
    return instant.astimezone(zone) if instant else None


_LINES: dict[RecordKind, Callable[[Any, ZoneInfo], ListedRecord]] = {
    RecordKind.PAYMENTS: _payment,
    RecordKind.TIME: _entry,
    RecordKind.EVENTS: _event,
    RecordKind.CHECK_INS: _check_in,
}

"""One record of any kind as a list shows it."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from plait.accounts.models import Person
from plait.book.models import CheckIn, Event, Payment, TimeEntry
from plait.domain.money import Money
from plait.domain.record_list import ListedRecord
from plait.domain.records import RecordStatus
from plait.domain.rules import project_of
from plait.domain.selection import RecordKind, RecordState

STATUS = {
    RecordState.WAITING: RecordStatus.OPEN,
    RecordState.ASSIGNED: RecordStatus.ASSIGNED,
    RecordState.PRIVATE: RecordStatus.PRIVATE,
}
STATE = {status: state for state, status in STATUS.items()}

Row = Payment | TimeEntry | Event | CheckIn


def line_of(kind: RecordKind, row: Row, viewer: Person) -> ListedRecord:
    """Return one record as a list shows it."""
    return _LINES[kind](row, ZoneInfo(viewer.timezone))


def lines_of(
    kind: RecordKind, rows: Iterable[Row], viewer: Person
) -> tuple[ListedRecord, ...]:
    """Return records as a list shows them."""
    zone, line = ZoneInfo(viewer.timezone), _LINES[kind]
    return tuple(line(row, zone) for row in rows)


def _placed(row: Row) -> dict[str, Any]:
    """Return the role of a record, and whether it waits for one."""
    status = getattr(row, "status", RecordStatus.ASSIGNED)
    placed: dict[str, Any] = {"id": row.pk, "state": STATE[RecordStatus(status)]}
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
        account=str(row.account) if row.account else "",
        source=row.source,
        kind=row.kind,
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
        source=row.source,
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
        source=row.calendar,
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

"""Writing Plait's own tables; `formats.plait.tables` reads them back the same."""

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

from plait.domain.records import BankLine, EventLine, TimeLine
from plait.formats.plait.cells import (
    TABLES,
    safe,
    written_fingerprint,
    written_instant,
    written_yes,
)

_PLACED = ("status", "role", "by_rule")
PAYMENTS = (
    *(TABLES["payments"], "booked_on", "amount_minor", "currency", "payer"),
    *("counter_account", "reference", "account", "bank_id", "source", *_PLACED),
    *("booking_id", "kind", "share", "parts"),
)
TIME = (
    *(TABLES["time"], "on", "seconds", "started_at", "ended_at", "client", "project"),
    *("task", "description", "tags", "billable", "person", *_PLACED, "also_for"),
    *("source", "tracker_id", "on_call", "zone"),
    "edited",
)
EVENTS = (
    *(TABLES["events"], "on", "starts_at", "ends_at", "all_day", "busy", "title"),
    *("calendar", "location", "uid", "occurrence", "superseded", *_PLACED),
)

Placed = BankLine | TimeLine | EventLine


def write_payments(file: TextIO, lines: Iterable[BankLine]) -> int:
    """Write payments, one a row; return how many."""
    return _write(file, PAYMENTS, map(_payment, lines))


def write_time(file: TextIO, lines: Iterable[TimeLine]) -> int:
    """Write time entries, one a row; return how many."""
    return _write(file, TIME, map(_time, lines))


def write_events(file: TextIO, lines: Iterable[EventLine]) -> int:
    """Write calendar occurrences, one a row; return how many."""
    return _write(file, EVENTS, map(_event, lines))


def _write(
    file: TextIO, heading: Sequence[str], rows: Iterable[Sequence[object]]
) -> int:
    # With these line ends the csv module quotes a text that holds a lone \r too.
    out = csv.writer(file, lineterminator="\r\n")
    out.writerow(heading)
    n = 0
    for row in rows:
        out.writerow(row)
        n += 1
    return n


def _payment(line: BankLine) -> Sequence[object]:
    return (
        written_fingerprint(line.fingerprint),
        line.booked_on.isoformat(),
        line.amount_minor,
        line.currency,
        safe(line.payer),
        safe(line.counter_account),
        safe(line.reference),
        safe(line.account),
        safe(line.bank_id),
        safe(line.source),
        *_placed(line),
        safe(line.booking_id),
        line.kind,
        "" if line.share is None else line.share,
        " ".join(f"{role}:{minor}" for role, minor in line.parts),
    )


def _time(line: TimeLine) -> Sequence[object]:
    return (
        written_fingerprint(line.fingerprint),
        line.on.isoformat(),
        line.seconds,
        written_instant(line.started_at),
        written_instant(line.ended_at),
        safe(line.client),
        safe(line.project),
        safe(line.task),
        safe(line.description),
        safe(line.tags),
        written_yes(line.is_billable),
        safe(line.person),
        *_placed(line),
        line.also_for,
        safe(line.source),
        safe(line.tracker_id),
        written_yes(line.is_on_call or None),
        safe(line.zone),
        line.edited.replace(",", " "),
    )


def _event(line: EventLine) -> Sequence[object]:
    return (
        written_fingerprint(line.fingerprint),
        (line.on or line.starts_at.date()).isoformat(),
        written_instant(line.starts_at),
        written_instant(line.ends_at),
        written_yes(line.is_all_day),
        written_yes(line.is_busy),
        safe(line.title),
        safe(line.calendar),
        safe(line.location),
        safe(line.uid),
        safe(line.occurrence),
        written_yes(line.is_superseded),
        *_placed(line),
    )


def _placed(line: Placed) -> tuple[str, str, str]:
    return line.status.name.lower(), line.role, written_yes(line.is_by_rule)

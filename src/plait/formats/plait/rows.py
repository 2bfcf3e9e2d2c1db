"""One row of each of Plait's own tables, as the line it was exported from."""

from datetime import date
from typing import Any

from plait.domain.payment_kinds.kinds import PaymentKind
from plait.domain.records import BankLine, EventLine, RecordStatus, TimeLine
from plait.formats import values
from plait.formats.plait import cells
from plait.formats.plait.cells import unsafe
from plait.formats.rows import Heading, Row
from plait.formats.values import BadValue

_LONGEST_EDITED = 200
_LONGEST_SECONDS = 2**31 - 1
_WHOLE = 1000
# What earlier exports call a column.
_RENAMED = {"standing": "status"}


class _Rows:
    """Where each column stands; what every table has."""

    def __init__(self, heading: Heading) -> None:
        self._at = {
            _RENAMED.get(name, name): position
            for position, name in enumerate(heading.columns)
        }
        self._need = heading.need

    def _cell(self, row: Row, name: str) -> str:
        position = self._at.get(name)
        return row[self._need(name) if position is None else position]

    def _text(self, row: Row, name: str) -> str:
        return unsafe(self._cell(row, name))

    def _later(self, row: Row, name: str) -> str:
        """Return the text of a column that earlier exports do not have."""
        position = self._at.get(name)
        return "" if position is None else unsafe(row[position])

    def _day(self, row: Row, name: str) -> date:
        return values.day(self._cell(row, name), "%Y-%m-%d")

    def _placed(self, row: Row) -> dict[str, Any]:
        """Return what every record tells of its place and of itself."""
        word, role = self._cell(row, "status"), self._cell(row, "role")
        if word not in _STATUSES or (word == "assigned") != bool(role):
            raise BadValue(
                "Status and role contradict each other",
                value=f"{word} {role}".strip(),
                fix="Write open, private, or assigned with the key of a role.",
            )
        return {
            "role": role,
            "status": _STATUSES[word],
            "is_by_rule": bool(cells.yes(self._cell(row, "by_rule"))),
            "fingerprint": cells.fingerprint(row[0]),
        }


_STATUSES = {status.name.lower(): status for status in RecordStatus}


class PaymentRow(_Rows):
    """A row of payments.csv."""

    def line(self, number: int, row: Row) -> BankLine:
        """Return the payment."""
        return BankLine(
            line=number,
            booked_on=self._day(row, "booked_on"),
            amount_minor=cells.whole(self._cell(row, "amount_minor")),
            currency=values.currency_code(self._cell(row, "currency")),
            payer=self._text(row, "payer"),
            counter_account=self._text(row, "counter_account"),
            reference=self._text(row, "reference"),
            account=self._text(row, "account"),
            bank_id=self._text(row, "bank_id"),
            source=self._text(row, "source")[:40],
            booking_id=self._later(row, "booking_id")[:200],
            kind=_kind(self._later(row, "kind")),
            share=_share(self._later(row, "share")),
            parts=tuple(_part(one) for one in self._later(row, "parts").split()),
            **self._placed(row),
        )


def _kind(text: str) -> str:
    if text and text not in set(PaymentKind):
        raise BadValue(
            "There is no such kind of payment",
            value=text,
            fix=f"Write one of {', '.join(PaymentKind)}, or nothing.",
        )
    return text


def _share(text: str) -> int | None:
    if not text:
        return None
    share = cells.whole(text)
    if not 0 <= share <= _WHOLE:
        raise BadValue(
            "A share lies between nothing and all",
            value=text,
            fix="Write it in thousandths, such as 500 for half.",
        )
    return share


def _part(text: str) -> tuple[str, int]:
    role, colon, minor = text.rpartition(":")
    if not colon or not role:
        raise BadValue(
            "This is no part of a payment",
            value=text,
            fix="Write the key of a role and the amount, such as board:30000.",
        )
    return role, cells.whole(minor)


class TimeRow(_Rows):
    """A row of time.csv."""

    def line(self, number: int, row: Row) -> TimeLine:
        """Return the time entry."""
        seconds = cells.whole(self._cell(row, "seconds"))
        if not 0 <= seconds <= _LONGEST_SECONDS:
            raise BadValue(
                "This is not a length of time",
                value=str(seconds),
                fix="Write the seconds that were given.",
            )
        started, ended = (self._cell(row, n) for n in ("started_at", "ended_at"))
        return TimeLine(
            line=number,
            on=self._day(row, "on"),
            seconds=seconds,
            started_at=cells.instant(started) if started else None,
            ended_at=cells.instant(ended) if ended else None,
            client=self._text(row, "client"),
            project=self._text(row, "project"),
            task=self._text(row, "task"),
            description=self._text(row, "description"),
            tags=self._text(row, "tags"),
            is_billable=cells.yes(self._cell(row, "billable")),
            person=self._text(row, "person"),
            also_for=self._cell(row, "also_for"),
            source=self._later(row, "source")[:40],
            tracker_id=self._later(row, "tracker_id")[:100],
            is_on_call=cells.yes(self._later(row, "on_call")) is True,
            zone=self._later(row, "zone")[:64],
            edited=",".join(self._later(row, "edited").split())[:_LONGEST_EDITED],
            **self._placed(row),
        )


class EventRow(_Rows):
    """A row of events.csv."""

    def line(self, number: int, row: Row) -> EventLine:
        """Return the occurrence."""
        starts_at = cells.instant(self._cell(row, "starts_at"))
        ends_at = cells.instant(self._cell(row, "ends_at"))
        if ends_at < starts_at:
            raise BadValue(
                "This event ends before it starts",
                value=f"{starts_at} to {ends_at}",
                fix="Correct one of the two instants.",
            )
        return EventLine(
            line=number,
            uid=self._text(row, "uid"),
            occurrence=self._text(row, "occurrence"),
            starts_at=starts_at,
            ends_at=ends_at,
            is_all_day=bool(cells.yes(self._cell(row, "all_day"))),
            title=self._text(row, "title"),
            calendar=self._text(row, "calendar"),
            location=self._text(row, "location"),
            is_busy=bool(cells.yes(self._cell(row, "busy"))),
            on=self._day(row, "on"),
            is_superseded=bool(cells.yes(self._cell(row, "superseded"))),
            **self._placed(row),
        )

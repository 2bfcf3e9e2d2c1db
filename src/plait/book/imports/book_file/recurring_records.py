"""What recurs, from a file."""

from datetime import date
from typing import Any

from plait.book.imports.book_file.record_common import RecordIntake
from plait.book.models import Recurring
from plait.book.operations.recurring import RecurringEntry, add_recurring
from plait.domain.errors import BadValue
from plait.domain.money import Money
from plait.domain.payment_kinds.kinds import PaymentKind
from plait.domain.recurring import Recurrence
from plait.domain.schemas.book_records import RecurringRecord


class RecurringIntake(RecordIntake[RecurringRecord]):
    """Takes what recurs; known is what is alike in all but when it ends."""

    kind = "recurring"
    model = Recurring

    def _names(self, entry: RecurringRecord) -> tuple[object, ...]:
        return (
            *(entry.starts_on, entry.rhythm, entry.every, entry.role or None),
            *(entry.amount_minor, entry.currency, entry.seconds),
            *(entry.payer, entry.text),
        )

    def _add(self, entry: RecurringRecord) -> None:
        minor = entry.amount_minor
        when = Recurrence(
            entry.starts_on,
            entry.rhythm,
            entry.every,
            entry.ends_on,
            tuple(map(_day, entry.except_on)),
        )
        amount = None
        if minor is not None:
            currency = entry.currency or self.viewer.currency
            amount = Money.from_minor(minor, currency)
        add_recurring(
            viewer=self.viewer,
            entry=RecurringEntry(
                when=when,
                role=self._role_or_none(entry.role),
                amount=amount,
                seconds=entry.seconds,
                payer=entry.payer,
                text=entry.text,
                kind=_kind(entry.payment_kind),
            ),
            batch=self.batch,
        )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadValue(
            "This is not a date", value=text, fix="Write it as 2026-06-30."
        ) from None


def _kind(text: str) -> PaymentKind | None:
    if not text:
        return None
    try:
        return PaymentKind(text)
    except ValueError:
        raise BadValue(
            "No payment is of this kind",
            value=text,
            fix=f"Choose one of: {', '.join(PaymentKind)}.",
        ) from None


INTAKES: dict[type, Any] = {RecurringRecord: RecurringIntake}

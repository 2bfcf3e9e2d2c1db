"""The first rows of a file as they would come in, for a preview."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from plait.domain.records import BankLine, EventLine, Line, TimeLine

MOST = 5


class FirstRow(NamedTuple):
    """A row as it would come in: money or time, whose, for what.

    `amount_minor` with its `currency` of a payment (money in is positive), `seconds`
    of time; `who` is the payer, or the client and project; `account` is empty where
    the file names none.
    """

    on: date
    amount_minor: int | None = None
    currency: str = ""
    seconds: int | None = None
    who: str = ""
    text: str = ""
    account: str = ""


def first_rows(lines: Iterable[Line]) -> Iterator[FirstRow]:
    """Yield what lines are, of those that are money or time."""
    for line in lines:
        match line:
            case BankLine():
                yield FirstRow(
                    line.booked_on,
                    line.amount_minor,
                    line.currency,
                    who=line.payer,
                    text=line.reference,
                    account=line.account,
                )
            case TimeLine():
                who = ", ".join(name for name in (line.client, line.project) if name)
                yield FirstRow(
                    line.on, seconds=line.seconds, who=who, text=line.description
                )
            case EventLine():
                seconds = round((line.ends_at - line.starts_at).total_seconds())
                day = line.on or line.starts_at.date()
                yield FirstRow(day, seconds=seconds, who=line.calendar, text=line.title)

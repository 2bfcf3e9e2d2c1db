"""What to put by of what came in, by the person's own share, payment by payment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plait.analysis.obligations.days import quarter_of, year_of
from plait.analysis.obligations.receipts import Receipt, Receipts, to_the_cent, total
from plait.domain.period import Period
from plait.reference.obligations.rules import Pack


@dataclass(frozen=True, slots=True)
class SetAsidePart:
    """What came in over a stretch and what to put by of it."""

    received: Decimal
    set_aside: Decimal


@dataclass(frozen=True, slots=True)
class StreamSetAside:
    """A role's money over the tax year, its quarter, and since the last deadline.

    `role` is None for all roles together; `since` is None without a deadline before.
    """

    role: int | None
    year: SetAsidePart
    quarter: SetAsidePart
    since: SetAsidePart | None


@dataclass(frozen=True, slots=True)
class SetAside:
    """What to put by of income on one's own account, from which no tax was taken.

    `rate` is a share of one. `deadline` is the last day that tax had to be paid.
    """

    rate: Decimal
    currency: str
    year: Period
    quarter: Period
    deadline: date | None
    streams: tuple[StreamSetAside, ...]
    together: StreamSetAside


def set_aside(
    receipts: Receipts, rate: Decimal, pack: Pack, on: date, deadline: date | None
) -> SetAside:
    """Return what to put by per stream; each payment's part is rounded by itself."""
    year, quarter = year_of(on, pack.year_starts), quarter_of(on, pack.quarter_starts)
    first = min(filter(None, (year.start, deadline)))
    each = [r for r in receipts.each if first <= r.on <= on and not r.is_fee]

    def of(role: int | None) -> StreamSetAside:
        mine = [one for one in each if role is None or one.role == role]
        since = [one for one in mine if deadline and one.on > deadline]
        return StreamSetAside(
            role=role,
            year=_part((one for one in mine if one.on in year), rate, pack),
            quarter=_part((one for one in mine if one.on in quarter), rate, pack),
            since=_part(since, rate, pack) if deadline else None,
        )

    roles = sorted({one.role for one in each})
    streams = tuple(of(role) for role in roles)
    return SetAside(rate, pack.currency, year, quarter, deadline, streams, of(None))


def _part(each: Iterable[Receipt], rate: Decimal, pack: Pack) -> SetAsidePart:
    amounts = [one.amount for one in each]
    parts = (to_the_cent(amount * rate, pack.currency) for amount in amounts)
    return SetAsidePart(total(amounts), total(parts))

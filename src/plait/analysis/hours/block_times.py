"""When agreed blocks fall: the blocks of every role, day by day, as instants."""

from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from plait.domain.blocks import Block
from plait.domain.portfolio import Portfolio

_DAY = timedelta(days=1)


class BlockTime(NamedTuple):
    """One occurrence of an agreed block, in seconds since 1970, UTC."""

    starts: int
    ends: int
    role: int
    block: Block


def block_times(portfolio: Portfolio, day: date, n_days: int) -> list[BlockTime]:
    """Return the blocks that begin on each of the days, in order of their starts.

    Each day has those of the terms that hold on it; days off are not left out.
    """
    zone = ZoneInfo(portfolio.person.timezone)
    days = [day + n * _DAY for n in range(n_days)]
    with_blocks = [
        (index, role)
        for index, role in enumerate(portfolio.roles)
        if any(terms.blocks for terms in role.agreements)
    ]
    found = []
    for index, role in with_blocks:
        for on in filter(role.is_held_on, days):
            terms = role.agreement_on(on)
            blocks = terms.blocks if terms else ()
            found += [
                _on(on, b, index, zone) for b in blocks if b.weekday == on.weekday()
            ]
    return sorted(found)


def _on(day: date, block: Block, role: int, zone: ZoneInfo) -> BlockTime:
    next_day = day if block.ends > block.starts else day + _DAY
    starts = datetime.combine(day, block.starts, zone).timestamp()
    ends = datetime.combine(next_day, block.ends, zone).timestamp()
    return BlockTime(int(starts), int(ends), role, block)

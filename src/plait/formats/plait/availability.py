"""What a Plait book file tells of leave, seasons, overheads and agreed blocks."""

from collections.abc import Iterator

from plait.domain.availability import AbsenceKind, OverheadKind, Season
from plait.domain.blocks import (
    MOST_BLOCKS,
    BadBlock,
    Block,
    blocks_as_text,
    blocks_from,
    overlap_in,
)
from plait.domain.book_records import AbsenceRecord, OverheadRecord, SeasonRecord
from plait.domain.period import Period
from plait.formats.plait import fields
from plait.formats.plait.fields import Entry
from plait.formats.values import BadValue

_WEEK_HOURS = 168
_LONGEST_BLOCKS = 1_000


def absence(where: str, entry: Entry) -> Iterator[AbsenceRecord]:
    """Yield days away; they have an end, and without a role they are from all."""
    fields.only(entry, ("kind", "from", "to", "role", "note"))
    yield AbsenceRecord(
        where,
        kind=fields.choice(entry, "kind", AbsenceKind, AbsenceKind.LEAVE),
        period=_ended(entry),
        role=fields.key(entry, "role", needed=False),
        note=fields.text(entry, "note", 200),
    )


def season(where: str, entry: Entry) -> Iterator[SeasonRecord]:
    """Yield a stretch with other hours to give."""
    fields.only(entry, ("from", "to", "hours"))
    hours = fields.needed_number(entry, "hours", _WEEK_HOURS)
    yield SeasonRecord(where, Season(_ended(entry), hours))


def overhead(where: str, entry: Entry) -> Iterator[OverheadRecord]:
    """Yield hours a week of travel, admin or rest."""
    fields.only(entry, ("kind", "from", "to", "hours", "role"))
    start, end = fields.needed_day(entry, "from"), fields.day(entry, "to")
    fields.in_order(start, end)
    yield OverheadRecord(
        where,
        kind=fields.choice(entry, "kind", OverheadKind),
        period=Period(start, end),
        hours=fields.needed_number(entry, "hours", _WEEK_HOURS),
        role=fields.key(entry, "role", needed=False),
    )


def _ended(entry: Entry) -> Period:
    start, end = fields.needed_day(entry, "from"), fields.needed_day(entry, "to")
    fields.in_order(start, end)
    return Period(start, end)


def blocks(entry: Entry) -> tuple[Block, ...]:
    """Return the agreed days and times of terms, each once."""
    told = fields.text(entry, "blocks", _LONGEST_BLOCKS)
    try:
        found = tuple(sorted(set(blocks_from(told))))
    except BadBlock as bad:
        raise BadValue(bad.what, value=bad.value, fix=bad.fix) from None
    both = overlap_in(found)
    if both:
        raise BadValue(
            "Two of the agreed blocks overlap",
            value=blocks_as_text(both),
            fix="Let the second begin where the first ends.",
        )
    if len(found) > MOST_BLOCKS:
        raise BadValue(
            "These are more blocks than a week is agreed in",
            value=str(len(found)),
            fix="Write at most 50 of them.",
        )
    return found

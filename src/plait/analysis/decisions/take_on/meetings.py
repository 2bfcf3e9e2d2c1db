"""What agreed days of a new or changed role meet: other roles' blocks and events."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np

from plait.analysis.decisions.take_on.variant import Variant, as_if, index_of
from plait.analysis.hours.block_times import BlockTime, block_times
from plait.analysis.hours.clashes.clashes import Clash, ClashKind, clashes
from plait.analysis.hours.free_days import whole_days_off
from plait.domain.columns import NO_ROLE, Bools, Events
from plait.domain.portfolio import Portfolio
from plait.domain.records import RecordStatus

_DAYS = 84
_AT_ONCE = {ClashKind.OVERLAP, ClashKind.OUTSIDE}
_LAST = date.max - timedelta(days=2 * _DAYS)


@dataclass(frozen=True, slots=True)
class Meeting:
    """Agreed days against something else at the same time.

    `role` is whose that is, None for an event of no role; `title` its event's, ""
    where the agreed hours of both overlap. Of what recurs this is the first, with how
    often in all, and the start of the last; times are in UTC.
    """

    role: int | None
    title: str
    starts_at: datetime
    minutes: float
    count: int
    last_at: datetime


def meetings(portfolio: Portfolio, variant: Variant) -> tuple[Meeting, ...]:
    """Return what the variant's new days would meet in the twelve weeks from it.

    They are set among the calendar's events, days off left out, so that an event of
    another role within them is found. What meets without the variant is left out, and
    so are journeys: where agreed days are spent is not known.
    """
    if variant.terms is None or not variant.terms.blocks:
        return ()
    start = min(max(portfolio.on, variant.start), _LAST)
    changed = replace(_with_new_days(portfolio, variant), on=start)
    index = index_of(portfolio, variant)
    own = _own_times(changed, start, index)
    if not own:
        return ()
    events, is_own = _with(changed.events, own)
    found = clashes(replace(changed, events=events), _DAYS)
    return tuple(
        _meeting(clash, index, events, is_own)
        for clash in found
        if index in clash.roles and _is_of_days(clash, is_own)
    )


def _with_new_days(portfolio: Portfolio, variant: Variant) -> Portfolio:
    """Return the changed portfolio, the role with only those days that are new to it."""
    if variant.terms is None or variant.role is None:
        return as_if(portfolio, variant)
    before = portfolio.roles[variant.role].agreement_on(variant.start)
    held = before.blocks if before else ()
    new = tuple(block for block in variant.terms.blocks if block not in held)
    terms = replace(variant.terms, blocks=new)
    return as_if(portfolio, replace(variant, terms=terms))


def _own_times(changed: Portfolio, start: date, index: int) -> list[BlockTime]:
    """Return when the role's new days are, without its days off."""
    zone = ZoneInfo(changed.person.timezone)
    days = np.datetime64(start, "D") + np.arange(_DAYS)
    is_free = whole_days_off(changed, days)[:, index]
    return [
        one
        for one in block_times(changed, start, _DAYS)
        if one.role == index
        and not is_free[(datetime.fromtimestamp(one.starts, zone).date() - start).days]
    ]


def _with(events: Events, own: list[BlockTime]) -> tuple[Events, Bools]:
    """Return the events with the days among them, and which ones those are."""
    n, zeros = len(own), np.zeros(len(own), dtype=np.int64)
    starts = np.array([one.starts for one in own], dtype="datetime64[s]")
    added = {
        "on": starts.astype("datetime64[D]"),
        "starts_at": starts,
        "ends_at": np.array([one.ends for one in own], dtype="datetime64[s]"),
        "is_all_day": zeros.astype(bool),
        "is_busy": ~zeros.astype(bool),
        "role": np.array([one.role for one in own], dtype=np.int16),
        "status": np.full(n, RecordStatus.ASSIGNED, dtype=np.int8),
        "fingerprint": zeros,
        "title": np.full(n, len(events.titles)),
        "place": np.full(n, len(events.places)),
    }
    both = {
        name: np.concatenate([getattr(events, name), column])
        for name, column in added.items()
    }
    order = np.argsort(both["starts_at"], kind="stable")
    columns = {name: column[order] for name, column in both.items()}
    titles, places = (*events.titles, ""), (*events.places, "")
    found = Events(**columns, titles=titles, places=places)
    return found, order >= len(events.on)


def _is_of_days(clash: Clash, is_own: Bools) -> bool:
    if clash.kind is ClashKind.BLOCKS:
        return True
    return clash.kind in _AT_ONCE and bool(is_own[list(clash.events)].any())


def _meeting(clash: Clash, index: int, events: Events, is_own: Bools) -> Meeting:
    other = next(role for role in clash.roles if role != index)
    theirs = [event for event in clash.events if not is_own[event]]
    return Meeting(
        role=None if other == NO_ROLE else other,
        title=events.titles[events.title[theirs[0]]] if theirs else "",
        starts_at=clash.starts_at,
        minutes=clash.minutes,
        count=clash.count,
        last_at=clash.last_at,
    )

"""Which past events could be logged as time of a role."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from plait.analysis.hours.unlogged_events import unlogged_events
from plait.domain.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class UnloggedEvent:
    """A past event of a role for which no time is logged; `fingerprint` names it."""

    fingerprint: int
    title: str
    role: str
    role_name: str
    colour: int
    starts_at: datetime
    ends_at: datetime


def unlogged_answer(
    portfolio: Portfolio, answered: Collection[int], now: datetime
) -> tuple[UnloggedEvent, ...]:
    """Return the events not logged yet; `answered` are fingerprints of those settled."""
    until = now.astimezone(UTC).replace(tzinfo=None)
    found = unlogged_events(portfolio, frozenset(answered), until)
    return tuple(_event(portfolio, index) for index in found)


def _event(portfolio: Portfolio, index: int) -> UnloggedEvent:
    events = portfolio.events
    role = portfolio.roles[int(events.role[index])]
    return UnloggedEvent(
        fingerprint=int(events.fingerprint[index]),
        title=events.titles[events.title[index]] or role.name,
        role=role.key,
        role_name=role.name,
        colour=role.colour,
        starts_at=datetime.fromisoformat(f"{events.starts_at[index]}+00:00"),
        ends_at=datetime.fromisoformat(f"{events.ends_at[index]}+00:00"),
    )

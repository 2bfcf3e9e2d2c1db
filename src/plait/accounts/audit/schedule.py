"""The day's work: signing how far each chain is."""

from collections.abc import Iterator
from datetime import datetime

from plait.accounts.audit.heads import AUDIT_HEADS, EVERY
from plait.jobs.kinds import JobKind, Planned, register


def register_kinds() -> None:
    """Let the chains be signed once a day."""
    here = "plait.accounts.audit"
    register(
        JobKind(
            AUDIT_HEADS,
            f"{here}.heads:sign",
            every=EVERY,
            missing=f"{here}.schedule:unplanned",
            needs_book=False,
        )
    )


def unplanned(now: datetime) -> Iterator[Planned]:
    """Yield the one job of the server, which comes again each day."""
    yield Planned(0, "", now)

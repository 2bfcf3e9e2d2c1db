"""What a tracker's client looks like: how many hours, since when, what for."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from plait.analysis.inbox.roles import words
from plait.domain.proposals.role_evidence import ClientRecords
from plait.domain.roles import RoleKind
from plait.domain.rules import plain

# Less than this was an afternoon, not a role.
LEAST_HOURS = 5.0
_LEAST_DAYS = 3
# The mean a week is of the last quarter that has hours: terms seen are those of now.
_WEEKS = 13
# A tracker holds more than work: rest, and what one does at home.
_NO_WORK = re.compile(
    r"\b(privat?e?|private|personal|prive|sport|gym|vrij|pauze|break|lunch|urlaub"
    r"|vakantie|holiday|leave|verlof|ziek|sick|krank|lezen|reading|huishouden)\b"
)


@dataclass(frozen=True, slots=True)
class Given:
    """Hours given to a client; `hours_a_week` is a mean of the last 13 weeks of them."""

    kind: RoleKind | None
    hours: float
    hours_a_week: float
    first_on: date
    last_on: date


def given_of(records: ClientRecords) -> Given | None:
    """Return the hours given to a client, None where it is too little to be a role."""
    hours = sum(records.seconds) / 3600
    name = plain(" ".join((records.client, *records.projects[:1])))
    is_little = hours < LEAST_HOURS or len(set(records.days)) < _LEAST_DAYS
    if is_little or _NO_WORK.search(name):
        return None
    return Given(
        kind=words.kind_in(f"{records.client} {' '.join(records.projects)}"),
        hours=hours,
        hours_a_week=_a_week(records),
        first_on=records.days[0],
        last_on=records.days[-1],
    )


def _a_week(records: ClientRecords) -> float:
    last = records.days[-1]
    since = max(last - timedelta(weeks=_WEEKS), records.days[0] - timedelta(days=1))
    pairs = zip(records.days, records.seconds, strict=True)
    given = sum(seconds for day, seconds in pairs if day > since)
    weeks = max(1.0, (last - since).days / 7)
    return given / 3600 / weeks

"""A calendar worked out into the occurrences of one year, in two ways.

    python -m bench.calendars.expand plait FILE.ics
    python -m bench.calendars.expand plain FILE.ics      recurring-ical-events, used plainly

Each prints how many occurrences there are and a checksum of their starts.
"""

import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

FIRST, END = date(2026, 1, 1), date(2027, 1, 1)
ZONE = ZoneInfo("Europe/Amsterdam")


def main() -> None:
    """Work a file out the way that was asked for."""
    way, file = sys.argv[1:]
    starts = {"plait": _plait, "plain": _plain}[way](Path(file))
    told = sorted(start.isoformat() for start in starts)
    print(len(told), sha256("\n".join(told).encode()).hexdigest())


def _plait(file: Path) -> Iterable[datetime]:
    from plait.domain.records import EventLine
    from plait.formats.calendars import ics
    from plait.formats.source import Options, Source

    today = END - timedelta(days=ics.HORIZON_DAYS)
    options = Options(today=today, timezone=ZONE)
    for line in ics.read(Source(file.name, file), options):
        if isinstance(line, EventLine):
            yield line.starts_at.astimezone(UTC)


def _plain(file: Path) -> Iterable[datetime]:
    import icalendar
    import recurring_ical_events

    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    for event in recurring_ical_events.of(calendar).between(FIRST, END):
        yield event["DTSTART"].dt.astimezone(UTC)


if __name__ == "__main__":
    main()

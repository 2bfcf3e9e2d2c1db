"""20,000 calendar events, a tenth of them recurring, worked out for a year."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from bench.calendars.expand import FIRST
from bench.measured import Stage, measure, ratio
from bench.programs import PLAIT, WORK
from bench.report import Target, stages

N_EVENTS = 20_000
_A_TENTH = 10
_RULES = (
    "FREQ=WEEKLY;BYDAY=MO,TH",
    "FREQ=WEEKLY;INTERVAL=2",
    "FREQ=MONTHLY;BYDAY=2TU",
    "FREQ=DAILY;COUNT=20",
    "FREQ=MONTHLY;BYMONTHDAY=15;COUNT=9",
)
_ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE"""


class Calendars:
    """The calendar file, and both ways to work it out, as whole processes."""

    def __init__(self) -> None:
        self.file = WORK / "year.ics"
        python = PLAIT / "python"
        self.ours, self.plain = (
            Stage(
                name,
                [python, "-m", "bench.calendars.expand", way, self.file],
                WORK / f"year-{way}.txt",
            )
            for name, way in (
                ("Plait's reader", "plait"),
                ("recurring-ical-events, used plainly", "plain"),
            )
        )

    def measure(self, rounds: int) -> None:
        """Write the file and run both in turns; raise if their answers differ."""
        write(self.file)
        measure([self.ours, self.plain], rounds)
        ours, plain = (s.answer.read_text() for s in (self.ours, self.plain))
        if ours != plain:
            raise ValueError(f"the occurrences differ: {ours} and {plain}")

    def targets(self) -> Iterator[Target]:
        """Yield how much faster Plait's reader is; only that it is not slower counts."""
        times = ratio([self.ours], [self.plain])
        what = "20,000 events worked out for a year, against the library alone"
        yield Target(what, "≥ 1 ×", str(times), times.wall >= 1)

    def lines(self) -> Iterator[str]:
        """Yield the table."""
        n = self.ours.answer.read_text().split()[0]
        yield f"### {N_EVENTS:,} calendar events, {int(n):,} occurrences in a year\n"
        yield from stages([self.ours, self.plain])


def write(file: Path) -> None:
    """Write the calendar: all events begin within the year, some repeat in it."""
    rng = Random("a year of events")
    file.parent.mkdir(parents=True, exist_ok=True)
    events = "\n".join(_event(number, rng) for number in range(N_EVENTS))
    head = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Bench//EN"
    text = f"{head}\n{_ZONE}\n{events}\nEND:VCALENDAR\n"
    file.write_bytes(text.replace("\n", "\r\n").encode())


def _event(number: int, rng: Random) -> str:
    start = datetime.combine(FIRST, datetime.min.time()) + timedelta(
        days=rng.randrange(364), minutes=15 * rng.randrange(32, 72)
    )
    end = start + timedelta(minutes=15 * rng.randrange(1, 13))
    lines = [
        "BEGIN:VEVENT",
        f"UID:{number}@bench.example",
        "DTSTAMP:20260101T000000Z",
        f"DTSTART;TZID=Europe/Amsterdam:{start:%Y%m%dT%H%M%S}",
        f"DTEND;TZID=Europe/Amsterdam:{end:%Y%m%dT%H%M%S}",
        f"SUMMARY:Meeting {number % 400}",
    ]
    if number % _A_TENTH == 0:
        lines.append(f"RRULE:{rng.choice(_RULES)}")
        skipped = start + timedelta(days=14)
        lines.append(f"EXDATE;TZID=Europe/Amsterdam:{skipped:%Y%m%dT%H%M%S}")
    return "\n".join([*lines, "END:VEVENT"])

"""Two calendars: her own with the charity's evenings, and the practice's Outlook."""

from datetime import date, timedelta

from generator.calendars.ics import (
    AMSTERDAM,
    LONDON,
    WEST,
    all_day,
    calendar,
    cancelled,
    event,
    moved,
    series,
)
from generator.calendars.zones import EUROPE_AMSTERDAM, EUROPE_LONDON, OUTLOOK_WEST
from generator.diary import (
    CANCELLED_MEETING,
    MOVED_MEETING,
    START,
    board_meetings,
    days,
    is_free,
    leaves,
    public_holidays,
)

PRACTICE_CALENDAR = "Praktijk De Linde"
PRIVATE_CALENDAR = "Marit"


def own_calendar() -> bytes:
    """Return her calendar: Olson zones, moved, cancelled and skipped evenings."""
    meetings = sorted({*board_meetings(), CANCELLED_MEETING, MOVED_MEETING[0]})
    planned = [d for d in meetings if d != MOVED_MEETING[1]]
    board = ("board", "Bestuursvergadering Buurtvonk", planned[0])
    off = [date(y, m, 1) for y in (2024, 2025, 2026) for m in (7, 8)]
    events = [
        series(board, (19, 30), 120, "FREQ=MONTHLY;BYDAY=2TU", _tuesdays(off)),
        moved(board, MOVED_MEETING[0], MOVED_MEETING[1], (19, 30), 120),
        cancelled(board, CANCELLED_MEETING, (19, 30), 120),
        _mentoring(),
        *_seminars(),
        series(
            ("run", "Hardlopen met Jitske", date(2023, 11, 25)),
            (8, 0),
            45,
            "FREQ=WEEKLY;BYDAY=SA",
            [d for d in days() if d.weekday() == 5 and is_free(d)],
        ),
        all_day("mum", "Verjaardag mam", date(2023, 12, 5), 1, "FREQ=YEARLY"),
        *[
            all_day(f"away{a:%y%m}", "Vakantie", a, (b - a).days + 1)
            for a, b in leaves()
        ],
        *_appointments(),
    ]
    head = ("-//Wolkenlucht//Agenda 4.2//NL", PRIVATE_CALENDAR, AMSTERDAM)
    return calendar(head, [EUROPE_AMSTERDAM, EUROPE_LONDON], events)


def _tuesdays(months: list[date]) -> list[date]:
    """Return the second Tuesdays on which the series skips a meeting."""
    return [m + timedelta((1 - m.weekday()) % 7 + 7) for m in months]


def _mentoring() -> str:
    skipped = [d for d in days() if d.weekday() == 3 and is_free(d)]
    told = ("mentoring", "Mentorgesprek", date(2023, 11, 23))
    return series(told, (17, 15), 60, "FREQ=WEEKLY;BYDAY=TH", skipped)


def _seminars() -> list[str]:
    """Return the university's hour, in London's time: an hour later in Utrecht."""
    terms = (
        (date(2023, 11, 22), date(2023, 12, 20)),
        (date(2024, 1, 10), date(2024, 7, 10)),
        (date(2024, 9, 4), date(2024, 12, 18)),
        (date(2025, 1, 8), date(2025, 7, 9)),
        (date(2025, 9, 3), date(2025, 12, 17)),
        (date(2026, 1, 7), date(2026, 7, 8)),
        (date(2026, 9, 2), date(2026, 11, 18)),
    )
    events = []
    for first, last in terms:
        told = (f"seminar{first:%y%m}", "Seminar Leading Change", first)
        rule = f"FREQ=WEEKLY;COUNT={(last - first).days // 7 + 1}"
        events.append(series(told, (18, 30), 90, rule, [], zone=LONDON))
    return events


def _appointments() -> list[str]:
    """Single ones: in UTC, without a zone, all day, and one that was called off."""
    return [
        event("dentist1", "Tandarts", "DTSTART:20240513T071500Z", "DURATION:PT30M"),
        event("dentist2", "Tandarts", "DTSTART:20250520T071500Z", "DURATION:PT30M"),
        event("dentist3", "Tandarts", "DTSTART:20260611T071500Z", "DURATION:PT30M"),
        event(
            "opera",
            "Concert Duinzaal",
            "DTSTART:20260321T201500",
            "DTEND:20260321T223000",
        ),
        event(
            "garage",
            "Fiets ophalen",
            "DTSTART:20250904T163000",
            "DTEND:20250904T170000",
            "STATUS:CANCELLED",
        ),
    ]


def practice_calendar() -> bytes:
    """Return the practice's calendar, with Outlook's names of time zones."""
    monday = [d for d in days() if d.weekday() == 0 and is_free(d)]
    thursday = [d for d in days() if d.weekday() == 3 and is_free(d)]
    team = ("team", "Teamoverleg", START)
    quality = ("quality", "Kwaliteitsoverleg", date(2023, 11, 23))
    shifted, dropped = date(2025, 10, 6), date(2026, 3, 16)
    every_second = [d for d in thursday if (d - quality[2]).days % 14 == 0]
    rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"
    events = [
        series(team, (12, 15), 45, "FREQ=WEEKLY;BYDAY=MO", monday, zone=WEST),
        moved(team, shifted, shifted + timedelta(1), (12, 15), 45, zone=WEST),
        cancelled(team, dropped, (12, 15), 45, zone=WEST),
        series(quality, (9, 0), 60, rule, every_second, zone=WEST),
        *[
            all_day(f"leave{a:%y%m}", "Verlof Marit", a, (b - a).days + 1)
            for a, b in leaves()
        ],
        *[
            all_day(f"closed{d:%y%m%d}", "Praktijk gesloten", d, 1)
            for d in public_holidays()
        ],
    ]
    head = ("-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN", PRACTICE_CALENDAR)
    return calendar((*head, WEST), [OUTLOOK_WEST], events)

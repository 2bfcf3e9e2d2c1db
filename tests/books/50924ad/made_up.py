"""Two made-up people: what their book files and calendars say."""

from typing import Any

_WEEKS = ("2026-09-14", "2026-10-05", "2026-10-26", "2026-11-09")

NORA: dict[str, Any] = {
    "plait": 1,
    "person": {
        "name": "Nora Vink",
        "currency": "EUR",
        "timezone": "Europe/Amsterdam",
        "language": "en",
        "capacity_hours": 40,
        "country": "NL",
        "born_on": "1984-05-17",
        "travel_minutes": 25,
        "savings": "13250.50",
        "floor": "2650",
        "set_aside": 0.32,
    },
    "roles": [
        {
            "key": "practice",
            "name": "Practice manager",
            "organisation": "De Linde Practice",
            "sector": "healthcare",
            "country": "NL",
            "kind": "employment",
            "from": "2022-03-01",
            "occupation": "1342",
            "place": "Utrecht",
            "skills": ["planning", "primary care"],
            "agreements": [
                {
                    "from": "2022-03-01",
                    "to": "2025-07-01",
                    "hours": 24,
                    "per": "week",
                    "pay": "2980.40",
                    "pay_basis": "salary",
                    "currency": "EUR",
                    "notice_days": 30,
                    "clause": "consent",
                    "blocks": "mon 08:30-16:30, tue 08:30-16:30, thu 08:30-16:30",
                },
                {
                    "from": "2025-07-01",
                    "to": "2026-01-01",
                    "hours": 20,
                    "per": "week",
                    "pay": "2561.00",
                    "pay_basis": "salary",
                    "currency": "EUR",
                    "notice_days": 60,
                    "clause": "consent",
                    "opted_out": True,
                    "blocks": "mon 08:30-16:30, tue 08:30-14:30, thu 08:30-14:30",
                },
                {
                    "from": "2026-01-01",
                    "hours": 20,
                    "per": "week",
                    "pay": "2629.15",
                    "pay_basis": "salary",
                    "currency": "EUR",
                    "notice_days": 60,
                    "clause": "consent",
                    "counts_as": "employment",
                    "blocks": "mon 08:30-16:30, tue 08:30-14:30, thu 08:30-14:30",
                },
            ],
        },
        {
            "key": "atlas",
            "name": "Budget adviser",
            "organisation": "Atlas Advice",
            "sector": "business services",
            "country": "NL",
            "kind": "contract",
            "from": "2025-03-01",
            "to": "2027-06-01",
            "occupation": "2421",
            "skills": ["spreadsheets", "planning"],
            "agreements": [
                {
                    "from": "2025-03-01",
                    "to": "2026-01-01",
                    "hours": 12,
                    "per": "week",
                    "pay": "92",
                    "pay_basis": "hour",
                    "currency": "EUR",
                    "notice_days": 28,
                    "counts_as": "self-employed",
                },
                {
                    "from": "2026-01-01",
                    "to": "2027-06-01",
                    "hours": 10,
                    "per": "week",
                    "pay": "98",
                    "pay_basis": "hour",
                    "currency": "EUR",
                    "notice_days": 0,
                    "clause": "exclusive",
                    "counts_as": "self-employed",
                    "blocks": "wed 09:00-14:00, fri 09:00-14:00",
                },
            ],
        },
        {
            "key": "northwind",
            "name": "Grants assessor",
            "organisation": "Northwind Trust",
            "sector": "education",
            "country": "GB",
            "kind": "contract",
            "from": "2024-01-15",
            "occupation": "2422",
            "place": "Leeds",
            "agreements": [
                {
                    "from": "2024-01-15",
                    "to": "2025-06-01",
                    "hours": 30,
                    "per": "quarter",
                    "pay": "410",
                    "pay_basis": "day",
                    "currency": "GBP",
                    "counts_as": "worker",
                },
                {
                    "from": "2025-06-01",
                    "hours": 36,
                    "per": "quarter",
                    "pay": "440",
                    "pay_basis": "day",
                    "currency": "GBP",
                    "notice_days": 14,
                    "counts_as": "worker",
                },
            ],
        },
        {
            "key": "lantern",
            "name": "Print maker",
            "organisation": "Paper Lantern",
            "sector": "culture",
            "country": "NL",
            "kind": "venture",
            "from": "2023-05-01",
            "colour": 7,
            "occupation": "2651",
            "skills": ["printing"],
            "agreements": [
                {
                    "from": "2023-05-01",
                    "to": "2026-02-01",
                    "hours": 16,
                    "per": "month",
                    "pay_basis": "commission",
                },
                {
                    "from": "2026-02-01",
                    "hours": 12,
                    "per": "month",
                    "pay_basis": "equity",
                },
            ],
        },
        {
            "key": "canal-board",
            "name": "Board member",
            "organisation": "Canal Housing",
            "sector": "social work",
            "country": "NL",
            "kind": "board",
            "from": "2021-06-01",
            "agreements": [
                {
                    "from": "2021-06-01",
                    "to": "2025-01-01",
                    "hours": 60,
                    "per": "year",
                    "pay_basis": "none",
                },
                {
                    "from": "2025-01-01",
                    "hours": 80,
                    "per": "year",
                    "pay": "3000",
                    "pay_basis": "fixed",
                    "currency": "EUR",
                    "counts_as": "voluntary",
                },
            ],
        },
        {
            "key": "mentoring",
            "name": "Mentor",
            "organisation": "First Steps Network",
            "kind": "mentoring",
            "from": "2024-09-01",
            "paid": False,
            "kind_is_confirmed": False,
            "agreements": [{"from": "2024-09-01", "hours": 1, "per": "month"}],
        },
        {
            "key": "food-bank",
            "name": "Driver",
            "organisation": "Neighbourhood Food Bank",
            "kind": "volunteering",
            "from": "2020-02-01",
            "to": "2025-02-01",
            "paid": False,
            "agreements": [{"from": "2020-02-01", "to": "2025-02-01", "hours": 2}],
        },
        {
            "key": "course",
            "name": "Course in bookbinding",
            "organisation": "Aldermoor Academy",
            "sector": "education",
            "kind": "study",
            "from": "2026-09-01",
            "to": "2027-03-01",
            "paid": False,
            "agreements": [
                {"from": "2026-09-01", "to": "2027-03-01", "hours": 60, "per": "total"}
            ],
        },
        {
            "key": "school",
            "name": "Workshop leader",
            "organisation": "Harbour School",
            "sector": "education",
            "country": "NL",
            "kind": "opportunity",
            "from": "2027-01-04",
            "agreements": [
                {
                    "from": "2027-01-04",
                    "hours": 6,
                    "per": "week",
                    "pay": "1450",
                    "pay_basis": "month",
                    "currency": "EUR",
                    "clause": "none",
                }
            ],
        },
    ],
    "rules": [
        {
            "field": "account",
            "value": "NL71MOLN0650238850",
            "role": "practice",
            "confirmed_at": "2026-10-01T08:00:00Z",
        },
        {"field": "payer", "value": "Atlas Advice", "role": "atlas"},
        {"field": "payer", "value": "Northwind Trust", "role": "northwind"},
        {"field": "payer", "value": "Paper Lantern Shop", "role": "lantern"},
        {"field": "payer", "value": "Sakura Press", "role": "lantern"},
        {"field": "payer", "value": "Ink Supplies", "role": "lantern"},
        {"field": "reference", "value": "Desk", "role": "atlas"},
        {"field": "reference", "value": "Board fee", "role": "canal-board"},
        {"field": "payer", "value": "Rent of the flat", "role": ""},
        {"field": "payer", "value": "Grocer", "role": ""},
        {"field": "client", "value": "De Linde", "role": "practice"},
        {"field": "project", "value": "Budget", "role": "atlas"},
        {"field": "client", "value": "Canal", "role": "canal-board"},
        {"field": "client", "value": "Mentees", "role": "mentoring"},
        {"field": "client", "value": "Paper Lantern", "role": "lantern"},
        {"field": "title", "value": "Board meeting", "role": "canal-board"},
        {"field": "title", "value": "Choir", "role": ""},
        {"field": "calendar", "value": "Work", "role": "practice"},
    ],
    "check_ins": [
        {
            "role": role,
            "week": week,
            "energy": 1 + (n + place) % 5,
            "meaning": 2 + place % 4,
            "growth": 1 + (2 * n + place) % 5,
            "pressure": 5 - (n + 2 * place) % 5,
            "note": "Two people ill" if (n, place) == (1, 0) else "",
        }
        for place, role in enumerate(("practice", "atlas", "lantern", "mentoring"))
        for n, week in enumerate(_WEEKS)
    ],
    "absences": [
        {"kind": "leave", "from": "2026-07-20", "to": "2026-08-10", "note": "Coast"},
        {"kind": "leave", "from": "2026-12-24", "to": "2027-01-04"},
        {"kind": "sickness", "from": "2026-03-09", "to": "2026-03-12"},
        {
            "kind": "other",
            "from": "2026-12-09",
            "to": "2026-12-11",
            "role": "practice",
            "note": "Training week",
        },
        {"kind": "parental", "from": "2025-10-06", "to": "2025-10-11"},
    ],
    "seasons": [
        {"from": "2026-12-07", "to": "2026-12-21", "hours": 46},
        {"from": "2027-02-01", "to": "2027-03-01", "hours": 30.5},
    ],
    "overheads": [
        {"kind": "travel", "from": "2025-09-01", "hours": 2.5, "role": "practice"},
        {"kind": "admin", "from": "2026-01-01", "hours": 1.5},
        {"kind": "rest", "from": "2026-02-01", "to": "2027-02-01", "hours": 1},
        {"kind": "other", "from": "2026-03-01", "to": "2026-06-01", "hours": 3},
    ],
    "causes": [
        {"name": "Care budget", "roles": ["practice", "atlas"], "chance": 0.08},
        {"name": "The print press", "roles": ["lantern"]},
    ],
    "beliefs": [
        {"role": "atlas", "chance": 0.25, "years": 6},
        {"role": "northwind", "chance": 0.4},
    ],
    "fallbacks": [
        {
            "role": "atlas",
            "what": "More workshops",
            "weeks": 14,
            "share": 0.7,
            "helper": "Lena",
            "step": "Ask two schools for a date",
            "step_by": "2026-12-11",
        },
        {"role": "practice", "what": "Agency shifts", "weeks": 5, "share": 1.1},
    ],
    "invoices": [
        {
            "role": "atlas",
            "number": "2026-10",
            "issued": "2026-09-30",
            "due": "2026-10-14",
            "paid": "2026-10-14",
            "amount": "4200.00",
            "currency": "EUR",
        },
        {
            "role": "northwind",
            "number": "NW-2611",
            "issued": "2026-10-01",
            "due": "2026-10-31",
            "amount": "1320.00",
            "currency": "GBP",
        },
        {
            "role": "atlas",
            "number": "2026-12",
            "issued": "2026-11-18",
            "due": "2026-12-18",
            "amount": "4410.00",
            "currency": "EUR",
        },
    ],
    "scenarios": [
        {"name": "No more care budget", "lose": [{"cause": "Care budget"}]},
        {
            "name": "A year of prints",
            "lose": [{"role": "northwind", "after": 2, "months": 12}],
            "cut": [{"sector": "healthcare", "by": 0.1}],
            "delay": [{"invoiced": True, "days": 30}],
        },
    ],
    "accounts": [
        {"identifier": "NL62MOLN0650238817", "name": "Daily"},
        {"identifier": "NL18MOLN0650238868", "name": "Savings"},
        {"identifier": "revolut:Current:GBP", "name": "Pounds"},
    ],
    "mappings": [
        {
            "name": "Prints sold",
            "kind": "payments",
            "columns": {"date": 0, "amount": 1, "payer": 2},
            "date_order": "dmy",
            "decimal": ",",
            "currency": "EUR",
            "heading": ["Datum", "Bedrag", "Koper"],
        }
    ],
}

OMAR: dict[str, Any] = {
    "plait": 1,
    "person": {
        "name": "Omar Brandt",
        "currency": "EUR",
        "timezone": "Europe/Berlin",
        "language": "nl",
        "capacity_hours": 36,
        "country": "DE",
        "region": "BY",
    },
    "roles": [
        {
            "key": "atlas",
            "name": "Analist",
            "organisation": "Atlas Advice",
            "country": "DE",
            "kind": "employment",
            "from": "2025-09-01",
            "agreements": [
                {
                    "from": "2025-09-01",
                    "hours": 32,
                    "per": "week",
                    "pay": "4400",
                    "pay_basis": "salary",
                    "currency": "EUR",
                    "notice_days": 28,
                }
            ],
        },
        {
            "key": "choir",
            "name": "Penningmeester",
            "organisation": "Chor am Fluss",
            "kind": "board",
            "from": "2024-01-01",
            "paid": False,
            "agreements": [{"from": "2024-01-01", "hours": 3, "per": "month"}],
        },
    ],
    "rules": [
        {"field": "payer", "value": "Atlas Advice", "role": "atlas"},
        {"field": "project", "value": "Budget", "role": "atlas"},
    ],
}

_HEAD = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Made up//Agenda//EN
X-WR-CALNAME:Work
X-WR-TIMEZONE:Europe/Amsterdam
"""
_SERIES = """BEGIN:VEVENT
UID:team@agenda.example
DTSTAMP:20261120T120000Z
DTSTART:20260907T070000Z
DTEND:20260907T083000Z
RRULE:FREQ=WEEKLY;COUNT=24
EXDATE:20260921T070000Z
SUMMARY:Team meeting
LOCATION:Utrecht
END:VEVENT
BEGIN:VEVENT
UID:board@agenda.example
DTSTAMP:20261120T120000Z
DTSTART:20260908T173000Z
DTEND:20260908T193000Z
RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=8
SUMMARY:Board meeting
LOCATION:Canal House
END:VEVENT
BEGIN:VEVENT
UID:choir@agenda.example
DTSTAMP:20261120T120000Z
DTSTART:20260909T180000Z
DTEND:20260909T200000Z
RRULE:FREQ=WEEKLY;COUNT=6
SUMMARY:Choir
END:VEVENT
BEGIN:VEVENT
UID:fair@agenda.example
DTSTAMP:20261120T120000Z
DTSTART;VALUE=DATE:20261202
DTEND;VALUE=DATE:20261204
TRANSP:TRANSPARENT
SUMMARY:Print fair
END:VEVENT
BEGIN:VEVENT
UID:dentist@agenda.example
DTSTAMP:20261120T120000Z
DTSTART:20261201T080000Z
DTEND:20261201T090000Z
SUMMARY:Clash at the practice
END:VEVENT
"""
_MOVED = """BEGIN:VEVENT
UID:team@agenda.example
DTSTAMP:20261121T120000Z
RECURRENCE-ID:20261130T070000Z
DTSTART:20261201T073000Z
DTEND:20261201T090000Z
SUMMARY:Team meeting
LOCATION:Zeist
END:VEVENT
"""
_END = "END:VCALENDAR\n"
_HOME = """BEGIN:VEVENT
UID:school@agenda.example
DTSTAMP:20261120T120000Z
DTSTART:20261203T183000Z
DTEND:20261203T203000Z
SUMMARY:Evening at the school
END:VEVENT
"""


def home_agenda() -> str:
    """Return a calendar that no rule knows."""
    head = _HEAD.replace("CALNAME:Work", "CALNAME:Home")
    return (head + _HOME + _END).replace("\n", "\r\n")


def agenda() -> str:
    """Return a calendar with series, one of them with a day left out."""
    return (_HEAD + _SERIES + _END).replace("\n", "\r\n")


def moved_agenda() -> str:
    """Return the same calendar after one occurrence was moved."""
    return (_HEAD + _SERIES + _MOVED + _END).replace("\n", "\r\n")

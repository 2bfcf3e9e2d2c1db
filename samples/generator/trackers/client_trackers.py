"""Atlas's own trackers, Harvest and then Kimai, and solidtime for the rest of 2026."""

from collections.abc import Iterable

from generator.banks.ledger import Stretch
from generator.tables import Dialect
from generator.trackers.trackers import EMAIL, NAME, PROJECTS, RATES, worth

_RATE = RATES["atlas"]

_HARVEST = (
    "Date,Client,Project,Project Code,Task,Notes,Hours,Billable?,Invoiced?,Approved?,"
    "First Name,Last Name,Roles,Employee?,Billable Rate,Billable Amount,Cost Rate,"
    "Cost Amount,Currency,External Reference URL"
)
_KIMAI = (
    "Date,From,To,Duration,Currency,Price,Internal price,Hourly price,Fixed price,"
    "Name,User,E-mail,Staff number,Customer,Project,Activity,Description,Billable,"
    "Tags,Type,category,Account,Project number,VAT-ID,Order number,Werkpakket"
)
_KIMAI_GERMAN = (
    "Datum,Von,Bis,Dauer,Währung,Preis,Interner Preis,Preis pro Stunde,Festpreis,"
    "Name,Benutzer,E-Mail,Personalnummer,Kunde,Projekt,Tätigkeit,Beschreibung,"
    "Abrechenbar,Schlagworte,Typ,category,Kundennummer,Projektnummer,"
    "Umsatzsteuer-ID,Bestellnummer,Werkpakket"
)
_SOLIDTIME = (
    "Description,Task,Project,Client,User,Start,End,Duration,Duration (decimal),"
    "Billable,Tags"
)


def harvest(stretches: list[Stretch]) -> bytes:
    """Return the detailed time report: hours of a day, with decimal commas."""
    return Dialect().table(_HARVEST, map(_harvest, stretches))


def _harvest(stretch: Stretch) -> list[str]:
    hours = stretch.minutes / 60
    client, project = PROJECTS["atlas"]
    return [
        f"{stretch.start:%Y-%m-%d}",
        client,
        project,
        "ATL-25",
        "Projectleiding",
        stretch.note,
        _comma(hours),
        "Yes",
        "No",
        "Yes",
        "Marit",
        "van Dalen",
        "Extern",
        "No",
        _comma(_RATE),
        _comma(hours * _RATE),
        "0,0",
        "0,0",
        "Euro - EUR",
        "",
    ]


def _comma(number: float) -> str:
    """Write as this locale does: 7.75 is 7,75 and 1200 is 1.200,0."""
    whole, _, part = f"{number:,.2f}".partition(".")
    return f"{whole.replace(',', '.')},{part.rstrip('0') or '0'}"


def kimai(stretches: list[Stretch]) -> bytes:
    """Return the export with English headings, durations as h:mm, a custom field."""
    rows = (_kimai(s, f"{s.minutes // 60}:{s.minutes % 60:02}") for s in stretches)
    return Dialect().table(_KIMAI, rows)


def kimai_german(stretches: list[Stretch]) -> bytes:
    """Return the export with German headings and decimal durations."""
    rows: Iterable[list[str]] = (_kimai(s, f"{s.minutes / 60:.2f}") for s in stretches)
    return Dialect().table(_KIMAI_GERMAN, rows)


def _kimai(stretch: Stretch, duration: str) -> list[str]:
    client, project = PROJECTS["atlas"]
    price = f"{_RATE * stretch.minutes / 60:.2f}"
    return [
        f"{stretch.start:%Y-%m-%d}",
        f"{stretch.start:%H:%M}",
        f"{stretch.end:%H:%M}",
        duration,
        "EUR",
        price,
        price,
        str(_RATE),
        "",
        NAME,
        "mvandalen",
        EMAIL,
        "",
        client,
        project,
        "Projectleiding",
        stretch.note,
        "1",
        "",
        "timesheet",
        "work",
        "10024",
        "ATL-26",
        "",
        "",
        "WP2" if "deelnemers" in stretch.note else "WP1",
    ]


def solidtime(stretches: list[Stretch]) -> bytes:
    """Return the detailed report, the latest first."""
    return Dialect().table(_SOLIDTIME, map(_solidtime, reversed(stretches)))


def _solidtime(stretch: Stretch) -> list[str]:
    client, project = PROJECTS[stretch.role]
    return [
        stretch.note,
        "",
        project,
        client,
        NAME,
        f"{stretch.start:%Y-%m-%d %H:%M:%S}",
        f"{stretch.end:%Y-%m-%d %H:%M:%S}",
        f"{stretch.minutes // 60}:{stretch.minutes % 60:02}:00",
        f"{stretch.minutes / 60:.4f}",
        worth(stretch)[0],
        "",
    ]

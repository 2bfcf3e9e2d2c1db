"""Toggl and Clockify: what she tracked her own hours with in 2024 and 2025."""

from datetime import datetime

from generator.banks.ledger import Stretch
from generator.tables import Dialect

EMAIL = "marit@vandalen.example"
NAME = "Marit van Dalen"

# Client and project of each role, as she set them up in her own trackers.
PROJECTS = {
    "practice": ("De Linde", "Praktijkmanagement"),
    "training": ("Van Dalen Praktijktraining", "Trainingsdagen"),
    "board": ("Buurtvonk", "Bestuur Buurtvonk"),
    "mentoring": ("Assistentennetwerk", "Mentoraat"),
    "study": ("University of Aldermoor", "MSc Healthcare Leadership"),
    "flat": ("", "Flat Leeds"),
    "columns": ("Praktijk & Zorg", "Columns"),
    "atlas": ("Zorggroep Atlas", "Ketenzorg Atlas"),
    "?": ("Huisartsen Sterrenkwartier", "Kennissessies"),
}
RATES = {"training": 125, "columns": 65, "atlas": 85}

_TOGGL = (
    "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,"
    "End date,End time,Duration,Tags,Amount (EUR)"
)
_CLOCKIFY_OLD = (
    '"Project","Client","Description","Task","User","Group","Email","Tags","Billable",'
    '"Start Date","Start Time","End Date","End Time","Duration (h)",'
    '"Duration (decimal)","Billable Rate (EUR)","Billable Amount (EUR)"'
)
_CLOCKIFY_NEW = (
    '"Project","Client","Description","Task","User","Group","Email","Tags","Type",'
    '"Billable","Invoiced","Invoice ID","Start Date","Start Time","End Date",'
    '"End Time","Duration (h)","Duration (decimal)","Billable Rate (EUR)",'
    '"Billable Amount (EUR)","Date of creation"'
)


def clock(minutes: int) -> str:
    """Return a duration as hh:mm:00."""
    return f"{minutes // 60:02}:{minutes % 60:02}:00"


def worth(stretch: Stretch) -> tuple[str, str, str]:
    """Return whether it is billable, at what rate, and the amount."""
    rate = RATES.get(stretch.role, 0)
    amount = f"{rate * stretch.minutes / 60:.2f}"
    return "Yes" if rate else "No", f"{rate}.00", amount


def toggl(stretches: list[Stretch]) -> bytes:
    """Return the detailed report, UTF-8 with its mark, years first."""
    rows = [
        (
            NAME,
            EMAIL,
            *PROJECTS[s.role],
            "",
            s.note,
            worth(s)[0],
            f"{s.start:%Y-%m-%d}",
            f"{s.start:%H:%M:%S}",
            f"{s.end:%Y-%m-%d}",
            f"{s.end:%H:%M:%S}",
            clock(s.minutes),
            "",
            worth(s)[2],
        )
        for s in stretches
    ]
    return Dialect(encoding="utf-8-sig").table(_TOGGL, rows)


def clockify(
    stretches: list[Stretch], *, is_new: bool, is_day_first: bool, is_24_hours: bool
) -> bytes:
    """Return the detailed report; dates and clock are settings of the person."""
    on = "%d/%m/%Y" if is_day_first else "%m/%d/%Y"
    at = "%H:%M:%S" if is_24_hours else "%I:%M:%S %p"
    rows = [_clockify(s, on, at, is_new=is_new) for s in reversed(stretches)]
    heading = _CLOCKIFY_NEW if is_new else _CLOCKIFY_OLD
    return Dialect(quotes_all=True).table(heading, rows)


def _clockify(stretch: Stretch, on: str, at: str, *, is_new: bool) -> list[str]:
    client, project = PROJECTS[stretch.role]
    billable, rate, amount = worth(stretch)
    times = [stretch.start.strftime(on), _time(stretch.start, at)]
    times += [stretch.end.strftime(on), _time(stretch.end, at)]
    row = [project, client, stretch.note, "", NAME, "", EMAIL, ""]
    row += ["Regular", billable, "No", ""] if is_new else [billable]
    row += [*times, clock(stretch.minutes), f"{stretch.minutes / 60:.2f}", rate, amount]
    return [*row, stretch.start.strftime(on)] if is_new else row


def _time(when: datetime, form: str) -> str:
    """Write the half of the day in English whatever language the machine speaks."""
    half = "AM" if when.hour < 12 else "PM"
    return when.strftime(form.replace("%p", half))

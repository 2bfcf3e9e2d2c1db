"""Time zones as calendar programs spell them out."""


def _zone(
    name: str, standard: tuple[str, str], summer: tuple[str, str], at: str
) -> str:
    """Return a zone that changes on the last Sundays of March and October."""
    parts = (("STANDARD", standard, summer, 10), ("DAYLIGHT", summer, standard, 3))
    lines = ["BEGIN:VTIMEZONE", f"TZID:{name}"]
    for kind, (offset, short), (before, _), month in parts:
        lines += [
            f"BEGIN:{kind}",
            f"DTSTART:1970{month:02}25T{at if kind == 'STANDARD' else _hour(at)}0000",
            f"RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU",
            f"TZOFFSETFROM:{before}",
            f"TZOFFSETTO:{offset}",
            f"TZNAME:{short}",
            f"END:{kind}",
        ]
    return "\r\n".join([*lines, "END:VTIMEZONE"])


def _hour(autumn: str) -> str:
    """Clocks go forward an hour earlier by the wall than they go back."""
    return f"{int(autumn) - 1:02}"


EUROPE_AMSTERDAM = _zone("Europe/Amsterdam", ("+0100", "CET"), ("+0200", "CEST"), "03")
EUROPE_LONDON = _zone("Europe/London", ("+0000", "GMT"), ("+0100", "BST"), "02")
OUTLOOK_WEST = _zone(
    "W. Europe Standard Time", ("+0100", "CET"), ("+0200", "CEST"), "03"
)

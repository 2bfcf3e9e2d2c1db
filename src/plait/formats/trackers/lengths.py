"""Lengths of time written with their units: 18:25 min, 1h 30m, 8 uur, PT1H30M.

Plain numbers and bare clocks (1:30) are `clock`'s, for their unit is the column's.
"""

import re
from decimal import ROUND_HALF_UP, Decimal

# Nobody writes a longer one; whatever follows is never looked at.
LONGEST = 60

_HOUR, _MINUTE, _SECOND = 3600, 60, 1
_UNITS = {
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "u", "uur", "uren"), _HOUR),
    **dict.fromkeys(("std", "stunde", "stunden", "stdn", "heure", "heures"), _HOUR),
    **dict.fromkeys(("hora", "horas", "ora", "ore"), _HOUR),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), _MINUTE),
    **dict.fromkeys(("minuut", "minuten", "minuto", "minutos", "minuti"), _MINUTE),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", "seconde"), _SECOND),
    **dict.fromkeys(("secondes", "seconden", "sek", "sekunde", "sekunden"), _SECOND),
    **dict.fromkeys(("segundo", "segundos", "secondo", "secondi"), _SECOND),
}
_SMALLER = {_HOUR: _MINUTE, _MINUTE: _SECOND}
_BETWEEN = {"and", "en", "und", "et", "y", "e", "&", ",", ";"}
# A number, two more parts if it is a clock, and the letters behind it.
_PART = re.compile(
    r"(\d{1,6}(?:[.,]\d{1,4})?)(?::(\d\d))?(?::(\d\d))?\s?([^\W\d_]*)\.?"
)
_WORD = re.compile(r"[^\W\d_]+|[&,;]")
_ISO = re.compile(
    r"P(?:(\d{1,3})D)?(?:T(?=\d)(?:(\d{1,6}(?:[.,]\d{1,4})?)H)?"
    r"(?:(\d{1,6}(?:[.,]\d{1,4})?)M)?(?:(\d{1,8}(?:[.,]\d{1,9})?)S)?)?"
)


def with_units(text: str) -> int | None:
    """Return the seconds of a length that names its units, None if it is no such.

    A clock before a unit is read from that unit down: 18:25 min is 18 minutes and
    25 seconds. A bare number behind a unit is of the next smaller one: 1h30.

    >>> with_units("18:25 min"), with_units("1h 30m"), with_units("2,5 uur")
    (1105, 5400, 9000)
    >>> with_units("PT1H30M"), with_units("1:30"), with_units("about an hour")
    (5400, None, None)
    """
    cell = text.strip()
    if len(cell) > LONGEST or not any(letter.isalpha() for letter in cell):
        return None
    plain = cell.casefold()
    found = _ISO.fullmatch(plain.upper())
    seconds = _iso(found) if found else _parts(plain)
    if seconds is None:
        return None
    return int(seconds.to_integral_value(rounding=ROUND_HALF_UP))


def _iso(found: re.Match[str]) -> Decimal | None:
    if not any(found.groups()):
        return None
    units = (24 * _HOUR, _HOUR, _MINUTE, _SECOND)
    given = zip(found.groups(), units, strict=True)
    return sum((_number(n) * unit for n, unit in given if n), Decimal(0))


def _parts(text: str) -> Decimal | None:
    """Return the sum of parts such as `1 uur 30`; None if any is not understood."""
    total, unit, at = Decimal(0), 0, 0
    while at < len(text):
        if text[at].isspace():
            at += 1
        elif found := _PART.match(text, at):
            part = _part(found, unit)
            if part is None:
                return None
            seconds, unit = part
            total, at = total + seconds, found.end()
        elif (word := _WORD.match(text, at)) and word[0] in _BETWEEN and unit:
            at = word.end()
        else:
            return None
    return total if unit else None


def _part(found: re.Match[str], before: int) -> tuple[Decimal, int] | None:
    """Return the seconds of a part and its unit, which must be below `before`."""
    number, second, third, letters = found.groups()
    # "1 uur en 30": the word behind a number may be a joining one.
    unit = _UNITS.get(letters) if letters else _SMALLER.get(before)
    if unit is None or (before and unit >= before):
        return None
    seconds = _number(number) * unit
    for part, factor in ((second, 60), (third, 3600)):
        if part:
            seconds += Decimal(part) * unit / factor
    return seconds, unit


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))

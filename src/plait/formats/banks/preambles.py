"""What stands above a table: whose account it is of."""

import re
from datetime import date

from plait.formats.values import BadValue
from plait.formats.written_dates import written_day

_GERMAN_IBAN = re.compile(r"\bDE\d\d(?: ?[\dX]{4}){4} ?[\dX]{2}\b")
_CARD = re.compile(r"\b(\d{4})[ *•xX]{4,24}(\d{4})\b")
_LONGEST = 500
_DAY = re.compile(r"\b\d\d[./]\d\d[./](?:\d{4}|\d\d)\b")
_FIRST_AND_LAST = re.compile(r"Zeitraum|Von\b|Bis\b|Boekingsdatum|Date de compta")
_MADE_ON = re.compile(r"Datei erstellt|Kontostand|laatste saldo|dernier solde")


def german_iban_in(above: list[str]) -> str:
    """Return the first German IBAN in the lines, without spaces; empty if none.

    >>> german_iban_in(['"Girokonto";"DE02 1203 0000 0000 2020 51"'])
    'DE02120300000000202051'
    """
    found = (_GERMAN_IBAN.search(text[:_LONGEST]) for text in above)
    return next(("".join(one[0].split()) for one in found if one), "")


def card_in(above: list[str]) -> str:
    """Return the first card number in the lines, its middle masked; empty if none.

    >>> card_in(['"Karte";"Visa Kreditkarte";"4930 •••• •••• 1234"'])
    '4930********1234'
    """
    found = (_CARD.search(text[:_LONGEST]) for text in above)
    return next((f"{one[1]}********{one[2]}" for one in found if one), "")


def days_in(above: list[str]) -> tuple[date, date] | None:
    """Return the first and last day that the lines say the file covers.

    None where they do not say both. What was asked for may lie ahead: the last day is
    none after the one on which the file was made, where it says that.

    >>> days_in(["Datei erstellt am: 16.09.2026", "Zeitraum;01.09.2026 - 30.09.2026"])
    (datetime.date(2026, 9, 1), datetime.date(2026, 9, 16))
    """
    lines = [text[:_LONGEST].replace('"', "").strip() for text in above]
    days = [day for text in lines if _FIRST_AND_LAST.match(text) for day in _days(text)]
    made = [day for text in lines if _MADE_ON.search(text) for day in _days(text)]
    if len(days) != 2 or days[0] > days[1]:
        return None
    return days[0], max(days[0], min([days[1], *made]))


def _days(text: str) -> list[date]:
    try:
        return [written_day(day, "dmy") for day in _DAY.findall(text)]
    except BadValue:
        return []

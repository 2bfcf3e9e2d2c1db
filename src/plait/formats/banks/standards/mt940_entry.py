"""The line :61: of an entry: its day, sign, amount and references.

    YYMMDD [MMDD] D|C|RD|RC [letter] amount N+code reference [//bank's reference]

Read character by character, since banks pad and lengthen its parts as they like. A
value day that no calendar has (30 February, of months of 30 days) loses no line: the
day of booking goes before it, and without one the month's last day stands for it.
"""

from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from plait.formats.banks.bank_references import given
from plait.formats.values import BadValue

_LONGEST = 400
_REFERENCE = 16
# RC takes a credit back, RD gives a debit back; E is an entry that is expected.
_SIGNS = {"RC": -1, "RD": 1, "C": 1, "D": -1}


class Entry(NamedTuple):
    """What a :61: says; `amount` is unsigned text, `extra` what is behind it."""

    booked_on: date
    sign: int
    amount: str
    reference: str
    bank_reference: str
    extra: str


def entry_of(text: str) -> Entry:
    """Return what the first line of a :61: says, or raise `BadValue`.

    >>> entry_of("2302300301C400,00NTRFNONREF//B7")[:5]
    (datetime.date(2023, 3, 1), 1, '400,00', '', 'B7')
    """
    try:
        return _entry(text[:_LONGEST])
    except ValueError:
        raise BadValue(
            "This line of the statement (:61:) is not written as MT940 asks",
            value=text,
            fix="Correct it in the file, or download the statement again.",
        ) from None


def _entry(text: str) -> Entry:
    days, rest = text[:6], text[6:]
    has_entry_day = rest[:4].isdigit()
    booked = rest[:4] if has_entry_day else ""
    rest = rest[4:] if has_entry_day else rest.lstrip(" ")
    mark = rest[:2].upper() if rest[:1].upper() == "R" else rest[:1].upper()
    rest = rest[len(mark) :]
    # The third letter of the currency may follow: CR is a credit in EUR.
    if rest[:1].isalpha():
        rest = rest[1:]
    amount = _leading_amount(rest)
    reference, _, bank_reference = rest[len(amount) :][4:].partition("//")
    own, extra = _apart(reference)
    if mark not in _SIGNS:
        raise ValueError(text)
    return Entry(
        booked_on=_booked_on(days, booked),
        sign=_SIGNS[mark],
        amount=amount,
        reference=given(own),
        bank_reference=_apart(bank_reference)[0],
        extra=extra,
    )


def _leading_amount(text: str) -> str:
    """Return the digits with one decimal comma (or point) that the text begins with."""
    rest = text.lstrip("0123456789,.")
    amount = text[: len(text) - len(rest)]
    if amount.count(",") + amount.count(".") > 1 or not amount[:1].isdigit():
        raise ValueError(text)
    return amount.replace(".", ",")


def _apart(text: str) -> tuple[str, str]:
    """Return the reference, and what stands behind it in a column of its own."""
    if len(text) > _REFERENCE and text[_REFERENCE - 1 : _REFERENCE + 1].isspace():
        return text[:_REFERENCE].strip(), text[_REFERENCE:].strip()
    column = text[:_REFERENCE]
    if len(text) > _REFERENCE and column != column.rstrip():
        return column.strip(), text[_REFERENCE:].strip()
    return text.strip(), ""


# A statement repeats its days line after line.
@lru_cache(maxsize=4096)
def _booked_on(value: str, booked: str) -> date:
    """Return the entry's day, in the year nearest the value day; failing that this."""
    year, month, day = (int(value[at : at + 2]) for at in (0, 2, 4))
    if not value.isascii():
        raise ValueError(value)
    year += 2000 if year < 70 else 1900
    valued = _nearest_day(year, month, day)
    entered = booked and _entered(valued, int(booked[:2]), int(booked[2:]))
    return entered or valued


def _entered(valued: date, month: int, day: int) -> date | None:
    if not 1 <= month <= 12:
        return None
    years = (valued.year - 1, valued.year, valued.year + 1)
    days = [date(y, month, day) for y in years if 1 <= day <= monthrange(y, month)[1]]
    return min(days, key=lambda on: abs(on - valued), default=None)


def _nearest_day(year: int, month: int, day: int) -> date:
    # Months of 30 days, which reckon interest, have a 30 February.
    if not 1 <= day <= 31:
        raise ValueError(day)
    return date(year, month, min(day, monthrange(year, month)[1]))

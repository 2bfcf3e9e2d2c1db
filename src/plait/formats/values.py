"""Dates, times and numbers as people's files write them."""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime, time, timedelta, tzinfo
from decimal import Decimal
from functools import lru_cache

from plait.domain.errors import BadValue as BadValue  # noqa: PLC0414  # readers take it from here
from plait.domain.money import is_currency, minor_digits, to_minor

EXCERPT_CHARACTERS = 80


def shorten(text: str) -> str:
    """Return the text as one line, cut where it is too long to show."""
    flat = " ".join(text.split())
    return (
        flat
        if len(flat) <= EXCERPT_CHARACTERS
        else flat[: EXCERPT_CHARACTERS - 1] + "…"
    )


# A statement repeats its days line after line, and strptime is slow.
@lru_cache(maxsize=8192)
def day(text: str, form: str) -> date:
    """Return the date that `text` writes in strptime's `form`.

    >>> day("31/01/2024", "%d/%m/%Y")
    datetime.date(2024, 1, 31)
    """
    try:
        return datetime.strptime(text.strip(), form).date()  # noqa: DTZ007  # a day has no zone
    except ValueError:
        raise BadValue(
            "This is not a date in the form that the file uses",
            value=text,
            fix="Correct the date in the file, or export it again.",
        ) from None


EARLIEST_YEAR = 1900
_YEARS_AHEAD = 10


def bounded_day(on: date, today: date) -> date:
    """Return a day that a person's record can have, or raise `BadValue`.

    From 1900 to ten years from today: a later one is a mistake of the file, and pages
    would reckon with centuries of nothing.
    """
    if on.year >= EARLIEST_YEAR and (on.year, on.month) <= (
        today.year + _YEARS_AHEAD,
        today.month,
    ):
        return on
    raise BadValue(
        "This day is before 1900 or more than ten years from now",
        value=on.isoformat(),
        fix="Correct the date in the file, or export it again.",
    )


_PARTS = re.compile(r"(\d{1,4})[-./](\d{1,2})[-./](\d{1,4})")


def is_day_first(dates: Iterable[str]) -> bool | None:
    """Tell 31/12/2024 from 12/31/2024 by the dates themselves; None if either fits.

    >>> is_day_first(["03/04/2024", "25/04/2024"]), is_day_first(["03/04/2024"])
    (True, None)
    """
    parts = [m.groups() for m in map(_PARTS.match, dates) if m]
    if any(int(first) > 12 for first, _, _ in parts):
        return True
    if any(int(second) > 12 for _, second, _ in parts):
        return False
    return None


# A sign, digits or digits in groups by `T` (the last group has three), decimals after
# `D`; the groups may also be two long, as in 12,34,567.
_NUMBER = r"([+-]?)(\d+|\d{1,3}(?:T\d{2,3})*T\d{3})?(?:D(\d*))?"
_WRITTEN = {
    ".": re.compile(_NUMBER.replace("T", "[,']").replace("D", r"\.")),
    ",": re.compile(_NUMBER.replace("T", r"[.']").replace("D", ",")),
}
_UNIFORM = str.maketrans(
    {
        **dict.fromkeys(" \u00a0\u202f\u2007\u2009", ""),
        "\u2019": "'",
        "\u2212": "-",
        "_": "?",
    }
)
_LONGEST_NUMBER = 40


def number(text: str, decimal: str = ".") -> Decimal:
    """Return a number with `decimal` as its mark, thousands marks left out.

    A minus may stand behind, or brackets around. What is grouped otherwise than in
    thousands is refused: 12,34 in a file with decimal points is not 1234.

    >>> number("2.000,50", ","), number("1,234.5"), number("-1 234,00", ",")
    (Decimal('2000.50'), Decimal('1234.5'), Decimal('-1234.00'))
    """
    # Cut before anything else, for a hostile cell may be megabytes long.
    plain = text[: _LONGEST_NUMBER + 1].translate(_UNIFORM).strip()
    if plain.endswith("-"):
        plain = "-" + plain[:-1]
    elif plain.startswith("(") and plain.endswith(")"):
        plain = "-" + plain[1:-1]
    # In a pattern \d takes the digits of every script, so ASCII is asked for apart.
    found = _WRITTEN[decimal].fullmatch(plain) if plain.isascii() else None
    if not found or len(text) > _LONGEST_NUMBER or not (found[2] or found[3]):
        raise BadValue(
            "This is not a number",
            value=text,
            fix="Correct the number in the file, or export it again.",
        )
    whole = re.sub(r"\D", "", found[2] or "0")
    return Decimal(f"{found[1]}{whole}.{found[3] or ''}".rstrip("."))


def minor(text: str, currency: str, decimal: str = ".") -> int:
    """Return an amount as written in whole minor units of the currency.

    >>> minor("-1.234,56", "EUR", ","), minor("1200", "JPY")
    (-123456, 1200)
    """
    # Nearly every amount of a statement is plain digits with two decimals; these
    # need no Decimal (a test proves that both ways agree).
    if text[-3:-2] == decimal and len(text) < 16:
        digits = text[:-3] + text[-2:]
        unsigned = digits[1:] if digits[0] in "+-" else digits
        if unsigned.isdigit() and unsigned.isascii() and minor_digits(currency) == 2:
            return int(digits)
    return _minor_of(number(text, decimal), text, currency)


def rounded_minor(value: Decimal, currency: str) -> int:
    """Return a finite number in whole minor units, halves rounded away from zero."""
    _refuse_too_large(value, str(value), currency)
    return to_minor(value, currency)


# A quadrillion cents; sums of many such amounts still fit into 64 bits.
_MOST_DIGITS = 15


def _refuse_too_large(value: Decimal, text: str, currency: str) -> None:
    if value.adjusted() + minor_digits(currency) >= _MOST_DIGITS:
        raise BadValue(
            "This amount is too large to be a payment",
            value=text,
            fix="Check the amount and the decimal mark in the file.",
        )


def _minor_of(value: Decimal, text: str, currency: str) -> int:
    _refuse_too_large(value, text, currency)
    # 12.340 EUR loses nothing and passes; 12.345 would be rounded and is refused.
    exponent = value.as_tuple().exponent
    digits = minor_digits(currency)
    if (
        isinstance(exponent, int)
        and -exponent > digits
        and value != round(value, digits)
    ):
        raise BadValue(
            "This amount has more decimals than its currency",
            value=f"{text} {currency}",
            fix="Check the amount and its currency in the file.",
        )
    return to_minor(value, currency)


@lru_cache(maxsize=512)
def currency_code(text: str) -> str:
    """Return an ISO currency code in capitals, or refuse it."""
    code = text.strip().upper()
    if is_currency(code):
        return code
    raise BadValue(
        "This is not the code of a currency",
        value=text,
        fix="Write the currency as EUR, GBP, USD or another ISO code.",
    )


_CLOCK = re.compile(r"(\d+):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?$")


def clock_seconds(text: str) -> int:
    """Return a duration written h:mm or h:mm:ss in seconds.

    >>> clock_seconds("1:30"), clock_seconds("100:00:01")
    (5400, 360001)
    """
    found = _CLOCK.match(text.strip())
    if not found:
        raise BadValue(
            "This is not a duration of hours and minutes",
            value=text,
            fix="Write it as 1:30 or 1:30:00.",
        )
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return int(timedelta(hours=hours, minutes=minutes, seconds=seconds).total_seconds())


_TIME = re.compile(
    r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*(?:([ap])\.?m\.?)?", re.IGNORECASE
)


def time_of_day(text: str, zone: tzinfo) -> time:
    """Return the time of a 24- or 12-hour clock in the zone.

    >>> time_of_day("2:30 PM", None), time_of_day("12:05:07 am", None)
    (datetime.time(14, 30), datetime.time(0, 5, 7))
    """
    found = _TIME.fullmatch(text.strip())
    if found:
        with suppress(ValueError):
            hour = _hour(int(found[1]), found[4])
            return time(hour, int(found[2]), int(found[3] or 0), tzinfo=zone)
    raise BadValue(
        "This is not a time of the day",
        value=text,
        fix="Write it as 14:30 or 2:30 PM.",
    )


def _hour(hour: int, half: str | None) -> int:
    if not half:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError(hour)
    return hour % 12 + (12 if half in "pP" else 0)

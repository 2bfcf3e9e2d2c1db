"""What a cell looks like: a date, a number, a time, a word for in or out."""

from contextlib import suppress
from functools import lru_cache

from plait.domain.money import is_currency
from plait.formats.tables.amounts import is_amount
from plait.formats.tables.cell_words import is_direction as is_direction  # noqa: PLC0414  # looks are taken from here
from plait.formats.tables.names import written_code
from plait.formats.trackers.lengths import with_units
from plait.formats.values import BadValue
from plait.formats.written_dates import ORDERS, written_day

# Nothing that is longer is anything but text.
_LONGEST = 100
_LONGEST_CLOCK = 40


@lru_cache(maxsize=8192)
def is_date(text: str) -> bool:
    """Return whether the text can be a date in any order."""
    is_short = 0 < len(text) <= _LONGEST and any(map(str.isdigit, text))
    return is_short and any(_is_written(text, order) for order in ORDERS)


def _is_written(text: str, order: str) -> bool:
    with suppress(BadValue):
        return written_day(text, order) is not None
    return False


def is_number(text: str, decimal: str = "") -> bool:
    """Return whether the text is a number with this decimal mark, or with either."""
    return 0 < len(text) <= _LONGEST and is_amount(text, decimal)


def is_code(text: str) -> bool:
    """Return whether the text is a currency: its code, in small letters too, or sign."""
    return is_currency(written_code(text))


def is_iban(text: str) -> bool:
    """Return whether the text is written as an IBAN is; its check digits may be off."""
    packed = "".join(text[:_LONGEST].split())
    is_long = 15 <= len(packed) <= 34 and packed.isascii() and packed.isalnum()
    return is_long and packed[:2].isalpha() and packed[2:4].isdigit()


def is_clock(text: str) -> bool:
    """Return whether the text has a time of day, with a date or without.

    >>> is_clock("9:05 pm"), is_clock("2026-05-28T09:05:00Z"), is_clock("note: 12")
    (True, True, False)
    """
    if len(text) >= _LONGEST_CLOCK or ":" not in text:
        return False
    before, _, behind = text.partition(":")
    return before[-1:].isdigit() and behind[:2].isdigit() and len(behind[:2]) == 2


def is_pointed_clock(text: str) -> bool:
    """Return whether the text is a time of day with a point, as 08.37 is."""
    hour, _, minute = text.strip().replace(":", ".").partition(".")
    is_written = hour.isdecimal() and minute.isdecimal() and len(minute) == 2
    return is_written and len(hour) <= 2 and int(hour) < 24 and int(minute) < 60


def is_duration(text: str) -> bool:
    """Return whether the text is a time or a number of hours."""
    return is_clock(text) or is_number(text)


def is_length(text: str) -> bool:
    """Return whether the text is a time, a number, or a length with its unit."""
    return is_duration(text) or with_units(text) is not None


def is_text(text: str) -> bool:
    """Return whether the text is neither a number nor a date."""
    return not is_number(text) and not is_date(text)


def is_name(text: str) -> bool:
    """Return whether the text may name somebody: no number, date or account."""
    return is_text(text) and not is_iban(text) and any(map(str.isalpha, text))


def is_account(text: str) -> bool:
    """Return whether the text may be an account: it holds digits and no date."""
    return any(map(str.isdigit, text)) and not is_date(text)

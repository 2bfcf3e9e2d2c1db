"""What a cell looks like: a date, a number, a time, a word for in or out."""

import re
from contextlib import suppress

from plait.domain.money import is_currency
from plait.formats import values
from plait.formats.banks.account_numbers import iban_of
from plait.formats.tables.words import IN_WORDS, OUT_WORDS, without_sign
from plait.formats.values import BadValue
from plait.formats.written_dates import ORDERS, written_day

_CLOCK = re.compile(
    r".*\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?", re.IGNORECASE | re.DOTALL
)


def is_date(text: str) -> bool:
    """Return whether the text can be a date in any order."""
    return any(_is_written(text, order) for order in ORDERS)


def _is_written(text: str, order: str) -> bool:
    with suppress(BadValue):
        return bool(text) and written_day(text, order) is not None
    return False


def is_number(text: str, decimal: str = "") -> bool:
    """Return whether the text is a number with this decimal mark, or with either."""
    plain = without_sign(text)
    for mark in decimal or ".,":
        with suppress(BadValue):
            return bool(plain) and values.number(plain, mark) is not None
    return False


def is_decimal(text: str) -> bool:
    """Return whether the text is a number that is not digits alone, as an id is."""
    return is_number(text) and not text.strip().isdigit()


def is_direction(text: str) -> bool:
    """Return whether the text is a word for money in or money out."""
    return text.casefold() in OUT_WORDS | IN_WORDS


def is_code(text: str) -> bool:
    """Return whether the text is the code of a currency."""
    return is_currency(text)


def is_iban(text: str) -> bool:
    """Return whether the text is an IBAN."""
    return bool(iban_of(text))


def is_clock(text: str) -> bool:
    """Return whether the text has a time of day, with a date or without."""
    return len(text) < 40 and ":" in text and bool(_CLOCK.match(text))


def is_duration(text: str) -> bool:
    """Return whether the text is a time or a number of hours."""
    return is_clock(text) or is_number(text)


def is_text(text: str) -> bool:
    """Return whether the text is neither a number nor a date."""
    return not is_number(text) and not is_date(text)


def is_name(text: str) -> bool:
    """Return whether the text may name somebody: no number, date or account."""
    return is_text(text) and not is_iban(text)


def is_account(text: str) -> bool:
    """Return whether the text may be an account: it holds digits and no date."""
    return any(map(str.isdigit, text)) and not is_date(text)

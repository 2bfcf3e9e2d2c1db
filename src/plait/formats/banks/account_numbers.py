"""Account numbers: telling an IBAN from whatever else a bank writes there."""

import re
from functools import lru_cache

from plait.formats.banks.identity.structures import length_of

_IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")
_INSIDE = re.compile(r"[A-Z0-9]+")
_LONGEST = 100


@lru_cache(maxsize=8192)
def iban_of(text: str) -> str:
    """Return the IBAN that the text is, without spaces; empty if it is none.

    A currency behind it, as some banks write, is left out; the check digits count,
    and the length that the country's have. `identity.sameness` tells whether another
    spelling is the same account.

    >>> iban_of("nl91 abna 0417 1643 00"), iban_of("NL91ABNA0417164300EUR")
    ('NL91ABNA0417164300', 'NL91ABNA0417164300')
    >>> iban_of("NL92ABNA0417164300"), iban_of("12345678")
    ('', '')
    """
    packed = "".join(text[:_LONGEST].split()).upper()
    # Some banks write the currency behind it; the whole is tried first.
    for candidate in (packed, packed[:-3]):
        if not _IBAN.fullmatch(candidate):
            continue
        has_length = len(candidate) == (length_of(candidate[:2]) or len(candidate))
        if has_length and _check_digits_hold(candidate):
            return candidate
    return ""


@lru_cache(maxsize=8192)
def account_of(text: str) -> str:
    """Return the IBAN if the text is one, else the text with single spaces."""
    return iban_of(text) or " ".join(text.split())


def iban_from(country: str, inside: str) -> str:
    """Return the IBAN around a country's whole number, empty where it is not whole.

    >>> iban_from("PL", "109010140000071219812874")
    'PL61109010140000071219812874'
    """
    if len(inside) + 4 != length_of(country) or not _INSIDE.fullmatch(inside):
        return ""
    return iban_of(f"{country}{98 - _remainder(f'{country}00{inside}'):02}{inside}")


def _check_digits_hold(iban: str) -> bool:
    return _remainder(iban) == 1


def _remainder(iban: str) -> int:
    # ISO 13616: letters count 10 to 35, the first four stand last, 97 divides to 1.
    return int("".join(str(int(mark, 36)) for mark in iban[4:] + iban[:4])) % 97

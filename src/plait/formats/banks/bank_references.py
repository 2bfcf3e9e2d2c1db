"""References that banks give: which of them say something, and which last."""

import re

# What banks write where there is no reference; it tells no payments apart.
_PLACEHOLDERS = frozenset(
    ["NOTPROVIDED", "NOT PROVIDED", "NONREF", "NOTAVAILABLE", "EREF", "MARF", "PREF"]
)
_RUNNING_NUMBER = re.compile(r"0*[0-9]{0,6}")


def given(text: str) -> str:
    """Return the reference, empty where it only says that there is none.

    >>> given("INV-17"), given("NOTPROVIDED")
    ('INV-17', '')
    """
    return "" if text.upper() in _PLACEHOLDERS else text


def stable_reference(text: str) -> str:
    """Return the reference if every statement with this payment would give it.

    A short bare number may count the lines of one statement: the next statement
    that holds the same payment counts anew, and it would be taken twice.

    >>> stable_reference("AB24031-0017"), stable_reference("000000012")
    ('AB24031-0017', '')
    """
    return "" if _RUNNING_NUMBER.fullmatch(text) else given(text)


_SHORT = 16


def same_booking(one: str, other: str) -> bool:
    """Return whether two formats' references name one booking.

    MT940 has room for 16 characters of what CAMT gives whole (35). Empty ones name none.

    >>> same_booking("BATCH77", "batch77"), same_booking("BATCH77", "BATCH78")
    (True, False)
    >>> same_booking("AB24031-00170000", "AB24031-00170000-12")
    True
    """
    short, long = sorted((one.strip().upper(), other.strip().upper()), key=len)
    is_cut = len(short) == _SHORT and long.startswith(short)
    return bool(short) and (short == long or is_cut)

"""Whether two texts name one account, and how sure that is.

A bank's formats spell one account in many ways: the IBAN, the number inside it with
or without the bank's code, padded with zeros or not, a card of which four digits show.
Two different accounts are never called the same: what does not follow from the
structure of the numbers is `LIKELY` at most, and a choice between two is none.
"""

from collections.abc import Collection, Iterable
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from plait.formats.banks.identity import masks
from plait.formats.banks.identity.spellings import AccountKeys, account_keys

_UNMISTAKABLE_DIGITS = 7


class Sameness(IntEnum):
    """How sure it is that two texts name one account."""

    DIFFERENT = 0
    LIKELY = 1
    CERTAIN = 2


class KnownAccount(NamedTuple):
    """An account among those known, and how sure it is that it is the one."""

    account: str
    sameness: Sameness


@lru_cache(maxsize=65536)
def sameness(one: str, other: str) -> Sameness:
    """Return how sure it is that both texts name one account.

    `CERTAIN`: the numbers are equal in a structure that names the bank, or in one of
    which a country gave each number once. `LIKELY`: the numbers are equal and one of
    both names no bank, or digits are hidden and the others fit. An empty text names
    no account.

    >>> sameness("417164300", "NL91ABNA0417164300").name
    'CERTAIN'
    >>> sameness("20050550/1234567890", "DE34 2005 0550 1234 5678 90").name
    'CERTAIN'
    >>> sameness("1234567890", "DE34 2005 0550 1234 5678 90").name
    'LIKELY'
    >>> sameness("37040044/1234567890", "DE34 2005 0550 1234 5678 90").name
    'DIFFERENT'
    """
    a, b = account_keys(one), account_keys(other)
    if not a.exact or not b.exact:
        return Sameness.DIFFERENT
    if a.exact == b.exact:
        return Sameness.CERTAIN
    if a.iban and b.iban:
        return Sameness.CERTAIN if a.iban == b.iban else Sameness.DIFFERENT
    if a.mask or b.mask:
        return _of_masks(a, b)
    return _of_numbers(a, b)


def same_account(one: str, other: str) -> bool:
    """Return whether both texts certainly name one account.

    >>> same_account("60-16-13 31926819", "GB29NWBK60161331926819")
    True
    """
    return sameness(one, other) is Sameness.CERTAIN


def find_account(text: str, known: Collection[str]) -> KnownAccount | None:
    """Return which of the accounts known this text names, None if none or several.

    A certain one comes before a likely one. Several that fit and are certainly one
    account among themselves count as one: the fullest of their names is returned.

    >>> find_account("0417164300", ["NL91ABNA0417164300", "NL02RABO0123456789"])
    KnownAccount(account='NL91ABNA0417164300', sameness=<Sameness.CERTAIN: 2>)
    """
    if text in known:
        return KnownAccount(text, Sameness.CERTAIN)
    for level in (Sameness.CERTAIN, Sameness.LIKELY):
        fitting = [account for account in known if sameness(text, account) is level]
        if fitting:
            best = fullest_name(fitting)
            is_one = all(same_account(best, account) for account in fitting)
            return KnownAccount(best, level) if is_one else None
    return None


def canonical_of(text: str, known: Collection[str]) -> str | None:
    """Return the account known that this text certainly or likely names, or None.

    >>> canonical_of("**** 1234", ["NL91ABNA0417164300"]) is None
    True
    """
    found = find_account(text, known)
    return found.account if found else None


def fullest_name(spellings: Iterable[str]) -> str:
    """Return the spelling that says most: an IBAN, then bank and number, then less."""

    def fullness(text: str) -> tuple[bool, bool, bool, int]:
        keys = account_keys(text)
        return bool(keys.iban), bool(keys.full), keys.mask is None, len(keys.exact)

    return max(spellings, key=fullness)


def _of_numbers(a: AccountKeys, b: AccountKeys) -> Sameness:
    """Compare two numbers, with their banks where both name one."""
    if a.currency and b.currency and a.currency != b.currency:
        return Sameness.DIFFERENT
    if shared := a.full & b.full:
        checks = [{c for key, c in x.checks if key in shared} for x in (a, b)]
        contradict = all(checks) and checks[0].isdisjoint(checks[1])
        return Sameness.DIFFERENT if contradict else Sameness.CERTAIN
    # A number that one country alone has says nothing of two that name a bank each.
    if equal := [key[1:] for key in a.bare & b.bare if key[0] == "#"]:
        is_long = len(equal[0]) >= _UNMISTAKABLE_DIGITS
        return Sameness.CERTAIN if is_long else Sameness.LIKELY
    meets = a.bare & b.numbers or b.bare & a.numbers
    return Sameness.LIKELY if meets else Sameness.DIFFERENT


def _of_masks(a: AccountKeys, b: AccountKeys) -> Sameness:
    """Compare a card of which a part is hidden with another, or with a whole number."""
    if a.mask and b.mask:
        fits = masks.may_be_one(a.mask, b.mask)
        is_same = a.mask == b.mask and masks.shows_enough(a.mask)
    else:
        mask, keys = (a.mask, b) if a.mask else (b.mask, a)
        number = keys.iban or _card(keys)
        fits = mask is not None and bool(number) and _may_hide(mask, number)
        is_same = mask is not None and masks.shows_enough(mask)
    if not fits:
        return Sameness.DIFFERENT
    return Sameness.CERTAIN if is_same else Sameness.LIKELY


def _may_hide(mask: masks.Mask, number: str) -> bool:
    """Return whether the mask hides this number: an IBAN's letters must be shown."""
    is_iban = number[:2].isalpha()
    return masks.fits(mask, number) and is_iban is mask.start[:2].isalpha()


def _card(keys: AccountKeys) -> str:
    digits = "".join(mark for mark in keys.exact if mark in "0123456789")
    is_number = len(digits) == len(keys.exact.replace("-", ""))
    return digits if is_number and masks.is_card(digits) else ""

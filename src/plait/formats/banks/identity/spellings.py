"""What one spelling of an account says: the keys by which two spellings meet.

A national number is read in the structure of every country it has the length of, so
that `20050550/1234567890` and the German IBAN with that number inside share a key;
nothing is guessed about the country.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from plait.domain.money import is_currency
from plait.formats.banks.account_numbers import iban_of
from plait.formats.banks.identity import national
from plait.formats.banks.identity.masks import Mask, mask_of
from plait.formats.banks.identity.structures import cut, structures

_LONGEST = 100
_FEWEST_DIGITS = 5
# Names that Plait's readers give where a file has no number: revolut:Current:EUR.
_NAMES = ":@"


class AccountKeys(NamedTuple):
    """The keys of a spelling; two that share a key of `full` are one account.

    `exact` is the text without blanks; `numbers` are the account's number without its
    bank, by which it meets a spelling that names none (its `bare`). `checks` are the
    national check digits by key. A mask is a card of which a part is shown. All empty
    where the text does not say.
    """

    exact: str
    iban: str = ""
    full: frozenset[str] = frozenset()
    checks: frozenset[tuple[str, str]] = frozenset()
    numbers: frozenset[str] = frozenset()
    bare: frozenset[str] = frozenset()
    currency: str = ""
    mask: Mask | None = None

    @property
    def country(self) -> str:
        """The country of the IBAN, empty where there is none."""
        return self.iban[:2]


@lru_cache(maxsize=16384)
def account_keys(text: str) -> AccountKeys:
    """Return the keys of an account's text, of any length; never raises.

    >>> sorted(account_keys("NL91 ABNA 0417 1643 00").full)
    ['NL|ABNA||417164300', 'NL|||417164300']
    """
    upper = " ".join(_plain(text[:_LONGEST]).upper().split())
    exact = "".join(text[:_LONGEST].upper().split())
    if iban := _iban_within(upper):
        return _of_iban(exact, iban)
    if any(mark in upper for mark in _NAMES) or not any(c.isdigit() for c in upper):
        return AccountKeys(exact)
    if mask := mask_of(upper):
        return AccountKeys(exact, mask=mask)
    number, currency = _without_currency(upper)
    keys = _of_national(exact, number)
    return keys._replace(currency=currency)


def _plain(text: str) -> str:
    """Return the text with no digits but those of ASCII: others count as signs."""
    if text.isascii():
        return text
    return "".join("?" if x.isnumeric() and not x.isascii() else x for x in text)


def _iban_within(upper: str) -> str:
    """Return the IBAN that stands alone, behind a label or beside a bank's code."""
    parts = [upper, *upper.replace(":", "/").split("/"), upper.removeprefix("IBAN")]
    for part in parts:
        if iban := iban_of("".join(filter(str.isalnum, part))):
            return iban
    return ""


def _without_currency(upper: str) -> tuple[str, str]:
    bare = upper.rstrip(" )")
    code, before = bare[-3:], bare[:-3].rstrip(" (-/.")
    if before[-1:].isdigit() and code.isalpha() and is_currency(code):
        return before, code
    return upper, ""


def _of_iban(exact: str, iban: str) -> AccountKeys:
    country = iban[:2]
    if country not in structures():
        return AccountKeys(exact, iban)
    parts = cut(country, iban[4:])
    bank, branch, account, checks = (parts[kind] for kind in "bscx")
    reading = national.Reading(country, bank, branch, account, checks)
    full, numbers = {reading.key}, national.numbers(country, branch, account)
    if unique := national.UNIQUE_NUMBERS.get(country):
        keys, has_length = unique
        full |= keys(account, bank)
        numbers = numbers if has_length(account, bank) else frozenset()
    return AccountKeys(exact, iban, frozenset(full), _checks([reading]), numbers)


def _of_national(exact: str, upper: str) -> AccountKeys:
    words = _words(upper)
    codes = [word for word in words if national.is_bank_code(word)]
    numbered = [
        word
        for word in words
        if word not in codes and any(mark.isdigit() for mark in word)
    ]
    at_bank = {one for code in codes for one in national.at_bank(code, numbered)}
    found = {*national.readings(numbered), *at_bank}
    full = {reading.key for reading in found} | set(national.pairs(numbered))
    bare = set() if at_bank else set(_bare(upper, codes, numbered))
    numbers = {f"#{number.partition('#')[2]}" for number in bare} if codes else set()
    for country, _, branch, account, _ in found:
        numbers |= national.numbers(country, branch, account)
    joined = "".join(numbered)
    if joined.isdigit() and not codes:
        full |= national.dutch_keys(joined)
    return AccountKeys(
        exact=exact,
        full=frozenset(full),
        checks=_checks(found),
        numbers=frozenset(numbers),
        bare=frozenset(bare),
    )


def _checks(readings: Iterable[national.Reading]) -> frozenset[tuple[str, str]]:
    return frozenset((one.key, one.checks) for one in readings if one.checks)


def _bare(upper: str, codes: list[str], numbered: list[str]) -> Iterator[str]:
    """Yield the number of a text that names no bank by number.

    With the country where a bank's code in letters tells it.
    """
    number = "".join(numbered).lstrip("0")
    names_bank = "/" in upper and len(numbered) > 1
    if not names_bank and number.isdigit() and len(number) >= _FEWEST_DIGITS:
        yield national.number_key(codes[0][4:6] if codes else "", number)
    if len(numbered) > 1 and len(numbered[0]) in (4, 5) and not codes:
        # Swedish: some banks leave the clearing number out of the IBAN.
        rest = "".join(numbered[1:]).lstrip("0")
        if 6 <= len(rest) <= 10:
            yield national.number_key("SE", rest)


def _words(upper: str) -> list[str]:
    """Return the runs of letters and digits, without what stands before a number.

    That is the P of a giro number, or a country before a bank's code: AT39364.
    """
    apart = "".join(mark if mark.isalnum() else " " for mark in upper).split()
    return [_number_in(word) for word in apart]


def _number_in(word: str) -> str:
    if word[0] == "P" and word[1:].isdigit() and len(word) <= 8:
        return word[1:]
    if word[:2] in structures() and word[2:].isdigit():
        return word[2:]
    return word

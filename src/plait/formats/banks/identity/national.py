"""National account numbers read in the structures of countries, each to its own key.

A key holds country, bank, branch and number, zeros before them left out, since one
spelling fills up with zeros and another does not. Check digits stand beside the key:
one spelling has them and another does not.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from plait.formats.banks.account_numbers import iban_of
from plait.formats.banks.identity.structures import (
    WITHOUT_BANK_LETTERS,
    cut,
    lengths,
    structures,
)

_FEWEST_DIGITS = 5


class Reading(NamedTuple):
    """A number as one country would have it."""

    country: str
    bank: str
    branch: str
    account: str
    checks: str = ""

    @property
    def key(self) -> str:
        """The key of bank, branch and number."""
        return key(self.country, self.bank, self.branch, self.account)


def key(country: str, bank: str, branch: str, account: str) -> str:
    """Return the key of a number with its bank."""
    if country in WITHOUT_BANK_LETTERS:
        bank = ""
    parts = (country, *(part.lstrip("0") for part in (bank, branch, account)))
    return "|".join(parts)


def number_key(country: str, number: str) -> str:
    """Return the key of a number without its bank; the country may be empty."""
    return f"{country}#{number}"


def numbers(country: str, branch: str, account: str) -> frozenset[str]:
    """Return the keys by which a spelling without a bank meets this number."""
    found = {account.lstrip("0"), (branch + account).lstrip("0")}
    return frozenset(
        number_key(land, number)
        for number in found
        if len(number) >= _FEWEST_DIGITS
        for land in ("", country)
    )


def readings(words: Sequence[str]) -> Iterator[Reading]:
    """Yield what the words of a number are in each country they fit."""
    joined = "".join(words)
    yield from _whole(joined)
    for bank, account in _parts(words):
        for country in _by_bank_length().get(len(bank), ()):
            yield from _parted(country, bank, account)
    yield from _special(words)


def at_bank(code: str, words: Sequence[str]) -> Iterator[Reading]:
    """Yield what a number is at a bank whose BIC is known: NL, IE, GB, RO, …."""
    country, size = code[4:6], lengths(code[4:6])
    joined = "".join(words)
    if size["b"] == 4 and not size["s"] and 0 < len(joined) <= size["c"]:
        yield Reading(country, code[:4], "", joined)
    elif size["b"] == 4 and len(joined) == size["s"] + size["c"]:
        yield Reading(country, code[:4], joined[: size["s"]], joined[size["s"] :])


def is_bank_code(word: str) -> bool:
    """Return whether the word is a BIC of a country with IBANs.

    >>> is_bank_code("ABNANL2A"), is_bank_code("TRIODOSBANK")
    (True, False)
    """
    return (
        len(word) in (8, 11)
        and word[:6].isalpha()
        and word[4:6] in structures()
        and not word.endswith("BANK")
    )


def pairs(words: Sequence[str]) -> Iterator[str]:
    """Yield keys of bank and number without a country, for every place to part them."""
    for bank, account in _parts(words):
        if len(account) >= _fewest(bank):
            yield key("", bank, "", account)


def _parts(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield bank and number for every place to part them, and the bank behind it."""
    for at in range(1, len(words)):
        yield "".join(words[:at]), "".join(words[at:])
    if len(words) > 1:
        yield words[-1], "".join(words[:-1])


def _fewest(bank: str) -> int:
    """Return how long a number is at least; behind a bank's long code one digit."""
    return 1 if len(bank) >= _FEWEST_DIGITS else _FEWEST_DIGITS


def _whole(joined: str) -> Iterator[Reading]:
    for country, with_checks in _by_length().get(len(joined), ()):
        parts = cut(country, joined, with_checks=with_checks)
        bank, branch, account, checks = (parts[kind] for kind in "bscx")
        yield Reading(country, bank, branch, account, checks)
    for country in WITHOUT_BANK_LETTERS:
        size = lengths(country)
        if len(joined) == size["s"] + size["c"]:
            yield Reading(country, "", joined[: size["s"]], joined[size["s"] :])


@cache
def _by_length() -> dict[int, list[tuple[str, bool]]]:
    """Return the countries by the length of their numbers, with and without checks."""
    found = defaultdict(list)
    for country in structures():
        whole = sum(lengths(country).values())
        found[whole].append((country, True))
        short = sum(lengths(country, with_checks=False).values())
        if short < whole:
            found[short].append((country, False))
    return dict(found)


@cache
def _by_bank_length() -> dict[int, list[str]]:
    found = defaultdict(list)
    for country in structures():
        found[_n_bank(country) + lengths(country)["s"]].append(country)
    return dict(found)


def _n_bank(country: str) -> int:
    return 0 if country in WITHOUT_BANK_LETTERS else lengths(country)["b"]


def _parted(country: str, bank: str, account: str) -> Iterator[Reading]:
    """Yield bank and number, the bank being as long as that country's are."""
    size, n_bank = lengths(country), _n_bank(country)
    checks = ""
    if size["x"] and len(account) == size["c"] + size["x"]:
        account, checks = account[: size["c"]], account[size["c"] :]
    if _fewest(bank) <= len(account) <= size["c"]:
        yield Reading(country, bank[:n_bank], bank[n_bank:], account, checks)


def _special(words: Sequence[str]) -> Iterator[Reading]:
    """Yield what follows a country's own way of filling up with zeros."""
    joined = "".join(words)
    if not joined.isdigit():
        return
    sizes = tuple(map(len, words))
    if len(words) == 3 and sizes[2] == 4 and sizes[0] <= 6 and sizes[1] <= 10:
        for country in ("CZ", "SK"):  # prefix-number/bank
            yield Reading(country, words[2], "", words[0] + words[1].zfill(10))
    if len(words) == 2 and sizes[0] == 6 and 2 <= sizes[1] <= 8:
        yield _finnish(*words)
    if len(joined) == 26 and iban_of(f"PL{joined}"):  # with the IBAN's check digits
        yield Reading("PL", joined[2:10], "", joined[10:])
    if len(joined) == 16:
        yield Reading("HU", joined[:8], "", joined[8:] + "0" * 8)
    if len(words) == 3 and sizes[0] == 2 and sizes[2] == 1 and 1 <= sizes[1] <= 6:
        for country in ("CH", "LI"):  # a PostFinance account: 80-12345-6
            number = words[0] + words[1].zfill(6) + words[2]
            yield Reading(country, "09000", "", number)
    if len(words) == 3 and sizes[0] == 2 and sizes[1] == 3:
        yield Reading("IL", words[0], words[1], words[2])


def _finnish(bank: str, number: str) -> Reading:
    # Savings and cooperative banks (4, 5) fill up after the seventh digit.
    kept = 1 if bank[0] in "45" else 0
    return Reading("FI", bank, "", number[:kept] + number[kept:].zfill(8 - kept))


def dutch_keys(number: str, bank: str = "") -> set[str]:
    """Return the key of a Dutch number that no second bank gave out, if it is one.

    Nine digits (ten with a zero before them) that pass the eleven test, and giro
    numbers of at most seven, which are ING's, were unique in the whole country.
    """
    bare = number.lstrip("0")
    is_giro = _FEWEST_DIGITS <= len(bare) <= 7 and bank in ("", "INGB", "PSTB")
    is_account = 9 <= len(bare) <= 10 and len(number) <= 10 and _passes_eleven(bare)
    return {key("NL", "", "", bare)} if is_giro or is_account else set()


def has_dutch_length(number: str, bank: str) -> bool:
    """Return whether a bank other than ING's giro can have a number so short."""
    return bank in ("INGB", "PSTB") or len(number.lstrip("0")) > 7


def _passes_eleven(number: str) -> bool:
    digits: Iterable[int] = map(int, reversed(number))
    return sum(n * digit for n, digit in enumerate(digits, start=1)) % 11 == 0


# Countries in which some numbers were given out once, whatever the bank: which keys
# such a number has, and whether one so short can be a bank's at all.
UNIQUE_NUMBERS = {"NL": (dutch_keys, has_dutch_length)}

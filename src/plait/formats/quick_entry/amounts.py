"""Amounts of money as people write them: €950, 1.250,50 or 1,250.50, CHF 80.-, 950 euro.

Of two sorts of marks the last one stands before the decimals; a single one before
three digits sets thousands apart, for nobody writes tenths of a cent. A currency that
is not named is the person's own, and a sign that several share is theirs if they pay
with it.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from plait.domain.errors import BadValue
from plait.domain.money import Money, is_currency, minor_digits
from plait.formats.quick_entry.text import NotUnderstood, Span, plain

_DOLLARS = ("USD", "AUD", "CAD", "NZD", "SGD", "HKD", "MXN")
_CROWNS = ("SEK", "NOK", "DKK", "ISK")
# What is named by a sign or a word, the most usual first.
_CALLED: dict[str, tuple[str, ...]] = {
    "€": ("EUR",),
    "euro": ("EUR",),
    "euros": ("EUR",),
    "£": ("GBP",),
    "pound": ("GBP",),
    "pounds": ("GBP",),
    "quid": ("GBP",),
    "pond": ("GBP",),
    "$": _DOLLARS,
    "us$": ("USD",),
    "dollar": _DOLLARS,
    "dollars": _DOLLARS,
    "fr": ("CHF",),
    "francs": ("CHF",),
    "franken": ("CHF",),
    "zł": ("PLN",),
    "kr": _CROWNS,
    "kronor": ("SEK",),
    "¥": ("JPY", "CNY"),
}
# Nobody can say which is meant by these without more.
_UNCLEAR = {"kr"}
# In small letters too; "all" and "top" are currencies, and words.
_CODES = ("eur", "gbp", "usd", "chf", "sek", "nok", "dkk", "pln", "czk", "huf", "ron")

_NAME = "|".join(sorted(map(re.escape, (*_CALLED, *_CODES)), key=len, reverse=True))
_GROUPS = r"[0-9]{1,3}(?:[.,' \u00a0\u202f’][0-9]{3})+(?![0-9])"
_DECIMALS = r"(?:[.,](?:[0-9]{1,3}(?![0-9])|-{1,2}|—|–))?"
_NUMBER = rf"(?:{_GROUPS}|[0-9]{{1,12}}){_DECIMALS}"
_AMOUNT = re.compile(
    rf"""(?<![\w.,:/@\#'-])
    (?P<sign>[+\-\u2212](?=\S))?
    (?:(?P<before>{_NAME}|[a-z]{{3}})(?:\.)?[ \u00a0\u202f]?(?P<second>[+\-\u2212])?)?
    (?P<number>{_NUMBER})(?P<thousand>k(?![a-z]))?
    (?:[ \u00a0\u202f]?(?P<after>{_NAME}|[a-z]{{3}})(?![\w]))?
    (?![\w:/]|[.,'][0-9]|-[0-9])""",
    re.VERBOSE,
)
_MINUS = "-\u2212"


class Amount(NamedTuple):
    """An amount in a line; `is_marked` says that it can be nothing but money.

    `money` is below zero where a minus stands before it, and `has_sign` is True of a
    plus as well. `is_named` says that the currency stands there.
    """

    span: Span
    money: Money
    has_sign: bool = False
    is_named: bool = False
    is_marked: bool = False


def amount_of(text: str, currency: str) -> Money:
    """Return the amount that a text is, in `currency` where it names none.

    >>> [str(amount_of(t, "EUR")) for t in ("1.250,50", "£1,250.50", "950 euro", "41,-")]
    ['1250.50 EUR', '1250.50 GBP', '950 EUR', '41 EUR']
    """
    typed = text.strip()
    found = list(amounts(typed, currency))
    if len(found) != 1 or (found[0].span.start, found[0].span.end) != (0, len(typed)):
        raise BadValue(
            "This is not an amount of money",
            value=text[:40],
            fix="Write it such as 950, 1,250.50 or €41.80.",
        )
    return found[0].money


def amounts(text: str, currency: str) -> Iterator[Amount]:
    """Yield what may be amounts in a line as it was typed, in their order."""
    for found in _AMOUNT.finditer(plain(text)):
        yield _amount(text, found, currency)


def _amount(text: str, found: re.Match[str], currency: str) -> Amount:
    start, end = found.span()
    code, is_named = currency, False
    for part in ("before", "after"):
        word = found[part]
        if not word:
            continue
        named = _currency(text[slice(*found.span(part))], word, currency)
        if named is not None:
            code, is_named = named, True
        elif part == "before":
            start = _after_word(text, found)
        else:
            end = found.end("thousand") if found["thousand"] else found.end("number")
    sign = found["sign"] if start == found.start() else None
    is_signed = is_named or sign or text[start] in f"+{_MINUS}"
    sign = (sign or found["second"] or "").strip() if is_signed else ""
    number = _number(text[start:end], found, code)
    is_marked = is_named or bool(sign) or _has_decimals(found["number"])
    money = Money(-number if sign and sign in _MINUS else number, code)
    return Amount(Span(start, end), money, bool(sign), is_named, is_marked)


def _after_word(text: str, found: re.Match[str]) -> int:
    """Return where an amount begins behind a word that names no currency: "got -5"."""
    at = found.start("second") if found["second"] else 0
    is_apart = at and text[at - 1].isspace()
    return at if is_apart else found.start("number")


def _currency(typed: str, word: str, own: str) -> str | None:
    """Return the currency that a word stands for, None where it is just a word."""
    if word in _UNCLEAR and own not in _CALLED[word]:
        raise NotUnderstood(
            "Several countries call their money this",
            value=typed,
            fix="Write the code of the currency, such as SEK.",
        )
    if codes := _CALLED.get(word):
        return own if own in codes else codes[0]
    code = word.upper()
    is_code = word in _CODES or code in {typed, own}
    return code if is_code and is_currency(code) else None


def _has_decimals(number: str) -> bool:
    tail = re.search(r"[.,]([0-9]{1,2}|-{1,2}|[—–])$", number)
    return tail is not None


def _number(excerpt: str, found: re.Match[str], currency: str) -> Decimal:
    digits = re.sub(r"[' \u00a0\u202f’]", "", found["number"])
    digits = re.sub(r"[.,][-—–]+$", "", digits)
    marks = re.findall("[.,]", digits)
    if marks and _is_decimal(digits, marks, currency, excerpt):
        whole, _, part = digits.rpartition(marks[-1])
        digits = f"{re.sub('[.,]', '', whole)}.{part}"
    else:
        digits = re.sub("[.,]", "", digits)
    number = Decimal(digits) * (1000 if found["thousand"] else 1)
    if -number.normalize().as_tuple().exponent > minor_digits(currency):  # type: ignore[operator]  # of a finite number
        raise NotUnderstood(
            "This amount has more decimals than its currency",
            value=excerpt,
            fix="Write it such as 950, 1,250.50 or €41.80.",
        )
    return number


def _is_decimal(digits: str, marks: list[str], currency: str, excerpt: str) -> bool:
    """Return whether the last mark stands before decimals."""
    part = digits.rpartition(marks[-1])[2]
    if len(set(marks)) > 1 or len(part) != 3:
        return True
    if len(marks) > 1 or not digits.startswith("0"):
        if len(marks) == 1 and minor_digits(currency) == 3:
            raise NotUnderstood(
                "This can be thousands or three decimals",
                value=excerpt,
                fix="Write it without a mark for thousands, or with all decimals.",
            )
        return False
    return True

"""An amount as a cell writes it: its number, its currency, which way the money went."""

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from plait.domain.money import is_currency
from plait.formats import values
from plait.formats.tables.names import SIGNS
from plait.formats.values import BadValue

_LONGEST = 60
# En dash and full-width signs, as word processors and web pages write a minus.
_MINUS = str.maketrans(dict.fromkeys("\u2013\u2212\ufe63\uff0d", "-"))
_MARKS = (*SIGNS, "$", "¥", "kr.", "kr", "RM")
# A sign in brackets of its own, before the number or behind it.
_BRACKETED = {"(-)": "-", "(+)": "+"}
_BEHIND = {"CR": "", "DR": "-", "DB": "-"}


class Written(NamedTuple):
    """The parts of an amount; `code` is empty where the cell tells no currency."""

    number: str
    code: str


@lru_cache(maxsize=8192)
def parted(cell: str) -> Written:
    """Return the number with its sign in front, and the currency that stands with it.

    >>> parted("-£23.50"), parted("1.234,56- EUR"), parted("(€ 5)"), parted("450.00 DR")
    (Written(number='-23.50', code='GBP'), Written(number='-1.234,56', code='EUR'), \
Written(number='-5', code='EUR'), Written(number='-450.00', code=''))
    """
    if len(cell) > _LONGEST:
        return Written(cell, "")
    text, code, is_out = cell.strip().translate(_MINUS), "", False
    for marked, sign in _BRACKETED.items():
        text = text.replace(marked, sign)
    if text.startswith("(") and text.endswith(")"):
        text, is_out = text[1:-1].strip(), True
    before = None
    while text and text != before:
        before = text
        text, is_minus = _without_minus(text)
        is_out = is_out or is_minus
        text, found = _without_currency(text)
        code = code or found
    return Written(f"-{text}" if is_out else text, code)


def _without_minus(text: str) -> tuple[str, bool]:
    """Return the text without a sign at either end; whether that was a minus."""
    if text[:1] in ("-", "+"):
        return text[1:].strip(), text[0] == "-"
    if text[-1:] in ("-", "+"):
        return text[:-1].strip(), text[-1] == "-"
    if text[-2:].upper() in _BEHIND and text[:1].isdigit():
        return text[:-2].strip(), bool(_BEHIND[text[-2:].upper()])
    return text, False


def _without_currency(text: str) -> tuple[str, str]:
    """Return the text without a currency at either end, and its code."""
    for mark in _MARKS:
        if text.startswith(mark):
            return text[len(mark) :].strip(), SIGNS.get(mark, "")
        if text.endswith(mark):
            return text[: -len(mark)].strip(), SIGNS.get(mark, "")
    first, last = text[:3].upper(), text[-3:].upper()
    if is_currency(first) and not text[3:4].isalpha():
        return text[3:].strip(), first
    if is_currency(last) and not text[-4:-3].isalpha():
        return text[:-3].strip(), last
    return text, ""


@lru_cache(maxsize=8192)
def is_amount(cell: str, decimal: str = "") -> bool:
    """Return whether a cell is a number with this decimal mark, or with either."""
    return value_of(cell, decimal) is not None


def value_of(cell: str, decimal: str = "") -> Decimal | None:
    """Return the number of a cell, None where it is none; the last mark is decimal."""
    number = parted(cell).number
    if not any(map(str.isdigit, number)):
        return None
    for mark in decimal or _likely_marks(number):
        try:
            return values.number(number, mark)
        except BadValue:
            continue
    return None


def _likely_marks(number: str) -> str:
    return ",." if number.rfind(",") > number.rfind(".") else ".,"

"""Dates in whatever form a person's table writes them, month names included.

The system's own month names would depend on its language, so they stand here.
"""

import re
from datetime import date
from functools import lru_cache

from plait.formats.values import BadValue

ORDERS = ("ymd", "dmy", "mdy")

_NAMES = (
    "jan january januari januar jänner janvier ene enero gen gennaio janeiro sty янв oca",
    "feb february februari februar fév février febrero febbraio fev fevereiro lut фев şub",
    "mar mrt mär mrz march maart märz mars marzo março мар",
    "apr april avr avril abr abril aprile kwi апр nis",
    "may mei mai mayo mag maggio maio maj мая май",
    "jun june juni juin junio giu giugno junho cze июн haz",
    "jul july juli juil juillet julio lug luglio julho lip июл tem",
    "aug august augustus août ago agosto sie agu авг ağu",
    "sep sept september septembre septiembre set settembre setembro wrz сен eyl",
    "oct okt october oktober octobre octubre ott ottobre out outubro paź окт eki",
    "nov november novembre noviembre novembro lis ноя kas",
    "dec dez december dezember déc décembre dic diciembre dicembre dezembro des gru дек ara",
)
_MONTHS = {name: n for n, names in enumerate(_NAMES, 1) for name in names.split()}
_PARTS = re.compile(r"\d+|[^\W\d_]+")
_CLOCK_BEHIND = re.compile(r"[T ,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}|(?=\D|$)).*", re.DOTALL)
_LONGEST = 60


@lru_cache(maxsize=8192)
def written_day(text: str, order: str = "ymd") -> date:
    """Return the day of a date; `order` is of its parts where they are all numbers.

    A year of four digits in front, or a month by its name, goes before `order`. A
    time behind the date is left aside. Years of two digits are 1970 to 2069.

    >>> written_day("31-12-24 09:30", "dmy"), written_day("Mrt 3, 2025")
    (datetime.date(2024, 12, 31), datetime.date(2025, 3, 3))
    """
    try:
        return date(*_year_month_day(text, order))
    except (ValueError, IndexError):
        raise BadValue(
            "This is not a date in the form that the file uses",
            value=text,
            fix="Correct the date in the file, or say how its dates are written.",
        ) from None


def order_of(texts: list[str]) -> str | None:
    """Return the order that reads every one of the dates; None if not one does.

    Empty where both day first and month first do: 03/04/2025 cannot tell. The year
    first in two digits counts only where no other order will do.
    """
    fitting = [order for order in ORDERS if all(_reads(t, order) for t in texts)]
    if not texts or not fitting:
        return None
    for orders in (fitting, [order for order in fitting if order != "ymd"]):
        if len({tuple(written_day(t, order) for t in texts) for order in orders}) == 1:
            return orders[0]
    return ""


def _reads(text: str, order: str) -> bool:
    try:
        written_day(text, order)
    except BadValue:
        return False
    return True


def _year_month_day(text: str, order: str) -> tuple[int, int, int]:
    left = _CLOCK_BEHIND.sub("", text[:_LONGEST].strip())
    parts = _PARTS.findall(left)
    if ":" in left:  # 10:30:00 would be a day of October 2000
        raise ValueError(text)
    if len(parts) == 1 and len(parts[0]) == 8:
        return _packed(parts[0], order)
    months = [_MONTHS[p.casefold()] for p in parts if p.casefold() in _MONTHS]
    numbers = [part for part in parts if part.isdecimal()]
    if len(numbers) + len(months) != 3 or len(months) > 1:
        raise ValueError(text)
    if months:
        year_last = len(numbers[0]) < 4
        day, year = numbers if year_last else reversed(numbers)
        return _year(year), months[0], int(day)
    if len(numbers[0]) == 4:
        order = "ymd"
    at = {letter: numbers[order.index(letter)] for letter in "ymd"}
    if max(len(at["m"]), len(at["d"])) > 2:
        raise ValueError(text)
    return _year(at["y"]), int(at["m"]), int(at["d"])


def _packed(digits: str, order: str) -> tuple[int, int, int]:
    """Return the parts of 20240131, or of 31012024 where the order says so."""
    if order == "ymd":
        return _year(digits[:4]), int(digits[4:6]), int(digits[6:])
    first, second = int(digits[:2]), int(digits[2:4])
    month, day = (second, first) if order == "dmy" else (first, second)
    return _year(digits[4:]), month, day


def _year(digits: str) -> int:
    if len(digits) == 2:
        short = int(digits)
        return short + (2000 if short < 70 else 1900)
    if len(digits) != 4 or not 1900 <= int(digits) < 2200:
        raise ValueError(digits)
    return int(digits)

"""How a person writes numbers, dates and times; "" is as usual in their language."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum


class Numbers(StrEnum):
    """How a number is written, by an example."""

    USUAL = ""
    POINT_COMMA = "1.234,56"
    COMMA_POINT = "1,234.56"
    SPACE_COMMA = "1 234,56"


class Dates(StrEnum):
    """How a day is written, by an example."""

    USUAL = ""
    DASHES = "30-11-26"
    SLASHES = "30/11/26"
    AMERICAN = "11/30/26"
    ISO = "26-11-30"


class Clock(StrEnum):
    """How a time is written: by 24 hours or by 12."""

    USUAL = ""
    HOURS_24 = "24"
    HOURS_12 = "12"


@dataclass(frozen=True, slots=True)
class Writing:
    """A person's own way of writing; see the three lists."""

    numbers: Numbers = Numbers.USUAL
    dates: Dates = Dates.USUAL
    clock: Clock = Clock.USUAL


USUAL = Writing()
_current: ContextVar[Writing] = ContextVar("writing", default=USUAL)  # frozen

# The marks before thousands and before decimals; a narrow space does not break a line.
_MARKS = {
    Numbers.POINT_COMMA: (".", ","),
    Numbers.COMMA_POINT: (",", "."),
    Numbers.SPACE_COMMA: ("\u202f", ","),
}
_OF_LANGUAGE = {"en": (",", "."), "nl": (".", ",")}
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[.,](?=\d)")


def writing() -> Writing:
    """Return how the person writes for whom something is written now."""
    return _current.get()


def write_as(how: Writing) -> None:
    """Write so from here on: for a program that answers one person."""
    _current.set(how)


@contextmanager
def written_as(how: Writing) -> Iterator[None]:
    """Write so while this lasts."""
    token = _current.set(how)
    try:
        yield
    finally:
        _current.reset(token)


def number_marks(language: str) -> tuple[str, str]:
    """Return the marks before thousands and before decimals, as the person chose.

    >>> number_marks("nl")
    ('.', ',')
    """
    usual = _OF_LANGUAGE.get(language, _OF_LANGUAGE["en"])
    return _MARKS.get(writing().numbers, usual)


def written_number(text: str, language: str) -> str:
    """Return a number that is written as usual in a language as the person writes it.

    >>> with written_as(Writing(numbers=Numbers.POINT_COMMA)):
    ...     written_number("1,234.56", "en")
    '1.234,56'
    """
    wanted = _MARKS.get(writing().numbers)
    if wanted is None:
        return text
    thousands, _ = _OF_LANGUAGE.get(language, _OF_LANGUAGE["en"])
    return _BETWEEN_DIGITS.sub(
        lambda found: wanted[0] if found[0] == thousands else wanted[1], text
    )


# Of each way: with the year and without, in the letters of Unicode (for Babel).
_DAYS = {
    Dates.DASHES: ("dd-MM-y", "dd-MM"),
    Dates.SLASHES: ("dd/MM/y", "dd/MM"),
    Dates.AMERICAN: ("MM/dd/y", "MM/dd"),
    Dates.ISO: ("y-MM-dd", "MM-dd"),
}


def day_pattern(usual: str, *, with_year: bool = True) -> str:
    """Return the pattern of a day, `usual` where the person chose no other."""
    both = _DAYS.get(writing().dates)
    return usual if both is None else both[0 if with_year else 1]

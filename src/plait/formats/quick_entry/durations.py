"""How long something took, as people say it in English and Dutch."""

import re
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from plait.formats.quick_entry.text import Span

_WORDS = (
    ("a", "an", "one", "een"),
    ("two", "twee"),
    ("three", "drie"),
    ("four", "vier"),
    ("five", "vijf"),
    ("six", "zes"),
    ("seven", "zeven"),
    ("eight", "acht"),
    ("nine", "negen"),
    ("ten", "tien"),
    ("eleven", "elf"),
    ("twelve", "twaalf"),
)
NUMBERS = {word: n for n, words in enumerate(_WORDS, start=1) for word in words}
_PARTS = {
    "½": "0.5",
    "¼": "0.25",
    "¾": "0.75",
    "1/2": "0.5",
    "1/4": "0.25",
    "3/4": "0.75",
}

_WORD = "|".join(sorted(NUMBERS, key=len, reverse=True))
_PART = "|".join(_PARTS)
_N = (
    rf"(?P<n>[0-9]{{1,4}}(?:[.,][0-9]{{1,2}})?(?:\s?(?P<part>{_PART}))?"
    rf"|(?P<only>{_PART})|(?:{_WORD})(?![a-z]))"
)
_HOUR = r"(?:hours?|hrs?|h|uurtjes?|uren|uur|u)"
_MINUTE = r"(?:minutes?|minuten|minuut|mins?|m|')"

HOURS, MINUTES = "hours", "minutes"


class Length(NamedTuple):
    """A length of time in a line."""

    span: Span
    seconds: int
    unit: str
    is_clocklike: bool = False


def _number(found: re.Match[str]) -> Decimal:
    mention = found["n"]
    if mention in NUMBERS:
        return Decimal(NUMBERS[mention])
    part = found["only"] or found["part"]
    whole = mention.removesuffix(part or "").strip() or "0"
    return Decimal(whole.replace(",", ".")) + Decimal(_PARTS.get(part, "0"))


def _hours(more: str = "0") -> Callable[[re.Match[str]], Decimal]:
    return lambda found: (_number(found) + Decimal(more)) * 3600


def _fixed(seconds: int) -> Callable[[re.Match[str]], Decimal]:
    return lambda _: Decimal(seconds)


def _clock(found: re.Match[str]) -> Decimal:
    return Decimal(int(found["hours"]) * 3600 + int(found["minutes"]) * 60)


def _quarters(found: re.Match[str]) -> Decimal:
    return (_number(found) if found["n"] else 1) * Decimal(900)


_AFTER = r"(?![a-z0-9'])"
_BEFORE = r"(?<![a-z0-9.,:/@#&'-])"
_MARK = r"(?P<hours>[0-9]{1,2})"
_KINDS: tuple[tuple[str, str, Callable[[re.Match[str]], Decimal]], ...] = (
    (r"(?:an|one|1) hour and a half", HOURS, _fixed(5400)),
    (r"(?:an|one|1) hour and a quarter", HOURS, _fixed(4500)),
    (rf"{_N}\s+(?:and|en) (?:a|een) half\s*{_HOUR}", HOURS, _hours("0.5")),
    (rf"{_N}\s*{_HOUR} and a half", HOURS, _hours("0.5")),
    (rf"(?P<n>{_WORD})enhal(?:f|ve)\s*{_HOUR}", HOURS, _hours("0.5")),
    (rf"anderhal(?:f|ve)\s*{_HOUR}", HOURS, _fixed(5400)),
    (rf"(?:(?:a|een) )?half\s*(?:an )?{_HOUR}", HOURS, _fixed(1800)),
    (r"(?:three|3) quarters of an hour|drie ?kwart uur", HOURS, _fixed(2700)),
    (r"(?:a )?quarter (?:of an )?hour", MINUTES, _fixed(900)),
    (rf"(?:{_N}\s+)?kwartier(?:tjes?|en)?", MINUTES, _quarters),
    (rf"{_MARK}[hu](?P<minutes>[0-5][0-9])(?:\s?m(?:in)?)?", HOURS, _clock),
    (rf"{_N}\s*{_HOUR}", HOURS, _hours()),
    (r"uurtje", HOURS, _fixed(3600)),
    (rf"{_N}\s*{_MINUTE}", MINUTES, lambda found: _number(found) * 60),
    (rf"{_MARK}:(?P<minutes>[0-5][0-9])(?:\s?[hu])?", HOURS, _clock),
)
_PATTERNS = [
    (re.compile(f"{_BEFORE}(?:{pattern}){_AFTER}"), unit, seconds)
    for pattern, unit, seconds in _KINDS
]
_CLOCKLIKE = re.compile(r"(?:[6-9]|[01][0-9]|2[0-9]):[0-9]{2}")
_JOINED = re.compile(r"\s*(?:,|and|en|\+)?\s*")


def lengths(left: str) -> list[Length]:
    """Return every length of time in a plain line, hours with minutes behind in one.

    >>> [(length.span, length.seconds) for length in lengths("1 uur en een kwartier")]
    [(Span(start=0, end=21), 4500)]
    """
    found: list[Length] = []
    for length in _apart(left):
        before = found[-1] if found else None
        if (
            before is not None
            and (before.unit, length.unit) == (HOURS, MINUTES)
            and _JOINED.fullmatch(left, before.span.end, length.span.start)
        ):
            span = Span(before.span.start, length.span.end)
            found[-1] = Length(span, before.seconds + length.seconds, MINUTES)
        else:
            found.append(length)
    return found


def _apart(left: str) -> Iterator[Length]:
    """Yield lengths in order; where two overlap the earlier, then the longer."""
    every = [
        Length(
            Span(*found.span()),
            int(seconds(found).to_integral_value(rounding=ROUND_HALF_UP)),
            unit,
            bool(_CLOCKLIKE.fullmatch(found[0])),
        )
        for pattern, unit, seconds in _PATTERNS
        for found in pattern.finditer(left)
    ]
    at = 0
    for length in sorted(every, key=lambda one: (one.span.start, -one.span.end)):
        if length.span.start >= at:
            yield length
            at = length.span.end

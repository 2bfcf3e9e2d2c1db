"""Agreed days and times as people write them, in English or Dutch.

    ma 9-17, di 9-12:30        Mon–Wed 9–17; Thu 8:30–12:30, 13–17
    maandag t/m woensdag 8.30-17.00        weekdays 9am to 5pm

Some days, then some times: each of the times holds on each of the days. Commas and
words between them, such as "and" or "op", may stand there or not.
"""

import re
from collections.abc import Iterator
from datetime import time
from typing import NamedTuple

from plait.domain.blocks import MOST_BLOCKS, Block, blocks_as_text, overlap_in
from plait.domain.errors import PlaitError
from plait.domain.week_clock import CLOCK, Clock, clock_of, stretch_of

_DAYS = (
    "monday mon mo maandag ma",
    "tuesday tues tue tu dinsdag din di",
    "wednesday wed we woensdag woe wo",
    "thursday thurs thur thu th donderdag don do",
    "friday fri fr vrijdag vrij vr",
    "saturday sat sa zaterdag zat za",
    "sunday sun su zondag zon zo",
)
_NAMED: dict[str, tuple[int, ...]] = {
    name: (n,) for n, names in enumerate(_DAYS) for name in names.split()
}
_NAMED |= dict.fromkeys(("weekday", "werkdag", "doordeweek"), tuple(range(5)))
_NAMED |= dict.fromkeys(("weekend", "weekeind"), (5, 6))
_NAMED |= dict.fromkeys(("daily", "dagelijk"), tuple(range(7)))
_TO = {
    *"-–—‑\u2212",
    *("to", "till", "til", "until", "through", "thru", "tot", "tm", "t/m"),
}
# What says nothing of its own; "u", "uur" and "h" stand behind a time.
_ASIDE = {
    *",;:&+/.",
    *("and", "en", "on", "op", "from", "van", "every", "each", "elke", "iedere"),
    *("u", "uur", "uren", "h", "hr", "hrs"),
}
_TOKEN = re.compile(rf"(?P<clock>{CLOCK})|t\s*/\s*m\b|[^\W\d_]+|\S", re.IGNORECASE)
_TOT_EN_MET = re.compile(r"\btot\s+en\s+met\b", re.IGNORECASE)
# The kinds of tokens of one part: days, then times; d is days, c a time, - a "to".
_PART = re.compile(r"((?:d(?:-d)?)+)((?:c-c)+)")
_LONGEST, _LISTED = 1_000, 40
_FIX = "Write it such as mon-wed 9-17, thu 8:30-12:30."


class NoWeek(PlaitError):
    """A text that does not tell the days and times of a week."""


class _Token(NamedTuple):
    """A piece of the text, and the days or the time that it tells."""

    starts: int
    kind: str
    days: tuple[int, ...] = ()
    clock: Clock = Clock(0)


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return the blocks that a person's text tells, in order; raise `NoWeek`.

    >>> blocks_as_text(blocks_of("ma-di 9-17, wo 8.30 tot 12 uur"))
    'mon 09:00-17:00, tue 09:00-17:00, wed 08:30-12:00'
    """
    if len(text) > _LONGEST:
        raise _unclear("This is longer than the week of anybody", text[:_LISTED])
    text = _TOT_EN_MET.sub("-", text)
    tokens = list(_tokens(text))
    kinds = "".join(token.kind for token in tokens)
    found: set[Block] = set()
    at = 0
    while at < len(tokens):
        part = _PART.match(kinds, at)
        if part is None:
            raise _broken(tokens[at], text)
        days, times = (tokens[slice(*part.span(n))] for n in (1, 2))
        found |= {Block(d, *t) for d in _days(days) for t in _stretches(times)}
        at = part.end()
    return _checked(tuple(sorted(found)))


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        excerpt = match[0]
        word = re.sub(r"\s", "", excerpt).casefold()
        days = _NAMED.get(word) or _NAMED.get(re.sub("(s|en)$", "", word))
        if match["clock"]:
            yield _Token(match.start(), "c", clock=_possible(match))
        elif days:
            yield _Token(match.start(), "d", days=days)
        elif word in _TO:
            yield _Token(match.start(), "-")
        elif word not in _ASIDE:
            raise _unclear("This is neither a day nor a time", excerpt)


def _possible(match: re.Match[str]) -> Clock:
    clock = clock_of(match)
    if not clock.is_possible:
        raise _unclear("No clock shows this time", match[0])
    return clock


def _days(tokens: list[_Token]) -> Iterator[int]:
    """Yield the weekdays of some days and ranges of days; a range may go round."""
    for n, token in enumerate(tokens):
        begins = n > 1 and tokens[n - 1].kind == "-"
        if begins:
            first, last = tokens[n - 2].days[0], token.days[-1]
            yield from (day % 7 for day in range(first, first + (last - first) % 7 + 1))
        else:
            yield from token.days


def _stretches(tokens: list[_Token]) -> list[tuple[time, time]]:
    clocks = [token.clock for token in tokens if token.kind == "c"]
    pairs = zip(clocks[::2], clocks[1::2], strict=True)
    return [stretch_of(first, last) for first, last in pairs]


def _checked(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    both = overlap_in(blocks)
    if both:
        raise NoWeek(
            "Two of these times overlap",
            value=blocks_as_text(both),
            fix="Let the second begin where the first ends.",
        )
    if len(blocks) > MOST_BLOCKS:
        raise _unclear("These are more than 50 stretches of time", str(len(blocks)))
    return blocks


def _broken(token: _Token, text: str) -> NoWeek:
    """Return what is wrong where a token begins no whole part."""
    excerpt = text[token.starts :][:_LISTED]
    if token.kind == "d":
        return _unclear("A day needs a time from and a time to", excerpt)
    return _unclear("A time needs a day before it, and an end", excerpt)


def _unclear(what: str, value: str) -> NoWeek:
    return NoWeek(what, value=value, fix=_FIX)

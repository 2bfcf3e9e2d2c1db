"""Where a line names days, and which of them say when something was done."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plait.formats.quick_entry.day_words import ABOUT, FOR, PATTERNS, Kind
from plait.formats.quick_entry.text import Reading, Span


class Mention(NamedTuple):
    """A day as it stands in the line, not yet made sense of."""

    span: Span
    found: re.Match[str]
    kind: Kind


def is_the_day(reading: Reading, mention: Mention) -> bool:
    """Return whether a day says when; a plain one does at the start or end only."""
    before = reading.left[: mention.span.start]
    if ABOUT.search(before) or (mention.kind.is_plain and FOR.search(before)):
        return False
    is_at_edge = reading.is_at_start(mention.span) or reading.is_at_end(mention.span)
    return is_at_edge or not mention.kind.is_plain


def mentions(reading: Reading) -> Iterator[Mention]:
    """Yield days in order; where two overlap the earlier, then the longer."""
    every = (
        Mention(Span(*found.span()), found, kind)
        for kind, pattern in PATTERNS
        for found in pattern.finditer(reading.left)
    )
    at = 0
    for mention in sorted(every, key=lambda one: (one.span.start, -one.span.end)):
        if mention.span.start >= at:
            yield mention
            at = mention.span.end

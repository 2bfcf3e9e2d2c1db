"""A length of time that stands alone, as a person types it."""

from plait.domain.errors import BadValue
from plait.formats.quick_entry.durations import lengths
from plait.formats.quick_entry.text import plain


def seconds_of(text: str) -> int:
    """Return the seconds of "1:30", "90 m" or "anderhalf uur"; raise `BadValue`.

    >>> [seconds_of(text) // 60 for text in ("1:30", "90m", "2h", "2u 15m")]
    [90, 90, 120, 135]
    """
    typed = plain(text.strip())
    found = lengths(typed)
    if len(found) != 1 or (found[0].span.start, found[0].span.end) != (0, len(typed)):
        raise BadValue(
            "This is not a length of time",
            value=text,
            fix="Write it such as 1:30, 90m or 2h.",
        )
    return found[0].seconds

"""Fingerprints: what two tellings of one thing have in common, in 64 bits.

Among a million lines the chance that any two share one by accident is about 1 in
37 million (n^2 / 2^65).
"""

import struct
from datetime import datetime
from hashlib import blake2b

_signed = struct.Struct(">q")


def entry_fingerprints(
    tracker_id: str, person: str, started_at: datetime | None
) -> list[int]:
    """Return by what a time entry is the same whatever of it is corrected later.

    That is the tracker's own number of it, and its person and the minute it began.
    """
    found = []
    if tracker_id:
        found.append(fingerprint_of(f"number\x1f{tracker_id}"))
    if started_at:
        start = f"start\x1f{person.casefold()}\x1f{minute_of(started_at)}"
        found.append(fingerprint_of(start))
    return found


def minute_of(at: datetime) -> int:
    """Return the minute since 1970 that an aware instant lies in."""
    return int(at.timestamp()) // 60


def fingerprint_of(text: str) -> int:
    """Return 64 bits of a text as the signed whole number a table holds."""
    raw = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    number: int = _signed.unpack(raw)[0]
    return number

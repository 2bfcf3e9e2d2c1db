"""Fingerprints: what two tellings of one thing have in common, in 64 bits.

Among a million lines the chance that any two share one by accident is about 1 in
37 million (n^2 / 2^65).
"""

import struct
from hashlib import blake2b

_signed = struct.Struct(">q")


def fingerprint_of(text: str) -> int:
    """Return 64 bits of a text as the signed whole number a table holds."""
    raw = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    number: int = _signed.unpack(raw)[0]
    return number

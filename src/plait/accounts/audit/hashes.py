"""The hashes that an audit chain is made of: SHA-256 over exact bytes.

    digest(n)  = SHA-256(salt, owner, n, time, act, details)
    chained(n) = SHA-256(chained(n - 1), owner, n, digest(n)); chained(0) = ""

each as a JSON list without blanks, its keys sorted, in UTF-8. The salt is 128 bits by
chance, so that nobody finds out a deleted entry by trying what it may have said.
"""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any


def digest_of(  # each part of an entry is hashed
    *,
    salt: str,
    owner: int,
    number: int,
    at: datetime,
    act: str,
    details: dict[str, Any],
) -> str:
    """Return the hash of one entry, 64 hexadecimal digits."""
    instant = at.astimezone(UTC).isoformat(timespec="microseconds")
    return _hash([salt, owner, number, instant, act, details])


def chained_of(*, before: str, owner: int, number: int, digest: str) -> str:
    """Return the hash that the next link is chained to; `before` is "" at first."""
    return _hash([before, owner, number, digest])


def _hash(parts: list[Any]) -> str:
    text = json.dumps(parts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()

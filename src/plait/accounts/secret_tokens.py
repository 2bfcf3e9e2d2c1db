"""What is kept of a secret that stands in an address: its hash, which opens nothing."""

import hashlib


def token_hash(token: str) -> str:
    """Return the hash by which a secret is looked up, 64 letters."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()

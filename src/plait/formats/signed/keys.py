"""Ed25519 keys: a seed of 32 bytes, its public key, and signatures (RFC 8032).

libsodium (PyNaCl) works them out. It refuses public keys of small order and signatures
that are not in their one canonical form, so that no second signature fits a text.
"""

import hashlib
from functools import lru_cache

SEED_BYTES = 32
KEY_DIGITS = 64
SIGNATURE_BYTES = 64


def new_seed() -> bytes:
    """Return a new private key: 32 bytes by chance, from the operating system."""
    from nacl.utils import random

    return random(SEED_BYTES)


def public_of(seed: bytes) -> str:
    """Return the public key of a private one, in 64 hexadecimal digits."""
    from nacl.signing import SigningKey

    return bytes(SigningKey(seed).verify_key).hex()


def signature_of(seed: bytes, text: bytes) -> bytes:
    """Return the signature of a text, 64 bytes: the same text has the same one."""
    from nacl.signing import SigningKey

    return SigningKey(seed).sign(text).signature


def fits(key: str, signature: bytes, text: bytes) -> bool:
    """Return whether whoever has this public key's private one signed this text."""
    from nacl.exceptions import CryptoError
    from nacl.signing import VerifyKey

    if not is_key(key) or len(signature) != SIGNATURE_BYTES:
        return False
    try:
        VerifyKey(bytes.fromhex(key)).verify(text, signature)
    except (CryptoError, ValueError):
        return False
    return True


def is_key(text: str) -> bool:
    """Return whether a text is written as a public key is: 64 digits, lower case."""
    return len(text) == KEY_DIGITS and all(one in "0123456789abcdef" for one in text)


@lru_cache(maxsize=256)
def fingerprint(key: str) -> str:
    """Return what two people compare by telephone: 128 bits in eight groups of four.

    The first half of SHA-256 of the key: to find another key with the same one takes
    about 2^128 tries.

    >>> fingerprint("00" * 32)
    '6668 7aad f862 bd77 6c8f c18b 8e9f 8e20'
    """
    digits = hashlib.sha256(bytes.fromhex(key)).hexdigest()[:32]
    return " ".join(digits[at : at + 4] for at in range(0, 32, 4))

"""Signed files: a statement of one person to another, signed over its exact bytes.

The outside is a DSSE envelope (Dead Simple Signing Envelope, v1.0.2), the inside a
statement in JSON that says of itself what it is, whom it is for, and until when.
"""

from plait.formats.signed.envelope import Opened, opened, sealed_with
from plait.formats.signed.keys import fingerprint, new_seed, public_of
from plait.formats.signed.statement import Kind, Sender, Statement, read, written

__all__ = [
    "Kind",
    "Opened",
    "Sender",
    "Statement",
    "fingerprint",
    "new_seed",
    "opened",
    "public_of",
    "read",
    "sealed_with",
    "written",
]

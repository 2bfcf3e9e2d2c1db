"""DSSE: exact bytes, their type, and the signature over both.

    {"payload": base64, "payloadType": type, "signatures": [{"keyid": …, "sig": base64}]}

What is signed is the pre-authentication encoding (PAE):

    "DSSEv1" SP len(type) SP type SP len(payload) SP payload

lengths in bytes, as decimal numbers. Source: github.com/secure-systems-lab/dsse,
protocol.md and envelope.md. Ours is stricter: one signature, `keyid` is the public key,
and the file is written in one way only, so that no byte of it can be another.
"""

from base64 import b64decode, b64encode
from dataclasses import dataclass

import msgspec

from plait.formats.signed.errors import Changed, NewerKind, NotSigned, TooLarge
from plait.formats.signed.keys import fits, is_key, public_of, signature_of

PAYLOAD_TYPE = "application/vnd.plait.statement+json"
SUFFIX = ".plait"
MOST_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class Opened:
    """What is rightly signed: the exact bytes, their signature, and whose key it is.

    `key` is in 64 hexadecimal digits, `signature` in 128.
    """

    payload: bytes
    key: str
    signature: str


class _Signature(msgspec.Struct, forbid_unknown_fields=True):
    keyid: str
    sig: str


class _File(msgspec.Struct, forbid_unknown_fields=True):
    payload: str
    payloadType: str  # noqa: N815  # the name that DSSE gives it
    signatures: list[_Signature]


def pae(payload_type: str, payload: bytes) -> bytes:
    """Return the pre-authentication encoding: what a signature is made over."""
    kind = payload_type.encode()
    return b"DSSEv1 %d %b %d %b" % (len(kind), kind, len(payload), payload)


def sealed_with(seed: bytes, payload: bytes) -> bytes:
    """Return the signed file of a payload; raise `TooLarge`."""
    signature = signature_of(seed, pae(PAYLOAD_TYPE, payload))
    return file_of(Opened(payload, public_of(seed), signature.hex()))


def file_of(opened: Opened) -> bytes:
    """Return the signed file that these parts make: always the same bytes."""
    signature = b64encode(bytes.fromhex(opened.signature)).decode()
    content = msgspec.json.encode(
        _File(
            b64encode(opened.payload).decode(),
            PAYLOAD_TYPE,
            [_Signature(opened.key, signature)],
        )
    )
    if len(content) > MOST_BYTES:
        raise TooLarge
    return content


def opened(content: bytes) -> Opened:
    """Return what a signed file holds, once its signature fits.

    Nothing of the payload is read before. Raise `NotSigned`, `TooLarge`, `NewerKind`
    or `Changed`.
    """
    if len(content) > MOST_BYTES:
        raise TooLarge
    # A mail program or an editor may add an end of line.
    content = content.rstrip(b"\r\n")
    file = _decoded(content)
    if file.payloadType != PAYLOAD_TYPE:
        raise NewerKind
    found = _parts(file)
    signed = pae(PAYLOAD_TYPE, found.payload)
    if not fits(found.key, bytes.fromhex(found.signature), signed):
        raise Changed
    if file_of(found) != content:
        raise Changed
    return found


def _decoded(content: bytes) -> _File:
    try:
        return msgspec.json.decode(content, type=_File)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise NotSigned from error


def _parts(file: _File) -> Opened:
    if len(file.signatures) != 1 or not is_key(file.signatures[0].keyid):
        raise Changed
    try:
        payload = b64decode(file.payload, validate=True)
        signature = b64decode(file.signatures[0].sig, validate=True)
    except ValueError as error:
        raise Changed from error
    return Opened(payload, file.signatures[0].keyid, signature.hex())

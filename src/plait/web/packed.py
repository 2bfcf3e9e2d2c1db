"""A page kept compressed, with places for what each answer has of its own.

An attacker who can put text on a page and see how long its answers are can guess a
secret on it, where both are compressed together (BREACH). Here they never are: the
page is compressed once, without the token, and each token is put between its parts as
it is (RFC 1951, 3.2.4: a stored block). All answers of one page are equally long.
"""

import secrets
import struct
import zlib
from dataclasses import dataclass

# Nobody knows it, so that nothing in a book can be one.
SLOT = f"slot-{secrets.token_hex(16)}"
_RAW = -zlib.MAX_WBITS
_LEVEL = 6
# RFC 1952: deflate, no name, no time, made anywhere.
_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
_END = b"\x03\x00"  # an empty last block


@dataclass(frozen=True, slots=True)
class Packed:
    """The parts between the places, each compressed by itself, on whole bytes."""

    parts: tuple[bytes, ...]

    @classmethod
    def of(cls, html: str) -> "Packed":
        """Return a page whose places say `SLOT`."""
        return cls(tuple(_pack(part.encode()) for part in html.split(SLOT)))

    @property
    def n_bytes(self) -> int:
        """How much memory it takes."""
        return sum(map(len, self.parts))

    @property
    def has_slots(self) -> bool:
        """Whether there is anything to put into it."""
        return len(self.parts) > 1

    def plain(self, token: str) -> bytes:
        """Return the page with that token, not compressed."""
        return token.encode().join(map(_unpack, self.parts))

    def gzipped(self, token: str) -> bytes:
        """Return the page with that token, compressed but for the token."""
        whole = self.plain(token)
        middle = _stored(token.encode()).join(self.parts)
        check = struct.pack("<LL", zlib.crc32(whole), len(whole) & 0xFFFFFFFF)
        return b"".join((_HEAD, middle, _END, check))


def _pack(part: bytes) -> bytes:
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW)
    return packer.compress(part) + packer.flush(zlib.Z_FULL_FLUSH)


def _unpack(part: bytes) -> bytes:
    return zlib.decompressobj(_RAW).decompress(part)


def _stored(text: bytes) -> bytes:
    return b"\x00" + struct.pack("<HH", len(text), len(text) ^ 0xFFFF) + text

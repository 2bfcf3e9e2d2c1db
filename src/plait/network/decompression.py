"""Answers that come packed, unpacked a little at a time so that none fills the memory."""

import zlib
from collections.abc import Iterator

_PIECE = 65_536
_GZIP = 31  # zlib's number for a window of 32 KB within gzip's frame


class Plain:
    """Bytes that come as they are."""

    def of(self, piece: bytes) -> Iterator[bytes]:
        """Yield what a piece stands for; raise `ValueError` if for nothing."""
        yield piece

    def is_whole(self) -> bool:
        """Return whether the end has come."""
        return True


class _Packed(Plain):
    def __init__(self) -> None:
        self._zip = zlib.decompressobj(wbits=_GZIP)

    def of(self, piece: bytes) -> Iterator[bytes]:
        plain = b"-" * _PIECE
        while piece or len(plain) == _PIECE:  # as much again may wait inside
            try:
                plain = self._zip.decompress(piece, _PIECE)
            except zlib.error as error:
                raise ValueError(*error.args) from error
            piece = self._zip.unconsumed_tail
            yield plain

    def is_whole(self) -> bool:
        return self._zip.eof


def decompressor(how: str) -> Plain:
    """Return what unpacks an answer; raise `ValueError` for ways nobody asked for."""
    match how.strip().lower():
        case "" | "identity":
            return Plain()
        case "gzip" | "x-gzip":
            return _Packed()
    raise ValueError(how)

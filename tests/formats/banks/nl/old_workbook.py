"""A workbook as Excel 97 wrote it, made by hand: no library here writes these.

An OLE file of one stream `Workbook`, in it BIFF8 records: [MS-XLS] and [MS-CFB].
"""

import struct

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def workbook(rows: list[list[str | float]]) -> bytes:
    """Return the bytes of a workbook with one sheet of these cells."""
    return _ole(_globals() + _sheet(rows))


def _record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _bof(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))


def _text(text: str, length: str) -> bytes:
    return struct.pack(length, len(text)) + b"\x01" + text.encode("utf-16-le")


def _globals() -> bytes:
    name = _text("Sheet0", "<B")
    size = len(_bof(5)) + 4 + 6 + len(name) + 4
    sheet = _record(0x0085, struct.pack("<IBB", size, 0, 0) + name)
    return _bof(5) + sheet + _record(0x000A)


def _sheet(rows: list[list[str | float]]) -> bytes:
    width = max(map(len, rows))
    size = _record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0))
    cells = b"".join(
        _cell(row, column, value)
        for row, values in enumerate(rows)
        for column, value in enumerate(values)
    )
    return _bof(0x10) + size + cells + _record(0x000A)


def _cell(row: int, column: int, value: str | float) -> bytes:
    at = struct.pack("<HHH", row, column, 0)
    if isinstance(value, str):
        return _record(0x0204, at + _text(value, "<H"))
    return _record(0x0203, at + struct.pack("<d", value))


def _ole(stream: bytes) -> bytes:
    stream = stream.ljust(max(4096, -(-len(stream) // _SECTOR) * _SECTOR), b"\0")
    n_sectors = len(stream) // _SECTOR
    # Sector 0 is the table of sectors, 1 the directory, the stream follows.
    chain = [_FAT, _END, *range(3, n_sectors + 2), _END]
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(_SECTOR, b"\xff")
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        bytes(16),
        *(0x3E, 3, 0xFFFE, 9, 6, bytes(6)),
        *(0, 1, 1, 0, 4096, _END, 0, _END, 0, 0),
    )
    header += struct.pack("<108I", *[_FREE] * 108)
    directory = _entry("Root Entry", 5, 1, _END, 0) + _entry(
        "Workbook", 2, _FREE, 2, len(stream)
    )
    return header + table + directory.ljust(_SECTOR, b"\0") + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    raw = (name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        raw,
        len(raw),
        *(kind, 1, _FREE, _FREE, child, bytes(16), 0, 0, 0, start, size),
    )

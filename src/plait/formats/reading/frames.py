"""What a reading says, frame by frame, so that it can cross from process to process.

A frame is one of the structs below; lines come as a list of one kind. Records of a
Plait file hold richer values than lines do: they travel as a pickle that can name
nothing but our own vocabulary, for whoever writes it has read a hostile file.
"""

import io
import pickle
from collections.abc import Sequence
from typing import Any

import msgspec

from plait.domain.errors import Problem
from plait.domain.records import (
    BankLine,
    EventLine,
    Line,
    PositionLine,
    SeriesGone,
    StatementPeriod,
    TimeLine,
)
from plait.formats.reading.coverage import Covered


class Looks(msgspec.Struct, tag="looks", array_like=True):
    """A file is looked into, to open it (`within` is -1) or to find its turn."""

    given: int
    within: int
    name: str


class Begins(msgspec.Struct, tag="begins", array_like=True):
    """A file is read now: the `within`th of what the `given`th file holds."""

    given: int
    within: int
    name: str


class Recognised(msgspec.Struct, tag="recognised", array_like=True):
    """The format that the file is of."""

    format: str
    label: str


class Lines(msgspec.Struct, tag="lines", array_like=True):
    """Lines of one kind, in file order; `packed` is read by `unpack`."""

    kind: str
    n: int
    packed: bytes


class Problems(msgspec.Struct, tag="problems", array_like=True):
    """What could not be taken."""

    problems: list[Problem]


class Covers(msgspec.Struct, tag="covers", array_like=True):
    """Which days the file covers, of which accounts, trackers and calendars."""

    covered: list[Covered]


class Progress(msgspec.Struct, tag="progress", array_like=True):
    """How far the file is read, 0 to 1."""

    fraction: float


class Refused(msgspec.Struct, tag="refused", array_like=True):
    """Nothing of the file is taken, and why."""

    problem: Problem


class Ends(msgspec.Struct, tag="ends", array_like=True):
    """The file was read to its end."""


Frame = (
    Looks | Begins | Recognised | Lines | Problems | Covers | Progress | Refused | Ends
)

_LINES: dict[str, type[Any]] = {
    kind.__name__: kind
    for kind in (
        BankLine,
        StatementPeriod,
        TimeLine,
        EventLine,
        SeriesGone,
        PositionLine,
    )
}
_RECORDS = "records"
_encode = msgspec.msgpack.Encoder().encode
_frame = msgspec.msgpack.Decoder(Frame)
_lines = {
    name: msgspec.msgpack.Decoder(list[kind])  # type: ignore[valid-type]  # a kind of line is a type
    for name, kind in _LINES.items()
}


def encoded(frame: Frame) -> bytes:
    """Return the frame as bytes, text that is no text made whole."""
    try:
        return _encode(frame)
    except UnicodeEncodeError:
        return _encode(msgspec.convert(_whole(msgspec.to_builtins(frame)), type(frame)))


def decoded(data: bytes) -> Frame:
    """Return the frame that the bytes are; raises `msgspec.DecodeError`."""
    frame: Frame = _frame.decode(data)
    return frame


def pack(kind: type[Any], lines: Sequence[Any]) -> Lines:
    """Return lines of one kind as a frame."""
    name = kind.__name__
    if name not in _LINES:
        return Lines(_RECORDS, len(lines), pickle.dumps(list(lines), protocol=5))
    try:
        packed = _encode(lines)
    except UnicodeEncodeError:
        packed = _encode([kind(*map(_whole, line)) for line in lines])
    return Lines(name, len(lines), packed)


def kind_of(name: str) -> type[Any] | None:
    """Return the kind of line of that name, None for records of any kind."""
    return _LINES.get(name)


def unpack(frame: Lines) -> list[Line]:
    """Return the lines of a frame; raises `msgspec.DecodeError` or `UnpicklingError`."""
    if frame.kind == _RECORDS:
        records: list[Line] = _Records(io.BytesIO(frame.packed)).load()
        return records
    lines: list[Line] = _lines[frame.kind].decode(frame.packed)
    return lines


def _whole(value: Any) -> Any:  # noqa: ANN401  # whatever a line holds
    """Return a value whose texts have no lone surrogates, as JSON may hold."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, list | tuple):
        return [_whole(one) for one in value]
    return value


class _Records(pickle.Unpickler):
    """Loads our own vocabulary, dates and decimals, and nothing else."""

    _ELSEWHERE = frozenset(
        [
            ("datetime", "date"),
            ("datetime", "datetime"),
            ("datetime", "time"),
            ("datetime", "timedelta"),
            ("datetime", "timezone"),
            ("decimal", "Decimal"),
            ("builtins", "frozenset"),
            ("builtins", "set"),
        ]
    )

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401  # pickle's signature
        """Return a class by its name; raise `UnpicklingError` for any other thing."""
        ours = module.startswith("plait.domain.") and "." not in name
        if ours or (module, name) in self._ELSEWHERE:
            found = super().find_class(module, name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no record")

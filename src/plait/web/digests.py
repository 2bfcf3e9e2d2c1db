"""A digest of plain values: the same for the same ones, and for no others."""

import copy
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from hashlib import blake2b

from django.utils.functional import LazyObject, Promise

# What is written out whole, and never changes.
_PLAIN = (bool, int, float, Decimal, str, bytes, date, datetime, time, type(None))


class NotPlain(TypeError):
    """A value that may change, or of which it cannot be said what is in it."""


def digest_of(value: object) -> bytes:
    """Return 32 bytes for a value; raise `NotPlain` for a list, a row, a function."""
    return blake2b(repr(_plain(value)).encode(), digest_size=32).digest()


def _plain(value: object) -> object:
    """Return a value of texts, numbers, days and tuples of them, with their types.

    A text that waits for its language is in the one of now.
    """
    if isinstance(value, Promise):
        return str(value)
    if isinstance(value, LazyObject):
        bool(value)  # now it is worked out
        return _plain(copy.copy(value))
    if isinstance(value, _PLAIN):
        return str(value) if isinstance(value, str) else value
    if isinstance(value, tuple):
        return (type(value).__name__, *map(_plain, value))
    if isinstance(value, Mapping):
        return tuple((str(name), _plain(value[name])) for name in sorted(value))
    if is_dataclass(value) and value.__dataclass_params__.frozen:  # type: ignore[union-attr]  # each has them
        held = (_plain(getattr(value, one.name)) for one in fields(value))
        return (type(value).__qualname__, *held)
    raise NotPlain(type(value).__name__)

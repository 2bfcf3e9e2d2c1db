"""A record as the plain values of its entry, written as its schema says."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import msgspec

from plait.domain.blocks import blocks_as_text
from plait.domain.money import Money
from plait.domain.schemas.field_types import (
    Amount,
    Choice,
    Entries,
    Other,
    Text,
    WeekBlocks,
    Whole,
    YesNo,
)
from plait.domain.schemas.registry import SCHEMAS
from plait.domain.schemas.schema import Field, Schema

Table = dict[str, Any]


def written(schema: Schema, record: object) -> Table:
    """Return a record as an entry of a book file; reading it gives the same record.

    What is empty is left out. Amounts are text, so that no reader rounds them.
    """
    entry = {}
    for field in schema.fields:
        if not isinstance(field.type, Other):
            value = _value(schema, field, record)
            if field.is_always_written or not _is_empty(field, value):
                entry[field.name] = value
    plain: Table = msgspec.to_builtins(entry)
    return plain


def _is_empty(field: Field, value: object) -> bool:
    """Return whether a value says no more than that the field is left out."""
    is_usual_no = value is False and field.default is False
    return value is None or value in ("", (), []) or is_usual_no


def _value(schema: Schema, field: Field, record: object) -> object:
    """Return what stands in a field, None for what its limits leave out."""
    if field.part_of:
        whole = schema.field(field.part_of).of(record)
        return None if whole is None else field.of(record)
    value = field.of(record)
    match field.type:
        case Amount(in_minor=True, currency=currency, otherwise=other):
            code = schema.field(currency).of(record) or schema.field(other).of(record)
            return None if value is None else _number(value, code)
        case Whole(least=least) if value is not None and value < least:
            return None
        case Entries(of=section):
            return [written(SCHEMAS[section], one) for one in value]
        case WeekBlocks():
            return blocks_as_text(value)
    return _plain(field, value)


def _plain(field: Field, value: object) -> object:
    """Return a value as it is written; what JSON knows stays as it is."""
    if isinstance(field.type, Text | Choice | YesNo):
        return value
    if isinstance(value, Money):
        return str(value.number)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    scale = getattr(field.type, "scale", None)
    if scale and value is not None:
        return short_number(Decimal(str(value)) / scale)
    return short_number(value) if isinstance(value, Decimal) else value


def _number(minor: int, currency: str) -> str:
    return str(Money.from_minor(minor, currency).number)


def short_number(value: Decimal) -> int | float:
    """Return a number that reads well; four decimals hold every minute of an hour."""
    return int(value) if value == int(value) else float(round(value, 4))

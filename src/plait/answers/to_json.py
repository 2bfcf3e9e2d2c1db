"""The one way from an answer to JSON, and to the schema that describes it.

An answer holds what JSON knows and what has one spelling in it: texts, numbers, dates
(2026-11-21), enumerations (their values), exact decimals (as text), tuples and
dataclasses of these. An array, or a union of two dataclasses, is a mistake in the
answer and raises. Not a number and infinity become null.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

_A = TypeVar("_A")


class OtherAnswer(ValueError):
    """A record is none of an answer of this kind."""


def to_json(answer: object) -> str:
    """Return an answer as indented JSON; raise `TypeError` for what has no spelling."""
    return msgspec.json.format(msgspec.json.encode(answer), indent=2).decode()


def to_record(answer: object) -> dict[str, Any]:
    """Return an answer as plain values, equal to what its JSON reads back as."""
    record: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(answer))
    return record


def from_record(record: dict[str, Any], kind: type[_A]) -> _A:
    """Return the answer that `to_record` wrote; raise `OtherAnswer` for another's."""
    try:
        return msgspec.convert(record, kind)
    except msgspec.ValidationError as error:
        raise OtherAnswer(str(error)) from error


def schema_of(answers: Mapping[str, type]) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of answers: each under its name, parts shared."""
    shapes, parts = msgspec.json.schema_components(
        answers.values(), ref_template="#/$defs/{name}"
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": dict(sorted(parts.items())),
        "properties": dict(zip(answers, shapes, strict=True)),
    }

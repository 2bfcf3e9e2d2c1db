"""The book file described by its schemas: for people, and as a JSON Schema."""

from collections.abc import Callable, Iterator
from typing import Any

from plait.domain.schemas.field_types import (
    LONGEST_KEY,
    Amount,
    Choice,
    Country,
    Currency,
    Day,
    Entries,
    FieldType,
    Instant,
    Key,
    Keys,
    Names,
    Number,
    Other,
    Signed,
    Text,
    Week,
    WeekBlocks,
    Whole,
    YesNo,
    Zone,
)
from plait.domain.schemas.registry import SCHEMAS
from plait.domain.schemas.schema import Field, Schema

Table = dict[str, Any]
_KEY = f"[A-Za-z0-9_-]{{1,{LONGEST_KEY}}}"


def table(schema: Schema) -> Iterator[tuple[str, str, str]]:
    """Yield each field: its name, what it holds, and how it is written."""
    for field in schema.fields:
        needed = "; needed" if field.is_needed else ""
        yield field.name, field.about, f"{_written(field)}{needed}"


def _written(field: Field) -> str:
    text = _spelling(field.type)
    default = _default(field)
    return f"{text}; {default} where it is left out" if default else text


def _default(field: Field) -> str:
    if isinstance(field.type, YesNo) and field.default is not None:
        return "true" if field.default else "false"
    if isinstance(field.type, Choice) and field.default is not None:
        return f"`{field.default}`"
    return ""


def _spelling(kind: FieldType) -> str:
    return _SPELLINGS[type(kind)](kind)


_SPELLINGS: dict[type, Callable[[Any], str]] = {
    Text: lambda kind: f"text of at most {kind.most:,} characters",
    Key: lambda _: "the key of a role: letters, digits, hyphens",
    Keys: lambda _: "a list of keys of roles",
    Names: lambda kind: (
        f"a list of texts without commas, {kind.most} characters together"
    ),
    Day: lambda _: "a date",
    Week: lambda _: "a date",
    Instant: lambda _: "an instant in UTC, such as `2026-11-21T09:00:00Z`",
    Number: lambda kind: f"a number from 0 to {kind.most:,}",
    Signed: lambda kind: f"a number from -{kind.most:,} to {kind.most:,}",
    Whole: lambda kind: f"a whole number from {kind.least} to {kind.most:,}",
    YesNo: lambda _: "true or false",
    Choice: lambda kind: ", ".join(f"`{word.value}`" for word in kind.words),
    Currency: lambda _: "the ISO code of a currency",
    Country: lambda _: "two letters",
    Zone: lambda _: "the name of a time zone",
    Amount: lambda _: "an amount as text, so that nothing rounds it",
    WeekBlocks: lambda _: "days and times as one text",
    Entries: lambda kind: f"a list of [{kind.of}](#{kind.of})",
    Other: lambda kind: kind.written,
}


def example(schema: Schema) -> str:
    """Return an entry as TOML, of the fields that have an example; "" where none has."""
    lines = [
        f"{field.name} = {_toml(field)}" for field in schema.fields if field.example
    ]
    return "\n".join(lines)


def _toml(field: Field) -> str:
    if isinstance(field.type, Names | Keys):
        quoted = ", ".join(f'"{one}"' for one in field.example.split(", "))
        return f"[{quoted}]"
    is_bare = isinstance(
        field.type, Number | Signed | Whole | Day | Week | YesNo | Other
    )
    quote = "'" if '"' in field.example else '"'
    return field.example if is_bare else f"{quote}{field.example}{quote}"


def json_schema() -> Table:
    """Return the JSON Schema (2020-12) of a book file."""
    sections = {name: schema for name, schema in SCHEMAS.items() if name != "person"}
    lists = {
        name: {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}
        for name in sections
        if name != "agreements"
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A Plait book file",
        "type": "object",
        "properties": {
            "plait": {"const": 1},
            "person": {"$ref": "#/$defs/person"},
            **lists,
            "imports": {"type": "array"},
        },
        "additionalProperties": False,
        "$defs": {name: _entry(schema) for name, schema in SCHEMAS.items()},
    }


def _entry(schema: Schema) -> Table:
    needed = [field.name for field in schema.fields if field.is_needed]
    return {
        "type": "object",
        "description": schema.about,
        "properties": {field.name: _property(field) for field in schema.fields},
        **({"required": needed} if needed else {}),
        "additionalProperties": False,
    }


def _property(field: Field) -> Table:
    found = dict(_json_type(field.type)) | {"description": field.about}
    default = field.default
    if isinstance(default, bool | str):
        found["default"] = default
    return found


def _json_type(kind: FieldType) -> Table:
    return _JSON_TYPES[type(kind)](kind)


def _text_type(kind: Text) -> Table:
    form = {"pattern": f"^({kind.pattern})?$"} if kind.pattern else {}
    return {"type": "string", "maxLength": kind.most, **form}


_JSON_TYPES: dict[type, Callable[[Any], Table]] = {
    Text: _text_type,
    Key: lambda _: {"type": "string", "pattern": f"^({_KEY})?$"},
    Keys: lambda _: {
        "type": "array",
        "items": {"type": "string", "pattern": f"^{_KEY}$"},
    },
    Names: lambda _: {"type": "array", "items": {"type": "string"}},
    Day: lambda _: {"type": "string", "format": "date"},
    Week: lambda _: {"type": "string", "format": "date"},
    Instant: lambda _: {"type": "string", "format": "date-time"},
    Number: lambda kind: {"type": "number", "minimum": 0, "maximum": kind.most},
    Signed: lambda kind: {
        "type": "number",
        "minimum": -kind.most,
        "maximum": kind.most,
    },
    Whole: lambda kind: {
        "type": "integer",
        "minimum": kind.least,
        "maximum": kind.most,
    },
    YesNo: lambda _: {"type": "boolean"},
    Choice: lambda kind: {"enum": [word.value for word in kind.words]},
    Currency: lambda _: {"type": "string", "minLength": 3, "maxLength": 3},
    Country: lambda _: {"type": "string", "maxLength": 2},
    Zone: lambda _: {"type": "string", "maxLength": 64},
    Amount: lambda _: {"type": ["string", "number"]},
    WeekBlocks: lambda kind: {"type": "string", "maxLength": kind.most},
    Entries: lambda kind: {
        "type": "array",
        "items": {"$ref": f"#/$defs/{kind.of}"},
    },
    Other: lambda kind: {"type": kind.json_type} if kind.json_type else {},
}

"""The fields of a record, written down once.

A `Schema` lists them. From it follow how an entry of a book file is read and written,
its JSON and JSON Schema, the options of commands, the fields of forms and the table in
docs/reference/plait-files.md. A new field is one line there, beside its attribute and
its column.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Any, TypeVar, get_type_hints

from plait.domain.errors import BadValue
from plait.domain.schemas.field_types import (
    Country,
    Currency,
    FieldType,
    Key,
    Names,
    Text,
    Zone,
)

T = TypeVar("T")


def gettext_noop(text: str) -> str:
    """Mark a text for translation where it is shown, and return it as it is."""
    return text


@dataclass(frozen=True, slots=True)
class Field:
    """One field: what files call it, what it holds, and how a person is asked for it.

    `attribute` is where the record holds it ("period.start"), its name if left out.
    `about` is a phrase for the reference, and for a command's help unless `option`
    says it better there. `title` is a short name to set before the value. `label` and
    `help` are a form's; `missing` is said where the field has to be filled and is not.
    These are English, and translated where they are shown. `is_asked` is False for
    what nobody types. A `part_of` another field is read and held with it, as the
    currency of an amount is.
    """

    name: str
    type: FieldType
    about: str
    attribute: str = ""
    title: str = ""
    option: str = ""
    label: str = ""
    help: str = ""
    example: str = ""
    missing: str = ""
    default: object = None
    is_needed: bool = False
    is_asked: bool = False
    is_always_written: bool = False
    part_of: str = ""

    @property
    def path(self) -> str:
        """Where the record holds it."""
        return self.attribute or self.name

    @property
    def empty(self) -> object:
        """What stands for nothing: the default, "" for a text without one."""
        is_text = isinstance(self.type, Text | Key | Currency | Country | Zone)
        return "" if is_text and self.default is None else self.default

    def of(self, record: object) -> Any:  # noqa: ANN401  # of the field's own type
        """Return what a record holds in this field."""
        return attrgetter(self.path)(record)


@dataclass(frozen=True, slots=True)
class Schema:
    """The fields of one kind of record, and what they have to be together.

    `section` is what a book file calls these records; each of `checks` raises
    `BadValue` for a record that contradicts itself.
    """

    section: str
    record: type
    about: str
    fields: tuple[Field, ...]
    checks: tuple[Callable[[Any], None], ...] = ()

    def field(self, name: str) -> Field:
        """Return the field of that name."""
        return next(field for field in self.fields if field.name == name)

    @property
    def asked(self) -> tuple[Field, ...]:
        """The fields that a person is asked for, in order."""
        return tuple(field for field in self.fields if field.is_asked)

    @property
    def held(self) -> tuple[Field, ...]:
        """The fields that the record itself holds, in order."""
        return tuple(field for field in self.fields if not field.part_of)


class _Branch(dict[str, Any]):
    """The attributes of a record within a record."""


def made(kind: type[T], values: Mapping[str, object]) -> T:
    """Return a record of values by their paths, records within it included.

    >>> from plait.domain.period import Period
    >>> from datetime import date
    >>> made(Period, {"start": date(2026, 1, 1)}).start.year
    2026
    """
    tree = _Branch()
    for path, value in values.items():
        *outer, last = path.split(".")
        branch = tree
        for name in outer:
            branch = branch.setdefault(name, _Branch())
        branch[last] = value
    return _built(kind, tree)


def _built(kind: type[T], tree: _Branch) -> T:
    hints = _hints(kind)  # type: ignore[arg-type]  # a class can be hashed
    return kind(
        **{
            name: _built(hints[name], value) if isinstance(value, _Branch) else value
            for name, value in tree.items()
        }
    )


@lru_cache(maxsize=64)
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def values_of(schema: Schema, record: object) -> dict[str, object]:
    """Return what a record holds by the paths of its fields."""
    return {field.path: field.of(record) for field in schema.held}


def new_record(schema: Schema, values: Mapping[str, object]) -> Any:  # noqa: ANN401  # the schema's record
    """Return a record of values by their paths, all others empty."""
    empty = {field.path: field.empty for field in schema.held}
    return made(schema.record, {**empty, **values})


def changed(schema: Schema, record: T, values: Mapping[str, object]) -> T:
    """Return the record with other values, by their paths."""
    return made(type(record), {**values_of(schema, record), **values})


def check(schema: Schema, record: object) -> None:
    """Raise `BadValue` for what no table holds, or what contradicts itself."""
    for field in schema.held:
        check_length(field, field.of(record))
    for one in schema.checks:
        one(record)


def check_length(field: Field, value: object) -> None:
    """Raise `BadValue` for a text longer than its field, or of another form."""
    if isinstance(field.type, Text) and isinstance(value, str):
        check_pattern(field.type, value)
        text = value
    elif isinstance(field.type, Names) and isinstance(value, tuple):
        text = ", ".join(value)
    else:
        return
    if len(text) > field.type.most:
        raise BadValue(
            "This text is longer than its field",
            value=f"{field.name}: {text[:40]}…",
            fix="Write a shorter one.",
        )


def check_pattern(kind: Text, value: str) -> None:
    """Raise `BadValue` for a text that is not of the form it has to be."""
    if value and kind.pattern and not re.fullmatch(kind.pattern, value, re.ASCII):
        raise BadValue(kind.wrong, value=value[:40], fix=kind.fix)


def names_from(text: str) -> tuple[str, ...]:
    """Return names as somebody types them, with commas between, each once.

    >>> names_from(" budgets,, chairing , Budgets")
    ('budgets', 'chairing')
    """
    once: dict[str, str] = {}
    for part in (" ".join(part.split()) for part in text.split(",")):
        once.setdefault(part.casefold(), part)
    return tuple(filter(None, once.values()))

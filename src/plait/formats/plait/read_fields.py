"""A field of an entry, read as its schema says."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from plait.domain.blocks import Block, blocks_from
from plait.domain.errors import BadValue
from plait.domain.money import Money
from plait.domain.period import monday_of
from plait.domain.roles import PayBasis
from plait.domain.schemas.checks import pay_has_a_basis
from plait.domain.schemas.field_types import (
    Amount,
    Choice,
    Country,
    Currency,
    Day,
    Instant,
    Key,
    Keys,
    Names,
    Number,
    Signed,
    Text,
    Week,
    WeekBlocks,
    Whole,
    YesNo,
    Zone,
)
from plait.domain.schemas.schema import Field, Schema, check_length, check_pattern
from plait.formats import values
from plait.formats.plait import fields
from plait.formats.plait.fields import Entry


def read_fields(schema: Schema, entry: Entry) -> dict[str, Any]:
    """Return the values of an entry by their paths; raise `BadValue` at the first.

    A field that is left out has its default; one that Plait does not know is refused.
    """
    fields.only(entry, [field.name for field in schema.fields])
    return {
        field.path: read_field(entry, field)
        for field in schema.held
        if type(field.type) in READERS
    }


def read_field(entry: Entry, field: Field) -> Any:  # noqa: ANN401  # of the field's own type
    """Return the value of one field, its default where it is left out."""
    value = READERS[type(field.type)](entry, field)
    return field.default if value is None else value


def _text(entry: Entry, field: Field) -> str:
    kind: Text = field.type  # type: ignore[assignment]  # what it is read by
    found = fields.text(entry, field.name, kind.most, needed=field.is_needed)
    check_pattern(kind, found)
    return found


def _key(entry: Entry, field: Field) -> str:
    return fields.key(entry, field.name, needed=field.is_needed)


def _day(entry: Entry, field: Field) -> object:
    if field.is_needed:
        return fields.needed_day(entry, field.name)
    return fields.day(entry, field.name)


def _week(entry: Entry, field: Field) -> object:
    return monday_of(fields.needed_day(entry, field.name))


def _instant(entry: Entry, field: Field) -> object:
    return fields.instant(entry, field.name)


def _number(entry: Entry, field: Field) -> Decimal | int | None:
    kind: Number = field.type  # type: ignore[assignment]  # what it is read by
    read = fields.needed_number if field.is_needed else fields.number
    found = read(entry, field.name, kind.most)
    if found is None or kind.scale is None:
        return found
    return round(found * kind.scale)


def _signed(entry: Entry, field: Field) -> Decimal | None:
    kind: Signed = field.type  # type: ignore[assignment]  # what it is read by
    return fields.signed(entry, field.name, kind.most)


def _whole(entry: Entry, field: Field) -> int | None:
    kind: Whole = field.type  # type: ignore[assignment]  # what it is read by
    read = fields.needed_whole if field.is_needed else fields.whole
    return read(entry, field.name, kind.least, kind.most)


def _yes_no(entry: Entry, field: Field) -> bool:
    return fields.yes(entry, field.name, default=bool(field.default))


def _choice(entry: Entry, field: Field) -> object:
    kind: Choice = field.type  # type: ignore[assignment]  # what it is read by
    if entry.get(field.name) is None and not field.is_needed:
        return None
    return fields.choice(entry, field.name, kind.words)


def _currency(entry: Entry, field: Field) -> str:
    code = fields.text(entry, field.name, 3, needed=field.is_needed)
    return values.currency_code(code) if code else ""


def _country(entry: Entry, field: Field) -> str:
    code = fields.text(entry, field.name, 2).upper()
    if code and not (code.isascii() and code.isalpha() and len(code) == len("NL")):
        raise BadValue(
            "A country is written as its two letters",
            value=code,
            fix="Write NL or GB.",
        )
    return code


def _zone(entry: Entry, field: Field) -> str:
    name = fields.text(entry, field.name, 64)
    try:
        return ZoneInfo(name).key if name else ""
    except (KeyError, OSError, ValueError):  # not there, or no name at all
        raise BadValue(
            "This is not a time zone", value=name, fix="Write Europe/Amsterdam."
        ) from None


def _amount(entry: Entry, field: Field) -> Money | int | None:
    kind: Amount = field.type  # type: ignore[assignment]  # what it is read by
    read = fields.needed_number if field.is_needed else fields.number
    number = read(entry, field.name, kind.most)
    if number is None:
        return None
    if kind.basis:
        basis = fields.choice(entry, kind.basis, PayBasis, PayBasis.NONE)
        pay_has_a_basis(basis, number)
    code = fields.text(entry, kind.currency, 3, needed=not kind.in_minor)
    if not code and kind.otherwise:
        code = fields.text(entry, kind.otherwise, 3, needed=False)
    if not code:
        raise BadValue(
            "An amount needs its currency",
            value=f"{field.name} = {number}",
            fix="Add currency to the person, such as EUR.",
        )
    currency = values.currency_code(code)
    minor = values.minor(f"{number:f}", currency)
    return minor if kind.in_minor else Money.from_minor(minor, currency)


def _blocks(entry: Entry, field: Field) -> tuple[Block, ...]:
    kind: WeekBlocks = field.type  # type: ignore[assignment]  # what it is read by
    return tuple(sorted(set(blocks_from(fields.text(entry, field.name, kind.most)))))


def _names(entry: Entry, field: Field) -> tuple[str, ...]:
    listed = entry.get(field.name, [])
    is_list = isinstance(listed, list) and all(map(fields.is_text, listed))
    names = tuple(filter(None, (one.strip() for one in listed))) if is_list else ()
    try:
        if is_list and not any("," in name for name in names):
            check_length(field, names)
            return names
    except BadValue:
        pass
    raise BadValue(
        "Skills are a list of words without commas, 300 letters together",
        value=str(listed),
        fix='Write them as ["teaching", "spreadsheets"].',
    )


def _keys(entry: Entry, field: Field) -> tuple[str, ...]:
    listed = entry.get(field.name, [])
    if not isinstance(listed, list) or not all(map(fields.is_key, listed)):
        raise BadValue(
            "The roles of a cause are a list of their keys",
            value=str(listed),
            fix='Write them as ["practice", "atlas"].',
        )
    return tuple(dict.fromkeys(listed))


# Entries within an entry, and what a kind reads in its own way, are read where that
# kind is.
READERS: dict[type, Callable[[Entry, Field], Any]] = {
    Text: _text,
    Key: _key,
    Keys: _keys,
    Names: _names,
    Day: _day,
    Week: _week,
    Instant: _instant,
    Number: _number,
    Signed: _signed,
    Whole: _whole,
    YesNo: _yes_no,
    Choice: _choice,
    Currency: _currency,
    Country: _country,
    Zone: _zone,
    Amount: _amount,
    WeekBlocks: _blocks,
}

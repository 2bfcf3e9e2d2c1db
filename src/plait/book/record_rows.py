"""How the fields of a record stand in the columns of its row, and come back.

A field stands in the column of its own name, but for those listed here; so a new
field of a role or an agreement needs nothing more in this room than its column.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from plait.domain.blocks import blocks_as_text, blocks_from
from plait.domain.money import Money
from plait.domain.roles import Agreement, Role
from plait.domain.schemas.agreement import AGREEMENT
from plait.domain.schemas.field_types import (
    Amount,
    Choice,
    Names,
    Number,
    Signed,
    WeekBlocks,
)
from plait.domain.schemas.role import ROLE
from plait.domain.schemas.schema import Field, Schema, made

# Where a field's column has another name; None where it is no column of this table.
_COLUMNS: dict[str, dict[str, str | None]] = {
    ROLE.section: {
        "from": "started_on",
        "to": "ended_on",
        "paid": "is_paid",
        "archived": "is_archived",
        "organisation": None,
        "sector": None,
        "country": None,
        "agreements": None,
        "balance": "balance_minutes",
    },
    AGREEMENT.section: {
        "from": "starts_on",
        "to": "ends_on",
        "hours": "minutes",
        "pay": "pay_minor",
        "opted_out": "has_opted_out",
    },
}


def columns_of_role(role: Role) -> dict[str, Any]:
    """Return a role as its table holds it; its organisation has a row of its own."""
    return _columns(ROLE, role)


def columns_of_terms(terms: Agreement) -> dict[str, Any]:
    """Return terms as their table holds them."""
    currency = terms.pay.currency if terms.pay else ""
    return {**_columns(AGREEMENT, terms), "pay_currency": currency}


def role_from(row: Any) -> Role:  # noqa: ANN401  # a row of roles, or what looks like one
    """Return a row with its organisation and agreements as the domain's role."""
    agreed = sorted(row.agreements.all(), key=lambda one: one.starts_on)
    house = row.organisation
    return made(
        Role,
        {
            **_values(ROLE, row),
            "organisation.name": house.name,
            "organisation.sector": house.sector,
            "organisation.country": house.country,
            "agreements": tuple(map(terms_from, agreed)),
            "balance": None
            if row.balance_minutes is None
            else Decimal(row.balance_minutes) / 60,
        },
    )


def terms_from(row: Any) -> Agreement:  # noqa: ANN401  # a row of agreements, or the like
    """Return a row as the domain's agreement."""
    minor, minutes = row.pay_minor, row.minutes
    return made(
        Agreement,
        {
            **_values(AGREEMENT, row),
            "hours": None if minutes is None else Decimal(minutes) / 60,
            "pay": None if minor is None else Money.from_minor(minor, row.pay_currency),
        },
    )


def _columns(schema: Schema, record: object) -> dict[str, Any]:
    return {
        column: _stored(field, field.of(record))
        for field in schema.held
        if (column := _column(schema, field))
    }


def _values(schema: Schema, row: object) -> dict[str, Any]:
    return {
        field.path: _held(field, getattr(row, column))
        for field in schema.held
        if (column := _column(schema, field))
    }


def _column(schema: Schema, field: Field) -> str | None:
    return _COLUMNS[schema.section].get(field.name, field.name)


def _stored(field: Field, value: Any) -> Any:  # noqa: ANN401  # of the field's own type
    store = _STORE.get(type(field.type))
    return value if value is None or store is None else store(value)


_STORE: dict[type, Callable[[Any], Any]] = {
    Choice: lambda word: word.value,
    Names: ", ".join,
    WeekBlocks: blocks_as_text,
    Number: lambda hours: round(hours * 60),  # every table holds them in minutes
    Signed: lambda hours: round(hours * 60),  # as those of a Number
    Amount: lambda money: money.minor,
}


def _held(field: Field, value: Any) -> Any:  # noqa: ANN401  # of the field's own type
    match field.type:
        case Choice(words=words):
            return words(value)
        case Names():
            return tuple(filter(None, (one.strip() for one in value.split(","))))
        case WeekBlocks():
            return blocks_from(value)
    return value

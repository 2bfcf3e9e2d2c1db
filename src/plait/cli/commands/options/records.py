"""The options of a command, made of a record's schema, and what they were given."""

from collections.abc import Callable, Collection
from datetime import datetime
from decimal import Decimal
from typing import Any

import click

from plait.domain.errors import BadValue, PlaitError
from plait.domain.schemas.field_types import Choice, Day, Names, Signed, YesNo
from plait.domain.schemas.schema import Field, Schema, names_from

_DAY = click.DateTime(["%Y-%m-%d"])
NONE = "none"


class UnknownOccupation(PlaitError):
    """A title that no occupation, or more than one, is known by."""


class _DayOrNone(click.ParamType[Any]):
    """A date, or "none" to take it away."""

    name = "date"

    def convert(
        self,
        value: Any,  # click's signature
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:
        """Return the date, or the word."""
        if value == NONE or isinstance(value, datetime):
            return value
        return _DAY.convert(value, param, ctx)


class _HoursOrNone(click.ParamType[Any]):
    """Hours above or below 0, or "none" to take them away."""

    name = "hours"

    def convert(
        self,
        value: Any,  # click's signature
        param: click.Parameter | None,  # noqa: ARG002  # the same
        ctx: click.Context | None,  # noqa: ARG002  # the same
    ) -> Any:
        """Return the hours, or the word."""
        if value == NONE or isinstance(value, Decimal):
            return value
        try:
            hours = Decimal(value.replace(",", "."))
        except ArithmeticError:
            hours = Decimal("NaN")
        if not hours.is_finite():
            raise BadValue(
                "This is not a number of hours",
                value=value,
                fix="Write it in digits, such as 12.5 or -8.",
            )
        return hours


def record_options(
    schema: Schema, *, needed: Collection[str] = (), but: Collection[str] = ()
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command an option for each field that a person is asked for."""

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        for field in reversed(schema.asked):
            if field.name not in but:
                command = _option(field, is_needed=field.name in needed)(command)
        return command

    return decorate


def _option(field: Field, *, is_needed: bool) -> Callable[..., Any]:
    about = field.option or field.about
    shared: dict[str, Any] = {"help": f"{about[0].upper()}{about[1:]}."}
    if isinstance(field.type, YesNo):
        name = f"--{field.name}/--{field.type.no}"
        return click.option(name, field.name, default=None, **shared)
    if isinstance(field.type, Choice):
        shared["type"] = click.Choice([word.value for word in field.type.words])
    if isinstance(field.type, Day):
        shared["type"] = _DayOrNone()
    if isinstance(field.type, Signed):
        shared["type"] = _HoursOrNone()
    name = f"--{field.name.replace('_', '-')}"
    return click.option(name, field.name, required=is_needed, **shared)


def given_values(schema: Schema, options: dict[str, Any]) -> dict[str, Any]:
    """Return what the options say, by the paths of the record's fields."""
    return {
        field.path: _value(field, options[field.name])
        for field in schema.asked
        if options.get(field.name) is not None
    }


def _value(field: Field, value: Any) -> Any:
    if field.name == "occupation":
        return _occupation(value)
    if isinstance(field.type, Day):
        return None if value == NONE else value.date()
    if isinstance(field.type, Signed):
        return None if value == NONE else value
    if isinstance(field.type, Choice):
        return field.type.words(value)
    return names_from(value) if isinstance(field.type, Names) else value


def _occupation(text: str) -> str:
    """Return the ISCO-08 code of a title or a code."""
    from plait.reference.occupations.lookup import code_of
    from plait.reference.occupations.titles import search

    code = code_of(text.strip())
    if code or not text.strip():
        return code
    found = ", ".join(f"{one.code} {one.en}" for one in search(text))
    if found:
        raise UnknownOccupation(
            "Several occupations go by this title",
            value=f"{text} ({found})",
            fix="Give the code of one of them.",
        )
    raise UnknownOccupation(
        "No occupation is known by this title",
        value=text,
        fix="Try a broader one, or a code of ISCO-08 such as 2424.",
    )

"""plait settings: what the page of settings has, listed and changed."""

from typing import TYPE_CHECKING, Any

import click

from plait.cli import run
from plait.cli.wrong_value import choices_text
from plait.domain.errors import BadValue
from plait.domain.quiet import HIDDEN, disguise
from plait.domain.schemas.field_types import Amount, Number, Whole
from plait.domain.schemas.person import PERSON

if TYPE_CHECKING:
    from plait.accounts.models import Person

_FIELDS = {f.name: f for f in PERSON.fields}
_AMOUNTS = ("savings", "floor")
_THEMES = ("auto", "light", "dark")
_SWITCH = {"on": True, "off": False}
NAMES = (*_FIELDS, "theme", "shortcuts")


@click.group(
    name="settings", invoke_without_command=True, epilog="Example: plait settings"
)
@click.pass_context
@run.as_command
def command(context: click.Context, *, as_json: bool) -> None:
    """Show your settings, or change one."""
    if context.invoked_subcommand:
        return
    viewer = run.viewer()
    _show(viewer, as_json=as_json)


@command.command(name="set", epilog='Example: plait settings set numbers "1.234,56"')
@click.argument("name", type=click.Choice(NAMES), metavar="NAME")
@click.argument("value")
@run.as_command
def choose(name: str, value: str, *, as_json: bool) -> None:
    """Change the setting NAME, as `plait settings` lists it; "" empties it.

    Numbers are written as an example of them: "1.234,56", "1,234.56" or "1 234,56";
    dates as 30-11-26, 30/11/26, 11/30/26 or 26-11-30; the clock as 24 or 12.
    """
    viewer = run.viewer()
    from plait.book.operations.settings import change_settings
    from plait.book.queries.load import writing_of
    from plait.domain.writing import write_as

    change_settings(viewer=viewer, **_changes(viewer, name, value.strip()))
    run.speak(viewer.language)
    write_as(writing_of(viewer))
    _show(viewer, as_json=as_json, only=name)


def _changes(viewer: "Person", name: str, text: str) -> Any:  # settings by their names
    if name == "theme":
        return {"theme": _chosen(text, dict.fromkeys(_THEMES, text))}
    if name == "shortcuts":
        return {"has_shortcuts": _chosen(text, _SWITCH)}
    field = _FIELDS[name]
    if not text:
        return _emptied(field.path, name)
    from plait.formats.plait.entries import person

    held_in = viewer.savings_currency or viewer.currency
    beside = {"savings_currency": held_in} if name in _AMOUNTS else {}
    entry: dict[str, Any] = {name: _typed(field.type, text), **beside}
    [record] = person("settings", entry)
    value = getattr(record, field.path)
    if name == "savings_currency":
        return {field.path: value, **_amounts_in(viewer, held_in, value)}
    # The country decides which regions there are.
    return {field.path: value} | ({"region": ""} if name == "country" else {})


def _amounts_in(viewer: "Person", before: str, now: str) -> dict[str, int]:
    """Return savings and floor as the same numbers of another currency."""
    from plait.domain.money import Money, to_minor

    held = {"savings_minor": viewer.savings_minor, "floor_minor": viewer.floor_minor}
    return {
        name: to_minor(Money.from_minor(minor, before).number, now)
        for name, minor in held.items()
        if minor is not None
    }


def _chosen(text: str, choices: dict[str, Any]) -> Any:  # whatever is chosen from
    if text in choices:
        return choices[text]
    raise BadValue(
        "This cannot be chosen", value=text, fix=choices_text(choices, run.words())
    )


def _emptied(path: str, name: str) -> dict[str, Any]:
    from plait.accounts.models import Person

    column = Person._meta.get_field(path)  # noqa: SLF001  # Django's name for it
    if column.null:  # type: ignore[union-attr]  # only columns are settings
        return {path: None}
    if column.blank:  # type: ignore[union-attr]  # the same
        return {path: ""}
    raise BadValue("This setting cannot be empty", value=name, fix="Write a value.")


def _typed(kind: object, text: str) -> object:
    """Return a number as a file holds it, any other value as its text."""
    from plait.formats.values import number

    if isinstance(kind, Amount):
        return str(number(text, "," if "," in text else "."))
    if isinstance(kind, Whole):
        return int(number(text, "."))
    if isinstance(kind, Number):
        return number(text, "," if "," in text else ".")
    return text


def _show(viewer: "Person", *, as_json: bool, only: str = "") -> None:
    from plait.book.queries.export import all_records
    from plait.formats.plait.write_fields import written

    record = next(iter(all_records(viewer=viewer)))
    held = written(PERSON, record)
    values = {name: held.get(name) for name in _FIELDS} | {
        "theme": viewer.theme,
        "shortcuts": "on" if viewer.has_shortcuts else "off",
    }
    listed = {only: values[only]} if only else values
    if disguise() is not None:
        listed |= {name: HIDDEN for name in _AMOUNTS if listed.get(name)}
    if as_json:
        run.print_json(listed)
        return
    from plait.cli.render.settings import print_settings

    print_settings(listed)

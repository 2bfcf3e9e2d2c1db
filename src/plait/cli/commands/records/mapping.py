"""plait mapping: set once what the columns of a table mean."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plait.cli import run
from plait.domain.errors import PlaitError

if TYPE_CHECKING:
    from plait.formats.tables.mapping import Mapping
    from plait.formats.tables.table import Shape


class NoSuchColumn(PlaitError):
    """A column that the table does not have."""


@click.command(
    epilog='Example: plait mapping income.xlsx --name "My list" --column amount=Bedrag'
)
@click.argument(
    "file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--name", help="Save it under this name; without, it is only shown.")
@click.option("--kind", type=click.Choice(["payments", "time"]), help="Money or hours.")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=HEADING",
    help="What a column means; an empty heading leaves the field out.",
)
@click.option(
    "--dates", type=click.Choice(["dmy", "mdy", "ymd"]), help="Order of dates."
)
@click.option("--decimal", type=click.Choice([".", ","]), help="The decimal mark.")
@click.option("--currency", help="For a table without a currency column.")
@run.as_command
def command(file: Path | None, *, as_json: bool, **given: Any) -> None:
    """Show what the columns of FILE seem to mean, and save it under a name.

    Without FILE the saved mappings are listed. A file with the same heading is read
    by its mapping from then on.
    """
    viewer = run.viewer()
    from plait.book.operations.mappings import keep_mapping
    from plait.book.queries import mappings

    if file is None:
        kept = {one.name: one.columns for one in mappings(viewer=viewer)}
        _print_kept(kept, as_json=as_json)
        return
    from plait.formats.source import Source
    from plait.formats.tables.table import describe

    shape = describe(Source(file.name, file), given["kind"] or "")
    mapping = _mapping(shape, given)
    if given["name"]:
        keep_mapping(
            viewer=viewer,
            name=given["name"],
            signature=mapping.signature,
            columns=mapping.to_json(),
        )
    _print(shape, mapping, given["name"], as_json=as_json)


def _mapping(shape: "Shape", given: dict[str, Any]) -> "Mapping":
    """Return the proposal, changed as the options say."""
    from plait.formats.tables.mapping import Mapping

    columns = {guess.field: guess.column for guess in shape.guesses}
    for text in given["columns"]:
        field, _, heading = text.partition("=")
        columns.pop(field, None)
        if heading and heading not in shape.columns:
            raise NoSuchColumn(
                "The table has no column of that name",
                value=heading,
                fix="Write it as it stands in the table.",
            )
        if heading:
            columns[field] = shape.columns.index(heading)
    return Mapping(
        kind=shape.kind,
        signature=shape.signature,
        columns=tuple(columns.items()),
        date_order=given["dates"] or shape.date_order.value,
        decimal=given["decimal"] or shape.decimal.value,
        currency=given["currency"] or shape.currency.value,
        out_words=shape.out_words,
        sheet=shape.sheet,
    )


def _print(
    shape: "Shape", mapping: "Mapping", name: str | None, *, as_json: bool
) -> None:
    if as_json:
        run.print_json({"name": name, "mapping": mapping.to_json()})
        return
    from plait.cli.render.terminal import console, table

    _ = run.words().gettext
    meaning = {column: field for field, column in mapping.columns}
    rows = table(_("Column"), _("First value"), _("Meaning"))
    for index, heading in enumerate(shape.columns):
        first = (
            shape.rows[0][index] if shape.rows and index < len(shape.rows[0]) else ""
        )
        rows.add_row(heading or str(index + 1), first, meaning.get(index, ""))
    console.print(rows)
    order = mapping.date_order or _("unclear")
    values = {"order": order, "mark": mapping.decimal}
    console.print("\n" + _("Dates: %(order)s   decimals: 1%(mark)s50") % values)
    saved = _("Saved as “%(name)s”.") % {"name": name}
    console.print(saved if name else _("Only shown. Save it with --name."))


def _print_kept(kept: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        run.print_json(kept)
        return
    for name, mapping in kept.items():
        run.say(f"{name}: {', '.join(mapping['columns'])}")
    if not kept:
        run.say(
            run.words().gettext(
                "No mappings yet. Look at a table with: plait mapping FILE"
            )
        )

"""plait mapping: set once what the columns of a table mean."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from plait.cli import run
from plait.domain.errors import PlaitError

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.formats.source import Source
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
@click.option(
    "--spending-positive/--spending-negative",
    "is_spending_positive",
    default=None,
    help="Whether a card lists what was spent without a minus.",
)
@click.option(
    "--counts",
    multiple=True,
    metavar="WORD",
    help="A word of the status column that says that a line is booked.",
)
@click.option(
    "--unit",
    type=click.Choice(["h", "min", "s", "ms"]),
    help="What a bare number of a length counts.",
)
@run.as_command
def command(file: Path | None, *, as_json: bool, **given: Any) -> None:
    """Show what the columns of FILE seem to mean, and save it under a name.

    The first lines are shown as they would come in. Without FILE the saved mappings
    are listed. A file with the same heading is read by its mapping from then on.
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

    source = Source(file.name, file)
    shape = _chosen(describe(source, given["kind"] or ""), given["columns"])
    is_open = _is_open(shape, given)
    if is_open:
        given["currency"] = viewer.currency
    mapping = _mapping(shape, given)
    if given["name"]:
        keep_mapping(
            viewer=viewer,
            name=given["name"],
            signature=mapping.signature,
            columns=mapping.to_json(),
        )
    if as_json:
        run.print_json({"name": given["name"], "mapping": mapping.to_json()})
        return
    _print(shape, mapping, given["name"])
    if is_open:
        text = run.words().gettext(
            "The table does not say its currency: %(currency)s, unless you name another"
            " with --currency."
        )
        run.say(text % {"currency": mapping.currency})
    _print_lines(source, mapping, viewer)


def _is_open(shape: "Shape", given: dict[str, Any]) -> bool:
    """Return whether neither the table nor the options say the currency."""
    has_column = any(guess.field == "currency" for guess in shape.guesses)
    is_money = shape.kind == "payments"
    return is_money and not (given["currency"] or shape.currency.value or has_column)


def _chosen(shape: "Shape", columns: tuple[str, ...]) -> "Shape":
    """Return the shape with the columns that the options name."""
    if not columns:
        return shape
    chosen = {}
    for text in columns:
        field, _, heading = text.partition("=")
        if heading and heading not in shape.columns:
            raise NoSuchColumn(
                "The table has no column of that name",
                value=heading,
                fix="Write it as it stands in the table.",
            )
        chosen[field] = shape.columns.index(heading) if heading else -1
    return shape.with_columns(chosen)


def _mapping(shape: "Shape", given: dict[str, Any]) -> "Mapping":
    """Return the proposal, changed as the options say."""
    options = {
        "date_order": given["dates"],
        "decimal": given["decimal"],
        "currency": given["currency"],
        "is_spending_positive": given["is_spending_positive"],
        "counts": given["counts"] or None,
        "unit": given["unit"],
    }
    changes = {name: value for name, value in options.items() if value is not None}
    return replace(shape.proposal(), **changes)


def _print(shape: "Shape", mapping: "Mapping", name: str | None) -> None:
    from rich.text import Text

    from plait.cli.render.sanitise import on_one_line
    from plait.cli.render.terminal import console, table
    from plait.wording.records.first_lines import meaning_text

    words = run.words()
    _ = words.gettext
    meaning = {column: field for field, column in mapping.columns}
    rows = table(_("Column"), _("First value"), _("Meaning"), "--column")
    for index, heading in enumerate(shape.columns):
        first = (
            shape.rows[0][index] if shape.rows and index < len(shape.rows[0]) else ""
        )
        field = meaning.get(index, "")
        what = meaning_text(words, field) if field else ""
        cells = (heading or str(index + 1), first, what, field)
        rows.add_row(*(Text(on_one_line(cell)) for cell in cells))
    console.print(rows)
    order = mapping.date_order or _("unclear")
    values = {"order": order, "mark": mapping.decimal}
    console.print("\n" + _("Dates: %(order)s   decimals: 1%(mark)s50") % values)
    if mapping.is_spending_positive:
        console.print(_("What was spent stands without a minus."))
    if mapping.counts:
        console.print(
            _("Lines that count: %(words)s") % {"words": ", ".join(mapping.counts)}
        )
    saved = _("Saved as “%(name)s”.") % {"name": name}
    console.print(saved if name else _("Only shown. Save it with --name."))


def _print_lines(source: "Source", mapping: "Mapping", viewer: "Person") -> None:
    """Print the first lines as they would come in; else why there are none."""
    from rich.text import Text

    from plait.book.queries.accounts import account_currencies
    from plait.cli.render.sanitise import on_one_line
    from plait.cli.render.terminal import console, table
    from plait.formats.source import Options
    from plait.formats.tables.table import first_lines
    from plait.wording.records.first_lines import first_line
    from plait.wording.records.problems import problem_text

    words = run.words()
    _ = words.gettext
    options = Options(
        run.today(viewer),
        ZoneInfo(viewer.timezone),
        currency="",
        known_currencies=account_currencies(viewer=viewer),
    )
    is_money = mapping.kind == "payments"
    rows = table(
        _("Day"),
        _("Amount") if is_money else _("Hours"),
        _("Who") if is_money else _("For whom"),
        _("What for"),
        _("Account"),
    )
    try:
        lines = first_lines(source, mapping, options)
    except PlaitError as error:
        why = problem_text(words, error.what, error.value, error.fix)
        console.print()
        console.print(Text(why))
        return
    for found in lines:
        one = first_line(words, found)
        cells = (one.day, one.figure, one.who, one.problem or one.text, one.account)
        rows.add_row(*(Text(on_one_line(cell)) for cell in cells))
    console.print("\n" + _("How it comes in"))
    console.print(rows)


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

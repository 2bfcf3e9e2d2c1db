"""Any other table, CSV or XLSX, by a mapping that a person confirmed once.

`describe` looks at a file and proposes which column means what; a person confirms
or corrects it; the `Mapping` is kept, and `read` takes the next file with the same
heading by it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from plait.domain.errors import Problem
from plait.domain.records import Line
from plait.formats.rows import convert
from plait.formats.source import Options, Source, Unreadable
from plait.formats.tables.columns import Columns
from plait.formats.tables.grid import Grid, grid_of
from plait.formats.tables.guess import (
    Guess,
    Written,
    currency_stated,
    decimal_stated,
    guesses_of,
    kind_of,
    order_stated,
    out_words_in,
)
from plait.formats.tables.hours import HoursReader
from plait.formats.tables.mapping import TIME, Mapping
from plait.formats.tables.payments import PaymentsReader

NAME = "table"
LABEL = "Table by a mapping (CSV, XLSX)"

_LISTED_ROWS = 5
_NUMBERS = ("amount", "money_in", "money_out", "hours", "duration")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a table looks like, and a proposal for what its columns mean.

    `kind` is "payments" or "time". `heading_line` is 0 where the columns have no
    names of their own. `sheets` names the sheets of a workbook; `sheet` is empty for
    the first, whose name may change from month to month.
    """

    kind: str
    delimiter: str
    encoding: str
    heading_line: int
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    signature: str
    guesses: tuple[Guess, ...]
    date_order: Written
    decimal: Written
    currency: Written
    out_words: tuple[str, ...] = ()
    sheet: str = ""
    sheets: tuple[str, ...] = ()

    @property
    def is_day_first(self) -> bool | None:
        """Whether 03/04 is 3 April; None where the dates do not tell."""
        return None if not self.date_order.value else self.date_order.value != "mdy"

    def proposal(self) -> Mapping:
        """Return the mapping as guessed; raise `UnusableMapping` if too little was."""
        return Mapping(
            kind=self.kind,
            signature=self.signature,
            columns=tuple((guess.field, guess.column) for guess in self.guesses),
            date_order=self.date_order.value,
            decimal=self.decimal.value,
            currency=self.currency.value,
            out_words=self.out_words,
            sheet=self.sheet,
        )


def describe(source: Source, kind: str = "", sheet: str = "") -> Shape:
    """Return the shape of a table; `kind` and `sheet` where a person chose them."""
    grid = grid_of(source, sheet)
    columns = Columns(grid)
    kind = kind or kind_of(columns)
    guesses = guesses_of(columns, kind)
    at = {guess.field: guess.column for guess in guesses}
    numbers = [at[field] for field in _NUMBERS if field in at]
    names = [] if "currency" in at else [grid.columns[column] for column in numbers]
    return Shape(
        kind=kind,
        delimiter=grid.delimiter,
        encoding=grid.encoding,
        heading_line=grid.heading_line,
        columns=grid.columns,
        rows=tuple(tuple(row) for row in grid.sample[:_LISTED_ROWS]),
        signature=grid.signature,
        guesses=guesses,
        date_order=order_stated(columns, at.get("date", at.get("start"))),
        decimal=decimal_stated(columns, numbers, grid.delimiter),
        currency=currency_stated(names),
        out_words=out_words_in(columns, at["direction"]) if "direction" in at else (),
        sheet=sheet,
        sheets=grid.sheets,
    )


def recognise(source: Source) -> bool:  # noqa: ARG001  # one signature for all
    """Return False: without a mapping nobody knows what a table means."""
    return False


def read(source: Source, options: Options) -> Iterator[Line | Problem]:
    """Yield a line per row, as the mapping in the options says."""
    mapping = _mapping(options)
    grid = grid_of(source, mapping.sheet)
    if grid.signature != mapping.signature:
        raise Unreadable(
            "The columns are not those that the mapping was made for",
            value=", ".join(grid.columns),
            fix="Look at the columns again and confirm what they mean.",
        )
    reader = HoursReader if mapping.kind == TIME else PaymentsReader
    return convert(
        grid.rows(), reader(mapping, _order(grid, mapping, options), options).line
    )


def _mapping(options: Options) -> Mapping:
    if isinstance(options.mapping, Mapping):
        return options.mapping
    if isinstance(options.mapping, dict):
        return Mapping.from_json(options.mapping)
    raise Unreadable(
        "Nobody has said yet what the columns of this table mean",
        fix="Look at its columns and confirm what they mean.",
    )


def _order(grid: Grid, mapping: Mapping, options: Options) -> str:
    """Return the order of dates: as confirmed, as said now, or as the file tells."""
    if mapping.date_order:
        return mapping.date_order
    if options.is_day_first is not None:
        return "dmy" if options.is_day_first else "mdy"
    column = max(mapping.at("date"), mapping.at("start"))
    stated = order_stated(Columns(grid), column).value
    if stated or not grid.sample:
        return stated
    raise Unreadable(
        "The dates in this file can be read two ways",
        value=next(iter(Columns(grid).cells(column)), ""),
        fix="Say which with --dates day-first or --dates month-first.",
    )

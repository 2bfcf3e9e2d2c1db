"""Any other table, CSV or XLSX, by a mapping that a person confirmed once.

`describe` looks at a file and proposes which column means what; a person confirms
or corrects it; the `Mapping` is kept, and `read` takes the next file with the same
heading by it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from plait.domain.errors import Problem
from plait.domain.records import Line
from plait.formats.rows import convert
from plait.formats.source import Options, Source, Unreadable
from plait.formats.tables.grid import Grid, grid_of
from plait.formats.tables.hours import HoursReader
from plait.formats.tables.mapping import PAYMENTS, TIME, Mapping, UnusableMapping
from plait.formats.tables.payments import PaymentsReader
from plait.formats.tables.proposal.columns import Columns
from plait.formats.tables.proposal.guess import Guess
from plait.formats.tables.proposal.guess_amounts import is_balance
from plait.formats.tables.proposal.guess_payments import payment_guesses
from plait.formats.tables.proposal.guess_time import is_time, time_guesses, unit_stated
from plait.formats.tables.proposal.written import (
    Written,
    counting_states,
    currency_stated,
    decimal_stated,
    is_paid_below_zero,
    is_spending_positive,
    order_stated,
    out_words_in,
    states_in,
)

NAME = "table"
LABEL = "Table by a mapping (CSV, XLSX)"

_LISTED_ROWS = 5
_NUMBERS = ("amount", "money_in", "money_out")
_LENGTHS = ("duration", "hours")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a table looks like, and a proposal for what its columns mean.

    `kind` is "payments" or "time". `heading_line` is 0 where the columns have no
    names of their own. `sheets` names the sheets of a workbook; `sheet` is empty for
    the first, whose name may change from month to month. `is_balances` says that the
    table lists what accounts hold and no payments. `states` are all words of the
    status column, `counts` those that say that a line is booked.
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
    unit: Written
    out_words: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    is_spending_positive: bool = False
    is_balances: bool = False
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    found: Columns | None = field(default=None, repr=False, compare=False)

    @property
    def is_day_first(self) -> bool | None:
        """Whether 03/04 is 3 April; None where the dates do not tell."""
        return None if not self.date_order.value else self.date_order.value != "mdy"

    def proposal(self) -> Mapping:
        """Return the mapping as guessed; raise `UnusableMapping` if too little was."""
        if self.is_balances:
            raise UnusableMapping(
                "This table lists balances, not payments",
                value=", ".join(self.columns)[:200],
                fix="Download the transactions of the account instead.",
            )
        return self.written(tuple((one.field, one.column) for one in self.guesses))

    def written(self, columns: tuple[tuple[str, int], ...]) -> Mapping:
        """Return a mapping of these columns, written as was found out."""
        return Mapping(
            kind=self.kind,
            signature=self.signature,
            columns=columns,
            date_order=self.date_order.value,
            decimal=self.decimal.value,
            currency=self.currency.value,
            out_words=self.out_words,
            is_spending_positive=self.is_spending_positive,
            sheet=self.sheet,
            counts=self.counts,
            unit=self.unit.value,
        )

    def with_columns(self, chosen: dict[str, int]) -> "Shape":
        """Return the shape with some fields chosen anew, -1 for none.

        What was guessed for a column that is now chosen for another field is dropped.
        """
        taken = {at for at in chosen.values() if at >= 0}
        kept = {
            guess.field: guess.column
            for guess in self.guesses
            if guess.field not in chosen and guess.column not in taken
        }
        given = {name: at for name, at in chosen.items() if at >= 0}
        return self.corrected({**kept, **given})

    def corrected(self, columns: dict[str, int]) -> "Shape":
        """Return the shape with columns that a person chose, each for one field alone.

        How their dates, numbers and words are written is found out anew.
        """
        if self.found is None:
            return self
        guesses = tuple(
            Guess(field, at, "You said so") for field, at in columns.items()
        )
        return _shape(self.found, self.kind, guesses, self.sheet)


def describe(source: Source, kind: str = "", sheet: str = "") -> Shape:
    """Return the shape of a table; `kind` and `sheet` where a person chose them."""
    columns = Columns(grid_of(source, sheet))
    kind = kind or (TIME if is_time(columns) else PAYMENTS)
    if kind == TIME:
        return _shape(columns, kind, time_guesses(columns).all(), sheet)
    columns = columns.with_dates()
    return _shape(columns, kind, payment_guesses(columns).all(), sheet)


def _shape(
    columns: Columns, kind: str, guesses: tuple[Guess, ...], sheet: str
) -> Shape:
    grid = columns.grid
    at = {guess.field: guess.column for guess in guesses}
    numbers = [at[name] for name in _NUMBERS if name in at]
    lengths = [at[name] for name in _LENGTHS if name in at]
    written = [*numbers, *(at[name] for name in ("fee",) if name in at), *lengths]
    has_balance = any(is_balance(columns, n) for n in range(len(columns)))
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
        decimal=decimal_stated(columns, written, grid.delimiter),
        currency=(
            Written("", "A column tells the currency")
            if "currency" in at
            else currency_stated(columns, numbers)
        ),
        unit=unit_stated(columns, lengths),
        out_words=(
            out_words_in(columns, at["direction"], at.get("amount", -1))
            if "direction" in at
            else ()
        ),
        states=states_in(columns, at["status"]) if "status" in at else (),
        counts=counting_states(columns, at["status"]) if "status" in at else (),
        is_spending_positive=_is_turned(columns, at),
        is_balances=kind == PAYMENTS and not numbers and has_balance,
        sheet=sheet,
        sheets=grid.sheets,
        found=columns,
    )


def _is_turned(columns: Columns, at: dict[str, int]) -> bool:
    """Return whether what was spent stands without a minus, and what was paid with."""
    if "direction" in at:
        return False
    if "amount" in at:
        return is_spending_positive(columns, at["amount"])
    return "money_in" in at and is_paid_below_zero(columns, at["money_in"])


def first_lines(
    source: Source, mapping: Mapping, options: Options, most: int = 5
) -> list[Line | Problem]:
    """Return the first lines as they would come in by a mapping, problems too."""
    return list(islice(read(source, options._replace(mapping=mapping)), most))


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

"""The columns of a table: what they are called, and what their cells may be."""

from collections.abc import Callable
from typing import NamedTuple

from plait.formats.tables.grid import Grid
from plait.formats.tables.looks import (
    is_account,
    is_clock,
    is_code,
    is_date,
    is_decimal,
    is_direction,
    is_duration,
    is_iban,
    is_name,
    is_number,
    is_text,
)
from plait.formats.tables.mapping import PAYMENTS, TIME
from plait.formats.tables.words import plain_name


class Look(NamedTuple):
    """A field to be looked for by what its cells are."""

    field: str
    is_kind: Callable[[str], bool]
    because: str


class Columns:
    """The columns of a table: their names, and the cells of the first rows."""

    def __init__(self, grid: Grid) -> None:
        self.names = [plain_name(name) for name in grid.columns]
        self._rows = grid.sample

    def cells(self, column: int) -> list[str]:
        """Return the cells of a column that are not empty."""
        found = (row[column].strip() for row in self._rows if column < len(row))
        return [cell for cell in found if cell]

    def holds(
        self, column: int, is_kind: Callable[[str], bool], share: float = 0.9
    ) -> bool:
        """Return whether that share of the cells is of a kind; others are footers."""
        cells = self.cells(column)
        return bool(cells) and sum(map(is_kind, cells)) >= share * len(cells)

    def called(self, names: str, is_kind: Callable[[str], bool] | None) -> int | None:
        """Return the column with the likeliest name, unless most cells speak against."""
        for name in names.split("|"):
            for column, own in enumerate(self.names):
                if own == name and (
                    is_kind is None
                    or not self.cells(column)
                    or self.holds(column, is_kind, 0.5)
                ):
                    return column
        return None


KINDS: dict[str, dict[str, Callable[[str], bool]]] = {
    PAYMENTS: {
        "date": is_date,
        "amount": is_number,
        "money_in": is_number,
        "money_out": is_number,
        "direction": is_direction,
        "currency": is_code,
        "payer": is_name,
        "counter_account": is_account,
    },
    TIME: {
        "date": is_date,
        "start": is_clock,
        "end": is_clock,
        "duration": is_duration,
        "hours": is_duration,
    },
}
BY_CONTENT = {
    PAYMENTS: (
        Look("date", is_date, "Every value is a date"),
        Look("amount", is_decimal, "Every value is an amount"),
        Look("amount", is_number, "Every value is a number"),
        Look("currency", is_code, "Every value is a currency"),
        Look("counter_account", is_iban, "Every value is an IBAN"),
        Look("payer", is_name, "Every value is text"),
        Look("reference", is_text, "Every value is text"),
    ),
    TIME: (
        Look("date", is_date, "Every value is a date"),
        Look("duration", is_duration, "Every value is a duration"),
    ),
}

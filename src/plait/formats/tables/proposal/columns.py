"""The columns of a table: what they are called, and what their cells may be."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from plait.formats.rows import Row
from plait.formats.tables.amounts import value_of
from plait.formats.tables.cell_words import is_blank
from plait.formats.tables.grid import Grid
from plait.formats.tables.looks import is_date, is_name
from plait.formats.tables.names import Phrases, Words, likeness, plain_name, words_of

Look = Callable[[str], bool]

_MOST = 0.9


class Columns:
    """The columns of a table: their names, and the cells of the first rows."""

    def __init__(self, grid: Grid, rows: Sequence[Row] | None = None) -> None:
        self.grid = grid
        self.headings = grid.columns
        has_names = bool(grid.heading_line)
        self.names = [plain_name(name) if has_names else "" for name in grid.columns]
        self.words: list[Words] = [tuple(name.split()) for name in self.names]
        self.all_words: list[Words] = [
            words_of(name) if has_names else () for name in grid.columns
        ]
        self._rows = grid.sample if rows is None else rows
        self._values: dict[int, list[Decimal | None]] = {}
        self._shares: dict[tuple[int, Look], float] = {}
        self._cells = [
            _without_dashes(
                [row[at].strip() if at < len(row) else "" for row in self._rows]
            )
            for at in range(len(grid.columns))
        ]

    def with_dates(self) -> "Columns":
        """Return the columns of the rows that hold a date; all if few rows do.

        What else stands in a table of payments is a sum, or a text that goes on.
        """
        dated = [row for row in self._rows if any(map(is_date, row))]
        is_usual = 2 * len(dated) > len(self._rows) > len(dated)
        return Columns(self.grid, dated) if is_usual else self

    def __len__(self) -> int:
        """Return how many columns there are."""
        return len(self.headings)

    def cells(self, column: int) -> list[str]:
        """Return the cells of a column that are not empty."""
        return [cell for cell in self._cells[column] if cell]

    def rows(self, column: int) -> list[str]:
        """Return the cells of a column, one of each row, empty ones too."""
        return self._cells[column]

    def values(self, column: int) -> list[Decimal | None]:
        """Return the numbers of a column, None where a cell is none."""
        if column not in self._values:
            cells = self._cells[column]
            self._values[column] = [value_of(cell) if cell else None for cell in cells]
        return self._values[column]

    def filled(self, column: int) -> float:
        """Return the share of the rows in which the column is filled in, 1 of none."""
        n_rows = len(self._rows)
        return len(self.cells(column)) / n_rows if n_rows else 1

    def share(self, column: int, is_kind: Look) -> float:
        """Return the share of a column's filled cells that are of a kind."""
        key = (column, is_kind)
        if key not in self._shares:
            cells = self.cells(column)
            found = sum(map(is_kind, cells)) / len(cells) if cells else 0.0
            self._shares[key] = found
        return self._shares[key]

    def holds(self, column: int, is_kind: Look, share: float = _MOST) -> bool:
        """Return whether that share of the cells is of a kind; others are footers."""
        return self.share(column, is_kind) >= share

    def may_hold(self, column: int, is_kind: Look) -> bool:
        """Return whether a column is of a kind, or empty as far as it was read."""
        return not self.cells(column) or self.holds(column, is_kind)

    def likeness(self, column: int, wanted: Phrases) -> float:
        """Return 0 to 100: how much the column is called like one of the phrases."""
        return likeness(self.words[column], wanted)

    def called(self, wanted: Phrases, is_kind: Look | None = None) -> list[int]:
        """Return the columns called so that may hold such, the likeliest first."""
        fit = [
            (-self.likeness(column, wanted), column)
            for column in range(len(self))
            if self.likeness(column, wanted)
            and (is_kind is None or self.may_hold(column, is_kind))
        ]
        return [column for _, column in sorted(fit)]

    def variety(self, column: int) -> float:
        """Return how many of a column's filled cells differ from one another, 0 to 1."""
        cells = self.cells(column)
        return len(set(cells)) / len(cells) if cells else 0

    def wordiness(self, column: int) -> float:
        """Return how many letters a column's cells have on average, at most 40."""
        cells = self.cells(column)
        letters = sum(sum(map(str.isalpha, cell[:40])) for cell in cells)
        return letters / len(cells) if cells else 0

    def is_texts(self, column: int) -> bool:
        """Return whether most of the cells may name somebody or something."""
        return self.holds(column, is_name, 0.6)


def _without_dashes(cells: list[str]) -> list[str]:
    """Return the cells, empty where a dash stands for nothing; beside a plus it means out."""
    if "+" in cells:
        return cells
    return ["" if is_blank(cell) else cell for cell in cells]

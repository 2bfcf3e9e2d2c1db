"""A proposal for what a column means, and how it was found."""

from typing import NamedTuple

from plait.formats.tables.proposal.columns import Columns

BY_NAME = "The heading says so"


class Guess(NamedTuple):
    """A field that a column seems to hold, and how that was found."""

    field: str
    column: int
    because: str


class Guesses:
    """The proposals for a table; a field is proposed once, and a column for one field."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self._by_field: dict[str, Guess] = {}

    def add(self, field: str, column: int, because: str = BY_NAME) -> None:
        """Propose a column for a field, unless either has been proposed or is -1."""
        if column < 0 or field in self._by_field:
            return
        if self.has(column) and not field.startswith("currency"):
            return
        self._by_field[field] = Guess(field, column, because)

    def at(self, field: str) -> int:
        """Return the column proposed for a field, -1 if none is."""
        return self._by_field[field].column if field in self._by_field else -1

    def has(self, column: int) -> bool:
        """Return whether the column has been proposed for a field."""
        return any(guess.column == column for guess in self._by_field.values())

    def all(self) -> tuple[Guess, ...]:
        """Return the proposals in the order they were made."""
        return tuple(self._by_field.values())

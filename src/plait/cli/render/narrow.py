"""A table that a window is too narrow for, as a list: a row is a name and its figures."""

import re
from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

_BAR = re.compile(r"[\s\u2500-\u259f]*")  # drawn, not written: it says no more
_INDENT = (0, 0, 0, 2)


def as_list(table: Table) -> RenderableType:
    """Return the rows of a table one below the other, with nothing cut."""
    headings = [_text(column.header) for column in table.columns]
    rows = zip(*(list(column.cells) for column in table.columns), strict=True)
    return Group(*(part for row in rows for part in _row(headings, row)))


def _row(
    headings: list[Text], row: tuple[RenderableType, ...]
) -> Iterator[RenderableType]:
    """Yield the first cell, and below it the others by their headings."""
    cells = [_text(cell) for cell in row]
    is_figure = cells[0].plain[:1].isdigit()  # a day or a number: of what?
    title = f"{headings[0].plain} {cells[0].plain}" if is_figure else cells[0].plain
    yield Text(title.strip(), style="bold")
    named = [
        Text(" ").join([heading, cell]) if heading.plain else cell
        for heading, cell in zip(headings[1:], cells[1:], strict=True)
        if not _BAR.fullmatch(cell.plain)
    ]
    if named:
        yield Padding(Text(" · ").join(named), _INDENT)


def _text(cell: RenderableType) -> Text:
    return cell if isinstance(cell, Text) else Text(str(cell))

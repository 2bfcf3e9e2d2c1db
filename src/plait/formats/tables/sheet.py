"""Sheets of a workbook (XLSX) as rows of text."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from plait.formats.rows import Row
from plait.formats.source import Source, Unreadable
from plait.formats.tables.workbook import OLD_EXCEL, ZIP, check, damaged


class NumberText(str):
    """A number cell: exact, with a point, and rounded to its currency when read."""

    __slots__ = ()


class Sheet(NamedTuple):
    """A sheet of a workbook: its name, all names, and the rows with their numbers.

    The workbook is opened once; `rows()` begins at the first row each time.
    """

    name: str
    names: tuple[str, ...]
    rows: Callable[[], Iterator[tuple[int, Row]]]


def is_workbook(source: Source) -> bool:
    """Return whether the file is a workbook of any kind; old ones are refused."""
    return source.head.startswith((ZIP, OLD_EXCEL))


def sheet_of(source: Source, name: str = "") -> Sheet:
    """Return the sheet called `name`, else the first; raise `Unreadable` if none."""
    from python_calamine import CalamineWorkbook

    check(source)
    with source.open() as file:
        book = _guarded(source, lambda: CalamineWorkbook.from_object(file))
        names = tuple(book.sheet_names)
        if not names or (name and name not in names):
            raise Unreadable(
                "The sheet is not in this workbook",
                value=name or source.name,
                fix="Choose a sheet that is there, or save the table as CSV.",
            )
        chosen = name or names[0]
        sheet = _guarded(source, lambda: book.get_sheet_by_name(chosen))
    first = sheet.start[0] if sheet.start else 0
    return Sheet(chosen, names, lambda: _rows(sheet, first))


def _rows(sheet: Any, first: int) -> Iterator[tuple[int, Row]]:  # noqa: ANN401  # the library names no type for it
    for number, cells in enumerate(sheet.iter_rows(), first + 1):
        row = [cell if type(cell) is str else _text(cell) for cell in cells]
        if any(row):
            yield number, row


def _text(cell: object) -> str:
    """Return a cell as text: dates year first, numbers exactly as they are shown."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float | int):
        return NumberText(_plain(cell))
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "seconds")
    return _clock(cell) if isinstance(cell, timedelta) else str(cell)


def _clock(length: timedelta) -> str:
    minutes, seconds = divmod(round(length.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"


def _plain(number: float) -> str:
    # repr is the shortest text that is this float: 12.34 comes back as 12.34.
    text = repr(number).removesuffix(".0")
    if text.isascii() and text.lstrip("-").replace(".", "", 1).isdigit():
        return text
    exact = Decimal(text)
    return f"{exact:f}" if exact.is_finite() else ""


def _guarded(source: Source, step: Callable[[], Any]) -> Any:  # noqa: ANN401  # the library's own
    """Run a step of the library; what it cannot read is refused in a sentence."""
    try:
        return step()
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:  # a panic of the library is no Exception
        raise damaged(source) from error

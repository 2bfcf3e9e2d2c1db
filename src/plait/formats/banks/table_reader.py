"""The two functions that a format module has, made from descriptions of its tables."""

from collections.abc import Callable, Iterator

from plait.domain.errors import Problem
from plait.domain.records import Line
from plait.formats.banks.balances import Balances
from plait.formats.banks.bank_rows import RowReader
from plait.formats.banks.bank_table import BankTable, names_of
from plait.formats.rows import Heading, Row, convert, first_lines, headings, rows
from plait.formats.rows_whole import BrokenRow
from plait.formats.source import Options, Source, Unreadable

Recognise = Callable[[Source], bool]
Read = Callable[[Source, Options], Iterator[Line | Problem]]


def reader_of(*tables: BankTable) -> tuple[Recognise, Read]:
    """Return `recognise` and `read` of a bank that writes one of these tables."""

    def recognise(source: Source) -> bool:
        return any(heading_in(source, table) for table in tables)

    def read(source: Source, options: Options) -> Iterator[Line | Problem]:  # noqa: ARG001  # one signature for all
        return read_any(source, tables)

    return recognise, read


def read_any(source: Source, tables: tuple[BankTable, ...]) -> Iterator[Line | Problem]:
    """Yield a bank line per row of the first of these tables that the file is."""
    table = next((one for one in tables if heading_in(source, one)), tables[0])
    return lines_of(source, table, need_heading_in(source, table))


def need_heading_in(source: Source, table: BankTable) -> Heading:
    """Return the table's heading, or refuse the file."""
    if heading := heading_in(source, table):
        return heading
    raise Unreadable(
        "The line that names the columns is missing",
        value=source.name,
        fix="Export the file again and leave its first lines as they are.",
    )


def heading_in(source: Source, table: BankTable) -> Heading | None:
    """Return the table's heading, its names in small letters; None if not there."""
    wanted = frozenset(names_of(table.heading))
    found = ((one, names) for one, names in _small(source) if wanted <= names)
    if table.besides is None:
        return next((one for one, _ in found), None)
    known = wanted.union(names_of(table.besides), [""])
    return next((one for one, names in found if names <= known), None)


def _small(source: Source) -> list[tuple[Heading, frozenset[str]]]:
    """Return every line as a heading in small letters, worked out once a file."""
    if "small headings" not in source.worked_out:
        found = [
            one._replace(columns=[name.casefold() for name in one.columns])
            for one, _ in headings(source)
        ]
        source.worked_out["small headings"] = [
            (one, frozenset(one.columns)) for one in found
        ]
    known: list[tuple[Heading, frozenset[str]]] = source.worked_out["small headings"]
    return known


def lines_of(
    source: Source, table: BankTable, heading: Heading
) -> Iterator[Line | Problem]:
    """Yield a bank line per row, and behind them what each account opens and ends on."""
    above = first_lines(source, max(heading.line - 1, 0))
    days = table.days_above(above) if table.days_above else None
    account = table.account_above(above) if table.account_above else ""
    balances = Balances(days, account)
    reader = RowReader(table, heading, above, balances)
    numbered = rows(source, heading)
    if table.footer:
        numbered = _without(table.footer, numbered)
    return balances.behind(convert(numbered, reader.line))


def _without(
    footer: str, numbered: Iterator[tuple[int, Row]]
) -> Iterator[tuple[int, Row]]:
    """Pass rows on but those that are too short and begin as a footer does."""
    for number, row in numbered:
        if not (isinstance(row, BrokenRow) and row.problem.value.startswith(footer)):
            yield number, row

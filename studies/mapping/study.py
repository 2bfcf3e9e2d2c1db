"""Tables of payments under published headings, their rows made up, and what is right.

A table is right where every line comes in with its day, its signed amount, its
currency and who it was, by the mapping as proposed. The tables are split at random:
the rules were written on one part; the other was not looked at until the end.
"""

import random
import tempfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from plait.domain.errors import PlaitError
from plait.domain.money import to_minor
from plait.domain.records import BankLine
from plait.formats.source import Options, Source
from plait.formats.tables import table

TABLES = Path(__file__).with_name("tables.txt")
LATER = Path(__file__).with_name("later.txt")
FRESH = Path(__file__).with_name("fresh.txt")
LAST = Path(__file__).with_name("last.txt")
# How each file is split: the seed, and how many of its tables are kept back.
_SPLITS = {TABLES: (9, 24), FRESH: (10, 25)}
_ANY_CURRENCY = "-"
# A code that no table names, as the currency of the book.
_UNTOLD = "XTS"
_BOOK = Options(date(2026, 6, 30), ZoneInfo("Europe/Amsterdam"), currency=_UNTOLD)


class Right(NamedTuple):
    """What one line should be; `currency` "-" where the table does not tell it."""

    on: date
    amount: str
    currency: str
    who: str


class Table(NamedTuple):
    """A table by its short name, its text, and its lines in file order."""

    name: str
    text: str
    lines: tuple[Right, ...]


def tables(file: Path = TABLES) -> list[Table]:
    """Return the tables of a file of the study."""
    _, *blocks = ("\n" + file.read_text("utf-8")).split("\n== ")
    return [_table(block) for block in blocks]


def _table(block: str) -> Table:
    name, _, rest = block.partition("\n")
    text, _, lines = rest.partition("\n--\n")
    cells = [line.split(" | ") for line in lines.splitlines() if line.strip()]
    right = (Right(date.fromisoformat(d), a, c, who) for d, a, c, who in cells)
    return Table(name, text + "\n", tuple(right))


def parts(file: Path = TABLES) -> tuple[list[Table], list[Table]]:
    """Return the tables the rules were written on, and those kept back."""
    seed, n_kept_back = _SPLITS[file]
    mixed = tables(file)
    random.Random(seed).shuffle(mixed)  # noqa: S311  # a split, not a secret
    return mixed[n_kept_back:], mixed[:n_kept_back]


def faults(one: Table) -> list[str]:
    """Return what the proposal gets wrong, in words; nothing where all is right."""
    with tempfile.NamedTemporaryFile(suffix=".csv") as file:
        path = Path(file.name)
        path.write_text(one.text, "utf-8")
        source = Source(path.name, path)
        try:
            shape = table.describe(source)
            day_first = shape.date_order.value or (
                "mdy" if _is_american(one) else "dmy"
            )
            options = _BOOK._replace(is_day_first=day_first != "mdy")
            read = table.first_lines(source, shape.proposal(), options, 500)
        except PlaitError as error:
            return [str(error)]
    lines = [line for line in read if isinstance(line, BankLine)]
    if len(lines) != len(one.lines):
        return [f"{len(lines)} lines", *(str(p) for p in read if p not in lines)]
    pairs = zip(lines, one.lines, strict=True)
    return [fault for line, right in pairs for fault in _differences(line, right)]


def _is_american(one: Table) -> bool:
    """Where dates fit both ways the person is asked; this is what they would say."""
    return one.name.startswith(("us-", "ca-"))


def _differences(line: BankLine, right: Right) -> list[str]:
    currency = _UNTOLD if right.currency == _ANY_CURRENCY else right.currency
    amount = to_minor(Decimal(right.amount), currency)
    pairs = (
        (line.booked_on, right.on),
        (line.amount_minor, amount),
        (line.currency, currency),
        (line.payer, right.who),
    )
    return [
        f"{found} instead of {wanted}" for found, wanted in pairs if found != wanted
    ]

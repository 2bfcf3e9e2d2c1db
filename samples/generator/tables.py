"""Numbers, dates and CSV as each product writes them."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


def decimal(minor: int, mark: str = ".") -> str:
    """Return hundredths as a number: -123456 is -1234.56."""
    whole, part = divmod(abs(minor), 100)
    return f"{'-' if minor < 0 else ''}{whole}{mark}{part:02}"


@dataclass(frozen=True)
class Dialect:
    """How a product writes its table."""

    delimiter: str = ","
    quotes_all: bool = False
    encoding: str = "utf-8"
    line_end: str = "\n"

    def table(self, heading: str, rows: Iterable[Sequence[object]]) -> bytes:
        """Return the heading, word for word, and the rows below it."""
        text = io.StringIO()
        writer = csv.writer(
            text,
            delimiter=self.delimiter,
            quoting=csv.QUOTE_ALL if self.quotes_all else csv.QUOTE_MINIMAL,
            lineterminator=self.line_end,
        )
        writer.writerows(rows)
        return f"{heading}{self.line_end}{text.getvalue()}".encode(self.encoding)

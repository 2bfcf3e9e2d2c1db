"""Which column of an unknown table means what, said once and remembered."""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from hashlib import sha256
from typing import Any, Self

from plait.domain.errors import PlaitError
from plait.formats.written_dates import ORDERS

PAYMENTS = "payments"
TIME = "time"

FIELDS = {
    PAYMENTS: (
        "date",
        "amount",
        "money_in",
        "money_out",
        "direction",
        "fee",
        "currency",
        "currency_out",
        "payer",
        "payee",
        "counter_account",
        "reference",
        "account",
        "status",
        "id",
    ),
    TIME: (
        "date",
        "start",
        "end",
        "duration",
        "hours",
        "client",
        "project",
        "task",
        "description",
    ),
}
# One set of each must be told, or a row cannot become a line.
NEEDED = {
    PAYMENTS: (("date", "amount"), ("date", "money_in", "money_out")),
    TIME: (("start", "end"), ("date", "duration"), ("date", "hours")),
}


UNITS = {
    "h": Decimal(3600),
    "min": Decimal(60),
    "s": Decimal(1),
    "ms": Decimal("0.001"),
}
# Two fields that may well be told by one column.
_SHARED = {"currency", "currency_out"}


class UnusableMapping(PlaitError):
    """A mapping lacks a column that is needed, or says what cannot be."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """The columns of a table by their position from 0, and how it writes values.

    `signature` is of the heading it was made for. `date_order` is "ymd", "dmy" or
    "mdy", empty where the person has not said. `currency` and `account` are for
    tables without such a column; `out_words` say in the direction column that
    money went out. `is_spending_positive` is for cards that list what was spent
    without a sign. `counts` are the words of the status column that say that a line is
    booked. `unit` is what a bare number of a length counts: "h", "min", "s" or "ms".
    `sheet` is empty for the first sheet.
    """

    kind: str
    signature: str
    columns: tuple[tuple[str, int], ...]
    date_order: str = ""
    decimal: str = "."
    currency: str = ""
    account: str = ""
    out_words: tuple[str, ...] = ()
    is_spending_positive: bool = False
    sheet: str = ""
    counts: tuple[str, ...] = ()
    unit: str = "h"

    def __post_init__(self) -> None:
        if self.kind not in FIELDS:
            raise _unusable("This kind of table is not known", self.kind)
        for field, position in self.columns:
            if field not in FIELDS[self.kind] or position < 0:
                raise _unusable("This column means nothing to Plait", field)
        if self.date_order not in ("", *ORDERS) or self.decimal not in (".", ","):
            written = f"{self.date_order} {self.decimal}"
            raise _unusable("Dates or numbers are not written so", written)
        if self.unit not in UNITS:
            raise _unusable("This is not a unit of time", self.unit)
        fields = {field for field, _ in self.columns}
        if len(fields) < len(self.columns):
            names = [field for field, _ in self.columns]
            twice = next(field for field in names if names.count(field) > 1)
            raise _unusable("Two columns cannot mean the same", twice)
        if not any(fields.issuperset(needed) for needed in NEEDED[self.kind]):
            raise _unusable(
                "A column that is needed has not been told",
                " / ".join(", ".join(needed) for needed in NEEDED[self.kind]),
            )

    def at(self, field: str) -> int:
        """Return the position of the field's column, -1 if it has none."""
        return dict(self.columns).get(field, -1)

    def to_json(self) -> dict[str, Any]:
        """Return what `from_json` takes, in types that JSON has."""
        return {**asdict(self), "columns": dict(self.columns)}

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Self:
        """Return the mapping that was stored; raise `UnusableMapping` if it is none."""
        try:
            columns = {f: _position(at) for f, at in stored["columns"].items()}
            words = {
                key: tuple(_text(word) for word in stored.get(key, ()))
                for key in ("out_words", "counts")
            }
            for name in _TEXTS & stored.keys():
                _text(stored[name])
            if not isinstance(stored.get("is_spending_positive", False), bool):
                raise TypeError("is_spending_positive")  # noqa: TRY301  # said below
            return cls(**{**stored, "columns": tuple(columns.items()), **words})
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise _unusable("This mapping cannot be read", str(error)) from error


_TEXTS = {
    *("kind", "signature", "date_order", "decimal"),
    *("currency", "account", "sheet", "unit"),
}
_LONGEST_TEXT = 200
# What no database takes: NUL, and halves of a character that JSON can spell.
_NO_TEXT = re.compile("[\0\ud800-\udfff]")
_MOST_COLUMNS = 10_000


def _text(value: object) -> str:
    """Return a text; raise `TypeError` for what is none, or none that can be kept."""
    if (
        not isinstance(value, str)
        or len(value) > _LONGEST_TEXT
        or _NO_TEXT.search(value)
    ):
        raise TypeError(ascii(value)[:_LONGEST_TEXT])
    return value


def _position(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value > _MOST_COLUMNS:
        raise TypeError(ascii(value)[:_LONGEST_TEXT])
    return value


def signature_of(names: Sequence[str]) -> str:
    """Return what tells a heading from others: 64 characters of a hash.

    Capitals and spaces do not count, for they change when a file is saved again.
    """
    plain = ("".join(name.split()).casefold() for name in names)
    return sha256("\x1f".join(plain).encode()).hexdigest()


def _unusable(what: str, value: str) -> UnusableMapping:
    return UnusableMapping(
        what, value=value, fix="Say again which column of the table means what."
    )

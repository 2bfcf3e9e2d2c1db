"""The values of a row as JSON holds them, and back."""

from base64 import b64encode
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any

from django.db.models import Field

if TYPE_CHECKING:
    AnyField = Field[Any, Any]
else:
    AnyField = Field

Values = dict[str, Any]
"""Fields of a row by the names of their columns."""


def stored(field: AnyField, value: Any) -> Any:  # noqa: ANN401  # of any column
    """Return a column's value as JSON holds it; equal values give equal ones."""
    if isinstance(value, str) and not field.empty_strings_allowed:
        # Text for a day or a number is what the database makes of it.
        value = field.to_python(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        value = value.astimezone(UTC)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return b64encode(bytes(value)).decode()
    return str(value) if isinstance(value, Decimal) else value


def restored(field: AnyField, value: Any) -> Any:  # noqa: ANN401  # of any column
    """Return what JSON holds of a column in the column's own type."""
    return value if value is None else field.to_python(value)

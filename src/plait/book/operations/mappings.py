"""Keeping what the columns of a table mean, said once."""

from typing import Any

from plait.accounts.models import Person
from plait.book.models import Mapping
from plait.book.operations.writing import book_of


def keep_mapping(
    *, viewer: Person, name: str, signature: str, columns: dict[str, Any]
) -> Mapping:
    """Keep a mapping under its name; the same name is said anew."""
    with book_of(viewer, what="keep_mapping"):
        kept, _ = Mapping.objects.update_or_create(
            owner=viewer,
            name=name[:100],
            defaults={"signature": signature, "columns": columns, "batch": None},
        )
    return kept

"""Files that were imported, as a list shows them."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ImportedFileLine:
    """One file of an import, with how many of its records were what."""

    batch: int
    made_at: datetime
    undone_at: datetime | None
    name: str
    format: str
    n_read: int
    n_new: int
    n_changed: int
    n_known: int
    n_problems: int

"""What a book holds, in numbers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BookContents:
    """How many of each a person's book holds.

    `file` is the book's own file where it is this person's alone, "" on a server;
    `copies` are the backups and copies that lie beside it.
    """

    roles: int
    payments: int
    entries: int
    events: int
    check_ins: int
    calendars: int
    imports: int
    changes: int
    file: str
    copies: tuple[str, ...]

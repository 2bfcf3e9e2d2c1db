"""The tracker's own identifier of an entry, where its export has one.

With it an entry stays the same one whatever else of it was corrected.
"""

from collections.abc import Callable

from plait.formats.trackers.tracked import Table

LONGEST = 100


def entry_id(tracker: str, identifier: str) -> str:
    """Return an identifier as records keep it, "" for none: `toggl:1234`."""
    plain = identifier.strip()
    return f"{tracker}:{plain}"[:LONGEST] if plain else ""


def ids_in(table: Table, tracker: str, *names: str) -> Callable[[list[str]], str]:
    """Return what reads a row's identifier out of the first of these columns.

    A column whose cells come back is not one of entries (a task's number may be
    called ID as well), so it is left aside.
    """
    if not table.has(*names):
        return _none
    at = table.at(*names)
    cells = [row[at] for _, row in table.rows() if row and row[at].strip()]
    if len(set(cells)) < len(cells):
        return _none
    return lambda row: entry_id(tracker, row[at])


def _none(_: list[str]) -> str:
    return ""

"""What a visit brings back from a calendar."""

from typing import NamedTuple


class Marks(NamedTuple):
    """What a server said last, by which it knows what is new since.

    `sync_token` is CalDAV's; of a calendar behind an address it marks the content.
    """

    etag: str = ""
    modified: str = ""
    sync_token: str = ""


class FetchResult(NamedTuple):
    """Calendars as text, and the marks for the next time.

    `is_whole` says that all of the calendar is in `parts`, not only what changed;
    `is_exact` that what is not in a whole one is gone, however long ago it was:
    a calendar behind an ICS address may leave out what is past.
    """

    parts: list[bytes]
    marks: Marks
    is_whole: bool = True
    is_exact: bool = False

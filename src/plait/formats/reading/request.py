"""What is asked of a reading: which files, read how."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from plait.formats.source import Options, Source


class Request(msgspec.Struct):
    """Files by shown name and path, and all that their readers may need to know.

    `mappings` are the person's own, by the signature of the tables they read;
    `takes_settings` says that a book file's time zone holds for the files after it; `done` are files, by their numbers, that were read or refused before.
    """

    files: list[tuple[str, str]]
    folder: str
    today: date
    timezone: str
    is_day_first: bool | None = None
    person: str = ""
    currency: str = "EUR"
    known_currencies: dict[str, str] = {}
    mapping: dict[str, Any] | None = None
    mappings: dict[str, dict[str, Any]] = {}
    takes_settings: bool = False
    done: list[tuple[int, int]] = []

    @property
    def options(self) -> Options:
        """What each reader is given."""
        return Options(
            today=self.today,
            timezone=ZoneInfo(self.timezone),
            is_day_first=self.is_day_first,
            person=self.person,
            currency=self.currency,
            mapping=self.mapping,
            known_currencies=self.known_currencies,
        )


def request_for(
    sources: Sequence[Source],
    folder: Path,
    options: Options,
    mappings: Mapping[str, dict[str, Any]],
    *,
    takes_settings: bool,
) -> Request:
    """Return the request to read files; archives are unpacked into the folder."""
    return Request(
        files=[(source.name, str(source.path.absolute())) for source in sources],
        folder=str(folder),
        today=options.today,
        timezone=options.timezone.key,
        is_day_first=options.is_day_first,
        person=options.person,
        currency=options.currency,
        mapping=options.mapping,
        mappings=dict(mappings),
        known_currencies=dict(options.known_currencies),
        takes_settings=takes_settings,
    )

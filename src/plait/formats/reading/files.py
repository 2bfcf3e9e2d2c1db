"""Reading files one after another: archives opened, books first, each told in frames."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from plait.domain.errors import Problem
from plait.domain.records import BankLine, Line
from plait.domain.schemas.book_records import (
    AttachmentRecord,
    MappingRecord,
    PersonRecord,
)
from plait.formats.archive import members
from plait.formats.plait import book
from plait.formats.reading.bounds import within_bounds
from plait.formats.reading.coverage import CoverageWatch
from plait.formats.reading.frames import (
    Begins,
    Covers,
    Ends,
    Frame,
    Looks,
    Problems,
    Progress,
    Recognised,
    Refused,
    pack,
)
from plait.formats.reading.request import Request
from plait.formats.registry import Format, NotKnown, format_of
from plait.formats.source import Options, Source, Unreadable, refuse_too_large

_PIECE = 5_000
# Which formats are read before all others: what they tell holds for the rest.
_TURNS = {"plait_book": 0, "linkedin": 1, "json_resume": 1}
_BEFORE_ALL = -1
_AFTER_ALL = len(_TURNS) + 1
OPENING = -1
"""Stands for a file as a whole, where others count what is within it."""
_MOST_PROBLEMS = 100_000


class _File(NamedTuple):
    """A file to read, or why what was given cannot be opened."""

    given: int
    within: int
    source: Source
    error: Unreadable | None = None


def read_all(request: Request) -> Iterator[Frame]:
    """Yield the frames of every file; one that cannot be read is `Refused`, no more.

    Roles and rules come first, whatever the order of the files.
    """
    reading = _Reading(request)
    yield from reading.look()
    for file in reading.files:
        yield Begins(file.given, file.within, file.source.name)
        yield from reading.frames(file)


class _Reading:
    """One reading of several files; a book file may change how later ones are read."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.options = request.options
        self.files: list[_File] = []
        self._done = set(request.done)
        self._mappings = dict(request.mappings)

    def look(self) -> Iterator[Looks]:
        """Find the files, those within archives too, and the order they are read in.

        Whatever it looks into is named first: if that ends the process, it is known
        which file it was.
        """
        found: list[_File] = []
        given = [Source(name, Path(path)) for name, path in self.request.files]
        for number, source in enumerate(_together(given)):
            if (number, OPENING) not in self._done:
                yield Looks(number, OPENING, source.name)
                found += self._in(number, source)
        files = [one for one in found if (one.given, one.within) not in self._done]
        turns: dict[int, int] = {}
        # A file is looked into to find its turn; one alone has none.
        for file in files if len(files) > 1 else ():
            yield Looks(file.given, file.within, file.source.name)
            turns[id(file)] = self._turn(file)
        self.files = sorted(files, key=lambda file: turns.get(id(file), 0))

    def _in(self, given: int, source: Source) -> list[_File]:
        try:
            found = members(source, Path(self.request.folder) / str(given))
        except Unreadable as error:
            return [_File(given, 0, source, error)]
        return [_File(given, within, one) for within, one in enumerate(found)]

    def _turn(self, file: _File) -> int:
        """Return when the file is read: books, then CVs, then all others.

        Of books those with roles come before those that only speak of them; one that
        lists files kept with payments comes after the payments.
        """
        try:
            refuse_too_large(file.source)
            name = format_of(file.source, self.options).NAME
            if name == book.NAME and book.has_roles(file.source):
                return _BEFORE_ALL
            if name == book.NAME and book.has_attachments(file.source):
                return _AFTER_ALL
        except (Unreadable, MemoryError):
            name = ""
        return _TURNS.get(name, len(_TURNS))

    def frames(self, file: _File) -> Iterator[Frame]:
        try:
            if file.error:
                raise file.error
            yield from self._read(file.source)
            yield Ends()
        except Unreadable as error:
            yield Refused(Problem(file.source.name, error.what, error.value, error.fix))
        except MemoryError:
            yield Refused(too_much(file.source.name))

    def _read(self, source: Source) -> Iterator[Frame]:
        refuse_too_large(source)
        form, options = self._format(source)
        yield Recognised(form.NAME, form.LABEL)
        n_problems = 0
        coverage = CoverageWatch(form.NAME, options.today)
        lines = within_bounds(form.read(source, options), options.today)
        for piece in _pieces(coverage.watch(lines)):
            problems = piece.pop(Problem, [])
            for kind, of_kind in piece.items():
                yield pack(kind, of_kind)
                if kind is PersonRecord:
                    self._go_on(of_kind)
                elif kind is MappingRecord:
                    self._learn(of_kind)
            if problems:
                n_problems += len(problems)
                yield Problems(problems)
                _refuse_all_wrong(source, n_problems)
            yield Progress(source.fraction())
        yield Covers(coverage.covered())

    def _go_on(self, records: Sequence[PersonRecord]) -> None:
        """Read the files that follow with what the person said in a book file."""
        if self.request.takes_settings:
            for settings in records:
                zone = ZoneInfo(settings.timezone) if settings.timezone else None
                self.options = self.options._replace(
                    timezone=zone or self.options.timezone,
                )

    def _learn(self, records: Sequence[MappingRecord]) -> None:
        """Read tables that follow as a book file says; what the book says goes before."""
        for one in records:
            self._mappings.setdefault(one.signature, one.columns)

    def _format(self, source: Source) -> tuple[Format, Options]:
        """Return how to read the file: a table nobody knows by its kept mapping."""
        try:
            return format_of(source, self.options), self.options
        except NotKnown as unknown:
            return self._by_kept_mapping(source, unknown)

    def _by_kept_mapping(
        self, source: Source, unknown: NotKnown
    ) -> tuple[Format, Options]:
        from plait.formats.tables import table
        from plait.formats.tables.grid import grid_of

        try:
            columns = self._mappings.get(grid_of(source).signature)
        except Unreadable:
            columns = None
        if columns is None:
            raise unknown
        return table, self.options._replace(mapping=columns)


def too_much(name: str) -> Problem:
    """Return why a file was refused that needs more memory than one file may."""
    return Problem(
        name,
        "This file needs more memory than Plait gives to one file",
        name,
        "Export a shorter period, such as a year at a time.",
    )


def _pieces(
    lines: Iterator[Line | Problem],
) -> Iterator[dict[type[Any], list[Any]]]:
    """Yield some thousand lines at a time by kind, a booking's parts never apart."""
    piece = _next(lines, _PIECE)
    while piece:
        following: list[Line | Problem] = []
        last = piece[-1]
        if isinstance(last, BankLine) and last.booking_id:
            rest, following = _rest_of(last.booking_id, lines)
            piece += rest
        by_kind: dict[type[Any], list[Any]] = defaultdict(list)
        for line in piece:
            by_kind[type(line)].append(line)
        yield by_kind
        piece = following + _next(lines, _PIECE)


def _next(lines: Iterator[Line | Problem], n: int) -> list[Line | Problem]:
    """Return the next `n` lines, fewer where a file of up to 25 MB is among them."""
    piece: list[Line | Problem] = []
    for line in islice(lines, n):
        piece.append(line)
        if isinstance(line, AttachmentRecord):
            break
    return piece


def _rest_of(
    booking: str, lines: Iterator[Line | Problem]
) -> tuple[list[Line | Problem], list[Line | Problem]]:
    """Return what else is of a booking, and the first line that is not."""
    rest: list[Line | Problem] = []
    for line in lines:
        if not isinstance(line, BankLine) or line.booking_id != booking:
            return rest, [line]
        rest.append(line)
    return rest, []


def _refuse_all_wrong(source: Source, n_problems: int) -> None:
    """Refuse a file in which nearly nothing can be taken before it fills the memory."""
    if n_problems > _MOST_PROBLEMS:
        raise Unreadable(
            "More than 100,000 lines of this file cannot be taken",
            value=source.name,
            fix="Look at its first lines: it may not be what it seems.",
        )


def _together(sources: Sequence[Source]) -> list[Source]:
    """Return the files, each knowing which others were given with it."""
    beside: list[Source] = []
    beside += [replace(source, beside=beside) for source in sources]
    return beside

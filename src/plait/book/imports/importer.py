"""Taking files in, one after another, on behalf of one batch."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from plait.book.assignment import Assignment
from plait.book.imports.book_records import INTAKES as RECORD_INTAKES
from plait.book.imports.coverage import CoverageIntake, keep_coverage
from plait.book.imports.events import EventIntake
from plait.book.imports.payments import PaymentIntake
from plait.book.imports.positions import PositionIntake
from plait.book.imports.report import FileReport, nothing_inside, refused
from plait.book.imports.time_entries import EntryIntake
from plait.book.models import Batch, Role
from plait.book.models.recording import whole_part
from plait.book.queries.lists import mapping_for
from plait.domain.errors import Problem
from plait.domain.records import (
    BankLine,
    EventLine,
    Line,
    PositionLine,
    SeriesGone,
    StatementPeriod,
    TimeLine,
)
from plait.domain.schemas.book_records import PersonRecord
from plait.formats.archive import members
from plait.formats.plait import book
from plait.formats.registry import Format, NotKnown, format_of
from plait.formats.source import Options, Source, Unreadable, refuse_too_large

_PIECE = 5_000
# Which formats are taken in before all others: what they tell holds for the rest.
_TURNS = {"plait_book": 0, "linkedin": 1, "json_resume": 1}
_BEFORE_ALL = -1
# What was called off is read if the book holds it, which its intake finds out.
_TAKEN_AS: dict[type, type] = {SeriesGone: EventLine}
_NOT_COUNTED = {SeriesGone, StatementPeriod, Problem}
_MOST_PROBLEMS = 100_000
_INTAKES = {BankLine: PaymentIntake, TimeLine: EntryIntake, EventLine: EventIntake}

Progress = Callable[[str, float, int], None]
"""Told now and then: the file's name, how far it is read (0 to 1), lines so far."""


class Importer:
    """Takes files in, one after another, on behalf of one batch."""

    def __init__(
        self,
        batch: Batch,
        options: Options,
        role: Role | None,
        progress: Progress | None,
        called_off: Sequence[SeriesGone] = (),
    ) -> None:
        self.batch = batch
        self.options = options
        self.role = role
        self.progress = progress
        self.called_off = called_off

    def take_in(self, sources: Sequence[Source], folder: Path) -> list[FileReport]:
        """Take in files, and each file of an archive that Plait knows.

        Roles and rules come first, whatever the order, so that they hold for the
        lines of the other files; the reports are in the order of the files.
        """
        files = _together(sources)
        opened = [_opened(s, folder / str(n)) for n, s in enumerate(files)]
        every = [one for given in opened for one in given if isinstance(one, Source)]
        # A file is looked into to find its turn; one alone has none.
        if len(every) > 1:
            every.sort(key=self._turn)
        reports = {id(source): self._take_one(source) for source in every}
        return [
            report
            for source, given in zip(sources, opened, strict=True)
            for report in _reports_of(source, given, reports)
        ]

    def _turn(self, source: Source) -> int:
        """Return when the file is taken in: books, then CVs, then all others.

        Of books those with roles come before those that only speak of them.
        """
        try:
            refuse_too_large(source)
            name = format_of(source, self.options).NAME
            if name == book.NAME and book.has_roles(source):
                return _BEFORE_ALL
        except Unreadable:
            name = ""
        return _TURNS.get(name, len(_TURNS))

    def _take_one(self, source: Source) -> FileReport:
        report = FileReport(path=source.name)
        try:
            # A savepoint for each: one refused leaves nothing, the others stay.
            with whole_part():
                self._read(source, report)
        except Unreadable as error:
            refusal = refused(source, error)
            refusal.format, refusal.label = report.format, report.label
            return refusal
        return report

    def _read(self, source: Source, report: FileReport) -> None:
        refuse_too_large(source)
        form, options = self._format(source)
        report.format, report.label = form.NAME, form.LABEL
        assignment = Assignment(self.batch.owner, self.role)
        intakes: dict[type, Any] = {}
        coverage = CoverageIntake(form.NAME, options.today)
        read = chain(coverage.watch(form.read(source, options)), self.called_off)
        for kind, lines in self._pieces(read, source, report):
            if kind not in intakes:
                intakes[kind] = self._intake(kind, assignment, form.NAME)
            intakes[kind].take(lines)
        for intake in intakes.values():
            intake.finish()
            report.count(intake)
        report.problems += assignment.problems
        report.cover(source, coverage.covered())
        keep_coverage(self.batch, report.covered)
        if PersonRecord in intakes:
            self._go_on()

    def _go_on(self) -> None:
        """Read the files that follow with what the person said in a book file."""
        owner = self.batch.owner
        if self.batch.person_before:
            self.options = self.options._replace(
                timezone=ZoneInfo(owner.timezone), currency=owner.currency
            )

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
            signature = grid_of(source).signature
        except Unreadable:
            raise unknown from None
        kept = mapping_for(viewer=self.batch.owner, signature=signature)
        if kept is None:
            raise unknown
        return table, self.options._replace(mapping=kept.columns)

    def _intake(self, kind: type, assignment: Assignment, source: str) -> Any:  # noqa: ANN401  # one intake per kind of line
        if kind is PositionLine:
            return PositionIntake(self.batch, self.batch.owner)
        if kind in RECORD_INTAKES:
            return RECORD_INTAKES[kind](self.batch)
        return _INTAKES[kind](self.batch, assignment, source)

    def _pieces(
        self, lines: Iterator[Line | Problem], source: Source, report: FileReport
    ) -> Iterator[tuple[type, list[Line]]]:
        """Yield lines of one kind at a time, putting the problems aside."""
        while piece := list(islice(lines, _PIECE)):
            by_kind: dict[type, list[Any]] = defaultdict(list)
            for line in piece:
                kind: type = type(line)
                by_kind[_TAKEN_AS.get(kind, kind)].append(line)
                report.n_read += kind not in _NOT_COUNTED
            report.problems += by_kind.pop(Problem, [])
            by_kind.pop(StatementPeriod, None)
            _refuse_all_wrong(source, report)
            yield from by_kind.items()
            if self.progress:
                self.progress(source.name, source.fraction(), report.n_read)


def _refuse_all_wrong(source: Source, report: FileReport) -> None:
    """Refuse a file in which nearly nothing can be taken before it fills the memory."""
    if len(report.problems) > _MOST_PROBLEMS:
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


def _opened(source: Source, folder: Path) -> list[Source] | list[FileReport]:
    """Return the file, the files of an archive, or why it cannot be opened."""
    try:
        return members(source, folder)
    except Unreadable as error:
        return [refused(source, error)]


def _reports_of(
    source: Source,
    opened: list[Source] | list[FileReport],
    reports: dict[int, FileReport],
) -> list[FileReport]:
    """Return what became of a file; of an archive, of what Plait knows in it."""
    of_files = [x if isinstance(x, FileReport) else reports[id(x)] for x in opened]
    if len(of_files) == 1:
        return of_files
    known = [report for report in of_files if report.format]
    return known or [refused(source, nothing_inside(source))]

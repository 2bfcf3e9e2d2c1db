"""Planning an import: what each line of the files would be, with nothing written.

The plan is what a preview shows and what an import does, line for line. It holds for
the book as it stood at `revision`; if the book has moved since, it is made anew.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from plait.accounts.models import Person
from plait.book.assignment import Assignment
from plait.book.imports.book_file.book_records import INTAKES as RECORD_INTAKES
from plait.book.imports.book_file.counts import Counts
from plait.book.imports.book_file.person_record import PersonIntake, is_empty_book
from plait.book.imports.book_file.positions import PositionIntake
from plait.book.imports.lines.decided import Decided
from plait.book.imports.lines.events import EventPlanner
from plait.book.imports.lines.kinds import LinePlanner
from plait.book.imports.lines.payments import PaymentPlanner
from plait.book.imports.lines.time_entries import EntryPlanner
from plait.book.imports.position_choice import PositionChoice
from plait.book.imports.report import FileReport, nothing_inside
from plait.book.models import Book
from plait.book.title_choice import TitleChoice
from plait.domain.records import (
    BankLine,
    EventLine,
    Line,
    PositionLine,
    SeriesGone,
    StatementPeriod,
    TimeLine,
)
from plait.domain.schemas.book_records import PersonRecord, RoleRecord
from plait.formats.plait import attached
from plait.formats.reading.spool import ReadFile, Spool

_PLANNERS: dict[type, type[LinePlanner[Any]]] = {
    BankLine: PaymentPlanner,
    TimeLine: EntryPlanner,
    EventLine: EventPlanner,
}
# What a file calls off counts among the events it tells.
_PLANNED_AS = {"SeriesGone": "EventLine"}


@dataclass
class FilePlan:
    """What is to become of one file."""

    file: ReadFile
    report: FileReport
    decided: dict[type, Decided] = field(default_factory=dict)


@dataclass
class Plan:
    """What is to become of every file, in the order they come in."""

    revision: int
    spool: Spool
    files: list[FilePlan]
    called_off: Sequence[SeriesGone] = ()
    titles: bool | None = None
    positions: PositionChoice | None = None

    @property
    def reports(self) -> list[FileReport]:
        """What would become of the files, in the order they were given."""
        return in_given_order([(one.file, one.report) for one in self.files])


def revision_of(viewer: Person) -> int:
    """Return the number of the state that the book is in; 0 before its first change."""
    found = Book.objects.filter(owner=viewer).values_list("revision", flat=True).first()
    return found or 0


def make_plan(
    *,
    viewer: Person,
    spool: Spool,
    called_off: Sequence[SeriesGone] = (),
    titles: bool | None = None,
    positions: PositionChoice | None = None,
) -> Plan:
    """Decide what becomes of every line of the files that were read.

    `titles` says whether those of events are kept, None as said of each calendar.
    `positions` are those of a CV that become roles, None the current ones.
    """
    # Asked first: what changes while the plan is made makes it old.
    revision = revision_of(viewer)
    planner = _Planner(viewer, spool, called_off, titles, positions)
    return Plan(revision, spool, planner.files(), called_off, titles, positions)


class _Planner:
    """Plans files one after another; what one brings is held for the next."""

    def __init__(
        self,
        viewer: Person,
        spool: Spool,
        called_off: Sequence[SeriesGone],
        titles: bool | None,  # noqa: FBT001  # None, yes or no
        positions: PositionChoice | None,
    ) -> None:
        self._positions = positions
        self._titles = TitleChoice(viewer, titles)
        self.viewer = viewer
        self.spool = spool
        self.called_off = called_off
        self._lines: dict[type, LinePlanner[Any]] = {}
        self._records: dict[type, Any] = {}
        self._left: Counter[str] = Counter()
        for file in spool.files:
            self._left.update(self._kinds(file))
        self._is_empty = is_empty_book(viewer)
        self._assignment = Assignment(viewer)
        self._zone = ZoneInfo(viewer.timezone)

    def files(self) -> list[FilePlan]:
        return [self._file(file) for file in self.spool.files]

    def _kinds(self, file: ReadFile) -> set[str]:
        kinds = {_PLANNED_AS.get(kind, kind) for kind in self.spool.kinds(file)}
        return kinds | ({"EventLine"} if self.called_off else set())

    def _file(self, file: ReadFile) -> FilePlan:
        report = FileReport(file.name, file.format, file.label, file.n_read)
        if file.refused:
            report.problems.append(file.refused)
            return FilePlan(file, report)
        report.problems += file.problems
        self._left.subtract(self._kinds(file))
        plan = FilePlan(file, report)
        self._assignment.begin()
        for _, periods in self.spool.pieces(file, StatementPeriod):
            self._line_planner(BankLine, plan).periods(periods)
        counts: dict[type, Counts] = {}
        for kind, lines in self.spool.pieces(file):
            report.show(lines, self._zone)
            report.first = [self._titles.kept_of(line) for line in report.first]
            self._take(kind, lines, plan, counts)
        if self.called_off:
            self._line_planner(EventLine, plan).call_off(self.called_off)
        self._end(plan, counts)
        return plan

    def _take(
        self,
        kind: type,
        lines: list[Line],
        plan: FilePlan,
        counts: dict[type, Counts],
    ) -> None:
        if kind in _PLANNERS:
            self._check_roles(lines)
            self._line_planner(kind, plan).take(lines)
        elif kind is SeriesGone:
            self._line_planner(EventLine, plan).call_off(lines)
        elif kind is not StatementPeriod:
            counts[kind] = self._plan_records(kind, lines, is_first=kind not in counts)

    def _check_roles(self, lines: list[Any]) -> None:
        """Note the roles that an export's lines name and nobody holds."""
        for line in lines:
            for key in _roles_named(line):
                self._assignment.role_keyed(key, line)

    def _line_planner(self, kind: type, plan: FilePlan) -> Any:  # noqa: ANN401  # one planner per kind of line
        planner = self._lines.get(kind)
        if planner is None:
            planner = self._lines[kind] = _PLANNERS[kind](self.viewer)
            if isinstance(planner, EventPlanner):
                planner.titles = self._titles
        if kind not in plan.decided:
            is_last = not self._left[kind.__name__]
            planner.begin(plan.file.format, is_last=is_last)
            plan.decided[kind] = planner.decided
        return planner

    def _plan_records(
        self, kind: type, records: list[Any], *, is_first: bool
    ) -> Counts:
        intake = self._records.get(kind)
        if intake is None:
            intake = self._records[kind] = record_intake(
                kind, self.viewer, positions=self._positions
            )
        if is_first:
            intake.begin()
        if isinstance(intake, PersonIntake):
            intake.plan(records, is_empty=self._is_empty)
        elif isinstance(intake, PositionIntake):
            intake.plan(records)
        else:
            if kind is RoleRecord:
                self._assignment.plan_roles(one.role.key for one in records)
            intake.plan(records, self._assignment.role_keys)
        self._is_empty &= kind is PersonRecord
        found: Counts = intake
        return found

    def _end(self, plan: FilePlan, counts: dict[type, Counts]) -> None:
        for kind in plan.decided:
            plan.decided[kind] = self._lines[kind].finish()
        events = self._lines.get(EventLine)
        if isinstance(events, EventPlanner) and EventLine in plan.decided:
            plan.report.titled, plan.report.untitled = events.calendars()
            plan.report.restored = events.restored()
        plan.report.end(
            (*plan.decided.values(), *counts.values()),
            self._assignment.problems,
            plan.file.covered,
        )
        self._is_empty &= not plan.decided


def record_intake(
    kind: type,
    viewer: Person,
    batch: Any = None,  # noqa: ANN401  # a batch or none
    positions: PositionChoice | None = None,
) -> Any:  # noqa: ANN401  # one intake per kind of record
    """Return what takes the records of a kind; without a batch it can plan only."""
    if kind is PositionLine:
        return PositionIntake(viewer, batch, positions)
    return RECORD_INTAKES[kind](viewer, batch)


def in_given_order(of_files: Sequence[tuple[ReadFile, FileReport]]) -> list[FileReport]:
    """Return what became of each file; of an archive, of what is known in it."""
    by_given: dict[int, list[tuple[ReadFile, FileReport]]] = {}
    for file, report in sorted(of_files, key=lambda x: (x[0].given, x[0].within)):
        by_given.setdefault(file.given, []).append((file, report))
    found: list[FileReport] = []
    for one in by_given.values():
        known = [report for _, report in one if report.format]
        if len(one) == 1:
            found.append(one[0][1])
        else:
            found += known or [nothing_inside(_archive(one[0][0].name))]
    # The list of them says what became of files that are kept with payments.
    return [x for x in found if x.format != attached.NAME or x.problems] or found


def _archive(name: str) -> str:
    from plait.formats.archive import WITHIN

    return name.split(WITHIN, maxsplit=1)[0]


def _roles_named(line: BankLine | TimeLine | EventLine) -> Iterator[str]:
    """Yield the keys of roles that a line names: its own, and those that share it."""
    if line.role:
        yield line.role
    if isinstance(line, TimeLine) and line.also_for:
        yield from line.also_for.split()
    if isinstance(line, BankLine):
        for key, _minor in line.parts:
            yield key

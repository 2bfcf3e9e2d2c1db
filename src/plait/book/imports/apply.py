"""Writing what was planned: one short change of the book, without reading a file."""

from typing import Any

from plait.book.assignment import Assignment
from plait.book.imports.coverage import keep_coverage
from plait.book.imports.lines.accounts import AccountOpener
from plait.book.imports.lines.events import EventWriter
from plait.book.imports.lines.kinds import LineWriter
from plait.book.imports.lines.payments import PaymentWriter
from plait.book.imports.lines.time_entries import EntryWriter
from plait.book.imports.plan import FilePlan, Plan, in_given_order, record_intake
from plait.book.imports.report import FileReport
from plait.book.models import Batch, Role
from plait.book.title_choice import TitleChoice
from plait.domain.records import (
    BankLine,
    EventLine,
    SeriesGone,
    StatementPeriod,
    TimeLine,
)

_WRITERS: dict[type, type[LineWriter[Any]]] = {
    BankLine: PaymentWriter,
    TimeLine: EntryWriter,
    EventLine: EventWriter,
}


def apply_plan(plan: Plan, batch: Batch, role: Role | None) -> list[FileReport]:
    """Write every file's lines and records; return what became of the files."""
    written = [(one.file, _File(plan, one, batch, role).write()) for one in plan.files]
    return in_given_order(written)


class _File:
    """One file on its way into the book."""

    def __init__(
        self, plan: Plan, file: FilePlan, batch: Batch, role: Role | None
    ) -> None:
        self.plan = plan
        self.file = file
        self.batch = batch
        # Made anew for each file: an earlier one may have brought roles and rules.
        titles = TitleChoice(batch.owner, plan.titles)
        self.assignment = Assignment(batch.owner, role, titles)
        self._writers: dict[type, Any] = {}
        self._records: dict[type, Any] = {}
        self._accounts = AccountOpener(batch)

    def write(self) -> FileReport:
        """Write the file's pieces; what operations refuse is told in the report."""
        planned = self.file.report
        if self.file.file.refused:
            return planned
        for kind, lines in self.plan.spool.pieces(self.file.file):
            if kind in _WRITERS:
                self._writer(kind).write(lines, self.file.file.format)
            elif kind is SeriesGone:
                self._writer(EventLine).call_off(lines)
            elif kind is not StatementPeriod:
                self._take(kind, lines)
        if self.plan.called_off:
            self._writer(EventLine).call_off(self.plan.called_off)
        for one in (*self._writers.values(), *self._records.values()):
            one.finish()
        return self._report(planned)

    def _writer(self, kind: type) -> Any:  # noqa: ANN401  # one writer per kind of line
        if kind not in self._writers:
            decided = self.file.decided[kind]
            writer = _WRITERS[kind](self.batch, self.assignment, decided)
            if isinstance(writer, PaymentWriter):
                keys = self._accounts.keys_of(decided.names, self.assignment)
                writer.open_accounts(keys)
            self._writers[kind] = writer
        return self._writers[kind]

    def _take(self, kind: type, records: list[Any]) -> None:
        intake = self._records.get(kind)
        if intake is None:
            intake = record_intake(
                kind, self.batch.owner, self.batch, self.plan.positions
            )
            self._records[kind] = intake
        intake.take(records)

    def _report(self, planned: FileReport) -> FileReport:
        file = self.file.file
        report = FileReport(file.name, file.format, file.label, file.n_read)
        report.first = planned.first
        report.titled, report.untitled = planned.titled, planned.untitled
        report.restored = planned.restored
        report.problems += file.problems
        parts = (*self.file.decided.values(), *self._records.values())
        report.end(parts, self.assignment.problems, file.covered)
        keep_coverage(self.batch, report.covered)
        return report

"""Takes findings of a Plait file that were settled or put off."""

import json
from typing import Any

from plait.book.imports.book_file.record_common import RecordIntake
from plait.book.models import SettledFinding
from plait.book.operations.findings import settle_finding
from plait.domain import settled_findings as words
from plait.domain.schemas.book_records import SettledFindingRecord


class SettledFindingIntake(RecordIntake[SettledFindingRecord]):
    """Takes settled findings; known are those of the same key."""

    kind = "settled findings"
    model = SettledFinding

    def _names(self, entry: SettledFindingRecord) -> tuple[object, ...]:
        return (entry.key,)

    def _add(self, entry: SettledFindingRecord) -> None:
        finding = words.SettledFinding(
            key=entry.key,
            kind=entry.kind,
            settled_as=entry.settled_as,
            reason=entry.reason,
            on=entry.on,
            title=entry.title,
            role=entry.role,
            numbers=tuple(json.loads(entry.numbers).items()),
        )
        settle_finding(viewer=self.viewer, finding=finding, batch=self.batch)


INTAKES: dict[type, Any] = {SettledFindingRecord: SettledFindingIntake}

"""What a Plait file tells of causes, beliefs, fallbacks, invoices and scenarios."""

from typing import Any

from plait.book.imports.record_common import RecordIntake
from plait.book.models import Belief, Cause, Fallback, Invoice, Scenario
from plait.book.operations.invoices import add_invoice
from plait.book.operations.resilience import (
    keep_scenario,
    set_belief,
    set_cause,
    set_fallback,
)
from plait.domain.book_records import (
    BeliefRecord,
    CauseRecord,
    FallbackRecord,
    InvoiceRecord,
    ScenarioRecord,
)


class CauseIntake(RecordIntake[CauseRecord]):
    """Takes causes; known are those of the same name."""

    kind = "causes"
    model = Cause

    def _names(self, entry: CauseRecord) -> tuple[object, ...]:
        return (entry.name.strip(),)

    def _add(self, entry: CauseRecord) -> None:
        set_cause(
            viewer=self.viewer,
            name=entry.name,
            roles=[self._role(key) for key in entry.roles],
            chance=entry.chance,
            batch=self.batch,
        )


class BeliefIntake(RecordIntake[BeliefRecord]):
    """Takes beliefs; known is what is believed of the role."""

    kind = "beliefs"
    model = Belief

    def _names(self, entry: BeliefRecord) -> tuple[object, ...]:
        return (entry.role,)

    def _add(self, entry: BeliefRecord) -> None:
        set_belief(
            viewer=self.viewer,
            role=self._role(entry.role),
            chance=entry.chance,
            years=entry.years,
            batch=self.batch,
        )


class FallbackIntake(RecordIntake[FallbackRecord]):
    """Takes fallbacks; known is the one of the role."""

    kind = "fallbacks"
    model = Fallback

    def _names(self, entry: FallbackRecord) -> tuple[object, ...]:
        return (entry.role,)

    def _add(self, entry: FallbackRecord) -> None:
        set_fallback(viewer=self.viewer, batch=self.batch, **_fields(self, entry))


class InvoiceIntake(RecordIntake[InvoiceRecord]):
    """Takes invoices; known by their role, day, number and amount."""

    kind = "invoices"
    model = Invoice

    def _names(self, entry: InvoiceRecord) -> tuple[object, ...]:
        return entry.role, entry.issued_on, entry.number, entry.amount.minor

    def _add(self, entry: InvoiceRecord) -> None:
        add_invoice(viewer=self.viewer, batch=self.batch, **_fields(self, entry))


class ScenarioIntake(RecordIntake[ScenarioRecord]):
    """Takes scenarios; known by their names. An undo leaves them: none has a batch."""

    kind = "scenarios"
    model = Scenario

    def _names(self, entry: ScenarioRecord) -> tuple[object, ...]:
        return (entry.scenario.name.strip(),)

    def _add(self, entry: ScenarioRecord) -> None:
        keep_scenario(viewer=self.viewer, scenario=entry.scenario)


def _fields(intake: RecordIntake[Any], entry: FallbackRecord | InvoiceRecord) -> Any:  # noqa: ANN401  # an operation's own fields
    """Return an entry's fields with the role that its key names."""
    told = entry._asdict()
    del told["where"]
    return told | {"role": intake._role(entry.role)}  # noqa: SLF001  # of the same family


INTAKES: dict[type, Any] = {
    CauseRecord: CauseIntake,
    BeliefRecord: BeliefIntake,
    FallbackRecord: FallbackIntake,
    InvoiceRecord: InvoiceIntake,
    ScenarioRecord: ScenarioIntake,
}

"""Takes causes, beliefs, fallbacks and scenarios of a Plait file."""

from typing import Any

from plait.book.imports.book_file.record_common import RecordIntake
from plait.book.models import Belief, Cause, Fallback, Scenario
from plait.book.operations.resilience import (
    keep_scenario,
    set_belief,
    set_cause,
    set_fallback,
)
from plait.domain.schemas.book_records import (
    BeliefRecord,
    CauseRecord,
    FallbackRecord,
    ScenarioRecord,
)


class CauseIntake(RecordIntake[CauseRecord]):
    """Takes causes; known are those of the same name."""

    kind = "causes"
    model = Cause

    def _names(self, entry: CauseRecord) -> tuple[object, ...]:
        return (entry.name.strip(),)

    def _add(self, entry: CauseRecord) -> None:
        roles = [self._role(key) for key in entry.roles]
        set_cause(viewer=self.viewer, cause=entry, roles=roles, batch=self.batch)


class BeliefIntake(RecordIntake[BeliefRecord]):
    """Takes beliefs; known is what is believed of the role."""

    kind = "beliefs"
    model = Belief

    def _names(self, entry: BeliefRecord) -> tuple[object, ...]:
        return (entry.role,)

    def _add(self, entry: BeliefRecord) -> None:
        role = self._role(entry.role)
        set_belief(viewer=self.viewer, role=role, belief=entry, batch=self.batch)


class FallbackIntake(RecordIntake[FallbackRecord]):
    """Takes fallbacks; known is the one of the role."""

    kind = "fallbacks"
    model = Fallback

    def _names(self, entry: FallbackRecord) -> tuple[object, ...]:
        return (entry.role,)

    def _add(self, entry: FallbackRecord) -> None:
        role = self._role(entry.role)
        set_fallback(viewer=self.viewer, role=role, fallback=entry, batch=self.batch)


class ScenarioIntake(RecordIntake[ScenarioRecord]):
    """Takes scenarios; known by their names. An undo leaves them: none has a batch."""

    kind = "scenarios"
    model = Scenario

    def _names(self, entry: ScenarioRecord) -> tuple[object, ...]:
        return (entry.scenario.name.strip(),)

    def _add(self, entry: ScenarioRecord) -> None:
        keep_scenario(viewer=self.viewer, scenario=entry.scenario)


INTAKES: dict[type, Any] = {
    CauseRecord: CauseIntake,
    BeliefRecord: BeliefIntake,
    FallbackRecord: FallbackIntake,
    ScenarioRecord: ScenarioIntake,
}

"""What comes of judging: a verdict for each rule, with the figure it rests on."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from plait.analysis.working_time.readings import Because
from plait.domain.period import Period
from plait.reference.working_time.rules import Pack, Rule


class Verdict(StrEnum):
    """How hours stand to a rule.

    Near is within, by less than a tenth of the limit. Advisory and open: every
    employer keeps the rule, all together do not; the law does not ask for that, or
    nobody has decided. Notice is for the guardrail, which is no law.
    """

    WITHIN = "within"
    NEAR = "near"
    OVER = "over"
    ADVISORY = "advisory"
    OPEN = "open"
    NOTICE = "notice"
    NOT_COVERED = "not covered"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure against its limit, over a period of days, and whose hours made it.

    A provisional figure may still change: days that count in it are yet to come.
    """

    figure: float
    limit: float
    period: Period
    organisations: tuple[str, ...]
    is_provisional: bool = False


@dataclass(frozen=True, slots=True)
class RuleVerdict:
    """One rule: the worst and the latest reading of the judged days.

    `times_over` counts the readings past the limit. `because` says why nothing was
    judged, or what the verdict depends on.
    """

    rule: Rule
    verdict: Verdict
    worst: Reading | None = None
    latest: Reading | None = None
    times_over: int = 0
    because: Because | None = None


@dataclass(frozen=True, slots=True)
class WorktimeReport:
    """Every rule of a pack, and the guardrail, as judged for the days up to `on`.

    `since` is the first judged day, None for all. `is_age_known` is False where a
    person was taken for an adult. `open_hours` are those of the judged days without
    a role: they count for no law, only for the guardrail.
    """

    pack: Pack
    on: date
    since: date | None
    verdicts: tuple[RuleVerdict, ...]
    guardrail: RuleVerdict
    is_age_known: bool
    open_hours: float

    def of(self, rule_id: str) -> RuleVerdict:
        """Return the verdict of a rule; raise `KeyError` if the pack has none."""
        return {one.rule.id: one for one in self.verdicts}[rule_id]

    def with_verdict(self, *verdicts: Verdict) -> tuple[RuleVerdict, ...]:
        """Return what has one of these verdicts, in the pack's order."""
        return tuple(one for one in self.verdicts if one.verdict in verdicts)

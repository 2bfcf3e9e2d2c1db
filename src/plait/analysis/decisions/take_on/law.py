"""Which rules on working time come nearer to their limit, or pass it, with a variant.

The half-year from its start is projected as agreed, without it and with it, and both
are judged by the rules of one country. The health guardrail stands among them: it is no
law, and so never more than a notice.
"""

from dataclasses import dataclass

from plait.analysis.decisions.take_on.projected_hours import has_free_days, projected
from plait.analysis.decisions.take_on.variant import Variant, as_if
from plait.analysis.working_time.report import worktime
from plait.analysis.working_time.verdicts import Reading, RuleVerdict, Verdict
from plait.domain.portfolio import Portfolio
from plait.reference.working_time.kinds import MostPerDay
from plait.reference.working_time.rules import Pack, Rule

# Advisory and open: all employers together pass a limit that holds for each of them.
_WEIGHT = {
    Verdict.NEAR: 1,
    Verdict.ADVISORY: 1,
    Verdict.OPEN: 1,
    Verdict.NOTICE: 2,
    Verdict.OVER: 2,
}
# Hours that a figure has to grow by where its limit is passed already.
_LEAST = 0.05


@dataclass(frozen=True, slots=True)
class LawChange:
    """A rule whose verdict gets worse, or whose passed limit is passed further.

    The figures are in the rule's own unit, `before` None where there was none.
    `is_spread` says that the figure is one of single days, and that some hours have
    no agreed days: it holds if they are given evenly from Monday to Friday.
    """

    rule: Rule
    was: Verdict
    verdict: Verdict
    before: float | None
    after: float
    limit: float
    is_spread: bool = False

    @property
    def is_over(self) -> bool:
        """Whether the limit of a law is passed, as far as that can be known."""
        return self.verdict is Verdict.OVER and not self.is_spread

    @property
    def is_health(self) -> bool:
        """Whether it is the guardrail, which is no law."""
        return self.rule.id.startswith("HEALTH")


def law_changes(
    portfolio: Portfolio, variant: Variant, pack: Pack
) -> tuple[LawChange, ...]:
    """Return what changes for the worse, in the pack's order, the guardrail last."""
    changed = as_if(portfolio, variant)
    is_free = has_free_days(changed, variant.start)
    before = worktime(projected(portfolio, variant.start), pack)
    after = worktime(projected(changed, variant.start), pack)
    changes = [
        _change(was, now, (was.worst, now.worst), is_free=is_free)
        for was, now in zip(before.verdicts, after.verdicts, strict=True)
    ]
    was, now = before.guardrail, after.guardrail
    changes.append(_change(was, now, (was.latest, now.latest), is_free=is_free))
    return tuple(change for change in changes if change is not None)


def _change(
    was: RuleVerdict,
    now: RuleVerdict,
    readings: tuple[Reading | None, Reading | None],
    *,
    is_free: bool,
) -> LawChange | None:
    before, after = readings
    if after is None or not _is_worse(was.verdict, now, before, after):
        return None
    return LawChange(
        rule=now.rule,
        was=was.verdict,
        verdict=now.verdict,
        before=before.figure if before else None,
        after=after.figure,
        limit=after.limit,
        is_spread=is_free and isinstance(now.rule.how, MostPerDay),
    )


def _is_worse(
    was: Verdict, now: RuleVerdict, before: Reading | None, after: Reading
) -> bool:
    """Return whether it weighs more now, or a limit passed before is passed further."""
    weight = _WEIGHT.get(now.verdict, 0)
    if _WEIGHT.get(was, 0) != weight or before is None:
        return weight > _WEIGHT.get(was, 0)
    more = after.figure - before.figure
    is_passed = now.verdict in {Verdict.OVER, Verdict.NOTICE}
    return is_passed and (-more if now.rule.how.is_least else more) > _LEAST
